"""German words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

_MONTHS = (
    "Januar|Jänner|Jan.", "Februar|Feb.|Feber", "März|Mrz.", "April|Apr.", "Mai", "Juni|Jun.", "Juli|Jul.",
    "August|Aug.", "September|Sept.|Sep.", "Oktober|Okt.", "November|Nov.", "Dezember|Dez.",
)  # fmt: skip

_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag|Sonnabend", "Sonntag")

_PARTS_IN_WORDS = {
    "MO": ("morgen", "vormittag", "früh"),
    "AF": ("nachmittag", "mittag"),
    "EV": ("abend",),
    "NI": ("nacht",),
}

_NUMBERS = (
    "eins", "zwei|beiden|ein paar", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig",
)  # fmt: skip

_TENS = ("dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")

_ORDINALS = (
    "erste|ersten|erster|erstes|ersterem", "zweite|zweiten|zweiter|zweites", "dritte|dritten|drittes",
    "vierte|vierten|viertes",
)  # fmt: skip

_UNITS = {
    Unit.SECOND: ("Sekunde", "Sekunden"),
    Unit.MINUTE: ("Minute", "Minuten"),
    Unit.HOUR: ("Stunde", "Stunden"),
    Unit.DAY: ("Tag|Tages|Tage", "Tage|Tagen"),
    Unit.WEEKEND: ("Wochenende|Wochenendes", "Wochenenden"),
    Unit.WEEK: ("Woche", "Wochen"),
    Unit.MONTH: ("Monat|Monats|Monates", "Monate|Monaten"),
    Unit.QUARTER: ("Quartal|Quartals", "Quartale|Quartalen"),
    Unit.HALF_YEAR: ("Halbjahr|Halbjahres", "Halbjahre"),
    Unit.YEAR: ("Jahr|Jahre|Jahres", "Jahren"),
    Unit.DECADE: ("Jahrzehnt|Jahrzehnts", "Jahrzehnte|Jahrzehnten"),
    Unit.CENTURY: ("Jahrhundert|Jahrhunderts", "Jahrhunderte|Jahrhunderten"),
}

_PARTS = {
    "MO": "Morgen|am Morgen|Vormittag|frühen Morgen|morgens|vormittags",
    "AF": "Nachmittag|Mittag|nachmittags",
    "EV": "Abend|abends",
    "NI": "Nacht|in der Nacht|nachts",
}

_SEASONS = ("Winter", "Frühling|Frühjahr|Frühjahrs", "Sommer|Sommers", "Herbst|Herbstes")

_FIXED = {
    "PRESENT_REF": "jetzt|derzeit|zurzeit|gegenwärtig|heutzutage|momentan",
    "PAST_REF": "kürzlich|vor kurzem|neulich|zuletzt|in jüngster Zeit",
    "FUTURE_REF": "in Zukunft|demnächst|in naher Zukunft",
}

_SETS = {
    "P1D": "täglich|jeden Tag",
    "P1W": "wöchentlich|jede Woche|pro Woche",
    "P1M": "monatlich|jeden Monat|pro Monat",
    "P1Y": "jährlich|jedes Jahr|pro Jahr",
}

_HABITS = {f"XXXX-WXX-{number}": f"{day.split('|')[0].lower()}s" for number, day in enumerate(_WEEKDAYS, 1)}

_HOLIDAYS = {
    "12-25": "Weihnachten", "12-24": "Heiligabend", "12-31": "Silvester", "01-01": "Neujahr",
    "easter-0": "Ostern|Ostersonntag", "easter-1": "Ostermontag", "easter--2": "Karfreitag",
    "easter-49": "Pfingsten|Pfingstsonntag", "easter-50": "Pfingstmontag", "10-03": "Tag der Deutschen Einheit",
}  # fmt: skip

_FUTURE = (
    "wird|werden|werde|würde|würden|wolle|solle|soll|sollen|will|wollen|plant|planen|geplant|geplante|geplanten|bevorstehende|bevorstehenden|"
    "vorgesehen|angesetzt|anberaumt|terminiert|voraussichtlich|könnte|könnten|muss|müssen|dürfte|dürften|bis|erwartet|kann|können|möchte"
)

_PAST = (
    "wurde|wurden|war|waren|hatte|hatten|hat|haben|ist|sind|sagte|sagten|erklärte|teilte|kam|kamen|ging|gingen|traf|"
    "trafen|fand|fanden|begann|begannen|gab|gaben|nahm|nahmen|flog|flogen|reiste|reisten|sprach|sprachen|seit|"
    "worden|gewesen|lehnte|verhandelten"
)

LEXICON = Lexicon(
    language="de",
    slashed_order="dmy",
    counted="Menschen|menschen|personen|soldaten|tote|verletzte|kilometer|meter|euro|dollar",
    counted_endings=(),
    entries=(
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.WEEKDAY, (f"{days}|{days.split('|')[0]}s" for days in _WEEKDAYS), start=0),
        *(
            Entry(
                Kind.WEEKDAY,
                "|".join(f"{day}{gap}{part}" for day in days.split("|") for part in parts for gap in ("", " ")),
                number,
                code,
            )
            for number, days in enumerate(_WEEKDAYS)
            for code, parts in _PARTS_IN_WORDS.items()
        ),
        *(
            Entry(Kind.DEICTIC, "|".join(f"{word} {part}" for part in parts), number, f"DT{code}")
            for word, number in (("heute", 0), ("gestern", -1), ("vorgestern", -2), ("morgen", 1))
            for code, parts in _PARTS_IN_WORDS.items()
        ),
        *numbered(Kind.NUMBER, _NUMBERS),
        *(Entry(Kind.NUMBER, form, number=10 * tens) for tens, form in enumerate(_TENS, 3)),
        Entry(Kind.NUMBER, "hundert|einhundert", number=100),
        *numbered(Kind.ORDINAL, _ORDINALS),
        *units(_UNITS),
        Entry(Kind.DEICTIC, "heute", code="D"),
        Entry(Kind.DEICTIC, "gestern", number=-1, code="D"),
        Entry(Kind.DEICTIC, "vorgestern", number=-2, code="D"),
        Entry(
            Kind.DEICTIC,
            "Vorjahr|Vorjahres|Vorjahrs|"
            + "|".join(f"{stem}jährige{ending}" for stem in ("vor", "letzt") for ending in ("", "n", "r", "s", "m")),
            number=-1,
            code="Y",
        ),
        Entry(Kind.DEICTIC, "übermorgen", number=2, code="D"),
        Entry(Kind.DEICTIC, "am Vortag|tags zuvor|am Tag zuvor", number=-1, code="R"),
        Entry(Kind.DEICTIC, "am nächsten Tag|am folgenden Tag|am Tag darauf|tags darauf", number=1, code="R"),
        Entry(Kind.DEICTIC, "am selben Tag|am gleichen Tag|an diesem Tag", code="R"),
        *coded(Kind.PART, _PARTS),
        # A small letter, or the start of a sentence, where the noun's article is missing.
        Entry(Kind.DEICTIC, "morgen", number=1, code="D"),
        *numbered(Kind.SEASON, _SEASONS),
        *coded(Kind.FIXED, _FIXED),
        *coded(Kind.SET, _SETS),
        *coded(Kind.SET, _HABITS),
        *coded(Kind.HOLIDAY, _HOLIDAYS),
        Entry(Kind.HALF, "Hälfte"),
        Entry(Kind.CLOCK, "mittags|12 Uhr mittags", code="T12:00"),
        Entry(Kind.CLOCK, "Mitternacht|mitternachts", code="T24:00"),
        Entry(Kind.OCLOCK, "Uhr"),
        Entry(Kind.ZONE, "gmt|utc", code="Z"),
        Entry(Kind.ZONE, "MEZ|MESZ|Ortszeit|CET|CEST|Uhr Ortszeit|Kiewer Zeit|Moskauer Zeit"),
        Entry(Kind.SHIFT, "dieser|diese|dieses|diesen|diesem|laufenden"),
        Entry(
            Kind.SHIFT,
            "letzte|letzten|letzter|letztes|vergangene|vergangenen|vergangener|vergangenes|vorige|vorigen|"
            "voriger|voriges|vorigem|letztem|vergangenem",
            number=-1,
        ),
        Entry(
            Kind.SHIFT,
            "nächste|nächsten|nächster|nächstes|kommende|kommenden|kommender|kommendes",
            number=1,
        ),
        Entry(Kind.REFERRING, "jener|jene|jenem|derselben|demselben|desselben|gleichen|selben"),
        Entry(Kind.REFERRING, "vorherigen|vorangegangenen", number=-1),
        Entry(Kind.REFERRING, "folgenden|darauffolgenden", number=1),
        Entry(Kind.BACK, "vor"),
        Entry(Kind.EARLIER, "zuvor|früher"),
        Entry(Kind.LATER, "später|danach"),
        # "Einen Tag später als geplant" compares, and names no day.
        Entry(Kind.WORD, "später als|früher als"),
        Entry(Kind.AFTER, "nach"),
        Entry(Kind.IN, "in|binnen"),
        Entry(Kind.AT, "um|am|im|an|gegen"),
        Entry(Kind.ONE, "ein|eine|einen|einem|einer|eines", number=1),
        Entry(Kind.VAGUE, "einige|einigen|mehrere|mehreren|wenige|wenigen|viele|vielen|paar"),
        Entry(Kind.EVERY, "jede|jeden|jedes|jeder|alle"),
        Entry(Kind.APPROXIMATE, "etwa|rund|fast|knapp|mehr als|weniger als|ungefähr|mindestens|über"),
        Entry(Kind.FILLER, "weitere|weiteren|volle|ganzen|ersten"),
        Entry(Kind.OLD, "alt|alte|alten|alter"),
        Entry(Kind.EDGE, "Anfang|Ende|Mitte|Beginn|Spätsommer"),
        Entry(Kind.THE, "der|die|das|dem|den|des"),
        Entry(Kind.OF, "von"),
        Entry(Kind.PREPOSITION, "seit|während|für|ab|zum|zu|innerhalb|per"),
        Entry(Kind.FROM, "vom"),
        Entry(Kind.TO, "bis|bis zum|bis zu"),
        Entry(Kind.BETWEEN, "zwischen"),
        Entry(Kind.AND, "und|oder"),
        Entry(Kind.BC, "v. Chr.|vor Christus"),
        Entry(Kind.LABEL, "Resolution|Flug|Nummer|Nr.|Artikel|Seite|Boeing|Paragraf|§"),
        Entry(Kind.WORD, "Tag der Offenen Tür"),
    ),
    tense=TenseWords(
        past=_PAST,
        future=_FUTURE,
        scheduled=(
            "trifft|treffen|beginnt|beginnen|startet|starten|findet|finden|tagt|tagen|reist|reisen|kommt|kommen|"
            "empfängt|tritt|treten|endet|enden|öffnet"
        ),
        reporting=(
            "sagte|sagten|erklärte|erklärten|kündigte|kündigten|teilte|teilten|versprach|versprachen|"
            "vereinbarte|vereinbarten|bot|schlug|schlugen|forderte|forderten|bestätigte|bestätigten|"
            "beschloss|beschlossen|besprachen"
        ),
        pointing="für|für den|für die|ab|ab dem",
        closing="geplant|vorgesehen|angesetzt|anberaumt|terminiert|erwartet",
        either="wollte|wollten|sollte|sollten|war für|waren für",
        passive="verhandelt|getroffen|abgehalten|fortgesetzt",
        past_endings=("ten", "te"),
        neutral=(
            "als geplant|als vorgesehen|als angesetzt|als erwartet|als ursprünglich geplant|"
            "heute|leute|seite|weite|beste|erste|letzte|nächste|bitte|kosten|osten|westen|besten|letzten|ersten"
        ),
    ),
)  # fmt: skip
