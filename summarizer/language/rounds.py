"""How languages number rounds of talks, and how they say that talks were moved. Data, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from summarizer.language.rules import compile_words
from summarizer.language.statuses import meeting_statuses

_ORDINALS: Mapping[str, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
    "digits": "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
    "cardinals": "one two three four five six seven eight nine ten",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
    "fr": "premier (?:deuxième|second) troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "es": "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "ru": "перв(?:ый|ого|ом|ому) втор(?:ой|ого|ом|ому) трет(?:ий|ьего|ьем|ьему) четв[её]рт(?:ый|ого|ом|ому) "
    "пят(?:ый|ого|ом|ому) шест(?:ой|ого|ом|ому) седьм(?:ой|ого|ом|ому) восьм(?:ой|ого|ом|ому) "
    "девят(?:ый|ого|ом|ому) десят(?:ый|ого|ом|ому)",
    "uk": "перш(?:ий|ого|ому) друг(?:ий|ого|ому) трет(?:ій|ього|ьому) четверт(?:ий|ого|ому) п[’'ʼ]?ят(?:ий|ого|ому) "
    "шост(?:ий|ого|ому) сьом(?:ий|ого|ому) восьм(?:ий|ого|ому) дев[’'ʼ]?ят(?:ий|ого|ому) десят(?:ий|ого|ому)",
}

_MOVED: Mapping[str, str] = {
    "en": r"(?:later|earlier|sooner) than (?:first |originally )?(?:planned|scheduled|expected)|brought forward|(?:put|set) back"
    r"|had (?:first |originally |initially )?been (?:due|scheduled|planned|set|expected|supposed) (?:to|for)"
    r"|(?:was|were) (?:first|originally|initially) (?:due|scheduled|planned|set|expected|supposed) (?:to|for)"
    r"|moved? (?:to|from|forward)|relocat\w*|(?:instead of|rather than) (?:in |on |at )?(?-i:[A-Z0-9]\w*)|postpone\w*",
    "uk": r"пізніше,? ніж (?:планува|очікува)\w+|раніше,? ніж планува\w+|ма(?:в|ла|ло|ли) (?:відбутися|розпочатися|початися|пройти)"
    r"|(?:спочатку|раніше) планува\w+|замість (?:понеділка|вівторка|середи|четверга|п[’'ʼ]ятниці|суботи|неділі|(?-i:[А-ЯІЇЄҐ])\w*)"
    r"|а не (?:в|у|на)",
    "ru": r"позже,? чем (?:планирова|ожида)\w+|раньше,? чем планирова\w+|долж(?:ен|на|но|ны) был\w* (?:состояться|начаться|пройти)"
    r"|(?:первоначально|ранее) планирова\w+|вместо (?:понедельника|вторника|среды|четверга|пятницы|субботы|воскресенья|(?-i:[А-Я])\w*)"
    r"|а не (?:в|на)",
    "de": r"(?:später|früher) als (?:geplant|vorgesehen|erwartet)|(?:war|waren|sollte|sollten) (?:ursprünglich|eigentlich)|vorgezogen"
    r"|(?:an)?statt (?:wie geplant )?(?:am|in) \w+",
    "fr": r"plus (?:tard|tôt) que prévu|initialement (?:prévue?s?|fixée?s?)|(?:était|étaient) (?:initialement|d[’']abord) prévue?s?"
    r"|avancée?s? (?:à|au)|au lieu de (?-i:[A-Z]\w*|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|et non (?:à|au|en)",
    "es": r"(?:más tarde|antes) de lo (?:previsto|planeado)|inicialmente previst[ao]s?|estaban? inicialmente previst[ao]s?"
    r"|adelantad[ao]s? (?:a|al)|en (?:lugar|vez) de(?:l)? (?-i:[A-Z]\w*|lunes|martes|miércoles|jueves|viernes|sábado|domingo)|y no en",
}  # fmt: skip


_AGAIN = compile_words(
    r"(?:meet|meeting|convene|talk|negotiate|gather) again|next round|another round|(?:знову|вдруге) зустр\w+|снова встре\w+"
    r"|erneut (?:treffen|zusammen)\w*|de nouveau|à nouveau|de nuevo|otra vez"
)


def _patterns() -> Sequence[re.Pattern[str]]:
    ordinals = zip(*(words.split() for words in _ORDINALS.values()), strict=True)
    ways = (
        rf"\b(?:{en}(?:\s+(?:and|\w+)){{0,2}}|{digits})\s+rounds?\b|\bround (?:{number}|{cardinal})\b|\b{de}[nr]?\s+(?:\w+)?runde"
        rf"|\b{fr}\s+(?:tour|cycle|round)|\b{es}\s+ronda|\b{ru}\s+раунд|\b{uk}\s+раунд"
        for number, (en, digits, cardinal, de, fr, es, ru, uk) in enumerate(ordinals, start=1)
    )
    return [re.compile(way, re.IGNORECASE) for way in ways]


_NUMBERED = _patterns()


def rounds_in(text: str) -> list[int]:
    """The numbers of the rounds that a text speaks of, up to the tenth."""
    return [number for number, pattern in enumerate(_NUMBERED, start=1) if pattern.search(text)]


def tells_of_a_move(text: str, language: str | None) -> bool:
    """Whether a sentence about talks tells that they were to be at another time or place.

    What is to be again is other talks. False for a language without words.
    """
    return _AGAIN.search(text) is None and any(pattern.search(text) for pattern in _moves(language))


@cache
def _moves(language: str | None) -> Sequence[re.Pattern[str]]:
    own = _MOVED.get(language or "")
    postponed = meeting_statuses(language).get("postponed")
    return [one for one in (postponed, compile_words(own) if own else None) if one is not None]
