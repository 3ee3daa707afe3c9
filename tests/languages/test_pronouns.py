""" "He added": in each language with a grammar the one who spoke before; in the others nobody is guessed."""

from __future__ import annotations

import pytest

from summarizer import Article
from summarizer.briefing import Statement
from summarizer.draft import Draft
from summarizer.grounding.ground import ground
from tests.grounding.worlds import statement
from tests.languages.arabic import ARABIC
from tests.languages.chinese import CHINESE
from tests.languages.french import FRENCH
from tests.languages.german import GERMAN
from tests.languages.russian import RUSSIAN
from tests.languages.spanish import SPANISH
from tests.languages.ukrainian import UKRAINIAN
from tests.languages.worlds import PUBLISHED, World


def statements(world: World, said: str, pronoun: str) -> list[Statement]:
    """What Moll said to the newspaper, and what "he" said next."""
    leads, told = world.article.sentences[3].text, world.article.sentences[4].text
    article = Article.from_text(f"{leads} {told} {said}", published=PUBLISHED, language=world.language)
    assert len(article.sentences) == 3
    empty = Draft.model_validate({**{key: [] for key in Draft.model_fields}, "bottom_line": None, "talks": None})
    drafts = [statement(2, world.speakers[1]), statement(3, pronoun)]
    return ground(article, empty.model_copy(update={"statements": drafts})).statements


@pytest.mark.parametrize(
    ("world", "said", "pronoun"),
    [
        (UKRAINIAN, "Він додав, що часу обмаль.", "Він"),
        (RUSSIAN, "Он добавил, что времени мало.", "Он"),
        (SPANISH, "Él añadió que queda poco tiempo.", "Él"),
        (FRENCH, "Il a ajouté que le temps pressait.", "Il"),
        (GERMAN, "Er fügte hinzu, die Zeit sei knapp.", "Er"),
    ],
    ids=lambda value: value.language if isinstance(value, World) else None,
)
def test_he_is_who_spoke_before(world: World, said: str, pronoun: str) -> None:
    told, added = statements(world, said, pronoun)
    assert told.speaker.name == added.speaker.name == world.names[1]
    assert next(e.sentence for e in added.evidence) == 3
    assert len(added.evidence) > 1


@pytest.mark.parametrize(
    ("world", "said", "pronoun"),
    [(CHINESE, "他补充说，时间不多了。", "他"), (ARABIC, "وأضاف هو أن الوقت ضيق.", "هو")],
    ids=lambda value: value.language if isinstance(value, World) else None,
)
def test_where_no_grammar_is_known_the_pronoun_stands_as_printed(world: World, said: str, pronoun: str) -> None:
    assert [s.speaker.name for s in statements(world, said, pronoun)] == [world.speakers[1], pronoun]
