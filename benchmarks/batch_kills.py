"""`summarizer batch` killed at random moments: what was lost, what came twice, what was paid twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from summarizer import Article
from tests.invented import DRAFT, TEXT
from tests.scripted_model import Answer, Request, ScriptedModel

ARTICLES = 40
AT_ONCE = 4
UNDER_WAY = 0.3
"""Seconds before a kill in which an answer may have gone out that the process had no time to note."""
LONGEST = 4.0
"""Seconds after its start, at most, at which a process is killed; starting takes about one."""
ANSWERS_AFTER = 0.05


class Ledger:
    """What the server was asked, and when it had answered."""

    def __init__(self) -> None:
        self.ended: dict[str, list[float]] = {}

    def reply(self, request: Request) -> Answer:
        """Answer after a moment, and note it."""
        time.sleep(ANSWERS_AFTER)
        self.ended.setdefault(json.dumps(request.body, sort_keys=True), []).append(time.monotonic())
        if request.question == "OverviewAnswer":
            assert DRAFT.talks is not None
            return DRAFT.talks.model_dump(include={"parties", "mediators", "subject", "status"})
        return dict.fromkeys(request.schema["properties"])

    def paid_twice(self, kills: list[float]) -> tuple[int, int]:
        """Calls that were made again, and those of them whose earlier answer no kill can have cut off."""
        again = careless = 0
        for times in self.ended.values():
            for earlier in times[:-1]:
                again += 1
                careless += not any(-0.1 <= kill - earlier <= UNDER_WAY for kill in kills)
        return again, careless


def killed(count: int, tell: Callable[[str], None] = print) -> dict[str, int]:
    """What came of so many kills, by name."""
    chance = random.Random(11)
    sums: Counter[str] = Counter()
    while sums["kills"] < count:
        ledger = Ledger()
        with ScriptedModel(ledger.reply) as model, tempfile.TemporaryDirectory() as folder:
            kills = _until_done(Path(folder), model.base_url, chance, count - sums["kills"])
            sums["kills"] += len(kills)
            sums["batches"] += 1
            lines = Path(folder, "out", "briefings.jsonl").read_bytes().splitlines()
            texts = Counter(json.loads(line)["article"]["sha256"] for line in lines)
            wanted = {Article.from_text(_text(number)).sha256 for number in range(ARTICLES)}
            sums["lost"] += len(wanted - set(texts))
            sums["twice"] += sum(texts.values()) - len(texts)
            again, careless = ledger.paid_twice(kills)
            sums["calls"] += sum(map(len, ledger.ended.values()))
            sums["made again"] += again
            sums["paid twice, not under way"] += careless
    names = ("kills", "batches", "calls", "made again", "paid twice, not under way", "lost", "twice")
    return {name: sums[name] for name in names}


def _text(number: int) -> str:
    """An article of which no sentence stands in another one, so that each question tells whose it is."""
    return TEXT.replace(".", f" in row {number}.")


def _until_done(folder: Path, address: str, chance: random.Random, most: int) -> list[float]:
    """Start the command and kill it until it ends by itself; the moments of the kills."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number in range(ARTICLES):
        (corpus / f"{number}.txt").write_text(_text(number), encoding="utf-8")
    kills: list[float] = []
    command = [
        sys.executable, "-m", "summarizer", "batch", str(corpus), "-o", str(folder / "out" / "briefings.jsonl"),
        "-m", "load/model", "--base-url", address, "--plan", "small", "--at-once", str(AT_ONCE), "-q",
    ]  # fmt: skip
    while True:
        process = subprocess.Popen(command)
        try:
            code = process.wait(chance.uniform(0.8, LONGEST) if len(kills) < most else None)
        except subprocess.TimeoutExpired:
            process.kill()
            kills.append(time.monotonic())
            process.wait()
            continue
        assert code == 0, code
        return kills
