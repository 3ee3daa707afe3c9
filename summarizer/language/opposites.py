"""Words that say the opposite of each other, as beginnings of words: what a small edit turns round.

Used where a text has one of a pair, and its evidence only the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("accept", "reject|refus|declin|rebuff"), ("agree(?:d|s)?$|agreeing", "disagree|refus"), ("approv", "reject|disapprov"),
        ("begin|began|begun|start", "end(?:s|ed|ing)?$|finish|conclud"), ("open", "clos"), ("enter", "leav|left|exit|withdr"),
        ("rise|rose|risen|rising|increas|grow|grew|climb|gain|expand", "fall|fell|decreas|declin|shrink|shrank|drop|plung|cut"),
        ("win(?:s|ning|ner)?$|won", "los(?:e|es|t|ing)"), ("allow|permit|let", "ban(?:s|ned)?$|bar(?:s|red)?$|prohibit|forbid|forbad|block|prevent"),
        ("support|back(?:s|ed|ing)?$|favou?r", "oppos|against|object"), ("confirm|admit|acknowledg", "den(?:y|ies|ied)|refut"),
        ("resum|continu", "suspend|halt|paus|stop|interrupt|cease(?!fire)"), ("succe(?:ss|ed)", "fail"), ("before|prior", "after|following"),
        ("more|most", "less|least|fewer"), ("high", "low"), ("strong|strength", "weak"), ("public", "private|secret"),
        ("arriv", "depart|left|leav"), ("join", "leav|left|quit|withdr"), ("releas|free", "detain|arrest|captur|imprison|jail"),
        ("earl", "lat(?:e|er|est)"), ("positive", "negative"), ("optimis|hope", "pessimis"), ("prais|welcom|hail", "critici|condemn|denounc|blast"),
        ("major", "minor"), ("many", "few"), ("majorit", "minorit"), ("first", "last|second|third"), ("north", "south"), ("east", "west"),
        ("large|big|great|huge", "small|little|tiny"), ("long", "short|brief"), ("safe", "danger|unsafe"), ("ally|allies|allied", "enem|rival|adversar"),
        ("military", "civilian"), ("permanent|lasting", "temporary|interim"), ("direct", "indirect"), ("sign(?:s|ed|ing)?$", "reject|refus"),
        ("import", "export"), ("buy|bought|purchas", "sell|sold|sale"), ("send|sent", "receiv"), ("win", "defeat"), ("lift|eas(?:e|ed|ing)", "impos|tighten"),
        ("escalat|intensif", "de-escalat|eas(?:e|ed)"), ("attack", "defend"), ("build|built", "destroy|demolish"), ("domestic", "foreign"),
        ("hot", "cold"), ("young", "old"), ("alive|surviv", "dead|died|die(?:s|d)?$|kill"), ("always", "never"), ("inside", "outside"), ("old", "new"),
        ("progress", "setback|stalemate|deadlock"), ("possible", "impossible"), ("guilty", "innocent|not guilty"), ("ahead", "behind"),
    ),
    "uk": (
        ("прийня|прийм", "відхил|відки"), ("погод", "відмов"), ("почат|почн|розпоч", "закінч|заверш"), ("збільш|зрост|зріс", "зменш|знизи|скоро"),
        ("підтверд", "запереч|спросту"), ("віднов|продовж", "призупин|зупин|припин"), ("до$|перед$", "після"), ("більш", "менш"), ("перш", "останн"),
        ("підтрим", "виступи\\w* проти|засуд"), ("дозвол", "заборон"), ("вигра|перемог", "програ|поразк"), ("північ", "півден"), ("схід|східн", "захід|західн"),
    ),
    "ru": (
        ("приня|прим", "отклон|отверг"), ("соглас", "отказ"), ("начал|начн|начин", "законч|заверш|оконч"), ("увелич|вырос|возраст|раст", "уменьш|сниз|сокра|упал"),
        ("подтверд", "опроверг|отриц"), ("возобнов|продолж", "приостан|прекра|прерва"), ("до$|перед$", "после"), ("больш|более", "меньш|менее"),
        ("перв", "последн"), ("поддерж", "осуд|против"), ("разреш", "запре"), ("побед|выигра", "проигра|пораж"), ("север", "южн|юг"), ("восто", "запад"),
    ),
    "es": (
        ("acept", "rechaz|rehus"), ("acord|acuerd", "neg"), ("empez|empiez|comenz|comienz|inici", "termin|acab|conclu"), ("aument|subi|crec", "disminu|baj|ca(?:e|yó)|reduc"),
        ("confirm", "neg(?:ó|a|aron)|desm[ie]nt"), ("reanud|continu", "suspend|interrump|par(?:ó|a)"), ("antes", "después|tras"), ("más", "menos"), ("primer", "últim"),
        ("apoy", "opon|opus|conden"), ("permit", "prohib"), ("gan", "perd|pierd"), ("norte", "sur"), ("este$|oriental", "oeste|occidental"),
    ),
    "fr": (
        ("accept", "reje|refus"), ("commenc|début", "termin|achev|fini"), ("augment|hauss|croi", "diminu|baiss|chut|rédui"), ("confirm", "démen|ni(?:e|é|er)$"),
        ("repr(?:en|is)|continu", "suspend|interromp|arrêt"), ("avant", "après"), ("plus", "moins"), ("premi", "derni"), ("sout(?:ien|en)|appu", "oppos|condamn"),
        ("autoris|perme", "interdi"), ("gagn", "perd"), ("nord", "sud"), ("est$|oriental", "ouest|occidental"),
    ),
    "de": (
        ("akzept|angenomm|annehm|zustimm", "ablehn|abgelehnt|lehn|zurückgew"), ("begann|beginn|begonn|start", "end(?:en|et|ete)$|beend|schl(?:oss|ieß)"),
        ("stieg|steig|erhöh|wuchs|wachs|zunahm", "sank|sink|fiel|fall|verring|senk|abnahm"), ("bestätig", "bestr|dementier|leugn"), ("fortsetz|fortges|wiederauf", "unterbr|ausges|aussetz|stopp"),
        ("vor$|bevor", "nach$|nachdem"), ("mehr", "weniger"), ("erst", "letzt"), ("unterstütz", "verurteil|gegen"), ("erlaub|genehmig", "verb(?:iet|ot)"), ("gew(?:ann|onn|inn)", "verl(?:or|ier)"),
        ("nord", "süd"), ("ost", "west"),
    ),
}  # fmt: skip
_NEGATING_PREFIXES: Mapping[str, str] = {
    "en": "un|in|im|ir|il|dis|non-?", "de": "un|nicht-?", "fr": "in|im|ir|il|dés?|non-", "es": "in|im|ir|des|no-", "uk": "не", "ru": "не",
}  # fmt: skip


def opposite_in(word: str, others: frozenset[str], language: str | None) -> str | None:
    """A word among others, all in lower case, that says the opposite of a word; `None` where there is none."""
    for pattern in _opposites(word, language or ""):
        found = sorted(other for other in others if pattern.match(other))
        if found:
            return found[0]
    prefixes = _NEGATING_PREFIXES.get(language or "")
    if prefixes is None:
        return None
    bare = re.match(rf"(?:{prefixes})(\w{{4,}})$", word)
    if bare and bare[1] in others:
        return bare[1]
    return next(
        (o for o in sorted(others) if o.endswith(word) and re.fullmatch(rf"(?:{prefixes}){re.escape(word)}", o)), None
    )


@lru_cache(maxsize=4096)
def _opposites(word: str, language: str) -> tuple[re.Pattern[str], ...]:
    found = []
    for one, other in _PAIRS.get(language, ()):
        if re.match(one, word):
            found.append(re.compile(other))
        elif re.match(other, word):
            found.append(re.compile(one))
    return tuple(found)
