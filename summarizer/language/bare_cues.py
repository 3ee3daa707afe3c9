"""A few telling words of Chinese and Arabic, which have no rules of their own yet.

Enough to know which sentences can report speech and which tell of talks, so that a small model is asked about those
alone, and what sort of speaker a name is. Never enough to refuse a speaker: that takes a grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.language.quotations import quoted_spans

LONGEST_NOUN = 12
"""Characters before a quoted name in which a noun may tell that it is a newspaper's."""


@dataclass(frozen=True)
class BareCues:
    """Words as regular expressions, with the bounds that the script needs."""

    reporting: str
    """Verbs that report speech, and words such as "according to"."""
    talks: str
    """Nouns and verbs for talks."""
    wishes: str
    """Verbs that tell what a side demands, offers or refuses."""
    open_points: str
    """Words that tell that something is undecided."""
    anonymous: str
    """Speakers without a name."""
    bodies: str
    """Institutions and groups."""
    outlets: str
    """What an outlet's name holds."""
    inside: str
    """What stands right before a place where something is held."""
    hearer_before: str
    """What stands right before one who is told something, and does not speak."""
    carrier_before: str
    """What stands right before an outlet that reports what another said ("according to")."""


_JOINED = r"(?<!\w)(?:[وف]?[بلك]?(?:ال)?)"
"""Before an Arabic word: what is joined to it."""

_ALL: Mapping[str, BareCues] = {
    "zh": BareCues(
        reporting=(
            r"表示|指出|宣布|声明|聲明|声称|聲稱|宣称|称[，,：:“双该他她其这]|稱[，,：:“雙該他她其這]|[据據][^，。]{0,20}[报報]道|告[诉訴]|透露|[强強][调調]|警告"
            r"|呼[吁籲]|否[认認]|[证證][实實]|[确確][认認]|回[应應]|[谴譴][责責]|批[评評]|重申|[补補]充|解[释釋]|坦言|指[责責]|承[认認]|[说說](?!服|明)"
            r"|[认認][为為]|拒[绝絕]|同意|提[议議]|建[议議]|要求|承[诺諾]|[预預][计計]|希望"
        ),
        talks=r"[会會][谈談]|[谈談]判|磋商|[会會][晤见見]|峰[会會]|[对對][话話]|[会會][议議]",
        wishes=r"要求|提[议議]|建[议議]|主[张張]|[坚堅]持|拒[绝絕]|[愿願]意|呼[吁籲]",
        open_points=r"尚不清楚|不[确確]定|有待|未[决決]|[仍还還]未|尚未|不明朗",
        anonymous=r"消息人士|知情人士|不愿透露|不願透露|匿名|一[名位].{0,12}(?:官[员員]|人士|外交官)",
        bodies=r"(?:部|局|[会會]|[党黨]|政府|[组組][织織]|委[员員][会會]|[总總][统統]府|[军軍]|外交部|代表[团團]|[联聯]盟)$",
        outlets=r"(?:通[讯訊]社|社|[报報]|[电電][视視][台臺]|[电電][台臺]|[网網]|[时時][报報]|周刊)$",
        inside=r"[在于於]",
        hearer_before=r"(?:[对對向]|告[诉訴])《?",
        carrier_before=r"[据據]",
    ),
    "ar": BareCues(
        reporting=(
            r"(?<!\w)(?:[وف]?[يت]?(?:قال|قالت|قالوا|قول|صرح|صرحت|أعلن|أعلنت|علن|ذكر|ذكرت|أكد|أكدت|ؤكد|أضاف|أضافت|ضيف|أوضح|أوضحت"
            r"|أفاد|أفادت|نفى|نفت|حذر|حذرت|دعا|دعت|طالب|طالبت|اتهم|اتهمت|اعتبر|اعتبرت|كشف|كشفت|شدد|شددت|رفض|رفضت|نقل|نقلت|أشار|أشارت"
            r"|وصف|وصفت|اقترح|اقترحت|توقع|توقعت|وافق|وافقت|زعم|زعمت|رأى|رأت)|بحسب|وفقا ل\w+|وفقًا ل\w+|نقلا عن|نقلًا عن)(?!\w)"
        ),
        talks=rf"{_JOINED}(?:محادثات\w*|مفاوضات\w*|مباحثات\w*|قمة|اجتماع\w*|لقاء|جولة|حوار)(?!\w)",
        wishes=r"(?<!\w)[وف]?[يت]?(?:طالب|طالبت|شترط|اشترط|صر|أصر|رفض|رفضت|قترح|اقترح|اقترحت|عرض|عرضت)(?!\w)",
        open_points=r"لم يتضح|لم تتضح|من غير الواضح|ليس واضحا|لا يزال غامضا|لم يحسم|لم تحسم",
        anonymous=rf"{_JOINED}(?:مصدر|مصدرا|مصادر|مسؤول|مسؤولون|مسؤولا|دبلوماسي|دبلوماسيون)(?!\w)",
        bodies=r"(?<!\w)(?:وزارة|حكومة|حركة|حزب|منظمة|مجلس|رئاسة|جيش|هيئة|لجنة|الحكومة|الوزارة|الجيش|الكرملين|وفد)(?!\w)",
        outlets=r"(?<!\w)(?:وكالة|صحيفة|قناة|تلفزيون|إذاعة|مجلة|شبكة|موقع)(?!\w)",
        inside=r"(?<!\w)في\s+(?:\w+\s+)?|(?<!\w)ب",
        hearer_before=r"(?<!\w)ل",
        carrier_before=r"(?:نقلا|نقلًا) عن ",
    ),
}


def bare_cues(language: str | None) -> BareCues | None:
    """The telling words of a language (ISO 639-1) without rules; `None` where not even those are known."""
    return _ALL.get(language or "")


def speaks_not(text: str, start: int, end: int, language: str | None) -> str | None:
    """Why the words at [start, end) of a sentence do not speak there, told by a few marks alone; `None` where none tells.

    They are told something, they stand in quotation marks, or they are an outlet that carries another's words.
    """
    cues = bare_cues(language)
    if cues is None:
        return None
    before = text[:start]
    if re.search(rf"(?:{cues.hearer_before})$", before):
        return "It is told these words."
    quote = next((a for a, b in quoted_spans(text) if a <= start and end <= b), None)
    if quote is not None and not re.search(cues.outlets, f"{text[:quote].rstrip()[-LONGEST_NOUN:]} {text[start:end]}"):
        return "It stands in quotation marks, as what was said."
    carries = re.search(rf"(?:{cues.carrier_before})$", before) is not None
    if carries and re.search(cues.outlets, text[start:end]) and re.search(cues.anonymous, text[end:]):
        return "It carries another's words."
    return None


def tells(words: str, text: str) -> bool:
    """Whether a text holds one of the words."""
    return re.search(words, text) is not None
