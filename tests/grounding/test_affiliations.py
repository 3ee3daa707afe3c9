"""The side of a speaker, by the delegation that the article puts them into."""

from __future__ import annotations

from tests.grounding.worlds import delegation, grounded, statement

TEXT = (
    "Petra Rau leads the delegation from Ruritania. The delegation from Graustark is headed by Ilko Moll. "
    "Petra Rau said that it rains. Jon Lind said that it snows."
)


def test_a_head_of_a_delegation_speaks_for_its_side_and_the_sentence_that_tells_so_is_evidence() -> None:
    result = grounded(
        TEXT,
        "Ruritania",
        "Graustark",
        delegations=[delegation("Ruritania", "Petra Rau", 1), delegation("Graustark", "Ilko Moll", 2)],
        statements=[statement(3, "Petra Rau"), statement(4, "Jon Lind")],
    )
    assert [(s.speaker.party, [e.sentence for e in s.evidence]) for s in result.statements] == [
        ("Ruritania", [3, 1]),
        (None, [4]),
    ]


def test_who_is_in_the_delegations_of_two_sides_is_given_neither() -> None:
    text = TEXT.replace("Ilko Moll", "Petra Rau")
    result = grounded(
        text,
        "Ruritania",
        "Graustark",
        delegations=[delegation("Ruritania", "Petra Rau", 1), delegation("Graustark", "Petra Rau", 2)],
        statements=[statement(3, "Petra Rau")],
    )
    assert [s.speaker.party for s in result.statements] == [None]
