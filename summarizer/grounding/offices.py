"""The office that stands before a name, with what it is for between them: "ministro de Defensa Rau"."""

from __future__ import annotations

import re

from summarizer.grounding.name_words import NameWords
from summarizer.language.rules import NOTHING

LONGEST_ROLE = 7
"""Words of a role before a name, at most."""
FULL_NAME = 2
"""Words of a name behind the first word of a run, at least, for that to be what an office is for."""
REACH = 80
"""Characters before a word in which the office of a minister is looked for."""

_ELIDED = re.compile(r"\s\w[’']")


class Offices(NameWords):
    """Reads offices before the names of one sentence."""

    def office_before(self, at: int) -> int | None:
        """The office that the words before a name lead back to, where the language puts what it is for behind it."""
        rules = self.rules
        if rules is None or not rules.complements_follow or at == 0:
            return None
        if self.is_a(at - 1, rules.prepositions, rules.articles):
            return None
        full = at + 1 < len(self.tokens) and self.adjacent(at + 1) and self.starts_name(at + 1)
        by_ending = False
        for before in range(at - 1, max(-1, at - 1 - LONGEST_ROLE), -1):
            if not self.beside(before + 1) and (before + 1 == at or not self._elided_before(before + 1)):
                return None
            if self.is_a(before, rules.person_titles, rules.offices):
                return before if not by_ending or self._agrees(before, at) else None
            if (office := self.portfolio(before)) is not None:
                return office
            joins = (rules.complement_joins, rules.articles, rules.genitive_places, rules.demonyms)
            if not self.is_complement(before) and not self.is_a(before, *joins, rules.unknown_places):
                by_ending = full and self._tells_what_for(before)
                if not by_ending:
                    return None
        return None

    def _agrees(self, office: int, name: int) -> bool:
        """Whether a name can be that of who holds an office: «член команды Павла Рау» names no member."""
        rules = self.rules
        first, last = (self.word(at).rstrip(".") for at in (name, name + 1))
        if re.search(r"(?:о[їйю]|[оеє]го|ього|[ыиі]х)$", first):
            return False
        if rules is None or self.is_a(office, rules.portfolio_offices) or self.starts_name(name - 1):
            return True
        genitive = re.search(r"[ыиіїуює]$", first) or (first[-1] in "ая" and last[-1] in "ая")
        return not genitive and re.search(r"(?:[^аеєиіоуыэюя]|глава|голова|иця|ица|ка)$", self.word(office)) is not None

    def _elided_before(self, at: int) -> bool:
        """Whether only a word that lost its vowel parts a token from the one before: "secrétaire d’État"."""
        return _ELIDED.fullmatch(self.text[self.tokens[at - 1].end() : self.tokens[at].start()]) is not None

    def _tells_what_for(self, at: int) -> bool:
        """Whether a word without a capital can be what an office is for, by its ending: "министр судоходства"."""
        rules, word = self.rules, self.word(at)
        if rules is None or not word.islower() or not self.is_a(at, rules.complement_endings):
            return False
        verb = self.is_a(at, rules.finite_verbs, rules.auxiliaries, rules.clause_openers, rules.prepositions)
        return not verb and not rules.any_reporting.fullmatch(word)

    def is_portfolio_before(self, at: int) -> bool:
        """Whether what an office is for stands right before a word, and the office before that."""
        told = at > 1 and self.word(at - 1).islower() and (self.is_complement(at - 1) or self._tells_what_for(at - 1))
        return told and self.office_before(at) is not None

    def portfolio(self, at: int) -> int | None:
        """The office of a minister for what the word at this place begins to name: "Minister for Fisheries"."""
        rules = self.rules
        if rules is None or rules.portfolios == NOTHING:
            return None
        end = self.tokens[at].start()
        pattern = re.compile(rf"(?<!\w)(?:{rules.portfolios})$", re.IGNORECASE)
        led = pattern.search(self.text, max(0, end - REACH), end)
        start = led.start("office") if led is not None else -1
        return next((i for i in range(at) if self.tokens[i].start() == start), None)

    def is_complement(self, at: int) -> bool:
        """Whether a word tells what an office is for, without being a name: "Defensa", "МИД", "закордонних"."""
        if self.rules is None:
            return False
        word, last = self.word(at), self.word(min(at + 1, len(self.tokens) - 1))
        acronym = word.isupper() and len(word) > 1 and "." not in word
        # "глава Rau Мольд": a firm in its own letters before a name in the text's.
        foreign = word.isascii() and not last.isascii() and self.rules.articles == NOTHING
        kinds = (self.rules.office_modifiers, self.rules.bodies, self.rules.complement_joins)
        return acronym or foreign or self.is_a(at, *kinds)
