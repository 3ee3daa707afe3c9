"""What grounding knows of an article before it looks at a draft: its sentences, its dates, its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from summarizer.article import Article
from summarizer.briefing import Evidence
from summarizer.grounding.dates import DateMention, find_dates
from summarizer.grounding.days_of_saying import without_days_of_saying
from summarizer.grounding.names import Mention
from summarizer.grounding.quotes import locate
from summarizer.grounding.readings import Readings
from summarizer.grounding.roster import Roster
from summarizer.grounding.verdicts import Verdict
from summarizer.language.attribution import Attribution
from summarizer.language.rules import NOTHING
from summarizer.language.running_speech import running_speech
from summarizer.language.words import fits
from summarizer.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]\w*(?:[’'\-.&]\w+)*")


class Scene:
    """An article, read once for all the facts of a draft."""

    def __init__(self, article: Article, prose_language: str | None = None, *, strict: bool = False) -> None:
        """`prose_language` is the language of the free texts, ISO 639-1; that of the article where it is `None`.

        `strict` refuses what could not be judged, too.
        """
        self.article = article
        self.strict = strict
        self.readings = Readings(article.language, article.published)
        self.rules = self.readings.rules
        self.prose_language = prose_language or article.language
        same = self.prose_language == article.language
        self.prose_readings = self.readings if same else Readings(self.prose_language, article.published)
        self.prose_verdicts: dict[tuple[str, tuple[int, ...]], Verdict] = {}
        """Free text and the numbers of the sentences that it cites → the verdict on it, once it was judged."""
        self.outlets: dict[tuple[str, ...], frozenset[str]] = {}
        """The parties → the names of outlets, once the article was read for them."""

    @cached_property
    def dates(self) -> dict[int, tuple[DateMention, ...]]:
        """The date words of each sentence, by its number."""
        found: dict[int, tuple[DateMention, ...]] = {}
        known: list[DateMention] = []
        for sentence in self.article.sentences:
            found[sentence.number] = find_dates(
                sentence.text, published=self.article.published, language=self.article.language, context=known[-3:]
            )
            named = [m for m in found[sentence.number] if m.value and not self._is_attribute(m, sentence)]
            known += without_days_of_saying(named, sentence.text, self.attributions(sentence), self.rules)
        return found

    def _is_attribute(self, mention: DateMention, sentence: Sentence) -> bool:
        """Whether a date only tells which thing is meant ("the 27 November agreement"): nothing follows from it."""
        if self.rules is None or self.rules.definite == NOTHING:
            return False
        before = sentence.text[: mention.start].split()[-1:]
        behind = re.match(r"\s+([^\W\d_]+)", sentence.text[mention.end :])
        held = behind is not None and not fits(self.rules.grammar, behind[1]) and behind[1][0].islower()
        return bool(before) and held and self.rules.pattern(self.rules.definite).fullmatch(before[0]) is not None

    def accepts(self, verdict: Verdict) -> bool:
        """Whether what got this verdict is delivered."""
        return verdict.kind == "supported" or (verdict.kind == "unjudged" and not self.strict)

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of this number; `None` where there is none."""
        sentences = self.article.sentences
        return sentences[number - 1] if 1 <= number <= len(sentences) else None

    def real(self, numbers: Iterable[int]) -> list[Sentence]:
        """The sentences of these numbers that exist, each once, in the order given."""
        return [s for n in dict.fromkeys(numbers) if (s := self.sentence(n)) is not None]

    def attributions(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """Who says what in a sentence, by its own grammar; empty where the language has no rules."""
        return self.readings.attributions(sentence.text)

    @cached_property
    def running_speech(self) -> dict[int, Sentence]:
        """Number of a sentence that says nobody's name → the sentence whose speaker goes on in it."""
        sentences = self.article.sentences
        texts, begins = [s.text for s in sentences], self.article.paragraph_begins
        run = running_speech(texts, begins, self.rules, self.readings.attributions)
        return {at + 1: sentences[source] for at, source in run.items()}

    def mentions(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The names in a sentence, with the roles beside them."""
        return self.readings.mentions(sentence.text)

    def stands_in(self, words: str, sentences: Sequence[Sentence]) -> tuple[Sentence, tuple[int, int]] | None:
        """The first of the sentences that holds the words, and where in it; `None` for grammar words alone."""
        if self.names_nothing(words):
            return None
        for sentence in sentences:
            if places := locate(words, sentence.text):
                return sentence, places[0]
        return None

    def without_article(self, words: str) -> str:
        """ "the Kremlin" → "Kremlin"; an article alone stays, and one inside."""
        article = self.rules.pattern(self.rules.articles).match(words) if self.rules else None
        return words[article.end() :].strip() or words if article else words

    def names_nothing(self, words: str) -> bool:
        """Whether the words are only such as hold others together: "the", "and", "of"."""
        rules = self.rules
        if not any(c.isalnum() for c in words):
            return True
        if rules is None:
            return False
        grammar = rules.pattern(rules.articles, rules.conjunctions, rules.prepositions)
        return all(grammar.fullmatch(word) for word in words.split())

    @cached_property
    def roster(self) -> Roster:
        """The names of the article."""
        mentions = ((s, mention) for s in self.article.sentences for mention in self.mentions(s))
        return Roster(mentions, self.rules, self.article.language)

    @cached_property
    def lower_case_words(self) -> frozenset[str]:
        """The words that the article has in lower case: none of them is a name where it begins a sentence."""
        return lower_case_words(self.article.text)

    def matches(self, words: str, text: str) -> re.Match[str] | None:
        """The first of a language pattern's words in a text."""
        return self.rules.pattern(words).search(text) if self.rules else None


def lower_case_words(text: str) -> frozenset[str]:
    """The words that stand in a text in lower case."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def evidence_of(sentences: Iterable[Sentence]) -> list[Evidence]:
    """Evidence made of whole sentences, each once. No sentence is longer than anybody would check."""
    return [Evidence(sentence=s.number, start=s.start, end=s.end, text=s.text) for s in dict.fromkeys(sentences)]
