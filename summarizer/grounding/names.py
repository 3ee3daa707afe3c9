"""The names of people and bodies in a sentence, each with the role that stands beside it.

"Defence Minister Rustem Umierov" is a name with a role before it, "Vladimir Medinsky, head of the Russian
delegation, …" one with a role behind it. A role always holds a noun for an office; what holds none is
no role, and stays out of the name all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.name_words import (
    PARTICLES,
    POSSESSIVE,
    TOKEN,
    begins_name,
    is_capitalised,
    without_possessive,
)
from summarizer.grounding.offices import FULL_NAME, LONGEST_ROLE, Offices
from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.language.timestamps import without_timestamp

__all__ = ["PARTICLES", "Mention", "is_capitalised", "mentions", "without_possessive"]


LONGEST_APPOSITION = 18
"""Words of a role behind a name, at most; its office stands among the first `OFFICE_WITHIN`."""
OFFICE_WITHIN = 7
_CLAUSE = re.compile(r"(?:^|[,;:()“”\"«»—–]\s*)([^,;:()“”\"«»—–]+),\s+$")
"""The words between the comma before a name and the mark before that."""
_PARTICLE = re.compile(PARTICLES)
_STATE = "State|État|Estado"
"""What "Secretary of …" is for where it stands for nobody."""


@dataclass(frozen=True)
class Mention:
    """A name in a sentence. Offsets are the sentence's; `name` is what stands there."""

    start: int
    end: int
    name: str
    role: str | None
    addressed: bool
    """Whether a form of address stands before it ("Mr. Rau"): the name of a person."""
    outset: int
    """Where the role begins, or the name where there is none before it."""
    close: int
    """Where the role behind it ends, or the name."""


def mentions(text: str, rules: LanguageRules | None) -> tuple[Mention, ...]:
    """The names of a sentence in order: runs of capitalised words with the roles beside them."""
    found = list(_Reader(without_timestamp(text), rules).read())
    if rules is None:
        return tuple(found)
    # "Secretary" and "State" are no names where "Secretary of State" is somebody's role.
    title = rules.pattern(rules.person_titles, rules.offices, _STATE)
    words = [m for m in found if title.fullmatch(m.name)]
    inside = {m for m in words if any(o.outset <= m.start < o.start or o.end < m.start < o.close for o in found)}
    return tuple(m for m in found if m not in inside)


class _Reader(Offices):
    """Reads one sentence."""

    def read(self) -> Iterator[Mention]:
        for first, last in self._runs():
            begin = self._behind_openers(first, last)
            if begin > last or self._is_plain_noun(begin, last):
                continue
            name = self._behind_complement(begin, self._behind_titles(begin, last), last)
            yield self._mention(begin, name, last)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """First and last token of each run of name words with nothing but spaces between."""
        at = 0
        while at < len(self.tokens):
            if not self.starts_name(at):
                at += 1
                continue
            last = at
            while (following := self._following(last)) is not None:
                last = following
            yield at, last
            at = last + 1

    def _following(self, at: int) -> int | None:
        """The next name word of a run: the next token, or the one behind particles."""
        after = at + 1
        while after < len(self.tokens) and self.adjacent(after):
            word = self.word(after)
            if self.starts_name(after):
                return after
            if not _PARTICLE.fullmatch(word):
                return None
            after += 1
        return None

    def _behind_openers(self, first: int, last: int) -> int:
        """Past the words that are capitalised only because a sentence or a quote begins with them."""
        rules = self.rules
        if rules is None:
            return first
        openers = (
            rules.sentence_openers, rules.prepositions, rules.articles, rules.pronouns, rules.conjunctions,
            rules.clause_openers, rules.auxiliaries, rules.joining,
        )  # fmt: skip
        while first <= last and self.is_a(first, *openers) and not self._is_initial(first):
            first += 1
        return first

    def _is_plain_noun(self, begin: int, last: int) -> bool:
        """ "Міністр", "Sprecher": an office alone, with the capital of a sentence's start or of a noun."""
        rules = self.rules
        if rules is None or begin < last or not (rules.noun_capitals or (begin == 0 and rules.articles == NOTHING)):
            return False
        return self.is_a(begin, rules.person_titles, rules.offices, rules.office_modifiers, rules.anonymous)

    def _is_initial(self, at: int) -> bool:
        return bool(re.fullmatch(r"(?:\w\.)+", self.word(at)))

    def _behind_titles(self, first: int, last: int) -> int:
        """The first word of the name behind the last office or form of address in a run."""
        if self.rules is None:
            return first
        titles = (self.rules.person_titles, self.rules.offices, self.rules.honorifics)
        return max((at + 1 for at in range(first, last) if self.is_a(at, *titles)), default=first)

    def _behind_complement(self, begin: int, name: int, last: int) -> int:
        """The first word of the name behind what an office before the run is for: "ministro de Defensa Rau"."""
        rules, at = self.rules, name
        if rules is None:
            return name
        if last - at >= FULL_NAME and self.portfolio(at) is not None:
            at += 1
        while at < last:
            full = last - at >= FULL_NAME
            place = full and self.is_a(at, rules.genitive_places)
            unknown = full and at == begin and self.is_a(at, rules.unknown_places) and self.is_portfolio_before(at)
            if not (place or unknown or self.is_complement(at)):
                break
            at += 1
        return at if at > name and self.office_before(at) is not None else name

    def _mention(self, begin: int, name: int, last: int) -> Mention:
        start, end = self.tokens[name].start(), self._end_of_name(last)
        before, addressed, outset = self._role_before(begin, name)
        rules = self.rules
        named = self.text[start:end]
        if before and rules and rules.articles == NOTHING and self._is_what_for(named, rules):
            # "заступниця голови Офісу", "міністр Руританії": the body, or the country, is what the office is for.
            before, outset = None, start
        behind, close = (None, end) if before else self._role_behind(end)
        return Mention(start, end, self.text[start:end], before or behind, addressed, outset, close)

    def _is_what_for(self, name: str, rules: LanguageRules) -> bool:
        place = rules.pattern(rules.genitive_places)
        acronym = name.isupper() and len(name) > 1
        return (
            acronym
            or bool(rules.pattern(rules.bodies).search(name))
            or all(place.fullmatch(word) for word in name.split())
        )

    def _end_of_name(self, last: int) -> int:
        """Without a possessive ending and without the full stop of the sentence."""
        token = self.tokens[last]
        name = token.group()
        if name.endswith(".") and not re.search(r"\.\w+\.$|^\w\.$", name):
            name = name[:-1]
        return token.start() + len(without_possessive(name))

    def _role_before(self, begin: int, name: int) -> tuple[str | None, bool, int]:
        """Role, whether a form of address was used, and where the role begins."""
        start = self.tokens[name].start()
        if self.rules is None or name == 0:
            return None, False, start
        at = name
        addressed = False
        while at > 0 and self.beside(at) and self.is_a(at - 1, self.rules.honorifics):
            at, addressed = at - 1, True
        if at == 0:
            return None, addressed, self.tokens[at].start()
        office = self.office_before(at)
        if self.beside(at) and self.is_a(at - 1, self.rules.person_titles, self.rules.offices):
            office = at - 1
        if office is None:
            return self._role_before_comma(at, name, addressed)
        first = self._first_of_role(office, at, begin)
        role = self.text[self.tokens[first].start() : self.tokens[at - 1].end()]
        return role, addressed, self.tokens[first].start()

    def _first_of_role(self, office: int, at: int, begin: int) -> int:
        """The first word of a role that ends before word `at`: what modifies its office belongs to it."""
        first = office
        while first > 0 and at - first < LONGEST_ROLE and self.beside(first):
            if self._modifies(first - 1, begin):
                first -= 1
            elif (
                self.rules is not None
                and self.rules.articles == NOTHING
                and (held := self.office_before(first)) is not None
            ):
                # «командующий флотом адмирал»: two offices, one behind the other.
                first = held
            else:
                break
        return first

    def _role_before_comma(self, at: int, name: int, addressed: bool) -> tuple[str | None, bool, int]:
        """ "The mayor of Zenda, Anna Rau, said": a role, a full name, and a comma or a verb of speech behind it."""
        rules, start = self.rules, self.tokens[at].start()
        none = None, addressed, start
        before = _CLAUSE.search(self.text[:start])
        last = name
        while (following := self._following(last)) is not None:
            last = following
        if rules is None or before is None or last == name:
            return none
        closes = re.match(r"\s*(?:[,;.)—–]|$)", self.text[self._end_of_name(last) :])
        speaks = rules.any_reporting.match(self.text, self._end_of_name(last) + 1)
        words = before[1]
        according = rules.pattern(rules.according_to).match(words)
        words = words[according.end() :].lstrip() if according else words
        article = rules.pattern(rules.articles, rules.possessives).match(words)
        office = rules.pattern(rules.person_titles, rules.offices).search(words)
        if not (closes or speaks) or office is None or len(words.split()) > LONGEST_APPOSITION:
            return none
        led = words[article.end() if article else 0 : office.start()].split()
        modifiers = rules.pattern(rules.office_modifiers, rules.demonyms, rules.person_titles, rules.offices)
        if not all(modifiers.fullmatch(w) or (w[0].isupper() and not w.isupper()) for w in led):
            return none
        behind = words[office.end() :]
        verbs = rules.pattern(rules.auxiliary_verbs, rules.finite_verbs, rules.clause_openers)
        if verbs.search(behind) or rules.any_reporting.search(behind) or (not led and not article and not behind):
            return none
        first = before.end(1) - len(words[article.end() if article else 0 :].lstrip())
        return self.text[first : before.end(1)], addressed, first

    def _modifies(self, at: int, begin: int) -> bool:
        """Whether a word before an office belongs to the role: a name, an office, or one of the known modifiers."""
        assert self.rules is not None
        if at >= begin:
            return True
        if POSSESSIVE.search(self.word(at)):
            return False
        if self.starts_name(at):
            return self._behind_openers(at, at) == at
        return self.is_a(at, self.rules.office_modifiers, self.rules.offices, self.rules.person_titles)

    def _role_behind(self, end: int) -> tuple[str | None, int]:
        """ "…, the head of the fund, …": up to the next comma, where it begins with an office or leads to one."""
        rules = self.rules
        match = re.match(r",\s+([^,;:()“”\"«»—]+?)(?=[,;:()“”\"«»—]|\.?$)", self.text[end:]) if rules else None
        if rules is None or match is None:
            return None, end
        words = match[1].rstrip(". ")
        verb = rules.any_reporting.search(words)
        cut = words[: verb.start()].rstrip() if verb else words
        tokens = cut.split()
        article = rules.pattern(rules.articles).match(cut)
        office = rules.pattern(rules.person_titles, rules.offices).search(" ".join(tokens[:OFFICE_WITHIN]))
        opens = rules.pattern(rules.clause_openers, rules.participles, rules.conjunctions).match(cut)
        if not office or opens or len(tokens) > LONGEST_APPOSITION or self._names_somebody(cut, office.end()):
            return None, end
        # "a lawyer who is no cousin of the Lavian painter": what the clause tells is none of the office.
        relative = rules.pattern(rules.relatives).search(cut, office.end()) if rules.articles != NOTHING else None
        own = re.sub(rf"\s+(?:{rules.coordination})\s*$", "", cut[: relative.start()]) if relative else cut
        role = own[article.end() if article else 0 :].strip()
        return role or None, end + match.start(1) + len(cut)

    def _names_somebody(self, words: str, office: int) -> bool:
        """ "…, President Rau, …" goes on with another person and tells no role of the first."""
        following = TOKEN.search(words, office)
        return following is not None and words[0].isupper() and begins_name(following.group())
