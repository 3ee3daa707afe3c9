"""What an open question is about, in six languages: who leads, when the sides meet, what becomes of a paper. Data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

About = Literal["head", "meeting", "delivered", "signed", "published"]

_WORDS: Mapping[About, str] = {
    "head": r"\bwho\b.{0,60}\b(?:lead|head|represent|speak for)|\b(?:named?|naming)\b.{0,20}\bhead\b"
    r"|\bкто\b.{0,60}(?:возглав|представл|повед[её]т)|\bхто\b.{0,60}(?:очол|представл)|\bwer\b.{0,80}(?:leite|führ|vertr)"
    r"|\bqui\b.{0,60}(?:dirig|conduir|mènera|représent)|\bquién\b.{0,60}(?:encabez|lider|dirig|represent)",
    "meeting": r"\b(?:when|where|whether|if)\b.{0,60}\b(?:meet|talks|session|round|negotiations)\b"
    r"|\b(?:date|place|venue)\b.{0,40}\b(?:meeting|talks|round|session)|\bnext (?:round|meeting|session)\b"
    r"|(?:когда|где|состоится ли)\b.{0,60}(?:встреч|переговор|раунд)|(?:коли|де|чи відбудеться)\b.{0,60}(?:зустрі|переговор|раунд)"
    r"|\b(?:wann|wo|ob)\b.{0,60}(?:treffen|gespräch|runde|verhandlung)"
    r"|\b(?:quand|où)\b.{0,60}(?:rencontr|pourparlers|négociation|tour|réuni)"
    r"|(?:cuándo|dónde)\b.{0,60}(?:reuni|ronda|conversaciones|negociaciones)",
    "signed": r"\b(?:when|whether|if)\b.{0,60}\bsign|(?:когда|ли)\b.{0,60}подпи|(?:коли|чи)\b.{0,60}підпи|\b(?:wann|ob)\b.{0,60}unter"
    r"|\b(?:quand|si)\b.{0,60}sign|(?:cuándo|si)\b.{0,60}firm",
    "published": r"\b(?:when|whether|if)\b.{0,60}\b(?:publish|released|made public)|(?:когда|ли)\b.{0,60}опублик|ли\b.{0,20}опублик"
    r"|опубликован ли|будет ли опублик|(?:коли|чи)\b.{0,60}(?:опублік|оприлюдн)|\b(?:wann|ob)\b.{0,60}veröffentlich"
    r"|\b(?:quand|si)\b.{0,60}(?:publi|rendu public)|(?:cuándo|si)\b.{0,60}public",
    "delivered": r"\b(?:when|whether|if)\b.{0,60}\b(?:hand|deliver|present|bring|send|submit|receive)"
    r"|(?:когда|ли)\b.{0,60}(?:переда[дсл]|представ|получ)|(?:коли|чи)\b.{0,60}(?:переда[дслв]|представ|отрима)"
    r"|\b(?:wann|ob)\b.{0,80}(?:übergeb|überreich|vorleg|übergibt)|\b(?:quand|si)\b.{0,60}(?:remett|remis|présent)"
    r"|(?:cuándo|si)\b.{0,60}(?:entreg|present)",
}  # fmt: skip
_PATTERNS = {about: re.compile(words, re.IGNORECASE) for about, words in _WORDS.items()}


def asked_about(text: str) -> frozenset[About]:
    """What a question asks of what a briefing can tell; empty for all else."""
    return frozenset(about for about, words in _PATTERNS.items() if words.search(text))
