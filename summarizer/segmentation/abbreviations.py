"""Words with a full stop that does not end a sentence, by language: what the news writes and the splitter
library does not know.

An entry in lower case stands for any case; one with capitals only for itself.
"""

from __future__ import annotations

# A name follows them, so no sentence ends with them.
_TITLES_EVERYWHERE = "dr prof gen mr mrs ms"
_TITLES = {
    "en": (
        "Amb Rep Sen Gov Pres Sec Lt Col Maj Cpl Sgt Pvt Capt Cmdr Adm Brig Supt Det Insp Messrs Rev Hon Fr Mt Ft vs"
    ),
    "fr": "M MM mme mmes mlle mlles Me mgr col lt cdt cne adj st ste s.e",
    "de": "Hr Hrn Fr Frl Dipl Ing St nr bzw z.b d.h u.a o.ä ca inkl evtl min vors abg ew hl",
    "es": "sr sra srta sres dra gral cnel cap tte alm mons lic ing arq D Dª dña s.e s.m pdte",
    "it": "sig sig.ra sig.na sigg dott dott.ssa avv ing on sen col cap amm mons s.e",
    "pt": "sr sra srs srta dra exmo exma cel cap ten maj alm min dep gov pres eng",
    "nl": "dhr mevr mw drs mr ir ing kol kap lt luit st dr",
    "sv": "hr fr dir t.ex bl.a d.v.s s.k kl ca",
    "da": "hr fr dir f.eks bl.a d.v.s kl ca",
    "nb": "hr fr dir f.eks bl.a dvs kl ca",
    "no": "hr fr dir f.eks bl.a dvs kl ca",
    "nn": "hr fr dir t.d bl.a dvs kl ca",
    "pl": "płk ppłk mjr kpt por sierż adm gen inż mgr hab ks ul al pl św red woj np tzw tzn m.in",
    "cs": "plk pplk mjr kpt npor ing mgr judr mudr phdr rndr bc arm ul tř nám sv tzv tj např",
    "sk": "plk pplk mjr kpt npor ing mgr judr mudr phdr rndr bc arm ul nám sv tzv tj napr",
    "tr": "Sn Av doç yrd org korg tümg tuğg alb yb bşk",
    "ru": "Им ген полк подполк майор кап лейт акад доц тов гр ул пр-т пл пер св проф см ср т.е т.н т напр",
    "uk": "ім ген полк підполк кап акад доц тов гр вул пр-т пл пров св проф див пор т.зв напр м с",
    "bg": "ген полк подп кап акад доц ул бул пл св проф г-н г-жа вж напр",
    "sr": "ген пук мр ул тзв нпр gen puk mr ul tzv npr g gđa",
    "hr": "puk mr ul tzv npr g gđa sv",
    "ro": "dl dna col cpt lt mr ing av acad str sf",
    "el": "κ κα κκ δρ καθ στρ",
    "hi": "डॉ श्री सुश्री पं प्रो",
    "ar": "د م أ",
    "id": "bpk ibu sdr sdri kol letjen mayjen brigjen jend hj",
}
# A number follows them; without one the sentence may end.
_BEFORE_NUMBERS_EVERYWHERE = "No Nr nr art p pp vol fig cf"
_BEFORE_NUMBERS = {
    "en": "nos arts sec ch para paras op approx est ca c",
    "fr": "n no nos al chap env ca",
    "de": "abs ziff bd s rn kap ca",
    "es": "núm nº pág págs arts aprox cap",
    "it": "n nn artt pag pagg c ca cap",
    "pt": "n nº pág págs arts aprox cap",
    "nl": "blz ca lid par",
    "pl": "ok str ust poz godz",
    "ru": "ст п пп стр ч рис табл ок",
    "uk": "ст п пп стор ч рис табл бл",
    "bg": "чл ал стр т ок",
    "sv": "s kap st",
    "da": "s kap stk",
    "nb": "s kap",
    "tr": "s sf md",
}


def _by_language(everywhere: str, entries: dict[str, str]) -> dict[str | None, frozenset[str]]:
    shared = frozenset(everywhere.split())
    tables: dict[str | None, frozenset[str]] = {
        language: shared.union(words.split()) for language, words in entries.items()
    }
    tables[None] = shared
    return tables


_TITLE_TABLES = _by_language(_TITLES_EVERYWHERE, _TITLES)
_NUMBER_TABLES = _by_language(_BEFORE_NUMBERS_EVERYWHERE, _BEFORE_NUMBERS)


def opens_a_name(word: str, language: str | None) -> bool:
    """Tell whether a word before a full stop, given without it, is a title or the like: "Gen", "ул"."""
    return _listed(word, _TITLE_TABLES.get(language, _TITLE_TABLES[None]))


def opens_a_number(word: str, language: str | None) -> bool:
    """Tell whether a word before a full stop, given without it, announces a number: "No", "ст"."""
    return _listed(word, _NUMBER_TABLES.get(language, _NUMBER_TABLES[None]))


def _listed(word: str, table: frozenset[str]) -> bool:
    return word in table or word.lower() in table
