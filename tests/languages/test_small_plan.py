"""The small plan in the languages whose grammar is known: who speaks, through whom, and what, from small questions."""

from __future__ import annotations

import pytest

from tests.briefing_by_script import SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.languages.french import FRENCH
from tests.languages.german import GERMAN
from tests.languages.russian import RUSSIAN
from tests.languages.spanish import SPANISH
from tests.languages.ukrainian import UKRAINIAN
from tests.languages.worlds import ENGLISH, World

GRAMMAR = pytest.mark.parametrize(
    "world", [UKRAINIAN, RUSSIAN, SPANISH, FRENCH, GERMAN], ids=lambda world: world.language
)


@GRAMMAR
@pytest.mark.parametrize("language", [None, "en"])
def test_who_said_what_through_whom(scripted: Start, world: World, language: str | None) -> None:
    own = ENGLISH if language else world.own
    briefing = brief(scripted(answers_from(world.article, world.draft(own))).base_url, SMALL, world.article,
        language=language)  # fmt: skip
    # The demand of the eighth sentence is a statement, too: its verb reports.
    said, told, passed_on, demanded = briefing.statements
    assert tuple(s.speaker.name for s in (said, told, passed_on)) == world.speaking
    assert (demanded.speaker.name, demanded.act) == (world.sides[1], "demanded")
    assert [s.reported_by for s in briefing.statements] == [[], [world.newspaper], [world.agency], []]
    # What is said is the article's own words whatever language was asked for: the quote, and what stands behind "that".
    assert said.content is not None
    assert said.content.strip("«»„“ \u00a0") == said.quotes[0]
    for statement, content in zip((told, passed_on), world.own.contents[1:], strict=True):
        assert statement.content == f"{content}."
    assert not [r for r in briefing.verification.refused if r.path.endswith(("/content", "/text"))]


@GRAMMAR
def test_a_paper_of_which_it_is_unclear_whether_they_sign_it_is_not_signed(scripted: Start, world: World) -> None:
    briefing = brief(scripted(answers_from(world.article, world.draft(world.own))).base_url, SMALL, world.article)
    assert [d.status for d in briefing.documents if [e.sentence for e in d.evidence] == [9]] == [None]
    assert [d.status for d in briefing.documents if d.name == world.memorandum] == ["delivered"]
