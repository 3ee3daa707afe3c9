"""The words of the briefing format: statuses, acts, kinds, ISO dates, and what all its classes share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

ISO_DATE = (
    r"^\d{4}(-W\d{2}|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
)

Text = Annotated[str, StringConstraints(min_length=1)]
IsoDate = Annotated[str, StringConstraints(pattern=ISO_DATE)]

TalksStatus = Literal["planned", "under_way", "concluded", "suspended", "cancelled", "unclear"]
MeetingStatus = Literal["past", "under_way", "planned", "postponed", "cancelled", "unclear"]
SpeakerKind = Literal["person", "organisation", "outlet", "anonymous"]
Act = Literal[
    "said", "announced", "claimed", "confirmed", "denied", "demanded", "proposed",
    "asked", "agreed", "rejected", "warned", "criticised", "declined", "expected",
]  # fmt: skip
AgreementStatus = Literal["agreed", "tentative", "rejected", "violated"]
DocumentStatus = Literal["delivered", "promised", "awaited", "withheld", "published", "signed"]
EventStatus = Literal["past", "planned"]
RefusalKind = Literal["altered", "absent"]
VerdictKind = Literal["supported", "altered", "absent", "unjudged"]
FormatName = Literal["briefing", "dossier"]
"""The formats that are published."""


class Model(BaseModel):
    """What all classes of the format share: frozen, closed, and silent about their input in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True)


def first_objection(error: ValidationError) -> str:
    """What is wrong first with a text that is not of a format: a JSON Pointer and the rule, none of its own words."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"/{'/'.join(str(part) for part in first['loc'])}: {first['msg']}"
