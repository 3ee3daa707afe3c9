"""A batch that is killed: each article once in the output, and no call paid twice but those under way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.batch_kills import killed
from summarizer.batch.journal import Journal
from summarizer.batch.output import OutputLines
from summarizer.errors import SettingsError
from tests.dossier.world_files import briefings

FIRST, SECOND, THIRD = (briefings()[name] for name in ("a01", "a02", "a03"))


def test_killed_processes_lose_nothing_and_pay_nothing_twice() -> None:
    found = killed(3)
    assert found["kills"] == 3
    assert (found["lost"], found["twice"], found["paid twice, not under way"]) == (0, 0, 0)


def begun(folder: Path) -> Journal:
    journal = Journal(folder / "journal", {"model": "a/b"})
    for name, briefing in (("1", FIRST), ("2", SECOND), ("3", THIRD)):
        journal.begin(name, briefing.article.sha256)
    return journal


def lines_of(path: Path) -> list[str]:
    return [json.loads(line)["article"]["sha256"] for line in path.read_bytes().splitlines()]


def test_what_the_journal_has_and_the_output_has_not_is_written_at_the_next_start(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    journal = begun(tmp_path)
    OutputLines(output, journal).close()
    journal.finish(FIRST.article.sha256, FIRST)
    journal.close()
    journal = begun(tmp_path)
    OutputLines(output, journal).close()
    assert lines_of(output) == [FIRST.article.sha256]
    assert list(journal.unwritten()) == []
    journal.close()


def test_half_a_line_is_cut_off_and_written_again(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    journal = begun(tmp_path)
    lines = OutputLines(output, journal)
    for briefing in (FIRST, SECOND):
        lines.add(briefing.article.sha256, journal.finish(briefing.article.sha256, briefing))
    lines.close()
    line = journal.finish(THIRD.article.sha256, THIRD)
    journal.close()
    with output.open("ab") as file:
        file.write(line[: len(line) // 2])
    journal = begun(tmp_path)
    OutputLines(output, journal).close()
    assert lines_of(output) == [one.article.sha256 for one in (FIRST, SECOND, THIRD)]
    journal.close()


def test_two_processes_do_not_work_on_one_batch(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    with pytest.raises(SettingsError, match="Another process"):
        Journal(tmp_path / "journal", {"model": "a/b"})
    journal.close()


def test_a_file_that_is_no_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("not a database " * 100, encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be used"):
        Journal(tmp_path / "journal", {})
