"""The command as a whole: its help, its start, its exit codes, and one clear line for whatever goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer import __version__
from summarizer.errors import SummarizerError
from summarizer.shell.exits import EXIT_CODES
from tests.invented import SECRET_WORDS
from tests.scripted_model import SILENCE, Script, ScriptedModel, refusing_address, status
from tests.shell.running import Shell, model_at, run_apart, run_python

HEAVY = (
    "rich.progress", "openai", "instructor", "trafilatura", "pypdfium2", "py3langid", "xllamacpp",
    "huggingface_hub", "tenacity", "pydantic_settings",
)  # fmt: skip


def kinds(error: type[SummarizerError]) -> Iterator[type[SummarizerError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds(kind)


def test_version(shell: Shell) -> None:
    ran = shell("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"summarizer {__version__}\n", "")


def test_help_names_the_commands_and_the_exit_codes(shell: Shell) -> None:
    ran = shell("--help")
    assert ran.code == 0
    assert ran.err == ""
    for command in ("brief", "schema", "models"):
        assert f"  {command} " in ran.out
    for code, meaning in EXIT_CODES.items():
        assert f"    {code:<4} {meaning}\n" in ran.out


def test_every_error_has_a_documented_exit_code() -> None:
    assert {kind.exit_code for kind in kinds(SummarizerError)} <= set(EXIT_CODES)


@pytest.mark.parametrize("command", ["brief", "schema", "models", "models pull", "models verify"])
def test_every_command_has_help(shell: Shell, command: str) -> None:
    ran = shell(*command.split(), "-h")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: summarizer {command} ")


def test_without_a_command_the_help_is_no_data(shell: Shell) -> None:
    ran = shell()
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("Usage: summarizer ")


def test_help_loads_nothing_heavy() -> None:
    code = f"""
import sys
from summarizer.cli import run
assert run(["--help"]) == 0
print(sorted(set({HEAVY!r}) & set(sys.modules)))
"""
    ran = run_python(code)
    assert ran.out.splitlines()[-1] == "[]", ran


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("brief", "Missing argument 'FILE'. See: summarizer brief --help"),
        ("bref", "No such command 'bref'."),
        ("brief --formt json a.txt", "No such option: --formt"),
        ("brief --format pdf a.txt", "'pdf' is not one of"),
        ("brief --plan huge a.txt", "'huge' is not one of"),
        ("brief --published 1-June-2025 a.txt", "'1-June-2025' is not a day. Write it as 2025-06-01."),
        ("brief --published 2025-02-30 a.txt", "'2025-02-30' is not a day."),
        ("brief --language klingon a.txt", "'klingon' is not an ISO 639-1 code."),
        ("brief --timeout 0 a.txt", "'0' is not a number of seconds above 0."),
        ("brief --timeout nan a.txt", "'nan' is not a number of seconds above 0."),
        ("brief --timeout soon a.txt", "'soon' is not a number of seconds above 0."),
        ("brief --max-attempts 0 a.txt", "greater than or equal to 1"),
        ("brief - -", "The standard input can be read only once."),
        ("models pull nope", "There is no embedded model 'embedded/nope'. Known embedded models:"),
        ("schema --output .", ". cannot be written: Is a directory."),
    ],
)
def test_wrong_usage_is_one_line(shell: Shell, arguments: str, words: str) -> None:
    ran = shell(*arguments.split())
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert words in ran.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty.txt: "),
        ("blank.txt", b" \n\t\n", "blank.txt: "),
        ("numbers.txt", b"12 34 -- 56\n", "numbers.txt: "),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "picture.txt: The source is a picture. Save it as text"),
        ("zeros.bin", b"abc\0def", "zeros.bin: The source is not text: a zero byte at offset 3."),
        ("latin.txt", "Caf\u00e9 talks".encode("latin-1"), "latin.txt: The source is not UTF-8"),
        ("page.html", b"<html><body></body></html>", "page.html: "),
        ("torn.json", b'{"text": "Talks', "torn.json: The source is not JSON"),
        ("torn.pdf", b"%PDF-1.7 nothing", "torn.pdf: "),
    ],
)
def test_a_source_without_an_article_is_one_line(
    shell: Shell, tmp_path: Path, asking: list[str], name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = shell("brief", tmp_path / name, *asking, "--save", tmp_path / "new")
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert words in ran.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("name", "words"), [("absent.txt", "There is no file "), (".", " is a folder. Name a file")])
def test_a_file_that_is_none_is_one_line(
    shell: Shell, tmp_path: Path, asking: list[str], name: str, words: str
) -> None:
    ran = shell("brief", tmp_path / name, *asking)
    assert ran.code == 3
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert words in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--model", "gpt-5"], "'gpt-5' names no provider. Write provider/model, such as"),
        (["--model", "embedded/nope"], "There is no embedded model 'embedded/nope'."),
        (["--model", "nobody/nothing"], "nobody/nothing cannot be used"),
        (["--model", "openai/gpt-5"], "No key for openai. Set OPENAI_API_KEY"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_line(
    shell: Shell, article: Path, tmp_path: Path, options: list[str], words: str
) -> None:
    ran = shell("brief", article, *options, "--quiet", "--save", tmp_path / "new")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert words in ran.err
    assert not (tmp_path / "new").exists()


def test_a_setting_that_cannot_be_used_is_one_line(
    shell: Shell, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "soon")
    ran = shell("brief", article)
    assert ran.code == 2
    assert ran.err.splitlines() == ran.errors
    assert "SUMMARIZER_TIMEOUT cannot be used" in ran.err


def test_no_weights_and_no_network_is_one_line(
    shell: Shell, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    monkeypatch.setenv("SUMMARIZER_MODELS_FOLDER", str(tmp_path / "models"))
    ran = shell("brief", article, "--quiet", "--save", tmp_path / "new")
    assert ran.code == 5
    assert ran.out == ""
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert "are not at" in ran.err
    assert "Run `summarizer models pull`" in ran.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ([status(401)], "openai refused the key (HTTP 401). Check OPENAI_API_KEY"),
        ([status(400)], "openai refused the request (HTTP 400)."),
        ([status(503)], "openai failed on its side (HTTP 503)."),
        ([status(429)], "openai allows no more requests for now (HTTP 429)."),
        ([SILENCE], "openai/scripted did not answer in the time allowed."),
    ],
)
def test_a_model_that_fails_is_one_line(
    shell: Shell,
    article: Path,
    tmp_path: Path,
    scripted: Callable[[Script], ScriptedModel],
    script: Script,
    words: str,
) -> None:
    model = model_at(scripted(script).base_url)
    timeout = "0.3" if script == [SILENCE] else "30"
    ran = shell(
        "brief", article, *model, "--quiet", "--max-attempts", "1", "--timeout", timeout, "--save", tmp_path / "new"
    )
    assert ran.code == 4
    assert ran.out == ""
    assert ran.err.splitlines() == ran.errors
    assert len(ran.errors) == 1
    assert words in ran.err
    assert not any(secret in ran.err for secret in SECRET_WORDS)
    assert not (tmp_path / "new").exists()


def test_an_address_where_nobody_listens_is_one_line(shell: Shell, article: Path) -> None:
    ran = shell("brief", article, *model_at(refusing_address()), "--quiet", "--max-attempts", "1")
    assert ran.code == 4
    assert ran.err == "summarizer: openai cannot be reached. Check the network and the address (--base-url).\n"


DEFECT = """
import sys
import summarizer.cli
def run(arguments):
    raise ZeroDivisionError("a secret of the article")
summarizer.cli.run = run
summarizer.cli.main()
"""


def test_a_defect_is_one_line_without_the_error_s_own_words() -> None:
    ran = run_python(DEFECT)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("summarizer: Unexpected ZeroDivisionError; this is a defect. Set SUMMARIZER_DEBUG=1 ")
    assert len(ran.err.splitlines()) == 1
    assert "secret" not in ran.err


def test_a_defect_shows_its_traceback_when_asked() -> None:
    ran = run_python(DEFECT, environment={"SUMMARIZER_DEBUG": "1"})
    assert ran.code == 1
    assert ran.err.startswith("Traceback ")
    assert "a secret of the article" in ran.err


def test_a_defect_is_told_even_where_the_settings_are_wrong() -> None:
    ran = run_python(DEFECT, environment={"SUMMARIZER_DEBUG": "perhaps"})
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_a_file_s_name_cannot_steer_the_terminal(shell: Shell, tmp_path: Path, asking: list[str]) -> None:
    ran = shell("brief", tmp_path / "a\x1b[31m\nsummarizer: all done.txt", *asking)
    assert ran.code == 3
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_runs_as_a_module_too(article: Path, good_model: ScriptedModel) -> None:
    ran = run_apart("brief", article, *model_at(good_model.base_url), "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["talks"]["parties"] == ["Brennland", "Isle of Corrow"]
    assert ran.err.splitlines()[0] == "Model: openai/scripted (asked for), large plan"
    assert ran.errors == []
