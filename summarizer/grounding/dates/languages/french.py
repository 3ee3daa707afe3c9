"""French words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import AHEAD, PLURAL, Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

_MONTHS = (
    "janvier|janv.", "février|févr.", "mars", "avril|avr.", "mai", "juin", "juillet|juil.", "août|aout",
    "septembre|sept.", "octobre|oct.", "novembre|nov.", "décembre|déc.",
)  # fmt: skip

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_NUMBERS = (
    "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix|dizaine de", "onze",
    "douze|douzaine de", "treize", "quatorze", "quinze|quinzaine de", "seize", "dix-sept", "dix-huit", "dix-neuf",
    "vingt|vingtaine de",
)  # fmt: skip

_TENS = ("trente", "quarante", "cinquante", "soixante")

_ORDINALS = ("premier|première|1er", "deuxième|second|seconde", "troisième", "quatrième")

_UNITS = {
    Unit.SECOND: ("", "secondes"),
    Unit.MINUTE: ("minute", "minutes"),
    Unit.HOUR: ("heure", "heures"),
    Unit.DAY: ("jour|journée", "jours|journées"),
    Unit.WEEKEND: ("week-end|weekend", "week-ends"),
    Unit.WEEK: ("semaine", "semaines"),
    Unit.MONTH: ("mois", ""),
    Unit.QUARTER: ("trimestre", "trimestres"),
    Unit.HALF_YEAR: ("semestre", "semestres"),
    Unit.YEAR: ("année|an", "années|ans"),
    Unit.DECADE: ("décennie", "décennies"),
    Unit.CENTURY: ("siècle", "siècles"),
}

_PARTS = {
    "MO": "matin|matinée|aube",
    "AF": "après-midi",
    "EV": "soir|soirée",
    "NI": "nuit",
}

_SEASONS = ("hiver", "printemps", "été", "automne")

_FIXED = {
    "PRESENT_REF": "maintenant|actuellement|en ce moment|à l'heure actuelle|de nos jours|à présent",
    "PAST_REF": "récemment|dernièrement|naguère|autrefois",
    "FUTURE_REF": "l'avenir|prochainement|à long terme|à court terme",
}

_SETS = {
    "P1D": "quotidien|quotidienne|quotidiennement|chaque jour|tous les jours",
    "P1W": "hebdomadaire|hebdomadaires|chaque semaine|par semaine",
    "P1M": "mensuel|mensuelle|chaque mois|par mois",
    "P1Y": "annuel|annuelle|chaque année|par an",
}

_HOLIDAYS = {
    "12-25": "Noël", "01-01": "jour de l'an|Nouvel An", "07-14": "fête nationale",
    "easter-0": "Pâques|dimanche de Pâques", "easter-1": "lundi de Pâques", "easter--2": "Vendredi saint",
}  # fmt: skip

_FUTURE = (
    "va|vont|doit|doivent|devrait|devraient|prévoit|prévoient|prévu|prévue|prévus|prévues|sera|seront|aura|auront|"
    "aura lieu|auront lieu|pourrait|pourraient|envisage|envisagent|compte|comptent|"
    "reportée au|reporté au|reportée à|reporté à|"
    "attendu|attendue|attendus"
)

_PAST = "a|ont|est|sont|était|étaient|avait|avaient|fut|furent|dit|eu|été fait|pris|mis|fait|depuis|avaient été|ait|fit"

LEXICON = Lexicon(
    language="fr",
    slashed_order="dmy",
    counted="soldats|personnes|hommes|femmes|morts|blessés|kilomètres|mètres",
    counted_endings=("s",),
    uncounted="dans|sans|sous|mais|puis|depuis|les|des|ses|ces|nous|vous|plus|moins|très|alors|après|lors|vers|s",
    entries=(
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.WEEKDAY, _WEEKDAYS, start=0),
        *numbered(Kind.NUMBER, _NUMBERS),
        *(Entry(Kind.NUMBER, form, number=10 * tens) for tens, form in enumerate(_TENS, 3)),
        Entry(Kind.NUMBER, "cent|centaine de", number=100),
        *numbered(Kind.ORDINAL, _ORDINALS),
        *units(_UNITS),
        *coded(Kind.PART, _PARTS),
        *numbered(Kind.SEASON, _SEASONS),
        *coded(Kind.FIXED, _FIXED),
        *coded(Kind.SET, _SETS),
        *coded(Kind.HOLIDAY, _HOLIDAYS),
        Entry(Kind.HALF, "moitié"),
        Entry(Kind.CLOCK, "midi", code="T12:00"),
        Entry(Kind.CLOCK, "minuit", code="T24:00"),
        Entry(Kind.OCLOCK, "h"),
        Entry(Kind.ZONE, "gmt|utc|heure de Greenwich", code="Z"),
        Entry(Kind.ZONE, "heure locale|heures locales|heure de Paris|heure de Moscou|heure de Kiev"),
        Entry(Kind.DEICTIC, "aujourd'hui", code="D"),
        Entry(Kind.DEICTIC, "hier", number=-1, code="D"),
        Entry(Kind.DEICTIC, "avant-hier", number=-2, code="D"),
        Entry(Kind.DEICTIC, "demain", number=1, code="D"),
        Entry(Kind.DEICTIC, "après-demain", number=2, code="D"),
        Entry(Kind.DEICTIC, "la veille", number=-1, code="R"),
        Entry(Kind.DEICTIC, "le lendemain|dès le lendemain", number=1, code="R"),
        Entry(Kind.DEICTIC, "le surlendemain", number=2, code="R"),
        Entry(Kind.DEICTIC, "le même jour|ce jour-là|ce jour là", code="R"),
        Entry(Kind.SHIFT, "ce|cet|cette"),
        Entry(Kind.SHIFT_BEHIND, "en cours"),
        Entry(Kind.SHIFT_BEHIND, "dernier|dernière|passé|passée", number=-1),
        Entry(Kind.SHIFT_BEHIND, "prochain|prochaine", number=1),
        Entry(Kind.SHIFT_BEHIND, "derniers|dernières|ces derniers|ces dernières|passés", number=-1, code=PLURAL),
        Entry(Kind.SHIFT_BEHIND, "prochains|prochaines|ces prochains|ces prochaines|à venir", number=1, code=PLURAL),
        Entry(Kind.SHIFT, "ces", code=PLURAL),
        Entry(Kind.REFERRING_BEHIND, "suivant|suivante", number=1),
        Entry(Kind.REFERRING_BEHIND, "précédent|précédente|d'avant", number=-1),
        Entry(Kind.REFERRING, "la même|le même"),
        Entry(Kind.BACK, "il y a|voici|voilà"),
        Entry(Kind.EARLIER, "plus tôt|auparavant"),
        Entry(Kind.LATER, "plus tard|après"),
        # "Un jour plus tard que prévu" compares, and names no day.
        Entry(Kind.WORD, "plus tard que|plus tard qu'|plus tôt que|plus tôt qu'"),
        Entry(Kind.BEFORE, "avant|avant le|avant la"),
        Entry(Kind.AFTER, "après le|après la|après les|après l'"),
        Entry(Kind.IN, "dans", code=AHEAD),
        Entry(Kind.AT, "à|au|en|aux|vers"),
        Entry(Kind.ONE, "un", number=1),
        Entry(Kind.VAGUE, "plusieurs|quelques|certains|nombreux|nombreuses"),
        Entry(Kind.EVERY, "chaque|tous les|toutes les"),
        Entry(Kind.APPROXIMATE, "environ|près de|plus de|moins de|presque|au moins|quelque"),
        Entry(Kind.FRACTION, "et demi|et demie"),
        Entry(Kind.FILLER, "premiers|premières|consécutifs|consécutives|ouvrables"),
        Entry(Kind.OLD, "d'âge"),
        Entry(
            Kind.EDGE,
            "fin|début|mi|la fin de|le début de|la fin du|le début du|la fin de l'|le début de l'|la mi|milieu de|"
            "le milieu du",
        ),
        Entry(Kind.THE, "le|la|les|l'"),
        Entry(Kind.OF, "de|du|d'|des"),
        Entry(Kind.PREPOSITION, "pendant|pour|durant|par|sous"),
        Entry(Kind.FROM, "depuis|depuis le|dès"),
        Entry(Kind.TO, "jusqu'à|jusqu'au|jusqu'en"),
        Entry(Kind.BETWEEN, "entre"),
        Entry(Kind.AND, "et|ou"),
        Entry(Kind.BC, "av. J.-C.|avant J.-C.|avant Jésus-Christ"),
        Entry(Kind.LABEL, "résolution|vol|numéro|n°|article|page|boeing"),
        Entry(Kind.WORD, "a été|ont été|avait été|ayant été|été des|Figaro"),
    ),
    tense=TenseWords(
        past=_PAST,
        future=_FUTURE,
        scheduled=(
            "se réunissent|se réunit|commence|commencent|débute|débutent|s'ouvre|s'ouvrent|reprend|reprennent|arrive|"
            "arrivent|se tient|se tiennent|se rend|se rendent|entre en vigueur|entrent en vigueur|expire|expirent|"
            "se retrouvent|se rencontrent|a lieu|ont lieu"
        ),
        bare="ne",
        reporting=(
            "annoncé|promis|accepté|convenu|proposé|demandé|confirmé|déclaré|indiqué|ajouté|affirmé|décidé|"
            "discuté|convoqué|dit"
        ),
        either=(
            "devait|devaient|était prévu|était prévue|étaient prévus|étaient prévues|avait été prévu|avait été prévue|"
            "avaient été prévus|avaient été prévues"
        ),
        pointing="pour|pour le|à partir de|à partir du|d'ici|d'ici au",
        promising="promis|accepté|accepte|convenu|veut|veulent|demandé|demande|invité|appelé",
        infinitive="à|de|d",
        past_endings=("ait", "aient", "èrent"),
        future_endings=("era", "eront", "ira", "iront", "dra", "dront", "rra", "rront", "rait", "raient"),
        neutral="que prévu|qu'initialement prévu|que ce qui était prévu|lait|fait|opéra|parfait",
    ),
)  # fmt: skip
