"""`summarizer dossier`: briefings, articles and folders to one picture; what fails is told of and left out."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from summarizer import Dossier
from summarizer.dossier import Change
from tests.briefing_by_script import Start
from tests.dossier.world_files import BRIEFINGS, briefings
from tests.invented import TEXT
from tests.scripted_model import Answer, Request
from tests.shell.running import Shell, reads_well


def test_a_folder_of_briefings_is_shown_with_the_articles_words(shell: Shell) -> None:
    ran = shell("dossier", BRIEFINGS, "--format", "markdown")
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out == Dossier.of(briefings().values()).markdown()
    assert "  - Port Elsin [15]: “The third round of talks will be held on Friday in Port Elsin" in ran.out


def test_as_json_it_is_the_format(shell: Shell, tmp_path: Path) -> None:
    ran = shell("dossier", BRIEFINGS, "--format", "json", "--output", tmp_path / "dossier.json")
    assert ran.code == 0
    assert ran.out == ""
    made = Dossier.from_json((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert made == Dossier.of(briefings().values())


def test_an_article_among_briefings_is_briefed_first(shell: Shell, tmp_path: Path, scripted: Start) -> None:
    article = tmp_path / "herring.txt"
    article.write_text(TEXT, encoding="utf-8")
    model = scripted(reads_well)
    ran = shell("dossier", BRIEFINGS / "a01.json", article, "-m", "openai/gpt-4o", "--base-url", model.base_url)
    assert ran.code == 0
    assert ran.out.startswith("Dossier of 2 articles\n")
    assert model.requests


def test_what_brief_saves_is_read_as_briefings_alone(shell: Shell, tmp_path: Path) -> None:
    shutil.copy(BRIEFINGS / "a01.json", tmp_path / "a01.json")
    (tmp_path / "a01.md").write_text("# Briefing", encoding="utf-8")
    (tmp_path / "a01.html").write_text("<p>Briefing</p>", encoding="utf-8")
    ran = shell("dossier", tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("Dossier of 1 article\n")


def test_what_cannot_be_read_is_told_of_and_left_out(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"bottom_line": 1}', encoding="utf-8")
    ran = shell("dossier", broken, tmp_path / "nowhere.txt", BRIEFINGS / "a01.json")
    assert ran.code == 3
    assert len(ran.errors) == 2
    assert f"{broken}: Not a briefing" in ran.errors[0]
    assert "nowhere.txt" in ran.errors[1]
    assert "1 in the dossier, 2 left out." in ran.err
    assert ran.out


def test_an_empty_folder_is_no_dossier(shell: Shell, tmp_path: Path) -> None:
    ran = shell("dossier", tmp_path)
    assert ran.code == 3
    assert ran.out == ""
    assert len(ran.errors) == 1


def test_text_of_articles_forms_no_markup(shell: Shell, tmp_path: Path) -> None:
    text = (BRIEFINGS / "a01.json").read_text(encoding="utf-8").replace("Maritime Academy", "<script>*x*</script>")
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    ran = shell("dossier", tmp_path, "--format", "markdown")
    assert "<script>" not in ran.out.replace("\\<script", "")


def test_what_changed_since_a_day_comes_first(shell: Shell) -> None:
    ran = shell("dossier", BRIEFINGS, "--since", "2032-05-07", "--format", "markdown")
    assert ran.code == 0
    first = ran.out.split("## ")[1]
    assert first.startswith("What changed after 2032-05-07\n")
    assert "changed: Irena Kaldren → Tomas Redvik" in first
    assert "\n\nWhat changed after 7 May 2032\n" in shell("dossier", BRIEFINGS, "--since", "2032-05-07").out
    assert (
        "What changed after 7 May 2032</h2>"
        in shell("dossier", BRIEFINGS, "--since", "2032-05-07", "--format", "html").out
    )


def test_as_json_what_changed_stands_beside_the_dossier(shell: Shell) -> None:
    ran = shell("dossier", BRIEFINGS, "--since", "2032-05-07", "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert list(told) == ["since", "changes", "dossier"]
    assert told["since"] == "2032-05-07"
    whole = Dossier.of(briefings().values())
    assert Dossier.model_validate_json(json.dumps(told["dossier"])) == whole
    assert [Change.model_validate(one) for one in told["changes"]] == whole.changes_since(dt.date(2032, 5, 7))


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("d.html", "<!doctype html>"),
        ("d.md", "# Dossier"),
        ("d.json", "{"),
        ("d.txt", "Dossier of"),
        ("d", "Dossier of"),
    ],
)
def test_the_suffix_of_the_file_tells_the_format(shell: Shell, tmp_path: Path, name: str, begin: str) -> None:
    ran = shell("dossier", BRIEFINGS, "--output", tmp_path / name)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)


def test_a_format_that_is_named_goes_before_the_suffix(shell: Shell, tmp_path: Path) -> None:
    assert shell("dossier", BRIEFINGS, "-o", tmp_path / "d.html", "-f", "markdown").code == 0
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("# Dossier")


def test_in_a_pipe_there_is_no_colour(shell: Shell) -> None:
    ran = shell("dossier", BRIEFINGS)
    assert ran.out.startswith("Dossier of 16 articles\n")
    assert "\x1b" not in ran.out


def test_the_page_has_the_text_of_what_was_briefed_and_of_briefings_their_sentences(
    shell: Shell, tmp_path: Path, scripted: Start
) -> None:
    article = tmp_path / "herring.txt"
    article.write_text(TEXT, encoding="utf-8")
    model = scripted(reads_well)
    ran = shell(
        "dossier", BRIEFINGS / "a01.json", article, "-m", "openai/gpt-4o", "--base-url", model.base_url, "-f", "html"
    )
    assert ran.code == 0
    assert ran.out.count("only these sentences of it are known") == 1
    assert ran.out.count('<p class="partly">') == 1


def test_a_place_that_cannot_be_written_is_told_before_any_model_is_asked(
    shell: Shell, tmp_path: Path, scripted: Start
) -> None:
    article = tmp_path / "herring.txt"
    article.write_text(TEXT, encoding="utf-8")
    model = scripted(reads_well)
    for place in (tmp_path, article, article / "d.html"):
        ran = shell("dossier", article, "-m", "openai/gpt-4o", "--base-url", model.base_url, "-o", place)
        assert (ran.code, ran.out) == (2, "")
    assert not model.requests
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_folder_in_a_folder_is_not_read(shell: Shell, tmp_path: Path) -> None:
    shutil.copy(BRIEFINGS / "a01.json", tmp_path / "a01.json")
    (tmp_path / "more").mkdir()
    shutil.copy(BRIEFINGS / "a02.json", tmp_path / "more" / "a02.json")
    assert shell("dossier", tmp_path).out.startswith("Dossier of 1 article\n")


def test_json_lines_hold_briefings_and_articles(shell: Shell, tmp_path: Path) -> None:
    lines = tmp_path / "briefings.jsonl"
    made = [json.dumps(json.loads((BRIEFINGS / f"{name}.json").read_text(encoding="utf-8"))) for name in ("a01", "a02")]
    lines.write_text("\n".join([*made, '{"title": "No text"}', '{"bottom_line": 1}']) + "\n", encoding="utf-8")
    ran = shell("dossier", lines)
    assert ran.out.startswith("Dossier of 2 articles\n")
    assert f"{lines}, line 3: The JSON has no key" in ran.err
    assert f"{lines}, line 4: Not a briefing" in ran.err
    assert "2 in the dossier, 2 left out." in ran.err
    assert ran.code != 0
    missing = shell("dossier", tmp_path / "none.jsonl")
    assert "There is no file" in missing.err


def compares(request: Request) -> Answer:
    """Says of any two sentences that they are one statement, in their own words."""
    first, second = (line.partition(": ")[2] for line in request.user.splitlines())
    return {"first": first, "second": second, "same": True}


@pytest.mark.parametrize(("pairs", "asked"), [((), False), (("--pairs", "0"), False), (("--pairs", "3"), True)])
def test_finished_briefings_are_compared_where_it_is_wished(
    shell: Shell, scripted: Start, pairs: tuple[str, ...], asked: bool
) -> None:
    model = scripted(compares)
    files = [BRIEFINGS / f"{name}.json" for name in ("a02", "a04")]
    ran = shell("dossier", *files, "-f", "json", "-m", "openai/gpt-4o", "--base-url", model.base_url, *pairs)
    assert ran.code == 0
    assert bool(model.requests) == asked
    rulings = json.loads(ran.out)["rulings"]
    assert {ruling["answer"] for ruling in rulings} == ({"yes"} if asked else set())
    assert len(rulings) <= 3


def test_a_model_that_is_not_there_loses_no_dossier(shell: Shell) -> None:
    files = [BRIEFINGS / f"{name}.json" for name in ("a02", "a04")]
    ran = shell("dossier", *files, "-m", "openai/gpt-4o", "--base-url", "http://127.0.0.1:9/v1", "--pairs", "2")
    assert ran.code == 0
    assert "could not compare 2" in ran.err
    assert ran.out.startswith("Dossier of 2 articles")
