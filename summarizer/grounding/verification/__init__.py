"""The facts of a finished briefing, whoever made it, each judged against the article's own words."""

from __future__ import annotations

from summarizer.grounding.verification.claims import Claim
from summarizer.grounding.verification.facts import judge_facts
from summarizer.grounding.verification.settling import fact_of, settle, verdicts_of_facts

__all__ = ["Claim", "fact_of", "judge_facts", "settle", "verdicts_of_facts"]
