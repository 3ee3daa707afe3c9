"""Where the meetings are: one small question a sentence that tells of talks, and none twice for one place."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import DraftMeeting
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import shown
from summarizer.language.nominations import place_candidates
from summarizer.sentences import Sentence

_NOWHERE = answers.PlaceAnswer(building=None, city=None, country=None)


async def draft_meetings(article: Article, sentences: Sequence[Sentence], asking: Asking) -> list[DraftMeeting]:
    """A draft meeting for each of the sentences that tell of talks, with the place where the sentence names one.

    A sentence that can hold no place is not asked about, nor one whose only place was told before.
    """
    known: dict[str, answers.PlaceAnswer] = {}
    meetings = []
    for sentence in sentences:
        candidates = place_candidates(sentence.text, article.language)
        if candidates == ():
            place = _NOWHERE
        elif candidates is not None and len(candidates) == 1 and candidates[0] in known:
            place = known[candidates[0]]
        else:
            place = await _ask(sentence, asking)
            known |= {name: _only(place, name) for name in candidates or () if _only(place, name) != _NOWHERE}
        meetings.append(_meeting(sentence, place))
    return meetings


def _only(place: answers.PlaceAnswer, name: str) -> answers.PlaceAnswer:
    """The answer as far as it speaks of this name."""
    return answers.PlaceAnswer(
        building=place.building if place.building == name else None,
        city=place.city if place.city == name else None,
        country=place.country if place.country == name else None,
    )


async def _ask(sentence: Sentence, asking: Asking) -> answers.PlaceAnswer:
    asking.expect(1)
    answer = await asking.ask(
        "small/place",
        f"place {sentence.number}",
        f"Sentence: {shown(sentence.text)}",
        answers.PlaceAnswer,
        answers.place_bounds(),
        max_tokens=80,
    )
    return answer or _NOWHERE


def _meeting(sentence: Sentence, place: answers.PlaceAnswer) -> DraftMeeting:
    return DraftMeeting(
        parties=[],
        start=None,
        end=None,
        venue=place.building,
        city=place.city,
        country=place.country,
        status="unclear",
        sentences=[sentence.number],
    )
