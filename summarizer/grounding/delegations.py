"""Who sends whom: a delegation's party, its head and its members, each from the words of its sentences.

What the grammar of a sentence tells of a delegation (`teams`) is an entry whether the draft has it or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.briefing import Delegation, Person
from summarizer.draft import DraftDelegation
from summarizer.grounding.parties import party_of
from summarizer.grounding.people import Named, People
from summarizer.grounding.prose import checked_text
from summarizer.grounding.refusals import Refusals
from summarizer.grounding.scene import Scene, evidence_of
from summarizer.grounding.teams import Team, Teams
from summarizer.language.sides import is_everybody
from summarizer.sentences import Sentence


def ground_delegations(
    drafts: Sequence[DraftDelegation], scene: Scene, people: People, refusals: Refusals
) -> list[Delegation]:
    """The delegations that their sentences hold; entries of one party are one, unless other people lead them."""
    found: list[Delegation] = []
    teams = Teams(scene, people)
    told = [_as_delegation(team, people) for team in teams.told()]
    for at, draft in enumerate(drafts):
        delegation = _delegation(f"/delegations/{at}", draft, teams, refusals)
        if delegation is not None:
            delegation = _without_head_of_another(f"/delegations/{at}", delegation, told, people, refusals)
        if delegation is not None:
            _add(delegation, found)
    for delegation in told:
        _add(delegation, found)
    return found


def _without_head_of_another(
    path: str, delegation: Delegation, told: Sequence[Delegation], people: People, refusals: Refusals
) -> Delegation | None:
    """The entry without a head whom the sentences make another side's only; `None` where nothing else is in it."""
    head, known = delegation.head, people.parties
    parties = {d.party for d in told if d.head and head and d.head.name == head.name}
    if head is None or not parties or not parties.isdisjoint({delegation.party}):
        return delegation
    if delegation.party not in known or not parties <= set(known):
        return delegation
    refusals.absent(f"{path}/head", head.name, f"The sentences make this person the head of {min(parties)}.")
    if not delegation.members and not delegation.note and all(d.party != delegation.party for d in told):
        return None
    return delegation.model_copy(update={"head": None})


def _add(delegation: Delegation, found: list[Delegation]) -> None:
    same = next((n for n, known in enumerate(found) if _same(known, delegation)), None)
    if same is None:
        found.append(delegation)
    else:
        found[same] = _merged(found[same], delegation)


def _as_delegation(team: Team, people: People) -> Delegation:
    head = people.resolve(team.head, team.sentence) if team.head else None
    telling = [team.sentence, team.naming, *(head.sentences if head else ())]
    return Delegation(
        party=team.party,
        head=Person(name=head.name, role=head.role) if head else None,
        members=[],
        note=None,
        evidence=evidence_of(telling),
    )


def _same(one: Delegation, other: Delegation) -> bool:
    apart = one.head and other.head and one.head.name != other.head.name
    return one.party == other.party and not apart


def _merged(one: Delegation, other: Delegation) -> Delegation:
    head = one.head or other.head
    members = {m.name: m for m in (*other.members, *one.members) if head is None or m.name != head.name}
    order = dict.fromkeys(m.name for m in (*one.members, *other.members) if m.name in members)
    return one.model_copy(
        update={
            "head": head,
            "members": [members[name] for name in order],
            "note": one.note or other.note,
            "evidence": [*one.evidence, *(e for e in other.evidence if e not in one.evidence)],
        }
    )


def _delegation(path: str, draft: DraftDelegation, teams: Teams, refusals: Refusals) -> Delegation | None:
    scene, people = teams.scene, teams.people
    cited = _telling(draft, scene)
    if not cited:
        reason = "The cited sentences tell of no delegation and nobody who leads one."
        refusals.absent(f"{path}/party", draft.party, reason, sentences=draft.sentences)
        return None
    if is_everybody(draft.party, scene.article.language):
        refusals.absent(f"{path}/party", draft.party, "These words name no side.", sentences=draft.sentences)
        return None
    resolving: list[Sentence] = []
    head = _head(f"{path}/head", draft.head, cited, teams, refusals)
    party = _party(draft, cited, head, scene, people.parties)
    if party is None:
        reason = "The cited sentences do not name this party."
        refusals.not_located(f"{path}/party", draft.party, cited, reason, ask_again=True)
        return None
    members = []
    for number, words in enumerate(draft.members):
        member = _person(f"{path}/members/{number}", words, cited, people, refusals)
        if member is not None and (head is None or member.name != head.name):
            members.append(Person(name=member.name, role=member.role))
            resolving += member.sentences
    if head is not None:
        resolving += head.sentences
    note = checked_text(f"{path}/note", draft.note, [*cited, *resolving], scene, refusals)
    if scene.rules is None and not (head or members or note):
        refusals.absent(path, draft.party, "Nobody is named, and whether it tells of a delegation can't be judged.")
        return None
    return Delegation(
        party=party,
        head=Person(name=head.name, role=head.role) if head else None,
        members=members,
        note=note,
        evidence=evidence_of([*cited, *resolving]),
    )


def _telling(draft: DraftDelegation, scene: Scene) -> list[Sentence]:
    """The cited sentences if one has a word for teams or leading; else the first in the article that has one
    and names the party, and the head where the draft has one."""
    cited = scene.real(draft.sentences)
    rules = scene.rules
    if rules is None or any(scene.matches(rules.delegations, s.text) for s in cited):
        return cited
    telling = [s for s in scene.article.sentences if scene.matches(rules.delegations, s.text)]
    named = [s for s in telling if party_of(s.text, [draft.party])]
    return [s for s in named if not draft.head or scene.stands_in(draft.head, [s])][:1]


def _party(
    draft: DraftDelegation, cited: Sequence[Sentence], head: Named | None, scene: Scene, parties: Sequence[str]
) -> str | None:
    """The side that the sentences name, or the head's role does; in the article's words where it is no known side."""
    party = party_of(draft.party, parties)
    told = [s.text for s in cited] + ([head.role] if head and head.role else [])
    if party is not None:
        return party if any(party_of(text, [party]) for text in told) else None
    held = scene.stands_in(draft.party, cited)
    return held[0].text[slice(*held[1])] if held else None


def _head(path: str, words: str | None, cited: Sequence[Sentence], teams: Teams, refusals: Refusals) -> Named | None:
    """Who leads, by a sentence with a word for teams or leading where one holds the name; nobody who is replaced."""
    if not words or not words.strip():
        return None
    scene, people = teams.scene, teams.people
    telling = [s for s in cited if scene.rules is None or scene.matches(scene.rules.delegations, s.text)]
    place = people.find(words, telling)
    if place is not None and teams.is_replaced(place.sentence.text, place.span[0]):
        refusals.absent(path, words, "Another one leads in their place.", sentences=[place.sentence.number])
        return None
    return _person(path, words, telling, people, refusals)


def _person(path: str, words: str, cited: Sequence[Sentence], people: People, refusals: Refusals) -> Named | None:
    place = people.find(words, cited)
    if place is None:
        reason = "The cited sentences do not hold this name."
        refusals.not_located(path, words, cited, reason, ask_again=path.endswith("/head"))
        return None
    if not place.exact:
        reason = "The name stands in the sentence, the rest does not; the article's own words stand instead."
        refusals.not_located(path, words, [place.sentence], reason)
    return people.resolve(place.words, place.sentence)
