"""Names told by their capitals alone: all that can be seen of them where the words of a language are not known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.names import is_capitalised
from summarizer.grounding.spans import Span
from summarizer.sentences import Sentence

_WORD = re.compile(r"\w+")
_GOES_ON = ",;)"
"""Behind these a sentence goes on, and a capital is a name's."""


class Capitals:
    """The words that an article writes with a capital inside of its sentences."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._named = {
            match.group()
            for sentence in sentences
            for match in _WORD.finditer(sentence.text)
            if is_capitalised(match.group()) and not _opens(match.start(), sentence.text)
        }

    def name_somebody(self, place: Span, text: str) -> bool:
        """Whether words at a place of a sentence begin or end with a name, as a speaker's do: "Rau, the minister".

        A capital that only opens the sentence or a quotation is none of a name, unless the next word has one, too,
        or the article writes the word so elsewhere. Words of a script without capitals always pass.
        """
        words = text[slice(*place)]
        found = [match.span() for match in _WORD.finditer(text, *place)]
        if not found or words.lower() == words.upper():
            return True
        spelled = [is_capitalised(text[slice(*span)]) for span in found]
        first = spelled[0] and (text[slice(*found[0])] in self._named or spelled[1:2] == [True])
        return first or (spelled[-1] and text[slice(*found[-1])] in self._named)


def _opens(at: int, text: str) -> bool:
    """Whether a sentence or a quotation begins at this place."""
    before = text[:at].rstrip()
    return not _WORD.search(before) or not (before[-1].isalnum() or before[-1] in _GOES_ON)
