"""Which places look like the end of a sentence and are none: a full stop behind a title, the question mark
of a quotation whose speaker follows, the dot of an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.segmentation.abbreviations import opens_a_name, opens_a_number

CONTEXT = 80
"""How many characters to either side the rules see: enough for a name, a title and a verb."""


@dataclass(frozen=True, slots=True)
class ProposedEnd:
    """A place where a sentence may end, without the quotation marks around it."""

    left: str
    """What stands before it, up to its last character; at most `CONTEXT` characters of the sentence."""
    gap: str
    """White space and quotation marks between the two sides."""
    right: str
    """What stands behind it, from its first character."""
    is_whole_sentence: bool
    """Whether `left` begins with the sentence."""
    language: str | None
    has_capitals: bool
    """Whether the paragraph uses capital letters at all."""


def is_false(end: ProposedEnd) -> bool:
    """Tell whether the sentence goes on behind a proposed end."""
    return any(rule(end) for rule in _RULES)


_NO_WORDS = re.compile(r"[\W_]*\(?(?:\d{1,3}|[^\W\d_]|[ivx]{1,4})[.)]|[\W_]*")


def _nothing_but_a_marker(end: ProposedEnd) -> bool:
    return end.is_whole_sentence and _NO_WORDS.fullmatch(end.left) is not None


_SMALL_START = re.compile(r"[^\w\s]*\s*(\w)")
# Arabic names are printed with a small article.
_SMALL_NAME = re.compile(r"(?:al|el|ad|ash|as|an|ar|at|az|ul)[-‑]['’]?[A-Z]")


def _goes_on_small(end: ProposedEnd) -> bool:
    if end.right[0] in ",;:)]":
        return True
    first = _SMALL_START.match(end.right)
    if first is None or not first.group(1).islower() or not end.has_capitals:
        return False
    return _SMALL_NAME.match(end.right) is None


# "l’art.", "dell’on."
_ELISION = re.compile(r"^[^\W\d_]{1,5}[’']")


def _last_word(end: ProposedEnd) -> tuple[str, str]:
    """Return the last word without its full stop, and the word before it; both empty where there is none."""
    words = ["", "", *end.left.rsplit(maxsplit=2)[-2:]]
    if not words[-1].endswith("."):
        return "", ""
    return _ELISION.sub("", words[-1][:-1].lstrip("([{—–-*•")), words[-2]


def _behind_an_abbreviation(end: ProposedEnd) -> bool:
    word, before = _last_word(end)
    if end.right[0].isdigit():
        return opens_a_number(word, end.language) or opens_a_name(word, end.language)
    # Behind a number it is a unit: "10 m."
    return end.right[0].isalpha() and not before[-1:].isdigit() and opens_a_name(word, end.language)


_INITIALS = re.compile(r"[^\W\d_](?:\.?-[^\W\d_])*")


def _behind_an_initial(end: ProposedEnd) -> bool:
    word, before = _last_word(end)
    if not _INITIALS.fullmatch(word) or not word.isupper() or not end.right[0].isupper():
        return False
    return not before or before.endswith(".") or before.lstrip("([")[:1].isupper()


_ORDINAL = re.compile(r"(?<![\w.,:])\d{1,2}\.$")
_GERMAN_STARTS = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|ein(?:e|en|em|er)?|e[rs]|sie|wir|ihr|ich|man|a[mn]|im|in|zu|bei|nach|auch|auf|aus"
    r"|als|aber|und|oder|doch|für|mit|von|vor|um|unter|über|laut|dies(?:e|er|es)?|damit|dabei|dazu|danach|zudem"
    r"|seit|während|wenn|wie|ob|so|nun|nur|noch|beide)\b",
    re.IGNORECASE,
)


def _behind_a_german_ordinal(end: ProposedEnd) -> bool:
    if end.language != "de" or not _ORDINAL.search(end.left):
        return False
    return end.right[0].isalpha() and _GERMAN_STARTS.match(end.right) is None


_IN_PARENTHESES = re.compile(r"\(?(\S*)\.\)$")


def _behind_an_aside(end: ProposedEnd) -> bool:
    """An abbreviation in parentheses: "(Keld Corp.)", "(R-Holm.)"; a sentence in them, and "(he is.)", may end."""
    found = _IN_PARENTHESES.search(end.left)
    if found is None or (end.is_whole_sentence and end.left.startswith("(")):
        return False
    return not (found.group(1).isalpha() and found.group(1).islower())


_TAIL = re.compile(r"([^\W\d_]+|\d+|[)%])[.!?…]+$")
# Top-level domains that are no word at the start of a sentence.
_DOMAIN = re.compile(r"(?:Ru|Com|Net|Org|Info|Ua|Uk|Eu|Fr|Pl|Kz|Ge|Tv|Io|Rs|Hu|Cz|Ir|Cn|Jp|Gov|Edu)\b")


def _within_a_token(end: ProposedEnd) -> bool:
    """No white space: an address or a number, unless a whole word ends and a capitalised one begins."""
    if any(map(str.isspace, end.gap)) or end.left[-1] not in ".!?…" or _is_caseless(end.right[0]):
        return False
    token = end.left.split()[-1] + end.right.split()[0]
    if re.search(r"://|www\.|@|/", token):
        return True
    tail = _TAIL.search(end.left)
    if tail is None or not end.right[0].isupper():
        return end.right[0] not in "(—–"
    word = tail.group(1)
    if _DOMAIN.match(end.right) and word[0].isupper():
        return True
    # A quotation mark between them makes it sure.
    several = len(word) > 1
    whole = not word.isalpha() or (several and (word[-2:].islower() or word.isupper()))
    return not end.gap and not (whole and end.right[1:2].islower())


def _is_caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


_CLOCK = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_ZONE_OR_DAY = re.compile(
    r"(?:[A-Z][\w.]*\s){0,3}time\b|(?:[A-Z]{1,3}T|GMT|UTC)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


def _behind_the_hour(end: ProposedEnd) -> bool:
    return _CLOCK.search(end.left) is not None and _ZONE_OR_DAY.match(end.right) is not None


_ENGLISH_SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,5}(?:said|says|asked|asks|told|added|replied|wrote|tweeted|shouted|warned|wondered)\b"
)
_CHINESE_SPEAKER = re.compile(
    r"[^。！？，：“”「」]{0,12}?(?:说|說|表示|称|稱|问|問|道|指出|强调|強調|回答|回应|回應|补充|補充|写道|寫道)(?:[。！？]|$)"
)
_JAPANESE_SPEAKER = re.compile(r"(?:と|って|など|との|という)")


def _before_its_speaker(end: ProposedEnd) -> bool:
    """A quotation ended, and its speaker follows in the same sentence."""
    if not end.gap.strip():
        return False
    if end.language == "ko":
        return not any(map(str.isspace, end.gap)) and end.right[0].isalpha()
    if end.language == "zh":
        return _CHINESE_SPEAKER.match(end.right) is not None
    if end.language == "ja":
        return _JAPANESE_SPEAKER.match(end.right) is not None
    if end.language in ("en", None):
        return end.left[-1] in "?!" and _ENGLISH_SPEAKER.match(end.right) is not None
    return False


_CYRILLIC_YEAR = re.compile(r"\b\d{4}\s(?:гг?|рр?)\.$")
# "2 июня 2025 г. Берг сказал" begins a sentence; at the end of a longer one a new one begins.
_FEWEST_BEFORE_A_YEAR = 30


def _behind_a_year_at_the_start(end: ProposedEnd) -> bool:
    at_the_start = end.is_whole_sentence and len(end.left) < _FEWEST_BEFORE_A_YEAR
    return at_the_start and _CYRILLIC_YEAR.search(end.left) is not None


_RULES: tuple[Callable[[ProposedEnd], bool], ...] = (
    _nothing_but_a_marker,
    _goes_on_small,
    _behind_an_abbreviation,
    _behind_an_initial,
    _behind_a_german_ordinal,
    _behind_an_aside,
    _within_a_token,
    _behind_the_hour,
    _before_its_speaker,
    _behind_a_year_at_the_start,
)
