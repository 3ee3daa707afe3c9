from __future__ import annotations

from inline_snapshot import snapshot

from summarizer.briefing import Evidence
from summarizer.rendering.outline import Line, notes_of
from summarizer.rendering.record import place_in_words, verdict
from summarizer.rendering.sections import build_outline
from summarizer.verdicts import Refusal, Unjudged, Verification
from tests.rendering.sample import BARE, BRIEFING, evidence


def test_sections_come_in_the_order_in_which_an_analyst_reads() -> None:
    assert [section.key for section in build_outline(BRIEFING).sections] == snapshot(
        [
            "bottom_line",
            "talks",
            "meetings",
            "delegations",
            "statements",
            "positions",
            "agreements",
            "documents",
            "timeline",
            "open_questions",
            "next_steps",
            "sources",
            "verification",
            "provenance",
        ]
    )


def test_empty_sections_are_left_out_but_the_verdict_never_is() -> None:
    outline = build_outline(BARE)
    assert [section.key for section in outline.sections] == ["bottom_line", "verification", "provenance"]
    assert outline.verdict == "1 fact, supported; nothing refused"


def test_every_fact_of_the_briefing_is_a_line() -> None:
    facts = [line.path for section in build_outline(BRIEFING).sections if not section.about for line in section.lines]
    lists = [key for key, value in BRIEFING if isinstance(value, list)]
    expected = {"/bottom_line", "/talks"} | {
        f"/{key}/{index}" for key in lists for index in range(len(getattr(BRIEFING, key)))
    }
    assert set(facts) == expected
    assert len(facts) == len(expected) == BRIEFING.verification.facts


def test_a_line_that_was_not_judged_is_marked_where_it_stands() -> None:
    lines = {line.path: line for line in build_outline(BRIEFING).lines()}
    assert [mark.text for mark in lines["/positions/2"].marks] == ["not judged"]
    assert not lines["/positions/1"].marks


def test_a_line_is_not_marked_for_another_whose_number_begins_alike() -> None:
    unjudged = Unjudged(path="/statements/10", reason="No verdict.")
    verification = BRIEFING.verification.model_copy(update={"unjudged": [unjudged]})
    outline = build_outline(BRIEFING.model_copy(update={"verification": verification}))
    assert not [
        line for section in outline.sections[:-2] for line in section.lines for mark in line.marks
        if mark.text == "not judged"
    ]  # fmt: skip


def test_a_fact_without_evidence_is_marked() -> None:
    talks = BRIEFING.talks.model_copy(update={"evidence": []})
    outline = build_outline(BRIEFING.model_copy(update={"talks": talks}))
    (line,) = (line for line in outline.lines() if line.path == "/talks")
    assert [mark.text for mark in line.marks] == ["under way", "no evidence"]


def test_notes_hold_each_sentence_once_in_order() -> None:
    numbers = [note.number for note in build_outline(BRIEFING).notes]
    assert numbers == sorted(set(numbers))


def test_parts_of_a_sentence_are_joined_where_they_touch_and_parted_where_not() -> None:
    def note(*parts: tuple[int, str]) -> str:
        spans = [Evidence(sentence=1, start=start, end=start + len(text), text=text) for start, text in parts]
        ((joined),) = notes_of(iter([Line("/talks", evidence=tuple(spans))]))
        return joined.text

    assert note((0, "abcdef"), (2, "cd")) == "abcdef"
    assert note((2, "cdef"), (0, "abcd")) == "abcdef"
    assert note((0, "ab"), (2, "cd")) == "abcd"
    assert note((4, "ef"), (0, "ab")) == "ab … ef"
    assert note((0, "ab"), (0, "abcd"), (0, "abc")) == "abcd"


def test_lines_point_to_their_first_evidence_first() -> None:
    line = Line("/talks", evidence=tuple(evidence("A fourth round…", "The session…", "A fourth round")))
    assert line.sentences == (21, 2)


def test_places_are_said_in_words() -> None:
    assert place_in_words("/statements/3/speaker/role") == "statement 4, speaker, role"
    assert place_in_words("/bottom_line") == "bottom line"
    assert place_in_words("/talks/parties/0") == "talks, party 1"
    assert place_in_words("/a~1b") == "a/b"
    assert place_in_words("") == "the whole briefing"
    assert place_in_words("nonsense") == "nonsense"
    assert place_in_words("/") == "/"


def test_the_verdict_counts_what_was_refused_and_what_was_not_judged() -> None:
    refusal = Refusal(path="/talks/subject", value="x", kind="absent", reason="Not there.")
    unjudged = Unjudged(path="/talks", reason="No verdict.")
    assert verdict(Verification(facts=3, supported=3)) == "3 facts, all supported; nothing refused"
    assert (
        verdict(Verification(facts=3, supported=2, refused=[refusal], unjudged=[unjudged]))
        == "3 facts, 2 supported; 1 refused; 1 not judged"
    )
    assert verdict(Verification(facts=0, supported=0)) == "0 facts, 0 supported; nothing refused"


def test_a_quotation_is_not_shown_twice() -> None:
    statement = BRIEFING.statements[1]
    shown = {
        content: build_outline(
            BRIEFING.model_copy(
                update={"statements": [statement.model_copy(update={"content": content, "quotes": ["a text"]})]}
            )
        )
        for content in ("a text.", 'we come with "a text"', "we come with a text")
    }
    lines = {
        content: next(line for line in outline.lines() if line.path == "/statements/0")
        for content, outline in shown.items()
    }
    assert ["".join(piece.text for piece in line.text) for line in lines.values()] == [
        "“a text.”", 'we come with "a text"', "we come with a text",
    ]  # fmt: skip
    assert [line.quotes for line in lines.values()] == [(), (), ("a text",)]
