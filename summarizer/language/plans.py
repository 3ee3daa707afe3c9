"""How a language tells what became of a plan: called off, begun, or still to be done. Data.

Beside `statuses`, whose words stand for a status wherever they stand: here are whole predicates, for "the meeting
planned for Monday was called off" has words for two statuses, and one main verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summarizer.language.rules import NOTHING, compile_words


@dataclass(frozen=True)
class PlanWords:
    """The words of one language, as regular expressions on whole words."""

    planned: str
    """Participles of plans, as they stand behind a noun ("scheduled for Monday")."""
    compared: str
    """What stands before such a word where it only compares ("later than planned")."""
    off: str
    """The passive predicate of what was called off, its auxiliary included."""
    begun: str
    """The predicate of what has begun."""
    calls_off: str = NOTHING
    """The active verb with what is called off behind it."""
    governing: str = NOTHING
    """Words right before a verb that put what it tells into the future ("is to be")."""
    unfinished: str = NOTHING
    """Forms of a verb that tell of nothing done: infinitives and futures."""
    following: str = NOTHING
    """Words right behind a verb that do the same ("unterzeichnet werden")."""
    past: str = NOTHING
    """Auxiliaries of the past, which stand nearer to the verb than such a word where it is done."""

    @cached_property
    def off_pattern(self) -> re.Pattern[str]:
        """`off`, compiled."""
        return compile_words(self.off)

    @cached_property
    def calls_off_pattern(self) -> re.Pattern[str]:
        """`calls_off`, compiled."""
        return compile_words(self.calls_off)

    @cached_property
    def begun_pattern(self) -> re.Pattern[str]:
        """`begun`, compiled."""
        return compile_words(self.begun)

    def compares(self, before: str) -> bool:
        """Whether a text ends with what makes the word behind it a comparison."""
        return re.search(rf"(?<!\w)(?:{self.compared})\s*$", before, re.IGNORECASE) is not None

    def is_to_come(self, text: str, start: int, end: int) -> bool:
        """Whether the verb at [start, end) tells of something that is still to be done."""
        clause = re.split(r"[,;:.!?]\s", text[:start])[-1]
        governed = re.search(rf"(?<!\w)(?:{self.governing})\s+$", clause, re.IGNORECASE)
        if governed and not compile_words(self.past).search(clause, governed.start()):
            return True
        if re.fullmatch(self.unfinished, text[start:end], re.IGNORECASE):
            return True
        return re.match(rf"\s+(?:{self.following})(?!\w)", text[end:], re.IGNORECASE) is not None


_ADVERB = r"(?:(?:\w+ly|also|then|later|since|now|all|both|soon|at last)\s+)?"

_PLANS: Mapping[str, PlanWords] = {
    "en": PlanWords(
        planned=(
            r"(?:(?:originally|initially|previously|first|already|long|once)\s+)?(?:planned|scheduled|due|set|slated|expected|arranged"
            r"|(?:postponed|delayed|moved|put\s+off|pushed\s+back)(?=\s+(?:from|by)(?!\w)))"
        ),
        compared=r"than(?:\s+(?:had|was|were|been|originally|initially|first|previously))*",
        off=rf"(?:(?:has|have|had)\s+)?(?:been|was|were|is|are)\s+{_ADVERB}(?:cancell?ed|called\s+off|scrapped|axed)",
        calls_off=r"(?:cancell?ed|called\s+off|scrapped|axed)",
        begun=rf"(?:(?:has|have|had)\s+)?{_ADVERB}(?:began|begun|started|opened|(?:got|gotten)\s+under\s?way|kicked\s+off)",
        governing=(
            r"(?:will|would|shall|should|must|may|might|can|could|to|[’']ll)(?:\s+(?:\w+ly|not|now|then|also|soon|later|both|be|get))*"
            r"|(?:due|set|ready|scheduled|slated|planned)\s+for"
        ),
    ),
    "uk": PlanWords(
        planned=r"(?:раніше\s+)?(?:за|с)?планован\w+|призначен\w+|намічен\w+|очікуван\w+|що планува\w+",
        compared=r"ніж(?:\s+було)?|пізніше|раніше",
        off=r"(?:бул[аои]\s+|був\s+)?(?:\w+о\s+)?(?:скасован(?:ий|а|о|е|і)|відмінен(?:ий|а|о|е|і))",
        calls_off=r"скасува(?:в|ла|ло|ли)|відміни(?:в|ла|ло|ли)",
        begun=r"(?:роз)?поча(?:вся|л(?:ася|ися|ося|ась|ись|ось))|стартува(?:в|ла|ли)|відкри(?:вся|лася|лися)",
        governing=r"(?:буде|будуть|має бути|мають бути|повин\w+ бути)(?:\s+\w+о)?",
        unfinished=r"\w+(?:ти|тись|тися|ише|ишуть)",
    ),
    "ru": PlanWords(
        planned=r"(?:ранее\s+)?запланирован\w+|намеченн?\w+|назначенн?\w+|планировавш\w+|ожидавш\w+",
        compared=r"чем(?:\s+было)?|позже|позднее|раньше|ранее",
        off=r"(?:был[аои]?\s+)?(?:\w+о\s+)?отмен(?:[её]н|ена|ено|ены)|отменил(?:ась|ись|ся)",
        calls_off=r"отменил[аио]?",
        begun=r"нач(?:ался|алась|алось|ались)|стартовал[аио]?|открыл(?:ся|ась|ись)",
        governing=r"(?:будет|будут|долж(?:ен|на|но|ны)\s+быть)(?:\s+\w+о)?",
        unfinished=r"\w+(?:ть|ться|ишет|ишут)",
    ),
    "es": PlanWords(
        planned=r"(?:inicialmente\s+)?(?:previst|programad|planead|fijad|convocad|anunciad)[ao]s?",
        compared=r"de\s+lo|que\s+lo|que",
        off=(
            r"(?:ha|han|había|habían)\s+sido\s+(?:\w+mente\s+)?(?:cancelad|anulad)[ao]s?"
            r"|(?:fue|fueron|queda|quedan|quedó|quedaron|está|están)\s+(?:\w+mente\s+)?(?:cancelad|anulad)[ao]s?|se\s+(?:canceló|cancelaron|anuló|anularon)"
        ),
        calls_off=r"(?:ha|han)\s+(?:cancelado|anulado)|canceló|cancelaron|anuló|anularon",
        begun=r"comenzó|comenzaron|empezó|empezaron|se\s+inici(?:ó|aron)|arranc(?:ó|aron)|se\s+abri(?:ó|eron)|(?:ha|han)\s+(?:comenzado|empezado)",
        governing=r"(?:será|serán|sería|serían|va\s+a|van\s+a|debe|deben|deberá|deberán|debía|debían|pued\w+|podr\w+)(?:\s+(?:ser|se))?",
        unfinished=r"\w+(?:ar|er|ir|ará|arán|erá|erán|irá|irán|aría|arían)",
    ),
    "fr": PlanWords(
        planned=r"(?:initialement\s+)?(?:prévue?s?|programmée?s?|fixée?s?|planifiée?s?|annoncée?s?)",
        compared=r"que|qu[’']initialement|que\s+ce\s+qui\s+était",
        off=(
            r"(?:a|ont|avait|avaient)\s+(?:\w+\s+)?été\s+(?:\w+\s+)?annulée?s?|(?:est|sont|était|étaient)\s+(?:\w+\s+)?annulée?s?"
        ),
        calls_off=r"(?:a|ont)\s+(?:\w+\s+)?annulé",
        begun=r"(?:a|ont)\s+(?:\w+\s+)?(?:commencé|débuté)|s[’']est\s+ouverte?|se\s+sont\s+ouvert\w*|(?:a|ont)\s+été\s+ouvert\w*",
        governing=(
            r"(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)|devai(?:t|ent)|va|vont|pourr\w+|peu(?:t|vent)|sera|seront|serai(?:t|ent))"
            r"(?:\s+(?:être|\w+ment|bientôt|ensuite|se))*"
        ),
        unfinished=r"\w+(?:er|era|eront|erait|eraient|re|ra|ront)",
    ),
    "de": PlanWords(
        planned=r"(?:ursprünglich\s+)?(?:geplant|angesetzt|vorgesehen|anberaumt|terminiert)\w*",
        compared=r"als(?:\s+ursprünglich)?",
        off=(
            r"(?:wurde|wurden|wird|werden|ist|sind|sei|seien|war|waren)\s[^,;:.]{0,80}?\b(?:abgesagt|gestrichen|storniert)"
            r"|(?:abgesagt|gestrichen)\s+(?:worden|wurden?|ist|sind|war|waren)"
        ),
        calls_off=r"(?:hat|haben)(?=[^,;:.]{0,80}\babgesagt\b)|sagten?(?=[^,;:.]{0,80}\bab\b)",
        begun=r"begann(?:en)?|(?:hat|haben)\s[^,;:.]{0,60}?\bbegonnen|startete[n]?|wurden?\s[^,;:.]{0,60}?\beröffnet",
        governing=(
            r"(?:soll(?:en|te|ten)?|wird|werden|will|wollen|muss|müssen|kann|können|könnte|könnten|dürfte|dürften|möchte)\s[^,;:.]{0,100}?"
        ),
        unfinished=r"zu\w*unterzeichnen",
        following=r"(?:zu\s+)?werden|will|wollen|soll|sollen|wird|muss|müssen|kann|können",
        past=r"wurden?|hat|haben|ist|sind|war|waren|worden",
    ),
}  # fmt: skip


def plan_words(language: str | None) -> PlanWords | None:
    """The words of a language; `None` where they are not known."""
    return _PLANS.get(language or "")
