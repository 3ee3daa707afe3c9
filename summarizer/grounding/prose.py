"""Free text against its evidence: every name, number and quoted word must stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.parties import same_stem
from summarizer.grounding.quotes import fold, locate
from summarizer.grounding.scene import Scene
from summarizer.sentences import Sentence

_CLAIM = re.compile(r"[“\"«][^”\"»]+[”\"»]|\d[\d.,:]*|[^\W\d_]\w*(?:[’'\-.]\w+)*")


def unsupported_words(text: str, cited: Sequence[Sentence], scene: Scene) -> list[str]:
    """Names, numbers and quoted words of a free text that its sentences do not hold, in order."""
    del scene
    held = " ".join(s.text for s in cited)
    stems = set(re.findall(r"\w+", fold(held).text))
    missing = []
    for place, match in enumerate(_CLAIM.finditer(text)):
        claim = match.group().rstrip(".,:")
        if claim[0] in '“"«':
            claim = claim.strip('“”"«»').rstrip(".,")
        elif not claim[0].isdigit() and not claim[0].isupper():
            continue
        if locate(claim, held):
            continue
        word = fold(claim).text
        if not claim[0].isdigit() and any(same_stem(stem, word) or same_stem(word, stem) for stem in stems):
            continue
        if place == 0 and not any(c.isdigit() for c in claim) and len(claim.split()) == 1:
            continue
        missing.append(claim)
    return missing
