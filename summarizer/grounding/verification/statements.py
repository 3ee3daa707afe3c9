"""Statements: the draft that would have made them is grounded anew, and what comes out is held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.briefing import Speaker, Statement
from summarizer.draft import DraftStatement
from summarizer.grounding.affiliations import with_sides
from summarizer.grounding.delegations import ground_delegations
from summarizer.grounding.folding import fold
from summarizer.grounding.quotes import judge_quote, locate
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.statements import ground_statements, names_a_paper
from summarizer.grounding.verdicts import Verdict
from summarizer.grounding.verification.claims import Claim, Court
from summarizer.sentences import Sentence
from summarizer.verdicts import Refusal

KEY_FIELDS = ("speaker", "sentence")


def judge_statements(statements: Sequence[Statement], court: Court) -> Iterator[Claim]:
    """The claims of all statements; they go together, for what was said before tells who "he" is."""
    cited = [court.evidence(f"/statements/{at}/evidence", s.evidence) for at, s in enumerate(statements)]
    refusals = Refusals()
    drafts = [_draft(s, sentences, court) for s, (_, sentences) in zip(statements, cited, strict=True)]
    # A statement without a sentence keeps its number, and is judged by its evidence alone.
    made = ground_statements([d for d in drafts if d is not None], court.scene, court.people, refusals)
    made = with_sides(made, ground_delegations([], court.scene, court.people, Refusals()))
    by_sentence: dict[int, list[Statement]] = {}
    for found in made:
        by_sentence.setdefault(found.evidence[0].sentence, []).append(found)
    numbers = [at for at, d in enumerate(drafts) if d is not None]
    refused: dict[int, list[Refusal]] = {}
    for note in refusals.found:
        refused.setdefault(numbers[int(note.refusal.path.split("/")[2])], []).append(note.refusal)
    for at, statement in enumerate(statements):
        claims, sentences = cited[at]
        yield from claims
        if sentences:
            twin = _twin(statement, by_sentence.get(sentences[0].number, []))
            yield from _Judge(f"/statements/{at}", statement, sentences, court).claims(twin, refused.get(at, []))


def _draft(statement: Statement, cited: Sequence[Sentence], court: Court) -> DraftStatement | None:
    """What a model would have pointed at."""
    if not cited:
        return None
    return DraftStatement(
        sentence=cited[0].number,
        speaker=_spoken(statement.speaker, cited[0], court),
        addressed_to=statement.addressed_to,
        reported_by=list(statement.reported_by),
        act=statement.act,
        said_on=None,
        content=None,
    )


def _spoken(speaker: Speaker, sentence: Sentence, court: Court) -> str:
    """The words of the sentence that stand for the speaker: its subject of speech that means them."""
    for attribution in court.scene.attributions(sentence):
        for span in (attribution.subject, attribution.carrier):
            if span is not None:
                words = sentence.text[slice(*span)]
                if names_a_paper(words, court.scene):
                    # "The statement said": who issued it is looked for before.
                    return words
                if _same_name(court.people.as_speaker(words, sentence)[0].name, speaker.name):
                    return words
    return speaker.name


def _same_name(one: str, other: str) -> bool:
    return one == other or bool(locate(one, other)) or bool(locate(other, one))


def _twin(statement: Statement, here: Sequence[Statement]) -> Statement | None:
    """Of the statements that the article itself bears out in this sentence, the one of the same speaker."""
    same = [m for m in here if _same_name(m.speaker.name, statement.speaker.name)]
    return same[0] if same else here[0] if len(here) == 1 else None


class _Judge:
    """One statement beside what its sentence bears out."""

    def __init__(self, path: str, statement: Statement, cited: Sequence[Sentence], court: Court) -> None:
        self.path = path
        self.statement = statement
        self.cited = cited
        self.court = court
        self.rules = court.scene.rules

    def claims(self, twin: Statement | None, refused: Sequence[Refusal]) -> Iterator[Claim]:
        """The claims of its fields."""
        by_field = {r.path.split("/", 3)[3]: r for r in refused}
        speaker = self.statement.speaker
        yield Claim(f"{self.path}/speaker/name", speaker.name, self._speaker(twin, by_field))
        if twin is not None:
            yield from self._of_speaker(twin.speaker)
            yield from self._manner(twin)
        yield from self._carriers(twin, by_field)
        yield from self.court.prose(f"{self.path}/content", self.statement.content, self.cited)
        for at, words in enumerate(self.statement.quotes):
            yield Claim(f"{self.path}/quotes/{at}", words, self._quote(words))

    def _speaker(self, twin: Statement | None, refused: dict[str, Refusal]) -> Verdict:
        name = self.statement.speaker.name
        for field in KEY_FIELDS:
            if (refusal := refused.get(field)) is not None and twin is None:
                return _verdict_of(refusal)
        if twin is None:
            return Verdict("absent", "The sentence does not attribute words to this speaker.")
        if not _same_name(twin.speaker.name, name):
            return Verdict("altered", "Another one speaks.", f"“{name}” for “{twin.speaker.name}”")
        if self.rules is None:
            return Verdict("unjudged", "Whether the sentence attributes words to it can't be judged in this language.")
        if name != twin.speaker.name and not self.court.scene.stands_in(name, self.cited):
            return self.court.judge_name(name, self.cited)
        return Verdict("supported", "The sentence attributes words to this speaker.")

    def _of_speaker(self, own: Speaker) -> Iterator[Claim]:
        """Role, party and kind of the speaker."""
        told = self.statement.speaker
        if told.role is not None:
            yield Claim(f"{self.path}/speaker/role", told.role, judge_role(told.role, own.role, self.cited, self.court))
        if told.party is not None:
            yield Claim(f"{self.path}/speaker/party", told.party, self._party(told.party, own))
        if self.rules is not None and told.kind != own.kind:
            yield Claim(
                f"{self.path}/speaker/kind", told.kind, _other("The words tell another kind.", told.kind, own.kind)
            )

    def _party(self, party: str, own: Speaker) -> Verdict:
        if own.party is not None:
            if _same_name(fold(own.party).text, fold(party).text):
                return Verdict("supported", "Name, role or delegation tell this side.")
            return _other("Name, role or delegation tell another side.", party, own.party)
        found = self.court.judge_name(party, self.cited)
        reason = "The sentences name this side; whether the speaker belongs to it they do not say."
        return Verdict("unjudged", reason) if found.kind == "supported" else found

    def _manner(self, twin: Statement) -> Iterator[Claim]:
        """Act, day and distance."""
        told = self.statement
        if self.rules is None:
            return
        if told.act != twin.act:
            yield Claim(f"{self.path}/act", told.act, _other("The reporting verb decides.", told.act, twin.act))
        if told.said_on is not None and told.said_on != twin.said_on:
            verdict = self.court.judge_date(told.said_on, self.cited)
            if twin.said_on is not None:
                verdict = _other("The reporting verb has another date.", told.said_on, twin.said_on)
            elif verdict.kind == "supported":
                verdict = Verdict("unjudged", "The date stands there; whether it is the day of saying is not told.")
            yield Claim(f"{self.path}/said_on", told.said_on, verdict)
        if told.hedged != twin.hedged:
            difference = "the article's distance left out" if twin.hedged else "a distance added"
            reason = "The sentence hedges." if twin.hedged else "The sentence does not hedge."
            yield Claim(f"{self.path}/hedged", str(told.hedged).lower(), Verdict("altered", reason, difference))

    def _carriers(self, twin: Statement | None, refused: dict[str, Refusal]) -> Iterator[Claim]:
        """Outlets and hearer."""
        for at, outlet in enumerate(self.statement.reported_by):
            yield Claim(f"{self.path}/reported_by/{at}", outlet, self._carrier(at, outlet, twin, refused))
        if self.statement.addressed_to is not None:
            refusal = refused.get("addressed_to")
            verdict = (
                _verdict_of(refusal) if refusal else self.court.judge_name(self.statement.addressed_to, self.cited)
            )
            yield Claim(f"{self.path}/addressed_to", self.statement.addressed_to, verdict)

    def _carrier(self, at: int, outlet: str, twin: Statement | None, refused: dict[str, Refusal]) -> Verdict:
        refusal = refused.get(f"reported_by/{at}")
        if twin is not None and outlet in twin.reported_by:
            return Verdict("supported", "The sentence names it as carrying the words.")
        if refusal is not None:
            return _verdict_of(refusal)
        return self.court.judge_name(outlet, self.cited)

    def _quote(self, words: str) -> Verdict:
        """Quoted words: to the letter, and in quotation marks."""
        for sentence in self.cited:
            spans = self.court.scene.readings.quoted(sentence.text)
            for start, end in locate(words, sentence.text):
                if any(s <= start and end <= e for s, e in spans):
                    return Verdict("supported", "The article quotes these words.")
        verdict = judge_quote(words, "\n".join(s.text for s in self.cited), self.court.scene.article.language)
        if verdict.kind != "supported":
            return verdict
        return Verdict("altered", "The article has these words, not in quotation marks.", "quotation marks added")


def _verdict_of(refusal: Refusal) -> Verdict:
    return Verdict(refusal.kind, refusal.reason, refusal.difference)


def judge_role(role: str, own: str | None, cited: Sequence[Sentence], court: Court) -> Verdict:
    """A role: the one that stands beside the name, or at least words of the sentences."""
    if own is not None and (locate(role, own) or locate(own, role)) and _holds(role, cited):
        return Verdict("supported", "It stands beside the name.")
    if _holds(role, cited):
        return Verdict("unjudged", "The sentences have these words; whether they tell this person's role is open.")
    if own is not None:
        return _other("The article gives another role.", role, own)
    return court.judge_name(role, cited)


def _holds(words: str, cited: Sequence[Sentence]) -> bool:
    return any(locate(words, s.text) for s in cited)


def _other(reason: str, told: str, own: str) -> Verdict:
    return Verdict("altered", reason, f"“{told}” for “{own}”")
