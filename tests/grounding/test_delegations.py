"""Who sends whom and who leads, each field against its sentence, with the words of every refusal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from summarizer.briefing import Delegation, Source
from summarizer.draft import DraftDelegation, DraftSource
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.refusals import Refusals, Refused
from summarizer.grounding.sources import ground_sources
from tests.grounding.worlds import article, delegation, draft, grounded, scene

PARTIES = ("Ruritania", "Graustark")
LED = (
    "Ruritania meets Graustark. The Ruritanian delegation is led by Defence Minister Petra Rau. "
    "Ilko Moll leads the Graustarkian team. It rains."
)

Told = tuple[str, str, str, str | None, str, tuple[int, ...], bool]


def refused(result: Grounded) -> list[Told]:
    return listed(result.refused)


def listed(found: Iterable[Refused]) -> list[Told]:
    """Path, value, kind, difference, reason, sentences, and whether to ask again; what the talks lack left out."""
    return [
        (r.refusal.path, r.refusal.value, r.refusal.kind, r.refusal.difference, r.refusal.reason, r.sentences,
         r.ask_again)
        for r in found if not r.refusal.path.startswith("/talks")
    ]  # fmt: skip


def head(found: Delegation) -> tuple[str, str | None] | None:
    return (found.head.name, found.head.role) if found.head else None


def test_a_sentence_on_no_team_is_refused_with_its_reason() -> None:
    result = grounded(LED, *PARTIES, delegations=[delegation("Lavia", None, 4)])
    reason = "The cited sentences tell of no delegation and nobody who leads one."
    assert refused(result) == [("/delegations/0/party", "Lavia", "absent", None, reason, (4,), False)]


def test_a_party_that_the_sentence_does_not_name_is_asked_again() -> None:
    result = grounded(LED, *PARTIES, delegations=[delegation("Graustark", None, 2)])
    reason = "The cited sentences do not name this party."
    assert refused(result) == [("/delegations/0/party", "Graustark", "absent", None, reason, (2,), True)]


def test_a_head_is_asked_again_and_a_member_is_not() -> None:
    drafts = [delegation("Ruritania", "Otto Sapt", 2, members=["Rupert"])]
    reason = "The cited sentences do not hold this name."
    assert refused(grounded(LED, *PARTIES, delegations=drafts)) == [
        ("/delegations/0/head", "Otto Sapt", "absent", None, reason, (2,), True),
        ("/delegations/0/members/0", "Rupert", "absent", None, reason, (2,), False),
    ]


def test_a_role_of_the_models_own_is_told_and_the_name_stays() -> None:
    result = grounded(LED, *PARTIES, delegations=[delegation("Ruritania", "Finance Minister Petra Rau", 2, 3)])
    assert [head(d) for d in result.delegations] == [("Petra Rau", "Defence Minister")]
    assert refused(result) == [
        ("/delegations/0/head", "Finance Minister Petra Rau", "altered", "“finance” for “defence”",
         "The name stands in the sentence, the rest does not; the article's own words stand instead.", (2,), False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cited", "words", "evidence"),
    [((4,), "Petra Rau", [2]), ((4, 2), "Petra Rau", [4, 2]), ((), None, [2]), ((4,), None, [2]), ((9,), None, [2])],
)
def test_the_first_sentence_on_the_partys_team_stands_for_one_that_tells_nothing(
    cited: tuple[int, ...], words: str | None, evidence: list[int]
) -> None:
    result = grounded(LED, *PARTIES, delegations=[delegation("Ruritania", words, *cited)])
    assert [[e.sentence for e in d.evidence] for d in result.delegations] == [evidence]
    assert refused(result) == []


def test_the_sentence_that_stands_in_holds_the_head_too() -> None:
    text = LED + " Another Ruritanian team is led by Otto Sapt."
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Otto Sapt", 4)])
    assert [(head(d), [e.sentence for e in d.evidence]) for d in result.delegations] == [
        (("Otto Sapt", None), [5]),
        (("Petra Rau", "Defence Minister"), [2]),
    ]


def test_who_leads_is_told_by_a_sentence_on_a_team() -> None:
    text = "Petra Rau of Ruritania sleeps. The Ruritanian delegation waits."
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Petra Rau", 1, 2)])
    assert [head(d) for d in result.delegations] == [None]
    assert [(r[0], r[5]) for r in refused(result)] == [("/delegations/0/head", (2,))]


def test_a_role_names_the_side_and_its_sentence_joins_the_evidence() -> None:
    text = "Ruritania waits. Ruritanian minister Petra Rau came. Rau leads the team."
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Rau", 3)])
    assert [(d.party, head(d), [e.sentence for e in d.evidence]) for d in result.delegations] == [
        ("Ruritania", ("Petra Rau", "Ruritanian minister"), [3, 2])
    ]


def test_a_side_that_is_no_known_party_stands_in_the_articles_words() -> None:
    text = "Petra Rau leads the Lavian team."
    result = grounded(text, *PARTIES, delegations=[delegation("lavian", "Petra Rau", 1)])
    assert [d.party for d in result.delegations] == ["Lavian"]
    assert grounded(text, *PARTIES, delegations=[delegation("Zenda", None, 1)]).delegations == []


def test_members_have_their_roles_and_the_sentences_that_tell() -> None:
    text = "Finance Minister Otto Sapt came. Petra Rau leads the Ruritanian team with Sapt and Ilko Moll."
    given = {"members": ["Rupert", "Petra Rau", "Sapt", "Ilko Moll"]}
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Petra Rau", 2, **given)])
    (found,) = result.delegations
    assert [(m.name, m.role) for m in found.members] == [("Otto Sapt", "Finance Minister"), ("Ilko Moll", None)]
    assert [e.sentence for e in found.evidence] == [2, 1]
    assert [r[0] for r in refused(result)] == ["/delegations/0/members/0"]


def test_members_stand_without_a_head() -> None:
    text = "The Ruritanian delegation holds Otto Sapt."
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", None, 1, members=["Otto Sapt"])])
    assert [(head(d), [m.name for m in d.members]) for d in result.delegations] == [(None, ["Otto Sapt"])]


def test_a_note_is_held_by_the_sentences_that_resolve_a_name_too() -> None:
    text = "Petra Rau, who is 42, came. The Ruritanian team is led by Rau."
    result = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Rau", 2, note="led by Rau, 42")])
    assert [(d.note, [e.sentence for e in d.evidence]) for d in result.delegations] == [("led by Rau, 42", [2, 1])]
    refused_note = grounded(text, *PARTIES, delegations=[delegation("Ruritania", "Rau", 2, note="led by Rau, 43")])
    assert [d.note for d in refused_note.delegations] == [None]
    assert [r[0] for r in refused(refused_note)] == ["/delegations/0/note"]


def merged(*drafts: DraftDelegation) -> list[tuple[Any, ...]]:
    text = (
        "The Ruritanian delegation is led by Petra Rau. The Ruritanian team holds Otto Sapt and 12 more. "
        "The Ruritanian envoys are Otto Sapt, Petra Rau and Ilko Moll."
    )
    result = grounded(text, *PARTIES, delegations=list(drafts))
    return [
        (d.head and d.head.name, [m.name for m in d.members], d.note, [e.sentence for e in d.evidence])
        for d in result.delegations
    ]


def test_entries_of_one_party_are_put_together_and_nobody_twice() -> None:
    first = delegation("Ruritania", "Petra Rau", 1)
    second = delegation("Ruritania", None, 2, members=["Otto Sapt"], note="12 more")
    third = delegation("Ruritanian", None, 3, 2, members=["Otto Sapt", "Petra Rau", "Ilko Moll"], note="Ilko Moll")
    assert merged(first, second, third) == [("Petra Rau", ["Otto Sapt", "Ilko Moll"], "12 more", [1, 2, 3])]
    assert merged(second, first) == [("Petra Rau", ["Otto Sapt"], "12 more", [2, 1])]
    # The first sentence tells who leads, though neither draft does.
    assert merged(second, third)[0][:2] == ("Petra Rau", ["Otto Sapt", "Ilko Moll"])


def test_an_entry_that_does_not_count_ends_nothing() -> None:
    drafts = [delegation("Lavia", None, 4), delegation("Ruritania", None, 2), delegation("Graustark", None, 3)]
    assert [d.party for d in grounded(LED, *PARTIES, delegations=drafts).delegations] == ["Ruritania", "Graustark"]


def test_where_the_language_is_not_known_somebody_is_named_or_nothing_is() -> None:
    text = "Den ruritanska gruppen leds av Petra Rau."
    read = article(text, language="sv")
    assert [head(d) for d in ground(read, draft(delegations=[delegation("gruppen", "Petra Rau", 1)])).delegations] == [
        ("Petra Rau", None)
    ]
    members = ground(read, draft(delegations=[delegation("gruppen", None, 1, members=["Petra Rau"])]))
    assert [[m.name for m in d.members] for d in members.delegations] == [["Petra Rau"]]
    nobody = ground(read, draft(delegations=[delegation("gruppen", None, 1)]))
    assert nobody.delegations == []
    reason = "Nobody is named, and whether it tells of a delegation can't be judged."
    assert refused(nobody) == [("/delegations/0", "gruppen", "absent", None, reason, (), False)]


PAPERS = (
    "Palace-aligned Ruritanian news agencies Hentzau, ZNA and the Sapt Post reported rain. "
    "Hentzau is a state news agency. It rains. Then the respected Zenda newspaper Strelsau Times wrote so. "
    "He read, in the daily Moll News, of rain."
)


def read(*drafts: DraftSource) -> tuple[list[Source], list[Told]]:
    notes = Refusals()
    return ground_sources(drafts, scene(PAPERS), notes), listed(notes.found)


def sources(*drafts: DraftSource) -> list[Source]:
    return read(*drafts)[0]


def source(name: str, *sentences: int, description: str | None = None) -> DraftSource:
    return DraftSource(name=name, description=description, sentences=list(sentences))


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Hentzau", "Palace-aligned Ruritanian"),
        ("ZNA", "Palace-aligned Ruritanian"),
        ("Sapt Post", "Palace-aligned Ruritanian"),
        ("Strelsau Times", "respected Zenda"),
        ("Moll News", None),
    ],
)
def test_a_source_is_described_by_what_stands_before_the_noun_that_leads_to_it(
    name: str, description: str | None
) -> None:
    assert [(s.name, s.description) for s in sources(source(name))] == [(name, description)]


def test_a_source_has_the_sentences_that_name_it() -> None:
    def evidence(*drafts: DraftSource) -> list[list[int]]:
        return [[e.sentence for e in s.evidence] for s in sources(*drafts)]

    assert evidence(source("Hentzau")) == [[1, 2]]
    assert evidence(source("Hentzau", 2, 3)) == [[2]]
    assert evidence(source("Hentzau", 2), source("hentzau", 1, 2), source("ZNA")) == [[2, 1], [1]]


def test_the_first_description_of_a_source_stays() -> None:
    def described(*drafts: DraftSource) -> list[str | None]:
        return [s.description for s in sources(*drafts)]

    assert described(source("Hentzau", 2, description="state news agency")) == ["state news agency"]
    assert described(source("Hentzau", 2), source("Hentzau", 1)) == ["Palace-aligned Ruritanian"]
    assert described(source("Hentzau", 2, description="a State news"), source("Hentzau", 1)) == ["a state news"]
    assert described(source("Hentzau", 1, description=" ")) == ["Palace-aligned Ruritanian"]


def test_what_no_sentence_says_of_a_source_is_refused_with_its_reason() -> None:
    found, told = read(source("Lavia Post", 3), source("Hentzau", 2, description="independent"))
    assert told == [
        ("/sources/0/name", "Lavia Post", "absent", None, "The cited sentences do not name it.", (3,), False),
        ("/sources/1/description", "independent", "absent", None, "The cited sentences do not describe it so.", (2,),
         False),
    ]  # fmt: skip
    assert [s.name for s in found] == ["Hentzau"]
