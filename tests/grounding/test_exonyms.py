"""Countries and cities by what each language calls them: never one country for another."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summarizer.grounding.arabic_spelling import stands_in_arabic
from summarizer.grounding.exonyms import places_named
from summarizer.grounding.prose import judge_prose
from summarizer.grounding.scene import Scene
from tests.grounding.worlds import article


def codes(text: str, language: str) -> list[str]:
    """The codes of each place that a text names, a country's where it has one."""
    return [min(place.codes, key=lambda code: "/" in code) for place in places_named(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Germany, the German chancellor, the U.S. and North Korea", ["DE", "DE", "US", "KP"]),
        ("en", "Niger, Nigeria, a Nigerian and a Nigerien envoy", ["NE", "NG", "NG", "NE"]),
        ("en", "Guinea, Equatorial Guinea and Papua New Guinea", ["GN", "GQ", "PG"]),
        ("en", "Turkey, Türkiye, Istanbul and Moscow", ["TR", "TR", "Europe/Istanbul", "Europe/Moscow"]),
        ("en", "a Dominican envoy, Korea, turkey for dinner, the world", []),
        ("ru", "Германией, германский, в США, Северной Кореи", ["DE", "DE", "US", "KP"]),
        ("ru", "Нигера, Нигерии и того, в Стамбуле", ["NE", "NG", "Europe/Istanbul"]),
        ("uk", "Німеччини, у Сполучених Штатах, російська, в Києві", ["DE", "US", "RU", "Europe/Kiev"]),
        ("es", "Alemania, Estados Unidos, Níger y Guinea Ecuatorial", ["DE", "US", "NE", "GQ"]),
        ("fr", "l’Allemagne, d’Égypte, aux États-Unis, un envoyé iranien", ["DE", "EG", "US", "IR"]),
        ("de", "Russlands, der russische Gesandte, in der Türkei", ["RU", "RU", "TR"]),
        ("zh", "德国与尼日尔、尼日利亚和赤道几内亚在伊斯坦布尔", ["DE", "NE", "NG", "GQ", "Europe/Istanbul"]),
        ("ar", "وألمانيا والوفد الأوكراني وللصين وبالولايات المتحدة", ["DE", "UA", "CN", "US"]),
        ("ar", "الألمانية، النيجر ونيجيريا", ["DE", "NE", "NG"]),
        ("xx", "Germany", []),
    ],
)
def test_each_place_by_its_code(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language) == expected


def kind(evidence: str, text: str, language: str, prose: str) -> str:
    read = Scene(article(evidence, language=language), prose)
    return judge_prose(text, read.article.sentences, read).kind


@pytest.mark.parametrize(
    ("language", "evidence", "prose", "text"),
    [
        ("ru", "Посол Нигера встретил Рау.", "en", "Niger’s envoy met Rau."),
        ("ru", "Германская делегация прибыла в Стамбул.", "en", "The German delegation came to Istanbul."),
        ("ru", "Руританская делегация встретила Молла.", "en", "Ruritania met Moll."),
        ("ru", "Министр Рау прибыла.", "de", "Die Ministerin Rau kam."),
        ("en", "Germany met Rau.", "ru", "Германия встретила Рау."),
        ("fr", "L’Allemagne a vu Rau.", "en", "Germany saw Rau."),
        ("ar", "قال المندوب الألماني راو.", "en", "The German Rau spoke."),
        ("zh", "德国特使劳表示同意。", "en", "German envoy Rau agreed."),
        # A person of that name, and no country.
        ("es", "Michael Jordan habló.", "en", "Jordan spoke."),
    ],
)
def test_the_same_names_are_accepted_and_the_wording_is_left_open(
    language: str, evidence: str, prose: str, text: str
) -> None:
    assert kind(evidence, text, language, prose) == "unjudged"


@pytest.mark.parametrize(
    ("language", "evidence", "prose", "text"),
    [
        ("ru", "Посол Нигера встретил Рау.", "en", "Nigeria’s envoy met Rau."),
        ("ru", "Посол Нигерии встретил Рау.", "en", "Niger’s envoy met Rau."),
        ("ru", "Германия встретила Рау.", "en", "Austria met Rau."),
        ("ru", "Руритания встретила Рау.", "en", "Rau met Graustark."),
        ("ru", "Рау прибыла.", "en", "Petra Berg came."),
        ("ru", "Рау прибыла.", "de", "Petra Berg kam."),
        ("en", "Germany met Rau.", "ru", "Австрия встретила Рау."),
        ("en", "Germany met Rau.", "zh", "奥地利会见了劳。"),
        ("es", "Guinea Ecuatorial habló.", "en", "Guinea spoke."),
        ("zh", "德国特使劳表示同意。", "en", "French envoy Rau agreed."),
        ("ar", "قال المندوب الألماني راو.", "en", "The French Rau spoke."),
        ("ar", "قال المندوب بيترا راو.", "en", "Anton Berg spoke."),
    ],
)
def test_another_country_or_name_is_not(language: str, evidence: str, prose: str, text: str) -> None:
    assert kind(evidence, text, language, prose) in ("absent", "altered")


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("Petra", "قالت بيترا", True),
        ("Graustark", "من غراوستارك", True),
        ("Graustark", "وبغراوستارك", False),
        ("Zenda", "في زندا", True),
        ("Lavrov", "وقال لافروف", True),
        ("Ramallah", "في رام الله", True),
        ("Berg", "قالت بيترا", False),
        # A single consonant is too little to tell.
        ("Rau", "قالت راو", False),
    ],
)
def test_arabic_spells_a_name_by_its_consonants(word: str, text: str, stands: bool) -> None:
    assert stands_in_arabic(word, text) is stands


def test_the_names_are_read_only_when_they_are_asked_for() -> None:
    code = "import sys, summarizer.grounding.exonyms; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
