"""Who bears a role that stands for them in a sentence: "his spokeswoman", "the head of the delegation"."""

from __future__ import annotations

import re
from functools import cached_property

from summarizer.grounding.people import Named, People
from summarizer.grounding.scene import Scene
from summarizer.grounding.spans import Span
from summarizer.grounding.teams import Team, Teams
from summarizer.language.teams import TEAM_WORDS
from summarizer.sentences import Sentence


def bearer_beside(role: Span, sentence: Sentence, people: People) -> Span | None:
    """Where the name of the one stands whose role these words of a sentence are, right beside it; else `None`."""
    rules, text = people.scene.rules, sentence.text
    if rules is None or not rules.pattern(rules.offices, rules.person_titles).search(text[slice(*role)]):
        return None
    leading = rules.pattern(rules.articles, rules.possessives)
    for mention in people.scene.mentions(sentence):
        if mention.role is None or not (mention.addressed or " " in mention.name):
            continue
        before = text[role[0] : mention.outset].strip()
        led = role[0] >= mention.outset or leading.fullmatch(before) is not None
        if (led and role[1] <= mention.start and mention.outset < role[1]) or (
            mention.end <= role[0] and role[1] <= mention.close
        ):
            return mention.start, mention.end
    return None


class Heads:
    """Who leads the delegations of an article, where only "the head of the delegation" speaks."""

    def __init__(self, scene: Scene, people: People) -> None:
        self.scene = scene
        self.people = people

    def named(self, words: str, sentence: Sentence) -> tuple[str, Sentence] | None:
        """The words that name the head whom these words of a sentence mean, and the sentence with them.

        `None` where nobody was told of before as a head, or more than one.
        """
        rules = self.scene.rules
        team = TEAM_WORDS.get(rules.code) if rules is not None else None
        if rules is None or team is None:
            return None
        article = rf"(?:(?:{rules.articles}|{rules.possessives})\s+)?"
        if not re.fullmatch(rf"{article}(?:{team.head_of})\s+{article}(?:{team.teams})", words, re.IGNORECASE):
            return None
        before = [t for t in self._told if t.head and t.sentence.number < sentence.number]
        heads: dict[str, Team] = {}
        for told in before:
            heads[self._resolved(told).name] = told
        if len(heads) != 1:
            return None
        (told,) = heads.values()
        return str(told.head), told.sentence

    def _resolved(self, team: Team) -> Named:
        return self.people.resolve(str(team.head), team.sentence)

    @cached_property
    def _told(self) -> list[Team]:
        return list(Teams(self.scene, self.people).told())
