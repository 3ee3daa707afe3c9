"""The last look at a briefing before it goes out: what does not hold is taken out and listed, the rest is counted.

Grounding has refused what the article does not hold already; here each fact is judged once more as it will be
read, so that whatever slipped through is no fact, and what nobody could judge is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from summarizer.briefing import Briefing, Talks
from summarizer.grounding.datelines import without_dateline
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene
from summarizer.grounding.timeline import shortened
from summarizer.grounding.verdicts import Verdict, worst
from summarizer.grounding.verification.claims import Claim
from summarizer.grounding.verification.facts import judge_facts
from summarizer.verdicts import Unjudged, Verification
from summarizer.vocabulary import Model

ROUNDS = 3
"""How often what does not hold is taken out: a statement that falls may have told whom the next "he" means."""

PROSE = ("content", "text", "event", "issue", "stance")
"""Free texts without which there is no entry."""

PEOPLE = (["head"], ["members"])
"""Fields whose people go with their names."""

_ENTRY = re.compile(r"/(\w+)/(\d+)(?:/(.+))?")


def settle(briefing: Briefing, scene: Scene) -> Briefing:
    """The briefing with its `verification`: without what does not hold, which is added to what was refused.

    What could not be judged stays and is listed; with `scene.strict` it goes as well.
    """
    refusals = Refusals()
    claims = list(judge_facts(briefing, scene))
    for _ in range(ROUNDS):
        wrong = [c for c in claims if not scene.accepts(c.verdict) and not c.path.startswith("/bottom_line")]
        if not wrong:
            break
        for claim in wrong:
            refusals.judged(claim.path, claim.value, claim.verdict)
        briefing = _without(briefing, wrong)
        claims = list(judge_facts(briefing, scene))
    unjudged = [Unjudged(path=c.path, reason=c.verdict.reason) for c in claims if c.verdict.kind == "unjudged"]
    verdicts = verdicts_of_facts(claims)
    supported = sum(v.kind == "supported" for v in verdicts.values())
    refused = [*briefing.verification.refused, *(r.refusal for r in refusals.found)]
    told = Verification(facts=len(verdicts), supported=supported, refused=refused, unjudged=unjudged)
    return briefing.model_copy(update={"verification": told})


def fact_of(path: str) -> str:
    """The fact that a field belongs to: `/statements/3/speaker/name` → `/statements/3`."""
    parts = path.split("/")
    return "/".join(parts[:3] if parts[2:] and parts[2].isdigit() else parts[:2])


def verdicts_of_facts(claims: Sequence[Claim]) -> dict[str, Verdict]:
    """The worst verdict on any field of each fact, by the fact's path."""
    found: dict[str, list[Verdict]] = {}
    for claim in claims:
        found.setdefault(fact_of(claim.path), []).append(claim.verdict)
    return {path: worst(verdicts) for path, verdicts in found.items()}


def _without(briefing: Briefing, wrong: Sequence[Claim]) -> Briefing:
    """The briefing without these fields, and without entries that cannot be without theirs."""
    fields: dict[tuple[str, int], list[str]] = {}
    talks: list[str] = []
    for claim in wrong:
        entry = _ENTRY.fullmatch(claim.path)
        if entry is None or entry[1] == "talks":
            talks.append(claim.path.removeprefix("/talks/"))
        else:
            fields.setdefault((entry[1], int(entry[2])), []).append(entry[3] or "")
    update: dict[str, Any] = {}
    for section in dict.fromkeys(name for name, _ in fields):
        entries = (
            _thinned(entry, fields.get((section, at), [])) for at, entry in enumerate(getattr(briefing, section))
        )
        update[section] = [entry for entry in entries if entry is not None]
    if talks:
        update["talks"] = _thinned(briefing.talks, talks) or Talks()
    return briefing.model_copy(update=update)


def _thinned(entry: Model, fields: Sequence[str]) -> Model | None:
    """The entry without these fields; `None` where it is none without them.

    Where a free text goes that the entry needs, the article's own words stand instead.
    """
    data = entry.model_dump()
    # From the end, so that the places in a list stay what they are.
    for field in sorted(fields, key=lambda field: (len(field), field), reverse=True):
        if not _taken_out(data, field.split("/")):
            return None
    try:
        return type(entry).model_validate(data)
    except ValidationError:
        return None


def _taken_out(data: dict[str, Any], path: Sequence[str]) -> bool:
    """Take a field out: an element of a list goes, a status becomes unclear, everything else null."""
    *before, last = path
    if not last or before[:1] == ["evidence"] or last == "evidence":
        return False
    if last == "name" and before[:1] in PEOPLE:
        return _taken_out(data, before)
    if last in PROSE and not before and data["evidence"]:
        data[last] = shortened(without_dateline(data["evidence"][0]["text"]))
        return True
    at: Any = data
    for name in before:
        at = at[int(name)] if isinstance(at, list) else at[name]
    if isinstance(at, list):
        del at[int(last)]
    else:
        at[last] = "unclear" if last == "status" and at[last] != "unclear" else None
    return True
