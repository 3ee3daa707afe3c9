"""What a request may hold, and how its body is read: JSON, or a form with a file."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import Annotated, Any, Literal, TypeVar

import anyio.to_thread
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from summarizer.article import Article, Metadata
from summarizer.briefing import Briefing
from summarizer.reading.language_detection import language_code
from summarizer.reading.text import settle_line
from summarizer.service.problems import InvalidField, ProblemError, invalid_fields
from summarizer.sources import MAX_BYTES

JSON = "application/json"
FORM = "multipart/form-data"
FILE_TYPES = ("text/plain", "text/html", "text/markdown", "application/pdf", "application/octet-stream")
"""What an uploaded file may say that it is; what it is, its content tells."""
LONGEST_LINE = 2_000
"""Characters that a title, outlet or address may have."""

LONGEST_NAME = 255
"""Characters of a file's name that are kept; its suffix is at the end."""
MOST_BRIEFINGS = 1_000
"""Finished briefings that a dossier is made of at most."""
MOST_ARTICLES = 200
"""Articles that are briefed for one dossier at most."""
MOST_PAIRS = 200
"""Pairs of sentences that a model is asked about for one dossier at most: a hosted model needs about a minute."""

Rendering = Literal["markdown", "html"]
Parsed = TypeVar("Parsed", bound=BaseModel)


def _is_a_language(value: object) -> object:
    if isinstance(value, str) and language_code(value) is None:
        raise ValueError("it is not an ISO 639-1 code such as en, uk or ja")
    return value


Line = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]
Language = Annotated[str, BeforeValidator(_is_a_language), Field(max_length=35)]
_CONFIG = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _one_of_text_and_html(schema: dict[str, Any]) -> None:
    """Say in JSON Schema, too, that one of the two is given, and the other left out or null."""
    given, absent = {"type": "string", "minLength": 1}, {"type": "null"}
    schema["oneOf"] = [
        {"required": ["text"], "properties": {"text": given, "html": absent}},
        {"required": ["html"], "properties": {"text": absent, "html": given}},
    ]


class ArticleFields(BaseModel):
    """What is known of an article; it goes before what a file says of itself."""

    model_config = _CONFIG

    title: Line | None = Field(None, description="Its headline. Context for a model, never evidence.")
    outlet: Line | None = Field(None, description="Who published it.")
    url: Line | None = Field(None, description="Where it was published. Metadata: never fetched.")
    published: dt.date | None = Field(None, description="Day of publication; relative dates count from it.")
    language: Language | None = Field(None, description="Its language (ISO 639-1); detected without it.")

    def metadata(self) -> Metadata:
        """What the SDK calls it."""
        return Metadata(
            title=self.title, outlet=self.outlet, url=self.url, published=self.published, language=self.language
        )


class TextFields(ArticleFields):
    """An article as text or as a web page, one of the two."""

    model_config = ConfigDict(json_schema_extra=_one_of_text_and_html)

    text: Annotated[str, Field(min_length=1)] | None = Field(None, description="Its text.")
    html: Annotated[str, Field(min_length=1)] | None = Field(None, description="A web page that holds it.")

    @model_validator(mode="after")
    def _one_of_two(self) -> TextFields:
        if (self.text is None) == (self.html is None):
            raise ValueError("give text or html, one of the two")
        return self

    def article(self) -> Article:
        """The article. Raises `ArticleError`."""
        if self.html is not None:
            return Article.from_html(self.html, **self.metadata())
        return Article.from_text(self.text or "", **self.metadata())


class Manner(BaseModel):
    """How a briefing is to be made."""

    model_config = _CONFIG

    model: Line | None = Field(None, description="One of `GET /v1/models`; the first of them without it.")
    write_in: Language | None = Field(
        None, description="Language of the briefing's own words (ISO 639-1); the article's without it."
    )
    strict: bool = Field(False, description="Refuse what could not be judged, too.")


class Wishes(Manner):
    """How a briefing is to be made, and what is wanted of it besides."""

    renderings: list[Rendering] = Field(
        [], max_length=2, description="For a stream: forms of the briefing that its last event holds as well."
    )


class BriefingRequest(TextFields, Wishes):
    """An article and how to brief it."""


class UploadRequest(ArticleFields, Wishes):
    """The fields of a form beside its file."""


class VerificationRequest(BaseModel):
    """A briefing and the article that it is of."""

    model_config = _CONFIG

    briefing: Briefing = Field(description="The briefing, of this tool or of another one, in the published format.")
    article: TextFields = Field(description="The article that it was made from.")
    language: Language | None = Field(
        None, description="Language of the briefing's free texts (ISO 639-1); the article's without it."
    )
    strict: bool = Field(False, description="Let facts that could not be judged fail, too.")


def _something_to_merge(schema: dict[str, Any]) -> None:
    """Say in JSON Schema, too, that there is a briefing or an article."""
    schema["anyOf"] = [
        {"required": [name], "properties": {name: {"minItems": 1}}} for name in ("briefings", "articles")
    ]


class DossierRequest(Manner):
    """Briefings that are finished, articles to be briefed first, or both; and how these are to be briefed."""

    model_config = ConfigDict(json_schema_extra=_something_to_merge)

    briefings: list[Briefing] = Field(
        [], description=f"Finished briefings, in any order; {MOST_BRIEFINGS:,} at most. They need no model."
    )
    articles: list[TextFields] = Field([], description=f"Articles to be briefed first; {MOST_ARTICLES:,} at most.")
    since: dt.date | None = Field(
        None, description="Tell what changed after this day, too: against what the articles up to its end had."
    )
    pairs: int = Field(
        0,
        ge=0,
        le=MOST_PAIRS,
        description="Pairs of sentences that the model compares at most: those of which no rule can tell whether they "
        "belong together, the likeliest first. Its answers are in `rulings`.",
    )

    @model_validator(mode="after")
    def _not_empty(self) -> DossierRequest:
        if not (self.briefings or self.articles):
            raise ValueError("give a briefing or an article, one at least")
        return self


async def read_json(request: Request, kind: type[Parsed]) -> Parsed:
    """The JSON body. Raises `ProblemError`: 415 for another kind, 400 for no JSON, 422 for what does not fit."""
    if _media_type(request) != JSON:
        raise _unsupported(JSON)
    body = await request.body()
    # In a thread: what a hostile body holds may take a second to be told apart.
    return await anyio.to_thread.run_sync(_parsed, kind, body)


def _parsed(kind: type[Parsed], body: bytes) -> Parsed:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        found = _objections(error)
        if found[0]["type"] == "json_invalid":
            raise ProblemError(400, "malformed_body", f"The body is no JSON: {found[0]['msg']}.") from None
        raise invalid(invalid_fields(found)) from None


async def read_order(request: Request, most: int) -> tuple[Article, Wishes]:
    """The article and the wishes of a request to brief, whose text may have `most` code points.

    Raises `ProblemError` as `read_json`, and `ArticleError` where there is no article in it.
    """
    if _media_type(request) == JSON:
        fields = await read_json(request, BriefingRequest)
        return within(most, await anyio.to_thread.run_sync(fields.article)), fields
    if _media_type(request) == FORM:
        return await _read_form(request, most)
    raise _unsupported(f"{JSON} or {FORM}")


async def _read_form(request: Request, most: int) -> tuple[Article, Wishes]:
    try:
        form = await request.form(max_files=1, max_fields=len(UploadRequest.model_fields) + 1, max_part_size=100_000)
    except (MultiPartException, ValueError, KeyError) as error:
        raise ProblemError(400, "malformed_body", "The form cannot be read.") from error
    except Exception as error:
        # Starlette tells what the parser objects to as an HTTP error of its own.
        if getattr(error, "status_code", None) == 400:
            raise ProblemError(400, "malformed_body", "The form cannot be read.") from None
        raise
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise invalid([InvalidField(pointer="/file", detail="give the article as a file")])
        fields = _validated(form)
        kind = (file.content_type or FILE_TYPES[0]).partition(";")[0].strip().lower()
        if kind not in FILE_TYPES:
            raise _unsupported(f"a file of {', '.join(FILE_TYPES)}")
        data = await file.read(MAX_BYTES + 1)
        name = _file_name(file)
        read = await anyio.to_thread.run_sync(lambda: Article.from_bytes(data, name=name, **fields.metadata()))
        return within(most, read), fields
    finally:
        await form.close()


def _file_name(file: UploadFile) -> str | None:
    """The name alone, on one line: browsers send no folders, and what else a client puts there is told to nobody."""
    name = settle_line(PurePath((file.filename or "").replace("\\", "/")).name)
    return name[-LONGEST_NAME:] or None


def _validated(form: FormData) -> UploadRequest:
    given: dict[str, Any] = {}
    for name in {name for name, _ in form.multi_items()} - {"file"}:
        values = [value for value in form.getlist(name) if isinstance(value, str)]
        given[name] = values if name == "renderings" else values[-1] if values else None
    try:
        return UploadRequest.model_validate({name: value for name, value in given.items() if value not in ("", [])})
    except ValidationError as error:
        raise invalid(invalid_fields(_objections(error))) from None


def _objections(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic objects to, without a word of what was sent."""
    return error.errors(include_url=False, include_input=False, include_context=False)


def within(most: int, article: Article) -> Article:
    """The article, whose text may have `most` code points. Raises `ProblemError` (413) where it has more."""
    if len(article.text) > most:
        raise ProblemError(
            413, "article_too_long", f"The article has {len(article.text):,} characters, {most:,} are read here."
        )
    return article


def invalid(errors: list[InvalidField]) -> ProblemError:
    """The problem of a request that does not fit."""
    first = f"{errors[0].pointer or 'The body'}: {errors[0].detail}"
    return ProblemError(422, "invalid_request", f"{first}.", errors=errors)


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _unsupported(wanted: str) -> ProblemError:
    return ProblemError(415, "unsupported_media_type", f"Send {wanted}.", headers={"Accept-Post": f"{JSON}, {FORM}"})
