"""The benchmark of trust: its makers do what they claim, and what it counts is what happened."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import altered_quotes, trust, verbatim_quotes
from benchmarks.aligners import Aligner, ours
from benchmarks.alterations import KINDS, Alteration, alterations, long_enough
from benchmarks.passages import Passage, passage, read_passages
from benchmarks.typography import KINDS as TYPOGRAPHIES
from benchmarks.typography import Variant, variants
from benchmarks.word_lists import WORD_LISTS, words

ENGLISH = (
    "The delegation from Ruritania will not sign before 12 March, Foreign Minister Petra Rau said on Monday. "
    "Graustark may send 300 observers to the border near Zenda in the first week of April. "
    "“We have never accepted the draft of 9 January 2031”, said Ilko Moll, who leads the team from Graustark. "
    "The talks in Strelsau could resume on Friday, according to two officials close to Marta Sapt. "
    "Both sides must agree on a list of 64 missing people — and on the bridge at Hentzau — by the end of June. "
    "The ministry's spokesman, Karl Dravik, called the meeting of Tuesday a step in the right direction."
)
UKRAINIAN = (
    "Делегація Руританії не підпише угоду до 12 березня, заявила в понеділок міністерка Петра Рау. "
    "Граустарк може надіслати 300 спостерігачів до кордону біля міста Зенда в квітні. "
    "«Ми не прийняли проєкт від 9 січня 2031 року», сказав учора Ілько Молль у столиці. "
    "Обидві сторони повинні узгодити список із 64 зниклих людей до кінця червня."
)
CHINESE = (
    "鲁里坦尼亚代表团星期一表示，该国不会在3月12日之前签署和平条约。"
    "格劳斯塔克可能向边境地区派遣三百名观察员参加下一轮会谈。"
    "双方必须在六月底之前就64名失踪人员的名单达成一致意见。"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data laid out as `benchmarks/README.md` says, about an invented world."""
    folder = tmp_path_factory.mktemp("data")
    texts = {"en": ENGLISH, "uk": UKRAINIAN, "zh": CHINESE}
    _write(folder / "sets" / "articles_dev.jsonl", [{"lang": code, "text": text} for code, text in texts.items()])
    faithful = "Graustark may send 300 observers."
    pair = [
        {"id": "invented_1_good", "label": 1, "summary": faithful, "doc": ENGLISH, "error_type": None},
        {
            "id": "invented_1_bad",
            "label": 0,
            "summary": faithful.replace("300", "900"),
            "doc": ENGLISH,
            "error_type": "Extrinsic Entity Error",
        },
    ]
    _write(folder / "sets" / "bump_dev.jsonl", pair)
    _write(
        folder / "sets" / "summedits_news.jsonl", [{**record, "edit_types": ["entity_modification"]} for record in pair]
    )
    return folder


def _write(path: Path, records: Sequence[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


@pytest.fixture(scope="module")
def passages(folder: Path) -> dict[str, list[Passage]]:
    return {code: held for code, held in read_passages(folder, list(WORD_LISTS)).items() if held}


@pytest.fixture(scope="module")
def altered(passages: dict[str, list[Passage]]) -> list[Alteration]:
    return [a for held in passages.values() for a in alterations(held, 20)]


@pytest.fixture(scope="module")
def typographic(passages: dict[str, list[Passage]]) -> list[Variant]:
    def is_long(code: str) -> Any:
        return lambda stretch, sentence: long_enough(stretch, WORD_LISTS[code])

    return [v for code, held in passages.items() for v in variants(held, 12, is_long(code))]


def tokens(text: str) -> list[str]:
    """Words and numbers without case and marks; each sign of Chinese by itself."""
    text = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf").casefold()
    return re.findall(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+", seen)


def places_of(wanted: list[str], held: list[str]) -> list[int]:
    return [at for at in range(len(held)) if held[at : at + len(wanted)] == wanted]


def test_every_kind_is_made_in_every_language_that_has_words_for_it(altered: list[Alteration]) -> None:
    made = {(a.kind, a.language) for a in altered}
    assert {kind for kind, _ in made} == set(KINDS)
    assert {(kind, code) for kind in KINDS for code in ("en", "de", "uk")} <= made
    assert {kind for kind, code in made if code == "zh"} >= {
        "negation dropped",
        "number",
        "modality",
        "stitched",
        "cut",
    }


def test_an_altered_quote_says_other_words_than_its_passage(altered: list[Alteration]) -> None:
    for alteration in altered:
        places = places_of(tokens(alteration.words), tokens(alteration.text))
        assert bool(places) == (alteration.kind == "cut"), alteration


def test_a_cut_stands_in_its_passage_right_beside_the_operator_that_it_lost(altered: list[Alteration]) -> None:
    for cut in (a for a in altered if a.kind == "cut"):
        lists = WORD_LISTS[cut.language]
        before, _, behind = cut.text.partition(cut.words)
        operators = words(lists.operators) if lists.spaced else re.compile(lists.operators)
        lost = [m.end() for m in operators.finditer(before) if m.end() == len(before.rstrip())]
        assert lost or words(lists.trailing).match(behind.lstrip()), cut


def test_a_change_is_of_its_kind(altered: list[Alteration]) -> None:
    for alteration in altered:
        old, new = tokens(alteration.source), tokens(alteration.words)
        if alteration.kind == "word order":
            assert sorted(old) == sorted(new)
            assert old != new
        elif alteration.kind == "number":
            gone = set(old) - set(new) or set(new) - set(old)
            spelt = set(tokens(" ".join(WORD_LISTS[alteration.language].numbers)))
            assert any(token.isdigit() or token in spelt for token in gone), alteration
        elif alteration.kind == "negation dropped":
            assert len("".join(new)) < len("".join(old))
        elif alteration.kind == "negation added":
            assert len("".join(new)) > len("".join(old))


def test_a_variant_holds_the_same_words_at_each_of_its_places_and_nowhere_else(typographic: list[Variant]) -> None:
    assert {v.kind for v in typographic} == set(TYPOGRAPHIES)
    assert {v.language for v in typographic} == {"en", "de", "uk", "zh"}
    for variant in typographic:
        wanted = tokens(variant.words)
        for start, end in variant.places:
            assert tokens(variant.text[start:end]) == wanted, variant
            assert not variant.text[start].isspace()
            assert not variant.text[end - 1].isspace()
        assert len(places_of(wanted, tokens(variant.text))) == len(variant.places), variant
        assert variant.words != variant.text[slice(*variant.places[0])]


def test_the_same_quotes_are_made_again(passages: dict[str, list[Passage]], altered: list[Alteration]) -> None:
    assert [a for held in passages.values() for a in alterations(held, 20)] == altered


def test_an_aligner_that_accepts_everything_and_one_that_accepts_nothing_are_told(
    passages: dict[str, list[Passage]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(altered_quotes, "PER_KIND", 3)
    monkeypatch.setattr(verbatim_quotes, "PER_KIND", 2)
    credulous = Aligner("credulous", lambda words, text, language: ((0, len(text)),))
    deaf = Aligner("deaf", lambda words, text, language: ())
    *_, accepted, called, peer = altered_quotes.measure(passages, credulous, [deaf], 1, misses=False)
    assert accepted.value == len([a for held in passages.values() for a in alterations(held, 3)])
    assert accepted.met is False
    assert called.value == 100
    assert peer.value == 0
    located, peer = verbatim_quotes.measure(passages, deaf, [credulous], 1, misses=True)
    assert (located.value, located.met) == (0, False)
    assert peer.value == 0
    assert "missed" in capsys.readouterr().out


def test_the_whole_benchmark_runs_on_a_small_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(altered_quotes, "PER_KIND", 6)
    monkeypatch.setattr(verbatim_quotes, "PER_KIND", 4)
    monkeypatch.setattr(trust, "peers", lambda: [Aligner("a peer", ours().find)])
    trust.main(["--data", str(folder), "--quick", "--misses", "--json", str(tmp_path / "targets.json")])
    targets = {t["name"]: t for t in json.loads((tmp_path / "targets.json").read_text(encoding="utf-8"))["targets"]}
    assert targets["altered quotes accepted as located"]["value"] == 0
    assert targets["altered quotes: how many"]["met"] is False
    assert targets["verbatim quotes located at the right offsets, %"]["value"] == 100
    assert targets["speed: near-quote of 40 tokens in 20,000 words, ms"]["value"] is None
    assert targets["dates: value F1, all (platinum)"]["value"] is None
    assert targets["minimal pairs (BUMP): unfaithful one worse, %"]["value"] == 100
    assert targets["minimal pairs (BUMP): faithful one not objected to, %"]["value"] == 100
    printed = capsys.readouterr().out
    assert "skipped" in printed
    assert "Targets" in printed


def test_a_section_can_run_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trust.main(["--data", str(folder), "--only", "pairs"])
    printed = capsys.readouterr().out
    assert "Minimal pairs" in printed
    assert "Altered quotes" not in printed


def test_what_stands_elsewhere_in_the_passage_is_no_altered_quote() -> None:
    days = WORD_LISTS["en"].weekdays
    text = " ".join(f"The talks in the old palace begin on {day}." for day in days)
    assert not [a for a in alterations([passage(text, "en")], 20) if a.kind == "date"]
    assert [a for a in alterations([passage(text.replace("Friday", "Monday"), "en")], 20) if a.kind == "date"]
