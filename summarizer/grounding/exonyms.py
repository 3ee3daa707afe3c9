"""Countries and well-known cities across languages: "Germany" is «Германия», 德国 and ألمانيا.

No rule of spelling tells that, so the names come from the Unicode CLDR (package `babel`, read when first asked for).
What two texts name is compared by the CLDR's own codes, so that no country ever stands for another: a name that could
be that of two, as "Nigerien" by its letters, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.grounding.folding import fold, is_unspaced
from summarizer.grounding.inflection import same_word
from summarizer.grounding.parties import same_stem

SHORTEST_LOWER_CASE = 5
"""Letters of a word in lower case that can be an adjective made of a country's name ("iranien"), at least."""
_KEY = 2
"""Letters by which names are looked up."""

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*(?:['’ʼ\-][^\W\d_]+)*")
_ELIDED = re.compile(r"^(?:[dl]|qu|dell|nell|all|sull)'(?=\w{3})")
"""French and Italian words joined to a name: "l’Allemagne"."""
_ASIDE = re.compile(r"\s*[(（].*")
_WORLD = "001"
_ALL_CITIES = "ru"
"""A language in another script, in which the CLDR spells out the city of every time zone."""

_SHORT: Mapping[str, Mapping[str, str]] = {
    "en": {
        "US": "US", "U.S": "US", "USA": "US", "America": "US", "American": "US", "Americans": "US", "UK": "GB",
        "U.K": "GB", "Britain": "GB", "Great Britain": "GB", "British": "GB", "UAE": "AE", "Emirati": "AE", "UN": "UN",
        "U.N": "UN", "EU": "EU", "Turkey": "TR", "Turkish": "TR", "French": "FR", "Dutch": "NL", "Polish": "PL",
        "Irish": "IE", "Swiss": "CH", "Danish": "DK", "Spanish": "ES", "Greek": "GR", "Finnish": "FI", "Czech": "CZ",
        "Slovak": "SK", "Afghan": "AF", "Saudi": "SA", "Norwegian": "NO", "Bosnia and Herzegovina": "BA",
        "Bosnia": "BA", "Nigerian": "NG", "Nigerien": "NE", "Dominican": "",
    },
    "ru": {
        "США": "US", "Соединённые Штаты": "US", "Соединённых Штатов": "US", "Соединённым Штатам": "US",
        "Соединённых Штатах": "US", "Соединёнными Штатами": "US", "Америка": "US", "Британия": "GB",
        "ООН": "UN", "ЕС": "EU", "Евросоюз": "EU", "Северная Корея": "KP", "Южная Корея": "KR",
        "Объединённые Арабские Эмираты": "AE",
    },
    "uk": {
        "США": "US", "Сполучених Штатів": "US", "Сполученим Штатам": "US", "Сполучених Штатах": "US",
        "Сполученими Штатами": "US", "Сполучені Штати Америки": "US", "Британія": "GB", "ООН": "UN", "ЄС": "EU",
        "Євросоюз": "EU", "КНДР": "KP", "ОАЕ": "AE",
    },
    "es": {"EEUU": "US", "EE": "US", "ONU": "UN", "UE": "EU", "Gran Bretaña": "GB"},
    "fr": {"USA": "US", "ONU": "UN", "UE": "EU", "Grande-Bretagne": "GB"},
    "de": {
        "USA": "US", "UNO": "UN", "UN": "UN", "EU": "EU", "Großbritannien": "GB", "Vereinigten Staaten": "US",
        "Vereinten Nationen": "UN", "Vereinigten Arabischen Emirate": "AE", "Europäischen Union": "EU",
    },
    "zh": {"北韩": "KP", "南韩": "KR", "阿联酋": "AE", "欧洲联盟": "EU"},
    "ar": {"أمريكا": "US", "أميركا": "US", "بريطانيا": "GB", "الإمارات": "AE"},
}  # fmt: skip
"""Names that newspapers print and the CLDR has not among its first ones. Without a code: words for two countries."""
_ARABIC_LETTERS = str.maketrans("أإآىة", "ااايه")
_ARABIC_BEFORE = "[وف]?[بلك]?"
"""What Arabic joins to the word behind it: "and", "in", "for", "as"."""


@dataclass(frozen=True)
class NamedPlace:
    """A country or city that a text names, with its codes: more than one where they share the name."""

    start: int
    end: int
    codes: frozenset[str]

    @property
    def is_country(self) -> bool:
        """Whether it is a country (or a union of them), so that no other name may stand for it."""
        return any("/" not in code for code in self.codes)


@lru_cache(maxsize=4096)
def places_named(text: str, language: str | None) -> tuple[NamedPlace, ...]:
    """The countries and cities of the CLDR that a text in a language (ISO 639-1) names, in any form, in order."""
    names = _names(language or "")
    if not names:
        return ()
    if language == "ar" or any(map(is_unspaced, next(iter(names)))):
        return tuple(_standing(text, language or ""))
    return tuple(_spelled(text, language or ""))


def _spelled(text: str, language: str) -> Iterator[NamedPlace]:
    """In scripts with spaces and capitals: word by word, the longest name first."""
    words = list(_WORD.finditer(text))
    index = _by_beginning(language)
    at = 0
    while at < len(words):
        found: dict[tuple[int, int], dict[tuple[str, ...], frozenset[str]]] = {}
        for name, codes in index.get(_key(words[at].group()), ()):
            these = [m.group() for m in words[at : at + len(name)]]
            likeness = _likeness(these, name, language) if len(these) == len(name) else 0
            if likeness:
                found.setdefault((len(name), likeness), {})[name] = codes
        length, likeness = max(found, default=(1, 0))
        best = found.get((length, likeness), {})
        codes = frozenset(code for named in best.values() for code in named)
        # A word that may be made of two names is made of none.
        if codes and "" not in codes and (likeness > 1 or len(best) == 1):
            yield NamedPlace(words[at].start(), words[at + length - 1].end(), codes)
        at += length


def _likeness(words: list[str], name: tuple[str, ...], language: str) -> int:
    """3 where these are the name's words, 2 where forms of them, 1 where a word made of the name, else 0."""
    pairs = list(zip(words, name, strict=True))
    capital = all(word[0].isupper() or not part[0].isupper() for word, part in pairs)
    if capital and all(_folded(word) == _folded(part) for word, part in pairs):
        return 3
    if capital and all(_folded(word) == _folded(part) or same_word(word, part, language) for word, part in pairs):
        return 2
    if len(name) > 1 or name[0].isupper() or not (capital or len(words[0]) >= SHORTEST_LOWER_CASE):
        return 0
    return int(same_stem(_folded(name[0]), _folded(words[0])))


def _standing(text: str, language: str) -> Iterator[NamedPlace]:
    """In Chinese, Japanese, Arabic and the like: where the letters stand, the longest name first."""
    arabic = language == "ar"
    read = text.translate(_ARABIC_LETTERS) if arabic else text
    taken: list[NamedPlace] = []
    for name, codes in sorted(_names(language).items(), key=lambda entry: -len(entry[0])):
        for match in _arabic(name).finditer(read) if arabic else re.finditer(re.escape(name), read):
            if not any(place.start < match.end() and match.start() < place.end for place in taken):
                taken.append(NamedPlace(match.start(), match.end(), codes))
    yield from sorted(taken, key=lambda place: place.start)


@lru_cache(maxsize=2048)
def _arabic(name: str) -> re.Pattern[str]:
    """An Arabic name with what is joined to it, and the adjectives that end in "-ي" ("الألماني", "إيرانية")."""
    plain = name.translate(_ARABIC_LETTERS)
    article = name.startswith("ال")
    stem = plain.removeprefix("ال") if article else plain
    adjective = re.escape(stem.removesuffix("يا") if stem.endswith("يا") else stem) + "ي(?:ه|ين|ون|تين|تان|ان)?"
    whole = f"{_ARABIC_BEFORE}{re.escape(plain)}"
    if article:
        # "for the" swallows a letter: "للصين".
        whole += f"|[وف]?لل{re.escape(stem)}"
    made = "" if " " in plain else f"|{_ARABIC_BEFORE}(?:ال)?{adjective}|[وف]?لل{adjective}"
    return re.compile(rf"(?<!\w)(?:{whole}{made})(?!\w)")


@lru_cache(maxsize=32)
def _by_beginning(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for name, codes in _names(language).items():
        words = tuple(_WORD.findall(name))
        if words:
            index.setdefault(_key(words[0]), []).append((words, codes))
    return {key: tuple(entries) for key, entries in index.items()}


@lru_cache(maxsize=32)
def _names(language: str) -> Mapping[str, frozenset[str]]:
    """Name → codes, in one language; empty where the CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, set[str]] = {}
    for code, name in locale.territories.items():
        if code != _WORLD:
            found.setdefault(_ASIDE.sub("", str(name)), set()).add(str(code))
    for zone in map(str, Locale(_ALL_CITIES).time_zones):
        # Languages in Latin script leave out cities that are spelt as the zone is.
        city = locale.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        if not zone.startswith("Etc/"):
            found.setdefault(_ASIDE.sub("", str(city)), set()).add(str(zone))
    for name, code in _SHORT.get(language, {}).items():
        found.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _key(word: str) -> str:
    return _folded(word)[:_KEY]


def _folded(word: str) -> str:
    return _ELIDED.sub("", fold(word).text.replace("ё", "е").removesuffix("'s").removesuffix("'"))
