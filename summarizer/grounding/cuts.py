"""Whether a verbatim stretch leaves something out that changes it: half a word, half a number, a lost "not".

"Sign the treaty" stands in "Rau will not sign the treaty", and says the opposite.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from summarizer.grounding.figures import figures
from summarizer.grounding.folding import Span
from summarizer.language import rules_for
from summarizer.language.operators import operators_of
from summarizer.language.rules import LanguageRules

REACH = 250
"""Characters on each side in which the clause of a stretch is looked for, at most."""

SIGHT = 20
"""Characters behind an operator that may tell what it is."""

COMMA_PARTS_CLAUSES = frozenset({"de", "ru", "uk"})
"""Languages in which a comma stands before each subordinate clause: without one, "bis" is a preposition."""

_CLAUSE_MARK = re.compile(r"[.!?;:,()\[\]“”„\"«»…—–\n。！？；：，、「」『』،؛؟]|\s-\s")
_INSIDE_NUMBER = re.compile(r"[.,:]")
_WHOLE_NUMBER = re.compile(
    r"(?<![\w)])[-−]\d+|(?<![\w/])\d+(?:/\d+)+|(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
)
"""Below zero, fractions and dates with strokes, thousands parted by spaces."""
_JOINERS = "-‐‑'’ʼ"
_OPENING = '“„«"「『'
_CLOSING = '”“»"」』'
_PARTIAL_QUOTATION = re.compile(
    rf"(?<![^\W_])[{_OPENING}]\s?[^\s{_OPENING}{_CLOSING}](?:[^{_OPENING}{_CLOSING}\n]{{0,40}}[^\s{_OPENING}{_CLOSING}.,!?])?"
    rf"\s?[{_CLOSING}](?=\s?([^\W\d_]))"
)
"""A few quoted words inside of a clause that goes on behind them."""
_INSERT = re.compile(r"\s*(?:,[^,()–—.;:!?\n]{1,60},|\([^()\n]{1,60}\)|[–—][^–—.;:!?\n]{1,60}[–—])")
"""What parts an operator from its verb: "will not, he said, sign"."""


def what_is_cut(text: str, span: Span, language: str | None) -> str | None:
    """What a stretch of a text has lost at its ends, in plain words; `None` where it has lost nothing that counts.

    A negation or a modal verb counts where it stands in the same clause, outside of the stretch: up to the next
    mark or conjunction. A quotation that fills its quotation marks has lost nothing.
    """
    start, end = span
    rules = rules_for(language)
    if _joined(text, start, rules) or _joined(text, end, None):
        return "cut inside a word"
    return _cut_number(text, span, rules) or _lost_operator(text, span, language, rules)


def _joined(text: str, at: int, rules: LanguageRules | None) -> bool:
    """Whether a word or number runs on across an offset by a hyphen, an apostrophe, a mark or a decimal point."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if unicodedata.combining(right):
        return True
    if right in _JOINERS and left.isalnum():
        return at + 1 < len(text) and text[at + 1].isalnum()
    if left in _JOINERS and right.isalnum() and at > 1 and text[at - 2].isalnum():
        word = re.search(r"\w+$", text[max(0, at - 20) : at - 1])
        # "l’accord": the article goes without loss.
        return not (rules and word and rules.pattern(rules.elided).fullmatch(word.group()))
    return False


def _cut_number(text: str, span: Span, rules: LanguageRules | None) -> str | None:
    """ "12" of "12 per cent", "5" of "5 million", "5" of "−5"."""
    for edge in span:
        begin = max(0, edge - 40)
        around = text[begin : edge + 40]
        numbers = [(f.start, f.end) for f in figures(around, rules)]
        for start, end in [*numbers, *(m.span() for m in _WHOLE_NUMBER.finditer(around))]:
            start, end = begin + start, begin + end
            if start < edge < end and text[start:edge].strip() and text[edge:end].strip():
                outside = text[start:edge] if edge == span[0] else text[edge:end]
                return f"“{outside.strip()}” cut off from the number"
    return None


def _lost_operator(text: str, span: Span, language: str | None, rules: LanguageRules | None) -> str | None:
    operators = operators_of(language)
    start, end = span
    if operators is None or _fills_quotation(text, span):
        return None
    # Looked for beyond the edges, for the words behind some operators tell what they are.
    farthest = min(len(text), end + REACH + SIGHT)
    found = list(operators.any.finditer(text, max(0, start - REACH), farthest))
    openers = None if rules is None or language in COMMA_PARTS_CLAUSES else rules.pattern(rules.clause_openers)
    before, behind = _clause_before(text, start, openers, found), _clause_behind(text, end, openers)
    for match in found:
        if before <= match.start() < match.end() <= start or end <= match.start() < behind:
            return f"“{match.group()}” left out"
    return None


def _fills_quotation(text: str, span: Span) -> bool:
    start, end = span
    outside = text[start - 1 : start] in tuple(_OPENING) and text[end : end + 1] in tuple(_CLOSING)
    return outside or (text[start] in _OPENING and text[end - 1] in _CLOSING)


def _clause_before(text: str, start: int, opener: re.Pattern[str] | None, operators: Sequence[re.Match[str]]) -> int:
    """Where the clause of a stretch begins: behind the last mark, or at the last conjunction, before it."""
    begin = max(0, start - REACH)
    passed = [*_partial_quotations(text, begin, start + REACH), *_inserts(text, start, operators)]
    at_start = _CLAUSE_MARK.match(text, start)
    if at_start is not None and _parts(text, at_start, passed):
        return start
    marks = [m.end() for m in _CLAUSE_MARK.finditer(text, begin, start) if _parts(text, m, passed)]
    openers = [m.end() for m in opener.finditer(text, begin, start)] if opener else []
    # "que" of "tiene que" opens no clause.
    openers = [at for at in openers if not any(m.start() < at <= m.end() for m in operators)]
    # What stands between a conjunction and the stretch is of its clause; the conjunction itself is not.
    return max([begin, *marks, *openers])


def _clause_behind(text: str, end: int, opener: re.Pattern[str] | None) -> int:
    stop = min(len(text), end + REACH)
    if end and _CLAUSE_MARK.match(text, end - 1) and not text[end - 1].isspace():
        return end
    passed = _partial_quotations(text, max(0, end - REACH), stop)
    mark = next((m.start() for m in _CLAUSE_MARK.finditer(text, end, stop) if _parts(text, m, passed)), stop)
    opened = opener.search(text, end, stop) if opener else None
    return min(mark, opened.start() if opened else stop)


def _parts(text: str, mark: re.Match[str], passed: Sequence[Span]) -> bool:
    """Whether a mark parts two clauses."""
    return not _in_number(text, mark) and not any(start <= mark.start() < end for start, end in passed)


def _partial_quotations(text: str, begin: int, stop: int) -> list[Span]:
    return [m.span() for m in _PARTIAL_QUOTATION.finditer(text, begin, stop) if not m.group(1).isupper()]


def _inserts(text: str, start: int, operators: Sequence[re.Match[str]]) -> list[Span]:
    """The inserts right behind an operator, that a stretch begins with or follows. "No", alone, is an answer."""
    found = []
    for operator in operators:
        insert = _INSERT.match(text, operator.end())
        if insert is not None and (start >= insert.end() or not text[operator.end() : start].strip()):
            before = text[max(0, start - REACH) : operator.start()].rstrip()
            if before and not _CLAUSE_MARK.match(before[-1]):
                found.append(insert.span())
    return found


def _in_number(text: str, match: re.Match[str]) -> bool:
    """Whether a mark is a decimal point or the colon of an hour."""
    if not _INSIDE_NUMBER.fullmatch(match.group()):
        return False
    return text[match.start() - 1 : match.start()].isdigit() and text[match.end() : match.end() + 1].isdigit()
