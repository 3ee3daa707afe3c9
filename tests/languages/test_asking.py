"""How another language is asked for: by the caller, in the environment, in the shell, and of the model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import Article, AsyncSummarizer, SettingsError, Summarizer
from summarizer.draft import Draft
from summarizer.extraction.own_words import MOST_SAID
from tests.briefing_by_script import LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.languages.arabic import ARABIC
from tests.languages.russian import RUSSIAN
from tests.languages.worlds import ENGLISH, PUBLISHED
from tests.scripted_model import Answer, Request
from tests.shell.running import Shell, model_at


@pytest.mark.parametrize("language", ["xx", "english", "", "e", "1"])
@pytest.mark.parametrize("face", [Summarizer, AsyncSummarizer])
def test_what_is_no_language_is_told_at_once(face: type[Summarizer | AsyncSummarizer], language: str) -> None:
    with pytest.raises(SettingsError, match="is not an ISO 639-1 code"):
        face(LARGE, base_url="http://127.0.0.1:9/v1", language=language)


def test_a_wrong_language_in_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANGUAGE", "Klingon")
    with pytest.raises(SettingsError, match="SUMMARIZER_LANGUAGE cannot be used"):
        Summarizer(LARGE, base_url="http://127.0.0.1:9/v1")


def test_the_environment_counts_where_the_caller_names_none(scripted: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = scripted(answers_from(RUSSIAN.article, RUSSIAN.draft(ENGLISH)))
    monkeypatch.setenv("SUMMARIZER_LANGUAGE", "EN")
    assert brief(endpoint.base_url, article=RUSSIAN.article).bottom_line.text == ENGLISH.bottom_line
    brief(endpoint.base_url, article=RUSSIAN.article, language="de")
    asked = [request.user.rsplit("</article>", 1)[1] for request in endpoint.requests if request.question == "Draft"]
    assert ["English" in asked[0], "German" in asked[1]] == [True, True]


def test_the_shell_writes_in_another_language(
    scripted: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(monkeypatch, capsys)
    endpoint = scripted(answers_from(RUSSIAN.article, RUSSIAN.draft(ENGLISH)))
    article = tmp_path / "article.txt"
    article.write_text(RUSSIAN.text, encoding="utf-8")
    asked = [*model_at(endpoint.base_url), "--published", PUBLISHED.isoformat(), "--format", "json"]
    ran = shell("brief", article, *asked, "--write-in", "en")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["bottom_line"]["text"] == ENGLISH.bottom_line
    wrong = shell("brief", article, *asked, "--write-in", "xx")
    assert wrong.code == 2
    assert "is not an ISO 639-1 code" in wrong.err


def test_the_small_plan_asks_for_each_line_of_its_own(scripted: Start) -> None:
    endpoint = scripted(answers_from(RUSSIAN.article, RUSSIAN.draft(ENGLISH)))
    briefing = brief(endpoint.base_url, SMALL, RUSSIAN.article, language="en")
    assert briefing.bottom_line.text == ENGLISH.bottom_line
    assert briefing.talks.subject == ENGLISH.subject
    assert [p.stance for p in briefing.positions] == [ENGLISH.stance]
    assert [q.text for q in briefing.open_questions] == [ENGLISH.open_question]
    asked = {request.question: request.user for request in endpoint.requests}
    assert asked["OverviewAnswer"].endswith("Write the subject in English.")
    assert asked["PositionAnswer"].endswith("\nWrite issue and stance in English.")
    own = [request.user for request in endpoint.requests if request.question == "OwnWordsAnswer"]
    assert [user.endswith("Say it in English in at most 20 words.") for user in own] == [True, True]


def test_a_subject_and_a_stance_that_the_model_only_copied_are_asked_for_once_more(scripted: Start) -> None:
    copied = {**RUSSIAN.draft(RUSSIAN.own).model_dump(), "bottom_line": None, "open_questions": []}
    english = {
        RUSSIAN.own.subject: ENGLISH.subject,
        RUSSIAN.own.stance: ENGLISH.stance,
        RUSSIAN.own.issue: ENGLISH.issue,
    }
    read_well = answers_from(RUSSIAN.article, Draft.model_validate(copied))

    def script(request: Request) -> Answer:
        if request.question != "OwnWordsAnswer":
            return read_well(request)
        line = request.user.removeprefix("Sentence: ").split("\n")[0]
        return {"words": english.get(line)}

    briefing = brief(scripted(script).base_url, SMALL, RUSSIAN.article, language="en")
    assert briefing.talks.subject == ENGLISH.subject
    assert [(p.issue, p.stance) for p in briefing.positions] == [(ENGLISH.issue, ENGLISH.stance)]


@pytest.mark.parametrize("language", [None, "ru"])
def test_the_small_plan_asks_as_ever_where_the_language_is_the_article_s(scripted: Start, language: str | None) -> None:
    endpoint = scripted(answers_from(RUSSIAN.article, RUSSIAN.draft(RUSSIAN.own)))
    brief(endpoint.base_url, SMALL, RUSSIAN.article, language=language)
    assert "OwnWordsAnswer" not in [request.question for request in endpoint.requests]
    assert not [request.user for request in endpoint.requests if "Write " in request.user or "Russian" in request.user]


def test_the_article_s_words_stand_where_the_model_says_nothing_usable(scripted: Start) -> None:
    read_well = answers_from(RUSSIAN.article, RUSSIAN.draft(ENGLISH))
    last = RUSSIAN.article.sentences[8].text

    def script(request: Request) -> Answer:
        if request.question != "OwnWordsAnswer":
            return read_well(request)
        # The one sentence is copied, of the other nothing is said.
        return {"words": last} if last in request.user else {"words": None}

    endpoint = scripted(script)
    briefing = brief(endpoint.base_url, SMALL, RUSSIAN.article, language="en")
    assert briefing.bottom_line.text == RUSSIAN.article.sentences[0].text
    assert [q.text for q in briefing.open_questions] == [last]
    assert not [r for r in briefing.verification.refused if r.path.startswith(("/bottom_line", "/open_questions"))]


def test_the_lines_that_are_said_anew_are_bounded(scripted: Start) -> None:
    unclear = [f"Пока неясно, придёт ли лодка номер {n}." for n in range(1, MOST_SAID + 4)]
    article = Article.from_text(" ".join([RUSSIAN.text, *unclear]), published=PUBLISHED, language="ru")
    endpoint = scripted(answers_from(article, RUSSIAN.draft(ENGLISH)))
    briefing = brief(endpoint.base_url, SMALL, article, language="en")
    assert [request.question for request in endpoint.requests].count("OwnWordsAnswer") == MOST_SAID
    assert "5 lines were left in the article's language." in briefing.provenance.notes
    assert len(briefing.open_questions) == MOST_SAID + 4


@pytest.mark.parametrize("language", ["en", None])
def test_what_was_refused_is_asked_again_in_the_language(scripted: Start, language: str | None) -> None:
    wrong = "Austria and Graustark resume talks."
    own = replace(ENGLISH, bottom_line=wrong)
    endpoint = scripted(answers_from(ARABIC.article, ARABIC.draft(own), {wrong: ENGLISH.bottom_line}))
    briefing = brief(endpoint.base_url, article=ARABIC.article, language=language)
    again = next(r.user for r in endpoint.requests if r.question == "CorrectedWords" and wrong in r.user)
    assert ("Answer in English. Use only names, numbers and dates of the sentences." in again) is (language == "en")
    if language == "en":
        assert briefing.bottom_line.text == ENGLISH.bottom_line
