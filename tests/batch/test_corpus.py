"""A corpus: what cannot be read is one unreadable article of it, and what stands before and behind is read."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import socket
import sys
import tracemalloc
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer import sources
from summarizer.batch import corpus
from summarizer.batch.corpus import open_corpus, passed_over, size_of
from summarizer.errors import ArticleError, SettingsError, SourceNotFoundError, UnreadableSourceError
from tests.batch.conftest import text_of

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

LINE = json.dumps({"text": text_of(1)})
LONG = json.dumps({"text": text_of(3) * 5})


def read(path: Path, leave_out: Iterable[Path] = ()) -> dict[str, object]:
    """What each source says, by its name: its article's text, or its error."""
    found: dict[str, object] = {}
    for given in open_corpus(path, tuple(leave_out)):
        assert given.source not in found
        try:
            found[given.source] = given.read().text
        except ArticleError as error:
            found[given.source] = error
    # All of it goes into the reports.
    "".join(f"{source}{told}" for source, told in found.items()).encode("utf-8")
    assert all(one.hint for one in found.values() if isinstance(one, ArticleError))
    return found


def names(path: Path) -> list[str]:
    """The sources that have an article."""
    return [source for source, found in read(path).items() if isinstance(found, str)]


def faults(path: Path) -> dict[str, str]:
    """The sources that have none, and what is told of each."""
    return {source: str(found) for source, found in read(path).items() if isinstance(found, ArticleError)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article first and last."""
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(text_of(2), encoding="utf-8")
    return tmp_path


def write_table(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    parquet.write_table(pa.table(columns), path, **options)
    return path


class TestJsonLines:
    @pytest.mark.parametrize("end", ["", "\n", f"\n\n{LINE}"])
    def test_a_line_too_long_is_one_unreadable_article(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
    ) -> None:
        monkeypatch.setattr(sources, "MAX_BYTES", 2000)
        monkeypatch.setattr(sources, "_SKIPPED_AT_ONCE", 7)
        path = tmp_path / "b.jsonl"
        path.write_text(f"{LINE}\n{LONG}{end}", encoding="utf-8")
        assert faults(path) == {
            "b.jsonl, line 2": "b.jsonl, line 2: The source has more than 2,000 bytes. Give one article at a time."
        }
        assert names(path) == ["b.jsonl, line 1"] + ["b.jsonl, line 4"] * end.endswith("}")
        assert size_of(path) == len(read(path))

    def test_a_line_of_just_the_limit_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sources, "MAX_BYTES", len(LINE) + 1)
        path = tmp_path / "b.jsonl"
        path.write_text(f"{LINE}\n{LINE}x\n{LINE}\n", encoding="utf-8")
        assert names(path) == ["b.jsonl, line 1", "b.jsonl, line 3"]
        assert list(faults(path)) == ["b.jsonl, line 2"]

    def test_a_long_line_is_never_in_memory(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sources, "MAX_BYTES", 2000)
        path = tmp_path / "b.jsonl"
        path.write_bytes(b"x" * 20_000_000 + b"\n")
        tracemalloc.start()
        try:
            assert [(number, len(line)) for number, line in sources.file_lines(path)] == [(1, 2001)]
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()

    def test_a_disk_that_fails_in_the_middle(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "b.jsonl").write_text(f"{LINE}\n{LINE}\n", encoding="utf-8")
        fail_after(folder / "b.jsonl", 1, monkeypatch)
        assert names(folder) == ["a.txt", "b.jsonl, line 1", "z.txt"]
        assert list(faults(folder)) == ["b.jsonl"]
        assert "b.jsonl cannot be read: Input/output error" in faults(folder)["b.jsonl"]
        assert "Input/output error" in faults(folder / "b.jsonl")["b.jsonl"]
        assert size_of(folder) == 3

    def test_the_corpus_itself_that_cannot_be_read_is_told_at_once(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(SourceNotFoundError, match="no file or folder"):
            open_corpus(folder / "none.jsonl")
        (folder / "b.jsonl").write_text(LINE, encoding="utf-8")
        fail_after(folder / "b.jsonl", 0, monkeypatch)
        with pytest.raises(SourceNotFoundError, match="Input/output error"):
            open_corpus(folder / "b.jsonl")
        assert size_of(folder / "none.jsonl") == size_of(folder / "b.jsonl") == 0


def fail_after(path: Path, lines: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that gives so many lines of a file, and then an error."""
    opened = Path.open

    class Failing:
        def __init__(self, file: Any) -> None:
            self._file, self._left = file, lines

        def __enter__(self) -> Failing:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def readline(self, size: int) -> bytes:
            if not self._left:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            self._left -= 1
            return bytes(self._file.readline(size))

    def failing(self: Path, *arguments: Any, **options: Any) -> Any:
        file = opened(self, *arguments, **options)
        return Failing(file) if self == path else file

    monkeypatch.setattr(Path, "open", failing)


class TestFolders:
    @pytest.mark.parametrize("name", ["b.jsonl", "b.txt", "b.parquet"])
    def test_a_link_to_nothing(self, folder: Path, name: str) -> None:
        (folder / name).symlink_to(folder / "nothing")
        assert names(folder) == ["a.txt", "z.txt"]
        assert list(faults(folder)) == [name]
        assert "is a link to what is not there" in faults(folder)[name]
        assert size_of(folder) == 3

    def test_a_link_to_itself(self, folder: Path) -> None:
        (folder / "b").symlink_to("b")
        assert names(folder) == ["a.txt", "z.txt"]
        assert list(faults(folder)) == ["b"]
        assert size_of(folder) == 3

    def test_a_folder_that_may_not_be_read(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("closed", "open"):
            (folder / name).mkdir()
            (folder / name / "c.txt").write_text(text_of(3), encoding="utf-8")
        close(folder / "closed", monkeypatch)
        assert names(folder) == ["a.txt", "open/c.txt", "z.txt"]
        assert list(faults(folder)) == ["closed"]
        assert "closed cannot be read: Permission denied" in faults(folder)["closed"]
        assert size_of(folder) == 4
        assert not passed_over(folder)

    def test_the_corpus_itself_may_not_be_read(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        close(folder, monkeypatch)
        with pytest.raises(SourceNotFoundError, match="Permission denied"):
            open_corpus(folder)
        size_of(folder)

    @pytest.mark.parametrize("name", ["b.jsonl", "b.txt", "b.parquet"])
    def test_a_file_that_may_not_be_read(self, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / name).write_text(LINE, encoding="utf-8")
        opened = Path.open

        def closed(self: Path, *arguments: Any, **options: Any) -> Any:
            if self.name == name:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return opened(self, *arguments, **options)

        monkeypatch.setattr(Path, "open", closed)
        assert names(folder) == ["a.txt", "z.txt"]
        assert isinstance(read(folder)[name], SourceNotFoundError)
        assert f"{name} cannot be read: Permission denied" in faults(folder)[name]
        size_of(folder)

    def test_links_in_circles_are_not_followed(self, folder: Path) -> None:
        (folder / "deep" / "deeper").mkdir(parents=True)
        (folder / "deep" / "deeper" / "c.txt").write_text(text_of(3), encoding="utf-8")
        (folder / "loop").symlink_to(".")
        (folder / "deep" / "deeper" / "up").symlink_to(folder / "deep")
        assert list(read(folder)) == ["a.txt", "deep/deeper/c.txt", "z.txt"]
        assert size_of(folder) == 3

    def test_a_folder_elsewhere_is_followed_once(self, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (elsewhere / "c.txt").write_text(text_of(3), encoding="utf-8")
        (elsewhere / "back").symlink_to(folder)
        for name in ("one", "other"):
            (folder / name).symlink_to(elsewhere)
        assert list(read(folder)) == ["a.txt", "one/c.txt", "z.txt"]
        assert size_of(folder) == 3

    @pytest.mark.parametrize("name", ["b.txt", "b.jsonl", "b.parquet"])
    def test_a_pipe_is_no_article(self, folder: Path, name: str) -> None:
        os.mkfifo(folder / name)
        os.mkfifo(folder / "pipe")
        assert names(folder) == ["a.txt", "z.txt"]
        assert list(faults(folder)) == [name]
        assert "is no regular file" in faults(folder)[name]
        assert (size_of(folder), size_of(folder / name)) == (3, 0)
        with pytest.raises(SourceNotFoundError):
            open_corpus(folder / name)

    def test_a_socket_and_a_device_are_no_articles(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # The name of a socket is short.
        monkeypatch.chdir(folder)
        (folder / "c.txt").symlink_to("/dev/zero")
        with closing(socket.socket(socket.AF_UNIX)) as listening:
            listening.bind("b.txt")
            assert {name: "no regular file" in told for name, told in faults(folder).items()} == {
                "b.txt": True, "c.txt": True,
            }  # fmt: skip

    def test_names_that_are_not_utf_8(self, folder: Path) -> None:
        for name in (b"b\xff.txt", b"b\xfe.txt", b"b\\xff.txt", b"b\xff.jsonl"):
            (folder / os.fsdecode(name)).write_text(LINE, encoding="utf-8")
        assert names(folder) == [
            "a.txt", "b\\\\xff.txt", "b\\xfe.txt", "b\\xff.jsonl, line 1", "b\\xff.txt", "z.txt"
        ]  # fmt: skip

    def test_faults_of_names_that_are_not_utf_8_can_be_stored(self, folder: Path) -> None:
        for name in (b"b\xff.txt", b"b\xff.jsonl", b"b\xff.parquet"):
            (folder / os.fsdecode(name)).write_bytes(b"\xff\0")
        assert list(faults(folder)) == ["b\\xff.jsonl, line 1", "b\\xff.parquet", "b\\xff.txt"]

    def test_what_is_passed_over_is_counted(self, folder: Path) -> None:
        for name in ("b.csv", "c.CSV", "d.jsonl.gz", "README", ".hidden", "e.jsonl", "f.parquet"):
            (folder / name).touch()
        (folder / ".git").mkdir()
        (folder / ".git" / "config.csv").touch()
        (folder / "more").mkdir()
        (folder / "more" / "g.docx").touch()
        assert passed_over(folder) == {".csv": 2, ".gz": 1, "": 1, ".docx": 1}
        assert passed_over(folder, [folder / "README"]) == {".csv": 2, ".gz": 1, ".docx": 1}
        assert not passed_over(folder / "e.jsonl")

    def test_what_the_batch_writes_is_left_out(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "out").mkdir()
        for name in ("failed.jsonl", "out/briefings.jsonl", "out/news.jsonl"):
            (folder / name).write_text(LINE, encoding="utf-8")
        (folder / "linked.jsonl").symlink_to(folder / "out" / "briefings.jsonl")
        monkeypatch.chdir(folder / "out")
        left_out = [folder / "failed.jsonl", Path("briefings.jsonl"), folder / "not-there.jsonl"]
        assert list(read(folder, left_out)) == ["a.txt", "out/news.jsonl, line 1", "z.txt"]
        assert (size_of(folder, left_out), size_of(folder)) == (3, 6)

    def test_a_folder_is_listed_when_its_turn_comes(self, folder: Path) -> None:
        (folder / "later").mkdir()
        given = open_corpus(folder)
        assert next(given).source == "a.txt"
        (folder / "later" / "b.txt").write_text(text_of(3), encoding="utf-8")
        assert [one.source for one in given] == ["later/b.txt", "z.txt"]


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may list a folder; by the mode of the folder alone, root still could."""
    listed = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


class TestParquet:
    def test_a_file_that_is_none(self, folder: Path) -> None:
        (folder / "b.parquet").write_bytes(b"PAR1 and nothing else")
        assert names(folder) == ["a.txt", "z.txt"]
        assert isinstance(read(folder)["b.parquet"], UnreadableSourceError)
        assert "b.parquet cannot be read as Parquet" in faults(folder)["b.parquet"]
        assert (size_of(folder), size_of(folder / "b.parquet")) == (2, 0)
        with pytest.raises(UnreadableSourceError):
            open_corpus(folder / "b.parquet")

    def test_without_pyarrow(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write_table(folder / "b.parquet", {"text": [text_of(1)]})
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
        assert names(folder) == ["a.txt", "z.txt"]
        assert faults(folder) == {"b.parquet": 'b.parquet: Parquet needs pyarrow. pip install "summarizer[parquet]"'}
        assert size_of(folder) == 2
        with pytest.raises(SettingsError, match="needs pyarrow"):
            open_corpus(path)

    def test_a_file_that_breaks_in_the_middle(self, folder: Path) -> None:
        rows = [text_of(number) for number in range(200)]
        path = write_table(
            folder / "b.parquet", {"text": rows}, row_group_size=100, compression="zstd", use_dictionary=False
        )
        second = parquet.read_metadata(path).row_group(1).column(0).data_page_offset
        damaged = bytearray(path.read_bytes())
        damaged[second : second + 200] = b"\xff" * 200
        path.write_bytes(damaged)
        for given in (folder, path):
            assert {f"b.parquet, row {number}" for number in range(1, 65)} <= set(names(given))
            assert list(faults(given)) == ["b.parquet"]
        assert list(read(folder))[-1] == "z.txt"

    def test_other_columns_are_let_be(self, tmp_path: Path) -> None:
        late = pa.array([2**50], pa.timestamp("ms"))
        table = pa.Table.from_arrays(
            [pa.array([text_of(1)]), late, pa.array([b"\xff"]), late], names=["text", "seen", "picture", "seen"]
        )
        parquet.write_table(table, tmp_path / "b.parquet")
        assert names(tmp_path / "b.parquet") == ["b.parquet, row 1"]

    @pytest.mark.parametrize(
        ("column", "values"),
        [
            ("published", pa.array([0, 2**50, 0], pa.timestamp("ms"))),
            ("title", pa.array([b"Talks", b"\xff", b"Talks"], pa.binary())),
            ("title", pa.StringArray.from_buffers(3, *pa.array([b"ab", b"\xff\xff", b"ab"]).buffers()[1:])),
            ("language", pa.array(["en", "Klingon", "uk"])),
        ],
    )
    def test_a_row_that_cannot_be_converted(self, folder: Path, column: str, values: Any) -> None:
        write_table(folder / "b.parquet", {"text": [text_of(number) for number in range(3)], column: values})
        assert names(folder) == ["a.txt", "b.parquet, row 1", "b.parquet, row 3", "z.txt"]
        assert list(faults(folder)) == ["b.parquet, row 2"]
        assert faults(folder)["b.parquet, row 2"].startswith("b.parquet, row 2: ")

    @pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()])
    def test_bytes_are_read_as_utf_8(self, tmp_path: Path, kind: Any) -> None:
        texts = [text_of(1).encode(), text_of(2).encode("cp1252"), None]
        path = write_table(tmp_path / "b.parquet", {"text": pa.array(texts, kind)})
        found = read(path)
        assert found["b.parquet, row 1"] == text_of(1).strip()
        assert "not UTF-8" in str(found["b.parquet, row 2"])
        assert "no key" in str(found["b.parquet, row 3"])

    def test_a_page_in_bytes(self, tmp_path: Path) -> None:
        paragraphs = "".join(f"<p>{one}</p>" for one in text_of(1).split("\n\n"))
        page = f"<html><body><article>{paragraphs}</article></body></html>"
        path = write_table(tmp_path / "b.parquet", {"html": pa.array([page.encode()])})
        assert "Anneke Sörl" in str(read(path)["b.parquet, row 1"])

    @pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
    def test_texts_of_any_type(self, tmp_path: Path, kind: Any) -> None:
        path = write_table(tmp_path / "b.parquet", {"text": pa.array([text_of(1)]).cast(kind)})
        assert read(path) == {"b.parquet, row 1": text_of(1).strip()}

    @pytest.mark.parametrize(
        "published",
        [
            pa.array([dt.date(2030, 5, 12)]),
            pa.array([dt.datetime(2030, 5, 12, 23, 59)]),
            pa.array([dt.datetime(2030, 5, 12, 23, 59)], pa.timestamp("ns")),
            pa.array([dt.datetime(2030, 5, 12, 21, 59)], pa.timestamp("us", "+02:00")),
            pa.array(["2030-05-12"]),
            pa.array([b"2030-05-12T08:00:00Z"]),
        ],
    )
    def test_days(self, tmp_path: Path, published: Any) -> None:
        path = write_table(tmp_path / "b.parquet", {"text": [text_of(1)], "published": published})
        (given,) = open_corpus(path)
        assert given.read().published == dt.date(2030, 5, 12)

    def test_two_columns_of_one_name(self, folder: Path) -> None:
        table = pa.Table.from_arrays([pa.array([text_of(1)]), pa.array([text_of(2)])], names=["text", "text"])
        parquet.write_table(table, folder / "b.parquet")
        assert names(folder) == ["a.txt", "z.txt"]
        assert 'has 2 columns "text"' in faults(folder)["b.parquet"]

    def test_no_text(self, folder: Path) -> None:
        write_table(folder / "b.parquet", {"body": [text_of(1), text_of(2)]})
        assert 'has no column "text"' in faults(folder)["b.parquet"]
        assert names(folder) == ["a.txt", "z.txt"]

    def test_rows_are_counted_beyond_a_reading(self, tmp_path: Path) -> None:
        count = corpus.ROWS + 1
        path = write_table(tmp_path / "b.parquet", {"text": [text_of(number) for number in range(count)]})
        assert list(read(path)) == [f"b.parquet, row {number}" for number in range(1, count + 1)]
        assert size_of(path) == count
