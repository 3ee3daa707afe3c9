"""Which language an article is written in, as an ISO 639-1 code or `None` where that is not certain.

A wrong language does more harm than none: it picks the wrong abbreviations, months and speech verbs.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from typing import Any

_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
ISO_639_1 = frozenset(_CODES.split())

# No news is written in them, but lists of names look like them.
_NOT_IN_THE_NEWS = frozenset({"la", "sa", "vo"})
# Below this many letters a guess is worth little; a caption or a headline is shorter.
_FEWEST_LETTERS = 20
# The first part of a text tells its language; the rest only costs time.
_CHARACTERS_READ = 10_000
_LOWEST_PROBABILITY = 0.5
_MIXED = frozenset({"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"})

_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]*)?")


def language_code(tag: str) -> str | None:
    """Return the ISO 639-1 code of a language tag ("en", "EN", "pt-BR"), or None if it holds none."""
    found = _LANGUAGE_TAG.fullmatch(tag.strip())
    code = found.group(1).lower() if found else None
    return code if code in ISO_639_1 else None


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a text, or None where the text does not show it."""
    start = _in_its_script(text[:_CHARACTERS_READ])
    if sum(map(_weight, start)) < _FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(start)
    return code if probability >= _LOWEST_PROBABILITY else None


def _in_its_script(text: str) -> str:
    """The text without the letters of other scripts: one foreign sentence outweighs a page of English otherwise."""
    weights: Counter[str] = Counter()
    for character in text:
        weights[_script(character)] += _weight(character)
    most = max(weights, key=weights.__getitem__, default="")
    return "".join(c for c in text if not c.isalpha() or _script(c) == most)


def _weight(character: str) -> int:
    """One Chinese, Japanese or Korean character says about as much as three letters."""
    wide = "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
    return (3 if wide else 1) if character.isalpha() else 0


@functools.lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The script of a letter, by the first word of its name; those that East Asian texts mix are one."""
    first = unicodedata.name(character, "").split(" ")[0]
    return "CJK" if first in _MIXED else first


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(ISO_639_1.intersection(identifier.labels) - _NOT_IN_THE_NEWS))
    return identifier
