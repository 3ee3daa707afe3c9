"""Words that put two sides over against each other: "between A and B", "the A-B talks", "party to the talks"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.language.rules import compile_words


@dataclass(frozen=True)
class SideWords:
    """The words of one language, as patterns for whole words."""

    between: str
    """What stands before the first of two sides."""
    joined: str
    """What stands between the two."""
    matters: str
    """Nouns for what two sides have with each other, besides talks and papers ("truce")."""
    groups: str
    """Plural nouns for sides without a name ("rebels")."""
    party_to: str = r"(?!)"
    """What stands behind a list of sides ("are party to the talks")."""
    counterparts: str = r"(?!)"
    """Nouns behind a list of adjectives that each stand for a side ("his Graustarkian and Lavian counterparts")."""


SIDE_WORDS: Mapping[str, SideWords] = {
    "en": SideWords(
        between=r"between",
        joined=r"and",
        matters=r"cease-?fire|truce|strike|settlement|negotiat\w+|peace|deadlock|sticking points",
        groups=r"rebels|separatists|insurgents|militants|militias|strikers|workers|unions|employers|opposition|guerrillas|protesters|owners|players",
        party_to=r"(?:are|were|is|was) (?:all |both )?(?:a )?part(?:y|ies) to",
        counterparts=r"counterparts",
    ),
    "ru": SideWords(
        between=r"между", joined=r"и", matters=r"перемири\w+|прекращени\w+ огня",
        groups=r"повстанц\w+|сепаратист\w+|боевик\w*|профсоюз\w*|оппозици\w+|мятежник\w*",
    ),
    "uk": SideWords(
        between=r"між", joined=r"і|й|та", matters=r"перемир[’']\w+|припинення вогню",
        groups=r"повстанц\w+|сепаратист\w+|бойовик\w*|профспілк\w*|опозиці\w+|заколотник\w*",
    ),
    "es": SideWords(
        between=r"entre", joined=r"y|e", matters=r"alto el fuego|tregua|huelga|cese al fuego",
        groups=r"rebeldes|separatistas|guerrilleros|sindicatos|insurgentes|trabajadores|oposición|patronal",
    ),
    "fr": SideWords(
        between=r"entre", joined=r"et", matters=r"cessez-le-feu|trêve|grève",
        groups=r"rebelles|séparatistes|insurgés|syndicats|opposition|patronat|grévistes",
    ),
    "de": SideWords(
        between=r"zwischen", joined=r"und", matters=r"\w*[Ww]affenruhe|Waffenstillstand\w*|Streik\w*",
        groups=r"Rebellen|Separatisten|Aufständische[n]?|Gewerkschaften|Arbeitgeber\w*|Opposition",
    ),
}  # fmt: skip
"""Language → its words."""

_EVERYBODY: Mapping[str, tuple[str, str]] = {
    "en": (
        r"all|both|the|each|every|either|neither|two|three|four|five|six|several|other|warring|rival|opposing|of|negotiating|no|any",
        r"sides?|parties|delegations?|teams?|negotiators|belligerents",
    ),
    "ru": (
        r"все|всех|обе|обеих|оба|две|двух|три|тр[её]х|четыре|кажд\w+|остальн\w+|друг\w+|эти",
        r"сторон\w*|делегаци\w+|участник\w*|переговорщик\w*",
    ),
    "uk": (
        r"усі|всі|усіх|всіх|обидві|обох|дві|двох|три|трьох|чотири|кожн\w+|решта|інш\w+|ці",
        r"сторон\w*|сторін|делегаці\w+|учасник\w*|перемовник\w*",
    ),
    "es": (
        r"todas|todos|ambas|ambos|las|los|la|dos|tres|cuatro|cada|otra|otras|varias",
        r"partes?|delegaciones|bandos?|equipos|lados",
    ),
    "fr": (
        r"toutes|tous|les|la|deux|trois|quatre|chaque|autres?|plusieurs",
        r"parties|délégations|camps?|côtés|équipes|protagonistes",
    ),
    "de": (
        r"alle|allen|beide|beiden|die|den|zwei|drei|vier|jede|andere[n]?|mehrere",
        r"Seiten?|Parteien|Delegationen|Konfliktparteien|Teams",
    ),
}
"""Language → words that count sides, and nouns for those."""


def is_everybody(words: str, language: str | None) -> bool:
    """Whether words only count sides and name none: "all four delegations", "both sides", "all"."""
    counting, sides = _EVERYBODY.get(language or "", (r"(?!)", r"(?!)"))
    counted = rf"(?:(?:{counting})\s+)*(?:{counting}|{sides})"
    return compile_words(counted).fullmatch(words.strip()) is not None
