"""The facts of a finished briefing, whoever made it, each judged against the article's own words."""

from __future__ import annotations

from summarizer.grounding.verification.claims import Claim
from summarizer.grounding.verification.facts import judge_facts

__all__ = ["Claim", "judge_facts"]
