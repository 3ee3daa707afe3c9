"""The words by which quotes are altered and cut, language by language.

They are the benchmark's own and share nothing with the package's lists: a word that both had forgotten would go
unseen. A rule is a pattern and what takes its place.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Rule = tuple[str, str]


@dataclass(frozen=True)
class WordLists:
    """The words of one language."""

    negated: tuple[Rule, ...]
    """How a negation comes in."""
    affirmed: tuple[Rule, ...]
    """How a negation goes."""
    modality: tuple[Rule, ...]
    """How one modal verb or form becomes another."""
    operators: str
    """Negations and modals of which a cut must leave none behind: each stands before the words that it turns."""
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    """Number words that can stand for one another."""
    trailing: str = "(?!)"
    """Operators that stand behind the words that they turn."""
    spaced: bool = True
    """Whether the script writes spaces between words."""


def words(listed: str, *, capital: bool = False) -> re.Pattern[str]:
    """A pattern for whole words out of alternatives."""
    return re.compile(rf"(?<![\w'’])(?:{listed})(?!\w)", 0 if capital else re.IGNORECASE)


def _swaps(*pairs: tuple[str, str]) -> tuple[Rule, ...]:
    return tuple((rf"(?<!\w){old}(?!\w)", new) for old, new in pairs)


WORD_LISTS: Mapping[str, WordLists] = {
    "en": WordLists(
        negated=((r"\b(is|are|was|were|will|has|have|had|can|could|would|should|must|did)\b(?!n['’]t| not| no)", r"\1 not"),),
        affirmed=((r"\b(?:not|never) ", ""), (r"(?<=[a-z])n['’]t\b", ""), (r"\bno (?=[a-z])", "")),
        modality=_swaps(
            ("may", "will"), ("might", "will"), ("could", "will"), ("will", "may"), ("should", "may"),
            ("would", "might"), ("must", "may"), ("can", "must"),
        ),
        operators=r"not|never|cannot|\w+n['’]t|no|may|might|could|should|would|must|will|can",
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        numbers=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"),
    ),
    "es": WordLists(
        negated=((r"(?<!no )\b(es|son|fue|fueron|era|ha|han|había|está|están|será|serán|puede|pueden|tiene|tienen|hay)\b", r"no \1"),),
        affirmed=((r"\b(?:no|nunca) ", ""),),
        modality=(
            *_swaps(
                ("puede", "debe"), ("pueden", "deben"), ("debe", "puede"), ("deben", "pueden"), ("podría", "debe"),
                ("podrían", "deben"),
            ),
            (r"\b(\w{2,}r)á\b", r"\1ía"), (r"\b(\w{3,}r)án\b", r"\1ían"), (r"\b(\w{2,}r)ía\b", r"\1á"),
        ),
        operators=r"no|nunca|puede|pueden|podría|podrían|debe|deben|debería|deberían",
        months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        numbers=("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
    ),
    "fr": WordLists(
        negated=((r"(?<!ne )\b(est|sont|a|ont|était|étaient|sera|seront|peut|doit|va|vont|avait|avaient)\b(?! pas)", r"ne \1 pas"),),
        affirmed=((r" (?:pas|jamais)\b", ""),),
        modality=(
            *_swaps(
                ("peut", "doit"), ("peuvent", "doivent"), ("doit", "peut"), ("doivent", "peuvent"),
                ("pourrait", "doit"), ("pourraient", "doivent"), ("devrait", "peut"),
            ),
            (r"\b(ser|aur|devr|pourr|fer)a\b", r"\1ait"), (r"\b(ser|aur|devr|pourr|fer)ait\b", r"\1a"),
        ),
        operators=r"pas|jamais|peut|peuvent|pourrait|pourraient|doit|doivent|devrait|devraient",
        months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        numbers=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    ),
    "de": WordLists(
        negated=((r"\b(ist|sind|war|waren|wird|werden|hat|haben|hatte|kann|soll|sollen|will|muss|müssen)\b(?! nicht)", r"\1 nicht"),),
        affirmed=((r"\b(?:nicht|nie|niemals) ", ""), (r"\bk(eine?[nmrs]?)\b", r"\1")),
        modality=_swaps(
            ("kann", "muss"), ("können", "müssen"), ("könnte", "wird"), ("könne", "müsse"), ("müsse", "könne"),
            ("muss", "kann"), ("müssen", "können"), ("soll", "kann"), ("sollen", "können"), ("will", "muss"),
            ("wollen", "müssen"), ("darf", "muss"), ("wird", "könnte"), ("möchte", "muss"),
        ),
        operators=r"nicht|nie|niemals|kann|könnte|könne|soll|sollen|darf|muss|müsse|müssen|möchte|wollen",
        months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
        weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        numbers=("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
        trailing=r"nicht|will|können|könne|müsse",
    ),
    "ru": WordLists(
        negated=((r"(?<!не )\b(будет|будут|был|была|было|были|может|могут|\w{3,}(?:ил|ила|или|ал|ала|али|ает|ают|ился|илась))\b", r"не \1"),),
        affirmed=((r"\b(?:не|ни) ", ""),),
        modality=_swaps(
            ("может", "должен"), ("могут", "должны"), ("должен", "может"), ("должна", "может"), ("должны", "могут"),
            ("будет", "может"), ("будут", "могут"), ("следует", "можно"), ("можно", "нужно"), ("необходимо", "можно"),
        ),
        operators=r"не|ни|может|могут|должен|должна|должны|следует|можно|нужно",
        months=("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"),
        weekdays=("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
        numbers=("два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    ),
    "uk": WordLists(
        negated=((r"(?<!не )\b(буде|будуть|був|була|було|були|може|можуть|\w{3,}(?:ив|ила|или|ав|али|ала|ають|ився|илися))\b", r"не \1"),),
        affirmed=((r"\b(?:не|ні) ", ""),),
        modality=_swaps(
            ("може", "повинен"), ("можуть", "повинні"), ("повинен", "може"), ("повинна", "може"), ("повинні", "можуть"),
            ("буде", "може"), ("будуть", "можуть"), ("можна", "треба"), ("мусили", "могли"), ("могли", "мусили"),
            ("міг", "мусив"), ("могла", "мусила"),
        ),
        operators=r"не|ні|може|можуть|повинен|повинна|повинні|можна|треба|могли|міг",
        months=("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"),
        weekdays=("понеділок", "вівторок", "середу", "четвер", "п'ятницю", "суботу", "неділю"),
        numbers=("два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять", "десять"),
    ),
    "cs": WordLists(
        negated=((r"\b(jsou|byl|byla|bylo|byly|byli|bude|budou|má|mají|může|mohou|chce|souhlasil|dohodl|oznámil|uvedl|řekl)\b", r"ne\1"),),
        affirmed=((r"\bnení\b", "je"), (r"\bne(byl\w*|bud\w+|má|mají|může|mohou|chce\w*)\b", r"\1")),
        modality=_swaps(
            ("může", "musí"), ("mohou", "musí"), ("musí", "může"), ("bude", "může"), ("budou", "mohou"),
            ("mohla", "musela"), ("mohl", "musel"), ("mohly", "musely"),
        ),
        operators=r"není|nikdy|může|mohou|musí|mohl|mohla|mohly",
        months=("ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince"),
        weekdays=("pondělí", "úterý", "středu", "čtvrtek", "pátek", "sobotu", "neděli"),
        numbers=("dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "deset"),
    ),
    "ar": WordLists(
        negated=((r"(?<!\w)(قال|قالت|أعلن|أعلنت|أكد|أكدت|كان|كانت|تم|أضاف|يمكن|يتم|تمكن|يكون|تكون)(?!\w)", r"لم \1"),),
        affirmed=((r"(?<!\w)(?:لا|لم|لن|ليس|ليست) ", ""),),
        modality=_swaps(("يمكن", "يجب"), ("يجب", "يمكن"), ("قد", "سوف"), ("سوف", "قد"), ("سيتم", "قد يتم"), ("ينبغي", "يمكن")),
        operators=r"لا|لم|لن|ليس|ليست|يمكن|يجب|ينبغي",
        months=("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
        weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        numbers=("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
    ),
    "zh": WordLists(
        negated=((r"(?<![不没未])(同意|支持|接受|认为|表示|愿意|需要|参加|面临|成为|存在|符合)", r"不\1"),),
        affirmed=((r"(?:不会|没有|不能|未能|尚未|没|不)", ""),),
        modality=(("可能", "必须"), ("可以", "必须"), ("必须", "可以"), ("应该", "可能"), ("应当", "可能"), ("能够", "必须"), ("将(?![军来领])", "可能"), ("要(?=[加推提坚共])", "可能")),
        operators=r"不会|没有|不能|不得|未能|可能|可以|应该|应当|必须|能够",
        months=(),
        weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六"),
        numbers=("两", "三", "四", "五", "六", "七", "八", "九"),
        spaced=False,
    ),
}  # fmt: skip
