"""Words that tell where a negotiation stands: what is wanted, what is agreed, what is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from summarizer.language.bare_cues import bare_cues, tells
from summarizer.language.rules import compile_words

AgreementWord = Literal["agreed", "tentative", "violated"]

_WANTED: Mapping[str, str] = {
    "en": (
        r"demand(?:ed|ing|s that|s the)|insist(?:s|ed|ing)?|call(?:s|ed|ing) for|propos(?:es|ed|ing) (?:that|to|an?)|offer(?:s|ed|ing)|reject(?:s|ed|ing)"
        r"|refus(?:es|ed|ing) to (?!comment|say)|red lines?|condition(?:s|ed)? (?:for|that)|want(?:s|ed)|rule[sd]? out"
    ),
    "ru": r"требу\w+|потребов\w+|настаива\w+|настоял\w*|предлага\w+|предложил\w*|отверг\w*|отказ\w+|условие\w*|хочет|хотят",
    "uk": r"вимага\w+|наполяга\w+|пропону\w+|запропонува\w+|відкину\w+|відмов\w+|умов\w+|хоче|хочуть",
    "es": r"exig\w+|insist\w+|propus\w+|propon\w+|ofrec\w+|rechaz\w+|se niega\w*|condici\w+|quiere\w*|línea roja",
    "fr": r"exig\w+|insist\w+|propos\w+|offr\w+|rejet\w+|refus\w+|condition\w*|veut|veulent|ligne rouge",
    "de": r"forder\w+|verlang\w+|besteh\w+ auf|schl(?:ägt|ug\w*) vor|bietet|bot|lehn\w+ ab|weiger\w+|bedingung\w*|will|wollen",
}
_AGREED: Mapping[str, str] = {
    "en": (
        r"agreed (?:to|on|that|upon)|reached (?:an?|the) \w*\s?(?:deal|agreement|accord|truce|cease-?fire|compromise)"
        r"|(?:deal|agreement|accord|truce|cease-?fire|compromise) (?:was|has been|had been|is) (?:reached|struck|signed)"
        r"|struck (?:a|an|the) (?:deal|agreement)|signed (?:a|an|the) \w*\s?(?:deal|agreement|accord|treaty|memorandum)"
    ),
    "ru": r"договорились|достигли соглашения|достигнуто соглашение|подписали соглашение|согласились|достигнута договор[её]нность",
    "uk": r"домовилися|досягли згоди|досягнуто угоди|підписали угоду|погодилися|досягнуто домовленості",
    "es": r"acordaron|acordó|llegaron a un acuerdo|alcanzaron un acuerdo|firmaron (?:un|el) acuerdo|aceptaron|pactaron",
    "fr": r"se sont (?:mis|entendu\w*) d’accord|ont convenu|ont conclu un accord|un accord a été (?:trouvé|signé)|ont signé",
    "de": r"einigten sich|haben sich geeinigt|einigung erzielt|vereinbarten|unterzeichneten|stimmten zu",
}
_TENTATIVE = r"tentative\w*|preliminar\w*|in principle|provisional\w*|предварительн\w+|попередн\w+|en principio|de principe|vorläufig\w*"
_VIOLATED = r"violat\w+|breach\w+|broke|наруш\w+|поруш\w+|viol[óa]\w*|verletz\w+"
_PLAIN_NOT = r"not|never|no|\w+n[’']t|не|ні|no|nunca|pas|jamais|nicht|nie|kein\w*"
_NOT = (
    _PLAIN_NOT
    + r"|without|fail(?:s|ed|ing)?|yet to|could|would|should|may|might|if|whether|unless|den(?:y|ies|ied)|hop(?:e|es|ed|ing)"
    r"|expect(?:s|ed)?|want(?:s|ed)?|plan(?:s|ned)?|urg(?:e|es|ed)|demand(?:s|ed)?|call(?:s|ed) (?:for|on)|ask(?:s|ed)|rumou?rs?"
    r"|нет|без|если|бы|ли|отриц\w+|опроверг\w+|надею\w+|ожида\w+|немає|якщо|чи|запереч\w+|сподіва\w+|очіку\w+"
    r"|sin|ningún|nieg\w+|negó|esper\w+|podría\w*|sans|aucun|espèr\w+|pourrai\w+|dément\w*|ohne|falls|wenn|ob|hoff\w+|könnte\w*"
)
_OPEN: Mapping[str, str] = {
    "en": (
        r"unclear|(?:not|no|neither)\b[^.]{0,40}\bclear\b|remains? (?:to be seen|unresolved|open)|sticking points?|unresolved"
        r"|undecided|(?:has|have|had) yet to|await(?:s|ed|ing)|refused to comment on|did not say (?:whether|when|what|who|how)|"
        r"no agreement on|open questions?|differences remain|uncertain\w*"
    ),
    "ru": r"неясно|неизвестно|остаётся открытым|остается открытым|пока не|не уточнил\w*|отказал\w+ комментировать|ожида\w+ ответ\w*",
    "uk": r"незрозуміло|невідомо|залишається відкритим|поки що не|не уточни\w+|відмови\w+ коментувати|очіку\w+ відповід\w*",
    "es": r"no está claro|se desconoce|queda por ver|sin resolver|aún no|todavía no|no quiso comentar",
    "fr": r"pas clair|on ignore|reste à voir|en suspens|pas encore|n’a pas voulu commenter|incertain\w*",
    "de": r"unklar|offen(?:e|en|er)? frage\w*|bleibt offen|noch nicht|ungeklärt|wollte sich nicht äußern",
}


def _holds(table: Mapping[str, str], text: str, language: str | None) -> re.Match[str] | None:
    words = table.get(language or "")
    return compile_words(words).search(text) if words else None


def tells_of_a_wish(text: str, language: str | None) -> bool:
    """Whether a sentence tells what somebody demands, offers or refuses; false where the language is not known."""
    bare = bare_cues(language)
    return _holds(_WANTED, text, language) is not None or (bare is not None and tells(bare.wishes, text))


def tells_what_is_open(text: str, language: str | None) -> bool:
    """Whether a sentence tells of something that is undecided or awaited."""
    bare = bare_cues(language)
    return _holds(_OPEN, text, language) is not None or (bare is not None and tells(bare.open_points, text))


def agreement_told(text: str, language: str | None) -> AgreementWord | None:
    """What a sentence tells of an agreement: agreed, tentatively agreed, violated; `None` where of none.

    An agreement that is negated, denied, asked about or only imagined ("could be signed") is none; in doubt too.
    """
    found = _holds(_AGREED, text, language)
    if found is None:
        return None
    # The whole clause before it, and the next words: "never formally and fully agreed", "einigten sich nicht".
    clause = re.split(r"[;.!?]\s", text[: found.start()])[-1]
    behind = " ".join(text[found.end() :].split()[:3])
    if compile_words(_NOT).search(clause) or compile_words(_PLAIN_NOT).search(behind):
        return None
    if compile_words(_VIOLATED).search(text):
        return "violated"
    return "tentative" if compile_words(_TENTATIVE).search(text) else "agreed"
