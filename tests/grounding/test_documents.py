"""Papers: whose they are by the words around their names, and which mentions are one paper."""

from __future__ import annotations

import pytest

from tests.grounding.worlds import document, grounded, refusals


@pytest.mark.parametrize(
    ("text", "name", "author"),
    [
        ("Envoys read Ruritania's draft treaty.", "treaty", "Ruritania"),
        ("Graustark said Ruritania will show its memorandum.", "memorandum", "Ruritania"),
        ("Ruritania waits: the Ruritanian memorandum is long.", "memorandum", "Ruritania"),
        ("Ruritania waits: a Ruritanian peace plan is long.", "plan", "Ruritania"),
        ("The plan laid out by President Petra Rau is long.", "plan", "Petra Rau"),
        ("An agreement between Ruritania and Graustark fell.", "agreement", "Ruritania and Graustark"),
        ("Petra Rau had handed them a letter.", "letter", "Petra Rau"),
        ("Petra Rau's office released a brief statement.", "statement", "Petra Rau's office"),
        ("In a statement, Petra Rau said that it rains.", "statement", "Petra Rau"),
        ("Petra Rau said in a statement that it rains.", "statement", "Petra Rau"),
        ("Graustark's envoy awaits their memorandum.", "memorandum", None),
        ("The letter was delivered by Petra Rau.", "letter", None),
        ("Petra Rau said the treaty is long.", "treaty", None),
        ("The treaty is long.", "treaty", None),
        ("Ruritania waits: the Ruritania-Graustark deal is long.", "deal", "Ruritania-Graustark"),
    ],
)
def test_the_words_around_its_name_tell_whose_paper_it_is(text: str, name: str, author: str | None) -> None:
    result = grounded(text, "Ruritania", "Graustark", documents=[document(name, 1)])
    assert [(d.name, d.author) for d in result.documents] == [(name, author)]


@pytest.mark.parametrize(
    ("before", "text", "name", "author"),
    [
        ("Petra Rau has invited Ilko Moll.", "The invitation is long.", "invitation", "Petra Rau"),
        ("Petra Rau proposed a truce.", "The proposal is long.", "proposal", "Petra Rau"),
        ("Petra Rau has invited Ilko Moll.", "An invitation is long.", "invitation", None),
        ("Petra Rau slept.", "The invitation is long.", "invitation", None),
        ("Friends of Petra Rau who came proposed a truce.", "The proposal is long.", "proposal", None),
    ],
)
def test_a_paper_is_of_whoever_did_what_it_is_named_after(
    before: str, text: str, name: str, author: str | None
) -> None:
    result = grounded(f"{before} {text}", documents=[document(name, 2)])
    assert [(d.name, d.author) for d in result.documents] == [(name, author)]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Petra Rau handed Ilko Moll a letter.", "Ilko Moll"),
        ("Petra Rau wrote a letter to Graustark.", "Graustark"),
        ("Petra Rau sent the letter to the Graustarkian embassy.", "Graustark"),
        ("Petra Rau handed over a letter.", None),
        ("Petra Rau read Ilko Moll's letter.", None),
        ("Petra Rau sent Ilko Moll's letter.", None),
    ],
)
def test_the_words_around_its_name_tell_who_got_a_paper(text: str, recipient: str | None) -> None:
    result = grounded(f"Graustark waits. {text}", "Graustark", documents=[document("letter", 2)])
    assert [d.recipient for d in result.documents] == [recipient]


def test_a_mention_without_an_author_is_the_paper_told_of_last() -> None:
    text = "Ruritania's plan is long. Graustark's plan is short. The plan was signed. The plans differ."
    drafts = [document("plan", 1), document("plan", 2), document("plan", 3), document("plans", 4)]
    result = grounded(text, "Ruritania", "Graustark", documents=drafts)
    assert [(d.author, [e.sentence for e in d.evidence]) for d in result.documents] == [
        ("Ruritania", [1]),
        ("Graustark", [2, 3, 4]),
    ]


def test_who_speaks_of_a_paper_is_not_its_author_and_the_refusal_says_so() -> None:
    text = "Petra Rau said the treaty is long."
    result = grounded(text, documents=[document("treaty", 1, author="Petra Rau")])
    assert [d.author for d in result.documents] == [None]
    assert refusals(result) == {"/documents/0/author": ("absent", None)}


def test_the_sentence_goes_before_the_model() -> None:
    text = "Graustark fears Ruritania's memorandum."
    result = grounded(text, "Ruritania", "Graustark", documents=[document("memorandum", 1, author="Graustark")])
    assert [d.author for d in result.documents] == ["Ruritania"]
    assert refusals(result) == {"/documents/0/author": ("absent", None)}


def test_mentions_of_one_paper_are_one_entry_with_all_their_sentences() -> None:
    text = "Ruritania's memorandum is long. It rains. The memorandum was published on 3 March."
    result = grounded(
        text, "Ruritania", documents=[document("memorandum", 1), document("memorandum", 3, date="3 March")]
    )
    assert [(d.author, d.status, d.date, [e.sentence for e in d.evidence]) for d in result.documents] == [
        ("Ruritania", "published", "2031-03-03", [1, 3])
    ]


def test_papers_of_two_authors_stay_two() -> None:
    text = "Ruritania's memorandum is long. Graustark's memorandum is short."
    result = grounded(text, "Ruritania", "Graustark", documents=[document("memorandum", 1), document("memorandum", 2)])
    assert [d.author for d in result.documents] == ["Ruritania", "Graustark"]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("author", "Lavia", "absent"), ("recipient", "Graustork", "altered"), ("date", "on 3 May", "absent")],
)
def test_what_the_sentence_does_not_hold_is_refused(field: str, value: str, kind: str) -> None:
    text = "A letter reached Graustark."
    result = grounded(text, "Graustark", documents=[document("letter", 1, **{field: value})])
    assert [getattr(d, field) for d in result.documents] == [None]
    assert refusals(result)[f"/documents/0/{field}"][0] == kind


def test_a_paper_is_nobodys_author_and_an_unnamed_paper_no_entry() -> None:
    text = "A letter reached Graustark with the treaty."
    result = grounded(text, documents=[document("letter", 1, author="the treaty"), document("memorandum", 1)])
    assert [(d.name, d.author) for d in result.documents] == [("letter", None)]
    assert set(refusals(result)) == {"/documents/0/author", "/documents/1/name"}


def test_evidence_is_only_what_names_the_paper() -> None:
    result = grounded("A letter came. It rains.", documents=[document("letter", 1, 2)])
    assert [[e.sentence for e in d.evidence] for d in result.documents] == [[1]]
