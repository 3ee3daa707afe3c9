"""What sort of speaker a name is: an outlet; and in a language without rules, by a telling word, else by its shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.exonyms import places_named
from summarizer.grounding.parties import party_of
from summarizer.grounding.scene import Scene
from summarizer.language.bare_cues import bare_cues, tells
from summarizer.vocabulary import SpeakerKind


def kind_by_words(name: str, role: str | None, parties: Sequence[str], language: str | None) -> SpeakerKind:
    """The kind by the few words that are known of the language; a name with none of them is a person's.

    Where not even such words are known, more than one word, or a role, is a person.
    """
    bare = bare_cues(language)
    if bare is None:
        return "person" if role or len(name.split()) > 1 else "organisation"
    if tells(bare.anonymous, name):
        return "anonymous"
    if tells(bare.outlets, name):
        return "outlet"
    country = any(place.is_country for place in places_named(name, language))
    return "organisation" if country or tells(bare.bodies, name) or party_of(name, parties) else "person"


def is_outlet(name: str, outlets: frozenset[str], scene: Scene) -> bool:
    """Whether a name is an outlet's, a list of them, or ends in the noun for one ("state media")."""
    if any(part in outlets for part in (name, *re.split(r",\s*|\s+and\s+", name))):
        return True
    noun = list(scene.rules.pattern(scene.rules.outlets).finditer(name)) if scene.rules else []
    return bool(noun) and noun[-1].end() == len(name) and len(name.split()) > 1
