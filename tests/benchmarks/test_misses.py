"""The benchmark of misses: each rule names the cause that it is about, on an invented article."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import misses
from benchmarks.misses_causes import EXTRA, NO_BRIEFING, TAKEN
from benchmarks.misses_causes import misses as causes_of
from benchmarks.misses_matching import read_score
from tests.benchmarks import small_score
from tests.invented import ARTICLE

S = {s.number: s.text for s in ARTICLE.sentences}


def evidence(*numbers: int) -> list[dict[str, Any]]:
    return [
        {"sentence": n, "start": ARTICLE.sentences[n - 1].start, "end": ARTICLE.sentences[n - 1].end, "text": S[n]}
        for n in numbers
    ]


def said(number: int, speaker: str, *outlets: str) -> dict[str, Any]:
    return {"speaker": {"name": speaker}, "reported_by": list(outlets), "evidence": evidence(number)}


def attempt(number: int, outcome: str = "answered") -> dict[str, Any]:
    return {"purpose": f"statement {number}", "outcome": outcome}


def refusal(path: str, value: str, reason: str) -> dict[str, Any]:
    return {"path": path, "value": value, "reason": reason}


SPOKEN = {"evidence": S[2], "speaker": ["Sörl"], "reported_by": []}
CARRIED = {"evidence": S[4], "speaker": ["person close"], "reported_by": [["Radio Skarn"]]}
TEAM = {"party": ["Corrow"], "head": ["Marrin"]}
ROUND = {"start": "2030-05-14", "place": ["Veldhaven"]}
DAY = {"value": "2030-05-08", "evidence": S[5]}
PAPER = {"name": ["draft agreement"], "author": ["Marrin"], "evidence": S[5]}


def entry(**fields: Any) -> dict[str, Any]:
    return {"evidence": evidence(5), **fields}


def causes(gold: dict[str, Any], briefing: dict[str, Any] | None, section: str) -> list[str]:
    """The causes that one section's misses are put down to."""
    wanted = {"article": {"text": ARTICLE.text}, "gold": gold}
    return [m.cause for m in causes_of(small_score, wanted, briefing, ARTICLE) if m.section == section]


def briefed(*, refused: Any = (), attempts: Any = (), **sections: Any) -> dict[str, Any]:
    return {**sections, "verification": {"refused": list(refused)}, "provenance": {"attempts": list(attempts)}}


NOBODY = "Nobody before sentence 2 says whom it means."


@pytest.mark.parametrize(
    ("briefing", "cause"),
    [
        (None, NO_BRIEFING),
        (briefed(), "no statement of the sentence"),
        (briefed(attempts=[attempt(4)]), "the sentence was not asked about"),
        (briefed(attempts=[attempt(2)]), "asked, no speaker found"),
        (briefed(attempts=[attempt(2, "answer_truncated")]), "asked, lost: answer_truncated"),
        (briefed(refused=[refusal("/statements/0/speaker", "she", NOBODY)], attempts=[attempt(2)]),
         "refused: Nobody before sentence N says whom it means."),
        (briefed(refused=[refusal("/statements/0/speaker", "Anneke Sörl", "These words name 'nobody'.")]),
         "refused: These words name …."),
        (briefed(refused=[refusal("/statements/0/speaker", "Marrin", "Sentence 3 says no.")], attempts=[attempt(4)]),
         "the sentence was not asked about"),
    ],
)  # fmt: skip
def test_a_missed_statement(briefing: dict[str, Any] | None, cause: str) -> None:
    assert causes({"statements": [SPOKEN]}, briefing, "statements") == [cause]
    assert causes({"statements": [SPOKEN]}, briefing, "speakers") == [
        cause if cause == NO_BRIEFING else f"no statement: {cause}"
    ]


def test_a_second_speaker_of_one_sentence() -> None:
    gold = {"statements": [SPOKEN, {**SPOKEN, "speaker": ["Marrin"]}]}
    briefing = briefed(statements=[said(2, "Anneke Sörl")])
    assert causes(gold, briefing, "statements") == ["a further speaker of a sentence that has one"]
    assert causes(gold, briefing, "speakers") == ["another speaker; the right one is not named in the sentence"]


def test_another_speaker_costs_precision_too() -> None:
    briefing = briefed(statements=[said(2, "Pól Marrin")])
    assert causes({"statements": [SPOKEN]}, briefing, "statements") == []
    assert causes({"statements": [SPOKEN]}, briefing, "speakers") == [
        "another speaker; the right one stands in the sentence",
        EXTRA,
    ]


def test_what_answers_optional_gold_is_not_extra() -> None:
    briefing = briefed(statements=[said(2, "Anneke Sörl")])
    assert causes({"statements": [{**SPOKEN, "optional": True}]}, briefing, "speakers") == []


@pytest.mark.parametrize(
    ("outlets", "refused", "found"),
    [
        (("Radio Skarn",), [], []),
        ((), [], ["not listed, stands in the sentence"]),
        (("Veldhaven News",), [], ["another outlet is listed", EXTRA]),
        ((), [refusal("/statements/1/reported_by/0", "Radio Skarn", "Sentence 4 names it as a hearer.")],
         ["refused: Sentence N names it as a hearer."]),
    ],
)  # fmt: skip
def test_outlets(outlets: tuple[str, ...], refused: list[Any], found: list[str]) -> None:
    briefing = briefed(statements=[said(4, "A person close to the islanders", *outlets)], refused=refused)
    assert causes({"statements": [CARRIED]}, briefing, "outlets") == found


@pytest.mark.parametrize(
    ("section", "wanted", "briefing", "cause"),
    [
        ("delegations", TEAM, briefed(), "no entry for the party"),
        ("delegations", TEAM, briefed(delegations=[entry(party="Corrow", head=None)]), "the party without its head"),
        ("delegations", TEAM, briefed(delegations=[entry(party="Corrow", head={"name": "Rau"})]), "another head"),
        ("delegations", TEAM, briefed(refused=[refusal("/delegations/1/head", "Pól Marrin", "No.")]), "refused: No."),
        ("delegations", TEAM, briefed(refused=[refusal("/delegations/1/party", "Corrow", "No.")]), "refused: No."),
        ("meetings", ROUND, briefed(), "no entry of this date or place"),
        ("meetings", ROUND, briefed(meetings=[entry(start="2030-05-14", city=None)]), "right date without the place"),
        ("meetings", ROUND, briefed(meetings=[entry(start="2030-05-14", city="Rau")]), "right date, another place"),
        ("meetings", ROUND, briefed(meetings=[entry(start=None, city="Veldhaven")]), "right place without the date"),
        ("meetings", ROUND, briefed(meetings=[entry(start="2031", city="Veldhaven")]), "right place, another date"),
        ("meetings", ROUND, briefed(refused=[refusal("/meetings/0/city", "Veldhaven", "No.")]), "refused: No."),
        ("dates", DAY, briefed(), "no event of the sentence"),
        ("dates", DAY, briefed(timeline=[entry(date="2030-05")]), "another value for the sentence"),
        ("dates", DAY, briefed(timeline=[entry(date="2030-05-08", evidence=evidence(1))]),
         "the day is listed, not this sentence"),
        ("dates", DAY, briefed(refused=[refusal("/timeline/0/date", "8 May", "No.")]), "refused: No."),
        ("documents", PAPER, briefed(), "paper not found in the sentence"),
        ("documents", PAPER, briefed(documents=[entry(name="quota", author="Marrin")]), "another name for the paper"),
        ("documents", PAPER, briefed(documents=[entry(name="draft agreement", author=None)]), "without its author"),
        ("documents", PAPER, briefed(documents=[entry(name="draft agreement", author="Rau")]), "another author"),
        ("documents", PAPER, briefed(documents=[entry(name="draft agreement", author=None)],
                                     refused=[refusal("/documents/0/author", "Marrin", "No.")]), "refused: No."),
        ("parties", ["Corrow"], briefed(), "not listed"),
        ("parties", ["Corrow"], briefed(refused=[refusal("/talks/parties/0", "Isle of Corrow", "No.")]),
         "refused: No."),
    ],
)  # fmt: skip
def test_other_sections(section: str, wanted: Any, briefing: dict[str, Any], cause: str) -> None:
    found = causes({section: [wanted]}, briefing, section)
    assert [c for c in found if c != EXTRA] == [cause]


def test_one_entry_answers_one_gold_item() -> None:
    briefing = briefed(meetings=[entry(start="2030-05-14", city="Veldhaven")])
    assert causes({"meetings": [ROUND, {**ROUND}]}, briefing, "meetings") == [TAKEN]


def test_an_entry_with_a_mention_that_answers_is_not_extra() -> None:
    briefing = briefed(timeline=[entry(date="2030-05-08", evidence=evidence(1, 5))])
    assert causes({"dates": [DAY]}, briefing, "dates") == []


def test_causes_are_counted_over_articles_and_each_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "out").mkdir()
    shutil.copy(small_score.__file__, tmp_path / "score.py")
    gold = {"statements": [SPOKEN, CARRIED], "parties": [["Brennland"]]}
    wanted = {"article": {"text": ARTICLE.text, "language": "en", "published": "2030-05-12"}, "gold": gold}
    for name in ("one", "two"):
        (tmp_path / f"dev/{name}.gold.json").write_text(json.dumps(wanted), "utf-8")
    (tmp_path / "out/one.json").write_text(json.dumps(briefed(attempts=[attempt(2)])), "utf-8")
    arguments = ["--data", tmp_path, "--output", tmp_path / "out", "--misses", "--json", tmp_path / "targets.json"]
    monkeypatch.setattr(sys, "argv", ["misses", *map(str, arguments)])
    misses.main()
    told = {t["name"]: t["value"] for t in json.loads((tmp_path / "targets.json").read_text("utf-8"))["targets"]}
    assert told["statements: no briefing"] == 2
    assert told["statements: asked, no speaker found"] == 1
    assert told["statements: the sentence was not asked about"] == 1
    assert told["parties: not listed"] == 1
    printed = capsys.readouterr().out
    assert "2 articles" in printed
    assert "1 with a briefing" in printed
    assert f"  one: Sörl: {S[2][:60]}" in printed
    assert read_score(tmp_path).METRICS == small_score.METRICS
