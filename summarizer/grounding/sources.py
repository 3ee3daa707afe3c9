"""The outlets that the article itself relies on, and how it describes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.briefing import Source
from summarizer.draft import DraftSource
from summarizer.grounding.outlets import known_in
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.sentences import Sentence


def ground_sources(drafts: Sequence[DraftSource], scene: Scene, refusals: Refusals) -> list[Source]:
    """Sources that the article names; two entries of one name are one."""
    found: dict[str, Source] = {}
    for at, draft in enumerate(drafts):
        cited = scene.real(draft.sentences) or list(scene.article.sentences)
        held = scene.stands_in(draft.name, cited)
        if held is None:
            reason = "The cited sentences do not name it."
            refusals.not_located(f"/sources/{at}/name", draft.name, cited, reason)
            continue
        described = _described(f"/sources/{at}/description", draft, cited, scene, refusals)
        name = held[0].text[slice(*held[1])]
        naming = [s for s in cited if scene.stands_in(draft.name, [s])]
        described = described or description_of(name, naming, scene)
        known = found.get(name)
        if known is None:
            found[name] = Source(name=name, description=described, evidence=evidence_of(naming))
        else:
            more = [e for e in evidence_of(naming) if e not in known.evidence]
            update = {"description": known.description or described, "evidence": [*known.evidence, *more]}
            found[name] = known.model_copy(update=update)
    return list(found.values())


def _described(
    path: str, draft: DraftSource, cited: Sequence[Sentence], scene: Scene, refusals: Refusals
) -> str | None:
    if not draft.description or not draft.description.strip():
        return None
    held = scene.stands_in(draft.description, cited)
    if held is None:
        refusals.not_located(path, draft.description, cited, "The cited sentences do not describe it so.")
        return None
    return held[0].text[slice(*held[1])]


def with_outlets(sources: Sequence[Source], scene: Scene, outlets: frozenset[str]) -> list[Source]:
    """The draft's sources, and behind them the outlets that the article names besides."""
    naming: dict[str, list[Sentence]] = {}
    for sentence in scene.article.sentences:
        for _, outlet in sorted(known_in(sentence.text, outlets)):
            naming.setdefault(outlet, []).append(sentence)
    known = {source.name for source in sources}
    more = [
        Source(name=outlet, description=description_of(outlet, found, scene), evidence=evidence_of(found))
        for outlet, found in naming.items()
        if not any(outlet in name or name in outlet for name in known)
    ]
    return [*sources, *more]


def description_of(name: str, naming: Sequence[Sentence], scene: Scene) -> str | None:
    """The words before the outlet's noun that say what it is: "Kremlin-aligned Russian news agencies X and Y"."""
    rules = scene.rules
    if rules is None:
        return None
    stop = rules.pattern(
        "|".join(
            (
                rules.articles,
                rules.joining,
                rules.prepositions,
                rules.possessives,
                rules.clause_openers,
                rules.auxiliaries,
            )
        )
    )
    for sentence in naming:
        held = scene.stands_in(name, [sentence])
        nouns = rules.pattern(rules.outlets).finditer(sentence.text)
        before = [
            n for n in nouns if held and n.end() <= held[1][0] and _leads_to(sentence, n.end(), held[1][0], scene)
        ]
        if not before:
            continue
        start = before[-1].start()
        words: list[str] = []
        for word in reversed(sentence.text[:start].split()):
            if stop.fullmatch(word) or word[-1] in ',;:.”"»)' or rules.any_reporting.fullmatch(word):
                break
            elided = re.fullmatch(rf"(?:{rules.elided})[’'](.*)", word, re.IGNORECASE)
            if elided is not None:
                # "l’agence": the article is joined to the noun, or to the first word of what describes it.
                words += [elided[1]] if elided[1] else []
                break
            words.append(word)
        if words:
            described = sentence.text[:start].rstrip()
            return described[described.rfind(words[-1]) :]
    return None


def _leads_to(sentence: Sentence, noun: int, name: int, scene: Scene) -> bool:
    """Whether between the noun and the name stand only other names of the same list."""
    between = sentence.text[noun:name]
    for mention in scene.mentions(sentence):
        if noun <= mention.start and mention.end <= name:
            between = between.replace(mention.name, "")
    words = between.replace(",", " ").split()
    rules = scene.rules
    return rules is not None and all(rules.pattern(rules.conjunctions, rules.articles).fullmatch(w) for w in words)
