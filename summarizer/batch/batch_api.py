"""A provider's files and batches, by the OpenAI protocol: upload, create, look, fetch, delete.

Whatever a provider says is data: its ids are put into addresses only where they look like ids.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import httpx2
from pydantic import BaseModel, Field, ValidationError

from summarizer.errors import AuthenticationError, ModelError, ModelUnavailableError, SettingsError

COMPLETIONS = "/chat/completions"
"""What the address of a call ends with; files and batches are beside it."""
ENDPOINT = "/v1/chat/completions"
"""How the protocol names the kind of call inside a batch, whatever the provider's address is."""
WINDOW = "24h"
"""The one window that the protocol has."""
METADATA = "summarizer_upload"
"""Under which a batch carries the name of our upload."""
SECONDS = 120.0
"""Seconds in which the provider has to take or send something more."""
MOST_LINE = 8_000_000
"""Bytes of a line of answers that are read."""
PAGE, MOST_PAGES = 100, 10
"""Batches that are listed at once, and how often, to find one again."""
FINAL = frozenset({"completed", "expired", "cancelled", "failed"})
"""What a batch is when nothing more comes of it."""
_KEPT_HEADERS = ("authorization", "api-key", "openai-organization", "openai-project", "user-agent")
_ABSENT = frozenset({404, 405, 501})
_RETRYABLE = frozenset({408, 409, 425, 429})
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,199}")
_LONGEST_WORDS = 300


class Problem(BaseModel):
    """One of the reasons for which a batch failed."""

    code: str | None = None
    message: str | None = None
    line: int | None = None


class Problems(BaseModel):
    """Why a batch failed."""

    data: Sequence[Problem] = ()


class RemoteBatch(BaseModel):
    """A batch as the provider tells of it."""

    id: str = Field(pattern=f"^{_ID.pattern}$")
    status: str
    """`validating`, `in_progress`, `finalizing`, `cancelling`, or one of `FINAL`."""
    created_at: float = 0.0
    output_file_id: str | None = None
    error_file_id: str | None = None
    errors: Problems | None = None
    metadata: Mapping[str, Any] | None = None

    def told(self) -> str:
        """Why it failed, in the provider's words."""
        problems = self.errors.data if self.errors else ()
        return "; ".join(plain(": ".join(filter(None, (one.code, one.message)))) for one in problems[:3])


def plain(words: str) -> str:
    """A provider's words as they may stand in a line on a terminal."""
    return "".join(c if c.isprintable() else " " for c in words)[:_LONGEST_WORDS].strip().rstrip(".")


class BatchApi:
    """The files and batches of one provider."""

    def __init__(self, provider: str, call: httpx2.Request, way: httpx2.AsyncBaseTransport) -> None:
        """Address and key are those of `call`, an ordinary one; `way` is how calls go, and whoever has it closes it."""
        self._provider = provider
        headers = {name: call.headers[name] for name in _KEPT_HEADERS if name in call.headers}
        base = str(call.url.copy_with(query=None)).removesuffix(COMPLETIONS)
        # A redirect would take the articles to another host than the one that was named.
        self._client = httpx2.AsyncClient(
            transport=way, base_url=base, headers=headers, timeout=SECONDS, follow_redirects=False
        )

    async def upload(self, name: str, content: bytes) -> str:
        """The id of a new file of calls. Raises as every method here.

        `SettingsError` where the provider has no batches, `AuthenticationError` where it refuses the key, and a
        `ModelError` otherwise, `retryable` where the same may succeed later.
        """
        file = {"file": (f"{name}.jsonl", content, "application/jsonl")}
        answered = await self._ask("POST", "/files", data={"purpose": "batch"}, files=file)
        return self._id(answered)

    async def find_file(self, name: str) -> str | None:
        """The id of the file of that name, where the provider has it and tells."""
        try:
            listed = await self._ask("GET", "/files", params={"purpose": "batch", "limit": PAGE})
        except SettingsError:
            return None
        files = listed.get("data")
        named = [one for one in files if isinstance(one, dict)] if isinstance(files, list) else []
        return next((self._id(one) for one in named if one.get("filename") == f"{name}.jsonl"), None)

    async def create(self, name: str, file: str) -> RemoteBatch:
        """A new batch of a file of calls, which carries the name."""
        wanted = {
            "input_file_id": file, "endpoint": ENDPOINT, "completion_window": WINDOW, "metadata": {METADATA: name}
        }  # fmt: skip
        return self._batch(await self._ask("POST", "/batches", json=wanted))

    async def find(self, name: str, since: float) -> RemoteBatch | None:
        """The batch that carries the name, among those that were created since then."""
        after: dict[str, str] = {}
        for _ in range(MOST_PAGES):
            try:
                listed = await self._ask("GET", "/batches", params={"limit": PAGE, **after})
            except SettingsError:
                return None
            batches = [self._batch(one) for one in listed.get("data") or ()]
            for batch in batches:
                if (batch.metadata or {}).get(METADATA) == name:
                    return batch
            # The newest come first.
            if not batches or not listed.get("has_more") or batches[-1].created_at < since:
                return None
            after = {"after": batches[-1].id}
        return None

    async def look(self, batch: str) -> RemoteBatch | None:
        """A batch as it is now; `None` where the provider has it no more."""
        try:
            return self._batch(await self._ask("GET", f"/batches/{quote(batch, safe='')}"))
        except SettingsError:
            return None

    async def lines(self, file: str) -> AsyncIterator[bytes]:
        """The lines of a file; none where the provider has it no more."""
        rest = b""
        try:
            async with self._client.stream("GET", f"/files/{self._checked(file)}/content") as response:
                if response.status_code in _ABSENT:
                    return
                if response.status_code >= 300:
                    await response.aread()
                    raise self._refused(response)
                async for part in response.aiter_bytes():
                    *whole, rest = (rest + part).split(b"\n")
                    for line in whole:
                        yield line
                    if len(rest) > MOST_LINE:
                        raise ModelError(f"{self._provider} sent a line without end.", provider=self._provider)
        except httpx2.HTTPError:
            raise self._unreachable() from None
        if rest:
            yield rest

    async def delete(self, file: str) -> None:
        """Delete a file."""
        await self._ask("DELETE", f"/files/{self._checked(file)}")

    async def _ask(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        try:
            response = await self._client.request(method, path, **options)
        except httpx2.HTTPError:
            raise self._unreachable() from None
        if response.status_code >= 300:
            raise self._refused(response)
        try:
            answered = response.json()
        except ValueError:
            answered = None
        if not isinstance(answered, dict):
            raise self._odd()
        return answered

    def _batch(self, told: Any) -> RemoteBatch:
        try:
            return RemoteBatch.model_validate(told)
        except ValidationError:
            raise self._odd() from None

    def _id(self, told: Mapping[str, Any]) -> str:
        return self._checked(told.get("id"))

    def _checked(self, told: Any) -> str:
        if not isinstance(told, str) or not _ID.fullmatch(told):
            raise self._odd()
        return told

    def _odd(self) -> ModelError:
        return ModelError(
            f"{self._provider} answered with what the batch API does not have.",
            hint="Check --base-url, or use --engine local.", provider=self._provider,
        )  # fmt: skip

    def _unreachable(self) -> ModelUnavailableError:
        return ModelUnavailableError(
            f"{self._provider} cannot be reached.", hint="Check the network and the address (--base-url).",
            provider=self._provider, retryable=True,
        )  # fmt: skip

    def _refused(self, response: httpx2.Response) -> Exception:
        status = response.status_code
        if status in (401, 403):
            return AuthenticationError(
                f"{self._provider} refused the key (HTTP {status}).",
                hint="Check it, and that it may use files and batches.", provider=self._provider, status_code=status,
            )  # fmt: skip
        if status in _ABSENT:
            return SettingsError(f"{self._provider} has no batch API (HTTP {status}).", hint="Use --engine local.")
        told = _words_of(response)
        kind = ModelUnavailableError if status >= 500 or status in _RETRYABLE else ModelError
        return kind(
            f"{self._provider} did not take the batch (HTTP {status}){f': {told}' if told else ''}.",
            hint="Try again later, or use --engine local.", provider=self._provider, status_code=status,
            retryable=kind is ModelUnavailableError, retry_after=_seconds(response.headers.get("retry-after")),
        )  # fmt: skip


def _words_of(response: httpx2.Response) -> str:
    try:
        detail = json.loads(response.content)["error"]["message"]
    except (ValueError, LookupError, TypeError):
        return ""
    return plain(detail) if isinstance(detail, str) else ""


def _seconds(told: str | None) -> float | None:
    return float(told) if told is not None and re.fullmatch(r"\d{1,6}(?:\.\d+)?", told) else None
