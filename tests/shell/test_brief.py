"""`summarizer brief` from the article to the reader, against a model that reads well."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.briefing import Briefing
from tests.draft_answers import answers_from
from tests.invented import ARTICLE, DRAFT, TEXT
from tests.scripted_model import Answer, Request, Script, ScriptedModel, refusal, status
from tests.shell.running import Shell, model_at, reads_well


def lines_of(*articles: Mapping[str, str] | str) -> bytes:
    """JSON Lines of articles; a string is a line as it is."""
    return "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in articles).encode()


def briefings(out: str) -> list[Briefing]:
    return [Briefing.from_json(line) for line in out.splitlines()]


@pytest.mark.parametrize("plan", ["small", "large"])
def test_json_is_the_briefing(shell: Shell, article: Path, good_model: ScriptedModel, plan: str) -> None:
    ran = shell("brief", article, *model_at(good_model.base_url, plan=plan), "--format", "json")
    assert ran.code == 0
    briefing = Briefing.from_json(ran.out)
    assert ran.out == f"{json.dumps(briefing.model_dump(mode='json'), ensure_ascii=False, indent=2)}\n"
    assert "Anneke Sörl" in ran.out
    assert [d.head.name for d in briefing.delegations if d.head] != []
    for delegation in briefing.delegations:
        assert all(e.text == ARTICLE.text[e.start : e.end] for e in delegation.evidence)


def test_the_terminal_is_the_default_and_plain_in_a_pipe(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, *asking)
    assert ran.code == 0
    assert "Delegations\n" in ran.out
    assert "\x1b" not in ran.out


def test_markdown_and_html(shell: Shell, article: Path, asking: list[str]) -> None:
    markdown = shell("brief", article, *asking, "--format", "markdown", "--title", "Herring talks")
    assert markdown.out.startswith("# Herring talks\n")
    page = shell("brief", article, *asking, "--format", "html")
    assert page.out.startswith("<!doctype html>")
    # The page shows the article beside the briefing.
    assert "The Corrow delegation is led by" in page.out


def test_progress_and_the_choice_of_the_model_are_told_apart_from_data(
    shell: Shell, article: Path, asking: list[str]
) -> None:
    ran = shell("brief", article, *asking, "--format", "json")
    said = ran.err.splitlines()
    assert said[:3] == [
        "Model: openai/scripted (asked for), large plan",
        "Starting the model",
        "Reading the article: 0 of 1 questions",
    ]
    assert said[-1].startswith("Briefed in ")
    assert "facts" in said[-1]


def test_quiet_says_nothing(shell: Shell, article: Path, asking: list[str], tmp_path: Path) -> None:
    ran = shell("brief", article, *asking, "--quiet", "--save", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out != ""


def test_what_the_caller_knows_goes_before_the_source(shell: Shell, article: Path, asking: list[str]) -> None:
    known = ["--published", "2031-01-06", "--outlet", "The Corrow Gull", "--title", "Fish", "--language", "en-GB"]
    ran = shell("brief", article, *asking, "--format", "json", *known)
    info = Briefing.from_json(ran.out).article
    assert (info.published.isoformat() if info.published else None) == "2031-01-06"
    assert (info.outlet, info.title, info.language) == ("The Corrow Gull", "Fish", "en")


def test_the_standard_input_is_an_article(shell: Shell, asking: list[str]) -> None:
    ran = shell("brief", "-", *asking, "--format", "json", typed=TEXT.encode())
    assert Briefing.from_json(ran.out).article.sha256 == ARTICLE.sha256
    assert "\n  " in ran.out


def test_the_standard_input_may_be_one_object(shell: Shell, asking: list[str]) -> None:
    ran = shell("brief", "-", *asking, "--format", "json", typed=lines_of({"text": TEXT, "title": "Fish"}))
    assert Briefing.from_json(ran.out).article.title == "Fish"
    assert "\n  " in ran.out


def test_the_standard_input_may_hold_several(shell: Shell, asking: list[str]) -> None:
    typed = lines_of({"text": TEXT, "title": "One"}, "", {"text": TEXT, "title": "Two"})
    ran = shell("brief", "-", *asking, "--format", "json", typed=typed)
    assert [b.article.title for b in briefings(ran.out)] == ["One", "Two"]


def test_an_error_of_the_standard_input_is_named(shell: Shell, asking: list[str]) -> None:
    ran = shell("brief", "-", *asking, typed=b"")
    assert (ran.code, ran.out) == (3, "")
    assert ran.errors[0].startswith("summarizer: standard input: ")


def test_several_as_json_are_one_briefing_a_line(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_bytes(lines_of({"text": TEXT, "title": "One"}, {"text": TEXT, "title": "Two"}))
    ran = shell("brief", article, many, *asking, "--format", "json", "--outlet", "The Gull")
    found = briefings(ran.out)
    assert ran.code == 0
    assert [b.article.title for b in found] == [None, "One", "Two"]
    assert {b.article.outlet for b in found} == {"The Gull"}
    # One line for each article when it is done.
    assert [line.partition(": briefed in ")[0] for line in ran.err.splitlines() if "briefed in" in line] == [
        str(article),
        f"{many}, line 1",
        f"{many}, line 2",
    ]


def test_one_that_fails_does_not_stop_the_others(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_bytes(lines_of("nonsense", {"text": TEXT}, {"text": "  "}))
    ran = shell("brief", tmp_path / "absent.txt", many, article, *asking, "--format", "json")
    assert ran.code == 3
    assert len(briefings(ran.out)) == 2
    assert [error.split(":")[1].strip() for error in ran.errors] == [
        f"There is no file {tmp_path / 'absent.txt'}. Check the path.",
        f"{many}, line 1",
        f"{many}, line 3",
    ]
    assert ran.err.splitlines()[-1] == "2 briefed, 3 failed."


def test_an_absent_file_of_lines_is_told_and_the_others_follow(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path
) -> None:
    ran = shell("brief", tmp_path / "absent.jsonl", article, *asking, "--format", "json")
    assert ran.code == 3
    assert len(briefings(ran.out)) == 1
    assert len(ran.errors) == 1


def test_a_model_s_failure_on_one_of_several_names_it_and_the_first_failure_s_code_counts(
    shell: Shell, article: Path, tmp_path: Path, scripted: Callable[[Script], ScriptedModel]
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(article.read_bytes())
    asked = 0

    def script(request: Request) -> Answer:
        nonlocal asked
        asked += 1
        return status(400) if asked == 1 else reads_well(request)

    model = model_at(scripted(script).base_url)
    ran = shell("brief", article, other, tmp_path / "absent.txt", *model, "--format", "json")
    assert ran.code == 4
    assert len(briefings(ran.out)) == 1
    assert ran.errors[0].startswith(f"summarizer: {article}: openai refused the request (HTTP 400).")


def test_a_refused_key_stops_at_once(shell: Shell, article: Path, scripted: Callable[[Script], ScriptedModel]) -> None:
    model = scripted([status(401)])
    ran = shell("brief", article, article, article, *model_at(model.base_url))
    assert ran.code == 4
    assert len(ran.errors) == 1
    assert len(model.requests) == 1


def test_notes_on_lost_questions_are_counted(
    shell: Shell, article: Path, scripted: Callable[[Script], ScriptedModel]
) -> None:
    good = answers_from(ARTICLE, DRAFT)

    def script(request: Request) -> Answer:
        return refusal() if request.question == "OverviewAnswer" else good(request)

    ran = shell("brief", article, *model_at(scripted(script).base_url, plan="small"), "--max-attempts", "1")
    assert ran.code == 0
    assert ran.err.splitlines()[-1].endswith("1 note.")


def test_one_title_does_not_fit_several(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, article, *asking, "--title", "Fish")
    assert ran.code == 2
    assert ran.errors == ["summarizer: One --title does not fit several articles. Give titles in JSON Lines."]


def test_saved_html_holds_the_article_that_was_briefed(
    shell: Shell, article: Path, asking: list[str], tmp_path: Path
) -> None:
    ran = shell("brief", article, *asking, "--save", tmp_path / "out")
    assert ran.code == 0
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    saved = Briefing.from_json((tmp_path / "out" / "briefing.json").read_bytes())
    assert page == saved.html(Article.from_file(article))
    assert (tmp_path / "out" / "briefing.md").read_text(encoding="utf-8").strip() == saved.markdown().strip()
    names = ", ".join(str(tmp_path / "out" / f"briefing.{suffix}") for suffix in ("json", "md", "html"))
    assert ran.err.splitlines()[-1].endswith(f" Written: {names}.")


def test_other_models_and_bounds_are_handed_on(shell: Shell, article: Path, asking: list[str]) -> None:
    ran = shell("brief", article, "--fallback", "openai/second", *asking[2:])
    assert ran.code == 2
    assert "--fallback stands in for a --model" in ran.err
    ran = shell("brief", article, *asking, "--max-tokens", "10")
    assert ran.code == 4
    assert "may take 10 tokens" in ran.err
