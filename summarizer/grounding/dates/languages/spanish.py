"""Spanish words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import AHEAD, SPAN, Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

_MONTHS = (
    "enero|ene.", "febrero|feb.", "marzo", "abril|abr.", "mayo", "junio|jun.", "julio|jul.", "agosto|ago.",
    "septiembre|setiembre|sept.", "octubre|oct.", "noviembre|nov.", "diciembre|dic.",
)  # fmt: skip

_WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado|sabado", "domingo")

_NUMBERS = (
    "uno|una", "dos|un par de|par de", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez|decena de",
    "once", "doce|docena de", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
    "veinte|veintena de", "veintiuno|veintiún", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
)  # fmt: skip

_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")

_ORDINALS = ("primer|primero|primera", "segundo|segunda", "tercer|tercero|tercera", "cuarto|cuarta")

_UNITS = {
    Unit.SECOND: ("", "segundos"),
    Unit.MINUTE: ("minuto", "minutos"),
    Unit.HOUR: ("hora", "horas"),
    Unit.DAY: ("día", "días"),
    Unit.WEEKEND: ("fin de semana", "fines de semana"),
    Unit.WEEK: ("semana", "semanas"),
    Unit.MONTH: ("mes", "meses"),
    Unit.QUARTER: ("trimestre", "trimestres"),
    Unit.HALF_YEAR: ("semestre", "semestres"),
    Unit.YEAR: ("año", "años"),
    Unit.DECADE: ("década|decenio", "décadas|decenios"),
    Unit.CENTURY: ("siglo", "siglos"),
}

# "Mañana" alone is tomorrow; the morning has an article or a preposition before it.
_PARTS = {
    "MO": "la mañana|la madrugada|madrugada",
    "AF": "la tarde|tarde",
    "NI": "la noche|noche",
}

_ADVERBIAL_PARTS = {
    "MO": "por la mañana|de madrugada|a primera hora|de la mañana|de la madrugada",
    "AF": "por la tarde|de la tarde",
    "NI": "por la noche|de noche|de la noche",
}

_SEASONS = ("invierno", "primavera", "verano", "otoño")

_FIXED = {
    "PRESENT_REF": "ahora|actualmente|la actualidad|en estos momentos|este momento|estos días|hoy en día|hoy día",
    "PAST_REF": "recientemente|entonces|antaño|recién",
    "FUTURE_REF": "el futuro|futuro|largo plazo|corto plazo|medio plazo",
}

_SETS = {
    "P1D": "diaria|diarias|diariamente|cada día|todos los días",
    "P1W": "semanal|semanales|semanalmente|cada semana",
    "P1M": "mensual|mensuales|mensualmente|al mes",
    "P1Y": "anual|anuales|anualmente|al año|cada año",
}

_HOLIDAYS = {
    "12-25": "Navidad", "12-24": "Nochebuena", "12-31": "Nochevieja", "01-01": "Año Nuevo",
    "easter--2": "Viernes Santo", "easter-0": "Domingo de Resurrección", "easter--7": "Domingo de Ramos",
}  # fmt: skip

_FUTURE = (
    "va a|van a|iba a|iban a|prevé|prevén|previsto|prevista|previstos|previstas|espera|esperan|pretende|pretenden|"
    "planea|planean|próximamente|debe|deben|podría|podrían|puede|pueden|será|serán|"
    "está previsto|hasta el|hasta la|aplazada al|aplazado al|aplazada para|aplazado para|"
    "se pospone|se posponen|se aplaza|se aplazan"
)

_PAST = (
    "dijo|dijeron|fue|fueron|era|eran|hizo|hicieron|tuvo|tuvieron|vino|vinieron|puso|pusieron|hubo|había|habían|"
    "ha|han|estuvo|estuvieron|pidió|murió|desde"
)

LEXICON = Lexicon(
    language="es",
    slashed_order="dmy",
    counted="personas|soldados|hombres|mujeres|muertos|heridos|millones|kilómetros|metros|por",
    counted_endings=("as", "os", "es"),
    uncounted="las|los|es|mientras|después|antes|entonces|además|tras|nos|pues",
    entries=(
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.WEEKDAY, _WEEKDAYS, start=0),
        *numbered(Kind.NUMBER, _NUMBERS),
        *(Entry(Kind.NUMBER, form, number=10 * tens) for tens, form in enumerate(_TENS, 3)),
        Entry(Kind.NUMBER, "cien|ciento|centenar de", number=100),
        *numbered(Kind.ORDINAL, _ORDINALS),
        Entry(Kind.ORDINAL, "1º|1.º|uno de", number=1),
        *units(_UNITS),
        *coded(Kind.PART, _PARTS),
        *(Entry(Kind.PART, form, number=1, code=code) for code, form in _ADVERBIAL_PARTS.items()),
        *numbered(Kind.SEASON, _SEASONS),
        *coded(Kind.FIXED, _FIXED),
        *coded(Kind.SET, _SETS),
        *coded(Kind.HOLIDAY, _HOLIDAYS),
        Entry(Kind.HALF, "mitad"),
        Entry(Kind.CLOCK, "mediodía|el mediodía|al mediodía", code="T12:00"),
        Entry(Kind.CLOCK, "medianoche|la medianoche", code="T24:00"),
        Entry(Kind.HALF_OF_DAY, "a. m.|a.m.|am"),
        Entry(Kind.HALF_OF_DAY, "p. m.|p.m.|pm", number=12),
        Entry(Kind.OCLOCK, "h"),
        Entry(Kind.ZONE, "gmt|utc|horas GMT|hora GMT|hora de Greenwich|horas UTC", code="Z"),
        Entry(Kind.ZONE, "hora local|horas locales|hora de Moscú|hora peninsular"),
        Entry(Kind.DEICTIC, "hoy", code="D"),
        Entry(Kind.DEICTIC, "ayer", number=-1, code="D"),
        Entry(Kind.DEICTIC, "anteayer|antes de ayer|antier", number=-2, code="D"),
        Entry(Kind.DEICTIC, "mañana", number=1, code="D"),
        Entry(Kind.DEICTIC, "pasado mañana", number=2, code="D"),
        Entry(Kind.DEICTIC, "anoche|ayer noche", number=-1, code="DTNI"),
        Entry(Kind.DEICTIC, "esta mañana|esta madrugada", code="DTMO"),
        Entry(Kind.DEICTIC, "al día siguiente|el día siguiente", number=1, code="R"),
        Entry(Kind.DEICTIC, "el día anterior|la víspera", number=-1, code="R"),
        Entry(Kind.DEICTIC, "el mismo día|ese día|aquel día|ese mismo día|este mismo día", code="R"),
        Entry(Kind.SHIFT, "este|esta|este mismo|esta misma|el presente"),
        Entry(Kind.SHIFT_BEHIND, "actual|actuales", code="PRESENT_REF"),
        Entry(Kind.SHIFT_BEHIND, "en curso|corriente"),
        Entry(Kind.SHIFT_BEHIND, "pasado|pasada|pasados|pasadas", number=-1),
        Entry(Kind.SHIFT_BEHIND, "último|última|últimos|últimas", number=-1),
        Entry(Kind.SHIFT_BEHIND, "próximo|próxima|próximos|próximas|venidero", number=1),
        Entry(Kind.SHIFT_BEHIND, "que viene|entrante|que entra", number=1),
        Entry(Kind.REFERRING, "ese|esa|aquel|aquella|el mismo|la misma|mismo|misma"),
        Entry(Kind.REFERRING_BEHIND, "siguiente|posterior", number=1),
        Entry(Kind.REFERRING_BEHIND, "anterior|previo|previa", number=-1),
        Entry(Kind.BACK, "hace|hacía", code=SPAN),
        Entry(Kind.EARLIER, "antes|más temprano"),
        Entry(Kind.LATER, "después|más tarde|luego"),
        # "Un día más tarde de lo previsto" compares, and names no day.
        Entry(
            Kind.WORD,
            "más tarde de lo|más tarde que|después de lo|más temprano de lo|más temprano que|antes de lo",
        ),
        Entry(Kind.BEFORE, "antes de|antes del"),
        Entry(Kind.AFTER, "después de|después del|tras"),
        Entry(Kind.IN, "en", code=SPAN),
        Entry(Kind.IN, "dentro de", code=AHEAD),
        Entry(Kind.AT, "a|al"),
        Entry(Kind.ONE, "un", number=1),
        Entry(Kind.VAGUE, "varios|varias|unos|unas|algunos|algunas|pocos|pocas|muchos|muchas|unos pocos|unos cuantos"),
        Entry(Kind.EVERY, "cada|todos los|todas las"),
        Entry(Kind.APPROXIMATE, "casi|cerca de|más de|menos de|alrededor de|unos|al menos|aproximadamente|sólo|solo"),
        Entry(Kind.FRACTION, "y medio|y media"),
        Entry(Kind.FILLER, "más|primeros|primeras|consecutivos|consecutivas|hábiles"),
        Entry(Kind.OLD, "de edad"),
        Entry(
            Kind.EDGE,
            "finales de|finales del|fines de|principios de|principios del|comienzos de|mediados de|mediados del|"
            "el final de|final del|el inicio de|inicios de|principios|finales|mediados",
        ),
        Entry(Kind.THE, "el|la|los|las"),
        Entry(Kind.OF, "de|del"),
        Entry(Kind.PREPOSITION, "por|durante|para|sobre"),
        Entry(Kind.FROM, "desde|desde el"),
        Entry(Kind.TO, "hasta|hasta el"),
        Entry(Kind.BETWEEN, "entre"),
        Entry(Kind.AND, "y|e|o"),
        Entry(Kind.BC, "a. C.|a.C.|antes de Cristo"),
        Entry(Kind.WORD, "hoy por hoy|ahora bien"),
        Entry(Kind.LABEL, "resolución|vuelo|número|n.º|artículo|página|boeing"),
    ),
    tense=TenseWords(
        past=_PAST,
        future=_FUTURE,
        scheduled=(
            "se reúnen|se reúne|comienza|comienzan|empieza|empiezan|arranca|arrancan|llega|llegan|se celebra|"
            "se celebran|se inicia|se inician|se reanuda|se reanudan|entra en vigor|entran en vigor|vence|expira|"
            "tiene lugar|tienen lugar"
        ),
        bare="no",
        reporting=(
            "dijo|dijeron|anunció|anunciaron|prometió|acordaron|acordó|propuso|propusieron|pidió|pidieron|"
            "confirmó|confirmaron|informó|informaron|aceptó|decidió|decidieron|convocó|añadió|afirmó|aseguró|"
            "declaró"
        ),
        either=(
            "debía|debían|estaba previsto|estaba prevista|estaban previstos|estaban previstas|tenía previsto|"
            "tenían previsto|había sido programado|había sido programada"
        ),
        pointing="para el|para la|a partir del",
        promising="acordaron|acordó|prometió|pidió|quiere|quieren|aceptó|decidió",
        infinitive="a|que",
        past_endings=("ó", "aron", "ieron", "aba", "aban", "ado", "ido", "ía", "ían"),
        future_endings=("rá", "rán", "remos", "ría", "rían"),
        neutral=(
            "de lo previsto|de lo planeado|de lo esperado|de lo que estaba previsto|"
            "día|todavía|compañía|policía|mayoría|había|estado|partido|sentido|mercado|economía|energía"
        ),
    ),
)  # fmt: skip
