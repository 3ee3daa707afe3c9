"""Words for violence, in six languages: reports of one attack seldom use the same. Data, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from summarizer.language.counting import fates_in
from summarizer.language.territories import is_day_or_month

_WORDS: Mapping[str, re.Pattern[str]] = {
    language: re.compile(words, re.IGNORECASE)
    for language, words in {
        "en": r"\battack|\bshell(?:ed|ing|s)?\b|\bfir(?:ed?|ing)\b|\bshots?\b|\bshoot|\bbomb|\bstrikes?\b|\bstruck\b|\braid|\bclash"
        r"|\bexplo|\bambush|\bassault|\blives\b|\bmassacre|\brockets?\b|\bmissiles?\b|\bdrones?\b",
        "uk": r"\bатак|\bобстріл|\bвдари|\bудар|\bвибух|\bстріл|\bпострі|\bзіткнен|\bбомб|\bракет|\bдрон",
        "ru": r"\bатак|\bобстрел|\bудар|\bвзрыв|\bстрел|\bвыстрел|\bстолкновен|\bбомб|\bракет|\bдрон|\bбеспилотн",
        "de": r"\bangriff|\bangegriffen|\bbeschoss|\bbeschuss|\bschuss|\bschüsse|\bexplo|\bbomb|\brakete|\bdrohne|\büberfall",
        "fr": r"\battaqu|\btir[ée]?s?\b|\bbombard|\bexplo|\bfrapp|\baffront|\bmissile|\bdrone|\bfusillade",
        "es": r"\bataqu|\batac|\bdispar|\bbombard|\bexplo|\benfrentam|\bmisil|\bdron|\btiroteo",
    }.items()
}


HARM = frozenset({"dead", "wounded"})
"""What becomes of people by violence."""
_PLACES = {
    "en": r"in|at|on|near|outside|village of|town of|city of",
    "uk": r"в|у|на|біля|поблизу|під",
    "ru": r"в|во|на|у|возле|под|близ",
    "de": r"in|im|bei|nahe",
    "fr": r"à|en|au|aux|dans|près de",
    "es": r"en|cerca de",
}
"""Language → words behind which a text tells where something happened."""


@lru_cache(maxsize=65_536)
def places_in(text: str, language: str | None) -> frozenset[str]:
    """The names behind words for a place, as they are printed; no days and no months."""
    words = _PLACES.get(language or "", r"(?!)")
    pattern = rf"(?<!\w)(?:{words})\s+(?:[^\W\d_A-ZА-ЯІЇЄҐ][^\W\d_]*\s+)?([^\W\d_a-zа-яіїєґß-ÿ][\w’'-]+)"
    return frozenset(name for name in re.findall(pattern, text) if not is_day_or_month(name, language))


def is_violent(text: str, language: str | None) -> bool:
    """Whether a text tells of violence, or of people who came to harm."""
    words = _WORDS.get(language or "")
    return not fates_in(text).isdisjoint(HARM) or (words is not None and words.search(text) is not None)
