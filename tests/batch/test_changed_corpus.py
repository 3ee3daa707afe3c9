"""A corpus that changes between two runs, files that are somebody else's, and disks without room."""

from __future__ import annotations

import errno
from io import BufferedRandom
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.journal import Journal
from summarizer.batch.output import OutputLines
from summarizer.errors import SettingsError
from tests.batch.conftest import Corpus, Run, hashes, reads, text_of
from tests.briefing_by_script import Start
from tests.dossier.world_files import briefings
from tests.scripted_model import Answer, Request, status
from tests.shell.running import Shell


def outcomes(run: Run) -> dict[str, str]:
    return {row["source"]: row["outcome"] for row in run.beside("sources.jsonl")}


def test_a_text_that_moved_to_another_source_is_no_duplicate(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(3), scripted(reads)
    run(folder, model)
    for number in (2, 1, 0):
        (folder / f"{number}.txt").rename(folder / f"{number + 1}.txt")
    (folder / "0.txt").write_text(text_of(9), encoding="utf-8")
    ran = run(folder, model)
    assert "1 briefed, 3 settled before" in ran.err
    assert "duplicates" not in ran.err
    assert outcomes(run) == dict.fromkeys(("0.txt", "1.txt", "2.txt", "3.txt"), "briefed")
    assert run.texts == hashes(0, 1, 2, 9)


def test_what_the_corpus_has_no_more_is_told_of_and_not_reported(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(3)
    (folder / "bad.txt").write_bytes(b"\x00\x01")

    def fails_for_one(request: Request) -> Answer:
        return status(400) if "row 1." in request.user else reads(request)

    model = scripted(fails_for_one)
    assert run(folder, model).code == 7
    assert outcomes(run) == {"0.txt": "briefed", "1.txt": "failed", "2.txt": "briefed", "bad.txt": "unreadable"}
    (folder / "bad.txt").unlink()
    (folder / "1.txt").write_text(text_of(8), encoding="utf-8")
    (folder / "2.txt").write_text(text_of(9), encoding="utf-8")
    ran = run(folder, model)
    assert ran.code == 0
    assert f"1 of the briefings are of texts that {folder} has no more." in ran.err
    assert outcomes(run) == dict.fromkeys(("0.txt", "1.txt", "2.txt"), "briefed")
    assert run.beside("failed.jsonl") == []


def test_what_could_not_be_read_and_now_can_is_reported_no_more(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder, model = corpus(2), scripted(reads)
    (folder / "2.txt").write_bytes(b"\x00\x01")
    assert run(folder, model).code == 7
    (folder / "2.txt").write_text(text_of(0), encoding="utf-8")
    assert run(folder, model).code == 0
    assert outcomes(run)["2.txt"] == "duplicate"
    assert run.beside("failed.jsonl") == []


def test_what_was_paid_once_is_counted_once(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(1)
    calls: list[Request] = []

    def breaks_off(request: Request) -> Answer:
        calls.append(request)
        return reads(request) if len(calls) <= 2 else status(400)

    assert "480 tokens" not in run(folder, scripted(breaks_off)).err
    whole = scripted(reads)
    ran = run(folder, whole, "--retry-failed")
    # Two answers of the first try are used again, and counted with the second.
    told = ran.err.split(" tokens")[0].rsplit(" ", 1)[1].replace(",", "")
    assert int(told) == 120 * (2 + len(whole.requests))


def test_a_dry_run_begins_no_batch_and_compares_models(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(2)
    for model in ("openai/gpt-5-mini", "openai/gpt-5-nano"):
        ran = run.shell("batch", folder, "-o", run.output, "-m", model, "--plan", "small", "--dry-run")
        assert ran.code == 0
        assert "2 articles to brief" in ran.err
    assert not run.output.parent.exists() or not list(run.output.parent.iterdir())
    run(folder, scripted(reads))
    ran = run.shell("batch", folder, "-o", run.output, "-m", "openai/gpt-5", "--dry-run")
    assert "0 articles to brief, 2 settled before" in ran.err


def test_a_model_that_there_is_not_does_not_begin_the_batch(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(1)
    assert run.shell("batch", folder, "-o", run.output, "-m", "nobody/at-all").code == 2
    assert run(folder, scripted(reads)).code == 0


@pytest.mark.parametrize("there", ["briefings.parquet", "briefings.jsonl", "failed.jsonl", "sources.jsonl"])
def test_a_file_of_somebody_else_is_not_written_over(
    shell: Shell, corpus: Corpus, scripted: Start, tmp_path: Path, there: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / there).write_text("precious", encoding="utf-8")
    output = out / (there if there.startswith("briefings") else "briefings.jsonl")
    ran = Run(shell, output)(corpus(1), scripted(reads))
    assert ran.code == 2
    assert there in ran.err
    assert (out / there).read_text(encoding="utf-8") == "precious"
    assert [path.name for path in out.iterdir()] == [there]


@pytest.mark.parametrize("name", ["sources.jsonl", "failed.jsonl", "briefings.jsonl"])
def test_a_corpus_that_would_be_written_over_is_refused(
    shell: Shell, scripted: Start, tmp_path: Path, name: str
) -> None:
    corpus = tmp_path / name
    corpus.write_text('{"text": "News."}\n', encoding="utf-8")
    ran = Run(shell, tmp_path / "briefings.jsonl")(corpus, scripted(reads))
    assert ran.code == 2
    assert "would be overwritten" in ran.err
    assert corpus.read_text(encoding="utf-8") == '{"text": "News."}\n'


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--requests-per-minute", "inf"), "without end"), (("--address", "auto"), "Ray"), (("-o", "x.csv"), "neither")],
)
def test_what_would_be_passed_over_is_refused(
    run: Run, corpus: Corpus, scripted: Start, options: tuple[str, ...], told: str
) -> None:
    ran = run(corpus(1), scripted(reads), *options)
    assert ran.code == 2
    assert told in ran.err


def test_an_empty_corpus_is_told_of(run: Run, corpus: Corpus, scripted: Start) -> None:
    folder = corpus(0)
    ran = run(folder, scripted(reads))
    assert ran.code == 0
    assert f"There is no article in {folder}." in ran.err


class Full:
    """A disk with room for so many bytes more."""

    def __init__(self, file: BufferedRandom, room: int) -> None:
        self.file, self.room = file, room

    def write(self, data: bytes) -> int:
        part = data[: self.room]
        self.room -= len(part)
        self.file.write(part)
        if len(part) < len(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(part)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def test_a_line_that_a_full_disk_cut_off_is_written_whole_by_the_next_run(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", {})
    lines: list[bytes] = []
    output = OutputLines(tmp_path / "o.jsonl", journal)
    output._file = Full(output._file, 30_000)  # type: ignore[assignment]

    def write_all() -> None:
        for name, briefing in briefings().items():
            journal.begin(name, briefing.article.sha256)
            lines.append(journal.finish(briefing.article.sha256, briefing))
            output.add(briefing.article.sha256, lines[-1])

    with pytest.raises(SettingsError, match="No space left"):
        write_all()
    output.close()
    journal.close()
    assert not (tmp_path / "o.jsonl").read_bytes().endswith(b"\n")
    journal = Journal(tmp_path / "journal", {})
    OutputLines(tmp_path / "o.jsonl", journal).close()
    journal.close()
    assert sorted((tmp_path / "o.jsonl").read_bytes().splitlines(keepends=True)) == sorted(lines)
