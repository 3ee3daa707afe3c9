"""The names of people and bodies in a sentence, each with the role that stands beside it.

"Defence Minister Rustem Umierov" is a name with a role before it, "Vladimir Medinsky, head of the Russian
delegation, …" one with a role behind it. A role always holds a noun for an office; what holds none is
no role, and stays out of the name all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from summarizer.grounding.genitives import genitive_before
from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.language.timestamps import without_timestamp
from summarizer.language.words import fits_any

PARTICLES = r"al|bin|bint|ben|ibn|abu|von|van|der|den|de|del|della|da|di|du|dos|la|le|el|ter|af|av|zu|ul|ur"
"""Words in lower case inside a name."""
LONGEST_ROLE = 7
"""Words of a role before a name, at most."""
LONGEST_APPOSITION = 18
"""Words of a role behind a name, at most; its office stands among the first `OFFICE_WITHIN`."""
OFFICE_WITHIN = 7
LONGEST_ABBREVIATION = 5
"""Characters of a word with a full stop inside a name ("Brig."), at most; a longer one ends a sentence."""

_TOKEN = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*\.?")
_ELISION = re.compile(r"(\w+)[’']")
_CLAUSE = re.compile(r"(?:^|[,;:()“”\"«»—–]\s*)([^,;:()“”\"«»—–]+),\s+$")
"""The words between the comma before a name and the mark before that."""
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_PARTICLE = re.compile(PARTICLES)
_JOINED = re.compile(rf"(?:{PARTICLES})[\-’']", re.IGNORECASE)


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


def is_capitalised(word: str) -> bool:
    """Whether a word begins like a name, or stands in a script without case."""
    first = next((c for c in word if c.isalpha()), "")
    return bool(first) and (first.isupper() or first.upper() == first.lower())


def without_possessive(name: str) -> str:
    """ "Rau's" → "Rau"."""
    return _POSSESSIVE.sub("", name) if "’" in name or "'" in name else name


def mentions(text: str, rules: LanguageRules | None) -> tuple[Mention, ...]:
    """The names of a sentence in order: runs of capitalised words with the roles beside them."""
    found = list(_Reader(without_timestamp(text), rules).read())
    if rules is None:
        return tuple(found)
    # "Secretary" is no name where "Secretary of State" is the next one's role.
    title = rules.pattern(rules.person_titles, rules.offices)
    pairs = zip_longest(found, found[1:])
    return tuple(m for m, then in pairs if not (then and then.outset <= m.start and title.fullmatch(m.name)))


class _Reader:
    """Reads one sentence."""

    def __init__(self, text: str, rules: LanguageRules | None) -> None:
        self.text = text
        self.rules = rules
        self.tokens = [self._behind_elision(match) for match in _TOKEN.finditer(text)]
        according = rules.pattern(rules.according_to).finditer(text) if rules and rules.noun_capitals else ()
        self._according = [match.span() for match in according]

    def read(self) -> Iterator[Mention]:
        for first, last in self._runs():
            begin = self._behind_openers(first, last)
            if begin > last or self._is_plain_noun(begin, last):
                continue
            name = self._behind_complement(begin, self._behind_titles(begin, last), last)
            yield self._mention(begin, name, last)

    def _behind_elision(self, token: re.Match[str]) -> re.Match[str]:
        """ "L’envoyé" is a word with another one joined to it, which is none of a name's."""
        if self.rules is None or self.rules.elided == NOTHING:
            return token
        elided = _ELISION.match(token.group())
        if elided is None or not self.rules.pattern(self.rules.elided).fullmatch(elided[1]):
            return token
        return _TOKEN.match(self.text, token.start() + elided.end()) or token

    def _runs(self) -> Iterator[tuple[int, int]]:
        """First and last token of each run of name words with nothing but spaces between."""
        at = 0
        while at < len(self.tokens):
            if not self._begins_name(at):
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
        while after < len(self.tokens) and self._adjacent(after):
            word = self._word(after)
            if self._begins_name(after):
                return after
            if not _PARTICLE.fullmatch(word):
                return None
            after += 1
        return None

    def _adjacent(self, at: int) -> bool:
        """Whether only a space parts a token from the one before, which is not possessive."""
        before = self.tokens[at - 1]
        gap = self.text[before.end() : self.tokens[at].start()]
        ended = before.group().endswith(".") and len(before.group()) > LONGEST_ABBREVIATION
        return gap in (" ", "\u00a0") and not ended and without_possessive(before.group()) == before.group()

    def _word(self, at: int) -> str:
        return self.tokens[at].group()

    def _begins_name(self, at: int) -> bool:
        """Whether a name can begin with this token: "Oslo-based" is an adjective."""
        word, start = self._word(at), self.tokens[at].start()
        if not _begins_name(word):
            return False
        if any(first <= start < end for first, end in self._according):
            # "Nach Angaben Raus": a noun, and a capital for that alone.
            return False
        return self.rules is None or "-" not in word or not re.search(rf"-(?:{self.rules.compounds})$", word)

    def _is(self, at: int, *words: str) -> bool:
        if self.rules is None:
            return False
        return fits_any(without_possessive(self._word(at)).rstrip("."), *words)

    def _behind_openers(self, first: int, last: int) -> int:
        """Past the words that are capitalised only because a sentence or a quote begins with them."""
        rules = self.rules
        if rules is None:
            return first
        openers = (
            rules.sentence_openers, rules.prepositions, rules.articles, rules.pronouns, rules.conjunctions,
            rules.clause_openers, rules.auxiliaries, rules.joining,
        )  # fmt: skip
        while first <= last and self._is(first, *openers) and not self._is_initial(first):
            first += 1
        return first

    def _is_plain_noun(self, begin: int, last: int) -> bool:
        """ "Міністр", "Sprecher": an office alone, with the capital of a sentence's start or of a noun."""
        rules = self.rules
        if rules is None or begin < last or not (rules.noun_capitals or (begin == 0 and rules.articles == NOTHING)):
            return False
        return self._is(begin, rules.person_titles, rules.offices, rules.office_modifiers, rules.anonymous)

    def _is_initial(self, at: int) -> bool:
        return bool(re.fullmatch(r"(?:\w\.)+", self._word(at)))

    def _behind_titles(self, first: int, last: int) -> int:
        """The first word of the name behind the last office or form of address in a run."""
        if self.rules is None:
            return first
        titles = (self.rules.person_titles, self.rules.offices, self.rules.honorifics)
        return max((at + 1 for at in range(first, last) if self._is(at, *titles)), default=first)

    def _behind_complement(self, begin: int, name: int, last: int) -> int:
        """The first word of the name behind what an office before the run is for: "ministro de Defensa Rau"."""
        rules, at = self.rules, name
        while rules is not None and at < last:
            place = last - at >= 2 and self._is(at, rules.genitive_places)
            if not place and not self._is_complement(at):
                break
            at += 1
        return at if at > name and self._office_before(at) is not None else name

    def _is_complement(self, at: int) -> bool:
        """Whether a word tells what an office is for, without being a name: "Defensa", "МИД", "закордонних"."""
        if self.rules is None:
            return False
        word, last = self._word(at), self._word(min(at + 1, len(self.tokens) - 1))
        acronym = word.isupper() and len(word) > 1 and "." not in word
        # "глава Rau Мольд": a firm in its own letters before a name in the text's.
        foreign = word.isascii() and not last.isascii() and self.rules.articles == NOTHING
        kinds = (self.rules.office_modifiers, self.rules.bodies, self.rules.complement_joins)
        return acronym or foreign or self._is(at, *kinds)

    def _office_before(self, at: int) -> int | None:
        """The office that the words before a name lead back to, where the language puts what it is for behind it."""
        rules = self.rules
        if rules is None or not rules.complements_follow or at == 0:
            return None
        if self._is(at - 1, rules.prepositions, rules.articles):
            return None
        for before in range(at - 1, max(-1, at - 1 - LONGEST_ROLE), -1):
            if not self._beside(before + 1):
                return None
            if self._is(before, rules.person_titles, rules.offices):
                return before
            joins = (rules.complement_joins, rules.articles, rules.genitive_places, rules.demonyms)
            if not self._is_complement(before) and not self._is(before, *joins):
                return None
        return None

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
        while at > 0 and self._beside(at) and self._is(at - 1, self.rules.honorifics):
            at, addressed = at - 1, True
        if at == 0:
            return None, addressed, self.tokens[at].start()
        office = self._office_before(at)
        if self._beside(at) and self._is(at - 1, self.rules.person_titles, self.rules.offices):
            office = at - 1
        if office is None:
            return self._role_before_comma(at, name, addressed)
        first = self._first_of_role(office, at, begin)
        role = self.text[self.tokens[first].start() : self.tokens[at - 1].end()]
        return role, addressed, self.tokens[first].start()

    def _first_of_role(self, office: int, at: int, begin: int) -> int:
        """The first word of a role that ends before word `at`: what modifies its office belongs to it."""
        first = office
        while first > 0 and at - first < LONGEST_ROLE and self._beside(first) and self._modifies(first - 1, begin):
            first -= 1
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
        article = rules.pattern(rules.articles).match(words)
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
        first = before.start(1) + (len(words) - len(words[article.end() :].lstrip()) if article else 0)
        return self.text[first : before.end(1)], addressed, first

    def _beside(self, at: int) -> bool:
        """Whether a token follows the one before it with a space or a closing bracket between."""
        gap = self.text[self.tokens[at - 1].end() : self.tokens[at].start()]
        return gap in (" ", "\u00a0", "] ", ") ")

    def _modifies(self, at: int, begin: int) -> bool:
        """Whether a word before an office belongs to the role: a name, an office, or one of the known modifiers."""
        assert self.rules is not None
        if at >= begin:
            return True
        if _POSSESSIVE.search(self._word(at)):
            return False
        if self._begins_name(at):
            return self._behind_openers(at, at) == at
        return self._is(at, self.rules.office_modifiers, self.rules.offices, self.rules.person_titles)

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
        role = cut[article.end() :].strip() if article else cut
        return role or None, end + match.start(1) + len(cut)

    def _names_somebody(self, words: str, office: int) -> bool:
        """ "…, President Rau, …" goes on with another person and tells no role of the first."""
        following = _TOKEN.search(words, office)
        return following is not None and words[0].isupper() and _begins_name(following.group())


def _begins_name(word: str) -> bool:
    """Whether a word begins with a capital, or with a particle and a capital behind it ("al-Vren")."""
    joined = None if word.isalpha() else _JOINED.match(word)
    bare = word[joined.end() :] if joined else word
    return bare[:1].isupper()


@dataclass(frozen=True)
class Split:
    """Copied words, taken apart."""

    name: str
    role: str | None
    addressed: bool = False


def split_role(words: str, rules: LanguageRules | None) -> Split | None:
    """Name and role, where the words are those of one name and nothing else; else `None`.

    A leading article belongs to the role; the tail behind a comma is the role where it tells one, and is
    left out where it tells none.
    """
    words = words.strip(" ,.;:")
    found = mentions(words, rules)
    if not found:
        return None
    first = min(found, key=lambda m: (m.outset, -m.start))
    before, after = words[: first.outset].strip(), words[first.close :]
    if (rules is None or rules.offices == NOTHING) and before:
        # Offices are not known in this language: words in lower case before a name tell its role.
        return Split(first.name, before) if before.islower() and not after.strip() else None
    if rules is None:
        return Split(first.name, None) if not after.strip() else None
    for mention in found:
        # "Ruritania's chief negotiator Petra Rau": whose she is belongs to her role.
        owner = genitive_before(words, mention.outset, rules)
        if owner is not None and owner[0] == 0 and mention.role and not words[mention.close :].strip():
            return Split(mention.name, f"{words[slice(*owner)]} {mention.role}", mention.addressed)
    if first.role is not None and not before and _FROM.fullmatch(after):
        # "Foreign Minister Ilko Moll of Graustark".
        return Split(first.name, first.role, first.addressed)
    leading = f"(?:{rules.articles}|{rules.possessives}|{rules.sentence_openers}|(?:{rules.elided})[’'])"
    if before and not rules.pattern(rf"{leading}(?:\s+{leading})*").fullmatch(before):
        return None
    if after and (not re.match(r"\s*[,(]", after) or is_list(after, rules)):
        return None
    return Split(first.name, first.role, first.addressed)


_FROM = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)*")


def is_list(after: str, rules: LanguageRules) -> bool:
    """Whether what stands behind a name and a comma goes on with other names ("…, TASS and Interfax")."""
    return any(m.start <= 4 and m.role is None for m in mentions(after, rules))
