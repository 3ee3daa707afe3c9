"""What the small plan takes over from the article, said in the language that was asked for: one question each.

A small model that is asked for a whole draft in another language loses names and sides; asked for one sentence, it
keeps them. Where it gives nothing usable, the article's own words stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import Draft, DraftBottomLine
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import shown
from summarizer.language import rules_for
from summarizer.sentences import Sentence

MOST_SAID = 12
"""Sentences that are said in the other language at most; each costs about 2 s on 2 cores."""
LEAD = 6
"""Sentences among which the one for the bottom line is looked for."""


async def said_in_language(draft: Draft, article: Article, asking: Asking) -> Draft:
    """The draft with its bottom line, agreements and open questions in the language that was asked for.

    The same draft where that is the article's.
    """
    if asking.language is None:
        return draft
    lead = _lead(article)
    numbers = [a.sentences[0] for a in draft.agreements] + [q.sentences[0] for q in draft.open_questions]
    wanted = list(dict.fromkeys([lead.number, *numbers]))
    if len(wanted) > MOST_SAID:
        left = ", ".join(map(str, wanted[MOST_SAID:]))
        asking.note(f"Agreements and open questions of sentences {left} were left in the article's language.")
    said = await _said([article.sentences[n - 1] for n in wanted[:MOST_SAID]], asking)
    bottom_line = DraftBottomLine(text=said[lead.number], sentences=[lead.number]) if lead.number in said else None
    return draft.model_copy(
        update={
            "bottom_line": bottom_line,
            "agreements": [
                entry.model_copy(update={"text": said.get(entry.sentences[0], entry.text)})
                for entry in draft.agreements
            ],
            "open_questions": [
                entry.model_copy(update={"text": said.get(entry.sentences[0], entry.text)})
                for entry in draft.open_questions
            ],
        }
    )


def _lead(article: Article) -> Sentence:
    """The first sentence near the top that tells of talks, else the first of all."""
    rules = rules_for(article.language)
    telling = (s for s in article.sentences[:LEAD] if rules is not None and rules.pattern(rules.talks).search(s.text))
    return next(telling, article.sentences[0])


async def _said(sentences: Sequence[Sentence], asking: Asking) -> dict[int, str]:
    """Number of a sentence → what the model says for it; without those for which it says nothing."""
    asking.expect(len(sentences))
    asking.stage(f"saying it in {asking.language_name}")
    found: dict[int, str] = {}
    for sentence in sentences:
        answer = await asking.ask(
            "small/own_words",
            f"own words {sentence.number}",
            f"Sentence: {shown(sentence.text)}\nSay it in {asking.language_name} in at most 20 words.",
            answers.OwnWordsAnswer,
            answers.own_words_bounds(),
            max_tokens=120,
        )
        words = (answer.words or "").strip() if answer else ""
        # A model that copies the sentence has not said it in the other language.
        if words and words != shown(sentence.text):
            found[sentence.number] = words
    return found
