"""Reads a source into an `Article`: its text, what is known about it, and its numbered sentences.

All offsets of a briefing count code points of `Article.text`, so the text is settled here once: line
ends are `\\n`, outer white space, a leading `date YYYY-MM-DD` and stray control characters
are off, nothing else is changed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated, TypedDict, Unpack

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from summarizer.errors import ArticleError, SettingsError
from summarizer.reading.language_detection import detect_language, language_code
from summarizer.reading.text import settle_line, settle_text, take_off_date
from summarizer.sentences import Sentence, split_sentences
from summarizer.sources import (
    Source,
    file_bytes,
    file_lines,
    holds_json_lines,
    read_html,
    read_json,
    read_pdf,
    read_source,
)

Known = Annotated[str, StringConstraints(min_length=1)]


class Metadata(TypedDict, total=False):
    """What a caller knows about an article; it goes before what the source says of itself."""

    title: str | None
    outlet: str | None
    url: str | None
    published: dt.date | None
    language: str | None


class Article(BaseModel):
    """A news article: its text as printed, its metadata, and its sentences, numbered from 1.

    Made by `from_text`, `from_file`, `from_bytes`, `from_html`, `from_pdf` or `from_json`. Frozen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True)

    text: str
    """The text that all offsets refer to. Holds no title and no date line."""
    title: Known | None = None
    """The headline, where known. Metadata: context for a model, never evidence."""
    outlet: Known | None = None
    """Who published the article."""
    url: Known | None = None
    """Where it was published. Never fetched."""
    published: dt.date | None = None
    """The day of publication; relative dates count from it."""
    language: Annotated[str, StringConstraints(pattern="^[a-z]{2}$")] | None = None
    """ISO 639-1 code of the language."""

    @field_validator("text")
    @classmethod
    def _text_is_settled(cls, text: str) -> str:
        settled = settle_text(text)
        if settled != text:
            raise ValueError("the text is not in its final form; use Article.from_text")
        return text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the order of the text; every character but white space is in one of them."""
        return split_sentences(self.text, self.language)

    @cached_property
    def paragraph_begins(self) -> tuple[bool, ...]:
        """For each sentence, whether it begins a paragraph: a line break stands before it, or nothing."""
        ends = [0, *(s.end for s in self.sentences[:-1])]
        between = [self.text[end : s.start] for end, s in zip(ends, self.sentences, strict=True)]
        return tuple(at == 0 or "\n" in gap for at, gap in enumerate(between))

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @classmethod
    def from_text(cls, text: str, **known: Unpack[Metadata]) -> Article:
        """Make an article of a text.

        A leading `date YYYY-MM-DD` is taken off and becomes `published`, unless that is given. The
        language is detected unless given ("en", "pt-BR").

        Raises:
            EmptyArticleError: no letter in the text.
            UnreadableSourceError: it holds characters that no text holds.
            ArticleError: it is longer than `MAX_CHARACTERS`.
            SettingsError: `language` is not an ISO 639-1 code.
        """
        return cls._from_source(Source(text=text), known)

    @classmethod
    def from_file(cls, path: str | Path, **known: Unpack[Metadata]) -> Article:
        """Read one article from a text, Markdown, HTML, PDF or JSON file, or JSON Lines of one line.

        Raises:
            SourceNotFoundError: no such file, a folder, or it may not be read.
            ArticleError: as `from_bytes`.
        """
        return cls.from_bytes(file_bytes(Path(path)), name=str(path), **known)

    @classmethod
    def from_bytes(cls, data: bytes, *, name: str | None = None, **known: Unpack[Metadata]) -> Article:
        """Read one article from bytes whose kind is told by their content and by the suffix of `name`.

        Raises:
            UnreadableSourceError: binary, not UTF-8, HTML without an article, PDF without text, or JSON
                that does not fit.
            ArticleError: as `from_text`; the message names the source where `name` is known.
        """
        with naming(name):
            return cls._from_source(read_source(data, name), known)

    @classmethod
    def from_html(cls, html: str | bytes, **known: Unpack[Metadata]) -> Article:
        """Take the article out of a web page; nothing is fetched. Raises as `from_bytes`."""
        return cls._from_source(read_html(html, url=known.get("url")), known)

    @classmethod
    def from_pdf(cls, pdf: bytes | str | Path, **known: Unpack[Metadata]) -> Article:
        """Read an article from the bytes of a PDF, or from the file at a path. Raises as `from_file`."""
        if isinstance(pdf, bytes):
            return cls._from_source(read_pdf(pdf), known)
        data = file_bytes(Path(pdf))
        with naming(str(pdf)):
            return cls._from_source(read_pdf(data), known)

    @classmethod
    def from_json(cls, data: str | bytes, **known: Unpack[Metadata]) -> Article:
        """Read an article from a JSON object.

        It holds `text` or `html`, and where known `title`, `outlet`, `url`, `published` (ISO 8601) and
        `language`. Other keys are ignored. Raises as `from_bytes`.
        """
        return cls._from_source(read_json(data), known)

    @classmethod
    def _from_source(cls, source: Source, known: Metadata) -> Article:
        unknown = sorted(set(known) - set(Metadata.__annotations__))
        if unknown:
            raise TypeError(f"an article has no {unknown[0]!r}")
        text, inline_date = take_off_date(settle_text(source.text))
        published = known.get("published") or source.published or inline_date
        given = known.get("language")
        language = _given_language(given) if given else source.language or detect_language(text)
        return cls(
            text=text,
            title=_line(known.get("title") or source.title),
            outlet=_line(known.get("outlet") or source.outlet),
            url=_line(known.get("url") or source.url),
            published=published.date() if isinstance(published, dt.datetime) else published,
            language=language or source.declared_language,
        )


def read_articles(path: str | Path, *, on_error: Callable[[ArticleError], None] | None = None) -> Iterator[Article]:
    """Read all articles of a file: one a line from JSON Lines, one from any other kind.

    An article that cannot be read is passed to `on_error`, and reading goes on with the next one;
    without `on_error` its error is raised.

    Raises:
        SourceNotFoundError: no such file, or it may not be read.
        ArticleError: an article cannot be read and there is no `on_error`. The message names the line.
    """
    if not holds_json_lines(Path(path)):
        yield from _reported(lambda: Article.from_file(path), on_error)
        return
    for number, line in file_lines(Path(path)):
        yield from _reported(partial(_line_article, line, f"{path}, line {number}"), on_error)


def _reported(read: Callable[[], Article], on_error: Callable[[ArticleError], None] | None) -> Iterator[Article]:
    try:
        article = read()
    except ArticleError as error:
        if on_error is None:
            raise
        on_error(error)
    else:
        yield article


def _line_article(line: bytes, place: str) -> Article:
    with naming(place):
        return Article.from_json(line)


@contextmanager
def naming(place: str | None) -> Iterator[None]:
    """Put the place that an article was read from before the message of an error."""
    try:
        yield
    except ArticleError as error:
        if place is None:
            raise
        raise type(error)(f"{place}: {error.message}", hint=error.hint) from error


def _line(value: str | None) -> str | None:
    return settle_line(value) or None if value else None


def _given_language(tag: str) -> str:
    code = language_code(tag)
    if code is None:
        raise SettingsError(
            f"{tag!r} is not a language code.", hint='Give an ISO 639-1 code, such as "en", "uk" or "ja".'
        )
    return code
