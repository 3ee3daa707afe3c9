"""The words of a sentence as names are made of them: which begin one, and which stand beside each other."""

from __future__ import annotations

import re

from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.language.words import fits_any

PARTICLES = r"al|bin|bint|ben|ibn|abu|von|van|der|den|de|del|della|da|di|du|dos|la|le|el|ter|af|av|zu|ul|ur"
"""Words in lower case inside a name."""
LONGEST_ABBREVIATION = 5
"""Characters of a word with a full stop inside a name ("Brig."), at most; a longer one ends a sentence."""

TOKEN = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*\.?")
"""A word, with what is joined to it."""
_ELISION = re.compile(r"(\w+)[’']")
POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
"""What ends a name that owns something."""
_JOINED = re.compile(rf"(?:{PARTICLES})[\-’']", re.IGNORECASE)


def is_capitalised(word: str) -> bool:
    """Whether a word begins like a name, or stands in a script without case."""
    first = next((c for c in word if c.isalpha()), "")
    return bool(first) and (first.isupper() or first.upper() == first.lower())


def without_possessive(name: str) -> str:
    """ "Rau's" → "Rau"."""
    return POSSESSIVE.sub("", name) if "’" in name or "'" in name else name


def begins_name(word: str) -> bool:
    """Whether a word begins with a capital, or with a particle and a capital behind it ("al-Vren")."""
    joined = None if word.isalpha() else _JOINED.match(word)
    bare = word[joined.end() :] if joined else word
    return bare[:1].isupper()


class NameWords:
    """The words of one sentence, by their place in it."""

    def __init__(self, text: str, rules: LanguageRules | None) -> None:
        self.text = text
        self.rules = rules
        self.tokens = [self._behind_elision(match) for match in TOKEN.finditer(text)]
        according = rules.pattern(rules.according_to).finditer(text) if rules and rules.noun_capitals else ()
        self._according = [match.span() for match in according]

    def _behind_elision(self, token: re.Match[str]) -> re.Match[str]:
        """ "L’envoyé" is a word with another one joined to it, which is none of a name's."""
        if self.rules is None or self.rules.elided == NOTHING:
            return token
        elided = _ELISION.match(token.group())
        if elided is None or not self.rules.pattern(self.rules.elided).fullmatch(elided[1]):
            return token
        return TOKEN.match(self.text, token.start() + elided.end()) or token

    def adjacent(self, at: int) -> bool:
        """Whether only a space parts a token from the one before, which is not possessive."""
        before = self.tokens[at - 1]
        gap = self.text[before.end() : self.tokens[at].start()]
        ended = before.group().endswith(".") and len(before.group()) > LONGEST_ABBREVIATION
        return gap in (" ", "\u00a0") and not ended and without_possessive(before.group()) == before.group()

    def beside(self, at: int) -> bool:
        """Whether a token follows the one before it with a space or a closing bracket between."""
        gap = self.text[self.tokens[at - 1].end() : self.tokens[at].start()]
        return gap in (" ", "\u00a0", "] ", ") ")

    def word(self, at: int) -> str:
        """The word itself."""
        return self.tokens[at].group()

    def starts_name(self, at: int) -> bool:
        """Whether a name can begin with this token: "Oslo-based" is an adjective."""
        word, start = self.word(at), self.tokens[at].start()
        if not begins_name(word):
            return False
        if any(first <= start < end for first, end in self._according):
            # "Nach Angaben Raus": a noun, and a capital for that alone.
            return False
        return self.rules is None or "-" not in word or not re.search(rf"-(?:{self.rules.compounds})$", word)

    def is_a(self, at: int, *words: str) -> bool:
        """Whether the word is one of a rule's words, without the ending of a possessive."""
        if self.rules is None:
            return False
        return fits_any(without_possessive(self.word(at)).rstrip("."), *words)
