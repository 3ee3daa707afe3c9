"""What sort of speaker a name is in a language without rules: by a telling word in it, else by its shape."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.exonyms import places_named
from summarizer.grounding.parties import party_of
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
