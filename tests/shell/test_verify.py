"""`summarizer verify`: verdicts for people and programs, and an exit code for scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell.running import Shell


@pytest.fixture
def briefing(shell: Shell, article: Path, asking: list[str], tmp_path: Path) -> Path:
    """A file with the briefing of the article."""
    path = tmp_path / "briefing.json"
    assert shell("brief", article, *asking, "--output", path).code == 0
    return path


def rewritten(briefing: Path, **changes: Any) -> Path:
    """The same briefing with other values in its first statement."""
    given = json.loads(briefing.read_text("utf-8"))
    given["statements"][0].update(changes)
    path = briefing.with_name("changed.json")
    path.write_text(json.dumps(given), "utf-8")
    return path


def test_a_briefing_that_holds_ends_with_0(shell: Shell, briefing: Path, article: Path) -> None:
    ran = shell("verify", briefing, article)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("13 of 13 facts supported.\n"), ran.out


def test_a_lie_is_shown_with_its_reason_and_ends_with_6(shell: Shell, briefing: Path, article: Path) -> None:
    ran = shell("verify", rewritten(briefing, content="the quota must not be shared"), article)
    assert ran.code == 6
    assert ran.out == (
        "12 of 13 facts supported, 1 altered.\n"
        "\n"
        "Altered\n"
        "  /statements/0/content  the quota must not be shared\n"
        "      “not” added\n"
        "      Changed from the evidence: “not” added.\n"
    )


def test_json_holds_a_verdict_on_every_fact(shell: Shell, briefing: Path, article: Path) -> None:
    ran = shell("verify", rewritten(briefing, act="denied"), article, "--format", "json")
    report = json.loads(ran.out)
    assert (ran.code, report["facts"], report["altered"]) == (6, 13, 1)
    assert [v["path"] for v in report["verdicts"] if v["kind"] == "altered"] == ["/statements/0/act"]
    assert len(report["verdicts"]) == 13
    assert ran.err == "12 of 13 facts supported, 1 altered.\n"
    assert shell("verify", briefing, article, "--format", "json", "--quiet").err == ""


def test_strict_fails_what_could_not_be_judged(shell: Shell, briefing: Path, article: Path) -> None:
    beyond = rewritten(briefing, content="the quota must be shared wisely")
    assert shell("verify", beyond, article).code == 0
    assert "No verdict on “wisely”: the evidence has no such words." in shell("verify", beyond, article).out
    assert shell("verify", beyond, article, "--strict").code == 6


def test_one_of_the_two_may_come_on_the_standard_input(shell: Shell, briefing: Path, article: Path) -> None:
    assert shell("verify", "-", article, typed=briefing.read_bytes()).code == 0
    assert shell("verify", briefing, "-", typed=article.read_bytes()).code == 0
    ran = shell("verify", "-", "-")
    assert (ran.code, ran.errors) == (
        2, ["summarizer: The standard input can be read only once. Name a file for one of the two."],
    )  # fmt: skip


def test_the_articles_day_can_be_given(shell: Shell, briefing: Path, article: Path) -> None:
    ran = shell("verify", briefing, article, "--published", "2030-05-19")
    assert ran.code == 6
    assert "/article/published  2030-05-12" in ran.out


@pytest.mark.parametrize("text", ["", "no JSON", "{}", '{"schema_version": "1"}', "[]"])
def test_what_is_no_briefing_is_told_as_such(shell: Shell, article: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "none.json"
    file.write_text(text, "utf-8")
    ran = shell("verify", file, article)
    assert (ran.code, ran.out, len(ran.errors)) == (3, "", 1)
    assert ran.errors[0].startswith(f"summarizer: {file}: Not a briefing: ")


def test_a_file_that_is_not_there_is_named(shell: Shell, article: Path, tmp_path: Path) -> None:
    ran = shell("verify", tmp_path / "absent.json", article)
    assert (ran.code, len(ran.errors)) == (3, 1)
    assert "absent.json" in ran.errors[0]


def test_brief_takes_strict(shell: Shell, article: Path, asking: list[str]) -> None:
    loose = json.loads(shell("brief", article, *asking, "--format", "json").out)
    strict = json.loads(shell("brief", article, *asking, "--format", "json", "--strict").out)
    assert strict["verification"]["unjudged"] == []
    assert strict["verification"]["facts"] <= loose["verification"]["facts"]


def test_nothing_of_a_briefing_steers_the_terminal(shell: Shell, briefing: Path, article: Path) -> None:
    ran = shell("verify", rewritten(briefing, content="\x1b[31mred\x07 Zenda"), article)
    assert ran.code == 6
    assert "\x1b" not in ran.out
    assert "\x07" not in ran.out
