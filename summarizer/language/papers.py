"""What papers are called in six languages, so that one paper is one whatever language tells of it. Data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.language import rules_for

_KINDS: Mapping[str, str] = {
    "ceasefire": r"cease-?fires?|truces?|armistices?|припинен\w+ вогню|перемир\w+|прекращени\w+ огня|waffenstillstand\w*|waffenruhe\w*"
    r"|feuerpause\w*|cessez-le-feu|trêve\w*|alto el fuego|tregua\w*|armisticio\w*",
    "memorandum": r"memorand\w+|меморандум\w*|mémorand\w+|memorándum\w*",
    "protocol": r"protocols?|протокол\w*|protokoll\w*|protocoles?|protocolos?",
    "agreement": r"agreements?|accords?|deals?|pacts?|угод(?:а|и|у|і|ою)|соглашени\w+|abkommen\w*|vereinbarung\w*|pactes?|acuerdos?"
    r"|pactos?|convenios?|договор[её]нност\w+|домовленост\w+",
    "treaty": r"treat(?:y|ies)|догов[оі]р\w*|vertr[aä]g\w*|traités?|tratados?",
    "letter": r"letters?|письм\w+|лист(?:а|у|ом|і|и|ів)?|briefe?s?|lettres?|cartas?",
    "proposal": r"proposals?|предложени\w+|пропозиці\w+|vorschl[aä]g\w*|propositions?|propuestas?",
    "plan": r"plans?|план(?:а|у|ом|е|и|і|ы|ів|ов)?|pläne?|planes",
    "statement": r"statements?|заявлени\w+|заяв(?:а|и|у|і|ою)|erklärung\w*|déclarations?|declaraci\w+|communiqu[eé]s?|коммюнике|комюніке",
    "resolution": r"resolutions?|резолюци\w+|резолюці\w+|resolution\w*|résolutions?|resoluci\w+",
    "list": r"lists?|спис\w+|liste[ns]?|listas?",
    "answer": r"answers?|responses?|repl(?:y|ies)|ответ\w*|відповід\w+|antwort\w*|réponses?|respuestas?",
    "roadmap": r"road ?maps?|дорожн\w+ карт\w*|fahrpl[aä]n\w*|feuilles? de route|hojas? de ruta",
}  # fmt: skip
_PATTERNS = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _KINDS.items()}
UNTELLING = re.compile(
    r"(?<!\w)(?:drafts?|texts?|documents?|papers?|про[еє]кт\w*|текст\w*|документ\w*|projets?|textes?|entw[uü]rf\w*|dokument\w*"
    r"|borrador\w*|proyectos?|textos?|documentos?|final|new|revised|written|the|an?|le|la|les|de|du|der|die|das|el|los)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a paper's name that do not tell which it is."""


_SIGNING: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": r"signed|signing|(?:to|will|would|may|could|must|should|shall|not) sign|signs? (?:the|an?|its|their|his|her)"
        r"|signator(?:y|ies)|put (?:his|her|their) names? to|initial(?:l?ed|ing)",
        "uk": r"підпи[сш]\w+|парафу?ова\w+|парафу\w+",
        "ru": r"подпи[сш]\w+|парафиру?ова\w+|парафиру\w+",
        "de": r"unterzeichn\w+|unterschr(?:ieb|eib|ift)\w*|unterschrieben|paraphier\w+",
        "fr": r"sign(?:é|ée|és|ées|er|era|eront|erait|ent|e|a|èrent|ature|atures)|paraph(?:é|er|era|e|ent)\w*",
        "es": r"firm(?:ó|aron|ará|arán|ar|arse|arían?|ad[ao]s?|an)|se firma|suscri(?:b|t)\w+|rubric\w+",
    }.items()
}


def is_signing(text: str, language: str | None) -> bool:
    """Whether a text has a word for signing, which may be to come."""
    words = _SIGNING.get(language or "")
    return words is not None and words.search(text) is not None


def names_paper(text: str, language: str | None) -> bool:
    """Whether a text has a word for a paper."""
    rules = rules_for(language)
    return bool(kinds_in(text)[0]) or (rules is not None and rules.pattern(rules.papers).search(text) is not None)


def kinds_in(name: str) -> tuple[frozenset[str], str]:
    """The kinds of paper that a name has words for, and the name without these words."""
    kinds = set()
    for kind, words in _PATTERNS.items():
        name, count = words.subn(" ", name)
        if count:
            kinds.add(kind)
    return frozenset(kinds), name
