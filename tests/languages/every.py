"""The invented story in every language, by the language's name."""

from __future__ import annotations

from collections.abc import Mapping

from tests.languages.arabic import ARABIC
from tests.languages.chinese import CHINESE
from tests.languages.french import FRENCH
from tests.languages.german import GERMAN
from tests.languages.russian import RUSSIAN
from tests.languages.spanish import SPANISH
from tests.languages.ukrainian import UKRAINIAN
from tests.languages.worlds import World

WORLDS: Mapping[str, World] = {
    "ukrainian": UKRAINIAN,
    "russian": RUSSIAN,
    "spanish": SPANISH,
    "french": FRENCH,
    "german": GERMAN,
    "chinese": CHINESE,
    "arabic": ARABIC,
}
