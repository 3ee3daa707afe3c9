"""The negotiation itself: its sides, who mediates, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.briefing import Talks
from summarizer.draft import DraftTalks
from summarizer.grounding.folding import fold, is_any_unspaced
from summarizer.grounding.mediators import deeds_of, mediates, tells_of_mediating
from summarizer.grounding.name_comparison import same_name
from summarizer.grounding.names import Mention
from summarizer.grounding.opposing_sides import opposing_sides
from summarizer.grounding.parties import party_of
from summarizer.grounding.prose import checked_text, judge_prose
from summarizer.grounding.quotes import locate
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.statuses import statuses_told
from summarizer.language.sides import is_everybody
from summarizer.sentences import Sentence
from summarizer.vocabulary import TalksStatus

LONGEST_NAME = 80
"""Characters of a side's name, at most."""
LONGEST_UNSPACED = 24
"""The same in scripts without spaces between words."""
FEWEST_SIDES = 2
"""Sides that talks have at least."""
WORDS_TO_BROKERING = 2
"""Words between who mediates and the verb that says so, at most ("helped to")."""
WORDS_TO_MEDIATING = 4
"""The same in a clause of their own (", which between the two sides mediates")."""
BEGINNING = 5
"""Letters of a word by which sentences are looked for that hold the subject."""
LIKELY = 20
"""Sentences that are looked at for it, at most."""
EVIDENCE_FOR_TALKS = 3
"""Sentences that are cited for the talks where the draft cites none: the first that name the sides."""


def ground_talks(draft: DraftTalks | None, scene: Scene, refusals: Refusals) -> Talks:
    """The talks with the sides that the article names; an empty entry where the draft has none."""
    if draft is None:
        return Talks()
    sentences = scene.article.sentences
    named = _standing("/talks/parties", draft.parties, scene, refusals)
    told = opposing_sides(scene, named)
    mediating = _mediating(scene)
    brokers = _brokers([*named, *(side for side, _ in told)], mediating)
    parties = [side for side in (*named, *(side for side, _ in told)) if side not in brokers]
    mediators = _mediators([*draft.mediators, *brokers], parties, scene, refusals)
    mediators += [
        name for name in dict.fromkeys(m.name for m in mediating) if not party_of(name, [*parties, *mediators])
    ]
    cited = scene.real(draft.sentences) or _naming(parties, sentences)
    status, telling = _status(draft.status, cited, scene, refusals)
    evidence = [*cited, *telling, *_telling(parties, mediators, cited, scene)]
    evidence += [sentence for side, sentence in told if side in parties and sentence not in evidence]
    if draft.subject and not draft.sentences:
        evidence += _holding(draft.subject, evidence, scene)
    return Talks(
        subject=checked_text("/talks/subject", draft.subject, evidence or sentences, scene, refusals),
        parties=parties,
        mediators=mediators,
        status=status,
        evidence=evidence_of(evidence),
    )


def _brokers(parties: Sequence[str], mediating: Sequence[Mention]) -> list[str]:
    """Those of the sides that only mediate; none where fewer than two sides would remain."""
    found = [party for party in parties if any(party_of(mention.name, [party]) for mention in mediating)]
    return found if len(parties) - len(found) >= FEWEST_SIDES else []


def _mediating(scene: Scene) -> list[Mention]:
    """The names that a verb of mediating has as its subject."""
    rules = scene.rules
    if rules is None:
        return []
    articles = rules.pattern(rules.articles)
    verbs, relatives = rules.pattern(rules.mediation), rules.pattern(rules.relatives, rules.clause_openers)
    found = []
    for sentence in scene.article.sentences:
        for verb in verbs.finditer(sentence.text):
            named = [m for m in scene.mentions(sentence) if m.end <= verb.start()]
            found += [m for m in named[-1:] if not rules.noun_capitals and _is_its_verb(m, verb, sentence, articles)]
            found += [m for m in named if _mediates(sentence.text[m.end : verb.start()], relatives)]
    return found


def _is_its_verb(mention: Mention, verb: re.Match[str], sentence: Sentence, articles: re.Pattern[str]) -> bool:
    """ "Ruritania helped to broker the truce": the verb is the name's own; "is the mediator" is a claim."""
    between = sentence.text[mention.end : verb.start()]
    return (
        not articles.search(between)
        and len(between.split()) <= WORDS_TO_BROKERING
        and not any(mark in between for mark in ",;:’'")
    )


def _mediates(between: str, relatives: re.Pattern[str]) -> bool:
    """ "Ruritania, which mediates": a clause of the name's own, and the verb soon in it."""
    comma = re.match(r"\s*,\s*", between)
    opened = relatives.match(between, comma.end()) if comma is not None else None
    own = between[opened.end() :] if opened is not None else between
    return opened is not None and len(own.split()) <= WORDS_TO_MEDIATING and not re.search(r"[,;:’']", own)


def _standing(path: str, names: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """The names that stand in the article, each once, in the article's own spelling."""
    kept: list[str] = []
    for at, name in enumerate(names):
        found = scene.stands_in(name, scene.article.sentences) or _inflected(name, scene)
        if found is not None and is_everybody(name, scene.article.language):
            refusals.absent(f"{path}/{at}", name, "These words name no side.")
            continue
        if found is not None and _is_no_name(name):
            refusals.absent(f"{path}/{at}", name, "These words are more than a name.")
            continue
        if found is not None and _is_part_only(name, scene):
            reason = "It stands in the article only as a part of another name."
            refusals.absent(f"{path}/{at}", name, reason)
            continue
        if found is None:
            reason = "The article does not hold this name."
            refusals.not_located(f"{path}/{at}", name, scene.article.sentences, reason)
            continue
        words = found[0].text[slice(*found[1])]
        if scene.rules is not None and scene.rules.countries_with_article:
            words = scene.without_article(words)
        if words.isupper() and any(name in s.text for s in scene.article.sentences):
            # Not as a dateline or a headline has it.
            words = name
        if party_of(words, kept) is None:
            kept.append(words)
    return kept


def _is_part_only(name: str, scene: Scene) -> bool:
    """Whether every place of a name lies in a longer name: "Lavia" where only "Lavia Radio" is told of."""
    inside = False
    for sentence in scene.article.sentences:
        for start, end in locate(name, sentence.text):
            longer = [m for m in scene.mentions(sentence) if m.start <= start and end <= m.end]
            if not any(m.end - m.start > end - start and m.start == start for m in longer):
                return False
            inside = True
    return inside


def _holding(subject: str, cited: Sequence[Sentence], scene: Scene) -> list[Sentence]:
    """The first sentence on talks that bears out the subject, where those cited do not and the draft names none."""
    if judge_prose(subject, cited, scene).kind == "supported":
        return []
    beginnings = [word[:BEGINNING] for word in re.findall(r"[^\W\d_]{4,}", fold(subject).text)]
    rules = scene.rules
    telling = (s for s in scene.article.sentences if rules is not None and scene.matches(rules.talks, s.text))
    likely = (s for s in telling if all(word in fold(s.text).text for word in beginnings))
    return [s for s in islice(likely, LIKELY) if judge_prose(subject, [s], scene).kind == "supported"][:1]


def _is_no_name(words: str) -> bool:
    """Whether the words are a sentence, or a stretch of one."""
    longest = LONGEST_UNSPACED if is_any_unspaced(words) else LONGEST_NAME
    stopped = re.search(r"[.!?;:]\s|[!?;。！？；：]|(?:\s\S+){3}\.$", words.strip())
    return len(words) > longest or stopped is not None


def _telling(
    parties: Sequence[str], mediators: Sequence[str], cited: Sequence[Sentence], scene: Scene
) -> Iterator[Sentence]:
    """The first sentence that names each side which the cited ones do not, and that tells of each mediator."""
    for party in parties:
        if not any(names(s, party, scene) for s in cited):
            yield from [s for s in scene.article.sentences if names(s, party, scene)][:1]
    for mediator in mediators:
        naming = [s for s in scene.article.sentences if scene.stands_in(mediator, [s])]
        told = [s for s in naming if tells_of_mediating(s, scene)] or list(deeds_of(mediator, scene, parties))
        yield from told[:1] or naming[:1]


def names(sentence: Sentence, party: str, scene: Scene) -> bool:
    """Whether a sentence names a side, or has a word made of its name."""
    return scene.stands_in(party, [sentence]) is not None or party_of(sentence.text, [party]) is not None


def _inflected(name: str, scene: Scene) -> tuple[Sentence, tuple[int, int]] | None:
    """The name in another case, or a word made of it: "Ruritanian" for "Ruritania"."""
    for sentence in scene.article.sentences:
        for mention in scene.mentions(sentence):
            if same_name(mention.name, name, scene.article.language):
                return sentence, (mention.start, mention.end)
    if " " in name.strip() or scene.names_nothing(name):
        return None
    for sentence in scene.article.sentences:
        for match in re.finditer(r"[^\W\d_]\w+", sentence.text):
            if match.group()[0].isupper() and party_of(match.group(), [name]):
                return sentence, match.span()
    return None


def _mediators(names: Sequence[str], parties: Sequence[str], scene: Scene, refusals: Refusals) -> list[str]:
    """Those of the names that a sentence tells of as mediating; a side to the talks is none."""
    kept: list[str] = []
    for at, name in enumerate(names):
        path = f"/talks/mediators/{at}"
        held = scene.stands_in(name, scene.article.sentences)
        if held is None:
            refusals.not_located(path, name, scene.article.sentences, "The article does not hold this name.")
            continue
        printed = held[0].text[slice(*held[1])]
        naming = [s for s in scene.article.sentences if scene.stands_in(name, [s])]
        told = any(tells_of_mediating(s, scene) for s in naming) or mediates(printed, scene, parties)
        if not told:
            refusals.absent(path, name, "No sentence that names it tells of mediating.")
        elif party_of(name, parties) is not None:
            refusals.absent(path, name, "It is one of the sides.")
        elif printed not in kept:
            kept.append(printed)
    return kept


def _status(
    claimed: TalksStatus, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> tuple[TalksStatus, list[Sentence]]:
    """The status where the article bears it out, with the sentence that does where none of the cited ones does."""
    verdict = statuses_told("talks", cited, scene).judge(claimed)
    if verdict.kind == "supported":
        return claimed, []
    for sentence in scene.article.sentences:
        if statuses_told("talks", [sentence], scene).judge(claimed).kind == "supported":
            return claimed, [sentence]
    if scene.accepts(verdict):
        return claimed, []
    refusals.judged("/talks/status", claimed, verdict, sentences=[s.number for s in cited])
    return "unclear", []


def _naming(parties: Sequence[str], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The first sentences that name the most sides."""
    named = [(sum(party_of(s.text, [p]) is not None for p in parties), s) for s in sentences]
    most = max((count for count, _ in named), default=0)
    return [s for count, s in named if count == most and count][:EVIDENCE_FOR_TALKS]
