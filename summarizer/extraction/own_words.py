"""What the small plan takes over from the article, said in the language that was asked for: one question each.

A small model that is asked for a whole draft in another language loses names and sides; asked for one line, it keeps
them. Asked for a subject or a stance in that language it copies the article's words as often, so these are asked for
again where they are no other language's. Where it gives nothing usable, the article's own words stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import Draft, DraftBottomLine, DraftPosition, DraftTalks
from summarizer.extraction import answers
from summarizer.extraction.asking import Asking
from summarizer.extraction.numbering import shown
from summarizer.language import rules_for
from summarizer.sentences import Sentence

MOST_SAID = 12
"""Lines that are said in the other language at most; each costs about 2 s on 2 cores."""
LEAD = 6
"""Sentences among which the one for the bottom line is looked for."""


async def said_in_language(draft: Draft, article: Article, asking: Asking) -> Draft:
    """The draft with its own words in the language that was asked for; the same draft where that is the article's."""
    if asking.language is None:
        return draft
    lead = _lead(article)
    subject = draft.talks.subject if draft.talks is not None else None
    short = [subject, *(words for p in draft.positions for words in (p.issue, p.stance))]
    wanted = [shown(lead.text), *(a.text for a in draft.agreements), *(q.text for q in draft.open_questions)]
    wanted += [words for words in short if words and _is_as_printed(words, article, asking.language)]
    wanted = list(dict.fromkeys(wanted))
    if len(wanted) > MOST_SAID:
        asking.note(f"{len(wanted) - MOST_SAID} lines were left in the article's language.")
    said = await _said(wanted[:MOST_SAID], asking)
    text = said.get(shown(lead.text))
    return draft.model_copy(
        update={
            "bottom_line": DraftBottomLine(text=text, sentences=[lead.number]) if text else None,
            "talks": _talks_said(draft.talks, said),
            "positions": [_position_said(p, said) for p in draft.positions],
            "agreements": [a.model_copy(update={"text": said.get(a.text, a.text)}) for a in draft.agreements],
            "open_questions": [q.model_copy(update={"text": said.get(q.text, q.text)}) for q in draft.open_questions],
        }
    )


def _lead(article: Article) -> Sentence:
    """The first sentence near the top that tells of talks, else the first of all."""
    rules = rules_for(article.language)
    telling = (s for s in article.sentences[:LEAD] if rules is not None and rules.pattern(rules.talks).search(s.text))
    return next(telling, article.sentences[0])


def _is_as_printed(words: str, article: Article, language: str) -> bool:
    """Whether words are still the article's: they stand there, or are in a script that the language has not."""
    if words.casefold() in article.text.casefold():
        return True
    letter = next((c for c in words if c.isalpha()), None)
    return letter is not None and _script(letter) != _script(_own_name(language))


def _script(letter: str) -> str:
    return unicodedata.name(letter[0], "").split(" ")[0]


def _own_name(language: str) -> str:
    """What a language is called in itself: its script shows there."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(language).get_language_name(language) or language
    except UnknownLocaleError:
        return language


def _talks_said(talks: DraftTalks | None, said: dict[str, str]) -> DraftTalks | None:
    if talks is None or not talks.subject:
        return talks
    return talks.model_copy(update={"subject": said.get(talks.subject, talks.subject)})


def _position_said(position: DraftPosition, said: dict[str, str]) -> DraftPosition:
    words = {"issue": position.issue, "stance": position.stance}
    return position.model_copy(update={field: said.get(text, text) for field, text in words.items()})


async def _said(texts: Sequence[str], asking: Asking) -> dict[str, str]:
    """A line → what the model says for it; without those for which it says nothing."""
    asking.expect(len(texts))
    asking.stage(f"saying it in {asking.language_name}")
    found: dict[str, str] = {}
    for number, text in enumerate(texts, start=1):
        answer = await asking.ask(
            "small/own_words",
            f"own words {number}",
            f"Sentence: {shown(text)}\nSay it in {asking.language_name} in at most 20 words.",
            answers.OwnWordsAnswer,
            answers.own_words_bounds(),
            max_tokens=120,
        )
        words = (answer.words or "").strip() if answer else ""
        # A model that copies the line has not said it in the other language.
        if words and words != shown(text):
            found[text] = words
    return found
