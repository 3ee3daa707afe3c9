"""Free text against its evidence: what stands there, what was changed, what nobody can tell."""

from __future__ import annotations

from summarizer.grounding.prose.checked import checked_text
from summarizer.grounding.prose.judge import judge_prose, readable

__all__ = ["checked_text", "judge_prose", "readable"]
