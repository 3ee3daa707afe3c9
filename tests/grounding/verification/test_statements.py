"""Each field of a statement, true and wrong, with the verdict and the words in which it is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.grounding.verification.briefings import Told, cite, told
from tests.grounding.worlds import scene

READ = scene(
    "Ruritania's envoy Petra Rau said on Saturday that fish is dear. "
    "“We are ready,” Rau told the Zenda Herald. "
    "Graustark's Foreign Minister Ilko Moll reportedly warned Rau that there was “no time left”. "
    "The talks, a fisherman told Radio Skarn, will fail. "
    "He asked for herring. "
    "Nobody came to Strelsau on Friday. "
    "Rau said that fish was cheap on Friday. "
    "Moll criticised Lavia."
)
TALKS = {"parties": ["Ruritania", "Graustark"], "evidence": cite(READ, 1)}

SPEAKS = ("supported", "The sentence attributes words to this speaker.", None)
TEXT = ("supported", "The evidence holds each of its names, numbers, dates and words of meaning.", None)
BESIDE_THE_NAME = ("supported", "It stands beside the name.", None)
NAME = ("supported", "The sentences hold this name.", None)
NO_NAME = ("absent", "The cited sentences do not hold this name.", None)
CARRIES = ("supported", "The sentence names it as carrying the words.", None)
OWN_SIDE = ("supported", "Name, role or delegation tell this side.", None)
SIDE_NAMED = (
    "unjudged", "The sentences name this side; whether the speaker belongs to it they do not say.", None,
)  # fmt: skip


def statement(name: str, *sentences: int, **given: Any) -> dict[str, Any]:
    speaker = {"name": name, **{f: given.pop(f, None) for f in ("role", "party")}, "kind": given.pop("kind", "person")}
    return {
        "id": "s1", "speaker": speaker, "act": "said", "content": "fish", "evidence": cite(READ, *sentences), **given,
    }  # fmt: skip


def judged(*statements: dict[str, Any]) -> Told:
    """The verdicts on the fields, by number and field."""
    found = told(READ, talks=TALKS, statements=list(statements))
    return {p.removeprefix("/statements/"): v for p, v in found.items() if p.startswith("/statements")}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            statement("Petra Rau", 1, role="envoy", party="ruritania", said_on="2031-03-08"),
            {"speaker/role": BESIDE_THE_NAME, "speaker/party": OWN_SIDE, "content": TEXT},
        ),
        (
            statement(
                "Petra Rau", 1, role="Queen", party="Graustark", said_on="2031-03-07", act="denied", hedged=True,
                kind="anonymous", content="12 fish",
            ),
            {
                "speaker/role": ("altered", "The article gives another role.", "“Queen” for “Ruritania's envoy”"),
                "speaker/party": (
                    "altered",
                    "Name, role or delegation tell another side.",
                    "“Graustark” for “Ruritania”",
                ),
                "speaker/kind": ("altered", "The words tell another kind.", "“anonymous” for “person”"),
                "act": ("altered", "The reporting verb decides.", "“denied” for “said”"),
                "said_on": ("altered", "The reporting verb has another date.", "“2031-03-07” for “2031-03-08”"),
                "hedged": ("altered", "The sentence does not hedge.", "a distance added"),
                "content": ("absent", "Not in the evidence: 12.", None),
            },
        ),
        (
            statement(
                "Rau", 2, content="We are ready", party="Graustark",
                reported_by=["Zenda Herald", "Zenda Courier", "Radio Skarn"],
                quotes=["We are ready", "told the Zenda Herald", "We were ready", "Nothing at all of it"],
            ),
            {
                "speaker/party": NO_NAME,
                "content": TEXT,
                "reported_by/0": CARRIES,
                "reported_by/1": ("altered", "It does not stand in sentence 2.", "“courier” for “herald”"),
                "reported_by/2": ("absent", "It does not stand in sentence 2.", None),
                "quotes/0": ("supported", "The article quotes these words.", None),
                "quotes/1": (
                    "altered", "The article has these words, not in quotation marks.", "quotation marks added",
                ),
                "quotes/2": ("altered", "The article says something else.", "“were” for “are”"),
                "quotes/3": ("absent", "The article does not hold these words.", None),
            },
        ),
        (
            statement(
                "Ilko Moll", 3, role="Foreign Minister", party="Graustark", act="warned", addressed_to="Rau",
                content="there was no time left", quotes=["no time left"], hedged=True,
            ),
            {
                "speaker/role": BESIDE_THE_NAME,
                "speaker/party": OWN_SIDE,
                "content": TEXT,
                "addressed_to": NAME,
                "quotes/0": ("supported", "The article quotes these words.", None),
            },
        ),
        (
            statement("Ilko Moll", 3, addressed_to="Olga Brandt", said_on="2031-03-08", content="no time"),
            {
                "act": ("altered", "The reporting verb decides.", "“said” for “warned”"),
                "said_on": ("absent", "The cited sentences give no date.", None),
                "hedged": ("altered", "The sentence hedges.", "the article's distance left out"),
                "addressed_to": ("absent", "It does not stand in sentence 3, or speaks there.", None),
                "content": TEXT,
            },
        ),
        (
            statement("Petra Rau", 3, 1, content="no time"),
            {
                "speaker/name": ("absent", "Sentence 3 does not attribute words to 'Rau'.", None),
                "content": TEXT,
            },
        ),
        (
            statement("a fisherman", 4, kind="anonymous", reported_by=["Radio Skarn"], content="The talks will fail"),
            {"reported_by/0": CARRIES, "content": TEXT},
        ),
        (
            statement("Radio Skarn", 4, kind="outlet", content="The talks will fail"),
            {
                "speaker/name": ("absent", "Sentence 4 does not attribute words to 'Radio Skarn'.", None),
                "content": TEXT,
            },
        ),
        (
            statement("Petra Rau", 6, content="Nobody came"),
            {
                "speaker/name": (
                    "absent", "It does not stand in sentence 6, nor does that refer back to such a name.", None,
                ),
                "content": TEXT,
            },
        ),
        (
            statement("Rau", 7, said_on="2031-03-07", role="fish"),
            {
                "speaker/role": (
                    "unjudged", "The sentences have these words; whether they tell this person's role is open.", None,
                ),
                "said_on": (
                    "unjudged", "The date stands there; whether it is the day of saying is not told.", None,
                ),
                "content": TEXT,
            },
        ),
        (
            statement("Ilko Moll", 8, party="Lavia", act="criticised", content="Lavia"),
            {"speaker/party": SIDE_NAMED, "content": TEXT},
        ),
    ],
)  # fmt: skip
def test_one_statement(given: dict[str, Any], expected: dict[str, Any]) -> None:
    found = {path.removeprefix("0/"): verdict for path, verdict in judged(given).items()}
    assert found == {"speaker/name": SPEAKS, **expected}


def test_who_spoke_before_is_meant_by_a_pronoun() -> None:
    he = statement("Ilko Moll", 5, act="asked", content="herring")
    found = judged(statement("Ilko Moll", 3, act="warned", hedged=True, content="no time"), he)
    assert found["1/speaker/name"] == SPEAKS
    wrong = judged(statement("Ilko Moll", 3, act="warned", hedged=True, content="no time"), statement("Lavia", 5))
    assert wrong["1/speaker/name"][0] == "absent"


def test_a_statement_without_evidence_is_told_and_the_others_keep_their_numbers() -> None:
    found = judged(
        statement("Petra Rau", content="Nobody came", quotes=["no time left"]),
        statement("Petra Rau", 6, content="Nobody came"),
        statement("Rau", 2, content="We are ready", reported_by=["Radio Skarn"]),
    )
    assert found == {
        "0/evidence": ("absent", "It cites no words of the article.", None),
        "1/speaker/name": (
            "absent", "It does not stand in sentence 6, nor does that refer back to such a name.", None,
        ),
        "1/content": TEXT,
        "2/speaker/name": SPEAKS,
        "2/reported_by/0": ("absent", "It does not stand in sentence 2.", None),
        "2/content": TEXT,
    }  # fmt: skip


def test_in_a_language_without_rules_the_speaker_is_left_open() -> None:
    read = scene("Ilko Moll dixit.", language="la")
    given = {**statement("Ilko Moll", kind="outlet", act="denied", hedged=True), "evidence": cite(read, 1)}
    found = told(read, statements=[{**given, "content": "Ilko Moll dixit."}])
    assert found == {
        "/statements/0/speaker/name": (
            "unjudged", "Whether the sentence attributes words to it can't be judged in this language.", None,
        ),
        "/statements/0/content": ("supported", "It is a sentence of the article.", None),
    }  # fmt: skip


def test_a_name_of_which_one_part_is_wrong_is_told() -> None:
    found = judged(statement("Queen Petra Rau", 1))
    assert found["0/speaker/name"] == ("altered", "The cited sentences have another name.", "“queen” for “envoy”")


def test_of_two_who_speak_in_one_sentence_neither_stands_for_a_third() -> None:
    read = scene("Rau said that fish is dear, and Moll said that nets are old. Lavik slept.")
    names = ("Rau", "Moll", "Lavik")
    given = [{**statement(name, 1), "evidence": cite(read, 1), "content": "fish is dear"} for name in names]
    found = told(read, statements=given)
    assert [found[f"/statements/{at}/speaker/name"][0] for at in range(3)] == ["supported", "supported", "absent"]


def test_where_another_one_speaks_in_the_sentence_that_is_told() -> None:
    found = judged(statement("Petra Rau", 1), statement("Ilko Moll", 1))
    assert found["0/speaker/name"] == SPEAKS
    assert found["1/speaker/name"] == ("altered", "Another one speaks.", "“Ilko Moll” for “Petra Rau”")


def test_an_outlet_in_other_words_counts_by_its_name() -> None:
    found = judged(statement("Rau", 2, content="We are ready", reported_by=["the Zenda Herald"]))
    assert found["0/reported_by/0"] == NAME
