"""A draft for each article, as a careful model would have given it. Written by hand, none recorded."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.draft import Draft
from tests.dossier.drafts_first import FIRST
from tests.dossier.drafts_second import SECOND

DRAFTS: Mapping[str, Draft] = {**FIRST, **SECOND}
