"""`summarizer batch` in one process: what goes in, what comes out, what is told, and what happens the second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer import Briefing
from tests.batch.conftest import Corpus, Run, hashes, reads, text_of
from tests.briefing_by_script import Start
from tests.scripted_model import Answer, Request, status
from tests.shell.running import Shell


def test_a_folder_becomes_a_briefing_a_line(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(3)
    (folder / "more").mkdir()
    (folder / "more" / "again.txt").write_text(text_of(1), encoding="utf-8")
    (folder / "empty.txt").write_text("123", encoding="utf-8")
    (folder / ".hidden.txt").write_text(text_of(9), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    ran = run(folder, scripted(reads))
    assert ran.code == 7
    assert run.texts == hashes(0, 1, 2)
    assert "3 briefed, 1 duplicates, 1 unreadable" in ran.err
    assert [row["source"] for row in run.beside("failed.jsonl")] == ["empty.txt"]
    outcomes = {row["source"]: (row["outcome"], row["duplicate_of"]) for row in run.beside("sources.jsonl")}
    assert outcomes == {
        "0.txt": ("briefed", None),
        "1.txt": ("briefed", None),
        "2.txt": ("briefed", None),
        "empty.txt": ("unreadable", None),
        "more/again.txt": ("duplicate", "1.txt"),
    }


def test_a_second_run_asks_nothing_and_changes_nothing(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(3), scripted(reads)
    assert run(folder, model).code == 0
    asked, made = len(model.requests), run.output.read_bytes()
    ran = run(folder, model)
    assert ran.code == 0
    assert "0 briefed, 3 settled before" in ran.err
    assert (len(model.requests), run.output.read_bytes()) == (asked, made)
    (folder / "new.txt").write_text(text_of(7), encoding="utf-8")
    run(folder, model)
    assert run.texts == hashes(0, 1, 2, 7)


def test_an_article_that_fails_stops_no_other(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(3)

    def loses_one(request: Request) -> Answer:
        return status(400) if "in row 1." in request.user else reads(request)

    ran = run(folder, scripted(loses_one))
    assert ran.code == 7
    assert run.texts == hashes(0, 2)
    (fault,) = run.beside("failed.jsonl")
    assert fault["source"] == "1.txt"
    assert fault["message"]
    healthy = scripted(reads)
    again = run(folder, healthy)
    assert (again.code, healthy.requests) == (7, [])
    assert run(folder, healthy, "--retry-failed").code == 0
    assert run.texts == hashes(0, 1, 2)
    assert run.beside("failed.jsonl") == []


def test_a_wrong_key_ends_it_at_once_and_loses_nothing(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(6)
    ran = run(folder, scripted(lambda request: status(401)), "--at-once", "1")
    assert ran.code == 4
    assert len(ran.errors) == 1
    assert run(folder, scripted(reads)).code == 0
    assert run.texts == hashes(*range(6))


def test_a_dry_run_asks_no_model(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(3), scripted(reads)
    ran = run(folder, model, "--dry-run")
    assert ran.code == 0
    assert not model.requests
    assert "3 articles to brief" in ran.err
    calls, read = (int(figure.replace(",", "")) for figure in _figures(ran.err)[:2])
    run(folder, model)
    sent = sum(len(message["content"].encode()) for one in model.requests for message in one.messages)
    assert calls == len(model.requests)
    assert read == pytest.approx(sent / 4, rel=0.05)


def _figures(text: str) -> list[str]:
    words = text.partition("About ")[2].split()
    return [word for word in words if word.replace(",", "").isdigit()]


def test_a_dry_run_counts_what_is_left(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(2), scripted(reads)
    run(folder, model)
    (folder / "new.txt").write_text(text_of(5), encoding="utf-8")
    ran = run(folder, model, "--dry-run")
    assert "1 articles to brief, 2 settled before" in ran.err
    run(folder, model)
    assert run.texts == hashes(0, 1, 5)


@pytest.mark.parametrize("change", [["--strict"], ["--write-in", "fr"], ["-m", "openai/gpt-4o"]])
def test_one_batch_is_made_in_one_way(run: Run, corpus: Corpus, scripted: Start, change: list[str]) -> None:
    folder, model = corpus(1), scripted(reads)
    run(folder, model)
    ran = run(folder, model, *change)
    assert ran.code == 2
    assert "This batch was begun with" in ran.err


def test_an_output_that_was_changed_is_refused(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(2), scripted(reads)
    run(folder, model)
    written = run.output.read_bytes()
    for changed in (b"", b"1\n" * len(written), written + b"A line of somebody else.\n", written[:-1] + b"}"):
        run.output.write_bytes(changed)
        ran = run(folder, model)
        assert ran.code == 2
        assert "is not as this batch left it" in ran.err
        assert run.output.read_bytes() == changed


def test_a_file_that_is_no_batch_is_not_overwritten(run: Run, corpus: Corpus, scripted: Start) -> None:
    run.output.parent.mkdir()
    run.output.write_text("precious\n", encoding="utf-8")
    ran = run(corpus(1), scripted(reads))
    assert ran.code == 2
    assert run.output.read_text(encoding="utf-8") == "precious\n"


def test_one_folder_holds_one_batch(run: Run, shell: Shell, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(1), scripted(reads)
    run(folder, model)
    other = Run(shell, run.output.with_name("others.jsonl"))
    ran = other(folder, model)
    assert ran.code == 2
    assert "a folder of its own" in ran.err


def test_json_lines_and_parquet_in_and_out_say_the_same(shell: Shell, tmp_path: Path, scripted: Start) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"text": text_of(number), "title": f"Row {number}", "published": "2030-05-12"} for number in range(3)]
    lines = tmp_path / "corpus.jsonl"
    lines.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "corpus.parquet")
    model = scripted(reads)
    by_lines = Run(shell, tmp_path / "a" / "briefings.jsonl")
    assert by_lines(lines, model).code == 0
    by_rows = Run(shell, tmp_path / "b" / "briefings.parquet")
    assert by_rows(tmp_path / "corpus.parquet", model).code == 0
    table = parquet.read_table(by_rows.output).to_pylist()
    assert sorted(row["sha256"] for row in table) == by_lines.texts
    assert {row["title"] for row in table} == {"Row 0", "Row 1", "Row 2"}
    assert all(Briefing.from_json(row["briefing"]).article.sha256 == row["sha256"] for row in table)


def test_a_line_that_is_no_article_is_told_by_its_number(run: Run, tmp_path: Path, scripted: Start) -> None:
    lines = tmp_path / "corpus.jsonl"
    lines.write_text(json.dumps({"text": text_of(0)}) + "\n\n{broken\n", encoding="utf-8")
    ran = run(lines, scripted(reads))
    assert ran.code == 7
    (fault,) = run.beside("failed.jsonl")
    assert fault["source"] == "corpus.jsonl, line 3"


@pytest.mark.parametrize("given", ["none", "article.txt"])
def test_what_is_no_corpus_is_told(run: Run, tmp_path: Path, scripted: Start, given: str) -> None:
    (tmp_path / "article.txt").write_text(text_of(0), encoding="utf-8")
    ran = run(tmp_path / given, scripted(reads))
    assert ran.code == 3
    assert len(ran.errors) == 1


def test_it_stops_before_it_costs_too_much(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(6), scripted(reads)
    run_once = run(folder, model, "--max-cost-usd", "0.0001", "--at-once", "1")
    assert run_once.code == 7
    assert "Stopped: " in run_once.err
    done = len(run.texts)
    assert 0 < done < 6
    assert run(folder, model, "--max-cost-usd", "1").code == 0
    assert run.texts == hashes(*range(6))


def test_money_is_bounded_only_where_the_price_is_known(shell: Shell, corpus: Corpus, tmp_path: Path) -> None:
    ran = shell("batch", corpus(1), "-o", tmp_path / "b.jsonl", "-m", "openai/nobodys-model", "--max-cost-usd", "1")
    assert ran.code == 2
    assert "is not known" in ran.err
