"""The verdict on a free text: each name, number, date, quoted word and negation must stand in its evidence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from summarizer.grounding.prose.beside import Beside, Finding
from summarizer.grounding.prose.exchanges import names_beside_other_verbs, names_that_changed_places
from summarizer.grounding.prose.names import names_that_lack
from summarizer.grounding.prose.polarity import polarity_that_changed
from summarizer.grounding.prose.quantities import (
    dates_that_lack,
    markup_that_lacks,
    numbers_that_lack,
    quotes_that_lack,
)
from summarizer.grounding.prose.speech import speakers_that_changed
from summarizer.grounding.prose.wording import wording_beyond
from summarizer.grounding.scene import Scene
from summarizer.grounding.verdicts import Verdict
from summarizer.sentences import Sentence

_ZERO_WIDTH = "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that hide text or turn its direction."""

OTHER_LANGUAGE = "No verdict on the wording: it is in another language than the article."


def readable(text: str) -> str:
    """A model's free text on one line without control and zero-width characters; empty where it says nothing."""
    visible = text if text.isprintable() else "".join(filter(_is_visible, text))
    folded = " ".join(visible.split())
    return folded if any(c.isalnum() for c in folded) and folded.casefold() not in ("null", "none") else ""


def _is_visible(character: str) -> bool:
    return character.isspace() or (unicodedata.category(character) != "Cc" and character not in _ZERO_WIDTH)


def judge_prose(text: str, cited: Sequence[Sentence], scene: Scene) -> Verdict:
    """The verdict on a free text by the sentences that it cites.

    `scene.prose_language` is the text's language. Absent where a name, number, date or quoted word does not
    stand in the sentences; altered where something near it does, or a negation, a possibility or the speaker
    was changed; unjudged where words of meaning go beyond the sentences, or the text is in another language;
    else supported.
    """
    # The same text comes again: for a fact, in its correction, and in the last look.
    asked = text, tuple(s.number for s in cited)
    if asked not in scene.prose_verdicts:
        scene.prose_verdicts[asked] = _judged(text, cited, scene)
    return scene.prose_verdicts[asked]


def _judged(text: str, cited: Sequence[Sentence], scene: Scene) -> Verdict:
    if any(" ".join(s.text.split()) == text for s in cited):
        return Verdict("supported", "It is a sentence of the article.")
    found = sorted(_findings(Beside(text, cited, scene)))
    wrong = [f for f in found if f.kind in ("absent", "altered")]
    if wrong:
        missing = list(dict.fromkeys(f.words for f in wrong if f.difference is None))
        changed = list(dict.fromkeys(f.difference for f in wrong if f.difference is not None))
        told = [f"Not in the evidence: {', '.join(missing)}"] if missing else []
        told += [f"Changed from the evidence: {'; '.join(changed)}"] if changed else []
        difference = "; ".join(changed) or None
        return Verdict("absent" if missing else "altered", f"{'. '.join(told)}.", difference)
    if found:
        open_ = [f.difference for f in found if f.difference]
        if open_:
            return Verdict("unjudged", open_[0])
        words = ", ".join(dict.fromkeys(f"“{f.words}”" for f in found if f.words))
        reason = f"No verdict on {words}: the evidence has no such words." if words else OTHER_LANGUAGE
        return Verdict("unjudged", reason)
    return Verdict("supported", "The evidence holds each of its names, numbers, dates and words of meaning.")


def _findings(beside: Beside) -> Iterator[Finding]:
    for check in (
        markup_that_lacks, quotes_that_lack, dates_that_lack, numbers_that_lack, names_that_lack,
        polarity_that_changed, speakers_that_changed, names_that_changed_places,
        names_beside_other_verbs, wording_beyond,
    ):  # fmt: skip
        yield from check(beside)
