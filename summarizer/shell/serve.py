"""The command `summarizer serve`: the HTTP service, by uvicorn; and `summarizer key`, which makes keys for it."""

from __future__ import annotations

import asyncio
import errno
import math
import re
import socket
import tempfile
from contextlib import ExitStack
from importlib.util import find_spec

from summarizer.errors import SettingsError
from summarizer.settings import KEY_NAME, is_this_machine, read_service_settings, share_counts, tell_workers
from summarizer.shell.options import ServeOptions
from summarizer.shell.streams import say, show


def serve(options: ServeOptions) -> None:
    """Serve until SIGTERM or Ctrl-C; requests under way are answered first. Raises `SettingsError`."""
    if find_spec("uvicorn") is None or find_spec("fastapi") is None:
        raise SettingsError("The service needs its packages.", hint='pip install "summarizer[server]"')
    import uvicorn

    settings = read_service_settings()
    given: dict[str, str] = {}
    if is_this_machine(options.host):
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
        _check_free(options.host, options.port)
        say(f"summarizer: http://{_shown(options.host)}:{options.port}/ (Ctrl-C ends it)")
        uvicorn.run(
            "summarizer.service:create_app",
            factory=True,
            host=options.host,
            port=options.port,
            workers=options.workers,
            http="summarizer.service.lines:BoundedProtocol",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=math.ceil(settings.deadline or DRAIN_SECONDS),
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


def _check_free(host: str, port: int) -> None:
    """Raise `SettingsError` where nothing can listen there: the server itself tells that late, and not in one line."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: what a service that has just ended leaves behind is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = "another program listens there" if error.errno == errno.EADDRINUSE else error.strerror
        raise SettingsError(
            f"The service cannot listen on {_shown(host)}:{port}: {reason}.",
            hint="Name another address or port with --host and --port.",
        ) from None


def make_key(name: str) -> None:
    """Show a new key, once, and what the settings keep of it."""
    from summarizer.service.access import hash_of, new_key

    if not re.fullmatch(KEY_NAME, name):
        raise SettingsError("A key's name has letters, digits, dots and dashes.", hint="Such as desk-2.")
    key = new_key()
    say(f"The key, shown this once: {key}")
    say("Add this to SUMMARIZER_KEYS:")
    show(f"{name}:{hash_of(key)}\n")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
