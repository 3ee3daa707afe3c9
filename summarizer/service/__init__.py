"""The HTTP microservice: what the SDK gives Python, for every other program, and a page for people.

`summarizer serve`, or `uvicorn --factory summarizer.service:create_app`. A request passes, in this order:
`edge` (request id, Host, size, log, nothing ever escapes as a traceback) → `access` (key, rate) → `reading` (an
`Article`) → `desk` (cache, equal requests joined, admission, the core) → `answers` (JSON, Markdown, HTML, a stream).
Every error is a problem by RFC 9457 (`problems`). Needs `pip install "summarizer[server]"`.
"""

from summarizer.service.app import create_app

__all__ = ["create_app"]
