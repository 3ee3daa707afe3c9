"""The dossier: many briefings of one negotiation as one picture. Pydantic, frozen, every field described.

Format version 1. Each line tells which article says it, in the words of that article. Like a briefing's format it
holds no logic beyond validation; `summarizer.merging` makes one out of briefings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from summarizer.briefing import Briefing, Evidence
from summarizer.errors import DossierFormatError
from summarizer.vocabulary import (
    Act,
    AgreementStatus,
    DocumentStatus,
    EventStatus,
    IsoDate,
    MeetingStatus,
    Model,
    Text,
    first_objection,
)

if TYPE_CHECKING:
    from summarizer.article import Article

ChangeKind = Literal["new", "changed", "withdrawn", "done"]
Movement = Literal["new", "kept", "changed", "withdrawn"]
EventKind = Literal["meeting", "handover", "incident"]
RulingQuestion = Literal["same_statement", "denial"]
RulingAnswer = Literal["yes", "no", "refused", "unanswered"]
ContradictionField = Literal["start", "place", "status", "head", "number", "denial"]


class Reference(Model):
    """Words of one article."""

    article: Text
    """The article's id in this dossier."""
    evidence: Evidence
    """Its own words, with their offsets in its text."""


class DossierArticle(Model):
    """One article of the dossier."""

    id: Text
    """The first characters of its text's SHA-256, as many as tell it from the others."""
    sha256: Text
    """SHA-256 of its text."""
    title: Text | None = None
    """Its title."""
    outlet: Text | None = None
    """Who published it."""
    url: Text | None = None
    """Where."""
    published: dt.date | None = None
    """When."""
    language: Text | None = None
    """ISO 639-1."""
    model: Text
    """The model that drafted its briefing."""
    facts: int = Field(default=0, ge=0)
    """How many facts its briefing states."""
    supported: int = Field(default=0, ge=0)
    """How many of them the article supports."""
    unjudged: int = Field(default=0, ge=0)
    """How many of the briefing's lines could not be judged."""


class Form(Model):
    """How one article names somebody or something."""

    article: Text
    """The article's id."""
    names: list[Text]
    """The names in it, as the briefing has them."""


class Identity(Model):
    """One person, party, outlet or place, under all its names."""

    name: Text
    """The name that most articles use."""
    forms: list[Form]
    """Each article's names for it, in the order of publication."""


class PersonIdentity(Identity):
    """One person across articles."""

    party: Text | None = None
    """The side that most articles tell."""
    roles: list[Text] = []
    """Offices, as printed."""


class EventReport(Model):
    """What one article tells of an event."""

    article: Text
    """The article's id."""
    start: IsoDate | None = None
    """When it began or is to begin."""
    venue: Text | None = None
    """The building, as the dossier names it."""
    city: Text | None = None
    """The town, as the dossier names it."""
    status: MeetingStatus | EventStatus = "unclear"
    """What had become of it by then."""
    text: Text | None = None
    """What happened, in the article's words, where it is no meeting."""
    evidence: list[Evidence] = Field(min_length=1)
    """The article's words."""


class DossierEvent(Model):
    """One event, whoever reports it. What became of it counts before plans, then what most tell, then the latest."""

    id: Text
    """`e1`, `e2` in the order of their starts."""
    kind: EventKind
    """A meeting of the sides, a paper that changes hands, anything else with a date."""
    parties: list[Text] = []
    """Who is concerned."""
    start: IsoDate | None = None
    """When."""
    venue: Text | None = None
    """The building."""
    city: Text | None = None
    """The town."""
    status: MeetingStatus | EventStatus = "unclear"
    """What became of it."""
    reports: list[EventReport] = Field(min_length=1)
    """Who reports what, in the order of publication."""


class Utterance(Model):
    """One statement, however many carried it."""

    id: Text
    """`u1`, `u2` in the order of first publication."""
    speaker: Text
    """Who said it, as the dossier names them."""
    act: Act
    """What kind of saying."""
    said_on: IsoDate | None = None
    """When, where an article tells."""
    content: Text
    """What was said, as the first article has it."""
    carriers: list[Text] = []
    """Every outlet that printed it, or is named as having it."""
    origins: list[Text] = []
    """The independent ones: who names where it has the words from adds none."""
    joined_by: list[Text] = []
    """Models that were asked about these sentences and say that they are one; without them the words alone told."""
    references: list[Reference] = Field(min_length=1)
    """Each article's sentence."""


class Side(Model):
    """One of two values that do not agree."""

    value: Text
    """The value."""
    references: list[Reference] = Field(min_length=1)
    """Who tells it, in the order of publication."""


class Contradiction(Model):
    """Two values of one thing that can't both be true, in the order of publication."""

    about: Text
    """The id of an event, a party whose delegation it is, or what is denied."""
    field: ContradictionField
    """What differs."""
    kind: Literal["replaced", "disputed"]
    """`replaced` where the later article tells what became of the earlier value; else `disputed`."""
    found_by: Text | None = None
    """The model that was asked and says so; without one a rule found it."""
    sides: tuple[Side, Side]
    """The earlier value, and the later one."""


class Stance(Model):
    """What a party wanted when an article was published."""

    published: dt.date | None = None
    """When."""
    stance: Text
    """What it wanted, in few words."""
    reference: Reference
    """The article's words."""


class PositionLine(Model):
    """One party's stance on one issue over time."""

    party: Text
    """Whose."""
    issue: Text
    """On what, as the first article has it."""
    moved: Movement
    """`new` where one article tells it; else what became of the first stance."""
    stances: list[Stance] = Field(min_length=1)
    """In the order of publication."""


class AgreementReport(Model):
    """What one article tells of an agreement."""

    status: AgreementStatus
    """Whether it holds."""
    text: Text
    """What was agreed, as this article has it."""
    reference: Reference
    """The article's words."""


class AgreementLine(Model):
    """One agreement, or one that did not come about, whoever tells of it."""

    id: Text
    """`g1`, `g2` in the order of first publication."""
    text: Text
    """What was agreed, as the first article has it."""
    parties: list[Text] = []
    """Between whom."""
    status: AgreementStatus
    """Whether it holds, by the last article that tells."""
    told_by: list[Text] = []
    """The outlets that tell of it; of what only one tells it is the one."""
    reports: list[AgreementReport] = Field(min_length=1)
    """In the order of publication."""


class DocumentReport(Model):
    """What one article tells of a paper."""

    status: DocumentStatus | None = None
    """What had become of it."""
    date: IsoDate | None = None
    """When that happened."""
    reference: Reference
    """The article's words."""


class DocumentLine(Model):
    """One paper, whoever mentions it."""

    id: Text
    """`d1`, `d2` in the order of first publication."""
    name: Text
    """What the first article calls it."""
    author: Text | None = None
    """Whose paper it is, as the dossier names them."""
    recipient: Text | None = None
    """For whom it is, as the dossier names them."""
    status: DocumentStatus | None = None
    """What has become of it, by the last article that tells."""
    reports: list[DocumentReport] = Field(min_length=1)
    """In the order of publication."""


class QuestionLine(Model):
    """One open question, whoever asks it."""

    id: Text
    """`q1`, `q2` in the order of first publication."""
    text: Text
    """What is open, as the first article has it."""
    references: list[Reference] = Field(min_length=1)
    """Where it is told to be open, in the order of publication."""
    answer: Reference | None = None
    """The first later words that tell what was asked: who heads a delegation, when or where the sides meet, that a
    paper was handed over, signed or published. Whether other questions are answered is for the reader to see."""


class Ruling(Model):
    """A model's answer on two sentences of which the rules can't tell whether they belong together."""

    question: RulingQuestion
    """What was asked of them."""
    sides: tuple[Reference, Reference]
    """The two sentences, in the order of publication."""
    answer: RulingAnswer
    """`refused` where the model's words do not stand in the sentences, `unanswered` where it gave no answer of use or
    could not be asked: neither counts for anything."""
    words: tuple[Text, Text] | None = None
    """The words of each sentence that the answer rests on."""
    model: Text
    """The model that was asked."""


class Change(Model):
    """One difference between two states of a dossier."""

    what: Text
    """The id of an event, agreement, document or open question in the later one, or what else changed."""
    kind: ChangeKind
    """What became of it."""
    before: Text | None = None
    """What was known."""
    after: Text
    """What is known now."""
    references: list[Reference] = Field(min_length=1)
    """The words for both."""


class Dossier(Model):
    """The state of a negotiation from many articles, format version 1. `add` gives a new one."""

    schema_version: Literal["1"] = "1"
    """Version of this format."""
    articles: list[DossierArticle] = []
    """What it rests on, in the order of publication."""
    people: list[PersonIdentity] = []
    """Who is named."""
    parties: list[Identity] = []
    """The sides."""
    outlets: list[Identity] = []
    """Who publishes, or is named as a source."""
    places: list[Identity] = []
    """Towns and buildings of the meetings."""
    events: list[DossierEvent] = []
    """What happened or is planned, in order of time."""
    statements: list[Utterance] = []
    """Who said what."""
    positions: list[PositionLine] = []
    """What each party wants."""
    agreements: list[AgreementLine] = []
    """What is agreed, or not."""
    documents: list[DocumentLine] = []
    """Which papers are on the table."""
    open_questions: list[QuestionLine] = []
    """What is or was open."""
    contradictions: list[Contradiction] = []
    """What does not agree."""
    rulings: list[Ruling] = []
    """What a model was asked of pairs of sentences, and what it answered."""
    briefings: list[Briefing] = []
    """The briefings it was made of; with them it can grow."""

    @classmethod
    def of(cls, briefings: Iterable[Briefing], rulings: Iterable[Ruling] = ()) -> Dossier:
        """The dossier of these briefings; their order does not matter, and one article counts once.

        `rulings` are a model's answers on pairs of sentences, as `Summarizer.dossier` asks for them; those of
        articles that are not among the briefings are left out. Raises `BriefingFormatError` for a briefing, of
        strangers, that has a line without evidence or a day that does not exist.
        """
        from summarizer.merging.merge import merge

        return merge(briefings, rulings)

    def add(self, briefing: Briefing) -> Dossier:
        """The dossier with one more briefing: the same as `of` all of them. A newer one of an article replaces it."""
        return Dossier.of([*self.briefings, briefing], self.rulings)

    def changes_since(self, day: dt.date) -> list[Change]:
        """What is different from what the articles up to the end of that day had."""
        from summarizer.merging.changes import changes_between, known_on

        return changes_between(known_on(self, day), self)

    def changes_from(self, earlier: Dossier) -> list[Change]:
        """What is different from an earlier dossier of the same negotiation, whatever days its articles are of."""
        from summarizer.merging.changes import changes_between

        return changes_between(earlier, self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Dossier:
        """Read a dossier back. Raises `DossierFormatError`, naming the first field that is wrong."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            raise DossierFormatError(f"Not a dossier: {first_objection(error)}.") from None

    def markdown(self, since: dt.date | None = None) -> str:
        """The dossier as Markdown that pastes into a report; with `since`, what changed after that day first."""
        from summarizer.rendering.dossier import render_dossier

        return render_dossier(self, since)

    def html(self, articles: Iterable[Article] = (), since: dt.date | None = None) -> str:
        """One self-contained page: the events on an axis of time, each line tied to its sentence in its article.

        Of the `articles` given the page has the whole text, of the others the sentences that the dossier rests on.
        With `since`, what changed after that day comes first. `BriefingFormatError` is raised where an article is
        none of the dossier's.
        """
        from summarizer.rendering.dossier_html import render_dossier_html

        return render_dossier_html(self, articles, since)
