"""Which delegations a sentence tells of, by its own words: whose they are, and who leads them.

"The Ruritanian delegation, led by Rau", "Rau, who will head Ruritania's negotiating team", "the head of the
delegation, Rau", "Ruritania's chief negotiator, Rau". A delegation without an owner here is the one named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.genitives import genitive_before
from summarizer.grounding.names import Mention, is_capitalised, without_possessive
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import People
from summarizer.grounding.scene import Scene
from summarizer.language.rules import compile_words
from summarizer.language.teams import TEAM_WORDS, TeamWords
from summarizer.sentences import Sentence

Span = tuple[int, int]

REACH_BACK = 6
"""Sentences before, in which "the delegation" may have been named."""
WORDS_BEFORE = 4
"""Words between whose a delegation is and its noun, at most."""
WORDS_TO_HEAD = 8
"""Words between a delegation or a verb of leading and the one who leads, at most."""


@dataclass(frozen=True)
class Team:
    """A delegation as one sentence tells of it."""

    party: str
    head: str | None
    """The words that name who leads it, as the sentence prints them."""
    sentence: Sentence
    """The sentence that tells."""
    naming: Sentence
    """The one that tells whose it is; the same unless it is only "the delegation" here."""


class Teams:
    """Reads the delegations of an article."""

    def __init__(self, scene: Scene, people: People) -> None:
        self.scene = scene
        self.people = people
        self.words: TeamWords | None = TEAM_WORDS.get(scene.rules.code) if scene.rules else None

    def told(self) -> Iterator[Team]:
        """The delegations that the article's sentences tell of, in its order."""
        if self.words is None:
            return
        last: tuple[str, Sentence] | None = None
        owners: set[str] = set()
        for sentence in self.scene.article.sentences:
            for match in compile_words(self.words.teams).finditer(sentence.text):
                if self._is_one_of_several(sentence, match.start()):
                    continue
                party = self._owner(sentence, match.span())
                if party is None and (own := self._possessive(sentence, match.start())) is not None:
                    party = self._referred_to(sentence, own)
                    if party is None or self._head(sentence, match.span()) is None:
                        # "Its delegation": whose it is remains open, and is not the one named last; or it has no head.
                        continue
                if party is not None:
                    last = party, sentence
                    owners.add(party)
                elif last is None or not self._points(sentence, match):
                    continue
                elif len(owners) > 1 and sentence.number - last[1].number > REACH_BACK:
                    # With one delegation in the whole article "the delegation" is clear however far away.
                    continue
                yield Team(party or last[0], self._head(sentence, match.span()), sentence, last[1])
            yield from self._by_negotiators(sentence)
            yield from self._by_own_head(sentence, last)

    def _by_own_head(self, sentence: Sentence, last: tuple[str, Sentence] | None) -> Iterator[Team]:
        """ "The Ruritanian delegation came. Its head, Rau, slept"."""
        rules = self.scene.rules
        assert self.words is not None
        assert rules is not None
        if last is None or sentence.number - last[1].number != 1:
            return
        own = re.match(rf"\W*(?:{self.words.own})\s+(?:{self.words.own_heads})(?!\w)", sentence.text, re.IGNORECASE)
        nouns = list(compile_words(self.words.teams).finditer(last[1].text))
        if own is None or len(nouns) != 1 or len(last[1].text[: nouns[0].start()].split()) > WORDS_BEFORE:
            return
        head = self._first_behind(sentence, own.end(), words=1)
        if head is not None and not rules.pattern(rules.bodies).search(last[1].text, nouns[0].end()):
            yield Team(last[0], head, sentence, last[1])

    def _is_one_of_several(self, sentence: Sentence, start: int) -> bool:
        """ "All three delegations": nobody's by itself, but for "Ruritania's three delegations"."""
        assert self.words is not None
        told = rf"(?:(?:{self.words.several})\s+|(?:the|of|las|les|die)\s+)*(?:{self.words.several})\s+$"
        found = re.search(rf"(?<!\w){told}", sentence.text[:start], re.IGNORECASE)
        rules = self.scene.rules
        return found is not None and (rules is None or genitive_before(sentence.text, found.start(), rules) is None)

    def _possessive(self, sentence: Sentence, start: int) -> int | None:
        """Where "its" stands before a delegation."""
        rules = self.scene.rules
        assert self.words is not None
        assert rules is not None
        own = rf"(?<!\w)(?:{rules.possessives}|{self.words.own})\s+(?:(?:{self.words.qualities})\s+)*$"
        found = re.search(own, sentence.text[:start], re.IGNORECASE)
        return found.start() if found is not None else None

    def _referred_to(self, sentence: Sentence, at: int) -> str | None:
        """The side that "its" at an offset means: the one that leads the sentence, with no other subject before."""
        assert self.words is not None
        sides = [m for m in self.scene.mentions(sentence) if m.end <= at and self._is_side(m, sentence.text)]
        if len(sides) != 1 or not compile_words(self.words.own).match(sentence.text, at):
            return None
        name = sides[0].name
        leads = len(self.scene.without_article(sentence.text[: sides[0].end]).split()) <= len(name.split())
        return party_of(name, self.people.parties) if leads else None

    def _is_side(self, mention: Mention, text: str) -> bool:
        """Whether a name can be a side's, and is no owner's and none behind a preposition."""
        rules = self.scene.rules
        assert rules is not None
        person = self.people.is_person(mention.name, mention.role, addressed=mention.addressed)
        before = " ".join(text[: mention.start].split()[-2:])
        free = not text.startswith(("’", "'"), mention.end) and not rules.pattern(rules.prepositions).search(before)
        return free and (not person or party_of(mention.name, self.people.parties) is not None)

    def is_replaced(self, text: str, at: int) -> bool:
        """Whether the name at an offset is that of one whom another replaces: "instead of Rau"."""
        rules = self.scene.rules
        if self.words is None or rules is None:
            return False
        before = rf"(?<!\w)(?:{self.words.instead})\s+(?:(?:{rules.articles})\s+)?$"
        return re.search(before, text[:at], re.IGNORECASE) is not None

    def _by_negotiators(self, sentence: Sentence) -> Iterator[Team]:
        """ "Ruritania's chief negotiator, Rau"."""
        assert self.words is not None
        for match in compile_words(self.words.negotiators).finditer(sentence.text):
            party = self._owner(sentence, match.span())
            beside = [
                m for m in self._people(sentence)
                if m.outset <= match.start() < m.start or (m.role and m.end <= match.start() < m.close)
                or re.fullmatch(r"\W{1,3}", sentence.text[match.end() : m.outset])
            ]  # fmt: skip
            if party is not None and beside:
                yield Team(party, sentence.text[beside[0].start : beside[0].end], sentence, sentence)

    def _owner(self, sentence: Sentence, noun: Span) -> str | None:
        return self._owner_before(sentence, noun[0]) or self._owner_behind(sentence, noun[1])

    def _owner_before(self, sentence: Sentence, start: int) -> str | None:
        """ "Ruritania's high-level delegation", "the Ruritanian delegation", "the rebel delegation"."""
        rules = self.scene.rules
        assert self.words is not None
        assert rules is not None
        tokens = list(re.finditer(r"[^\s,;:()“”\"«»]+", sentence.text[:start]))[-WORDS_BEFORE:]
        end = start
        for token in reversed(tokens):
            if re.search(r"[,;:()“”\"«»]", sentence.text[token.end() : end]):
                return None
            owned = genitive_before(sentence.text, end, rules)
            if owned is not None:
                words = self.scene.without_article(without_possessive(sentence.text[slice(*owned)]))
                return party_of(words, self.people.parties) or (words if is_capitalised(words) else None)
            end = token.start()
            if rules.pattern(rules.articles, rules.prepositions, rules.possessives).fullmatch(token.group()):
                return None
            if compile_words(self.words.qualities).fullmatch(token.group()):
                continue
            return self._by_adjective(self.scene.without_article(_run_ending(sentence.text[: token.end()])))
        return None

    def _by_adjective(self, word: str) -> str | None:
        """A side named by the word before the noun: a name, an adjective made of one, or a noun for a group."""
        rules = self.scene.rules
        assert rules is not None
        party = party_of(word, self.people.parties)
        if party is not None:
            return party
        if is_capitalised(word):
            return word
        several = f"{word.casefold()}s"
        return word if rules.code == "en" and several in self.scene.lower_case_words else None

    def _owner_behind(self, sentence: Sentence, end: int) -> str | None:
        """ "A delegation from Ruritania", «делегация Руритании», "la délégation ruritanienne"."""
        assert self.words is not None
        behind = sentence.text[end:]
        adjective = re.match(r"\s+([^\W\d_][\w\-]+)", behind)
        if adjective is not None and not is_capitalised(adjective[1]):
            party = party_of(adjective[1], self.people.parties)
            if party is not None:
                return party
        article = r"(?:(?:the|la|el|der|des)\s+)?"
        link = re.match(rf"\s+(?:(?:{self.words.of})\s+)?{article}(?=[^\W\d_])", behind, re.IGNORECASE)
        if link is None:
            return None
        genitive_alone = self.scene.rules is not None and self.scene.rules.code in ("ru", "uk")
        if not genitive_alone and not compile_words(self.words.of).search(link.group()):
            return None
        at = end + link.end()
        named = next((m for m in self.scene.mentions(sentence) if m.outset <= at < m.end), None)
        if named is None or not is_capitalised(sentence.text[at]):
            return None
        # Where the sentence begins with the noun, it passes for a part of the name.
        words = sentence.text[max(at, named.start) : named.end]
        return party_of(words, self.people.parties) or words

    def _points(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether the noun is a definite one that was named before: "the delegation"."""
        rules = self.scene.rules
        before = sentence.text[: match.start()].split()[-1:]
        definite = rules is not None and (not before or not rules.pattern(rules.indefinite).fullmatch(before[0]))
        return definite and self._head(sentence, match.span()) is not None

    def _head(self, sentence: Sentence, noun: Span) -> str | None:
        """The words that name who leads the delegation at these offsets."""
        return (
            self._led_by(sentence, noun[1])
            or self._head_of(sentence, noun)
            or self._leading(sentence, noun[0])
        )  # fmt: skip

    def _led_by(self, sentence: Sentence, end: int) -> str | None:
        """ "… delegation, led by Rau"."""
        assert self.words is not None
        link = compile_words(self.words.led_by).search(sentence.text, end)
        if link is None or len(sentence.text[end : link.start()].split()) > WORDS_TO_HEAD:
            return None
        if re.search(r"[;.!?]\s", sentence.text[end : link.start()]):
            return None
        return self._first_behind(sentence, link.end())

    def _head_of(self, sentence: Sentence, noun: Span) -> str | None:
        """ "the head of the delegation, Rau"; "Rau, the head of the delegation"; "delegation head Rau"."""
        assert self.words is not None
        text = sentence.text
        before = list(compile_words(self.words.head_of).finditer(text, 0, noun[0]))
        if before and len(text[before[-1].end() : noun[0]].split()) <= WORDS_BEFORE:
            holder = [m for m in self._people(sentence) if m.end <= before[-1].start() <= m.close]
            if holder:
                return text[holder[-1].start : holder[-1].end]
            return self._first_behind(sentence, noun[1], words=2)
        behind = re.match(r"\s+(?:head|leader|chief)(?!\w)", text[noun[1] :])
        return self._first_behind(sentence, noun[1] + behind.end(), words=0) if behind else None

    def _leading(self, sentence: Sentence, start: int) -> str | None:
        """ "Rau, who is also chancellor, will lead the delegation"."""
        assert self.words is not None
        verbs = list(compile_words(self.words.leads).finditer(sentence.text, 0, start))
        if not verbs or len(sentence.text[verbs[-1].end() : start].split()) > WORDS_BEFORE:
            return None
        verb = verbs[-1].start()
        before = [m for m in self._people(sentence) if m.end <= verb]
        relative = self._described(sentence, verb)
        if relative is not None and (not before or before[-1].end < relative[0]):
            return sentence.text[slice(*relative)]
        return sentence.text[before[-1].start : before[-1].end] if before else None

    def _described(self, sentence: Sentence, verb: int) -> Span | None:
        """ "the minister for fish, who will lead": one named by an office alone, right before "who"."""
        rules = self.scene.rules
        assert rules is not None
        relative = re.search(rf",\s+(?:{rules.relatives})\s+(?:[\w]+\s+){{0,4}}$", sentence.text[:verb], re.IGNORECASE)
        if relative is None:
            return None
        office = rules.pattern(rules.offices, rules.person_titles)
        offices = list(office.finditer(sentence.text, 0, relative.start()))
        if not offices or re.search(r"[,;:]", sentence.text[offices[-1].start() : relative.start()]):
            return None
        return offices[-1].start(), relative.start()

    def _first_behind(self, sentence: Sentence, at: int, *, words: int = WORDS_TO_HEAD) -> str | None:
        mentions = self.scene.mentions(sentence)
        for mention in mentions:
            # "la ministre des Affaires étrangères Petra Rau": a name within a role is none of its own.
            in_role = any(other.outset <= mention.start and mention.end <= other.start for other in mentions)
            if mention.start >= at and not in_role and not self.is_replaced(sentence.text, mention.outset):
                plain = len(re.findall(r"\w+", sentence.text[at : mention.outset])) <= words
                return sentence.text[mention.start : mention.end] if plain else None
        return None

    def _people(self, sentence: Sentence) -> list[Mention]:
        return [
            m
            for m in self.scene.mentions(sentence)
            if self.people.is_person(m.name, m.role, addressed=m.addressed)
            if not self.is_replaced(sentence.text, m.outset)
        ]  # fmt: skip


def _run_ending(text: str) -> str:
    """The capitalised words that end a text ("North Ruritanian"), or its last word."""
    words = text.split()
    first = len(words) - 1
    while is_capitalised(words[-1]) and first > 0 and is_capitalised(words[first - 1]):
        first -= 1
    return " ".join(words[first:])
