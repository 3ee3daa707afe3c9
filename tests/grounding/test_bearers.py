"""Speakers named by their role alone, by a pronoun in another case, or by "the head of the delegation"."""

from __future__ import annotations

import pytest

from summarizer.briefing import Speaker
from summarizer.grounding.ground import ground
from tests.grounding.worlds import article, draft, statement


def speakers(text: str, *said: tuple[int, str], language: str = "en") -> list[Speaker]:
    drafts = [statement(number, who) for number, who in said]
    parties = ("Руритания",) if language == "ru" else ("Ruritania", "Graustark")
    return [s.speaker for s in ground(article(text, language=language), draft(*parties, statements=drafts)).statements]


@pytest.mark.parametrize("words", ["Ana Moss", "his spokeswoman", "his spokeswoman, Ana Moss"])
def test_a_role_beside_a_name_is_the_named_person(words: str) -> None:
    text = "Brandt will not come, his spokeswoman, Ana Moss, said. The annex has two parts, she said."
    found = speakers(text, (1, words), (2, "she"))
    assert [(s.name, s.role, s.kind) for s in found] == [("Ana Moss", "spokeswoman", "person")] * 2


def test_a_role_that_speaks_itself_is_not_the_one_beside() -> None:
    (found,) = speakers("In Chelm, the mayor said it rained.", (1, "the mayor"))
    assert found.name == "the mayor"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Interior Minister Ivo Brandt said it rained. According to him, the roof leaks.", "him"),
        ("uk", "Міністр Ivo Brandt сказав, що дощить. За його словами, дах протікає.", "його"),
        ("uk", "Міністр Ivo Brandt сказав, що дощить. За його словами, дах протікає.", "За його словами"),
        ("uk", "Міністр Ivo Brandt сказав, що дощить. За його словами, дах протікає.", "Ivo Brandt"),
        ("ru", "Министр Ivo Brandt сказал, что идёт дождь. По его словам, крыша течёт.", "его"),
    ],
)
def test_a_pronoun_behind_according_to_is_who_spoke_last(language: str, text: str, words: str) -> None:
    found = speakers(text, (1, "Ivo Brandt"), (2, words), language=language)
    assert [s.name for s in found] == ["Ivo Brandt", "Ivo Brandt"]


def test_he_is_who_spoke_in_the_sentence_before_though_no_draft_says_so() -> None:
    text = "It rained, said Interior Minister Ivo Brandt. The roof leaks, he specified."
    assert [s.name for s in speakers(text, (2, "he"))] == ["Ivo Brandt"]
    body = "It rained, said the Zenda Water Board. The roof leaks, he specified."
    assert speakers(body, (2, "he")) == []


def test_he_is_the_one_described_right_before_and_nobody_named_earlier() -> None:
    text = "Ivo Brandt slept. The head of the mission said it rained. The roof leaks, he said."
    found = speakers(text, (2, "The head of the mission"), (3, "he"))
    assert [s.name for s in found] == ["The head of the mission"] * 2
    text = "Ivo Brandt slept. Its spokeswoman said it rained. The roof leaks, he said."
    assert [s.name for s in speakers(text, (2, "Its spokeswoman"), (3, "he"))] == ["Its spokeswoman", "Ivo Brandt"]


def test_the_head_of_the_delegation_is_who_was_told_to_lead_it() -> None:
    led = "Interior Minister Ivo Brandt leads the Ruritanian delegation."
    said = "The head of the delegation said it rained. The roof leaks, he specified."
    found = speakers(f"{led} {said}", (2, "The head of the delegation"), (3, "he"))
    assert [(s.name, s.role) for s in found] == [("Ivo Brandt", "Interior Minister")] * 2
    other = "Ana Moss leads the Graustarkian delegation."
    (found_of_two,) = speakers(f"{led} {other} {said}", (3, "The head of the delegation"))
    assert found_of_two.kind == "anonymous"


def test_no_party_comes_from_what_is_denied() -> None:
    text = "Tom Brand, a lawyer who is no cousin of the Graustarkian painter, said Ruritania and Graustark wait."
    assert [s.party for s in speakers(text, (1, text[: text.index(", said")]))] == [None]
    assert [s.party for s in speakers(text, (1, "Tom Brand"))] == [None]
