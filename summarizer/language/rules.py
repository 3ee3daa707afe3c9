"""What the code knows of a language: the words that report speech, distance, papers, talks and teams.

Data, apart from the rules that read it. A language without an entry is not guessed at: the model is asked
about each of its sentences, and checks that need these words say that they could not judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class LanguageRules:
    """The words of one language, as regular expressions without anchors, matched on whole words."""

    code: str
    """ISO 639-1."""
    reporting: Mapping[str, str]
    """Act of the briefing format → pattern of the verbs that report it, all forms."""
    according_to: str
    """Words that put the source behind them ("according to")."""
    hedges: str
    """Words by which an article distances itself ("reportedly", "citing sources")."""
    pronouns: str
    """Third-person pronouns that can stand for a speaker."""
    anonymous: str
    """Nouns for speakers without a name ("source", "official")."""
    talks: str
    """Nouns and verbs for meetings and rounds of talks."""
    papers: str
    """Nouns for papers that parties exchange."""
    definite_paper: str
    """A general word for a paper that was named before ("the document")."""
    paper_is_verb: str
    """The same words where they are verbs ("plans to")."""
    paper_statuses: Mapping[str, str]
    """Status of the briefing format → words that tell it of a paper, the most telling first."""
    takes_place: str
    """Words that tell when something is held ("scheduled for", "will begin")."""
    delegations: str
    """Words for teams and who leads them."""
    outlets: str
    """Nouns that tell an outlet ("news agency", "newspaper")."""
    future: str
    """Words that put an event into the future."""
    clause_openers: str
    """Words that open a clause and so end a noun phrase on their left."""
    auxiliaries: str
    """Words that may stand between a subject and its verb."""
    infinitive: str = r"(?!)"
    """The word that makes the verb behind it an infinitive ("to")."""
    passes_on: str = r"(?!)"
    """Verbs of an outlet that passes words on ("quoted")."""
    as_saying: str = r"(?!)"
    """What stands between the one quoted and the words ("as saying")."""
    issued_by: str = r"(?!)"
    """What stands between a paper and who issued it ("a statement issued by")."""
    articles: str = r"(?!)"
    """Articles."""
    conjunctions: str = r"(?!)"
    """Words that may stand before a subject without being part of it ("but")."""
    coordination: tuple[str, ...] = ("\0",)
    """Words that give a second verb the subject of the first ("and")."""
    adverbial_prepositions: str = r"(?!)"
    """Prepositions that end a speaker's name behind the verb ("said Rau in Oslo")."""
    noun_like: str = r"(?!)"
    """Forms of reporting verbs that are nouns as often ("demands", "reports")."""
    participles: str = r"(?!)"
    """Forms of reporting verbs that take the subject of another verb ("saying")."""
    contrast: str = r"(?!)"
    """Words that, behind a comma, open a clause outside of what was said ("which", "while", "but")."""
    mediation: str = r"(?!)"
    """Words that tell of a mediator ("brokered")."""
    impersonal: str = r"(?!)"
    """Subjects that stand for nobody ("it" in "it was reported")."""
    told: str = r"(?!)"
    """Reporting verbs whose object is the hearer ("told")."""
    negation: str = r"(?!)"
    """Words that negate a verb beside them."""
    bodies: str = r"(?!)"
    """Words at the end of an institution's name ("Ministry")."""
    joining: str = r"(?!)"
    """Words that cannot be the last of a role before a name: articles, prepositions, "and"."""
    person_titles: str = r"(?!)"
    """Words that stand before a person's name ("President")."""
    prepositions: str = r"(?!)"
    """Words that open a phrase which is no subject."""

    def pattern(self, words: str) -> re.Pattern[str]:
        """Compile one of the patterns above for whole words, in any case."""
        return compile_words(words)

    @cached_property
    def any_reporting(self) -> re.Pattern[str]:
        """Every reporting verb, with the act as the name of its group."""
        acts = "|".join(f"(?P<{act}>{words})" for act, words in self.reporting.items())
        # A part of a compound ("self-proclaimed") reports nothing.
        return compile_words(rf"(?<!-)(?:{acts})(?!-)")


_compiled: dict[str, re.Pattern[str]] = {}


def compile_words(words: str) -> re.Pattern[str]:
    """A pattern that finds the given alternatives as whole words, in any case."""
    if words not in _compiled:
        _compiled[words] = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return _compiled[words]
