"""Words for people who are counted, and for what became of them. Data, as regular expressions over six languages.

Two articles count the same people under different names: "34 crew members", "31 men"; but who counts soldiers counts
no civilians, and the dead are not the wounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

ANYBODY = "people"
"""The group of words that stand for any people."""
_GROUPS: Mapping[str, str] = {
    ANYBODY: r"people|persons?|m[ae]n|individuals|members?|людей|людина|людини|осіб|особи|чоловік\w*|человек\w*|мужчин\w*"
    r"|menschen|personen|männer\w*|personnes|hommes|personas|hombres",
    "captives": r"prisoners?|captives?|detainees?|hostages?|pows?|полонен\w*|військовополонен\w*|заручник\w*|пленн\w*"
    r"|военнопленн\w*|заложник\w*|заключ[её]нн\w*|gefangene\w*|kriegsgefangene\w*|geiseln?|prisonniers?|otages?"
    r"|détenus?|prisioneros?|rehenes|rehén|detenidos?",
    "seafarers": r"fisherm[ae]n|sailors?|seam[ae]n|seafarers?|crew(?:m[ae]n)?|рибал\w*|моряк\w*|рыбак\w*|fischern?|seeleute\w*"
    r"|matrosen?|pêcheurs?|marins?|pescadores?|marineros?",
    "soldiers": r"soldiers?|troops?|service(?:m[ae]n|members?)|fighters?|солдат\w*|військов\w*|бійц\w*|военн\w*|боец|бойц\w*"
    r"|soldaten?|kämpfern?|soldats?|combattants?|soldados?|combatientes?",
    "civilians": r"civilians?|residents?|villagers?|цивільн\w*|мирн\w*|мешкан\w*|гражданск\w*|жител\w*|zivilisten?"
    r"|einwohnern?|civils?|habitants?|civiles|residentes",
}  # fmt: skip
_COUNTED: Mapping[str, re.Pattern[str]] = {group: re.compile(words) for group, words in _GROUPS.items()}
_FATES: Mapping[str, re.Pattern[str]] = {
    "dead": re.compile(
        r"\b(?:kill|dead|died|death|вбит|загин|загибл|убит|погиб|lost (?:their|his|her) li(?:fe|ves)|getöt|tote|ums leben|tué|mort|muert|fallec|asesinad)", re.IGNORECASE
    ),
    "wounded": re.compile(r"\b(?:wound|injur|hurt|поранен|ранен|verletzt|verwundet|bless|herid)", re.IGNORECASE),
    "captive": re.compile(
        r"\b(?:held|detain|captur|captiv|arrest|freed?\b|releas|hostage|prison|exchang|утриму|затрим|полонен|звільн|задерж|пленн|освобо"
        r"|обмен|обмін|gefangen|festgehalten|freigelassen|détenu|libér|prisonni|otage|deten|liber|rehen|preso)", re.IGNORECASE
    ),
    "missing": re.compile(r"\b(?:missing|зник|пропав|пропал|vermisst|disparu|desaparecid)", re.IGNORECASE),
}  # fmt: skip


@lru_cache(maxsize=4096)
def group_of(word: str) -> str | None:
    """The group of people that a word stands for; `None` for what are no people."""
    return next((group for group, words in _COUNTED.items() if words.fullmatch(word.casefold())), None)


def fates_in(text: str) -> frozenset[str]:
    """What a text says became of people."""
    return frozenset(fate for fate, words in _FATES.items() if words.search(text))
