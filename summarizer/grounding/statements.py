"""Who said what: each draft statement against the grammar of its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from summarizer.briefing import Act, Speaker, Statement
from summarizer.draft import DraftStatement
from summarizer.grounding.names import Named, People, kind_of
from summarizer.grounding.outlets import carriers, known_outlets
from summarizer.grounding.parties import party_of
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.words import content_of, said_on
from summarizer.language.attribution import Attribution, quoted_spans
from summarizer.sentences import Sentence


@dataclass
class _Said:
    """What is remembered of the statements before, for "he", "the source" and quotes that go on."""

    speaker: Speaker
    sentence: Sentence
    reported_by: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = field(default=())


def ground_statements(
    drafts: Sequence[DraftStatement], scene: Scene, parties: Sequence[str], refusals: Refusals
) -> list[Statement]:
    """The statements that their sentences hold, numbered `s1`, `s2`, … in the article's order."""
    return _Grounding(scene, parties, refusals).run(drafts)


class _Grounding:
    """Goes through the statements in the article's order; what was said last resolves what comes next."""

    def __init__(self, scene: Scene, parties: Sequence[str], refusals: Refusals) -> None:
        self.scene = scene
        self.parties = parties
        self.refusals = refusals
        self.people = People(scene)
        self.outlets = known_outlets(scene)
        self.last: _Said | None = None

    def run(self, drafts: Sequence[DraftStatement]) -> list[Statement]:
        statements: list[Statement] = []
        for at, draft in sorted(enumerate(drafts), key=lambda pair: (pair[1].sentence, pair[0])):
            statement = self._ground(f"/statements/{at}", draft, f"s{len(statements) + 1}")
            if statement is not None and not _repeats(statement, statements):
                statements.append(statement)
        return statements

    def _ground(self, path: str, draft: DraftStatement, name: str) -> Statement | None:
        sentence = self.scene.sentence(draft.sentence)
        if sentence is None:
            self.refusals.absent(f"{path}/sentence", str(draft.sentence), "The article has no sentence of this number.")
            return None
        found = self._speaker(path, draft, sentence)
        if found is None:
            return None
        speaker, attribution, resolving = found
        outlets = self._reported_by(path, draft, sentence, attribution, speaker)
        self.last = _Said(speaker, sentence, outlets, resolving)
        return Statement(
            id=name,
            speaker=speaker,
            addressed_to=self._addressed_to(path, draft, sentence),
            reported_by=list(outlets),
            act=self._act(draft, sentence, attribution),
            said_on=said_on(sentence, attribution, self.scene),
            content=content_of(sentence, attribution, self.scene),
            quotes=[q for s, e in quoted_spans(sentence.text) if (q := sentence.text[s:e].strip('“”"«»„「」『』 '))],
            hedged=self._hedged(sentence),
            evidence=evidence_of([sentence, *resolving]),
        )

    def _speaker(
        self, path: str, draft: DraftStatement, sentence: Sentence
    ) -> tuple[Speaker, Attribution | None, tuple[Sentence, ...]] | None:
        places = self.scene.stands_in(draft.speaker, [sentence])
        attributions = self.scene.attributions(sentence)
        if places is None:
            return self._referred_back(path, draft, sentence, attributions)
        words = sentence.text[slice(*places[1])]
        attribution = _attribution_of(words, places[1], sentence, attributions)
        if self.scene.rules is not None and attribution is None:
            reason = f"Sentence {sentence.number} does not attribute words to {words!r}."
            self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number], ask_again=True)
            return None
        if self._is_pronoun(words):
            return self._pronoun(path, draft, sentence, attribution)
        named = self.people.resolve(words, sentence)
        return self._as_speaker(named), attribution, named.sentences

    def _is_pronoun(self, words: str) -> bool:
        return self.scene.rules is not None and bool(
            self.scene.rules.pattern(self.scene.rules.pronouns).fullmatch(words.strip())
        )

    def _pronoun(
        self, path: str, draft: DraftStatement, sentence: Sentence, attribution: Attribution | None
    ) -> tuple[Speaker, Attribution | None, tuple[Sentence, ...]] | None:
        """ "He" is who spoke last, at most three sentences before."""
        if self.last is not None and sentence.number - self.last.sentence.number <= 3:
            return self.last.speaker, attribution, (self.last.sentence, *self.last.sentences)
        reason = f"Nobody before sentence {sentence.number} says whom {draft.speaker!r} means."
        self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number])
        return None

    def _referred_back(
        self, path: str, draft: DraftStatement, sentence: Sentence, attributions: Sequence[Attribution]
    ) -> tuple[Speaker, Attribution | None, tuple[Sentence, ...]] | None:
        """A name that is not in the sentence: right where the sentence says "he", or goes on quoting."""
        before = self.scene.article.sentences[max(0, sentence.number - 5) : sentence.number - 1]
        held = self.scene.stands_in(draft.speaker, list(reversed(before)))
        if held is not None and (self._goes_on(sentence, attributions)):
            named = self.people.resolve(held[0].text[slice(*held[1])], held[0])
            pronoun = next(
                (a for a in attributions if a.subject and self._is_pronoun(sentence.text[slice(*a.subject)])), None
            )
            return self._as_speaker(named), pronoun, (held[0], *named.sentences)
        reason = (
            f"{draft.speaker!r} does not stand in sentence {sentence.number}, nor does it refer back to such a name."
        )
        self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number], ask_again=True)
        return None

    def _goes_on(self, sentence: Sentence, attributions: Sequence[Attribution]) -> bool:
        pronoun = any(a.subject and self._is_pronoun(sentence.text[slice(*a.subject)]) for a in attributions)
        if pronoun or self.scene.rules is None:
            return True
        return not attributions and bool(quoted_spans(sentence.text))

    def _as_speaker(self, named: Named) -> Speaker:
        kind = kind_of(named.name, named.role, self.scene, self.outlets)
        told = f"{named.role or ''} {named.name}" if kind != "outlet" else ""
        return Speaker(name=named.name, role=named.role, party=party_of(told, self.parties), kind=kind)

    def _reported_by(
        self, path: str, draft: DraftStatement, sentence: Sentence, attribution: Attribution | None, speaker: Speaker
    ) -> tuple[str, ...]:
        """Outlets by the sentence's grammar and by the draft; a clear continuation keeps those before."""
        found = list(carriers(sentence, attribution, self.outlets))
        for at, outlet in enumerate(draft.reported_by):
            if self.scene.stands_in(outlet, [sentence]) is None:
                reason = f"{outlet!r} does not stand in sentence {sentence.number}."
                self.refusals.absent(f"{path}/reported_by/{at}", outlet, reason, sentences=[sentence.number])
            elif outlet not in found and outlet != speaker.name:
                found.append(outlet)
        if not found and self.last is not None and self._continues(sentence, speaker):
            return self.last.reported_by
        return tuple(found)

    def _continues(self, sentence: Sentence, speaker: Speaker) -> bool:
        """The next sentence of the same paragraph, and the same speaker."""
        assert self.last is not None
        between = self.scene.article.text[self.last.sentence.end : sentence.start]
        return speaker.name == self.last.speaker.name and "\n" not in between

    def _addressed_to(self, path: str, draft: DraftStatement, sentence: Sentence) -> str | None:
        if draft.addressed_to is None:
            return None
        if self.scene.stands_in(draft.addressed_to, [sentence]) is not None:
            return draft.addressed_to
        reason = f"{draft.addressed_to!r} does not stand in sentence {sentence.number}."
        self.refusals.absent(f"{path}/addressed_to", draft.addressed_to, reason, sentences=[sentence.number])
        return None

    def _act(self, draft: DraftStatement, sentence: Sentence, attribution: Attribution | None) -> Act:
        """The reporting verb decides; the draft's word counts only where no verb is known."""
        if attribution is not None:
            return cast(Act, attribution.act)
        return draft.act or "said"

    def _hedged(self, sentence: Sentence) -> bool:
        if self.scene.rules is None:
            return False
        quotes = quoted_spans(sentence.text)
        found = self.scene.rules.pattern(self.scene.rules.hedges).finditer(sentence.text)
        return any(not any(s <= m.start() < e for s, e in quotes) for m in found)


def _attribution_of(
    words: str, place: tuple[int, int], sentence: Sentence, attributions: Sequence[Attribution]
) -> Attribution | None:
    """The attribution whose subject these words are; else one whose subject its grammar leaves open."""
    for attribution in attributions:
        if attribution.subject is not None:
            subject = sentence.text[slice(*attribution.subject)]
            if words in subject or subject in words:
                return attribution
    if any(a.subject is not None for a in attributions):
        return None
    told = [a for a in attributions if a.hearer is not None and words in sentence.text[slice(*a.hearer)]]
    return None if told or not attributions else attributions[0]


def _repeats(statement: Statement, others: Sequence[Statement]) -> bool:
    return any(o.evidence[0] == statement.evidence[0] and o.speaker.name == statement.speaker.name for o in others)
