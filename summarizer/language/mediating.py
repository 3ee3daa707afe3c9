"""What somebody does who mediates, where no word for mediating tells it: chairs the talks, hands both sides a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MediatingWords:
    """The words of one language, as patterns for whole words."""

    deeds: str
    """What only who stands between the sides does, with that one as the subject before."""
    hands: str
    """Handing something to all sides; who does it with a paper, and as an envoy, mediates."""
    chaired: str
    """Talks up to, and with, whoever chairs them, who is the group `who` ("talks, which the envoy is moderating")."""
    envoys: str
    """Nouns for those who are sent to mediate."""


MEDIATING_WORDS: Mapping[str, MediatingWords] = {
    "en": MediatingWords(
        deeds=(
            r"(?:chair(?:s|ed|ing)?|moderat(?:es|ed|ing)|presid(?:es|ed|ing) over|conven(?:es|ed|ing)) (?:the|these|those|both|all)?"
            r" ?(?:[\w\-]+ ){0,2}(?:talks|negotiations)|shuttl(?:es|ed|ing) (?:back and forth )?between"
        ),
        hands=(
            r"(?:puts?|hand(?:s|ed)|g[ia]ve[sn]?|present(?:s|ed)|tabled|circulated|submit(?:s|ted)|sen[dt]s?|laid|deliver(?:s|ed))"
            r" (?:[^,.;]{1,60} (?:before|to|among) )?(?:both|the two|the three|all|all three|all the) (?:sides|parties|delegations|teams|governments)"
        ),
        chaired=(
            r"(?:talks|negotiations),? (?:(?:which|that) (?P<who>[^,.;]{1,60}?) (?:is|was|has been|had been|will be) (?:chairing|moderating)"
            r"|(?:which |that )?(?:are |were |is |being )?(?:chaired|moderated) by (?P<by>[^,.;]{1,60}))"
        ),
        envoys=r"envoys?|mediators?|emissar(?:y|ies)|facilitators?|go-between",
    ),
    "ru": MediatingWords(
        deeds=r"председательству\w+ на переговорах|курсиру\w+ между|курсировал\w* между",
        hands=r"(?:передал|вручил|направил|представил|предложил)[аи]? (?:[^,.;]{1,60} )?(?:обеим|двум|тр[её]м|всем) (?:сторонам|делегациям)",
        chaired=r"(?!)(?P<who>)(?P<by>)",
        envoys=r"(?:спец)?посланни\w+|посредник\w*|посредниц\w+|спецпредставител\w*",
    ),
    "uk": MediatingWords(
        deeds=r"голову\w+ на (?:переговорах|перемовинах)|курсу\w+ між",
        hands=r"(?:переда|вручи|надісла|представи|запропонува)(?:в|ла|ли) (?:[^,.;]{1,60} )?(?:обом|двом|трьом|всім|усім) (?:сторонам|делегаціям)",
        chaired=r"(?!)(?P<who>)(?P<by>)",
        envoys=r"(?:спец)?посланни\w+|посланець|посланця|посередник\w*|посередниц\w+|спецпредставни\w+",
    ),
    "es": MediatingWords(
        deeds=r"(?:preside|presidió|modera|moderó) (?:las|los) (?:conversaciones|negociaciones|diálogos)",
        hands=r"(?:entregó|presentó|remitió|propuso) (?:[^,.;]{1,60} )?(?:a ambas|a las dos|a las tres|a todas las) (?:partes|delegaciones)",
        chaired=r"(?!)(?P<who>)(?P<by>)",
        envoys=r"enviad[oa]s?|mediador(?:a|es)?|emisari[oa]s?|facilitador(?:a|es)?",
    ),
    "fr": MediatingWords(
        deeds=r"(?:préside|présidé|présidait|anime|animé) (?:les|des|ces) (?:pourparlers|négociations|discussions)|fai(?:t|sait) la navette entre",
        hands=r"(?:remis|présenté|soumis|transmis|distribué|proposé) (?:[^,.;]{1,60} )?(?:aux deux|aux trois|à toutes les) (?:parties|délégations|camps)",
        chaired=r"(?!)(?P<who>)(?P<by>)",
        envoys=r"envoyée?s?|médiat(?:eur|rice)s?|émissaires?|facilitat(?:eur|rice)s?",
    ),
    "de": MediatingWords(
        deeds=r"(?:leitet|leitete|moderiert|moderierte) die (?:Gespräche|Verhandlungen)|pendel(?:t|te) zwischen",
        hands=r"(?:übergab|überreichte|legte|schickte) (?:beiden|allen|den zwei|den drei) (?:Seiten|Parteien|Delegationen)",
        chaired=r"(?!)(?P<who>)(?P<by>)",
        envoys=r"(?:Sonder)?[Gg]esandte[rn]?|Vermittler(?:in)?|(?:Sonder)?[Bb]eauftragte[rn]?",
    ),
}
"""Language → its words."""
