"""Countries, well-known cities and calendar words of each language, by the CLDR."""

from __future__ import annotations

import pytest

from summarizer.language.territories import is_country, is_day_or_month, is_known_city, is_region


@pytest.mark.parametrize(
    ("name", "language"),
    [("Norway", "en"), ("norway", "en"), ("U.S.", "en"), ("Норвегией", "ru"), ("Норвегії", "uk"), ("Norwegen", "de")],
)
def test_countries(name: str, language: str) -> None:
    assert is_country(name, language)
    assert not is_known_city(name, language)


@pytest.mark.parametrize(
    ("name", "language"), [("Ruritania", "en"), ("Норка", "ru"), ("Europe", "en"), ("Norway", "xx")]
)
def test_what_is_no_country(name: str, language: str) -> None:
    assert not is_country(name, language)


@pytest.mark.parametrize(("name", "language"), [("Vienna", "en"), ("Осло", "ru"), ("Стамбуле", "ru"), ("Wien", "de")])
def test_cities(name: str, language: str) -> None:
    assert is_known_city(name, language)


def test_calendar_words() -> None:
    assert is_day_or_month("Friday", "en")
    assert is_day_or_month("Sept", "en") or is_day_or_month("Sep", "en")
    assert is_day_or_month("Mai", "de")
    assert not is_day_or_month("Zenda", "en")
    assert not is_day_or_month("Friday", "xx")


def test_continents_and_parts_of_them_are_regions() -> None:
    assert is_region("Europe", "en")
    assert is_region("Азия", "ru")
    assert not is_region("Norway", "en")
    assert not is_region("Europe", "xx")
