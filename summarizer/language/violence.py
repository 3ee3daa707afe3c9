"""Words for violence, in six languages: reports of one attack seldom use the same. Data, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.language.counting import fates_in

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


def is_violent(text: str, language: str | None) -> bool:
    """Whether a text tells of violence, or of people who came to harm."""
    words = _WORDS.get(language or "")
    return bool(fates_in(text)) or (words is not None and words.search(text) is not None)
