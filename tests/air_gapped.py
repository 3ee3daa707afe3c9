"""Briefs, verifies and serves with SUMMARIZER_OFFLINE=1, and tells what it tried to reach; run as a process of its own.

Where the process is in a network of its own, its loopback is brought up first; nothing else is there.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import struct
import sys
from typing import Any

from tests.reaching_out import other_machine

REACHED: list[str] = []
_IFF_UP, _SIOCSIFFLAGS = 1, 0x8914


def bring_up_loopback() -> None:
    """What `ip link set lo up` does."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control.fileno(), _SIOCSIFFLAGS, struct.pack("16sh", b"lo", _IFF_UP))


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook that notes every name that is looked up and every address that is not this machine's."""
    host = other_machine(event, arguments)
    if host is not None:
        REACHED.append(f"{event} {host}")


def work() -> dict[str, int]:
    """A briefing by each plan from each kind of source, a verification, and the service with its page."""
    from summarizer import Article, Summarizer, verify
    from tests.draft_answers import answers_from
    from tests.invented import ARTICLE, DRAFT, TEXT
    from tests.scripted_model import ScriptedModel
    from tests.service.running import running

    page = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    read = Article.from_html(f"<html><body><article><h1>Talks</h1>{page}</article></body></html>")
    with ScriptedModel(answers_from(ARTICLE, DRAFT)) as model:
        done = {"read": len(read.sentences)}
        for name in ("scripted/large", "embedded/qwen2.5-coder-1.5b"):
            with Summarizer(name, base_url=model.base_url, api_key="x") as summarizer:
                briefing = summarizer.brief(ARTICLE)
            done[name] = briefing.verification.facts
            assert verify(briefing, ARTICLE).holds
            assert briefing.markdown()
            assert briefing.html(ARTICLE)
    with running() as service:
        done["service"] = service.brief().status_code
        done["page"] = service.client.get("/").status_code
        done["ready"] = service.client.get("/readyz").status_code
    return done


if __name__ == "__main__":
    if "--own-network" in sys.argv:
        bring_up_loopback()
    sys.addaudithook(watch)
    os.environ["SUMMARIZER_OFFLINE"] = "1"
    print(json.dumps({"done": work(), "reached": REACHED}))
