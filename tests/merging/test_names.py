"""Names of people, parties, outlets and places across languages, short forms and seats of government."""

from __future__ import annotations

import pytest

from summarizer.merging.seats import party_code
from summarizer.merging.spelling import bare_party, is_adjective_of, sound_key
from tests.merging.making import Told, dossier

ALIKE = [
    ("Jeremy Hollow", "Джереми Холлоу"),
    ("Theresa Vane", "Тереза Вейн"),
    ("Hanne Okkonen", "Ханне Окконен"),
    ("Witold Quick", "Витольд Куик"),
    ("Philip Thorn", "Филип Торн"),
    ("George Wick", "Джордж Уик"),
]


@pytest.mark.parametrize(("latin", "cyrillic"), ALIKE)
def test_a_name_sounds_alike_in_two_scripts(latin: str, cyrillic: str) -> None:
    assert sound_key(latin) == sound_key(cyrillic)


def people(*names: str) -> list[str]:
    told = [
        Told(f"05-{day:02}", f"Words {day} of {name}.", language="ru" if ord(name[0]) > 1000 else "en").said(
            1, name, "x"
        )
        for day, name in enumerate(names, start=1)
    ]
    return [person.name for person in dossier(*told).people]


def test_one_person_in_two_scripts_is_one_under_the_latin_name() -> None:
    assert people("Jeremy Hollow", "Джереми Холлоу") == ["Jeremy Hollow"]


@pytest.mark.parametrize(
    "names",
    [
        ("Oleksandr Marn", "Олександра Марн"),
        ("Alexandra Marn", "Александр Марн"),
        # Two Latin names sound as the Cyrillic one does: nobody can tell whose it is.
        ("Jan Marn", "Jon Marn", "Джон Марн"),
        # One word alone sounds like too many.
        ("Marn", "Мэрин"),
        ("Jonas Falk", "Viktor Falk"),
    ],
)
def test_two_people_stay_two(names: tuple[str, ...]) -> None:
    assert len(people(*names)) == len(names)


@pytest.mark.parametrize(
    ("name", "country", "is_one"),
    [
        ("Norlandian", "Norlandia", True), ("Iranian", "Iran", True), ("Turkish", "Turkey", True),
        ("Chinese", "China", True), ("Iraqi", "Iraq", True), ("Iranian", "Iraq", False),
        ("Norlandia", "Norlandia", False),
        ("Iran", "Iranian", False), ("Corrowan", "Aldmoor", False),
    ],
)  # fmt: skip
def test_adjectives_of_countries(name: str, country: str, is_one: bool) -> None:
    assert is_adjective_of(name, country) is is_one


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("The U.S. team", "U.S."), ("the Norland delegation", "Norland"), ("the government of Iran", "Iran"),
        ("Israeli officials", "Israeli"), ("The negotiators", "The negotiators"), ("the side", "the side"),
        ("Negotiators", "Negotiators"), ("the three sides", "the three sides"),
        ("Palestinian Authority", "Palestinian Authority"),
    ],
)  # fmt: skip
def test_a_delegation_is_its_partys(name: str, party: str) -> None:
    assert bare_party(name) == party


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Moscow", "en", "RU"), ("Москва", "ru", "RU"), ("Київ", "uk", "UA"), ("Washington", "en", "US"),
        ("the White House", "en", "US"), ("The Kremlin", "en", "RU"), ("Pékin", "fr", "CN"), ("Tehran", "en", "IR"),
        ("Russia", "en", "RU"), ("the U.S. delegation", "en", "US"), ("Norland", "en", None),
        # Seats of other bodies, or of a state that is disputed, stand for themselves.
        ("Brussels", "en", "Europe/Brussels"), ("Jerusalem", "en", "Asia/Jerusalem"),
    ],
)  # fmt: skip
def test_a_seat_of_government_stands_for_its_country(name: str, language: str, code: str | None) -> None:
    assert party_code(name, language) == code


def test_all_capitals_that_are_listed_are_known() -> None:
    from summarizer.merging.seats import _CAPITALS, _capitals

    assert set(_capitals()) == set(_CAPITALS.split())


def parties(*names: str) -> dict[str, set[str]]:
    told = [Told(f"05-{n:02}", f"Sentence {n} of X.").wants(1, name, "fish", "x") for n, name in enumerate(names, 1)]
    found = dossier(*told)
    return {one.name: {name for form in one.forms for name in form.names} for one in found.parties}


def test_a_party_under_its_many_names_is_one() -> None:
    assert len(parties("Russia", "Moscow", "the Kremlin", "the Russian delegation", "Russian")) == 1
    assert parties("Norlandia", "Norlandian") == {"Norlandia": {"Norlandia", "Norlandian"}}
    assert parties("Upland Liberation Front", "Front") == {
        "Upland Liberation Front": {"Upland Liberation Front", "Front"}
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Upland Front", "Lowland Front", "Front"),
        ("Iran", "Iraq"),
        ("Norlandia", "Norlandois"),
        ("Upland Liberation Front", "the rebels"),
    ],
)
def test_parties_that_are_apart_stay_apart(names: tuple[str, ...]) -> None:
    assert len(parties(*names)) == len(names)


def outlets(*named: tuple[str, str | None]) -> set[str]:
    told = [
        Told(f"05-{n:02}", f"Words {n} of A.", outlet=own).said(
            1, "Ada Lind", "x", reported_by=[cited] if cited else []
        )
        for n, (own, cited) in enumerate(named, start=1)
    ]
    return {one.name for one in dossier(*told).outlets}


def test_an_outlets_short_name_is_its() -> None:
    assert outlets(("The Sundby Observer", None), ("Tern Wire", "Observer")) == {"The Sundby Observer", "Tern Wire"}


def test_an_outlet_that_publishes_under_a_short_name_is_its_own() -> None:
    assert len(outlets(("The Sundby Observer", None), ("Observer", None))) == 2


def test_a_town_in_another_script_is_the_same() -> None:
    one = Told("05-03", "They met in Castrow.").meeting(1, "05-03", "past", city="Castrow")
    other = Told("05-04", "Они встретились в Кастрове.", language="ru").meeting(1, "05-03", "past", city="Кастрове")
    found = dossier(one, other)
    assert [place.name for place in found.places] == ["Castrow"]
    assert found.contradictions == []


@pytest.mark.parametrize("name", ["\u2003", "…", "\u200b", "7", "’"])
def test_a_name_without_a_letter_does_no_harm(name: str) -> None:
    told = Told("05-03", f"Words of {name} are here.").said(1, name, "x").wants(1, name, "fish", "x")
    told.head(1, name, name).paper(1, name, "delivered", "05-03", author=name).event(1, "05-03", name)
    told.meeting(1, "05-03", city=name, venue=name, parties=[name, "Corrow"])
    assert len(dossier(told, Told("05-04", "Ada Lind spoke.").said(1, "Ada Lind", "x")).articles) == 2
