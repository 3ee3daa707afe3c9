"""Where briefings go: whole files under the right names, and never over an article."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from summarizer.briefing import Briefing
from summarizer.errors import SettingsError
from summarizer.shell.outputs import write_whole
from tests.shell.running import Shell


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("b.json", '{\n  "schema_version": "1"'),
        ("b.md", "# "),
        ("b.markdown", "# "),
        ("b.html", "<!doctype html>"),
        ("B.HTM", "<!doctype html>"),
        ("b.txt", "Briefing of"),
        ("b.out", "Briefing of"),
        ("b", "Briefing of"),
    ],
)
def test_the_suffix_tells_the_format(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path, name: str, start: str
) -> None:
    ran = shell("brief", article, *asking, "--output", tmp_path / "out" / name)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out" / name).read_text(encoding="utf-8").startswith(start)
    assert names(tmp_path / "out") == [name]
    assert ran.err.splitlines()[-1].endswith(f" Written: {tmp_path / 'out' / name}.")


def test_a_named_format_goes_before_the_suffix(shell: Shell, article: Path, asking: list[str], tmp_path: Path) -> None:
    shell("brief", article, *asking, "--format", "json", "--output", tmp_path / "b.txt")
    assert Briefing.from_json((tmp_path / "b.txt").read_bytes())


def test_output_to_a_dash_is_the_standard_output(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, *asking, "--output", "-", "--format", "json")
    assert Briefing.from_json(ran.out)


def test_several_go_into_a_folder_under_their_names(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path
) -> None:
    again = tmp_path / "other" / "Talks.txt"
    again.parent.mkdir()
    again.write_bytes(article.read_bytes())
    out = tmp_path / "new" / "out"
    ran = shell("brief", article, again, *asking, "--format", "markdown", "--output", out, "--save", out / "all")
    assert (ran.code, ran.out) == (0, "")
    # Names that differ in case only are one name on many file systems.
    assert names(out) == ["Talks-2.md", "all", "talks.md"]
    assert names(out / "all") == [f"{stem}.{kind}" for stem in ("Talks-2", "talks") for kind in ("html", "json", "md")]


def test_several_with_one_file_or_one_page_are_refused_before_the_model_works(
    shell: Shell, article: Path, tmp_path: Path
) -> None:
    model = ["--model", "openai/never", "--base-url", "http://127.0.0.1:9/v1"]
    refused: list[tuple[list[str | Path], str]] = [
        (["--output", tmp_path / "all.json"], "is one file, and there are several articles. Name a folder"),
        (["--output", article], "is one file, and there are several articles."),
        (["--format", "html"], "Several HTML pages do not fit into one stream. Name a folder"),
    ]
    for options, words in refused:
        ran = shell("brief", article, article, *model, *options)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines() == ran.errors
        assert words in ran.err


def test_one_with_a_folder_is_refused(shell: Shell, article: Path, asking: list[str], tmp_path: Path) -> None:
    ran = shell("brief", article, *asking, "--output", tmp_path)
    assert ran.errors == [f"summarizer: {tmp_path} is a folder. Name a file with --output, or use --save."]


def test_several_in_markdown_are_parted(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, article, *asking, "--format", "markdown")
    assert ran.out.count("\n\n---\n\n# ") == 1


def test_an_article_is_never_written_over(shell: Shell, tmp_path: Path, asking: list[str], article: Path) -> None:
    (tmp_path / "link.json").symlink_to(article)
    page = tmp_path / "talks.html"
    page.write_text("<p>kept</p>", encoding="utf-8")
    refused: list[tuple[list[Path], list[str | Path]]] = [
        ([article], ["--output", article]),
        ([article], ["--output", tmp_path / "link.json"]),
        ([page, article], ["--output", tmp_path, "--format", "html"]),
        ([page, article], ["--save", tmp_path]),
    ]
    for sources, options in refused:
        ran = shell("brief", *sources, *asking, *options)
        assert ran.code == 2
        assert "holds an article to brief. Write the briefing somewhere else." in ran.err
    assert page.read_text(encoding="utf-8") == "<p>kept</p>"
    assert article.read_text(encoding="utf-8").startswith("date 2030-05-12 ")


@pytest.mark.parametrize("option", ["--output", "--save"])
def test_a_place_below_a_file_is_refused_before_the_model_works(shell: Shell, article: Path, option: str) -> None:
    model = ["--model", "openai/never", "--base-url", "http://127.0.0.1:9/v1"]
    ran = shell("brief", article, *model, option, article / "deep" / "b.json")
    assert ran.code == 2
    assert ran.err.splitlines() == ran.errors
    assert f"cannot be written: {article} is not a folder." in ran.err


def test_a_folder_that_may_not_be_written_is_refused(
    shell: Shell, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so the answer of the system is set.
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    model = ["--model", "openai/never", "--base-url", "http://127.0.0.1:9/v1"]
    ran = shell("brief", article, *model, "--save", tmp_path / "new")
    assert ran.code == 2
    assert f"{tmp_path / 'new'} cannot be written: {tmp_path} may not be written." in ran.err


def test_what_was_there_stays_whole_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.json"
    write_whole(target, "old\n")

    def no_space(self: Path, target: Path) -> Path:
        assert self.read_text(encoding="utf-8") == "new\n"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(SettingsError, match=r"b\.json cannot be written: No space left on device\."):
        write_whole(target, "new\n")
    assert target.read_text(encoding="utf-8") == "old\n"
    assert names(tmp_path) == ["b.json"]


def test_a_link_leads_to_the_file_and_stays(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("old\n", encoding="utf-8")
    (tmp_path / "link.json").symlink_to(tmp_path / "b.json")
    write_whole(tmp_path / "link.json", "new\n")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "b.json").read_text(encoding="utf-8") == "new\n"


def test_a_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write_whole(pipe, "words\n")
    reader.join(timeout=10)
    assert read == ["words\n"]
    assert pipe.is_fifo()


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "b.json", "words\n")
    finally:
        os.umask(mask)
    assert (tmp_path / "b.json").stat().st_mode & 0o777 == 0o644
