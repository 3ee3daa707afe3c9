"""Dates that were read wrongly in articles which nobody had seen before; each sentence is of an invented world."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.dates import find_dates
from summarizer.grounding.scene import Scene
from tests.grounding.dates.finder import values
from tests.grounding.worlds import article

TUESDAY = date(2025, 3, 4)


def days(sentence: str, language: str = "en") -> list[str | None]:
    return [m.value for m in find_dates(sentence, published=TUESDAY, language=language) if m.timex_type == "DATE"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Moll gave the draft to the leaders of both missions at the Mill on Monday.", "2025-03-03"),
        ("Moll gave the draft to Rau on Monday.", "2025-03-03"),
        ("Rau gave the rebels until the end of Monday.", "2025-03-10"),
        ("Moll extended the truce to Monday.", "2025-03-10"),
        ("Moll agreed to meet the rebels on Monday.", "2025-03-10"),
        ("Hopes were dimmed by a raid on the port on Monday in which nine people died.", "2025-03-03"),
        ("The plans were hindered by a strike on Monday.", "2025-03-03"),
        ("Moll intends to put a paper before both missions on Monday.", "2025-03-10"),
        ("Moll plans to lay a paper before both missions on Monday.", "2025-03-10"),
        ("Moll will then put a paper before them on Monday.", "2025-03-10"),
        ("Moll put a paper before them on Monday.", "2025-03-03"),
        ("Moll did not put a paper before them on Monday.", "2025-03-03"),
        ("The missions had been due to meet at the Mill on Thursday.", "2025-03-06"),
        ("The missions had been due to meet at the Mill on Monday.", "2025-03-03"),
    ],
)
def test_the_verb_of_a_weekday_tells_its_side(sentence: str, expected: str) -> None:
    assert days(sentence) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The missions had been scheduled to meet on Thursday."),
        ("uk", "Делегації мали зустрітися в четвер."),
        ("ru", "Делегации должны были встретиться в четверг."),
        ("de", "Die Delegationen sollten sich am Donnerstag treffen."),
        ("fr", "Les délégations devaient se réunir jeudi."),
        ("es", "Las delegaciones debían reunirse el jueves."),
    ],
)
def test_a_plan_that_was_given_up_is_of_the_nearest_day(language: str, sentence: str) -> None:
    assert days(sentence, language) == ["2025-03-06"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "They met on Monday, a day later than planned."),
        ("en", "They met on Monday, two days earlier than expected."),
        ("uk", "Вони зустрілися в понеділок, на два дні пізніше, ніж планувалося."),
        ("uk", "Вони зустрілися в понеділок, на два дні пізніше запланованого."),
        ("ru", "Они встретились в понедельник, на два дня позже, чем планировалось."),
        ("ru", "Они встретились в понедельник, на два дня раньше срока."),
        ("de", "Sie trafen sich am Montag, einen Tag später als geplant."),
        ("fr", "Ils se sont réunis lundi, un jour plus tard que prévu."),
        ("es", "Se reunieron el lunes, un día más tarde de lo previsto."),
        ("es", "Se reunieron el lunes, un día después de lo previsto."),
    ],
)
def test_later_than_planned_is_no_day_of_its_own(language: str, sentence: str) -> None:
    assert [day for day in days(sentence, language) if day] == ["2025-03-03"]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "A year ago the talks failed.", "2024"),
        ("ru", "Прошлогодняя встреча сорвалась.", "2024"),
        ("ru", "Год назад переговоры сорвались.", "2024"),
        ("ru", "Месяц назад переговоры сорвались.", "2025-02"),
        ("ru", "Неделю назад переговоры сорвались.", "2025-W09"),
        ("ru", "Двадцать лет назад переговоры сорвались.", "2005"),
        ("ru", "Почти год назад переговоры сорвались.", None),
        ("uk", "Торішня зустріч зірвалася.", "2024"),
        ("uk", "Минулорічні перемовини зірвалися.", "2024"),
        ("uk", "Рік тому перемовини зірвалися.", "2024"),
        ("uk", "Це сталося торішнього травня.", "2024-05"),
        ("de", "Voriges Jahr scheiterten die Gespräche.", "2024"),
        ("de", "Im Vorjahr scheiterten die Gespräche.", "2024"),
        ("de", "Das vorjährige Treffen scheiterte.", "2024"),
        ("de", "Vor einem Jahr scheiterten die Gespräche.", "2024"),
        ("fr", "L’an dernier, les pourparlers ont échoué.", "2024"),
        ("fr", "Il y a un an, les pourparlers ont échoué.", "2024"),
        ("es", "Hace un año fracasó el diálogo.", "2024"),
        ("es", "El año pasado fracasó el diálogo.", "2024"),
        ("zh", "去年的会谈失败了。", "2024"),
        ("zh", "三年的会谈失败了。", None),
    ],
)
def test_the_year_before_has_its_own_words(language: str, words: str, expected: str | None) -> None:
    found = find_dates(words, published=TUESDAY, language=language)
    assert [m.value for m in found if m.value] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Monday's talks began late, Rau told the Herald on Tuesday. They opened at 16:40.", "2025-03-03T16:40"),
        ("Talks will be held on Thursday, Rau said on Tuesday. They open at 16:40.", "2025-03-06T16:40"),
        ("They met on Monday, a day later than planned. They sat down at 9 a.m.", "2025-03-03T09:00"),
        ("Rau spoke of a raid on Tuesday. It began at 16:40.", "2025-03-04T16:40"),
    ],
)
def test_an_hour_is_of_the_day_that_is_told_of_and_not_of_the_day_of_saying(text: str, hour: str) -> None:
    scene = Scene(article(text, published=TUESDAY))
    assert [m.value for m in scene.dates[2]] == [hour]


def test_an_hour_behind_an_article_is_clear() -> None:
    assert values("Se reunieron a las 11:00 del lunes.", language="es") == {"11:00 del lunes": "2025-05-26T11:00"}
