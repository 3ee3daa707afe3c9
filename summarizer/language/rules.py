"""What the code knows of a language: the words that report speech, distance, papers, talks and teams.

Data, apart from the rules that read it. A language without an entry is not guessed at: the model is asked
about each of its sentences, and checks that need these words say that they could not judge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

NOTHING = r"(?!)"
"""The pattern of a field that a language does not fill: it matches nowhere."""


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
    ends: str
    """Words that tell when something is over ("ended on")."""
    delegations: str
    """Words for teams and who leads them."""
    outlets: str
    """Nouns that tell an outlet ("news agency", "newspaper")."""
    future: str
    """Words that put an event into the future."""
    clause_openers: str
    """Words that open a clause and so end a noun phrase on their left."""
    auxiliary_verbs: str
    """Auxiliary verbs ("has", "will")."""
    adverbs: str = r"(?!)"
    """Adverbs, days and months, as they may stand between a subject and its verb."""
    subject_may_follow: bool = False
    """Whether a verb's subject may stand behind it without quoted words before ("dijo Petro")."""
    noun_capitals: bool = False
    """Whether common nouns are capitalised, as in German."""
    countries_with_article: bool = False
    """Whether the names of countries have an article before them that is none of the name ("la France")."""
    noun_endings: str = r"(?!)"
    """Where common nouns are capitalised: nouns that are told by their ending."""
    relatives: str = r"(?!)"
    """Relative pronouns ("who")."""
    finite_verbs: str = r"(?!)"
    """Verbs that end a clause's subject, besides auxiliaries and reporting verbs ("met")."""
    passive: str = r"(?!)"
    """Auxiliaries that make a reporting verb passive ("was")."""
    agent: str = r"(?!)"
    """What puts the speaker behind a passive verb ("by")."""
    genitives: str = r"(?!)"
    """Forms of a name that a noun follows ("Peru's")."""
    negators: str = r"(?!)"
    """Words that negate the verb behind them ("not")."""
    negation_follows: bool = False
    """Whether the negator stands behind the verb, up to the end of its clause ("bestätigte den Besuch nicht")."""
    not_only: str = r"(?!)"
    """What stands behind a negator that does not negate the verb ("nur" in "nicht nur")."""
    negative_determiners: str = r"(?!)"
    """Words for nobody, and those before a noun that negate the whole sentence ("no official said")."""
    raised: str = r"(?!)"
    """Reporting verbs that, in the passive and before "to have", only put a distance ("is said to have left")."""
    oblique: str = r"(?!)"
    """Names in other cases than the nominative, by their endings, where the nominative does not end so, too."""
    complementizers: str = r"(?!)"
    """Words that open what is said ("that")."""
    asides: str = r"(?!)"
    """Phrases that may stand between a subject and its verb ("for the first time")."""
    speech_nouns: str = r"(?!)"
    """Nouns for what was said, as they stand before who answers it ("a charge Graustark denies")."""
    noun_complements: str = r"(?!)"
    """Words behind a form that show it to be a noun ("claims of")."""
    elided: str = r"(?!)"
    """Words that lose their vowel before an apostrophe ("l’", "qu’")."""
    outlet_verbs: str = r"(?!)"
    """Reporting verbs of outlets ("reported")."""
    enclitics: str = r"(?!)"
    """Subject pronouns joined to the verb ("-t-il")."""
    hearers: str = r"(?!)"
    """Those told, as they stand right behind the verb ("a los periodistas"); group 1 is the hearer."""
    hearer_openers: str = r"(?!)"
    """What stands before the one told, away from the verb ("in an interview with")."""
    citing: str = r"(?!)"
    """What an outlet puts before its source ("citing")."""
    in_paper: str = r"(?!)"
    """A paper that speaks, up to who issued it ("в заявлении")."""
    paper_says: str = r"(?!)"
    """Verbs that tell what stands in a paper ("говорится")."""
    according_to_behind: str = r"(?!)"
    """Words that put the source before them ("zufolge")."""
    according_to_joined: str = r"(?!)"
    """The same with a pronoun within, which is group 1 ("по его словам")."""
    passed_words: str = r"(?!)"
    """Verbs by which an outlet passes on the words of another ("приводит")."""
    words_passed: str = r"(?!)"
    """The noun for those words ("слова"), which who said them follows in the genitive."""
    pronoun_forms: Mapping[str, str] = field(default_factory=dict)
    """Other forms of the third-person pronouns, as they stand behind "according to", and the subject's ("him": "he")."""
    reported_mood: str = r"(?!)"
    """Verb forms that alone report speech ("Er sei bereit")."""
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
    definite: str = r"(?!)"
    """Those of them that point at what was named before ("the")."""
    reached: str = r"(?!)"
    """Verbs by which an agreement comes about ("reached")."""
    conjunctions: str = r"(?!)"
    """Words that may stand before a subject without being part of it ("but")."""
    coordination: str = r"(?!)"
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
    hosting: str = r"(?!)"
    """Words for giving talks a place, which those who mediate often do."""
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
    honorifics: str = r"(?!)"
    """Forms of address before a name, which are no role ("Mr")."""
    offices: str = r"(?!)"
    """Nouns for offices and functions that a person holds ("spokesman", "leader"), besides `person_titles`."""
    office_modifiers: str = r"(?!)"
    """Words in lower case before such a noun that belong to the role ("former", "prime")."""
    sentence_openers: str = r"(?!)"
    """Adverbs and labels that begin a sentence before its subject ("Meanwhile")."""
    person_pronouns: str = r"(?!)"
    """Those of the pronouns that stand for one person ("he")."""
    complements_follow: bool = False
    """Whether what an office is for stands between it and the name ("ministro de Defensa Rau")."""
    complement_joins: str = r"(?!)"
    """What stands between an office and what it is for, besides articles ("of")."""
    genitive_places: str = r"(?!)"
    """Names of countries in the genitive, by their endings, as they stand behind an office ("Руритании")."""
    unknown_places: str = r"(?!)"
    """Endings of the genitive by which an unknown country is told between an office and a full name ("Лорвіку")."""
    complement_endings: str = r"(?!)"
    """Endings of nouns and adjectives that tell what an office is for, before a full name ("судоходства")."""
    portfolio_offices: str = r"(?!)"
    """Offices that are for nobody but for a field ("министр"), so that the name behind that holds them."""
    portfolios: str = r"(?!)"
    """A minister's office up to what it is for, with the group `office` ("Minister for the")."""
    masculine_verbs: str = r"(?!)"
    """Verb forms whose subject is a man, or a masculine noun."""
    feminine_verbs: str = r"(?!)"
    """Verb forms whose subject is a woman, or a feminine noun."""
    masculine: str = r"(?!)"
    """Pronouns, forms of address and titles of men."""
    feminine: str = r"(?!)"
    """Those of women."""
    masculine_names: str = r"(?!)"
    """Surnames that only men bear, by their endings."""
    feminine_names: str = r"(?!)"
    """Surnames that only women bear."""
    demonstratives: str = r"(?!)"
    """Words that point back to what was named before ("this")."""
    group_pronouns: str = r"(?!)"
    """Those that stand for several ("they")."""
    possessives: str = r"(?!)"
    """Possessive pronouns of the third person ("its")."""
    indefinite: str = r"(?!)"
    """Words that introduce a thing for the first time ("a", "another")."""
    carried_by: str = r"(?!)"
    """What stands between the words of a speaker and the outlet behind it ("aired on")."""
    linking: str = r"(?!)"
    """What stands between a paper and whose it is, behind its name ("between", "of", "laid out by")."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """Number words and their values; those from 100 up multiply what stands before them."""
    percent: str = r"%"
    """What stands behind a number of hundredths, without anchors."""
    demonyms: str = r"(?!)"
    """Words made of the name of a country or town, by their endings ("Ruritanian")."""
    place_prepositions: str = r"(?!)"
    """Prepositions that a place follows ("in")."""
    compounds: str = r"(?!)"
    """What a name is joined to by a hyphen when it becomes an adjective ("based" in "Oslo-based")."""

    def pattern(self, *words: str) -> re.Pattern[str]:
        """Compile one of the patterns above, or several side by side, for whole words, in any case."""
        return compile_words(*words)

    @cached_property
    def auxiliaries(self) -> str:
        """Words that may stand between a subject and its verb: auxiliary verbs, adverbs, days and months."""
        return f"{self.auxiliary_verbs}|{self.adverbs}"

    @cached_property
    def enclitic(self) -> re.Pattern[str]:
        """A subject pronoun joined to the verb, right behind it."""
        return re.compile(rf"(?:{self.enclitics})(?!\w)", re.IGNORECASE)

    @cached_property
    def grammar(self) -> str:
        """Every word that holds others together and tells nothing by itself."""
        kinds = (
            self.joining, self.articles, self.pronouns, self.prepositions, self.clause_openers, self.conjunctions,
            self.auxiliaries, self.sentence_openers, self.impersonal, self.possessives, self.relatives,
            self.indefinite, self.negators, self.negation, self.coordination, self.contrast, self.infinitive,
        )  # fmt: skip
        return "|".join(f"(?:{words})" for words in kinds)

    @cached_property
    def any_reporting(self) -> re.Pattern[str]:
        """Every reporting verb, with the act as the name of its group."""
        acts = "|".join(f"(?P<{act}>{words})" for act, words in self.reporting.items())
        # A part of a compound ("self-proclaimed") reports nothing.
        return compile_words(rf"(?<!-)(?:{acts})(?:(?={self.enclitics})|(?!-))")


_compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
"""By the alternatives as they were given: to join long ones each time would take longer than to search."""


def compile_words(*words: str) -> re.Pattern[str]:
    """A pattern that finds the given alternatives as whole words, in any case."""
    found = _compiled.get(words)
    if found is None:
        found = _compiled[words] = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
    return found
