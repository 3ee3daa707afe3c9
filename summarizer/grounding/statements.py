"""Who said what: each draft statement against the grammar of its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from summarizer.briefing import Speaker, Statement
from summarizer.draft import DraftStatement
from summarizer.grounding.bearers import Heads, bearer_beside
from summarizer.grounding.capitals import Capitals
from summarizer.grounding.folding import fold
from summarizer.grounding.kinds import is_outlet
from summarizer.grounding.meetings import date_of_words
from summarizer.grounding.outlets import carriers, is_named_as_carrier, is_second_hand, passes_on
from summarizer.grounding.people import People, Place
from summarizer.grounding.prose import checked_text
from summarizer.grounding.quotes import locate
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.spans import Span, overlap
from summarizer.grounding.speakers import History, Said
from summarizer.grounding.words import content_of, said_on
from summarizer.language.attribution import Attribution
from summarizer.language.bare_cues import speaks_not
from summarizer.sentences import Sentence
from summarizer.vocabulary import Act

ISSUED_REACH = 4
"""Sentences that "the statement" reaches back to who issued it, at most."""


@dataclass(frozen=True)
class _Heard:
    """The speaker of a sentence, with the grammar and the sentences that tell."""

    speaker: Speaker
    attribution: Attribution | None
    resolving: tuple[Sentence, ...]


def ground_statements(
    drafts: Sequence[DraftStatement], scene: Scene, people: People, refusals: Refusals
) -> list[Statement]:
    """The statements that their sentences hold, numbered `s1`, `s2`, … in the article's order."""
    return _Grounding(scene, people, refusals).run(drafts)


class _Grounding:
    """Goes through the statements in the article's order; what was said before resolves what comes next."""

    def __init__(self, scene: Scene, people: People, refusals: Refusals) -> None:
        self.scene = scene
        self.people = people
        self.refusals = refusals
        self.history = History(scene, people)
        self.heads = Heads(scene, people)

    def run(self, drafts: Sequence[DraftStatement]) -> list[Statement]:
        statements: list[Statement] = []
        heard: set[tuple[int, str]] = set()
        for at, draft in sorted(enumerate(drafts), key=lambda pair: (pair[1].sentence, pair[0])):
            statement = self._ground(f"/statements/{at}", draft, f"s{len(statements) + 1}")
            if statement is not None and (key := (draft.sentence, statement.speaker.name)) not in heard:
                heard.add(key)
                statements.append(statement)
        return statements

    def _ground(self, path: str, draft: DraftStatement, name: str) -> Statement | None:
        sentence = self.scene.sentence(draft.sentence)
        if sentence is None:
            self.refusals.absent(f"{path}/sentence", str(draft.sentence), "The article has no sentence of this number.")
            return None
        heard = self._heard(path, draft, sentence)
        if heard is None:
            return None
        evidence = [sentence, *heard.resolving]
        outlets = self._reported_by(path, draft, sentence, heard)
        self.history.add(Said(draft.speaker, heard.speaker, sentence, outlets, heard.resolving))
        return Statement(
            id=name,
            speaker=heard.speaker,
            addressed_to=self._addressed_to(path, draft, sentence, heard.attribution),
            reported_by=list(outlets),
            act=self._act(path, draft, heard.attribution),
            said_on=self._said_on(path, draft, sentence, heard.attribution),
            content=self._content(path, draft, sentence, evidence, heard.attribution),
            quotes=self._quotes(sentence, outlets),
            hedged=self._hedged(sentence, heard.attribution),
            evidence=evidence_of(evidence),
        )

    def _heard(self, path: str, draft: DraftStatement, sentence: Sentence) -> _Heard | None:
        """Who speaks; `None`, with the refusal noted, where the sentence does not give these words a speaker."""
        place = self.people.find(draft.speaker, [sentence])
        if place is None or self.history.is_pronoun(draft.speaker):
            return self._referred_back(path, draft, sentence, place.span if place else None)
        if self._names_nobody(place):
            reason = "These words name nobody."
            self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number], ask_again=True)
            return None
        issued = self._issued_before(place.words, place.span, sentence)
        if issued is not None:
            return issued
        span, attribution = self._spoken_by(draft.speaker, place.span, sentence)
        beside = bearer_beside(place.span, sentence, self.people)
        if beside is not None and (told := _attribution_of(beside, self.scene.attributions(sentence))) is not None:
            span, attribution = beside, told
        if attribution is not None and self._is_within(attribution, span, sentence):
            return self._referred_back(path, draft, sentence, span)
        if self.scene.rules is not None and attribution is None:
            reason = f"Sentence {sentence.number} does not attribute words to {place.words!r}."
            self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number], ask_again=True)
            return None
        silent = speaks_not(sentence.text, *span, self.scene.article.language)
        if silent is not None:
            self.refusals.absent(f"{path}/speaker", draft.speaker, silent, sentences=[sentence.number], ask_again=True)
            return None
        if attribution is not None and passes_on(sentence, attribution, self.scene, self.people.outlets):
            reason = f"Sentence {sentence.number} names it as carrying another's words."
            self.refusals.absent(f"{path}/speaker", draft.speaker, reason, sentences=[sentence.number])
            return None
        if not place.exact:
            reason = "The name stands in the sentence, the rest does not; the article's own words stand instead."
            self.refusals.not_located(f"{path}/speaker", draft.speaker, [sentence], reason)
        head = self.heads.named(sentence.text[slice(*span)], sentence)
        if head is not None:
            speaker, resolving = self.people.as_speaker(*head, self.history.spoke)
            return _Heard(speaker, attribution, (head[1], *resolving))
        speaker, resolving = self.people.as_speaker(sentence.text[slice(*span)], sentence, self.history.spoke)
        return _Heard(speaker, attribution, resolving)

    def _is_within(self, attribution: Attribution, span: Span, sentence: Sentence) -> bool:
        """«За його словами»: whether the words hold only a pronoun as who speaks."""
        rules, subject = self.scene.rules, attribution.subject
        if rules is None or subject is None or not (span[0] <= subject[0] and subject[1] <= span[1]):
            return False
        return sentence.text[slice(*subject)].casefold() in rules.pronoun_forms

    def _names_nobody(self, place: Place) -> bool:
        """Whether the words are only articles, prepositions and the like, or have no capital of a name."""
        rules, words = self.scene.rules, place.words
        if rules is None:
            return not self._capitals.name_somebody(place.span, place.sentence.text)
        empty = rules.pattern(rules.joining, rules.prepositions, rules.clause_openers, rules.impersonal)
        return all(empty.fullmatch(w) for w in words.split()) and not self.history.is_pronoun(words)

    @cached_property
    def _capitals(self) -> Capitals:
        return Capitals(self.scene.article.sentences)

    def _spoken_by(self, words: str, place: Span, sentence: Sentence) -> tuple[Span, Attribution | None]:
        """The place of the words that speak, and the attribution: by any of their places in the sentence."""
        places = [place, *(p for p in locate(words, sentence.text) if p != place)]
        for span in places:
            attribution = _attribution_of(span, self.scene.attributions(sentence))
            if attribution is not None and self._is_its_object(span, attribution, sentence.text):
                continue
            if attribution is not None:
                return span, attribution
        return place, None

    def _is_its_object(self, place: Span, attribution: Attribution, text: str) -> bool:
        """Whether a participle opens the sentence and the words are part of what it speaks of: "Citing an X attack"."""
        rules = self.scene.rules
        opens = not any(c.isalnum() for c in text[: attribution.cue[0]])
        if rules is None or not opens or place[0] < attribution.cue[1]:
            return False
        participle = rules.pattern(rules.participles, rules.citing).fullmatch(text[slice(*attribution.cue)])
        modifies = attribution.subject is None or re.match(r"\s+[^\W\d_A-Z]", text[place[1] : attribution.subject[1]])
        return bool(participle and modifies) and "," not in text[attribution.cue[1] : place[0]]

    def _referred_back(self, path: str, draft: DraftStatement, sentence: Sentence, place: Span | None) -> _Heard | None:
        """A pronoun, or a name that is not in the sentence: right where the sentence says "he", or goes on quoting."""
        text = sentence.text
        attributions = self.scene.attributions(sentence)
        subjects = [(a, text[slice(*a.subject)]) for a in attributions if a.subject]
        pronouns = [(a, words) for a, words in subjects if self.history.is_pronoun(words)]
        wanted = [p for p in pronouns if fold(p[1]) == fold(draft.speaker)] if place else pronouns
        for attribution, pronoun in wanted or pronouns:
            assert attribution.subject is not None
            meant = self.history.meant_by(pronoun, sentence, attribution.subject[0])
            if meant is not None and (place is not None or self._may_be(draft.speaker, meant.speaker)):
                return _Heard(meant.speaker, attribution, meant.sentences)
        running = self.scene.running_speech.get(sentence.number)
        if running is not None and (said := self._speaking_in(running, draft)) is not None:
            return said
        goes_on = self.scene.rules is not None and not attributions and bool(self.scene.readings.quoted(text))
        if goes_on and (continued := self._continued(draft, sentence)) is not None:
            return continued
        if place is None and (goes_on or pronouns) and not self.history.is_pronoun(draft.speaker):
            named = self._named_before(draft, sentence)
            if named is not None:
                return _Heard(named[0], pronouns[0][0] if pronouns else None, named[1])
        reason = (
            f"Nobody before sentence {sentence.number} says whom it means."
            if self.history.is_pronoun(draft.speaker)
            else f"It does not stand in sentence {sentence.number}, nor does that refer back to such a name."
        )
        self.refusals.not_located(f"{path}/speaker", draft.speaker, [sentence], reason, ask_again=True)
        return None

    def _speaking_in(self, source: Sentence, draft: DraftStatement) -> _Heard | None:
        """The speaker of another sentence, whose words these are, where the draft's words name them."""
        spoken = [a for a in self.scene.attributions(source) if a.subject is not None]
        place = self.people.find(draft.speaker, [source])
        if place is None:
            return None
        if self.history.is_pronoun(draft.speaker):
            meant = self.history.meant_by(draft.speaker, source, place.span[0])
            return _Heard(meant.speaker, None, (source, *meant.sentences)) if meant else None
        subjects = [a.subject for a in spoken if a.subject and overlap(a.subject, place.span)]
        if spoken and not subjects:
            return None
        words = source.text[slice(*(subjects[0] if subjects else place.span))]
        speaker, resolving = self.people.as_speaker(words, source, self.history.spoke)
        return _Heard(speaker, None, tuple(dict.fromkeys((source, *resolving))))

    def _issued_before(self, words: str, place: Span, sentence: Sentence) -> _Heard | None:
        """ "The statement said": who issued the statement that was told of before."""
        rules, issued = self.scene.rules, self.history.issued
        if rules is None or issued is None or sentence.number - issued.sentence.number > ISSUED_REACH:
            return None
        if not names_a_paper(words, self.scene):
            return None
        attribution = self._spoken_by(words, place, sentence)[1]
        resolving = tuple(dict.fromkeys((issued.sentence, *issued.resolving)))
        return _Heard(issued.speaker, attribution, resolving) if attribution is not None else None

    def _may_be(self, words: str, speaker: Speaker) -> bool:
        """Whether a name that the model gives can be the one that the pronoun means."""
        return bool(locate(words, f"{speaker.role or ''} {speaker.name}")) or bool(locate(speaker.name, words))

    def _continued(self, draft: DraftStatement, sentence: Sentence) -> _Heard | None:
        """A quote goes on: the speaker of the sentence right before, if it is the one that the draft names."""
        last = self.history.last
        if last is None or sentence.number - last.sentence.number != 1:
            return None
        if fold(last.words) != fold(draft.speaker) and not self._may_be(draft.speaker, last.speaker):
            return None
        return _Heard(last.speaker, None, tuple(dict.fromkeys((last.sentence, *last.resolving))))

    def _named_before(self, draft: DraftStatement, sentence: Sentence) -> tuple[Speaker, tuple[Sentence, ...]] | None:
        """A name that the draft has from one of the sentences before, which the sentence refers back to."""
        before = list(reversed(self.scene.article.sentences[max(0, sentence.number - 5) : sentence.number - 1]))
        place = self.people.find(draft.speaker, before)
        if place is None:
            return None
        speaker, resolving = self.people.as_speaker(place.words, place.sentence, self.history.spoke)
        return speaker, (place.sentence, *resolving)

    def _reported_by(self, path: str, draft: DraftStatement, sentence: Sentence, heard: _Heard) -> tuple[str, ...]:
        """Outlets by the sentence's grammar and by the draft; a clear continuation keeps those before."""
        found = list(carriers(sentence, heard.attribution, self.scene, self.people.outlets))
        for at, outlet in enumerate(draft.reported_by):
            held = self.scene.stands_in(outlet, [sentence])
            if held is None:
                reason = f"It does not stand in sentence {sentence.number}."
                self.refusals.not_located(f"{path}/reported_by/{at}", outlet, [sentence], reason)
                continue
            printed = sentence.text[slice(*held[1])]
            if any(printed in known or known in printed for known in found):
                continue
            own = heard.attribution.subject if heard.attribution else None
            carried = self.scene.rules is None or is_named_as_carrier(sentence, held[1], own, self.scene)
            if printed == heard.speaker.name or not (carried or is_outlet(printed, self.people.outlets, self.scene)):
                reason = f"Sentence {sentence.number} does not say that it carried these words."
                self.refusals.absent(f"{path}/reported_by/{at}", outlet, reason, sentences=[sentence.number])
            else:
                found.append(printed)
        last = self.history.last
        goes_on = last is not None and (
            self._continues(last, sentence, heard.speaker) or self._runs_on(last, sentence, heard.speaker)
        )
        if not found and last is not None and goes_on:
            return last.reported_by
        return tuple(name for name in found if name != heard.speaker.name)

    def _continues(self, last: Said, sentence: Sentence, speaker: Speaker) -> bool:
        """The next sentence of the same paragraph, and the same speaker."""
        between = self.scene.article.text[last.sentence.end : sentence.start]
        return speaker.name == last.speaker.name and not between.strip() and "\n" not in between

    def _runs_on(self, last: Said, sentence: Sentence, speaker: Speaker) -> bool:
        """The words of a speaker in the next paragraph, without a name."""
        return speaker.name == last.speaker.name and sentence.number in self.scene.running_speech

    def _addressed_to(
        self, path: str, draft: DraftStatement, sentence: Sentence, attribution: Attribution | None
    ) -> str | None:
        """Who is told, as the sentence has the name; nobody speaks to themselves."""
        if draft.addressed_to is None:
            return None
        place = self.people.find(draft.addressed_to, [sentence])
        own = attribution.subject if attribution else None
        if place is not None and not (own and own[0] <= place.span[0] and place.span[1] <= own[1]):
            return place.words
        reason = f"It does not stand in sentence {sentence.number}, or speaks there."
        self.refusals.not_located(f"{path}/addressed_to", draft.addressed_to, [sentence], reason)
        return None

    def _act(self, path: str, draft: DraftStatement, attribution: Attribution | None) -> Act:
        """The reporting verb decides; the draft's word counts only where no verb is known."""
        if attribution is None:
            return draft.act or "said"
        act = cast(Act, attribution.act)
        if draft.act is not None and draft.act != act:
            reason = "The reporting verb of the sentence decides."
            self.refusals.altered(f"{path}/act", draft.act, f"“{draft.act}” for “{act}”", reason)
        return act

    def _said_on(
        self, path: str, draft: DraftStatement, sentence: Sentence, attribution: Attribution | None
    ) -> str | None:
        """The date beside the reporting verb; else the one whose words the draft copied."""
        found = said_on(sentence, attribution, self.scene)
        if draft.said_on is None:
            return found
        copied = date_of_words(draft.said_on, [sentence], self.scene)
        if copied is None or (found is not None and copied.value != found):
            reason = "These words give no date in the sentence." if copied is None else "The verb has another date."
            self.refusals.not_located(f"{path}/said_on", draft.said_on, [sentence], reason)
            return found
        return copied.value

    def _content(
        self,
        path: str,
        draft: DraftStatement,
        sentence: Sentence,
        evidence: Sequence[Sentence],
        attribution: Attribution | None,
    ) -> str:
        """The draft's paraphrase where the evidence holds its names and numbers; else the article's own words."""
        own = content_of(sentence, attribution, self.scene)
        return checked_text(f"{path}/content", draft.content, evidence, self.scene, self.refusals, instead=True) or own

    def _quotes(self, sentence: Sentence, outlets: Sequence[str]) -> list[str]:
        """The words in quotation marks, verbatim, without the names of outlets, which many languages quote."""
        found = (
            sentence.text[start:end].strip('“”"«»„「」『』 ')
            for start, end in self.scene.readings.quoted(sentence.text)
        )
        names = {*outlets, *self.people.outlets}
        return [words for words in found if words and words not in names and not any(words in o for o in outlets)]

    def _hedged(self, sentence: Sentence, attribution: Attribution | None) -> bool:
        """Whether the article distances itself: by a word for that outside of quotes, or by an outlet's account."""
        rules = self.scene.rules
        if rules is None:
            return False
        quotes = self.scene.readings.quoted(sentence.text)
        cues = [a.cue for a in self.scene.attributions(sentence)]
        for match in rules.pattern(rules.hedges).finditer(sentence.text):
            # "rejected the claims": what can be a noun counts where it reports.
            noun = rules.pattern(rules.noun_like).fullmatch(match.group()) and not _inside(match.start(), cues)
            if not noun and not _inside(match.start(), quotes):
                return True
        return attribution is not None and is_second_hand(sentence, attribution, self.scene, self.people.outlets)


def names_a_paper(words: str, scene: Scene) -> bool:
    """Whether words point at a paper without a name: "the statement"."""
    rules, parts = scene.rules, words.split()
    if rules is None or len(parts) <= 1 or not rules.pattern(rules.definite).fullmatch(parts[0]):
        return False
    return rules.pattern(rules.papers).fullmatch(parts[-1]) is not None


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _attribution_of(place: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose subject these words are; else one whose subject its grammar leaves open."""
    for attribution in attributions:
        subject = attribution.subject
        if subject is not None and overlap(place, subject):
            return attribution
    if not attributions or any(a.subject is not None for a in attributions):
        return None
    silent = [span for a in attributions for span in (a.hearer, a.topic) if span is not None]
    return None if any(start <= place[0] and place[1] <= end for start, end in silent) else attributions[0]
