"""Which date of a sentence is the day on which somebody said it, and not that of what is told."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.dates import DateMention
from summarizer.language.attribution import Attribution
from summarizer.language.rules import LanguageRules

BESIDE = 5
"""Characters between the reporting verb, its subject or its hearer and the date that goes with it (" on "), at most."""
HEAD = 12
"""Characters before a date that opens its sentence ("On Saturday, Rau said"), at most."""
_DAY = len("2025-06-02")


def is_day_of_saying(mention: DateMention, text: str, attribution: Attribution, rules: LanguageRules | None) -> bool:
    """Whether a date goes with a reporting verb: right beside it, or at the sentence's head before it."""
    return stands_beside(mention, attribution) or stands_at_head(mention, text, attribution, rules)


def stands_beside(mention: DateMention, attribution: Attribution) -> bool:
    """ "said on Saturday", "said Rau on Saturday", "told the Herald on Saturday"."""
    verb, behind = attribution.cue[1], (attribution.subject, attribution.hearer)
    ends = [verb, *(span[1] for span in behind if span is not None and span[0] >= verb)]
    return any(0 <= mention.start - end <= BESIDE for end in ends)


def stands_at_head(mention: DateMention, text: str, attribution: Attribution, rules: LanguageRules | None) -> bool:
    """ "On Saturday, Rau said": no verb of another clause, as in "Friday's talks began late, Rau said", is between."""
    subject = attribution.subject or attribution.cue
    begin = min(subject[0], attribution.cue[0])
    if mention.start > HEAD or mention.end > begin:
        return False
    return rules is None or not rules.pattern(rules.finite_verbs, rules.auxiliary_verbs).search(
        text, mention.end, begin
    )


def without_days_of_saying(
    mentions: Sequence[DateMention], text: str, attributions: Sequence[Attribution], rules: LanguageRules | None
) -> list[DateMention]:
    """The dates that later words may count from: not the day of saying where the sentence tells of another day.

    "Friday's talks began late, Rau said on Saturday. They opened at 16:40": on Friday.
    """
    told = [m for m in mentions if not any(is_day_of_saying(m, text, a, rules) for a in attributions)]
    return told if any(len(m.value or "") >= _DAY for m in told) else list(mentions)
