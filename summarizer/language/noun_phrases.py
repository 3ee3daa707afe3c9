"""Finds the noun phrases around a verb: its subject on the left or on the right, and what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.language.cues import Cue
from summarizer.language.rules import NOTHING
from summarizer.language.words import Words

FARTHEST = 60
"""Words on either side of a verb, at most, among which its noun phrases are looked for."""
LONGEST_LISTED = 4
"""Words of one member of a list of speakers ("Norway, Chile and Kenya said"), at most."""

Stretch = tuple[int, int]
"""From one word up to, and without, another."""


class NounPhrases:
    """The noun phrases of one sentence."""

    def __init__(self, words: Words, cues: Sequence[Cue]) -> None:
        self.words = words
        self.rules = words.rules
        self.verbs = frozenset(at for cue in cues for at in range(cue.first, max(cue.end, cue.first + 1)))
        """The words of the reporting verbs."""
        self.participles = frozenset(cue.first for cue in cues if cue.participle)
        """Those that stand within the clause of another verb."""

    def before(self, at: int) -> Stretch | None:
        """The subject on the left of the verb which begins with word `at`."""
        segments = self._segments(self._floor(at), at)
        first, end = segments.pop()
        end = self.without_auxiliaries(first, end)
        if first == end:
            return self._before_insertion(segments) if segments else self._before_dashes(end)
        if self._is(end - 1, "conjunctions"):
            # "Rau met Lind and said": the subject of the verb before.
            return self._leading([*segments, (first, end - 1)])
        if end - first == 1 and segments and self._is(first, "relatives"):
            return self._antecedent(*segments[-1])
        if segments and self._is_full_name(*segments[-1]) and self._is(first, "articles"):
            # "Name, a researcher at the fund told": the comma that should close the apposition is missing.
            return segments[-1]
        found = self._phrase(first, end)
        return self._with_list(found, first, segments) if found is not None else None

    def behind(self, at: int) -> Stretch | None:
        """The noun phrase that begins with word `at`, adverbs apart: a name with its titles and what belongs to it."""
        at = self.over_adverbs(at)
        if at >= len(self.words) or self._is(at, "prepositions") or self._ends_clause(at):
            return None
        end = at + 1
        while end < min(len(self.words), at + FARTHEST) and not self._ends_phrase(end, at):
            end += 1
        told = self.rules.pattern(self.rules.hearers)
        heard = (i for i in range(at + 1, end) if told.match(self.words.sentence, self.words.spans[i][0]))
        end = self.without_auxiliaries(at, next(heard, end))
        return None if end == at or self._is_impersonal(at, end) else (at, end)

    def named_behind(self, role: Stretch) -> Stretch | None:
        """ "According to the head of the fund, Anna Rau, …": the full name between commas behind a role."""
        first, end = role
        stop = end
        while stop < len(self.words) and (stop == end or not (self.words.comma(stop) or self.words.breaks(stop))):
            stop += 1
        if end >= len(self.words) or not self.words.comma(end) or stop >= len(self.words) or not self.words.comma(stop):
            return None
        is_role = self._is_role(first, end) and not self._is_full_name(max(first, end - 2), end)
        named = is_role and self._is_full_name(end, stop)
        return (end, stop) if named and not self._is(stop, "relatives") else None

    def object_of(self, at: int) -> Stretch | None:
        """The short noun phrase right behind a verb: who is told."""
        if at >= len(self.words) or self._is(at, "adverbs") or self.words.comma(at):
            return None
        found = self.behind(at)
        if found is None:
            return None
        stops = ("prepositions", "infinitive", "pronouns")
        stop = next((i for i in range(found[0] + 1, found[1]) if any(self._is(i, s) for s in stops)), found[1])
        return found[0], stop

    def could_speak(self, stretch: Stretch) -> bool:
        """Whether a phrase names somebody or a body: by a title, a noun for speakers, a pronoun or a name."""
        first, end = stretch
        if end - first == 1 and self._is(first, "pronouns"):
            return True
        nouns = ("person_titles", "anonymous", "bodies", "outlets")
        if any(self._is(i, noun) for i in range(first, end) for noun in nouns):
            return True
        named = [i for i in range(first, end) if self._is_name_word(i)]
        return first in named if self.rules.noun_capitals else bool(named)

    def holds_verb(self, stretch: Stretch) -> bool:
        """Whether a verb stands in a phrase, which so is a clause."""
        return any(self._finite(i) for i in range(stretch[0] + 1, stretch[1]))

    def is_in_phrase(self, stretch: Stretch) -> bool:
        """Whether a preposition leads the words before a name, no comma between: "О визите Линда"."""
        at = stretch[0] - 1
        while at >= 0 and not self.words.comma(at + 1) and not self.words.breaks(at + 1):
            if self._is(at, "prepositions"):
                return True
            at -= 1
        return False

    def could_be_nominative(self, stretch: Stretch) -> bool:
        """Whether a name has a word that does not end as the other cases do, where the language tells them apart."""
        names = [i for i in range(*stretch) if self._is_name_word(i)]
        return self.rules.oblique != NOTHING and any(not self._is(i, "oblique") for i in names)

    def speaks_by_itself(self, stretch: Stretch) -> bool:
        """Whether a phrase is headed by somebody who can be cited: a name at its head, or a noun for speakers."""
        first, end = stretch
        if self._is(first, "articles") and first + 1 < end:
            first += 1
        nouns = ("person_titles", "anonymous", "pronouns")
        return self._is_name_word(first) or any(
            self._is(i, n) for i in range(first, min(end, first + 5)) for n in nouns
        )

    def named_right_before(self, at: int) -> Stretch | None:
        """The name or pronoun that stands right before word `at` ("Rau saying")."""
        start = at
        while start > 0 and not self.words.breaks(start) and not self.words.comma(start):
            name = self._is_name_word(start - 1) and not self._is(start - 1, "adverbs")
            if not name and not (start == at and self._is(start - 1, "pronouns")):
                break
            start -= 1
        return (start, at) if start < at else None

    def is_followed_by_verb(self, end: int) -> bool:
        """Whether a finite verb stands right behind a phrase."""
        return end < len(self.words) and not self.words.breaks(end) and not self.words.comma(end) and self._finite(end)

    def verb_begins(self, at: int) -> int:
        """The word at which a verb begins with its auxiliaries and adverbs."""
        return self.without_auxiliaries(self._floor(at), at)

    def has_insertion(self, at: int) -> bool:
        """Whether what stands between commas before a verb is put between it and its subject."""
        end = at if self.words.comma(at) else self.verb_begins(at)
        segments = self._segments(self._floor(at), end)
        if len(segments) < 3:
            return False
        role = self._is_full_name(*segments[-2]) and self._is_role(*segments[-3])
        return role or self._is_insertion(*segments[-2]) or self._is_apposed(len(segments) - 2, segments)

    def leading(self, at: int) -> Stretch | None:
        """The subject of the first verb in the clause before word `at`."""
        return self._leading(self._segments(self._floor(at), at))

    def _segments(self, first: int, end: int) -> list[Stretch]:
        """A stretch cut at its commas; the last piece is empty where a comma stands right before the end."""
        edges = [first, *(i for i in range(first + 1, end + 1) if self.words.comma(i)), end]
        return list(pairwise(edges))

    def without_auxiliaries(self, first: int, end: int) -> int:
        """The end of a stretch without the auxiliaries and adverbs that close it."""
        while end > first and (self._is(end - 1, "auxiliaries")):
            end -= 1
            # "on Monday", "le lundi": what leads the adverb goes with it.
            if end > first + 1 and self._is(end, "adverbs") and self._leads(end - 1):
                end -= 1
        return end

    def _is_insertion(self, first: int, end: int) -> bool:
        """Whether a stretch between commas is an apposition, a relative clause or an adverbial phrase."""
        kinds = ("articles", "relatives", "possessives", "prepositions", "participles", "adverbs", "clause_openers")
        return first < end and (not self.words.text(first)[0].isalpha() or any(self._is(first, k) for k in kinds))

    def _is(self, at: int, rule: str) -> bool:
        return self.words.is_a(at, getattr(self.rules, rule))

    def _is_name_word(self, at: int) -> bool:
        return self.words.text(at)[0].isupper() and not self._is(at, "articles") and not self._is(at, "prepositions")

    def _finite(self, at: int) -> bool:
        if at in self.verbs or self._is(at, "auxiliary_verbs"):
            return True
        if not self._is(at, "finite_verbs") or not self.words.text(at)[0].islower():
            return False
        # "the wounded", "its planned": behind these the form is an adjective.
        return at == 0 or not any(self._is(at - 1, kind) for kind in ("articles", "possessives", "genitives"))

    def _leads(self, at: int) -> bool:
        """Whether a word leads a date ("on", "last", "le")."""
        return self._is(at, "prepositions") or self._is(at, "articles")

    def _floor(self, at: int) -> int:
        """The first word of the clause that holds the verb."""
        floor = at
        while floor > max(0, at - FARTHEST) and not self.words.breaks(floor):
            joined = floor < at and self._is(floor, "coordination")
            if floor - 1 in self.verbs and floor - 1 not in self.participles and not joined:
                break
            floor -= 1
        return floor

    def _before_dashes(self, at: int) -> Stretch | None:
        """ "Rau — the mayor of Oslo — said": the name stands before what is between dashes."""
        if not 0 < at < len(self.words) or not self.words.dash(at):
            return None
        for start in range(at - 1, max(0, at - FARTHEST), -1):
            if self.words.breaks(start):
                return self._phrase(self._floor(start - 1), start) if self.words.dash(start) else None
        return None

    def _before_insertion(self, segments: list[Stretch]) -> Stretch | None:
        """ "Name, the director of the fund, said": the name stands before what is between commas."""
        if not segments:
            return None
        if len(segments) == 1:
            return self._phrase(*segments[0])
        at = len(segments) - 2
        if at > 0 and self._is_apposed(at, segments):
            # "Rau, the mayor of Oslo, Norway, said"
            return self._phrase(*segments[at - 1])
        if self._is_full_name(*segments[-1]) and self._is_role(*segments[at]):
            # "The mayor of Oslo, Anna Rau, said"
            return segments[-1]
        return self._phrase(*segments[at])

    def _is_apposed(self, at: int, segments: list[Stretch]) -> bool:
        """Whether a piece between commas tells more of the name that the piece before it ends in."""
        first, end = segments[at]
        if first == end or not self._ends_in_name(*segments[at - 1]):
            return False
        before = segments[at - 1][0]
        named = self._is_full_name(*segments[at - 1]) and not self.rules.noun_capitals
        return self._is_insertion(first, end) or (
            named and self.words.text(first)[0].islower() and not self._is(before, "prepositions")
        )

    def _is_role(self, first: int, end: int) -> bool:
        """Whether a piece before a name between commas is its role, and no leading phrase."""
        titles = ("person_titles", "anonymous", "offices")
        if first < end and (self._is(first, "prepositions") or self._is(first, "adverbs")):
            return False
        return any(self._is(i, title) for i in range(first, end) for title in titles)

    def _leading(self, segments: list[Stretch]) -> Stretch | None:
        """The subject of the first verb in a clause: what stands before it."""
        for at, (first, end) in enumerate(segments):
            if self._is(first, "prepositions") and len(segments) > at + 1:
                continue
            verb = next((i for i in range(first, end) if self._finite(i)), None)
            if verb is not None:
                return self._phrase(first, verb) if verb > first else self._before_insertion(segments[:at])
        return None

    def _antecedent(self, first: int, end: int) -> Stretch | None:
        """Whom "who" means: the noun phrase at the end of what stands before it."""
        start = end
        while start > first and self._is_name_word(start - 1):
            start -= 1
        if start < end - 1 or start == first:
            return start, end
        for at in range(end - 1, first, -1):
            if (self._is(at, "articles") or self._is(at, "possessives")) and not self._is(at - 1, "prepositions"):
                return at, end
        return (start, end) if start < end else self._phrase(first, end)

    def _phrase(self, first: int, end: int) -> Stretch | None:
        """The noun phrase at the end of a stretch, without the clause, adverbs or phrases that lead it."""
        opener = next((i for i in range(end - 1, first - 1, -1) if self._is(i, "clause_openers")), None)
        if opener is not None:
            if opener > first and self._is(opener, "relatives") and not self._opens_object_clause(opener, end):
                return self._antecedent(first, opener)
            first = opener + 1
        first = self._behind_other_clause(first, end)
        ends = (i for i in range(first + 1, end) if self._is(i, "auxiliary_verbs") or i in self.participles)
        end = self.without_auxiliaries(first, next(ends, end))
        first = self._behind_adverbs(first, end)
        if all(self._is(i, "articles") for i in range(first, end)) or self._is_impersonal(first, end):
            return None
        if all(self._is(i, "possessives") for i in range(first, end)):
            # "их отрицает": what is denied.
            return None
        if opener is not None and self.rules.noun_capitals:
            # The verb ends the clause: "während Lind vor Minen warnte".
            end = next((i for i in range(first + 1, end) if self._is(i, "prepositions")), end)
        if end - first > 1 and self._is(end - 1, "pronouns") and not self._is(end - 1, "articles"):
            return end - 1, end
        if self._is(first, "prepositions"):
            return self._behind_preposition(first, end)
        return first, self._without_statement(first, end)

    def _behind_adverbs(self, first: int, end: int) -> int:
        """The first word of a phrase behind the adverbs and conjunctions that lead it ("Между тем", "also")."""
        if first < end:
            start = self.words.spans[first][0]
            opener = self.rules.pattern(self.rules.sentence_openers).match(self.words.sentence, start)
            if opener is not None and " " in opener.group() and self.words.at(opener.end()) < end:
                first = self.words.at(opener.end())
        while first < end and (self._is(first, "auxiliaries") or self._is(first, "conjunctions")):
            first += 1
        if self.rules.subject_may_follow and first + 2 < end and self._is(first, "articles"):
            # "El lunes Rau": the article leads the day.
            named = self._is_name_word(first + 2) or self._is(first + 2, "articles")
            if named and self._is(first + 1, "adverbs"):
                return first + 2
        return first

    def _opens_object_clause(self, relative: int, end: int) -> bool:
        """ "the deal that Rau [announced]", and not "the official who led the team"."""
        if relative + 1 >= end:
            return False
        kinds = ("articles", "pronouns", "possessives", "anonymous")
        return self.words.capital(relative + 1) or any(self._is(relative + 1, kind) for kind in kinds)

    def _behind_other_clause(self, first: int, end: int) -> int:
        """ "the talks failed and Rau [said]": the phrase begins behind "and"."""
        for at in range(end - 2, first, -1):
            if self._is(at, "coordination") and any(self._finite(i) for i in range(first, at)):
                return at + 1
        return first

    def _without_statement(self, first: int, end: int) -> int:
        """ "Rau in a statement [said]": without the phrase behind the name."""
        for at in range(first + 1, end - 1):
            if self._is(at, "adverbial_prepositions") and self._is_name_word(at - 1) and self._is(at + 1, "articles"):
                return at
        return end

    def _behind_preposition(self, first: int, end: int) -> Stretch | None:
        """ "On 3 May Rau", "In a statement the ministry": the subject is what the leading phrase leaves over."""
        at = first + 1
        while at < end and (self._is(at, "adverbs") or self.words.text(at)[0].isdigit()):
            at += 1
        if at > first + 1:
            return self._phrase(at, end) if at < end else None
        if self.rules.noun_capitals:
            return None
        for at in range(first + 2, end):
            if (self._is(at, "articles") or self._is(at, "possessives")) and not self._is(at - 1, "prepositions"):
                return at, end
        start = end
        while start > first + 2 and self._is_name_word(start - 1):
            start -= 1
        if start == end and end - first > 2 and (self._is(end - 1, "pronouns") or self._is(end - 1, "anonymous")):
            start = end - 1
        return None if start == end or self._is(start - 1, "prepositions") else (start, end)

    def _with_list(self, found: Stretch, first: int, segments: list[Stretch]) -> Stretch:
        """ "Norway, Chile and Kenya": the members before commas belong to it."""
        start, end = found
        joined = any(self._is(i, "coordination") for i in range(first, end))
        if not joined or start > first + 1:
            return found
        while segments and self._is_listed(*segments[-1]):
            start = segments.pop()[0]
        return start, end

    def _is_listed(self, first: int, end: int) -> bool:
        short = 0 < end - first <= LONGEST_LISTED and not self._is_insertion(first, end)
        return short and all(self._is_name_word(i) and not self._finite(i) for i in range(first, end))

    def _is_full_name(self, first: int, end: int) -> bool:
        return end - first >= 2 and all(self._is_name_word(i) for i in range(first, end))

    def _ends_in_name(self, first: int, end: int) -> bool:
        return first < end and self._is_name_word(end - 1) and not self._is(end - 1, "adverbs")

    def _is_impersonal(self, first: int, end: int) -> bool:
        return end - first == 1 and self._is(first, "impersonal") and not self._is(first, "pronouns")

    def over_adverbs(self, at: int) -> int:
        """Past "on Monday" or "mardi" behind a verb."""
        last = min(len(self.words), at + 6)
        while at < last and not self._ends_clause(at):
            if self._is(at, "adverbs") or (at + 1 < last and self._leads(at) and self._is(at + 1, "adverbs")):
                at += 1
            else:
                break
        return at

    def _ends_clause(self, at: int) -> bool:
        return self.words.breaks(at) or self.words.comma(at) or at in self.verbs or self._is(at, "clause_openers")

    def _ends_phrase(self, at: int, first: int) -> bool:
        """Whether a phrase that begins at word `first` is over before word `at`."""
        if self._ends_clause(at) or self._is(at, "auxiliary_verbs") or self._is(at, "adverbial_prepositions"):
            return True
        if self._is(at, "adverbs") and self._is_name_word(at - 1):
            return True
        if self._is(at - 1, "prepositions") or self._is(at - 1, "coordination"):
            return False
        if self._is(at, "pronouns") and not self._is(at, "articles"):
            return True
        if not (self._is(at, "articles") or self._is(at, "possessives")) or self._is(at, "prepositions"):
            return False
        # A genitive goes on with an article: "der Sprecher der Regierung", but not "Weber der Zeitung".
        genitive = self.rules.noun_capitals and self._is(first, "articles") and at + 1 < len(self.words)
        return not genitive or self._is(at + 1, "outlets")
