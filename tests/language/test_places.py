"""Where talks take place, by the words around them, and where no word ties a place to them."""

from __future__ import annotations

import pytest

from summarizer.language import rules_for
from summarizer.language.places import Place, place_of_talks, tells_of_talks


def place(sentence: str, language: str = "en") -> Place | None:
    rules = rules_for(language)
    assert rules is not None
    return place_of_talks(sentence, rules)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks on quotas in Zenda lasted a day.", Place(city="Zenda")),
        ("A new round of talks in Zenda, Ruritania, on Friday.", Place(city="Zenda", country="Ruritania")),
        ("They met in Oslo, Norway on Friday.", Place(city="Oslo", country="Norway")),
        ("They agreed to peace talks at a meeting in Norway.", Place(country="Norway")),
        ("They will meet at the Customs House in Zenda on 3 May.", Place(building="Customs House", city="Zenda")),
        ("The summit at Camp Hentzau will open.", Place(building="Camp Hentzau")),
        ("Talks resume Monday in Zenda between the two.", Place(city="Zenda")),
        ("They agreed to a future meeting on Hentzau.", Place(city="Hentzau")),
        ("Rau spoke at a Vienna meeting of the group.", Place(city="Vienna")),
        ("In Zenda, the delegations met again.", Place(city="Zenda")),
        ("Rau invited Moll to Norway for talks.", Place(country="Norway")),
        ("The ministers gathered in Zenda on Wednesday to discuss fish.", Place(city="Zenda")),
        ("The draft under discussion in Zenda is long.", Place(city="Zenda")),
        ("A round of talks (between Rau and Moll) in Zenda.", Place(city="Zenda")),
        (
            "The talks begin at 13:00 on 2 June at the Hentzau Palace in Zenda.",
            Place(building="Hentzau Palace", city="Zenda"),
        ),
        ("The envoys will be in Zenda on Monday for peace talks.", Place(city="Zenda")),
        ("They meet in Zenda Friday.", Place(city="Zenda")),
    ],
)
def test_the_words_around_the_talks_tell_the_place(sentence: str, expected: Place) -> None:
    assert place(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks go on as troops come under fire in Zenda.",
        "The talks failed, Petra Rau said in Zenda.",
        "The talks will begin in March.",
        "The talks resume in May.",
        "The talks about fish in the EU go on.",
        "The talks in the North failed.",
        "The talks on Norway go on.",
        "The talks of the group [on peace in Zenda] go on.",
        "Rau told a news conference in Zenda that it rains.",
        "The Rau talks failed.",
        "It rains in Zenda.",
        "Rau met envoys of the Council for Peace and Cooperation in Europe.",
        "The negotiating position of the union in Zenda is known.",
    ],
)
def test_a_place_that_nothing_ties_to_the_talks_is_none_of_theirs(sentence: str) -> None:
    assert place(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("Второй раунд переговоров пройдёт в Зенде 3 мая.", "ru", Place(city="Зенде")),
        ("Переговоры в Норвегии завершились.", "ru", Place(country="Норвегии")),
        ("Перемовини відбудуться у Зенді.", "uk", Place(city="Зенді")),
        ("La segunda ronda de negociaciones en Zenda terminó.", "es", Place(city="Zenda")),
        ("Les pourparlers à Zenda ont repris.", "fr", Place(city="Zenda")),
        ("Die Gespräche in Wien gehen weiter.", "de", Place(city="Wien")),
        ("Die Gespräche in Klausur gehen weiter.", "de", None),
    ],
)
def test_other_languages(sentence: str, language: str, expected: Place | None) -> None:
    assert place(sentence, language) == expected


def test_news_conferences_and_telephone_talks_are_no_talks() -> None:
    rules = rules_for("en")
    assert rules is not None
    assert not tells_of_talks("Rau said so at a news conference after telephone talks.", rules)
    assert tells_of_talks("Rau said so at a news conference after the talks.", rules)


def test_what_is_for_negotiating_is_no_talks() -> None:
    rules = rules_for("en")
    assert rules is not None
    assert not tells_of_talks("The negotiating authority of the ministry ends in July.", rules)
    assert tells_of_talks("They are negotiating with Lind in July.", rules)
