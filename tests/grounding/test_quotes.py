"""Locating copied words: to the letter, or up to typography; nothing else."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.folding import fold
from summarizer.grounding.quotes import locate

Form = Literal["NFC", "NFD"]


def found(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in locate(words, text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ('"no time left"', "He said “no time left”.", ["“no time left”"]),
        ("Rau's offer", "It was Rau’s offer.", ["Rau’s offer"]),
        ("12-14 March", "on 12–14 March", ["12–14 March"]),
        ("Palace of Strelsau", "the Palace\u00a0of \n Strelsau.", ["Palace\u00a0of \n Strelsau"]),
        ("negotiation", "the nego\u00adtia\u00adtion ended", ["nego\u00adtia\u00adtion"]),
        ("wait ...", "we wait … still", ["wait …"]),
        ("RAU", "Rau spoke, RAU wrote", ["RAU", "Rau"]),
        ("rau", "Rau spoke, RAU wrote", ["Rau", "RAU"]),
        ("Straße", "in der STRASSE", ["STRASSE"]),
        ("Rau", "Rau, Rausch and Rau", ["Rau", "Rau"]),
        ("« no time »", "He said «\u202fno time\u202f» then", ["«\u202fno time\u202f»"]),
        ("said “no time” then", "He said « no time » then", ["said « no time » then"]),
        ("»no time« then", "He said “no time” then", ["“no time” then"]),
        ("no time", "He said « no time », « no time »", ["no time", "no time"]),
        ("moll", "Rau ǰ, Ǯ ΐ and Moll", ["Moll"]),
        ("ΐ", "Rau ǰ, Ǯ ΐ and Moll", ["ΐ"]),
        ("条约", "ABC条约XYZ", ["条约"]),
        ("ABC", "新ABC条约", ["ABC"]),
        ("", "anything", []),
        ("   ", "anything", []),
        ("\u00ad", "any\u00adthing", []),
    ],
)
def test_typography_does_not_matter_and_words_stay_whole(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    "altered",
    [
        "will attend",
        "will not attends",
        "will never attend",
        "will not  not attend",
        "21",
        "wil not attend",
        "not will",
    ],
)
def test_an_altered_word_is_never_located(altered: str) -> None:
    assert locate(altered, "Ruritania will not attend for 12 days.") == ()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_exact_for_composed_and_decomposed_letters(form: Form) -> None:
    text = unicodedata.normalize(form, "Ілько Йорданів сказав: “Ґрунт є”. Ä é ñ.")
    forms: tuple[Form, ...] = ("NFC", "NFD")
    for words in ("Йорданів", "Ґрунт є", "é"):
        for other in forms:
            (span,) = locate(unicodedata.normalize(other, words), text)
            assert unicodedata.normalize("NFC", text[slice(*span)]) == words


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("不同意", "国务院说我们不同意这个提议"),
        ("首脳会談", "来週の首脳会談は延期された"),
        ("การเจรจา", "รัฐบาลกล่าวว่าการเจรจาจะเริ่ม"),
        ("المفاوضات", "قال إن المفاوضات ستبدأ"),
    ],
)
def test_words_inside_runs_of_scripts_without_spaces(words: str, text: str) -> None:
    assert found(words, text) == [words]
    assert locate(words[0] + "x" + words[1:], text) == ()


def test_arabic_words_are_not_found_inside_longer_ones() -> None:
    assert locate("مفاوض", "قال إن المفاوضات ستبدأ") == ()


def test_marks_without_a_letter_and_invisible_characters_keep_the_offsets() -> None:
    text = " \u0301\u0301x\u200b \u00adнй\u0306 end"
    assert found("end", text) == ["end"]
    assert fold(text).origin(len(fold(text).text)) == len(text)


alphabet = st.sampled_from("aB é\u0301“\u00a0\u00ad—中ไ'ß1.")
texts = st.text(alphabet, max_size=40)


@given(texts)
def test_folding_maps_every_character_back_in_order(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(at) for at in range(len(folded.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
    assert all(0 <= at <= len(text) for at in origins)
    assert fold(folded.text).text == unicodedata.normalize("NFC", folded.text)


def plainly_folded(text: str) -> str:
    """The same by brute force: character by character over the composed text."""
    replaced = {"“": '"', "—": "-", "\u00ad": "", "\u00a0": " "}
    composed = unicodedata.normalize("NFC", text)
    out = ""
    for character in "".join(replaced.get(c, c) for c in composed).casefold():
        out += "" if character in " -" and out.endswith(character) else character
    return re.sub(' ?" ?', '"', out)


@given(st.text(st.sampled_from("aB é“\u00a0—中1."), max_size=40))
def test_folding_agrees_with_brute_force(text: str) -> None:
    assert fold(text).text == plainly_folded(text)


@given(st.lists(st.sampled_from(["Rau", "said", "not", "12", "É", "“we”", "—"]), min_size=1, max_size=12), st.data())
def test_every_run_of_words_is_located_in_all_its_places(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    wanted = words[start:end]
    expected = [
        (len(" ".join(words[:at])) + (at > 0), len(" ".join(words[: at + len(wanted)])))
        for at in range(len(words) - len(wanted) + 1)
        if words[at : at + len(wanted)] == wanted
    ]
    plain = " ".join(wanted).replace("“", '"').replace("”", '"').replace("—", "–")
    located = locate(plain, text)
    # Overlapping repeats ("a a" in "a a a") are listed once.
    assert set(located) <= set(expected)
    assert located
    assert expected[0] in located


def test_one_letter_that_is_not_composed_does_not_change_what_is_found_elsewhere() -> None:
    around = "Rau said “ no ” -- twice … at  Strelsau, and\u00a0«so»; "
    text = around * 200 + "Jose\u0301 agreed. " + around * 200
    whole, composed = fold(text), fold(unicodedata.normalize("NFC", text))
    assert whole.text == composed.text
    assert found("José agreed", text) == ["Jose\u0301 agreed"]
    assert len(locate('said "no" - twice ... at Strelsau', text)) == 400


def test_syllables_of_hangul_are_located_in_either_form() -> None:
    text = "협상은 월요일 시작된다"
    apart = unicodedata.normalize("NFD", text)
    assert found(text, apart) == [apart]
    assert found(unicodedata.normalize("NFD", "월요일"), text) == ["월요일"]
    assert locate("협사", apart) == ()
