"""Where the meetings are: by the words around the talks; the model is asked only where these can't tell."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import DraftMeeting
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import shown
from summarizer.language import rules_for
from summarizer.language.nominations import place_candidates
from summarizer.language.places import Place, place_of_talks, tells_of_talks
from summarizer.sentences import Sentence

_NOWHERE = Place()


async def draft_meetings(article: Article, sentences: Sequence[Sentence], asking: Asking) -> list[DraftMeeting]:
    """A draft meeting for each of the sentences that tell of talks, with the place where the sentence names one.

    The model is asked only in a language without rules, or where all nouns have capitals. Even there a sentence
    that can hold no place is not asked about, nor one whose only place was told before.
    """
    rules = rules_for(article.language)
    if rules is not None and not rules.noun_capitals:
        found = [(s, place_of_talks(s.text, rules)) for s in sentences if tells_of_talks(s.text, rules)]
        return [_meeting(s, place or Place()) for s, place in found]
    return await _asked_for(article, sentences, asking)


async def _asked_for(article: Article, sentences: Sequence[Sentence], asking: Asking) -> list[DraftMeeting]:
    known: dict[str, Place] = {}
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


def _only(place: Place, name: str) -> Place:
    """The answer as far as it speaks of this name."""
    return Place(
        building=place.building if place.building == name else None,
        city=place.city if place.city == name else None,
        country=place.country if place.country == name else None,
    )


async def _ask(sentence: Sentence, asking: Asking) -> Place:
    asking.expect(1)
    answer = await asking.ask(
        "small/place",
        f"place {sentence.number}",
        f"Sentence: {shown(sentence.text)}",
        answers.PlaceAnswer,
        answers.place_bounds(),
        max_tokens=80,
    )
    return Place(answer.building, answer.city, answer.country) if answer else _NOWHERE


def _meeting(sentence: Sentence, place: Place) -> DraftMeeting:
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
