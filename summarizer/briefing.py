"""The briefing: what people and programs read. Pydantic, frozen, every field described.

Format version 1. Unknown is `None` or an empty list, never an empty string. Offsets count Unicode code
points of the article's text. Dates are ISO 8601 to the precision that the article gives. No logic here
beyond validation; the published contract in `schemas/` is generated from these classes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError, model_validator

from summarizer.errors import BriefingFormatError
from summarizer.verdicts import Verification
from summarizer.vocabulary import (
    Act,
    AgreementStatus,
    DocumentStatus,
    EventStatus,
    IsoDate,
    MeetingStatus,
    Model,
    SpeakerKind,
    TalksStatus,
    Text,
    first_objection,
)  # fmt: skip

if TYPE_CHECKING:
    from summarizer.article import Article


class Evidence(Model):
    """The article's own words behind a line of the briefing."""

    sentence: int = Field(ge=1)
    """Number of the sentence in the article, from 1."""
    start: int = Field(ge=0)
    """Offset of the first character, in Unicode code points of the article's text."""
    end: int = Field(ge=1)
    """Offset behind the last character."""
    text: Text
    """The words themselves: `article.text[start:end]`."""

    @model_validator(mode="after")
    def _offsets_fit_the_text(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError("end minus start must be the length of text")
        return self


Evidences = list[Evidence]


class ArticleInfo(Model):
    """Which article was briefed. Holds none of its text."""

    title: Text | None = None
    """The headline, where known. Metadata: never evidence."""
    outlet: Text | None = None
    """Who published the article."""
    url: Text | None = None
    """Where it was published. Never fetched."""
    published: dt.date | None = None
    """The day of publication; relative dates count from it."""
    language: Text | None = None
    """ISO 639-1 code of the article's language."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the article's text in UTF-8, in hexadecimal."""
    characters: int = Field(ge=1)
    """Length of the article's text in Unicode code points."""
    sentences: int = Field(ge=1)
    """How many sentences the text was numbered into."""


class BottomLine(Model):
    """The article in at most 60 words."""

    text: Text
    """Free prose; every name, number and date in it stands in the evidence."""
    evidence: Evidences
    """The sentences that it sums up."""


class Talks(Model):
    """The negotiation that the article is about."""

    subject: Text | None = None
    """What is negotiated."""
    parties: list[Text] = []
    """The sides to the talks. Mediators, hosts and outlets are none."""
    mediators: list[Text] = []
    """Who mediates or hosts as a go-between."""
    status: TalksStatus = "unclear"
    """Where the talks stand on the day of publication."""
    evidence: Evidences = []
    """The sentences that say so."""


class Meeting(Model):
    """A round of talks, past or coming."""

    parties: list[Text] = []
    """The sides that meet."""
    start: IsoDate | None = None
    """When it begins, local time as printed."""
    end: IsoDate | None = None
    """When it ends."""
    venue: Text | None = None
    """The building or site."""
    city: Text | None = None
    """The city."""
    country: Text | None = None
    """The country."""
    status: MeetingStatus = "unclear"
    """Whether it has been held."""
    evidence: Evidences
    """The sentences that say so."""


class Person(Model):
    """A person and the role that the article gives."""

    name: Text
    """The name in the article's words."""
    role: Text | None = None
    """Office or function, in the article's words."""


class Delegation(Model):
    """A party's team at the talks."""

    party: Text
    """Whom the delegation stands for."""
    head: Person | None = None
    """Who leads it, where the article says."""
    members: list[Person] = []
    """Others named as part of it."""
    note: Text | None = None
    """What the article says of its make-up or level."""
    evidence: Evidences
    """The sentences that say so."""


class Speaker(Model):
    """Who said it."""

    name: Text
    """The name; for an anonymous speaker the article's words ("A source familiar with …")."""
    role: Text | None = None
    """Office or function, in the article's words."""
    party: Text | None = None
    """The side that the speaker belongs to, where the article tells."""
    kind: SpeakerKind
    """Person, organisation, outlet, or anonymous."""


class Statement(Model):
    """One speaker's words in one sentence."""

    id: Text
    """Name of this entry within the briefing: `s1`, `s2`, …"""
    speaker: Speaker
    """Who said it."""
    addressed_to: Text | None = None
    """To whom the words were addressed, where the article tells."""
    reported_by: list[Text] = []
    """Outlets that the article names as having carried the words."""
    act: Act
    """What kind of utterance it is."""
    said_on: IsoDate | None = None
    """When it was said."""
    content: Text
    """What was said."""
    quotes: list[Text] = []
    """Words that stand in quotation marks, verbatim."""
    hedged: bool = False
    """True where the article distances itself: reportedly, citing sources, alleged."""
    evidence: Evidences
    """The sentence that says it; behind it those that resolve a name."""


class Position(Model):
    """What a party wants on an issue."""

    party: Text
    """Whose position it is."""
    issue: Text
    """What it is about."""
    stance: Text
    """A demand, an offer, a red line, in few words."""
    evidence: Evidences
    """The sentences that say so."""


class Agreement(Model):
    """Something agreed, or not."""

    text: Text
    """What was agreed."""
    parties: list[Text] = []
    """Between whom."""
    status: AgreementStatus
    """Whether it holds."""
    evidence: Evidences
    """The sentences that say so."""


class Document(Model):
    """A paper on the table. One entry a paper; the evidence lists every mention."""

    name: Text
    """What the article calls it."""
    author: Text | None = None
    """Whose paper it is."""
    recipient: Text | None = None
    """For whom it is."""
    status: DocumentStatus | None = None
    """What has become of it."""
    date: IsoDate | None = None
    """When that happened."""
    evidence: Evidences
    """Every sentence that mentions it."""


class Event(Model):
    """A dated event. One entry an event; the evidence lists every mention."""

    date: IsoDate
    """When it happened or will happen."""
    event: Text
    """What happens."""
    status: EventStatus
    """Past or planned, seen from the day of publication."""
    evidence: Evidences
    """Every sentence that mentions it."""


class Point(Model):
    """An open question or a next step."""

    text: Text
    """What is open, or what comes next."""
    evidence: Evidences
    """The sentences that say so."""


class Source(Model):
    """An outlet or other source that the article itself relies on."""

    name: Text
    """Its name."""
    description: Text | None = None
    """As the article puts it: "Kremlin-aligned"."""
    evidence: Evidences
    """The sentences that name it."""


class Attempt(Model):
    """One call to a model, failed ones too."""

    purpose: Text
    """Which question was asked."""
    model: Text
    """Which model was asked."""
    input_tokens: int = Field(default=0, ge=0)
    """Tokens read, as the endpoint counted them."""
    output_tokens: int = Field(default=0, ge=0)
    """Tokens written, as the endpoint counted them."""
    seconds: float = Field(ge=0)
    """Wall-clock seconds."""
    outcome: Text
    """`answered`, or the code of the error that ended the call."""
    cost_usd: float | None = Field(default=None, ge=0)
    """US dollars; null where no price is known."""


class Provenance(Model):
    """How the briefing came about."""

    model: Text
    """The model that was asked."""
    prompt_versions: dict[str, int] = {}
    """Version of each prompt that was used."""
    summarizer_version: Text
    """Version of this software."""
    created_at: dt.datetime
    """When the briefing was finished (UTC)."""
    seconds: float = Field(ge=0)
    """Wall-clock seconds it took."""
    attempts: list[Attempt] = []
    """Every call to a model."""
    input_tokens: int = Field(default=0, ge=0)
    """Sum over the attempts."""
    output_tokens: int = Field(default=0, ge=0)
    """Sum over the attempts."""
    cost_usd: float | None = None
    """Price of all attempts in US dollars, where the model's price is known."""
    notes: list[Text] = []
    """What the reader should know of the making: a window that failed, a question that was lost."""


class Briefing(Model):
    """A negotiation briefing, format version 1."""

    schema_version: Literal["1"] = "1"
    """Version of this format."""
    article: ArticleInfo
    """Which article was briefed."""
    bottom_line: BottomLine
    """The article in at most 60 words."""
    talks: Talks
    """The negotiation that the article is about."""
    meetings: list[Meeting] = []
    """Rounds of talks, past and coming."""
    delegations: list[Delegation] = []
    """Who sends whom."""
    statements: list[Statement] = []
    """Who said what, through which outlet; one entry a sentence and speaker."""
    positions: list[Position] = []
    """What each party wants."""
    agreements: list[Agreement] = []
    """What is agreed, or not."""
    documents: list[Document] = []
    """Which papers are on the table."""
    timeline: list[Event] = []
    """Dated events in order."""
    open_questions: list[Point] = []
    """What is still open."""
    next_steps: list[Point] = []
    """What comes next."""
    sources: list[Source] = []
    """Outlets and others that the article relies on."""
    verification: Verification
    """The verdicts, summed up."""
    provenance: Provenance
    """How the briefing came about."""

    @classmethod
    def from_json(cls, text: str | bytes) -> Briefing:
        """Read a briefing back.

        Raises `BriefingFormatError`, naming the first field that is wrong, where the text is none.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            raise BriefingFormatError(
                f"Not a briefing: {first_objection(error)}.", hint="See schemas/briefing.v1.json."
            ) from None

    def markdown(self) -> str:
        """The briefing as Markdown that pastes into a report."""
        from summarizer.rendering.markdown import render_markdown

        return render_markdown(self)

    def html(self, article: Article) -> str:
        """One self-contained page with the article beside the briefing.

        `article` is the article that was briefed; `BriefingFormatError` is raised where it is another.
        """
        from summarizer.rendering.html import render_html

        return render_html(self, article)
