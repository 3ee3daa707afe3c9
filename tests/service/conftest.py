"""Start the service in a test; it ends with the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.service.running import Serve, running


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(script, RATE="5/minute")`: a running service; see `running`."""
    with ExitStack() as stack:
        yield lambda script=None, **settings: stack.enter_context(running(script, **settings))
