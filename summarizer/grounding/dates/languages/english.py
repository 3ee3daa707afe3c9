"""English words for dates."""

from __future__ import annotations

from summarizer.grounding.dates.calendar import Unit
from summarizer.grounding.dates.lexicon import PLURAL_PART, Entry, Lexicon, TenseWords, coded, numbered, units
from summarizer.grounding.dates.tokens import Kind

_MONTHS = (
    "january|Jan.", "february|Feb.", "Mar.", "april|Apr.", "", "june|Jun.", "july|Jul.", "August|Aug.",
    "september|Sep.|Sept.", "october|Oct.", "november|Nov.", "december|Dec.",
)  # fmt: skip

# A month only beside words that go with one: "the march on the capital", "Jan Smith".
_MAYBE_MONTHS = ("Jan", "Feb", "March|Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept|Sep", "Oct", "Nov", "Dec")

_WEEKDAYS = (
    "monday|Mon|Mon.",
    "tuesday|Tue|Tue.|Tues|Tues.",
    "wednesday|Wed.",
    "thursday|Thu|Thu.|Thur.|Thurs|Thurs.",
    "friday|Fri|Fri.",
    "saturday|Sat.",
    "sunday|Sun.",
)

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first",
)  # fmt: skip

_SMALL_NUMBERS = (
    "one", "two|a couple of|couple of|a couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve|a dozen|dozen", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip

_TENS = ("twenty|two dozen", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_FUTURE = (
    "will|'ll|shall|going to|upcoming|looming|forthcoming|prospective|"
    "plans|plan to|planning|planned for|expects|expected|scheduled|due|set to|set for|"
    "slated|hopes|hope to|hoping|intends|intend|aims to|aim to|aiming|may|might|could|would|should|must|about to|"
    "is to|are to|wo|looks set|deadline|next round|has until|have until|given until|gives until|"
    "ready to|prepares|preparing|payable|effective|rescheduled for|moved to|put off until|"
    "pushed back to|brought forward to"
)

_EITHER = (
    "was scheduled|were scheduled|was due|were due|was expected|were expected|was to|were to|was set|were set|"
    "moved from|postponed from|rescheduled from|was planned|were planned|planned to|had planned|was slated|were slated|"
    "had been scheduled|had been due|had been expected|had been planned|had been set|had been slated|had expected"
)

_PAST = (
    "said|told|was|were|had|did|been|became|began|brought|came|fell|found|gave|got|grew|held|kept|knew|led|left|"
    "lost|made|met|paid|put|ran|rose|saw|sent|shot|sold|spoke|stood|struck|took|thought|went|won|wrote|says|since|"
    "broke|built|bought|caught|chose|cut|drew|drove|fought|flew|hit|hurt|laid|lay|let|read|shut|sat|slept|"
    "spent|stole|swore|taught|tore|wore|withdrew|threw|sank|sought|shook|arose|quit|has|have|set|"
    "would have|could have|should have|might have"
)

_PROMISING = (
    "agree|agrees|agreed|agreeing|aim|aims|aimed|promise|promises|promised|vow|vows|vowed|pledge|pledges|pledged|threatened|want|"
    "wants|wanted|hope|hoped|intended|invited|decided|decides|ordered|asked|asks|urged|urges|offered|offers|"
    "offer|proposed|proposes|proposal|agreement|commitment|committed|refused|plan|plans|planned|demanded|demand|postponed|extended|adjourned|delayed|giving|gave|give|gives|given"
)

_SCHEDULED = (
    "meet|meets|begin|begins|starts|opens|resume|resumes|arrive|arrives|travels|flies|departs|convene|convenes|gather|"
    "gathers|reconvene|reconvenes|expire|expires|ends|takes place|take place|takes effect|take effect|"
    "holds elections|hold elections|holds its election|holds presidential|holds parliamentary|"
    "holds congressional|holds general|holds local|"
    "hold presidential|hold parliamentary|hold general|hold local|holds talks|hold talks|holds a vote|"
    "comes into force|come into force|enters into force|enter into force|kicks off|kick off|gets under way|"
    "get under way"
)

_REPORTING = (
    "said|says|told|announced|agreed|promised|vowed|pledged|offered|proposed|demanded|asked|urged|discussed|"
    "considered|backed|supported|rejected|confirmed|reported|warned|predicted|suggested|approved|called|postponed|"
    "delayed|extended|gave|wanted|threatened|refused|decided|ordered|invited|added|insisted|predicted|forecast"
)

_UNITS = {
    Unit.SECOND: ("", "seconds"),
    Unit.MINUTE: ("minute|min", "minutes|mins"),
    Unit.HOUR: ("hour", "hours"),
    Unit.DAY: ("day", "days"),
    Unit.WEEKEND: ("weekend", "weekends"),
    Unit.WEEK: ("week", "weeks"),
    Unit.MONTH: ("month", "months"),
    Unit.QUARTER: ("quarter", "quarters"),
    Unit.YEAR: ("year", "years"),
    Unit.DECADE: ("decade", "decades"),
    Unit.CENTURY: ("century", "centuries"),
}

_PARTS = {
    "MO": "morning|dawn|early hours|small hours",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night|overnight",
}

_SEVERAL_PARTS = {"MO": "mornings", "AF": "afternoons", "EV": "evenings", "NI": "nights"}

_FIXED = {
    "PRESENT_REF": "today's world|today's youth|today's society|today's generation|today's reality|"
    "now|currently|right now|nowadays|these days|at present|at the moment",
    "PAST_REF": "recently|recent",
    "FUTURE_REF": "the future|the near future",
}

_SETS = {"P1D": "daily", "P1W": "weekly", "P1M": "monthly", "P1Y": "yearly"}

_HABITS = {
    f"XXXX-WXX-{number}": f"{day}s"
    for number, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 1)
}

# Names that hold a word for a time.
_NAMES = (
    "Sunday Times|Sunday Telegraph|Sunday Express|Sunday Mirror|Sunday Mail|Mail on Sunday|Sunday Herald|"
    "Bloody Sunday|High Noon|high noon|Black Friday|Super Tuesday|USA Today|Russia Today|India Today|Morning Post|"
    "Morning Star|"
    "Evening Standard|Evening Post|Daily Mail|Daily Telegraph|Daily Mirror|Daily Express|Daily Star|Daily Beast|"
    "Arab Spring|Prague Spring|may well|may be|the May government|second world war|Orthodox Easter|"
    "quarter final|quarter finals|Good Friday Agreement|Fox News Sunday|Winter Olympics|Winter Games|Summer Olympics|"
    "Summer Games|Face the Nation|This Week"
)

_HOLIDAYS = {
    "12-25": "Christmas|Christmas Day",
    "12-24": "Christmas Eve",
    "12-31": "New Year's Eve",
    "01-01": "New Year's Day",
    "02-14": "Valentine's Day",
    "10-31": "Halloween",
    "07-04": "Fourth of July|Independence Day",
    "11-11": "Veterans Day|Armistice Day",
    "11-thu-4": "Thanksgiving|Thanksgiving Day",
    "05-mon--1": "Memorial Day",
    "09-mon-1": "Labor Day",
    "easter-0": "Easter|Easter Sunday",
    "easter--2": "Good Friday",
    "easter-1": "Easter Monday",
    "easter--7": "Palm Sunday",
}

LEXICON = Lexicon(
    language="en",
    counted="people|men|women|children|police|percent|per|km|kg|staff|personnel|killed|dead|wounded|injured",
    counted_endings=("s",),
    uncounted="was|is|has|as|says|does|this|its|his|us|thus|plus|less|s|perhaps|besides|always|across|towards|unless",
    entries=(
        *numbered(Kind.MONTH, _MONTHS),
        *numbered(Kind.MAYBE_MONTH, _MAYBE_MONTHS),
        *numbered(Kind.WEEKDAY, _WEEKDAYS, start=0),
        *numbered(Kind.ORDINAL, _ORDINALS),
        *numbered(Kind.NUMBER, _SMALL_NUMBERS),
        *(Entry(Kind.NUMBER, form, number=10 * tens) for tens, form in enumerate(_TENS, 2)),
        Entry(Kind.NUMBER, "hundred|a hundred|one hundred", number=100),
        *units(_UNITS),
        *coded(Kind.PART, _PARTS),
        *(Entry(Kind.PART, form, number=PLURAL_PART, code=code) for code, form in _SEVERAL_PARTS.items()),
        *coded(Kind.FIXED, _FIXED),
        *coded(Kind.SET, _SETS),
        *coded(Kind.SET, _HABITS),
        *coded(Kind.HOLIDAY, _HOLIDAYS),
        Entry(Kind.WORD, _NAMES),
        Entry(Kind.NUMERIC_DATE, "9/11", code="2001-09-11"),
        *numbered(Kind.SEASON, ("winter", "spring", "summer", "autumn|fall")),
        Entry(Kind.HALF, "half"),
        Entry(Kind.CLOCK, "noon|midday", code="T12:00"),
        Entry(Kind.CLOCK, "midnight", code="T24:00"),
        Entry(Kind.HALF_OF_DAY, "a.m.|am|a.m", number=0),
        Entry(Kind.HALF_OF_DAY, "p.m.|pm|p.m", number=12),
        Entry(Kind.OCLOCK, "o'clock|hours local time"),
        Entry(Kind.ZONE, "gmt|utc", code="Z"),
        Entry(Kind.ZONE, "EST|EDT|ET|CST|CDT|PST|PDT|MSK|CET|CEST|EET|EEST|BST|local time|Kyiv time|Moscow time"),
        Entry(Kind.DEICTIC, "today", code="D"),
        Entry(Kind.DEICTIC, "yesterday", number=-1, code="D"),
        Entry(Kind.DEICTIC, "tomorrow", number=1, code="D"),
        Entry(Kind.DEICTIC, "the day before yesterday", number=-2, code="D"),
        Entry(Kind.DEICTIC, "the day after tomorrow", number=2, code="D"),
        Entry(Kind.DEICTIC, "tonight", code="DTNI"),
        Entry(Kind.DEICTIC, "the quarter|the latest quarter|the latest period", code="Q"),
        Entry(
            Kind.DEICTIC,
            "year-ago|year-earlier|year-ago quarter|year-earlier quarter|year-ago period|year-earlier period|"
            "quarter a year ago|quarter a year earlier",
            number=-1,
            code="Q",
        ),
        Entry(Kind.SHIFT, "this", number=0),
        Entry(Kind.SHIFT, "current", number=0, code="PRESENT_REF"),
        Entry(Kind.SHIFT, "last|this past", number=-1),
        Entry(Kind.SHIFT_SPAN, "the last", number=-1),
        Entry(Kind.SHIFT, "past", number=-1, code="PAST_REF"),
        Entry(Kind.SHIFT, "next|coming|this coming|upcoming", number=1),
        Entry(Kind.REFERRING, "that|the same|that same|same", number=0),
        Entry(Kind.REFERRING, "the previous|previous|the preceding|preceding", number=-1),
        Entry(Kind.REFERRING, "the following|following", number=1),
        Entry(Kind.AGO, "ago"),
        Entry(Kind.HENCE, "from now|hence"),
        Entry(Kind.HENCE, "from today", code="D"),
        Entry(Kind.EARLIER, "earlier|previously"),
        Entry(Kind.LATER, "later|afterwards"),
        # "A day later than planned" compares, and names no day.
        Entry(Kind.WORD, "later than|earlier than"),
        Entry(Kind.BEFORE, "before"),
        Entry(Kind.AFTER, "after"),
        Entry(Kind.ONE, "a|an", number=1),
        Entry(Kind.VAGUE, "several|few|a few|some|many"),
        Entry(Kind.EVERY, "every|each|per"),
        Entry(Kind.APPROXIMATE, "about|around|nearly|almost|roughly|approximately|more than|less than|at least|over"),
        Entry(Kind.EDGE, "early|late|mid|the end of|the beginning of|the start of|the middle of|end of|start of"),
        Entry(Kind.FRACTION, "and a half"),
        Entry(Kind.FILLER, "more|full|fiscal|additional|consecutive|straight|working|business|"
        "whole|calendar|extra|further"),
        Entry(Kind.BC, "BC|B.C.|BCE"),
        Entry(Kind.OLD, "old|of age"),
        Entry(Kind.AMOUNT, "three-quarters|three quarters of|a quarter of"),
        Entry(Kind.LABEL, "resolution|flight|boeing|no.|number|article|section|room|page|route|channel|model"),
        Entry(Kind.THE, "the"),
        Entry(Kind.OF, "of"),
        Entry(Kind.IN, "in"),
        Entry(Kind.AT, "at"),
        Entry(Kind.SINCE, "since|during|throughout"),
        Entry(Kind.PREPOSITION, "on|by|for|within"),
        Entry(Kind.POSSESSIVE, "'s"),
        Entry(Kind.FROM, "from"),
        Entry(Kind.TO, "to|through"),
        Entry(Kind.UNTIL, "until|till"),
        Entry(Kind.BETWEEN, "between"),
        Entry(Kind.AND, "and|or"),
    ),
    tense=TenseWords(
        past=_PAST,
        future=_FUTURE,
        either=_EITHER,
        promising=_PROMISING,
        scheduled=_SCHEDULED,
        bare="to|not|t|do|does|did|let",
        two_faced="put|set|cut|hit|hurt|let|quit|read|shut|lay",
        modal="will|'ll|shall|may|might|could|would|should|must|can",
        finite="was|were|had|did",
        dative="to",
        determiners="the|a|an|both|all|each|every|his|her|their|its|our|my|this|that|these|those|two|three|four|five",
        reporting=_REPORTING,
        infinitive="to|until",
        passive="be",
        neutral=(
            "than planned|than scheduled|than expected|than originally planned|than announced|"
            "hundred|indeed|speed|exceed|proceed|succeed|need|naked|armed|united"
        ),
        past_endings=("ed",),
    ),
)  # fmt: skip
