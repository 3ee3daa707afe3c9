"""Offices before a name, with what they are for: the name stands apart from both."""

from __future__ import annotations

import pytest

from summarizer.grounding.names import mentions
from summarizer.language import rules_for


@pytest.mark.parametrize(
    ("language", "sentence", "name", "role"),
    [
        ("ru", "Министр судоходства Карин Лунд сказала, что лодки вернутся.", "Карин Лунд", "Министр судоходства"),
        (
            "ru",
            "Командующий пограничной стражей вице-адмирал Павел Орм сообщил о лодках.",
            "Павел Орм",
            "Командующий пограничной стражей вице-адмирал",
        ),
        ("ru", "По словам командующего флотом Павла Орма, это так.", "Павла Орма", "командующего флотом"),
        ("uk", "Віцеадмірал Павло Орм повідомив про човни.", "Павло Орм", "Віцеадмірал"),
        ("uk", "Посередниця Ірма Вельс передала проєкт.", "Ірма Вельс", "Посередниця"),
        ("uk", "Командир Лев Торн заявив, що полонених не було.", "Лев Торн", "Командир"),
        ("uk", "Після заяви міністерки освіти Вальдори Ніни Борн.", "Ніни Борн", "міністерки освіти Вальдори"),
        (
            "uk",
            "Міністерка внутрішніх справ Лорвіку Ельза Ган вийшла.",
            "Ельза Ган",
            "Міністерка внутрішніх справ Лорвіку",
        ),
        ("fr", "Le secrétaire d'État Paul Garnot a parlé.", "Paul Garnot", "secrétaire d'État"),
        (
            "fr",
            "La secrétaire d’État à la Pêche Anne Garnot a parlé.",
            "Anne Garnot",
            "secrétaire d’État à la Pêche",
        ),
        ("fr", "Le ministre de la Pêche Paul Garnot a parlé.", "Paul Garnot", "ministre de la Pêche"),
        (
            "en",
            "Secretary of State for the Coast Anne Garnot spoke.",
            "Anne Garnot",
            "Secretary of State for the Coast",
        ),
        ("en", "The Minister for Fisheries Anne Garnot spoke.", "Anne Garnot", "Minister for Fisheries"),
    ],
)
def test_what_an_office_is_for_is_none_of_the_name(language: str, sentence: str, name: str, role: str) -> None:
    found = [(m.name, m.role) for m in mentions(sentence, rules_for(language))]
    assert (name, role) in found
    assert not any(other.endswith(name) and other != name for other, _ in found)


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        # The genitive: whose family, crew or party it is.
        ("ru", "Об этом сообщил член команды Павла Орма.", "Павла Орма"),
        ("uk", "Про це повідомив член команди Павла Орма.", "Павла Орма"),
        ("ru", "Командующий флотом Северной Ланды ушёл.", "Северной Ланды"),
        # Two words behind the office are a name alone.
        ("en", "The minister for Anne Garnot left.", "Anne Garnot"),
        ("en", "The prime minister of New Old Zenda left.", "New Old Zenda"),
    ],
)
def test_a_name_behind_what_an_office_is_for_may_be_another(language: str, sentence: str, name: str) -> None:
    assert (name, None) in [(m.name, m.role) for m in mentions(sentence, rules_for(language))]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Tom Brand, a trade lawyer who is no cousin of the Lavian painter, left.", "trade lawyer"),
        ("Tom Brand, leader of the team that drew the map, left.", "leader of the team"),
        ("Tom Brand, the head of a fund and whose voice is known, left.", "head of a fund"),
    ],
)
def test_a_role_ends_before_a_relative_clause(sentence: str, role: str) -> None:
    assert mentions(sentence, rules_for("en"))[0].role == role
