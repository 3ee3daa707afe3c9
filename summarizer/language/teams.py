"""Words for delegations, for whose they are, and for who leads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TeamWords:
    """The words of one language, as patterns for whole words."""

    teams: str
    """Nouns for a delegation."""
    of: str
    """What stands between a delegation and whose it is, behind it ("from"); empty where it is the genitive alone."""
    leads: str
    """Verbs with the one who leads as their subject."""
    led_by: str
    """What stands between a delegation and the one who leads it, behind it."""
    head_of: str
    """Nouns for the one who leads, up to the delegation."""
    negotiators: str
    """Nouns for a side's first negotiator."""
    qualities: str
    """Words before a delegation that tell nothing of whose it is ("high-level")."""
    own: str
    """Possessives that can stand for a side ("its")."""
    own_heads: str
    """Nouns for the one who leads, as they stand behind "its" where a delegation was told of before."""
    several: str
    """Words before delegations that tell how many of them ("all three")."""
    instead: str
    """What stands before the one whom somebody replaces ("instead of")."""


_ENGLISH = TeamWords(
    teams=r"delegations?|(?:negotiating|negotiation|bargaining) (?:teams?|committees?)|teams? of negotiators",
    of=r"from|of|representing",
    leads=r"(?:will |would |to |has |had |is |was |be |been |must |should |was due to )*(?:leads?|led|heads?|headed|heading|leading)",
    led_by=r"(?:which |that )?(?:is |was |will be |would be |being |to be )?(?:led|headed) by|under",
    head_of=r"(?:heads?|chief|leaders?|chair(?:man|woman)?) of",
    negotiators=r"(?:chief|lead|top|head|senior|main|principal) (?:\w+ )?negotiator",
    qualities=(
        r"high-level|high-ranking|large|small|big|official|national|joint|own|new|same|other|first|second|two|three|senior|whole|full|entire"
        r"|negotiating|trade|government|peace|visiting|separate|delegation|\d+\w*|member|strong|nominal|respective|both|several|various|foreign"
    ),
    own=r"its|their",
    own_heads=r"head|leader|chief negotiator|chair(?:man|woman)?",
    several=r"all|every|each|neither|either|any|no|both|several|two|three|four|five|six|most|some|many|few|rival|opposing|warring|remaining",
    instead=r"instead of|in place of|rather than|(?:replac|succeed)(?:es?|ed|s|ing)",
)
_RUSSIAN = TeamWords(
    teams=r"делегаци\w+|переговорн\w+ групп\w+",
    of=r"от|из",
    leads=r"(?:должен был |должна была |будет )?(?:возглав\w+)|руковод\w+",
    led_by=r"во главе с|под руководством|(?:которую |которой )?(?:возглав\w+|руковод\w+)",
    head_of=r"глав(?:а|ы|е|у|ой)|руководител\w+",
    negotiators=r"главн\w+ переговорщик\w*",
    qualities=r"правительственн\w+|официальн\w+|нов\w+|больш\w+|совместн\w+|сво\w+|обе\w*|перв\w+|высокопоставленн\w+",
    own=r"его|е[её]|их|сво[яюей]\w*",
    own_heads=r"глава|руководитель|лидер",
    several=r"все|всех|обе|обеих|две|двух|три|тр[её]х|четыре|кажд\w+|ни одна|остальн\w+",
    instead=r"вместо|взамен|сменил[аи]?",
)
_UKRAINIAN = TeamWords(
    teams=r"делегаці\w+|переговорн\w+ груп\w+",
    of=r"від|з|із",
    leads=r"(?:має |мав |мала |буде )?(?:очол\w+)|керу\w+",
    led_by=r"на чолі з|під керівництвом|(?:яку |якою )?(?:очол\w+|керу\w+)",
    head_of=r"глав(?:а|и|і|у|ою)|голов(?:а|и|і|у|ою)|керівни\w+",
    negotiators=r"головн\w+ (?:переговорник\w*|перемовник\w*)",
    qualities=r"урядов\w+|офіційн\w+|нов\w+|велик\w+|спільн\w+|сво\w+|обидв\w+|перш\w+|високопоставлен\w+",
    own=r"його|її|їх|їхн\w+|сво[яюєїй]\w*",
    own_heads=r"голова|глава|керівни\w+|очільни\w+",
    several=r"усі|всі|усіх|всіх|обидві|обох|дві|двох|три|трьох|чотири|кожн\w+|жодна|решта",
    instead=r"замість|на місце|змінила|змінив",
)
_SPANISH = TeamWords(
    teams=r"delegaci(?:ón|ones)|equipos? negociador(?:es)?|comitivas?",
    of=r"de|del|enviada por",
    leads=r"(?:encabez|lider)(?:a|ó|ará|aba|an|aron)|dirig(?:e|ió|irá)",
    led_by=r"(?:que )?(?:encabezad[oa]|liderad[oa]|dirigid[oa])s? por|al frente de la cual está|que (?:encabeza|lidera|dirige)",
    head_of=r"(?:jefe|jefa|líder|cabeza) (?:de|del)",
    negotiators=r"(?:jefe negociador|jefa negociadora|negociador jefe|negociadora jefa|principal negociador|negociador principal)",
    qualities=r"alta|nueva|oficial|gran|propia|gubernamental|primera|misma|otra",
    own=r"su|sus",
    own_heads=r"jefe|jefa|líder",
    several=r"todas|ambas|dos|tres|cuatro|cada|ninguna|varias|demás",
    instead=r"en lugar de|en vez de|(?:sustituy|reemplaz)\w+ a",
)
_FRENCH = TeamWords(
    teams=r"délégations?|équipes? de (?:négociation|négociateurs)",
    of=r"de|du|des|d[’']",
    leads=r"(?:dirig|men)(?:e|é|era|ent|eait|eront)|condui(?:t|ra|sait)|(?:est|sera|était) à la tête",
    led_by=r"(?:qui )?(?:(?:est|sera|était|a été|serait) )?(?:dirigée?|conduite?|menée?)s? par|avec à sa tête",
    head_of=r"(?:chef|cheffe|tête) (?:de|du)",
    negotiators=r"(?:négociateur|négociatrice) en chef|(?:principal négociateur|principale négociatrice)",
    qualities=r"haute|nouvelle|officielle|grande|propre|gouvernementale|première|même|autre",
    own=r"sa|son|leurs?",
    own_heads=r"chef|cheffe|dirigeante?",
    several=r"toutes|deux|trois|quatre|chaque|aucune|plusieurs|chacune",
    instead=r"au lieu d(?:e|u)|à la place d(?:e|u)|en remplacement d(?:e|u)|remplac\w+|succèd\w+ à",
)
_GERMAN = TeamWords(
    teams=r"\w*[Dd]elegation(?:en)?|Verhandlungsteams?|Verhandlungsgruppe",
    of=r"aus|von|des|der",
    leads=r"leite(?:t|te|n)|führ(?:t|te)",
    led_by=(
        r"unter (?:der )?(?:Leitung|Führung) von|geleitet von|angeführt von|mit .{0,30} an der Spitze"
        r"|(?:die )?(?:wird|wurde|soll|werde) von(?= [^.;]{0,80}(?:geleitet|angeführt|geführt))"
    ),
    head_of=r"(?:Leiter|Leiterin|Chef|Chefin) der",
    negotiators=r"Chefunterhändler(?:in)?|Verhandlungsführer(?:in)?",
    qualities=r"hochrangige[nrs]?|neue[nrs]?|offizielle[nrs]?|große[nrs]?|eigene[nrs]?|gemeinsame[nrs]?|erste[nrs]?",
    own=r"ihre?[rnms]?|seine?[rnms]?",
    own_heads=r"Leiter|Leiterin|Chef|Chefin",
    several=r"alle|beide|zwei|drei|vier|jede|keine|mehrere",
    instead=r"anstelle von|anstatt|statt|ersetzt\w*",
)
TEAM_WORDS: Mapping[str, TeamWords] = {
    "en": _ENGLISH, "ru": _RUSSIAN, "uk": _UKRAINIAN, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN,
}  # fmt: skip
"""Language → its words; a language that is missing is not read for delegations, and the model is asked."""
