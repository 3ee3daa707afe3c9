"""How a sentence attributes words: the reporting verb, who is its subject, and who hears or carries it.

Rules only, no model. They look at the words around each reporting verb: a subject on its left ("Peskov
said"), behind it where the language or quoted words allow it ("…", said Peskov), behind "according to".
Where the words do not settle it, there is no subject, and the model's answer stands alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from summarizer.language.appositions import is_apposition
from summarizer.language.attributed import Attribution
from summarizer.language.cited_sources import by_sources
from summarizer.language.cues import NEGATED, Cue, find_cues
from summarizer.language.noun_phrases import NounPhrases, Stretch
from summarizer.language.quotations import Span, quoted_spans
from summarizer.language.rules import NOTHING, LanguageRules
from summarizer.language.timestamps import without_timestamp
from summarizer.language.words import Words, fits

__all__ = ["Attribution", "Span", "find_attributions", "quoted_spans"]

TELLING = frozenset({"said", "announced", "claimed", "confirmed", "denied", "warned", "declined"})
"""Acts whose verbs take what was said as their object, not somebody or something."""
LONGEST_TAIL = 4
"""Words behind the verb of an attribution that ends its sentence ("…, officials said on Friday"), at most."""
LONGEST_INNER = 5
"""Words of a subject within what an outlet reports ("The Post reported that rebels in the east said"), at most."""
SHORTEST_CLAUSE = 4
"""Words before such an attribution, at least; fewer are a leading phrase ("On Friday, officials said")."""
REACH = 300
"""Characters behind a verb, at most, in which what belongs to it is looked for."""
SHORTEST_SPEECH = 6
"""Words of a quote that says something by itself, at least; shorter ones are part of the clause around them."""


def find_attributions(sentence: str, rules: LanguageRules) -> tuple[Attribution, ...]:
    """All attributions in a sentence, in order of their cues."""
    reader = _Reader(without_timestamp(sentence), rules)
    return tuple(sorted(reader.read(), key=lambda found: found.cue))


def _without_open_participles(found: list[Attribution], cues: Sequence[Cue]) -> list[Attribution]:
    """Without the participles that found no subject ("Speaking in Oslo, …"), where another verb has one."""
    participles = {cue.span for cue in cues if cue.participle}
    if all(attribution.subject is None for attribution in found):
        return found
    return [a for a in found if a.subject is not None or a.cue not in participles]


class _Reader:
    """Reads one sentence; keeps what the rules ask for again and again."""

    def __init__(self, sentence: str, rules: LanguageRules) -> None:
        self.sentence = sentence
        self.rules = rules
        self.words = Words(sentence, rules)
        self.cues = find_cues(self.words)
        self.phrases = NounPhrases(self.words, self.cues)
        self.scope_ends = self._scope_ends()

    def read(self) -> Iterator[Attribution]:
        """The attributions, in no order."""
        final = self._final()
        if final is not None:
            yield self._carried(final) or final
            return
        told = list(self._by_verbs())
        cited = list(self._by_citing(told))
        carried = {attribution.carrier for attribution in (*told, *cited)} - {None}
        found = (
            [a for a in told if a.subject is None or a.subject not in carried]
            + cited
            + list(by_sources(self.words, self.phrases))
        )
        yield from _without_open_participles(found, self.cues) or self._by_mood()

    # Verbs.

    def _by_verbs(self) -> Iterator[Attribution]:
        """One attribution a verb, but for verbs within what somebody was just said to have said."""
        scope = 0
        last: Attribution | None = None
        for cue in self.cues:
            if cue.span[0] < scope and not self._begins_anew(cue):
                if last is not None and (told := self._told_by_outlet(cue, last)) is not None:
                    yield told
                    last = told
                continue
            attribution = self._passed_on(cue) or self._by_verb(cue, last)
            yield attribution
            if attribution.subject is not None:
                last = attribution
                scope = self._end_of_complement(max(attribution.cue[1], attribution.subject[1]))

    def _by_verb(self, cue: Cue, last: Attribution | None) -> Attribution:
        subject = self._subject(cue)
        if subject is None and last is not None and self._goes_on(cue):
            subject = last.subject
        if subject is not None and not any(map(str.isalpha, self.sentence[slice(*subject)])):
            # "7 марта передала": a day before the verb speaks as little as any number.
            subject = None
        if subject is not None and self.rules.speech_nouns != NOTHING:
            subject = self._behind_noun(subject)
        act = NEGATED.get(cue.act, "said") if self._is_nobody(subject, cue) else cue.act
        return Attribution(cue.span, act, subject, self._hearer(cue), topic=self._topic(cue))

    def _topic(self, cue: Cue) -> Span | None:
        """The subject of a passive verb, where the order of words tells which it is."""
        if not cue.passive or self.rules.subject_may_follow:
            return None
        return self._offsets(self.phrases.before(cue.first))

    def _told_by_outlet(self, cue: Cue, outer: Attribution) -> Attribution | None:
        """ "The Post reported that rebels said": the rebels speak, the Post carries."""
        if outer.subject is None or outer.carrier is not None or not self._is_outlet_verb(outer.cue):
            return None
        named = self.sentence[slice(*outer.subject)]
        somebody = (self.rules.bodies, self.rules.offices, self.rules.person_titles, self.rules.pronouns)
        if self.rules.pattern(*somebody).search(named) or cue.act not in TELLING:
            return None
        clause = re.search(
            rf"\s(?:{self.rules.complementizers})\s+((?:[\w\-’']+\s+){{1,{LONGEST_INNER}}}?)(?:(?:{self.rules.asides})\s+)?$",
            self.sentence[outer.cue[1] : cue.span[0]],
        )
        if clause is None or self.rules.pattern(self.rules.auxiliary_verbs).search(clause[1]):
            return None
        start = outer.cue[1] + clause.start(1)
        subject = start, start + len(clause[1].rstrip())
        return Attribution(cue.span, cue.act, subject, self._hearer(cue), carrier=outer.subject)

    def _behind_noun(self, subject: Span) -> Span:
        """ "A charge Graustark denies": the name behind the noun for what was said."""
        noun = rf"(?:(?:{self.rules.articles})\s+)?(?:{self.rules.speech_nouns})\s+(?=the\s|(?-i:[^\W\d_a-z]))"
        match = re.match(noun, self.sentence[slice(*subject)], re.IGNORECASE)
        return (subject[0] + match.end(), subject[1]) if match is not None else subject

    def _is_nobody(self, subject: Span | None, cue: Cue) -> bool:
        """ "No official said": whether a word that negates the sentence leads its subject; a negated verb is told."""
        if subject is None or cue.negated:
            return False
        first = self.words.at(subject[0])
        return any(self._is(at, self.rules.negative_determiners) for at in (first, first - 1) if at >= 0)

    def _subject(self, cue: Cue) -> Span | None:
        if (joined := self._joined_pronoun(cue)) is not None:
            return joined
        if fits(self.rules.paper_says, cue.text):
            return self._issuer(cue)
        agent = self._agent(cue)
        if agent is not None or cue.passive:
            return self._offsets(agent)
        if cue.participle:
            return self._offsets(self._main_subject(cue))
        return self._offsets(self._either_side(cue))

    def _joined_pronoun(self, cue: Cue) -> Span | None:
        """ "dit-il", "a-t-elle dit": the pronoun at the end of the verb or of its auxiliary."""
        last = cue.first - 1
        starts = [cue.span[1]]
        if last >= 0 and not self.words.breaks(cue.first):
            start, end = self.words.spans[last]
            starts += [at for at in range(start, end) if self.sentence[at] == "-"]
        for at in starts:
            if joined := self.rules.enclitic.match(self.sentence, at):
                return at + joined.group().rfind("-") + 1, joined.end()
        return None

    def _either_side(self, cue: Cue) -> Stretch | None:
        """The subject on the left, or on the right where the words before the verb make that the reading."""
        left, right = self.phrases.before(cue.first), self._inverted(cue)
        if left is None or right is None:
            return left or right
        if self.phrases.is_in_phrase(left) and self.phrases.could_be_nominative(right):
            # "О визите Линда сообщила Анна Рау"
            return right
        if self._comma_before(cue):
            clause = self.phrases.holds_verb(left) or not self.phrases.could_speak(left)
            told = clause and self.phrases.could_speak(right)
            return left if self.phrases.has_insertion(cue.first) and not told else right
        return left if self.phrases.could_speak(left) else right

    def _inverted(self, cue: Cue) -> Stretch | None:
        """ "…", said Peskov: the subject behind the verb."""
        begins = self.phrases.verb_begins(cue.first)
        quoted = begins > 0 and self.words.in_speech(self.words.spans[begins - 1][0])
        free = cue.act in TELLING and (self.rules.subject_may_follow or cue.first == 0)
        if not quoted and not self._comma_before(cue) and not free:
            return None
        told = self._told(cue)
        found = self.phrases.behind(told[1] if told is not None else cue.end)
        if found is None or self.phrases.is_followed_by_verb(found[1]):
            return None
        return found if quoted or self.phrases.could_speak(found) else None

    def _comma_before(self, cue: Cue) -> bool:
        """Whether a comma stands right before the verb and its auxiliaries."""
        places = (cue.first, self.phrases.verb_begins(cue.first))
        return any(at > 0 and self.words.comma(at) and not self.words.breaks(at) for at in places)

    def _agent(self, cue: Cue) -> Stretch | None:
        """ "was announced by the ministry": who stands behind "by"."""
        if not self._is(cue.end, self.rules.agent) or (self.rules.subject_may_follow and not cue.passive):
            return None
        found = self.phrases.behind(cue.end + 1)
        return found if found is not None and self.phrases.could_speak(found) else None

    def _main_subject(self, cue: Cue) -> Stretch | None:
        """ "Rau left the talks, saying …": the subject of the clause before; "Lind saying": the name beside it."""
        return self.phrases.named_right_before(cue.first) or self.phrases.leading(cue.first)

    def _goes_on(self, cue: Cue) -> bool:
        """Whether the verb takes the subject of the reporting verb before it ("…, adding", "… and warned")."""
        before = self.phrases.verb_begins(cue.first) - 1
        return cue.participle or (before >= 0 and self._is(before, self.rules.conjunctions))

    def _issuer(self, cue: Cue) -> Span | None:
        """Whose paper it is that says something, named behind the verb or before it."""
        papers = self.rules.pattern(self.rules.in_paper)
        behind = papers.search(self.sentence, cue.span[1], self._reach(cue))
        start = self.words.spans[max(0, cue.first - 20)][0]
        paper = behind or next(papers.finditer(self.sentence, start, cue.span[0]), None)
        return self._offsets(self.phrases.behind(self.words.at(paper.end()))) if paper is not None else None

    # Those told, and those who pass words on.

    def _told(self, cue: Cue) -> tuple[Span, int] | None:
        """The one told, right behind the verb, where the language has set phrases for that; and the word behind."""
        if cue.end >= len(self.words):
            return None
        hearers, behind = self.rules.pattern(self.rules.hearers), self.phrases.over_adverbs(cue.end)
        told = hearers.match(self.sentence, self.words.spans[cue.end][0])
        if told is None and behind < len(self.words):
            # "заявил во вторник газете «Эхо»".
            told = hearers.match(self.sentence, self.words.spans[behind][0])
        if told is not None:
            return told.span(told.lastindex or 0), self.words.at(told.end())
        return self._outlet_in_quotes(cue) if self.rules.subject_may_follow else None

    def _outlet_in_quotes(self, cue: Cue) -> tuple[Span, int] | None:
        """«заявил «Эхо Ланды» капитан Рау»: a name in quotation marks, and behind it who speaks, by their office."""
        quoted = self.words.quoted_name(self.phrases.over_adverbs(cue.end))
        if quoted is None or quoted[1] >= len(self.words) or not self.words.text(quoted[1])[0].islower():
            return None
        office = any(
            self._is(quoted[1], kind)
            for kind in (self.rules.offices, self.rules.person_titles, self.rules.office_modifiers)
        )
        hearer = self.words.spans[quoted[0]][0], self.words.spans[quoted[1] - 1][1]
        return (hearer, quoted[1]) if office else None

    def _hearer(self, cue: Cue) -> Span | None:
        if fits(self.rules.told, cue.text) and not cue.passive:
            return self._offsets(self.phrases.object_of(cue.end))
        if (told := self._told(cue)) is not None:
            return told[0]
        opener = self.rules.pattern(self.rules.hearer_openers).search(self.sentence, cue.span[1], self._reach(cue))
        return self._offsets(self.phrases.behind(self.words.at(opener.end()))) if opener is not None else None

    def _passed_on(self, cue: Cue) -> Attribution | None:
        """ "TASS quoted officials as saying", "he was quoted by TASS as saying": TASS carries."""
        if not fits(self.rules.passes_on, cue.text):
            return None
        saying = self.rules.pattern(self.rules.as_saying).search(self.sentence, cue.span[1], self._reach(cue))
        if saying is None:
            return None
        before = self._offsets(self.phrases.before(cue.first))
        if not cue.passive:
            quoted = self._offsets(self.phrases.behind(cue.end))
            return Attribution(saying.span(), "said", quoted, None, carrier=before)
        agents = (cue.end, self.words.at(saying.end()))
        agent = next((at for at in agents if self._is(at, self.rules.agent)), None)
        carrier = self._offsets(self.phrases.behind(agent + 1)) if agent is not None else None
        return Attribution(saying.span(), "said", before, None, carrier=carrier)

    def _by_citing(self, told: Sequence[Attribution]) -> Iterator[Attribution]:
        """ "the agency reported, citing an official": the official speaks, the agency carries."""
        for match in self.rules.pattern(self.rules.citing).finditer(self.sentence):
            source = self.phrases.behind(self.words.at(match.end()))
            if self.words.in_speech(match.start()) or source is None or not self.phrases.speaks_by_itself(source):
                continue
            before = bisect_left(told, match.start(), key=lambda found: found.cue[0])
            main = told[before - 1] if before > 0 else None
            carrier = main.subject if main is not None and self._is_outlet_verb(main.cue) else None
            yield Attribution(match.span(), "said", self._offsets(source), None, carrier=carrier)

    def _is_outlet_verb(self, cue: Span) -> bool:
        return fits(self.rules.outlet_verbs, self.sentence[slice(*cue)])

    # Without a verb of speech.

    def _by_mood(self) -> Iterator[Attribution]:
        """ "Er sei bereit": the verb's mood alone reports; who speaks is not said here."""
        for match in self.rules.pattern(self.rules.reported_mood).finditer(self.sentence):
            if not self.words.in_speech(match.start()):
                yield Attribution(match.span(), "said", None, None)
                return

    # Attributions behind what was said.

    def _final(self) -> Attribution | None:
        """ "…, officials said.": an attribution at the sentence's end takes in all that stands before it."""
        if not self.cues:
            return None
        cue = self.cues[-1]
        subject = None if cue.participle else self._subject(cue)
        if subject is None or self._behind_noun(subject) != subject:
            return None
        hearer = self._hearer(cue)
        begin, end = min(subject[0], cue.span[0]), max(s[1] for s in (subject, cue.span, hearer) if s is not None)
        rest = self.sentence[end:].strip(' .!?”"»')
        before = self.sentence[:begin].rstrip()
        behind = subject[0] > cue.span[0] and self._comma_before(cue) and cue.act in TELLING
        if behind and len(before.split()) >= SHORTEST_CLAUSE and is_apposition(rest, self.rules):
            return Attribution(cue.span, cue.act, subject, hearer)
        if len(rest.split()) > LONGEST_TAIL or re.search(r"[,:“\"«;]", rest) or not before.endswith(","):
            return None
        return None if self._leads(before) else Attribution(cue.span, cue.act, subject, hearer)

    def _leads(self, before: str) -> bool:
        """Whether the comma closes an apposition, a relative clause or a leading phrase, and no main clause."""
        last_clause = before[before.rfind(",", 0, -1) + 1 :].strip()
        return len(before.split()) < SHORTEST_CLAUSE or bool(self.rules.pattern(self.rules.contrast).match(last_clause))

    def _carried(self, final: Attribution) -> Attribution | None:
        """ "Rau said in a statement that …, the agency reported": Rau speaks, the agency carries."""
        if not self._passes_words_on(final):
            return None
        for cue in self.cues[:-1]:
            subject = self._subject(cue)
            if subject is not None and cue.act in TELLING:
                return Attribution(cue.span, cue.act, subject, self._hearer(cue), carrier=final.subject)
        return None

    def _passes_words_on(self, final: Attribution) -> bool:
        """Whether a final attribution is an outlet's: by its verb, or by what its subject is called."""
        named = self.sentence[slice(*final.subject)] if final.subject is not None else ""
        return self._is_outlet_verb(final.cue) or bool(self.rules.pattern(self.rules.outlets).search(named))

    # How far reported words reach.

    def _scope_ends(self) -> list[int]:
        """Where the words of one speaker end: a quote, a semicolon, a relative clause, a contrast."""
        ends = [m.start() for m in re.finditer(r"[;\n]", self.sentence)]
        for start, end in self.words.speech:
            closed = self.sentence[end - 2 : end - 1] in tuple(",.!?…") or self.sentence[end : end + 1] == ","
            if closed or len(self.sentence[start:end].split()) >= SHORTEST_SPEECH:
                ends += [start, end]
        joined = rf",\s+(?:(?:{self.rules.coordination})\s+)?(?:{self.rules.contrast})(?!\w)"
        ends += [m.start() for m in re.finditer(joined, self.sentence, re.IGNORECASE)]
        return sorted(ends)

    def _end_of_complement(self, start: int) -> int:
        """Up to where the words of this speaker go: verbs in between are what they said, not who said it."""
        place = bisect_right(self.scope_ends, start)
        return self.scope_ends[place] if place < len(self.scope_ends) else len(self.sentence)

    def _reach(self, cue: Cue) -> int:
        """Up to where what belongs to a verb is looked for behind it."""
        return min(self._end_of_complement(cue.span[1]), cue.span[1] + REACH)

    def _begins_anew(self, cue: Cue) -> bool:
        """ "…, and Lind said": a clause of its own within what may be the complement of another."""
        left = self.phrases.before(cue.first)
        if left is None or left[0] == 0 or cue.act not in TELLING or left[1] != cue.first:
            return False
        if self._answers(left):
            return True
        if self.words.comma(left[0]) and self.words.comma(cue.end) and self.phrases.could_speak(left):
            # "Lind wants a pause, a source in his team said, and soon".
            return True
        joins = left[0] - 1
        begins = self.words.comma(joins) and self.words.is_a(joins, self.rules.coordination)
        return begins and self.phrases.could_speak(left)

    def _is(self, at: int, words: str) -> bool:
        return at < len(self.words) and self.words.is_a(at, words)

    def _offsets(self, stretch: Stretch | None) -> Span | None:
        return self.words.span(*stretch) if stretch is not None else None

    def _answers(self, subject: Stretch) -> bool:
        """ "… – charges the palace denies": a noun for what was said, behind a mark, and who answers it."""
        if self.rules.speech_nouns == NOTHING:
            return False
        noun = rf"(?:[,–—]|\s-)\s*(?:(?:{self.rules.articles})\s+)?(?:{self.rules.speech_nouns})\s+(?:\w+\s+)?$"
        name = self.words.span(subject[1] - 1, subject[1])[0]
        return re.search(noun, self.sentence[max(0, name - REACH) : name], re.IGNORECASE) is not None
