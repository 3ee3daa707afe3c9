"""The draft: what a model fills in. It points at sentences and copies words; it quotes nothing.

One schema for all articles and all models, kept to the strictest subset that hosted providers enforce:
every field required, nullable instead of optional, closed, no defaults, no bounds. Sentence numbers are
plain integers; that they exist is checked by grounding.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from summarizer.vocabulary import Act, AgreementStatus, DocumentStatus, MeetingStatus, TalksStatus


class DraftModel(BaseModel):
    """What all classes of the draft share."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True)


class DraftBottomLine(DraftModel):
    """The article in at most 60 words."""

    text: str
    """One or two plain sentences, at most 60 words, only what the cited sentences say."""
    sentences: list[int]
    """Numbers of the sentences that it sums up."""


class DraftTalks(DraftModel):
    """The negotiation that the article is about."""

    subject: str | None
    """What is negotiated, in few words."""
    parties: list[str]
    """The sides to the talks, names copied. Not mediators, hosts or outlets."""
    mediators: list[str]
    """Who mediates, names copied."""
    status: TalksStatus
    """Where the talks stand."""
    sentences: list[int]
    """Numbers of the sentences that say so."""


class DraftMeeting(DraftModel):
    """A round of talks, past or coming. Phone calls and visits are none."""

    parties: list[str]
    """The sides that meet, names copied."""
    start: str | None
    """The words that tell when it begins, copied."""
    end: str | None
    """The words that tell when it ends, copied."""
    venue: str | None
    """The building, copied."""
    city: str | None
    """The city, copied."""
    country: str | None
    """The country, copied."""
    status: MeetingStatus
    """Whether it has been held."""
    sentences: list[int]
    """Numbers of the sentences that say so, the clearest first."""


class DraftDelegation(DraftModel):
    """A party's team at the talks."""

    party: str
    """Whom it stands for, copied."""
    head: str | None
    """Who leads it: name, with the role where it stands beside it, copied."""
    members: list[str]
    """Others named as part of it, copied."""
    note: str | None
    """What the article says of its make-up or level, in few words."""
    sentences: list[int]
    """Numbers of the sentences that say so, the clearest first."""


class DraftStatement(DraftModel):
    """What one speaker says in one sentence."""

    sentence: int
    """Number of the sentence."""
    speaker: str
    """Who says it, copied: the name with the role where it stands beside it."""
    addressed_to: str | None
    """To whom the words were addressed, copied. Not the outlet that carried them."""
    reported_by: list[str]
    """Outlets that carried the words, copied. Not the outlet that published the article."""
    act: Act | None
    """What kind of utterance it is."""
    said_on: str | None
    """The words that tell when it was said, copied."""
    content: str | None
    """What was said, in few words."""


class DraftPosition(DraftModel):
    """What a party wants on an issue."""

    party: str
    """Whose position it is, copied."""
    issue: str
    """What it is about, in few words."""
    stance: str
    """The demand, offer or red line, in few words."""
    sentences: list[int]
    """Numbers of the sentences that say so, the clearest first."""


class DraftAgreement(DraftModel):
    """Something agreed, or not."""

    text: str
    """What, in few words."""
    parties: list[str]
    """Between whom, copied."""
    status: AgreementStatus
    """Whether it holds."""
    sentences: list[int]
    """Numbers of the sentences that say so, the clearest first."""


class DraftDocument(DraftModel):
    """A paper that the parties exchanged, promised, await, published or signed."""

    name: str
    """What the article calls it, copied."""
    author: str | None
    """Whose paper it is, copied."""
    recipient: str | None
    """For whom it is, copied."""
    status: DocumentStatus | None
    """What has become of it."""
    date: str | None
    """The words that tell when that happened, copied."""
    sentences: list[int]
    """Numbers of all the sentences that mention it."""


class DraftEvent(DraftModel):
    """A dated event."""

    date: str
    """The words that tell when, copied."""
    event: str
    """What happens, in few words."""
    sentences: list[int]
    """Numbers of the sentences that say so, the one that holds the date first."""


class DraftPoint(DraftModel):
    """An open question or a next step."""

    text: str
    """What is open, or what comes next, in few words."""
    sentences: list[int]
    """Numbers of the sentences that say so, the clearest first."""


class DraftSource(DraftModel):
    """An outlet or other source that the article relies on."""

    name: str
    """Its name, copied."""
    description: str | None
    """How the article describes it, copied."""
    sentences: list[int]
    """Numbers of the sentences that name it."""


class Draft(DraftModel):
    """All that a model says of an article."""

    bottom_line: DraftBottomLine | None
    talks: DraftTalks | None
    meetings: list[DraftMeeting]
    delegations: list[DraftDelegation]
    statements: list[DraftStatement]
    positions: list[DraftPosition]
    agreements: list[DraftAgreement]
    documents: list[DraftDocument]
    events: list[DraftEvent]
    open_questions: list[DraftPoint]
    next_steps: list[DraftPoint]
    sources: list[DraftSource]
