"""Where talks take place, by the words around the noun or verb for them.

"Talks in Zenda, Ruritania", "met at the Customs House", "a Vienna meeting", "in Zenda for a second round of talks".
A small model that is asked for a place gives any place of the sentence; where the grammar does not tie one to
the talks, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.language.rules import LanguageRules, compile_words
from summarizer.language.territories import is_country, is_day_or_month, is_known_city, is_region

Span = tuple[int, int]

REACH = 14
"""Words between the talks and the place behind them, at most, within one clause."""
REACH_BEFORE = 5
"""Words between a place and the talks behind it, at most."""

_STATIC: Mapping[str, str] = {
    "en": r"in|at|on",
    "ru": r"в|во|на",
    "uk": r"в|у|на",
    "es": r"en",
    "fr": r"à|en|au|aux|dans",
    "de": r"in|im|bei|auf",
}
"""Language → prepositions that tell where something is."""
_AT = r"at"
"""The one that a building follows rather than a town."""
_ON = "on"
_BUILDINGS: Mapping[str, str] = {
    "en": (
        r"palace|hotel|castle|house|cent(?:er|re)|hall|residence|ministry|embassy|headquarters|villa|airport|base|mansion|fort"
        r"|university|institute|museum|resort|camp|kremlin|chancellery|consulate|monastery|abbey|library|club|zone|crossing"
    ),
    "ru": r"двор(?:ец|ца|це|цом)|отел\w+|гостиниц\w+|замк\w+|замок|дом\w*|резиденци\w+|министерств\w+|посольств\w+|штаб\w*|вилл\w+|аэропорт\w*|центр\w*|кремл\w+",
    "uk": r"палац\w*|готел\w+|замк\w+|замок|буд(?:инок|инку)|резиденці\w+|міністерств\w+|посольств\w+|штаб\w*|віл\w+|аеропорт\w*|центр\w*",
    "es": r"palacio|hotel|castillo|casa|centro|residencia|ministerio|embajada|sede|villa|aeropuerto|base|quinta",
    "fr": r"palais|hôtel|château|maison|centre|résidence|ministère|ambassade|siège|villa|aéroport|base",
    "de": r"\w*palast|\w*hotel|\w*schloss|\w*haus|\w*zentrum|\w*residenz|\w*ministerium|\w*botschaft|\w*sitz|villa|flughafen|\w*amt",
}
"""Language → nouns for buildings and sites in which people meet."""
_OTHER_MEETINGS: Mapping[str, str] = {
    "en": (
        r"(?:press|news|video|media) (?:conferences?|briefings?)|negotiating (?!in|at|on|with|over|for|to|the)\w+"
        r"|(?:phone|telephone) (?:talks?|discussions?)"
    ),
    "ru": r"пресс-конференци\w+|телефонн\w+ (?:переговор\w+|бесед\w+)",
    "uk": r"прес-?конференці\w+|телефонн\w+ (?:розмов\w+|переговор\w+)",
    "es": r"(?:rueda|conferencia)s? de prensa|conversaci(?:ón|ones) telefónicas?",
    "fr": r"conférences? de presse|entretiens? téléphoniques?",
    "de": r"Pressekonferenz(?:en)?|Telefon\w+",
}
"""Language → words for meetings that are no talks: with the press, by telephone."""

_WORD = r"[^\W\d_a-zа-яіїєґß-ÿ][\w’'\-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|del|of|di|el|al)\s+)?{_WORD})*"
_ARTICLE = r"(?:(?:the|el|la|los|las|le|les|der|die|das|dem|den)\s+|l[’'])?"
_ACRONYM = re.compile(r"[^\W\d_a-zа-яіїєґß-ÿ.]{2,6}(?:-\d+)?")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_CLAUSE_END = re.compile(r"[;:.!?“”\"«»—]\s|;|:(?!\d)|\s[–—]\s")


@dataclass(frozen=True)
class Place:
    """Where talks are, as the sentence prints it."""

    building: str | None = None
    city: str | None = None
    country: str | None = None


def without_brackets(text: str) -> str:
    """The text with what stands in brackets blanked out, every offset as it was."""
    return _BRACKETS.sub(lambda m: " " * len(m.group()), text)


def tells_of_talks(sentence: str, rules: LanguageRules) -> bool:
    """Whether a sentence has a word for talks."""
    return next(talks_in(sentence, rules), None) is not None


def place_of_talks(sentence: str, rules: LanguageRules) -> Place | None:
    """Where the talks in a sentence take place; `None` where its grammar ties no place to them."""
    for start, end in talks_in(sentence, rules):
        place = (
            _behind(sentence, end, rules)
            or _as_modifier(sentence, start, rules)
            or _before(sentence, start, rules)
        )  # fmt: skip
        if place is not None:
            return place
    return None


def stands_as_place(sentence: str, start: int, rules: LanguageRules) -> bool:
    """Whether the name that starts here is told of as a place: behind "in", or behind a town and a comma."""
    static = _STATIC.get(rules.code, r"(?!)")
    before = rf"(?<!\w)(?i:{static})\s+(?i:{_ARTICLE})$|{_NAME},\s+$"
    return re.search(before, sentence[:start]) is not None


def is_building(name: str, rules: LanguageRules) -> bool:
    """Whether a name has a word for a building ("the Customs House")."""
    return compile_words(_BUILDINGS.get(rules.code, r"(?!)")).search(name) is not None


def talks_in(sentence: str, rules: LanguageRules) -> Iterator[Span]:
    """Where a sentence has words for talks; news conferences, telephone calls and "a negotiating team" are none."""
    other = _OTHER_MEETINGS.get(rules.code)
    text = compile_words(other).sub(lambda m: " " * len(m.group()), sentence) if other else sentence
    return (m.span() for m in rules.pattern(rules.talks).finditer(text))


def _behind(sentence: str, end: int, rules: LanguageRules) -> Place | None:
    """ "… talks on quotas in Zenda, Ruritania"."""
    clause = _clause(without_brackets(sentence[end:]), rules)
    static = _STATIC.get(rules.code, r"(?!)")
    for match in re.finditer(rf"(?<!\w)((?i:{static}))\s+((?i:{_ARTICLE}))({_NAME})", clause):
        if len(clause[: match.start()].split()) > REACH:
            return None
        place = _as_place(match[1], match[2], match[3], sentence[end + match.end() :], rules)
        if place is not None:
            return place
    return None


def _before(sentence: str, start: int, rules: LanguageRules) -> Place | None:
    """ "In Zenda, the delegations met", "invited to Zenda for talks"."""
    clause = sentence[:start]
    static = _STATIC.get(rules.code, r"(?!)")
    opening = re.match(rf"\W*((?i:{static}))\s+((?i:{_ARTICLE}))({_NAME})", clause)
    found = list(
        re.finditer(
            rf"(?<!\w)((?i:{static}|to))\s+((?i:{_ARTICLE}))({_NAME})(?:\s+[\w:]+){{0,4}}?\s+for\s+(?:[\w’'\-]+\s+)*$",
            clause,
        )
    )
    match = found[-1] if found else opening
    if match is None:
        return None
    between = clause[match.end(3) :]
    told = rules.any_reporting.search(between) or rules.pattern(rules.clause_openers).search(between)
    if told or _CLAUSE_END.search(between) or len(between.split()) > REACH_BEFORE:
        return None
    return _as_place(match[1], match[2], match[3], between, rules)


def _as_modifier(sentence: str, start: int, rules: LanguageRules) -> Place | None:
    """ "A Vienna meeting": only of a city that is known as one, for "the Norway talks" may be about Norway."""
    match = re.search(rf"({_NAME})\s+(?:[a-z\-]+\s+)?$", sentence[:start])
    return Place(city=match[1]) if match and is_known_city(match[1], rules.code) else None


def _as_place(preposition: str, article: str, name: str, behind: str, rules: LanguageRules) -> Place | None:
    name = _without_day(name, rules)
    country = is_country(name, rules.code)
    if not name or (_ACRONYM.fullmatch(name) and not country) or is_region(name, rules.code):
        return None
    if rules.pattern(rf"(?:{rules.honorifics}|{rules.person_titles})").match(name):
        return None
    if country:
        # "Talks on Ruritania" are about it.
        return None if preposition.casefold() == _ON else Place(country=name)
    building = is_building(name, rules)
    city = is_known_city(name, rules.code)
    if building or (preposition.casefold() == _AT and not city):
        return _in_town(name, behind, rules)
    if not city and (article.strip() or rules.noun_capitals):
        # "In the Commons", "in the North": no town; and where all nouns are capitalised any noun could stand here.
        return None
    return Place(city=name, country=_of_city(behind, rules))


def _in_town(building: str, behind: str, rules: LanguageRules) -> Place:
    """A building, with the town behind it where one is named: "at the Customs House in Zenda"."""
    static = _STATIC.get(rules.code, r"(?!)")
    town = re.match(rf"\s*,?\s+(?i:{static})\s+({_NAME})", behind)
    if town is None or is_day_or_month(town[1].split()[0], rules.code):
        return Place(building=building)
    if is_country(town[1], rules.code):
        return Place(building=building, country=town[1])
    return Place(building=building, city=town[1], country=_of_city(behind[town.end() :], rules))


def _of_city(behind: str, rules: LanguageRules) -> str | None:
    """The country right behind a town: "Zenda, Ruritania, on Friday"."""
    named = re.match(rf",\s+({_NAME})", behind)
    if named is None:
        return None
    name = _without_day(named[1], rules)
    apposition = len(name.split()) == 1 and re.match(r"[,.;)]|$", behind[named.end() :])
    return name if name and (apposition or is_country(name, rules.code)) else None


def _without_day(name: str, rules: LanguageRules) -> str:
    """A name without the weekday or month that a newspaper puts right behind it ("in Zenda Friday")."""
    words = name.split()
    while words and is_day_or_month(words[-1], rules.code):
        words.pop()
    return " ".join(words)


def _clause(text: str, rules: LanguageRules) -> str:
    """What follows up to the end of the clause: a mark, a clause opener or a verb that reports."""
    ends = [len(text)]
    ends += [m.start() for m in [_CLAUSE_END.search(text)] if m]
    ends += [m.start() for m in [rules.pattern(rules.clause_openers).search(text)] if m]
    ends += [m.start() for m in [rules.any_reporting.search(text)] if m]
    return text[: min(ends)]
