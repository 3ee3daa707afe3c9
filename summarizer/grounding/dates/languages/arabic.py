"""Arabic words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

# The names used from Egypt westwards, then those of the Levant and Iraq.
_MONTHS = (
    "يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|آذار", "أبريل|إبريل|نيسان|أفريل", "مايو|أيار|ماي",
    "يونيو|يونيه|حزيران|جوان", "يوليو|يوليه|تموز|جويلية", "أغسطس|آب|أوت", "سبتمبر|أيلول", "أكتوبر|تشرين الأول",
    "نوفمبر|تشرين الثاني", "ديسمبر|كانون الأول",
)  # fmt: skip

_WEEKDAYS = (
    "الاثنين|الإثنين|يوم الاثنين|يوم الإثنين", "الثلاثاء|يوم الثلاثاء", "الأربعاء|يوم الأربعاء",
    "الخميس|يوم الخميس", "الجمعة|يوم الجمعة", "السبت|يوم السبت", "الأحد|يوم الأحد",
)  # fmt: skip

_UNITS = {
    Unit.MINUTE: ("دقيقة", "دقائق"),
    Unit.HOUR: ("ساعة", "ساعات"),
    Unit.DAY: ("يوم|يوما", "أيام"),
    Unit.WEEK: ("أسبوع|الأسبوع", "أسابيع"),
    Unit.MONTH: ("شهر|الشهر", "أشهر|شهور"),
    Unit.YEAR: ("عام|العام|سنة|السنة", "أعوام|سنوات"),
}

_NUMBERS = {
    3: "ثلاثة|ثلاث", 4: "أربعة|أربع", 5: "خمسة|خمس", 6: "ستة|ست", 7: "سبعة|سبع", 8: "ثمانية|ثماني", 9: "تسعة|تسع",
    10: "عشرة|عشر",
}  # fmt: skip

LEXICON = Lexicon(
    language="ar",
    slashed_order="dmy",
    counted="شخص|شخصا|جندي|جنديا|قتيل|كيلومتر|مليون|دولار",
    entries=(
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.WEEKDAY, _WEEKDAYS, start=0),
        *(Entry(Kind.NUMBER, form, number) for number, form in _NUMBERS.items()),
        *units(_UNITS),
        *coded(Kind.PART, {"MO": "صباح|صباحا", "AF": "ظهر|عصر|بعد ظهر", "EV": "مساء", "NI": "ليلة|ليل"}),
        Entry(Kind.DEICTIC, "اليوم", code="D"),
        Entry(Kind.DEICTIC, "اليوم نفسه|اليوم ذاته|نفس اليوم|ذات اليوم", code="R"),
        Entry(Kind.DEICTIC, "اليوم التالي", number=1, code="R"),
        Entry(Kind.DEICTIC, "أمس|امس", number=-1, code="D"),
        Entry(Kind.DEICTIC, "أول أمس", number=-2, code="D"),
        Entry(Kind.DEICTIC, "غدا|غداً|الغد", number=1, code="D"),
        Entry(Kind.DEICTIC, "بعد غد", number=2, code="D"),
        Entry(Kind.SHIFT_BEHIND, "الماضي|الماضية|المنصرم|المنصرمة", number=-1),
        Entry(Kind.SHIFT_BEHIND, "المقبل|المقبلة|القادم|القادمة", number=1),
        Entry(Kind.SHIFT_BEHIND, "الجاري|الجارية|الحالي|الحالية"),
        Entry(Kind.SHIFT, "هذا|هذه"),
        Entry(Kind.BACK, "قبل"),
        Entry(Kind.IN, "خلال"),
        Entry(Kind.AT, "في"),
        Entry(Kind.FROM, "من|منذ"),
        Entry(Kind.TO, "إلى|حتى"),
        Entry(Kind.BETWEEN, "بين"),
        Entry(Kind.AND, "و"),
        Entry(Kind.FIXED, "الآن|حاليا|حالياً", code="PRESENT_REF"),
        Entry(Kind.FIXED, "مؤخرا|مؤخراً", code="PAST_REF"),
        Entry(Kind.EDGE, "مطلع|أوائل|أواخر|نهاية|بداية|منتصف"),
    ),
    tense=TenseWords(
        past="قال|قالت|أعلن|أعلنت|كان|كانت|أكد|أكدت|وصل|وصلت|عقد|عقدت|ذكر|ذكرت|التقى|أفاد|أفادت|بدأت|بدأ",
        future="سوف|ستعقد|سيعقد|سيصل|ستصل|سيلتقي|ستجري|سيجري|ستبدأ|سيبدأ|يعتزم|تعتزم|المقرر|من المقرر|ستكون|سيكون",
    ),
)  # fmt: skip
