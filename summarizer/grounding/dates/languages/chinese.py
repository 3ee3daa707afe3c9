"""Chinese words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import SIGNS, Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

_MONTHS = (
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月|11月", "十二月",
)  # fmt: skip

_DAYS = "一二三四五六日"

_NUMBERS = ("一", "两|二", "三", "四", "五", "六", "七", "八", "九", "十")

_UNITS = {
    Unit.MINUTE: ("分钟|分鐘", ""),
    Unit.HOUR: ("小时|小時|个小时|個小時", ""),
    Unit.DAY: ("天", ""),
    Unit.WEEK: ("周|週|星期|个星期|個星期", ""),
    Unit.MONTH: ("个月|個月", ""),
}

_DEICTIC = {
    "D": {0: "今天|今日", -1: "昨天|昨日", 1: "明天|明日", -2: "前天", 2: "后天|後天"},
    "W": {0: "本周|本週|这周|這週|这个星期", -1: "上周|上週|上个星期|上個星期", 1: "下周|下週|下个星期|下個星期"},
    "M": {0: "本月|这个月|這個月", -1: "上月|上个月|上個月", 1: "下月|下个月|下個月"},
    "Y": {0: "今年|本年", -1: "去年", 1: "明年", -2: "前年", 2: "后年|後年"},
}

_PARTS = {"MO": "早上|上午|清晨|凌晨|早晨", "AF": "下午|中午", "EV": "晚上|傍晚|晚间|晚間", "NI": "夜间|深夜|夜里"}

_FIXED = {"PRESENT_REF": "目前|现在|現在|当前", "PAST_REF": "最近|近日|近期|此前", "FUTURE_REF": "将来|未来"}

LEXICON = Lexicon(
    language="zh",
    counted="人|名|个|個|多|余|餘|米|元|公里",
    entries=(
        *(
            Entry(Kind.WEEKDAY, f"星期{day}|周{day}|週{day}|礼拜{day}|禮拜{day}", number)
            for number, day in enumerate(_DAYS)
        ),
        Entry(Kind.WEEKDAY, "星期天", number=6),
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.NUMBER, _NUMBERS),
        *units(_UNITS),
        *(
            Entry(Kind.DEICTIC, form, number, unit)
            for unit, forms in _DEICTIC.items()
            for number, form in forms.items()
        ),
        *(
            Entry(Kind.WEEKDAY_OF_WEEK, f"{prefix}{day}|{prefix.replace('周', '週')}{day}", number, str(shift))
            for prefix, shift in (("上周", -1), ("本周", 0), ("下周", 1))
            for number, day in enumerate(_DAYS)
        ),
        *coded(Kind.PART, _PARTS),
        *numbered(Kind.SEASON, ("冬季|冬天", "春季|春天", "夏季|夏天", "秋季|秋天")),
        *coded(Kind.FIXED, _FIXED),
        *SIGNS,
        Entry(Kind.DAY_SIGN, "号|號"),
        Entry(Kind.OCLOCK, "点|點|时|時|点钟|點鐘"),
        Entry(Kind.AGO, "前|以前|之前"),
        Entry(Kind.LATER, "后|後|之后|之後"),
        Entry(Kind.IN, "在|于|於"),
        Entry(Kind.TO, "至|到"),
        Entry(Kind.FROM, "从|從|自"),
        Entry(Kind.AND, "和|及|与"),
        Entry(Kind.OF, "的"),
        Entry(Kind.VAGUE, "几|幾|数|數"),
        Entry(Kind.EVERY, "每"),
    ),
    tense=TenseWords(
        past="了|曾|已|已经|说|表示|称|指出|宣布",
        future="将|將|会|會|计划|預計|预计|定于|即将|可能|拟|准备",
        either="",
    ),
)  # fmt: skip
