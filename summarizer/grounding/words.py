"""What was said, and when: the part of a sentence that the reporting verb introduces, and its own date."""

from __future__ import annotations

import re

from summarizer.grounding.days_of_saying import stands_at_head, stands_beside
from summarizer.grounding.scene import Scene
from summarizer.language.attribution import Attribution, quoted_spans
from summarizer.language.rules import LanguageRules
from summarizer.sentences import Sentence

_TELLING_VERBS = frozenset({"declined", "denied", "rejected", "criticised", "agreed"})
"""Acts whose verb is part of what is told."""
_SHORTEST_CONTENT = 12
"""Characters; what is left of a sentence below that says nothing by itself."""


def content_of(sentence: Sentence, attribution: Attribution | None, scene: Scene) -> str:
    """The words that were said, as the article gives them: the sentence without "Peskov said that".

    Where nothing stands behind the verb ("…, officials said"), what stands before it; where the verb is part of
    the meaning ("refused to …"), it stays; where it is negated, the whole sentence does.
    """
    text = sentence.text
    if attribution is None or scene.rules is None:
        return text
    spans = (attribution.cue, attribution.subject, attribution.carrier)
    if (quoted := _quoted_before(text, attribution, scene.rules)) is not None:
        return quoted
    before = text[: min(span[0] for span in spans if span is not None)].strip(" ,")
    # "Details were not disclosed by the union", "Rau did not say that …": a verb without its negation lies.
    auxiliary = scene.rules.pattern(scene.rules.auxiliary_verbs, scene.rules.negators)
    ahead = text[attribution.subject[1] : attribution.cue[0]] if attribution.subject else ""
    if (before and auxiliary.fullmatch(before.split()[-1])) or scene.matches(scene.rules.negators, ahead):
        return text
    behind = _complement(sentence, attribution, scene)
    if len(behind) >= _SHORTEST_CONTENT:
        return text[attribution.cue[0] :].strip(" ,") if attribution.act in _TELLING_VERBS else behind
    return text if len(before) < _SHORTEST_CONTENT else before


def _quoted_before(text: str, attribution: Attribution, rules: LanguageRules) -> str | None:
    """The quote that opens a sentence whose verb stands right behind it: "“We agree,” said Rau on Saturday."."""
    quotes = quoted_spans(text)
    first = min(s[0] for s in (attribution.cue, attribution.subject, attribution.carrier) if s is not None)
    if len(quotes) != 1 or quotes[0][1] > first or text[: quotes[0][0]].strip():
        return None
    between = rules.pattern(rules.auxiliary_verbs).sub("", text[quotes[0][1] : first])
    return text[: quotes[0][1]].strip() if not any(map(str.isalnum, between)) else None


def _complement(sentence: Sentence, attribution: Attribution, scene: Scene) -> str:
    """What stands behind the verb, its hearer and its date."""
    text = sentence.text
    start = max(attribution.cue[1], attribution.hearer[1] if attribution.hearer else 0)
    if attribution.subject is not None and attribution.subject[0] >= attribution.cue[1]:
        # "dijo Rau que …".
        start = max(start, attribution.subject[1])
    for date in scene.dates[sentence.number]:
        if date.start - start in range(6):
            start = date.end
    said = re.match(r"\s*[,:]?\s*(?:that|dass|que|qu’|что|що)?\s+(.*)$", text[start:], re.DOTALL | re.IGNORECASE)
    return said[1].strip(" ,:") if said else ""


def said_on(sentence: Sentence, attribution: Attribution | None, scene: Scene) -> str | None:
    """The date that goes with the reporting verb: right beside it, or at the sentence's head before the subject."""
    if attribution is None:
        return None
    dates = [date for date in scene.dates[sentence.number] if date.value is not None]
    beside = [date.value for date in dates if stands_beside(date, attribution)]
    if beside or attribution.subject is None:
        return beside[0] if beside else None
    return next((d.value for d in dates if stands_at_head(d, sentence.text, attribution, scene.rules)), None)
