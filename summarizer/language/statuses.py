"""Words that tell where talks, a meeting or an agreement stand: what a status of the briefing must rest on.

Data, as regular expressions on whole words. What is planned or past is told by dates and by the words for the
future in `LanguageRules`; what has become of a paper by its `paper_statuses`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.language.rules import compile_words

Words = Mapping[str, str]

_TALKS: Mapping[str, Words] = {
    "en": {
        "under_way": r"under ?way|ongoing|in progress|continu\w+|resum\w+|(?:is|are) (?:negotiating|holding|meeting)|began|begun|started|opened|enter(?:s|ed|ing)|(?:second|third|fourth|fifth|next|new|another|latest|further) round",
        "concluded": r"conclud\w+|ended|ends|finished|wrapped up|closed|complet\w+|(?:reached|struck) (?:an? )?(?:\w+ )?(?:deal|agreement|accord)",
        "suspended": r"suspen\w+|paus\w+|halt\w+|br(?:oke|oken|eak\w*) (?:off|down)|stall\w*|collaps\w+|froze\w*|on hold|deadlock\w*|interrupt\w+|adjourn\w+",
        "cancelled": r"cancel\w*|call(?:s|ed|ing)? (?:(?:\w+ ){1,3})?off|scrapp\w+|abandon\w+",
    },
    "uk": {
        "under_way": r"триваю?[ьт]\w*|тривають|продовжу\w+|віднов\w+|розпоча\w+|почал\w+|проход\w+|ведуть\w*|(?:друг|трет|наступн|нов|чергов)\w+ раунд\w*",
        "concluded": r"заверш\w+|закінч\w+|домови\w+|уклал\w+|досягл\w+",
        "suspended": r"призупин\w+|зупин\w+|перерва\w+|зірва\w+|заморо\w+|відклада\w+",
        "cancelled": r"скасу\w+|скасов\w+|відмін\w+",
    },
    "ru": {
        "under_way": r"продолжа\w+|продолж\w+|идут|идет|идёт|возобнов\w+|начал\w+|проход\w+|ведут\w*|(?:втор|треть|следующ|нов|очередн)\w+ раунд\w*",
        "concluded": r"заверш\w+|законч\w+|договорил\w+|заключил\w+|достиг\w+",
        "suspended": r"приостан\w+|прерва\w+|сорва\w+|заморо\w+|останов\w+",
        "cancelled": r"отмен\w+",
    },
    "es": {
        "under_way": r"en curso|en marcha|contin[uú]\w+|prosig\w+|reanud\w+|comenz\w+|empez\w+|inici\w+|abr(?:ió|ieron)|(?:segunda|tercera|próxima|nueva|siguiente) ronda",
        "concluded": r"conclu\w+|termin\w+|finaliz\w+|acab\w+|alcanz\w+|cerr(?:ó|aron)",
        "suspended": r"suspend\w+|suspens\w+|paraliz\w+|interrump\w+|congel\w+|estanc\w+|romp\w+|rot[ao]s?",
        "cancelled": r"cancel\w+|anul\w+",
    },
    "fr": {
        "under_way": r"en cours|se poursuiv\w+|poursuiv\w+|repris\w*|reprenn\w+|commenc\w+|début\w+|entam\w+|ouvert\w*|(?:deuxième|troisième|prochain|nouveau|nouvelle) (?:tour|cycle|round|série)",
        "concluded": r"conclu\w*|termin\w+|achev\w+|pris fin|abouti\w*|clos\w*",
        "suspended": r"suspend\w*|suspens\w+|interromp\w+|gel\w+|rompu\w*|rompre|bloqu\w+|au point mort",
        "cancelled": r"annul\w+",
    },
    "de": {
        "under_way": r"laufend\w*|laufen|läuft|dauer(?:n|t) an|fortgesetzt|fortsetz\w*|wieder ?aufgenommen|begann\w*|begonnen|beginnen|gestartet|im Gange|(?:zweite|dritte|nächste|neue|weitere)\w* (?:Verhandlungs|Gesprächs)?runde",
        "concluded": r"abgeschlossen|beendet\w*|geendet|endet\w*|zu Ende|einigten|geeinigt|erzielt\w*",
        "suspended": r"ausgesetzt|unterbrochen|abgebrochen|gestoppt|gescheitert|eingefroren|auf Eis|stock\w+",
        "cancelled": r"abgesagt\w*|sagte\w* \w+ ab|gestrichen|storniert",
    },
}  # fmt: skip
_MEETINGS: Mapping[str, Words] = {
    "en": {
        "past": r"met|was held|were held|held|took place|conclud\w+|ended|has met|have met|hosted|attended",
        "under_way": r"under ?way|ongoing|in progress|(?:is|are) (?:being held|meeting|holding)|began|begun|started|opened|continu\w+|resum\w+",
        "postponed": r"postpon\w+|delay\w*|put off|pushed back|reschedul\w+|deferr\w+",
        "cancelled": r"cancel\w*|call(?:s|ed|ing)? (?:(?:\w+ ){1,3})?off|scrapp\w+",
    },
    "uk": {
        "past": r"відбу\w+|зустріл\w+|провел\w+|пройшл\w+|заверш\w+",
        "under_way": r"триваю?[ьт]\w*|тривають|проход\w+|почал\w+|розпоча\w+",
        "postponed": r"перенес\w+|відкла\w+|відстроч\w+",
        "cancelled": r"скасу\w+|скасов\w+|відмін\w+",
    },
    "ru": {
        "past": r"состоял\w+|встретил\w+|провел\w+|провёл|прошл\w+|прошел|прошёл|заверш\w+",
        "under_way": r"идут|идет|идёт|проход\w+|начал\w+|продолжа\w+",
        "postponed": r"перенес\w+|перенос\w+|отлож\w+|отсроч\w+",
        "cancelled": r"отмен\w+",
    },
    "es": {
        "past": r"se reuni(?:ó|eron)|celebr(?:ó|aron|ad[ao]s?)|tuv(?:o|ieron) lugar|conclu\w+|termin\w+",
        "under_way": r"en curso|comenz\w+|empez\w+|inici\w+|contin[uú]\w+",
        "postponed": r"aplaz\w+|posp\w+|posterg\w+|retras\w+",
        "cancelled": r"cancel\w+|anul\w+",
    },
    "fr": {
        "past": r"rencontr\w+|réuni(?:e?s?|t|rent)|a eu lieu|ont eu lieu|s[’']est tenue?s?|se sont tenue?s|termin\w+|achev\w+",
        "under_way": r"en cours|commenc\w+|début\w+|se poursuiv\w+",
        "postponed": r"report\w+|repouss\w+|différ\w+|ajourn\w+",
        "cancelled": r"annul\w+",
    },
    "de": {
        "past": r"traf\w*|getroffen|fand\w* statt|stattgefunden|abgehalten|endete\w*|beendet",
        "under_way": r"laufen|läuft|begann\w*|begonnen|im Gange",
        "postponed": r"verschob\w*|verschoben|vertagt\w*|verlegt\w*|aufgeschoben",
        "cancelled": r"abgesagt\w*|gestrichen|storniert",
    },
}  # fmt: skip
_AGREEMENTS: Mapping[str, Words] = {
    "en": {
        "agreed": r"agree\w*|accept\w*|sign(?:s|ed|ing)|reach\w*|struck|consent\w*|endors\w+|approv\w+|ratif\w+|adopt\w+|settled|clinched|sealed|deal",
        "tentative": r"in principle|tentative\w*|preliminar\w+|provisional\w*|draft\w*|framework|interim|could|(?-i:may)|might|would|ready to|near|close to|conditional\w*|willing\w*",
        "rejected": r"reject\w*|refus\w+|turn(?:s|ed|ing)? down|rebuff\w*|oppos\w+|rul(?:es|ed|ing) out|declin\w+|veto\w*|dismiss\w*",
        "violated": r"violat\w+|breach\w*|br(?:oke|oken|eak\w*)|infring\w+|ignor\w+|renege\w*|withdr\w+",
    },
    "uk": {
        "agreed": r"погод\w+|домови\w+|домовл\w+|прийня\w+|підпис\w+|уклал\w+|укладен\w+|схвал\w+|ратифік\w+|узгод\w+|угод\w+",
        "tentative": r"попередн\w+|проєкт\w*|тимчасов\w+|рамков\w+|може|можуть|готов\w+|принципов\w+",
        "rejected": r"відхил\w+|відки\w+|відмов\w+|заперечу\w+",
        "violated": r"поруш\w+",
    },
    "ru": {
        "agreed": r"соглас\w+|договорил\w+|договор[её]нн\w+|принял\w*|приняли|подпис\w+|заключ\w+|одобр\w+|ратифиц\w+|соглаш\w+",
        "tentative": r"предварительн\w+|проект\w*|временн\w+|рамочн\w+|может|могут|готов\w*|принципиальн\w+",
        "rejected": r"отклон\w+|отверг\w+|отказ\w+|отвер\w+",
        "violated": r"наруш\w+",
    },
    "es": {
        "agreed": r"acord\w+|acuerd\w+|acept\w+|firm\w+|alcanz\w+|aprob\w+|ratific\w+|pact\w+",
        "tentative": r"en principio|preliminar\w*|provisional\w*|borrador\w*|podría\w*|puede\w*|dispuest\w+",
        "rejected": r"rechaz\w+|neg(?:ó|aron)|rehus\w+|descart\w+",
        "violated": r"viol\w+|incumpl\w+|romp\w+|infring\w+",
    },
    "fr": {
        "agreed": r"accord\w*|accept\w+|sign\w+|conclu\w*|approuv\w+|ratifi\w+|convenu\w*|conviennent|adopt\w+",
        "tentative": r"de principe|en principe|préliminaire\w*|provisoire\w*|projet|pourrai\w+|peu(?:t|vent)|prêt\w*",
        "rejected": r"rejet\w+|refus\w+|repouss\w+|exclu\w*|déclin\w+",
        "violated": r"viol\w+|enfrein\w+|rompu\w*|bafou\w+",
    },
    "de": {
        "agreed": r"einig\w+|geeinigt|vereinbar\w+|akzeptier\w+|unterzeichn\w+|unterschrieb\w+|angenommen|zugestimmt|zustimm\w+|stimmte\w* \w*|ratifizier\w+|Abkommen|Einigung",
        "tentative": r"grundsätzlich\w*|vorläufig\w*|Entwurf\w*|könnte\w*|kann|können|bereit|im Prinzip",
        "rejected": r"abgelehnt\w*|ablehn\w+|lehn(?:t|te|ten) \w*|zurückgewiesen|verweiger\w+|wies\w* \w+ zurück",
        "violated": r"verletz\w+|gebrochen|verstoß\w+|verstieß\w*|missacht\w+",
    },
}  # fmt: skip


def talks_statuses(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """Status of the talks → the words that tell it; empty for a language without an entry."""
    return _compiled(_TALKS, language)


def meeting_statuses(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """The same of a meeting."""
    return _compiled(_MEETINGS, language)


def agreement_statuses(language: str | None) -> Mapping[str, re.Pattern[str]]:
    """The same of an agreement."""
    return _compiled(_AGREEMENTS, language)


def _compiled(words: Mapping[str, Words], language: str | None) -> Mapping[str, re.Pattern[str]]:
    return {status: compile_words(pattern) for status, pattern in words.get(language or "", {}).items()}
