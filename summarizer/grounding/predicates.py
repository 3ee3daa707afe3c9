"""What a sentence's main verb tells of a meeting: that it was called off, that it has begun.

A plan is often told beside it, in a participle or a relative clause ("the meeting planned for Monday was called
off"), and must not outweigh it; nor does a verb of a subordinate clause ("after a meeting was called off").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.grounding.scene import Scene
from summarizer.grounding.spans import Span
from summarizer.language.operators import operators_of
from summarizer.language.places import talks_in
from summarizer.language.plans import PlanWords, plan_words
from summarizer.language.rules import LanguageRules
from summarizer.language.statuses import meeting_statuses
from summarizer.sentences import Sentence

REACH = 14
"""Words between a meeting and its verb, at most, what is told in between of its plan left out."""
OBJECT_REACH = 6
"""Words between a verb and the meeting that is its object, at most."""


def is_called_off(sentence: Sentence, scene: Scene, start: str | None = None) -> bool:
    """Whether the main verb tells that a meeting was called off: the one of this start, where the sentence has it."""
    words, rules = plan_words(scene.article.language), scene.rules
    if words is None or rules is None or _is_open(sentence, scene):
        return False
    text = without_plans(sentence.text, words, rules)
    begins = [*_of_subject(text, words.off_pattern, rules), *_of_object(text, words, rules)]
    quotes = scene.readings.quoted(sentence.text)
    dated = [m.start for m in scene.dates[sentence.number] if start is not None and m.value == start]
    return any(
        not any(s < begin < e for s, e in quotes) and (not dated or any(at >= begin for at in dated))
        for begin in begins
    )


def has_begun(sentence: Sentence, scene: Scene) -> bool:
    """Whether the main verb tells that a meeting has begun, and none that it was put off then."""
    words, rules = plan_words(scene.article.language), scene.rules
    if words is None or rules is None or _is_open(sentence, scene):
        return False
    text = without_plans(sentence.text, words, rules)
    statuses = meeting_statuses(scene.article.language)
    if any(pattern.search(text) for name, pattern in statuses.items() if name in ("postponed", "cancelled")):
        return False
    return any(True for _ in _of_subject(text, words.begun_pattern, rules))


def without_plans(text: str, words: PlanWords, rules: LanguageRules) -> str:
    """The text with blanks for participles and relative clauses that tell of a meeting's plan, offsets kept."""
    verb = f"{rules.auxiliary_verbs}|{words.off}|{words.calls_off}|{words.begun}"
    relative = rf"(?:{rules.relatives})\s[^,;]{{0,80}}?(?<!\w)"
    plan = rf"(?:{words.planned})(?!\w)"
    forms = (
        rf",\s+(?:{relative})?{plan}[^;]*?,(?=\s+(?:{verb})(?!\w))",
        rf"(?<!\w)(?:{relative})?{plan}[^,;]*?(?=\s(?:{verb})(?!\w))",
    )
    for form in forms:
        text = re.sub(form, lambda match: _blank(match, words, rules), text, flags=re.IGNORECASE)
    return text


def _blank(match: re.Match[str], words: PlanWords, rules: LanguageRules) -> str:
    """Blanks for what tells of a plan; the words as they are where they hold a meeting or a main verb."""
    ahead, told = match.string[: match.start()], match.group()
    is_verb = re.search(rf"(?<!\w)(?:{rules.auxiliary_verbs})\s+$", ahead, re.IGNORECASE) is not None
    kept = is_verb or not any(True for _ in talks_in(ahead, rules)) or any(True for _ in talks_in(told, rules))
    off = words.off_pattern.search(told) or words.calls_off_pattern.search(told)
    return told if kept or off else " " * len(told)


def _is_open(sentence: Sentence, scene: Scene) -> bool:
    """Whether a word of the sentence makes what it tells possible or a condition only."""
    operators = operators_of(scene.article.language)
    if operators is None:
        return True
    return (
        operators.opening.search(sentence.text) is not None or operators.conditional.search(sentence.text) is not None
    )


def _of_subject(text: str, verb: re.Pattern[str], rules: LanguageRules) -> Iterator[int]:
    """Where the clause begins whose subject is a meeting, and whose verb this is."""
    for match in verb.finditer(text):
        ahead = [span for span in talks_in(text, rules) if span[1] <= match.start()]
        if ahead and _is_plain(text[ahead[-1][1] : match.start()], rules):
            begin = _clause_begin(text, ahead[-1])
            if not _is_subordinate(text[begin : ahead[-1][0]], rules) and not _is_negated(text, match, rules):
                yield begin


def _of_object(text: str, words: PlanWords, rules: LanguageRules) -> Iterator[int]:
    """Where the clause begins whose verb calls something off, and whose object is a meeting."""
    held = rules.pattern(rules.articles, rules.possessives, rules.passive)
    for match in words.calls_off_pattern.finditer(text):
        before = text[: match.start()].split()[-1:]
        if before and held.fullmatch(before[0]):
            # "The cancelled meeting", "was cancelled".
            continue
        behind = [span for span in talks_in(text, rules) if span[0] >= match.end()][:1]
        between = text[match.end() : behind[0][0]] if behind else ""
        if behind and _is_object(between, words, rules):
            begin = _clause_begin(text, match.span())
            if not _is_subordinate(text[begin : match.start()], rules) and not _is_negated(text, match, rules):
                yield begin


def _is_object(between: str, words: PlanWords, rules: LanguageRules) -> bool:
    """Whether a verb governs a meeting: "cancelled the planned talks", not "cancelled plans to attend the talks"."""
    planned = rules.pattern(words.planned).search(between)
    apart = rules.pattern(rules.infinitive, *(() if planned else (rules.prepositions,))).search(between)
    return len(between.split()) <= OBJECT_REACH and not re.search(r"[,;.!?]|:\s", between) and apart is None


def _is_plain(between: str, rules: LanguageRules) -> bool:
    """Whether no other clause and no other verb stands between a meeting and its verb."""
    between = re.sub(r",[^,;]{1,80},", " ", between)
    other = rules.pattern(rules.clause_openers, rules.finite_verbs, rules.auxiliary_verbs)
    return (
        len(between.split()) <= REACH
        and not re.search(r"[,;.!?]\s|:\s", between)
        and not other.search(between)
        and not rules.any_reporting.search(between)
    )


def _clause_begin(text: str, head: Span) -> int:
    marks = [m.end() for m in re.finditer(r"[,;.!?]\s|:\s", text[: head[0]])]
    return marks[-1] if marks else 0


def _is_subordinate(before: str, rules: LanguageRules) -> bool:
    """Whether a clause begins with what puts it under another; what opens only what was said does not."""
    openers = [m.group() for m in rules.pattern(rules.clause_openers, rules.relatives).finditer(before)]
    said = rules.pattern(rules.complementizers, rules.articles, rules.definite)
    return any(said.fullmatch(opener) is None for opener in openers)


def _is_negated(text: str, verb: re.Match[str], rules: LanguageRules) -> bool:
    """Whether a negation stands right before a verb or in it."""
    near = " ".join(text[: verb.start()].split()[-2:])
    return rules.pattern(rules.negators).search(f"{near} {verb.group()}") is not None
