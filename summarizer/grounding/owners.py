"""Whose paper it is, by the words around its name in the sentence.

"Russia's memorandum", "its memorandum", "the Turkish draft"; "a plan laid out by Rau", "an agreement between
A and B"; "Rau handed them a letter"; "In a statement, Rau said". What the words do not tell is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.names import Mention
from summarizer.grounding.parties import last_party_before, party_of
from summarizer.grounding.people import People
from summarizer.grounding.scene import Scene
from summarizer.language.attribution import Attribution
from summarizer.sentences import Sentence

Span = tuple[int, int]

WORDS_BETWEEN = 4
"""Words between a verb and the paper that is its object, at most."""
DEED = 5
"""Letters that a paper's name shares with the verb that it is made of ("invitation", "invited")."""
_BARE_GENITIVE = frozenset({"ru", "uk"})
_BEHIND = 30
"""Characters between a paper's name and who made it, at most."""


def owner_of(sentence: Sentence, paper: Span, scene: Scene, people: People) -> str | None:
    """Whose paper stands at these offsets of the sentence; `None` where its words do not tell."""
    return (
        _by_possessive(sentence, paper[0], scene, people)
        or _behind(sentence, paper[1], scene, people)
        or _genitive_behind(sentence, paper[1], scene, people)
        or _by_adjective(sentence, paper[0], scene, people.parties)
        or _by_giver(sentence, paper[0], scene, people)
        or _by_speaker(sentence, paper, scene, people)
        or _by_deed(sentence, paper, scene, people)
    )


def recipient_of(sentence: Sentence, paper: Span, scene: Scene, people: People) -> str | None:
    """Who got the paper at these offsets: "handed Rau a letter", "a letter to Rau"; `None` where no word tells."""
    rules = scene.rules
    if rules is None or rules.code != "en":
        return None
    text = sentence.text
    given = rules.pattern(rules.paper_statuses["delivered"])
    verbs = list(given.finditer(text, 0, paper[0]))
    between = [m for m in scene.mentions(sentence) if verbs and verbs[-1].end() <= m.outset and m.end <= paper[0]]
    plainly = len(between) == 1 and len(text[verbs[-1].end() : between[0].outset].split()) <= 1
    if plainly and not text[between[0].end : paper[0]].startswith(("’", "'")):
        return _named(between[0], sentence, people)
    link = re.match(r"\s+(?:addressed |sent |handed |delivered )?to\s+(?:the\s+)?", text[paper[1] :])
    if link is None:
        return None
    at = paper[1] + link.end()
    named = next((m for m in scene.mentions(sentence) if m.outset <= at <= m.start), None)
    return _named(named, sentence, people) if named else None


def _named(mention: Mention, sentence: Sentence, people: People) -> str:
    return party_of(mention.name, people.parties) or people.resolve(mention.name, sentence).name


def _by_possessive(sentence: Sentence, start: int, scene: Scene, people: People) -> str | None:
    """ "Russia's draft memorandum", "its memorandum"."""
    before = sentence.text[:start]
    named = re.search(r"([^\W_][\w.\-]*(?:[’']s|(?<=s)[’']))\s+(?:[\w\-“\"]+\s+){0,2}[“\"]?$", before)
    if named is not None:
        end = named.end(1) - (2 if named[1][-1] == "s" else 1)
        party = party_of(before[named.start(1) : end], people.parties)
        owner = _ending_at(sentence, end, scene)
        return party or (people.resolve(owner.name, sentence).name if owner else None)
    rules = scene.rules
    if rules is None or not re.search(
        rf"(?<!\w)(?:{rules.possessives})\s+(?:[\w\-]+\s+){{0,2}}[“\"]?$", before, re.IGNORECASE
    ):
        return None
    if scene.matches(rules.paper_statuses.get("awaited", r"(?!)"), before):
        # "A awaits their memorandum": neither A's nor, surely, that of whoever is named last.
        return None
    cues = [a.cue[1] for a in scene.attributions(sentence) if a.cue[1] < start]
    first = party_of(sentence.text[cues[0] if cues else 0 : start], people.parties)
    return (
        first or last_party_before(sentence.text, start, people.parties) or _its_speaker(sentence, start, scene, people)
    )


def _its_speaker(sentence: Sentence, start: int, scene: Scene, people: People) -> str | None:
    """ "Rau said … based on his plan": who speaks."""
    speaking = [a for a in scene.attributions(sentence) if a.subject and a.subject[1] < start]
    return _name(sentence, speaking[-1].subject, people) if speaking else None


def _ending_at(sentence: Sentence, end: int, scene: Scene) -> Mention | None:
    return next((m for m in scene.mentions(sentence) if m.end == end), None)


def _by_adjective(sentence: Sentence, start: int, scene: Scene, parties: Sequence[str]) -> str | None:
    """ "the Turkish draft": a party's name or adjective before the paper, one word between at most."""
    before = sentence.text[:start].split()[-2:] if sentence.text[:start].endswith(" ") else []
    for word in reversed(before):
        if scene.rules is not None and scene.rules.pattern(scene.rules.articles).fullmatch(word):
            return None
        if _is_pair(word):
            return word
        party = party_of(word, parties) if re.fullmatch(r"[^\W\d_][\w\-]+", word) and word[0].isupper() else None
        if party is not None:
            return party
    return None


def _is_pair(word: str) -> bool:
    """Whether a word joins two names ("Graustark-Lavia"): what it stands before is neither's alone."""
    parts = re.split(r"[-–]", word)
    return len(parts) == 2 and all(part[:1].isupper() for part in parts)


def _behind(sentence: Sentence, end: int, scene: Scene, people: People) -> str | None:
    """ "a plan laid out by Rau", "an agreement between A and B"."""
    rules = scene.rules
    link = rules.pattern(rules.linking).search(sentence.text, end, end + _BEHIND) if rules else None
    if rules is None or link is None or re.search(r"[,;:.]", sentence.text[end : link.start()]):
        return None
    carried = scene.matches(rules.paper_statuses.get("delivered", r"(?!)"), link.group())
    if carried is not None or len(sentence.text[end : link.start()].split()) > 2:
        # Who delivers a paper is not who wrote it.
        return None
    named = [m for m in scene.mentions(sentence) if m.start >= link.end()]
    if not named or len(sentence.text[link.end() : named[0].outset].split()) > 1:
        return None
    first = named[0]
    between = sentence.text[first.end : named[1].outset].strip() if len(named) > 1 else ""
    if rules.pattern(rules.conjunctions).fullmatch(between) and not link.group().endswith("by"):
        # Both sides of an agreement, as the article puts them.
        return sentence.text[first.start : named[1].end]
    return _named(first, sentence, people)


def _genitive_behind(sentence: Sentence, end: int, scene: Scene, people: People) -> str | None:
    """«меморандум Руритании», «заявлении грауштаркского Комитета»: the genitive, where it needs no preposition."""
    rules = scene.rules
    if rules is None or rules.code not in _BARE_GENITIVE or not sentence.text[end:].startswith(" "):
        return None
    named = next((m for m in scene.mentions(sentence) if m.start > end), None)
    adjective = r"\s(?:[^\W\d_A-ZА-ЯІЇЄҐ]+(?:ого|ої|ой|их|ых|ей|ього|его)\s)?"
    if named is None or not re.fullmatch(adjective, sentence.text[end : named.outset]):
        return None
    return _named(named, sentence, people)


def _by_deed(sentence: Sentence, paper: Span, scene: Scene, people: People) -> str | None:
    """ "Rau has invited Moll. The invitation …": who did what the paper is named after, one sentence before."""
    rules = scene.rules
    noun = sentence.text[slice(*paper)].casefold().split()[-1]
    before = sentence.text[: paper[0]].split()
    if rules is None or len(noun) <= DEED or not before or not rules.pattern(rules.definite).fullmatch(before[-1]):
        return None
    previous = scene.sentence(sentence.number - 1)
    for match in re.finditer(r"[^\W\d_]+", previous.text if previous else ""):
        deed = match.group()
        if previous is None or not deed.islower() or deed[:DEED] != noun[:DEED] or deed == noun:
            continue
        subjects = [m for m in scene.mentions(previous) if m.end <= match.start()]
        words = previous.text[subjects[-1].end : match.start()].split() if subjects else ["-"]
        if all(rules.pattern(rules.auxiliaries).fullmatch(word) for word in words):
            return _named(subjects[-1], previous, people)
    return None


def _by_giver(sentence: Sentence, start: int, scene: Scene, people: People) -> str | None:
    """ "Rau handed them a letter", "the office released a statement": who is the subject of the verb before."""
    rules = scene.rules
    if rules is None:
        return None
    given = "|".join(
        rules.paper_statuses[s] for s in ("delivered", "published", "promised") if s in rules.paper_statuses
    )
    verbs = list(rules.pattern(given).finditer(sentence.text, 0, start)) if given else []
    if not verbs or len(sentence.text[verbs[-1].end() : start].split()) > WORDS_BETWEEN:
        return None
    verb = verbs[-1]
    clause = max((m.end() for m in re.finditer(r"[,;:“”\"]", sentence.text[: verb.start()])), default=0)
    subjects = [m for m in scene.mentions(sentence) if clause <= m.start and m.end <= verb.start()]
    if not subjects:
        return None
    # The subject ends at the verb, but for auxiliaries: "Umierov had handed".
    between = sentence.text[subjects[-1].end : verb.start()]
    owned = re.match(r"[’']s?\s+[\w\-]+", between)
    if owned is not None:
        return sentence.text[subjects[-1].start : subjects[-1].end + owned.end()]
    plain = all(rules.pattern(rules.auxiliaries).fullmatch(w) for w in between.split())
    return _named(subjects[-1], sentence, people) if plain else None


def _by_speaker(sentence: Sentence, paper: Span, scene: Scene, people: People) -> str | None:
    """ "Rau said in a statement", "In a statement, Rau said": the paper holds the words."""
    rules = scene.rules
    if rules is None:
        return None
    text = sentence.text
    for attribution in scene.attributions(sentence):
        if attribution.subject is None:
            continue
        if attribution.cue[1] <= paper[0]:
            between = text[attribution.cue[1] : paper[0]].split()
            inside = between and rules.pattern(rules.prepositions).fullmatch(between[0])
            told = inside and len(between) <= WORDS_BETWEEN
        else:
            leading = text[: attribution.subject[0]]
            begins = rules.pattern(rules.prepositions).match(leading.lstrip('“" '))
            told = begins and paper[1] <= attribution.subject[0] and leading.count(",") <= 1
        made_now = re.search(
            rf"(?<!\w)(?:{rules.indefinite})\s+(?:[\w\-]+\s+){{0,2}}$", text[: paper[0]], re.IGNORECASE
        )
        spoken = attribution.cue[0] <= paper[0] < attribution.cue[1]
        settled = made_now or attribution.act in ("agreed", "announced")
        if (told and settled) or spoken:
            return _name(sentence, attribution.subject, people)
    return None


def is_only_speaker(author: str, sentence: Sentence, attributions: Sequence[Attribution]) -> bool:
    """Whether a name is that of who speaks of the paper; a small model takes the one for the other."""
    subjects = [sentence.text[slice(*a.subject)] for a in attributions if a.subject]
    return any(author in s or s in author for s in subjects)


def _name(sentence: Sentence, span: Span | None, people: People) -> str | None:
    return people.resolve(sentence.text[slice(*span)], sentence).name if span else None
