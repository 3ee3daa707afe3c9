"""`verify`: any briefing against its article, ours and one that somebody altered."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from summarizer import Article, Briefing, VerificationReport, verify
from summarizer.grounding.ground import ground
from tests.briefing_by_script import LARGE, SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.grounding.worlds import article, briefing_of, draft
from tests.invented import ARTICLE, DRAFT

ROOT = Path(__file__).parent.parent
SEED_FILE = next((ROOT / "seeds").glob("*.txt"))
SEED = Article.from_file(SEED_FILE)
MAKING = {"model": "m", "summarizer_version": "1", "created_at": "2031-01-01T00:00:00Z", "seconds": 1.0}


def recorded() -> dict[str, Any]:
    """The briefing of the seed article, as it was recorded."""
    return {**json.loads((ROOT / "cassettes/seed.briefing.json").read_text("utf-8")), "provenance": MAKING}


@pytest.fixture
def invented(scripted: Start) -> dict[str, Any]:
    """The briefing of the invented article."""
    return brief(scripted(answers_from(ARTICLE, DRAFT)).base_url).model_dump(mode="json")


def verdicts(report: VerificationReport) -> dict[str, tuple[str, str | None]]:
    """Path → kind and difference of what is not supported."""
    return {v.path: (v.kind, v.difference) for v in report.verdicts if v.kind != "supported"}


@pytest.mark.parametrize("model", [LARGE, SMALL])
def test_a_briefing_of_ours_holds(scripted: Start, model: str) -> None:
    made = brief(scripted(answers_from(ARTICLE, DRAFT)).base_url, model)
    report = verify(made, ARTICLE)
    assert report.holds
    assert not report.altered
    assert not report.absent
    assert (report.facts, report.supported) == (made.verification.facts, made.verification.supported)
    assert [v.path for v in report.verdicts if v.kind == "unjudged"] == [u.path for u in made.verification.unjudged]


def test_the_recorded_briefing_holds() -> None:
    report = verify(Briefing.model_validate(recorded()), SEED)
    assert verdicts(report) == {}
    assert (report.facts, report.supported, report.holds) == (35, 35, True)
    assert len(report.verdicts) == 35, "one verdict a fact"


@pytest.mark.parametrize(
    ("path", "value", "kind", "difference"),
    [
        ("/bottom_line/text", "Lavia and the Isle of Corrow will resume their talks.", "absent", None),
        (
            "/bottom_line/text",
            "Brennland and the Isle of Corrow will not resume their talks.",
            "altered",
            "“not” added",
        ),
        ("/talks/status", "cancelled", "altered", "“cancelled” for “planned”"),
        ("/talks/parties/0", "Brennlund", "altered", "“brennlund” for “brennland”"),
        ("/talks/mediators/0", "Radio Skarn", "absent", None),
        ("/meetings/0/start", "2030-05-15T10:00", "altered", "“2030-05-15T10:00” for “2030-05-14T10:00”"),
        ("/meetings/0/city", "Zenda", "absent", None),
        ("/meetings/0/status", "past", "altered", "“past” for “planned”"),
        ("/delegations/0/head/name", "Pól Marrin", "absent", None),
        ("/delegations/0/head/role", "Envoy", "altered", "“Envoy” for “Fisheries Minister”"),
        ("/statements/0/speaker/name", "Pól Marrin", "absent", None),
        ("/statements/0/speaker/role", "Prime Minister", "altered", "“Prime Minister” for “Fisheries Minister”"),
        ("/statements/0/speaker/party", "Isle of Corrow", "altered", "“Isle of Corrow” for “Brennland”"),
        ("/statements/0/speaker/kind", "outlet", "altered", "“outlet” for “person”"),
        ("/statements/0/act", "denied", "altered", "“denied” for “said”"),
        ("/statements/0/hedged", True, "altered", "a distance added"),
        ("/statements/0/said_on", "2030-05-11", "altered", "“2030-05-11” for “2030-05-12”"),
        ("/statements/0/quotes/0", "the quota must not be shared", "altered", "“not” added"),
        ("/statements/0/quotes/0", "said on Sunday", "altered", "quotation marks added"),
        ("/statements/1/reported_by/0", "Radio Zenda", "altered", "“zenda” for “skarn”"),
        ("/documents/0/author", "Brennland", "altered", "“Brennland” for “Pól Marrin”"),
        ("/documents/0/status", "signed", "altered", "“signed” for “delivered”"),
        ("/documents/0/date", "2030-05-09", "altered", "“2030-05-09” for “2030-05-08”"),
        ("/timeline/0/date", "2030-05-07", "altered", "“2030-05-07” for “2030-05-08”"),
        ("/timeline/0/status", "planned", "altered", "“planned” for “past”"),
    ],
)
def test_a_lie_is_told_with_its_difference(
    invented: dict[str, Any], path: str, value: Any, kind: str, difference: str | None
) -> None:
    report = verify(Briefing.model_validate(altered(invented, path, value)), ARTICLE)
    assert not report.holds
    assert verdicts(report)[path] == (kind, difference)


def test_evidence_must_stand_where_it_says(invented: dict[str, Any]) -> None:
    first = invented["statements"][0]["evidence"][0]
    moved = {**first, "start": first["start"] + 1, "end": first["end"] + 1}
    mistaken = {**first, "sentence": first["sentence"] + 1}
    reworded = {**first, "text": first["text"].replace("must be", "can be")}
    reworded["end"] = reworded["start"] + len(reworded["text"])
    for evidence, difference in (
        (moved, f"{moved['start']} to {moved['end']} for {first['start']} to {first['end']}"),
        (mistaken, "sentence 3 for 2"),
        (reworded, "“can” for “must”"),
    ):
        given = altered(invented, "/statements/0/evidence/0", evidence)
        found = verdicts(verify(Briefing.model_validate(given), ARTICLE))
        assert found["/statements/0/evidence/0"][0] == "altered"
        assert difference in (found["/statements/0/evidence/0"][1] or "")


def test_a_fact_without_evidence_is_absent(invented: dict[str, Any]) -> None:
    report = verify(Briefing.model_validate(altered(invented, "/documents/0/evidence", [])), ARTICLE)
    assert verdicts(report)["/documents/0/evidence"] == ("absent", None)


def test_another_article_and_another_day_are_told(invented: dict[str, Any]) -> None:
    other = Article.from_text("Nobody met. Nothing was said.", published=ARTICLE.published, language="en")
    report = verify(Briefing.model_validate(invented), other)
    assert not report.holds
    assert report.verdicts[0].path == "/article/sha256"
    day = altered(invented, "/article/published", "2030-05-13")
    assert verdicts(verify(Briefing.model_validate(day), ARTICLE))["/article/published"] == (
        "altered", "2030-05-13 for 2030-05-12",
    )  # fmt: skip


def test_the_briefings_day_counts_where_the_article_knows_none(invented: dict[str, Any]) -> None:
    bare = Article.from_text(ARTICLE.text, language="en")
    assert verify(Briefing.model_validate(invented), bare).holds


def test_strict_lets_what_nobody_can_judge_fail(invented: dict[str, Any]) -> None:
    given = Briefing.model_validate(altered(invented, "/bottom_line/text", "Brennland hopes for herring."))
    assert verify(given, ARTICLE).unjudged == 1
    assert verify(given, ARTICLE).holds
    assert not verify(given, ARTICLE, strict=True).holds


def test_in_another_language_names_numbers_and_dates_are_judged(invented: dict[str, Any]) -> None:
    right = altered(invented, "/bottom_line/text", "Am 14. Mai um 10:00 beginnen in Veldhaven Gespräche von Brennland.")
    report = verify(Briefing.model_validate(right), ARTICLE, language="de")
    assert verdicts(report)["/bottom_line/text"] == ("unjudged", None)
    for wrong in ("Am 15. Mai in Veldhaven.", "Gespräche in Zenda.", "Die 12 Boote von Brennland."):
        report = verify(Briefing.model_validate(altered(invented, "/bottom_line/text", wrong)), ARTICLE, language="de")
        assert verdicts(report)["/bottom_line/text"][0] in ("altered", "absent"), wrong


@pytest.mark.parametrize(
    ("text", "facts", "path", "kind"),
    [
        (
            "Both rejected the agreement.",
            {"agreements": {"text": "the agreement", "status": "agreed"}},
            "status",
            "unjudged",
        ),
        (
            "Both reached a tentative deal.",
            {"agreements": {"text": "a deal", "status": "agreed"}},
            "status",
            "unjudged",
        ),
        ("Both signed the treaty.", {"agreements": {"text": "the treaty", "status": "agreed"}}, "status", "supported"),
        (
            "The delegation, headed by Deputy Minister Ivo Staal, included General Rosa Mink of Ruritania.",
            {"delegations": {"party": "Ruritania", "head": {"name": "Rosa Mink"}}},
            "head",
            "unjudged",
        ),
        (
            "The delegation of Ruritania, headed by Deputy Minister Ivo Staal, included General Rosa Mink.",
            {"delegations": {"party": "Ruritania", "head": {"name": "Ivo Staal"}}},
            "head",
            "supported",
        ),
        (
            "Regulators must approve the sale.",
            {"next_steps": {"text": "Regulators approve the sale."}},
            "text",
            "altered",
        ),
        ("Rau is not expected to travel.", {"next_steps": {"text": "Rau will travel."}}, "text", "altered"),
    ],
)
def test_what_careless_models_say(text: str, facts: dict[str, Any], path: str, kind: str) -> None:
    read = article(text)
    evidence = [{"sentence": 1, "start": 0, "end": len(text), "text": text}]
    (section, entry), *_ = facts.items()
    base = briefing_of(read, ground(read, draft())).model_dump(mode="json")
    given = Briefing.model_validate({**base, section: [{**entry, "evidence": evidence}]})
    found = verdicts(verify(given, read))
    assert found.get(f"/{section}/0/{path}", ("supported", None))[0] == kind


@pytest.mark.parametrize("language", ["english", "xx-whatever", "EN-us", ""])
def test_whatever_another_tool_writes_is_judged(invented: dict[str, Any], language: str) -> None:
    told = {**invented["article"], "language": language or None, "sentences": 1, "sha256": "0" * 64}
    far = {"sentence": 99, "start": 10**9, "end": 10**9 + 3, "text": "met"}
    given = altered({**invented, "article": told}, "/statements/0/evidence", [far])
    bare = ARTICLE.model_copy(update={"language": None, "published": None})
    report = verify(Briefing.model_validate(given), bare, language=language or None)
    assert report.verdicts[0].path == "/article/sha256"
    assert verdicts(report)["/statements/0/evidence/0"] == ("absent", None)


@pytest.mark.parametrize("name", ["invented", "recorded"])
def test_no_altered_field_gets_through(invented: dict[str, Any], name: str) -> None:
    """Every field of every fact, one at a time, changed into something that the article does not say."""
    given, article = (invented, ARTICLE) if name == "invented" else (recorded(), SEED)
    base = set(verdicts(verify(Briefing.model_validate(given), article)))
    tried = 0
    for path, value in leaves(given):
        for lie in lies(path, value):
            try:
                briefing = Briefing.model_validate(altered(given, path, lie))
            except ValidationError:
                continue
            tried += 1
            assert set(verdicts(verify(briefing, article))) - base, f"{path}: {value!r} → {lie!r}"
    assert tried > (60 if name == "invented" else 150)


def leaves(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The values of the facts, with their places."""
    if isinstance(node, dict):
        for key, value in node.items():
            if path or key not in ("article", "verification", "provenance", "schema_version"):
                yield from leaves(value, f"{path}/{key}")
    elif isinstance(node, list):
        # One piece of evidence stands for the others: they are judged alike.
        for at, value in enumerate(node[:1] if path.endswith("/evidence") else node):
            yield from leaves(value, f"{path}/{at}")
    elif node is not None and not path.endswith("/id"):
        yield path, node


def lies(path: str, value: Any) -> Iterator[Any]:
    """Values that are none of the article's."""
    field = path.rsplit("/", 1)[-1]
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 3
    elif re.match(r"\d{4}-\d\d-\d\d", value):
        yield f"{value[:8]}{int(value[8:10]) % 28 + 1:02d}{value[10:]}"
    elif field in ("status", "act", "kind"):
        choices = {"status": ("cancelled", "withheld", "planned", "past"), "act": ("denied",), "kind": ("outlet",)}
        # Talks whose next round is planned are under way.
        fits = "planned" if path == "/talks/status" else value
        yield from (choice for choice in choices[field] if choice not in (value, fits))
    elif "/evidence/" in path:
        yield f"{value[:-1]}!"
    elif field in ("text", "content", "event", "issue", "stance", "subject", "note"):
        yield f"{value} Olga Brandt agreed."
        yield re.sub(r"\b(is|was|will|has|are)\b", r"\1 not", value, count=1) if " will " in value else f"{value} 77"
    else:
        yield "Olga Brandt"


def altered(given: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with one value changed, or added at the end of a list."""
    changed = copy.deepcopy(given)
    at: Any = changed
    *before, last = path.split("/")[1:]
    for name in before:
        at = at[int(name)] if isinstance(at, list) else at[name]
    if isinstance(at, list):
        at[int(last) : int(last) + 1] = [value]
    else:
        at[last] = value
    return changed
