"""The whole of grounding: what comes out is the article's own text, and nothing goes missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Article
from summarizer.briefing import Evidence
from summarizer.checking import LISTS
from summarizer.draft import Draft
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.scene import Scene
from summarizer.grounding.verification import fact_of, judge_facts, settle
from tests.grounding.worlds import (
    TALKS,
    article,
    briefing_of,
    delegation,
    document,
    draft,
    grounded,
    meeting,
    refusals,
    statement,
)

SEED = Path(__file__).parents[2] / "seeds" / "000_43f9479510debd93.txt"
SOURCE = "A source familiar with the preparation of the negotiations"

SENTENCES = [
    "Chief negotiator Petra Rau said on Monday that Ruritania will not sign the draft treaty.",
    "“We wait,” he told the Zenda Herald.",
    "They added that talks will begin at 13:00 on 12 March in Strelsau.",
    "The source said: “We met in Hentzau on 3 May 2030.”",
    "Moll's delegation, led by Ilko Moll, handed Graustark its memorandum, according to state media.",
    "(Graustark) –",
    "国务院说“我们不同意”。",
    "Речник Марко Рау заявив, що переговори почнуться 12 березня.",
    "a\u0301 e\u0301\u00ad\u200b …",
    "12 per cent of two thousand prisoners, Mr. Rau and Ms. Rau said in a statement.",
]
WORDS = sorted({w for s in SENTENCES for w in s.split()})


def evidence_in(value: Any) -> list[Evidence]:
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, list | tuple):
        return [e for v in value for e in evidence_in(v)]
    if hasattr(value, "evidence"):
        return list(value.evidence)
    return []


def all_evidence(result: Grounded) -> list[Evidence]:
    return [e for name in ("bottom_line", "talks", *LISTS) for e in evidence_in(getattr(result, name))]


copied = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=0, max_size=5).map(" ".join),
    st.sampled_from(["he", "They", "Petra Rau", "the source", "Rau", "Zenda Herald", "12 March", "null", ""]),
    st.text(max_size=12),
)
numbers = st.lists(st.integers(-1, 12), max_size=3)


def entries(section: str) -> st.SearchStrategy[list[Any]]:
    field = Draft.model_fields[section].annotation
    assert field is not None
    return st.lists(_filled(field.__args__[0]), max_size=3)


def _filled(kind: Any) -> st.SearchStrategy[Any]:
    values = {name: _value(field.annotation) for name, field in kind.model_fields.items()}
    return st.fixed_dictionaries(values).map(lambda data: kind(**data))


def _value(annotation: Any) -> st.SearchStrategy[Any]:
    text = str(annotation)
    if "Literal" in text:
        choices = [a for a in getattr(annotation, "__args__", ()) if isinstance(a, str)]
        nested = [c for a in getattr(annotation, "__args__", ()) for c in getattr(a, "__args__", ()) or ()]
        options: st.SearchStrategy[Any] = st.sampled_from(choices or nested)
        return st.one_of(options, st.none()) if "None" in text else options
    if annotation is int:
        return st.integers(-1, 12)
    if text == "list[int]":
        return numbers
    if text == "list[str]":
        return st.lists(copied, max_size=3)
    return st.one_of(copied, st.none()) if "None" in text else copied


SECTIONS = (
    "meetings", "delegations", "statements", "positions", "agreements", "documents", "events", "open_questions",
    "next_steps", "sources",
)  # fmt: skip
drafts = st.fixed_dictionaries({name: entries(name) for name in SECTIONS})
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).flatmap(
    lambda chosen: st.sampled_from([" ", "\n\n"]).map(lambda gap: gap.join(chosen))
)


any_article_and_draft = given(
    text=texts,
    sections=drafts,
    parties=st.lists(copied, max_size=3),
    language=st.sampled_from(["en", "uk", "zh", None]),
    published=st.sampled_from([dt.date(2031, 3, 9), None]),
)
SLOW = [HealthCheck.too_slow, HealthCheck.large_base_example]


@settings(suppress_health_check=SLOW)
@any_article_and_draft
def test_any_draft_gives_only_the_articles_own_words_and_loses_nothing(
    text: str, sections: dict[str, Any], parties: list[str], language: str | None, published: dt.date | None
) -> None:
    read = article(text, published=published, language=language)
    result = ground(read, draft(*parties, **sections))
    for evidence in all_evidence(result):
        assert read.text[evidence.start : evidence.end] == evidence.text
        assert read.sentences[evidence.sentence - 1].text.startswith(evidence.text)
    for statement_ in result.statements:
        assert statement_.speaker.name in read.text
        assert all(outlet in read.text for outlet in statement_.reported_by)
        assert any(s.sentence == statement_.evidence[0].sentence for s in sections["statements"])
    for entry in result.delegations:
        assert entry.head is None or entry.head.name in read.text
    for place in result.meetings:
        assert all(p is None or p in read.text for p in (place.venue, place.city, place.country))
    assert_nothing_lost(result, sections)


@settings(suppress_health_check=SLOW, max_examples=30)
@any_article_and_draft
def test_what_grounding_lets_through_the_last_look_finds_nothing_wrong_with(
    text: str, sections: dict[str, Any], parties: list[str], language: str | None, published: dt.date | None
) -> None:
    read = article(text, published=published, language=language)
    made = briefing_of(read, ground(read, draft(*parties, **sections)))
    scene = Scene(read)
    assert [c for c in judge_facts(made, scene) if c.verdict.kind in ("absent", "altered")] == []
    told = settle(made, scene).verification
    assert told.facts - told.supported == len({fact_of(u.path) for u in told.unjudged})
    if told.unjudged:
        strict = settle(made, Scene(read, strict=True)).verification
        assert [u.path for u in strict.unjudged if not u.path.startswith("/bottom_line")] == []


def assert_nothing_lost(result: Grounded, sections: dict[str, Any]) -> None:
    """Every entry of the draft is refused by name, or its first real sentence is evidence of a delivered one."""
    paths = [r.refusal.path for r in result.refused]
    for section, listed in sections.items():
        name = {"events": "timeline"}.get(section, section)
        cited = {e.sentence for e in evidence_in(getattr(result, name))}
        for at, entry in enumerate(listed):
            refused = any(p == f"/{name}/{at}" or p.startswith(f"/{name}/{at}/") for p in paths)
            said = [entry.sentence] if section == "statements" else entry.sentences
            empty = section == "meetings" and not any(
                value and value != "null"  # A small model writes the word where it means nothing.
                for value in (entry.start, entry.end, entry.venue, entry.city, entry.country, entry.parties)
            )
            assert (
                refused
                or empty
                or cited & set(said)
                or (section == "delegations" and cited)
                or (section == "sources" and cited)
            )


def seed_draft() -> Draft:
    return draft(
        "Russia",
        "Ukraine",
        statements=[
            statement(
                4, "A source familiar with the preparation of the negotiations", reported_by=["Interfax", "TASS"]
            ),
            statement(5, "The source"),
            statement(7, "Sources in the Turkish Foreign Ministry"),
            statement(8, "President Volodymyr Zelenskyy"),
            statement(9, "Zelenskyy"),
            statement(11, "Kremlin spokesman Dmitry Peskov"),
            statement(12, "Peskov", said_on="30 May"),
            statement(13, "Sergei Lavrov"),
        ],
        delegations=[
            delegation("Russian", "Vladimir Medinsky, head of the Russian delegation in Istanbul", 1),
            delegation("Ukrainian", "Rustem Umierov", 8),
        ],
        meetings=[meeting(7, venue="Çırağan Palace", city="Istanbul"), meeting(12, city="Istanbul")],
        documents=[document("memorandum", 10), document("document", 10, author="Umierov")],
    )


def test_the_seed_article_with_a_draft_by_hand() -> None:
    result = ground(Article.from_file(SEED), seed_draft())
    said = [(s.evidence[0].sentence, s.speaker.name, s.speaker.role, s.reported_by) for s in result.statements]
    assert said == [
        (4, SOURCE, None, ["Interfax"]),
        (5, SOURCE, None, ["Interfax"]),
        (7, "Sources in the Turkish Foreign Ministry", None, ["TASS"]),
        (8, "Volodymyr Zelenskyy", "President", []),
        (9, "Volodymyr Zelenskyy", "President", []),
        (11, "Dmitry Peskov", "Kremlin spokesman", []),
        (12, "Dmitry Peskov", "Kremlin spokesman", []),
    ]
    heads = [(d.party, d.head.name, d.head.role) for d in result.delegations if d.head]
    assert heads == [
        ("Russia", "Vladimir Medinsky", "head of the Russian delegation in Istanbul"),
        ("Ukraine", "Rustem Umierov", "Defence Minister"),
    ]
    assert [(m.start, m.venue, m.city) for m in result.meetings] == [("2025-06-02T13:00", "Çırağan Palace", "Istanbul")]
    assert set(refusals(result)) == {"/statements/0/reported_by/1", "/statements/7/speaker"}
    assert [s.description for s in result.sources if s.name == "TASS"] == ["Kremlin-aligned Russian"]


def test_the_first_evidence_of_a_statement_is_its_sentence_and_the_rest_resolve_the_name() -> None:
    result = grounded(TALKS, "Ruritania", "Graustark", statements=[statement(1, "Petra Rau"), statement(3, "She")])
    assert [[e.sentence for e in s.evidence] for s in result.statements] == [[1], [3, 1]]


def test_long_evidence_is_cut_at_a_word() -> None:
    text = "Petra Rau said that " + "fish " * 400
    result = ground(article(text, language="eo"), draft(statements=[statement(1, "Petra Rau")]))
    for evidence in all_evidence(result):
        assert len(evidence.text) <= 700
        assert evidence.text.endswith("fish")


def test_earlier_refusals_come_first_and_once() -> None:
    result = grounded(TALKS, "Ruritania", statements=[statement(1, "Rupert Hentzau")])
    again = result.with_earlier(result.refused)
    assert [r.refusal.path for r in again.refused] == ["/statements/0/speaker"]
