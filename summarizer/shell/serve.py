"""The command `summarizer serve`: the HTTP service, by uvicorn; and `summarizer key`, which makes keys for it."""

from __future__ import annotations

import asyncio
import re
import tempfile
from contextlib import ExitStack
from importlib.util import find_spec
from ipaddress import ip_address

from summarizer.errors import SettingsError
from summarizer.settings import read_service_settings, share_counts, tell_workers
from summarizer.shell.options import ServeOptions
from summarizer.shell.streams import say, show

NAME = re.compile(r"[\w.-]{1,64}")
LOCAL = ("localhost", "127.0.0.1", "::1")


def serve(options: ServeOptions) -> None:
    """Serve until SIGTERM or Ctrl-C; requests under way are answered first. Raises `SettingsError`."""
    if find_spec("uvicorn") is None or find_spec("fastapi") is None:
        raise SettingsError("The service needs its packages.", hint='pip install "summarizer[server]"')
    import uvicorn

    settings = read_service_settings()
    given: dict[str, str] = {}
    if _is_loopback(options.host):
        given["on_loopback"] = "1"
    if options.model:
        given["models"] = ",".join(options.model)
    with ExitStack() as stack:
        if options.workers > 1:
            # prometheus_client reads this when it is first imported, in each worker.
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="summarizer-metrics-"))
            share_counts(folder)
        tell_workers(**given)
        _check_once()
        say(f"summarizer: http://{_shown(options.host)}:{options.port}/ (Ctrl-C ends it)")
        uvicorn.run(
            "summarizer.service:create_app",
            factory=True,
            host=options.host,
            port=options.port,
            workers=options.workers,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=int(settings.deadline or DRAIN_SECONDS),
        )


DRAIN_SECONDS = 1800
"""Seconds that requests under way are waited for where no deadline is set: the longest one may take."""


def _check_once() -> None:
    """Raise what would keep the service from starting here, as one line, and not as a worker's traceback."""
    from summarizer.service.access import Access
    from summarizer.service.cache import open_cache
    from summarizer.service.desk import models_on_offer
    from summarizer.summarizer import AsyncSummarizer

    settings = read_service_settings()
    Access(settings)
    for model in models_on_offer(settings):
        AsyncSummarizer(model)
    asyncio.run(open_cache(settings).close())


def make_key(name: str) -> None:
    """Show a new key, once, and what the settings keep of it."""
    from summarizer.service.access import hash_of, new_key

    if not NAME.fullmatch(name):
        raise SettingsError("A key's name has letters, digits, dots and dashes.", hint="Such as desk-2.")
    key = new_key()
    say(f"The key, shown this once: {key}")
    say("Add this to SUMMARIZER_KEYS:")
    show(f"{name}:{hash_of(key)}\n")


def _is_loopback(host: str) -> bool:
    try:
        return host in LOCAL or ip_address(host).is_loopback
    except ValueError:
        return False


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
