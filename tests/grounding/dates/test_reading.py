"""How a sentence is read with the words of a language: tokens, figures, and forms, in a language made up for it."""

from __future__ import annotations

import pytest

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import SIGNS, Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.reading import read
from summarizer.grounding.dates.tokens import Kind, pieces

LEXICON = Lexicon(
    language="xx",
    entries=(
        *numbered(Kind.MONTH, ("unumo", "", "trimo|Tri.")),
        *numbered(Kind.WEEKDAY, ("lun", "mar"), start=0),
        *units({Unit.DAY: ("sol", "soloj"), Unit.WEEK: ("", "weks")}),
        *coded(Kind.PART, {"MO": "dawn|early dawn", "EV": "o'eve"}),
        Entry(Kind.WORD, "Dawn Post"),
        Entry(Kind.LABEL, "num"),
        Entry(Kind.IN, "en"),
        Entry(Kind.AT, "je"),
        *SIGNS,
    ),
    tense=TenseWords(),
    counted="folk|men",
    counted_endings=("oj",),
    uncounted="troj",
)

Read = tuple[Kind, int, str]


def tokens(text: str, lexicon: Lexicon = LEXICON) -> list[Read]:
    return [(token.kind, token.number, token.code) for token in read(list(pieces(text)), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unumo", [(Kind.MONTH, 1, "")]),
        ("Trimo", [(Kind.MONTH, 3, "")]),
        ("Tri.", [(Kind.MONTH, 3, "")]),
        ("tri.", [(Kind.WORD, 0, "tri"), (Kind.DOT, 0, ".")]),
        ("lun mar", [(Kind.WEEKDAY, 0, ""), (Kind.WEEKDAY, 1, "")]),
        ("sol", [(Kind.UNIT, 1, "D")]),
        ("soloj", [(Kind.UNIT, 2, "D")]),
        ("weks", [(Kind.UNIT, 2, "W")]),
        ("early dawn", [(Kind.PART, 0, "MO")]),
        ("early", [(Kind.WORD, 0, "early")]),
        ("dawn post", [(Kind.PART, 0, "MO"), (Kind.WORD, 0, "post")]),
        ("Dawn Post", [(Kind.WORD, 0, "")]),
        ("O’eve", [(Kind.PART, 0, "EV")]),
        ("Oʼeve", [(Kind.PART, 0, "EV")]),
    ],
)
def test_words_stand_for_what_the_lexicon_says(text: str, expected: list[Read]) -> None:
    assert tokens(text) == expected


def test_a_form_of_several_words_is_one_token_that_covers_them() -> None:
    first, second = read(list(pieces("  early dawn 5")), LEXICON)
    assert (first.kind, first.start, first.end) == (Kind.PART, 2, 12)
    assert (second.kind, second.start, second.end) == (Kind.DAY, 13, 14)


FIGURES: list[tuple[str, Kind, int]] = [
    ("1", Kind.DAY, 1), ("31", Kind.DAY, 31), ("05", Kind.DAY, 5), ("0", Kind.NUMBER, 0), ("32", Kind.NUMBER, 32),
    ("005", Kind.NUMBER, 5), ("999", Kind.NUMBER, 999), ("1000", Kind.YEAR, 1000), ("2199", Kind.YEAR, 2199),
    ("2200", Kind.NUMBER, 2200), ("0999", Kind.NUMBER, 999), ("02014", Kind.NUMBER, 2014),
    ("123456", Kind.NUMBER, 123456), ("1234567", Kind.AMOUNT, 0), ("5sol", Kind.DAY, 5), ("5x", Kind.AMOUNT, 5),
    ("5%", Kind.AMOUNT, 5), ("2014€", Kind.AMOUNT, 2014), ("5 %", Kind.DAY, 5),
    # Joined by dashes to figures that are no years.
    ("2014-555", Kind.AMOUNT, 2014), ("2014-15", Kind.YEAR, 2014), ("2014-2016", Kind.YEAR, 2014),
    ("2014–555", Kind.AMOUNT, 2014), ("2014 - 555", Kind.YEAR, 2014), ("2014 -555", Kind.YEAR, 2014),
    ("2014- 555", Kind.YEAR, 2014), ("2014-x", Kind.YEAR, 2014), ("2014+555", Kind.YEAR, 2014),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "number"), FIGURES)
def test_what_a_figure_can_be(text: str, kind: Kind, number: int) -> None:
    assert tokens(text)[0][:2] == (kind, number)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("$2014", Kind.AMOUNT), ("# 5", Kind.AMOUNT), ("x5", Kind.AMOUNT), ("x 5", Kind.DAY),
        ("555-2014", Kind.AMOUNT), ("12-2014", Kind.AMOUNT), ("2010-2014", Kind.YEAR), ("x-2014", Kind.YEAR),
        ("2010-2014-2016", Kind.YEAR), ("num 5", Kind.AMOUNT), ("num 2014", Kind.AMOUNT), ("num 555", Kind.NUMBER),
    ],
)  # fmt: skip
def test_what_stands_before_a_figure_tells_what_it_is(text: str, kind: Kind) -> None:
    assert tokens(text)[-1][0] is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2014 folk", Kind.NUMBER),
        ("2014 troj", Kind.YEAR),
        ("2014 kokoj", Kind.NUMBER),
        ("2014 Kokoj", Kind.YEAR),
        ("2014", Kind.YEAR),
        ("je 2014 folk", Kind.NUMBER),
        ("en 2014 folk", Kind.YEAR),
        ("en 2000 folk", Kind.NUMBER),
        ("en 2000 x", Kind.YEAR),
        ("trimo 3, 2000 folk", Kind.YEAR),
        ("trimo 3 2000 folk", Kind.NUMBER),
        ("trimo x, 2000 folk", Kind.NUMBER),
        ("x 3, 2000 folk", Kind.NUMBER),
        ("x trimo 3, 2000 folk", Kind.YEAR),
    ],
)
def test_a_figure_before_what_is_counted_is_no_year(text: str, kind: Kind) -> None:
    (found,) = [token[0] for token in tokens(text) if token[1] in (2000, 2014)]
    assert found is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'94", (Kind.SHORT_YEAR, 94, "'94")),
        ("Q3", (Kind.QUARTER, 3, "Q")),
        ("H2", (Kind.QUARTER, 2, "H")),
        ("XIV", (Kind.ROMAN, 14, "XIV")),
        ("21st", (Kind.ORDINAL, 21, "21st")),
        ("3-го", (Kind.ORDINAL, 3, "3-го")),
        ("1990s", (Kind.DECADE, 0, "1990s")),
        ("1,994", (Kind.AMOUNT, 0, "1,994")),
        ("13.30", (Kind.DECIMAL, 0, "13.30")),
        ("1/2", (Kind.FRACTION, 0, "1/2")),
        ("½", (Kind.FRACTION, 0, "½")),
        ("13:00", (Kind.CLOCK, 1, "T13:00")),
        ("9:05:30", (Kind.CLOCK, 1, "T09:05:30")),
        ("13h30", (Kind.CLOCK, 1, "T13:30")),
        ("24:00", (Kind.CLOCK, 1, "T24:00")),
        ("24:01", (Kind.AMOUNT, 0, "24:01")),
        ("25:00", (Kind.AMOUNT, 0, "25:00")),
        ("23:59", (Kind.CLOCK, 1, "T23:59")),
        ("23:60", (Kind.AMOUNT, 0, "23:60")),
        ("UTC+3", (Kind.ZONE, 0, "+03:00")),
        ("GMT -5", (Kind.ZONE, 0, "-05:00")),
        ("UTC−5:30", (Kind.ZONE, 0, "-05:30")),
        ("UTC+0545", (Kind.ZONE, 0, "+05:45")),
        ("UTC+14", (Kind.ZONE, 0, "+14:00")),
        ("UTC+15", (Kind.ZONE, 0, "")),
        ("UTC+5:59", (Kind.ZONE, 0, "+05:59")),
        ("UTC+5:60", (Kind.ZONE, 0, "")),
        ("年", (Kind.YEAR_SIGN, 0, "")),
        (",", (Kind.COMMA, 0, ",")),
        ("–", (Kind.DASH, 0, "–")),
        ("[", (Kind.OPEN, 0, "[")),
        ("?", (Kind.WORD, 0, "?")),
        # Dates in figures: the day first, save where that cannot be, or where the slashes may be read both ways.
        ("2024-05-02", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("2024-05-02T13:00Z", (Kind.NUMERIC_DATE, 0, "2024-05-02T13:00Z")),
        ("0012-05-02", (Kind.NUMERIC_DATE, 0, "0012-05-02")),
        ("2024/5/2", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("2024.05.02", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("2.5.2024", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("2-5-2024", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("02.05.24", (Kind.NUMERIC_DATE, 0, "2024-05-02")),
        ("2.5.49", (Kind.NUMERIC_DATE, 0, "2049-05-02")),
        ("2.5.50", (Kind.NUMERIC_DATE, 0, "1950-05-02")),
        ("2/5/2024", (Kind.NUMERIC_DATE, 2024, "ambiguous")),
        ("2/5/94", (Kind.NUMERIC_DATE, 1994, "ambiguous")),
        ("2/12/2024", (Kind.NUMERIC_DATE, 2024, "ambiguous")),
        ("12/2/2024", (Kind.NUMERIC_DATE, 2024, "ambiguous")),
        ("0000-05-02", (Kind.AMOUNT, 0, "0000-05-02")),
        ("5/5/2024", (Kind.NUMERIC_DATE, 0, "2024-05-05")),
        ("13/5/2024", (Kind.NUMERIC_DATE, 0, "2024-05-13")),
        ("12/13/2024", (Kind.NUMERIC_DATE, 0, "2024-12-13")),
        ("13.13.2024", (Kind.AMOUNT, 0, "13.13.2024")),
        ("32/5/2024", (Kind.AMOUNT, 0, "32/5/2024")),
        ("2024-02-30", (Kind.AMOUNT, 0, "2024-02-30")),
    ],
)
def test_shapes_have_their_kinds(text: str, expected: Read) -> None:
    assert tokens(text) == [expected]


def test_a_language_lists_its_forms_in_order() -> None:
    assert list(numbered(Kind.MONTH, ("unumo", "", "trimo"))) == [
        Entry(Kind.MONTH, "unumo", number=1),
        Entry(Kind.MONTH, "trimo", number=3),
    ]
    assert list(numbered(Kind.WEEKDAY, ("lun", "mar"), start=0)) == [
        Entry(Kind.WEEKDAY, "lun", number=0),
        Entry(Kind.WEEKDAY, "mar", number=1),
    ]
    assert list(units({Unit.DAY: ("sol", "soloj"), Unit.WEEK: ("", "weks")})) == [
        Entry(Kind.UNIT, "sol", number=1, code="D"),
        Entry(Kind.UNIT, "soloj", number=2, code="D"),
        Entry(Kind.UNIT, "weks", number=2, code="W"),
    ]
    assert list(coded(Kind.PART, {"MO": "dawn"})) == [Entry(Kind.PART, "dawn", code="MO")]


@pytest.mark.parametrize(("order", "expected"), [("dmy", "2024-05-02"), ("mdy", "2024-02-05")])
def test_a_language_says_how_slashes_are_read(order: str, expected: str) -> None:
    lexicon = Lexicon(language="xx", entries=(), tense=TenseWords(), slashed_order=order)
    assert tokens("2/5/2024", lexicon) == [(Kind.NUMERIC_DATE, 0, expected)]
    assert tokens("2.5.2024", lexicon) == [(Kind.NUMERIC_DATE, 0, "2024-05-02")]
    assert tokens("2/13/2024", lexicon) == [(Kind.NUMERIC_DATE, 0, "2024-02-13")]
    assert tokens("13/2/2024", lexicon) == [(Kind.NUMERIC_DATE, 0, "2024-02-13")]
