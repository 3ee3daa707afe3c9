"""The plan for small models: one small question at a time, each about as little text as it needs.

Measured with a 1.5B model: it names a speaker well when asked about one sentence whose words it copies,
and badly in tables. So the article as a whole is asked about its sides alone, and who speaks sentence by
sentence, only where the sentence's own words give reason to ask. Delegations, places and whose a paper is the
grammar tells better; where a language has none here, the model is asked for them, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import (
    Draft,
    DraftDelegation,
    DraftDocument,
    DraftStatement,
    DraftTalks,
)
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking, together
from summarizer.extraction.bare_places import only_placed
from summarizer.extraction.merging import merged_delegations, merged_talks
from summarizer.extraction.numbering import shown
from summarizer.extraction.own_words import said_in_language
from summarizer.extraction.papers import papers_on_the_table
from summarizer.extraction.places import draft_meetings
from summarizer.extraction.speakers import goes_on_quoting, may_hold_speech, speakers_of
from summarizer.extraction.standpoints import draft_agreements, draft_open_questions, draft_positions
from summarizer.extraction.whole_article import WholeQuestion, ask_of_whole
from summarizer.language import may_tell_of_talks, rules_for
from summarizer.language.running_speech import running_speech
from summarizer.language.teams import TEAM_WORDS
from summarizer.sentences import Sentence


async def draft_small(article: Article, asking: Asking) -> Draft:
    """A draft made of small questions. Raises `ModelError` where the model cannot be asked at all."""
    rules = rules_for(article.language)
    speech = [s for s in article.sentences if may_hold_speech(s, rules, article.language)]
    talks_of = [s for s in article.sentences if may_tell_of_talks(s.text, article.language)]
    reads_teams = article.language in TEAM_WORDS
    asking.expect(len(speech) + (1 if reads_teams else 2))
    asking.stage("sides and delegations")
    talks = await _talks(article, asking)
    # Where the grammar tells of delegations, grounding finds them; a small model makes one of every side.
    delegations = [] if reads_teams else await _delegations(article, asking)
    asking.stage("who says what")
    statements = await _statements(article, speech, asking)
    asking.stage("meetings")
    meetings = only_placed(await draft_meetings(article, talks_of, asking), article)
    positions = await draft_positions(article, asking)
    draft = Draft(
        bottom_line=None,
        talks=talks,
        meetings=meetings,
        delegations=delegations,
        statements=statements,
        positions=positions,
        agreements=draft_agreements(article),
        documents=[_document(s.number, name) for s in article.sentences for name in papers_on_the_table(s, rules)],
        events=[],
        open_questions=draft_open_questions(article),
        next_steps=[],
        sources=[],
    )
    return await said_in_language(draft, article, asking)


async def _talks(article: Article, asking: Asking) -> DraftTalks | None:
    text = " ".join((asking.text("small/overview"), asking.in_language("the subject"))).rstrip()
    question = WholeQuestion(
        "overview", "sides and mediators", text, answers.OverviewAnswer, answers.overview_bounds(), max_tokens=200
    )
    found = await ask_of_whole(article, question, asking)
    return merged_talks([DraftTalks(**answer.model_dump(), sentences=[]) for answer in found])


async def _delegations(article: Article, asking: Asking) -> list[DraftDelegation]:
    question = WholeQuestion(
        "delegations", "delegations", asking.text("small/delegations"),
        answers.DelegationsAnswer, answers.delegations_bounds(len(article.sentences)), max_tokens=300,
    )  # fmt: skip
    found = await ask_of_whole(article, question, asking)
    return merged_delegations([[_delegation(d) for d in answer.delegations] for answer in found])


def _delegation(answer: answers.DelegationAnswer) -> DraftDelegation:
    return DraftDelegation(party=answer.party, head=answer.head, members=[], note=None, sentences=[answer.sentence])


async def _statements(article: Article, speech: Sequence[Sentence], asking: Asking) -> list[DraftStatement]:
    rules = rules_for(article.language)

    async def ask(sentence: Sentence) -> tuple[str, ...]:
        answer = await asking.ask(
            "small/statement", f"statement {sentence.number}", f"Sentence: {shown(sentence.text)}",
            answers.StatementAnswer, answers.statement_bounds(), max_tokens=100,
        )  # fmt: skip
        said, words = (answer.speaker, answer.words) if answer else (None, None)
        return speakers_of(sentence, said, words, rules)

    found = dict(zip([s.number for s in speech], await together(ask(s) for s in speech), strict=True))
    running = running_speech([s.text for s in article.sentences], article.paragraph_begins, rules)
    statements: list[DraftStatement] = []
    last: str | None = None
    for at, sentence in enumerate(article.sentences):
        speakers = found.get(sentence.number, ())
        if not speakers and at in running:
            speakers = found.get(running[at] + 1, ())[:1]
        if not speakers and last and goes_on_quoting(sentence, rules):
            speakers = (last,)
        statements += [_statement(sentence.number, speaker) for speaker in speakers]
        last = speakers[0] if speakers else (last if goes_on_quoting(sentence, rules) else None)
    return statements


def _statement(number: int, speaker: str) -> DraftStatement:
    return DraftStatement(
        sentence=number, speaker=speaker, addressed_to=None, reported_by=[], act=None, said_on=None, content=None
    )


def _document(number: int, name: str) -> DraftDocument:
    """A paper; whose it is the words around its name tell, or nobody: a small model that is asked names anybody."""
    return DraftDocument(name=name, author=None, recipient=None, status=None, date=None, sentences=[number])
