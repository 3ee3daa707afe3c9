"""Altered quotes, made by rule from real sentences: each says something else than its source.

Seeded: the same passages give the same alterations. One whose words happen to stand in its passage after all is
thrown away, but for a cut, whose words do stand there: what it lost is what makes it false.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.passages import Passage
from benchmarks.typography import plain
from benchmarks.word_lists import WORD_LISTS, Rule, WordLists, words

FEWEST_WORDS = 6
FEWEST_WORDS_OF_A_CUT = 4
FEWEST_CHARACTERS = 12
"""Of a sentence in a script without spaces; half of it for a cut."""
LONGEST_SOURCE = 400

_LETTER = r"[^\W\u4e00-\u9fff]"
"""Of a word that a number may be part of; Chinese signs stand beside numbers without a space."""
_NUMBER = re.compile(rf"(?<![.,:])(?<!{_LETTER})\d+(?:[.,]\d+)*(?!{_LETTER}|:)")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_CLAUSE_END = re.compile(r"[,.;:!?()\[\]«»“”„\"—–，。；：！？、،؛؟\n]| - ")


@dataclass(frozen=True)
class Alteration:
    """A quote that its passage does not hold, or that the passage holds only with what was cut off."""

    kind: str
    language: str
    source: str
    """The sentence it was made from; two, joined by a slash, where it is stitched."""
    words: str
    text: str
    """The passage."""


@dataclass(frozen=True)
class _Source:
    """A sentence to alter."""

    text: str
    at: int
    """Its place among the sentences of its passage."""
    passage: Passage
    lists: WordLists
    random: random.Random


def alterations(passages: Sequence[Passage], per_kind: int) -> list[Alteration]:
    """Make up to `per_kind` alterations of each kind from passages of one language."""
    made: list[Alteration] = []
    for kind, alter in KINDS.items():
        of_kind: dict[str, Alteration] = {}
        for source in _sources(passages, kind):
            if len(of_kind) == per_kind:
                break
            altered = alter(source)
            if altered is not None and _is_altered(altered, source, kind):
                of_kind[altered] = Alteration(kind, source.passage.language, source.text, altered, source.passage.text)
        made += of_kind.values()
    return made


def _sources(passages: Sequence[Passage], kind: str) -> Iterator[_Source]:
    """Yield the sentences, first one of each passage, then the next, so that no text gives most of them."""
    for turn in range(max((len(p.sentences) for p in passages), default=0)):
        for number, passage in enumerate(passages):
            if turn < len(passage.sentences):
                seeded = random.Random(f"{kind} {passage.language} {number} {turn}")
                order = random.Random(f"{passage.language} {number}").sample(
                    range(len(passage.sentences)), len(passage.sentences)
                )
                lists = WORD_LISTS[passage.language]
                source = _Source(passage.sentences[order[turn]].text, order[turn], passage, lists, seeded)
                if len(source.text) <= LONGEST_SOURCE and long_enough(source.text, lists):
                    yield source


def long_enough(text: str, lists: WordLists) -> bool:
    """Whether a stretch is a sentence rather than a heading or a name."""
    return len(text.split()) >= FEWEST_WORDS if lists.spaced else len(text) >= FEWEST_CHARACTERS


def _is_altered(altered: str, source: _Source, kind: str) -> bool:
    needle, haystack = plain(altered), plain(source.passage.text)
    if kind == "cut":
        return haystack.count(needle) == 1
    return needle != plain(source.text) and needle not in haystack


def _apply(rules: Sequence[Rule], source: _Source) -> str | None:
    """Apply one of the rules that match, at one of its places."""
    places = [(match, new) for old, new in rules for match in re.finditer(old, source.text)]
    if not places:
        return None
    match, new = source.random.choice(places)
    return _capital_kept(source.text, source.text[: match.start()] + match.expand(new) + source.text[match.end() :])


def _capital_kept(source: str, altered: str) -> str:
    return altered[:1].upper() + altered[1:] if source[:1].isupper() else altered


def _add_negation(source: _Source) -> str | None:
    return _apply(source.lists.negated, source)


def _drop_negation(source: _Source) -> str | None:
    return _apply(source.lists.affirmed, source)


def _change_modality(source: _Source) -> str | None:
    return _apply(source.lists.modality, source)


def _change_number(source: _Source) -> str | None:
    """Change a digit, turn two round, add or drop one; or say another number word. Dates are left alone."""
    dates = [span for match in _dates(source) if (span := match.span())]
    digits = [m for m in _NUMBER.finditer(source.text) if not any(s <= m.start() < e for s, e in dates)]
    spelt = list(_number_words(source.lists).finditer(source.text))
    if not digits and not spelt:
        return None
    match = source.random.choice(digits + spelt)
    old = match.group()
    if match in spelt:
        new = source.random.choice([word for word in source.lists.numbers if word != old.lower()])
    else:
        new = source.random.choice(sorted(_other_numbers(old)))
    return source.text[: match.start()] + new + source.text[match.end() :]


def _number_words(lists: WordLists) -> re.Pattern[str]:
    if not lists.spaced:
        return re.compile(f"(?:{'|'.join(lists.numbers)})(?=[个名国项年天次位])")
    return words("|".join(lists.numbers))


def _other_numbers(number: str) -> set[str]:
    digits = [at for at, c in enumerate(number) if c.isdigit()]
    last, tens = digits[-1], digits[-2:]
    other = {number[:last] + str((int(number[last]) + step) % 10) + number[last + 1 :] for step in (1, 4, 7)}
    if len(tens) == 2 and tens[1] - tens[0] == 1:
        other.add(number[: tens[0]] + number[tens[1]] + number[tens[0]] + number[tens[1] + 1 :])
    if number.isdigit():
        other.add(number + "0")
        other |= {number[:-1]} if len(number) > 1 else set()
    return other - {number}


def _dates(source: _Source) -> Iterator[re.Match[str]]:
    """Yield years, days beside a month, and for Chinese the day or month itself."""
    yield from _YEAR.finditer(source.text)
    if not source.lists.spaced:
        yield from re.finditer(r"\d{1,2}(?=[月日])", source.text)
        return
    months = "|".join(source.lists.months)
    yield from re.finditer(rf"(?<!\d)\d{{1,2}}(?=\.? (?:de )?(?:{months})(?!\w))", source.text)
    yield from re.finditer(rf"(?<!\w)(?:{months}) \d{{1,2}}(?!\d)", source.text)


def _change_date(source: _Source) -> str | None:
    """Name another month, weekday, year or day of the month."""
    changes: list[tuple[int, int, str]] = []
    for listed in (source.lists.months, source.lists.weekdays):
        for match in words("|".join(listed) or "(?!)", capital=True).finditer(source.text):
            other = source.random.choice([word for word in listed if word != match.group()])
            changes.append((*match.span(), other))
    for match in _dates(source):
        old = re.findall(r"\d+", match.group())[-1]
        new = str(int(old) + source.random.choice((1, 2, 3)) if len(old) == 4 else int(old) % 28 + 1)
        changes.append((*match.span(), match.group().removesuffix(old) + new))
    if not changes:
        return None
    start, end, new = source.random.choice(changes)
    return source.text[:start] + new + source.text[end:]


def _swap_name(source: _Source) -> str | None:
    """Put another name of the same passage in the place of a name."""
    spans = list(_names(source.text, source.passage, source.lists))
    others = sorted(
        {s.text[b:e] for s in source.passage.sentences for b, e in _names(s.text, source.passage, source.lists)}
    )
    if not spans:
        return None
    start, end = source.random.choice(spans)
    old = source.text[start:end]
    apart = [name for name in others if not set(plain(name).split()) & set(plain(old).split())]
    if not apart:
        return None
    return source.text[:start] + source.random.choice(apart) + source.text[end:]


def _names(text: str, passage: Passage, lists: WordLists) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words that do not begin a sentence; or the names given with the passage."""
    if passage.names:
        yield from (m.span() for m in re.finditer("|".join(map(re.escape, passage.names)), text))
        return
    calendar = {*lists.months, *lists.weekdays}
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        joined = bool(run) and text[run[-1].end() : match.start()] == " "
        opens = not re.search(r"[\w,;’')] $", text[: match.start()])
        named = match.group()[0].isupper() and len(match.group()) > 2 and match.group() not in calendar
        if run and not (named and joined):
            yield run[0].start(), run[-1].end()
            run = []
        if named and ((joined and run) or not opens):
            run.append(match)
    if run:
        yield run[0].start(), run[-1].end()


def _swap_words(source: _Source) -> str | None:
    """Let two words of four letters or more change places; two pairs of characters where there are no words."""
    pattern = _WORD if source.lists.spaced else _HAN
    long = [m for m in pattern.finditer(source.text) if len(m.group()) >= (4 if source.lists.spaced else 2)]
    pairs = [(a, b) for at, a in enumerate(long) for b in long[at + 1 : at + 6] if plain(a.group()) != plain(b.group())]
    if not pairs:
        return None
    one, other = source.random.choice(pairs)
    text = source.text
    return text[: one.start()] + other.group() + text[one.end() : other.start()] + one.group() + text[other.end() :]


def _stitch(source: _Source) -> str | None:
    """Join the beginning of the sentence and the end of another one; every fourth with an ellipsis at the seam."""
    others = [
        sentence.text
        for at, sentence in enumerate(source.passage.sentences)
        if at != source.at and len(sentence.text) <= LONGEST_SOURCE and long_enough(sentence.text, source.lists)
    ]
    if not others:
        return None
    other = source.random.choice(others)
    seam = source.random.choice((" ", " ", " ", " … ")) if source.lists.spaced else source.random.choice(("", "，"))
    return _half(source.text, source.lists, 0) + seam + _half(other, source.lists, 1)


def _half(text: str, lists: WordLists, which: int) -> str:
    if not lists.spaced:
        return text[len(text) // 2 :] if which else text[: len(text) // 2]
    parts = text.split(" ")
    return " ".join(parts[len(parts) // 2 :] if which else parts[: len(parts) // 2])


def _cut(source: _Source) -> str | None:
    """Begin right behind a negation or modal of the same clause, or end right before one that stands behind."""
    text = source.text
    found: list[str] = []
    for match in _operators(source.lists).finditer(text):
        rest = text[match.end() :]
        if (rest[:1] == " " and rest[1:2].isalnum()) or (not source.lists.spaced and rest[:1].isalnum()):
            # Up to the end of the clause or of the sentence.
            mark = _CLAUSE_END.search(rest)
            found += [rest[: mark.start()] if mark else rest, rest]
    for match in words(source.lists.trailing).finditer(text):
        marks = [m.end() for m in _CLAUSE_END.finditer(text, 0, match.start())]
        found.append(text[max(marks, default=0) : match.start()])
    fit = [stretch.strip() for stretch in found if _fit_for_a_cut(stretch.strip(), source)]
    return source.random.choice(fit) if fit else None


def _fit_for_a_cut(stretch: str, source: _Source) -> bool:
    if source.lists.spaced:
        return len(stretch.split()) >= FEWEST_WORDS_OF_A_CUT
    return len(stretch) >= FEWEST_CHARACTERS // 2


def _operators(lists: WordLists) -> re.Pattern[str]:
    """The operators in lower case: a capital may make a month or a name of one."""
    return words(lists.operators, capital=True) if lists.spaced else re.compile(lists.operators)


def holds_operator(text: str, language: str) -> bool:
    """Whether a stretch holds a negation or modal of the lists, in any case of its letters."""
    lists = WORD_LISTS[language]
    listed = f"{lists.operators}|{lists.trailing}"
    return (words(listed) if lists.spaced else re.compile(listed)).search(text) is not None


KINDS: dict[str, Callable[[_Source], str | None]] = {
    "negation added": _add_negation,
    "negation dropped": _drop_negation,
    "number": _change_number,
    "date": _change_date,
    "name": _swap_name,
    "modality": _change_modality,
    "word order": _swap_words,
    "stitched": _stitch,
    "cut": _cut,
}
