"""A register of names: which of them are one's, and which of these the dossier uses.

Names have one key where they are spelt alike (`spelling`). Before names are entered, the register learns of others
that are one all the same: codes of countries and cities, adjectives, short names, names in two scripts; and of names
that are two though they have one key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from summarizer.dossier import Form, Identity
from summarizer.grounding.transliteration import spelling_key
from summarizer.merging.spelling import is_adjective_of, is_cyrillic, sound_key

Key = tuple[str, ...]
_VOWELS = "aeiouyаеиоуіїєэюяыё"
FEWEST_WORDS = 2
"""Words of a name that may be found by its sounds in another script: one word alone sounds like too many."""


@dataclass
class Register:
    """One kind of identity: names come in, the name that the dossier uses comes out."""

    key: Callable[[str], Key]
    _codes: dict[Key, Key] = field(default_factory=dict)
    """Keys of names that are a country's or city's, and its code, by which its names in all languages are one."""
    _joined: dict[Key, Key] = field(default_factory=dict)
    """Keys of names that are another's all the same, and its key."""
    _uncoded: set[str] = field(default_factory=set)
    """Names of which it is known that they are no country's, whatever their key."""
    _of_name: dict[str, Key] = field(default_factory=dict)
    """The same of a name whose key others share: "Niger" is no "Nigeria"."""
    _names: dict[Key, dict[str, list[str]]] = field(default_factory=dict)
    _chosen: dict[Key, str] = field(default_factory=dict)
    """The name in use of each key, until another one is entered."""

    def learn(self, name: str, code: str | None) -> None:
        """Note, before names are entered, that this one is a country's or city's of this code."""
        if code is not None:
            self._of_name[name] = (code,)
            self._codes.setdefault(self.key(name), (code,))
        elif not is_cyrillic(name):
            # A Cyrillic one may be a form that no table has, and its key tells whose.
            self._uncoded.add(name)

    def learn_adjectives(self, names: Collection[str], apart: Set[frozenset[str]] = frozenset()) -> None:
        """Note which of these names are adjectives of others: "Norlandian" of "Norlandia", where there is only one."""
        nouns = {name for name in names if " " not in name and not is_cyrillic(name)}
        for name in sorted(nouns):
            others = (other for other in nouns if {name, other} not in apart)
            of = {self.key_of(other) for other in others if is_adjective_of(name, other)}
            if len(of) == 1 and self.key(name) not in self._codes:
                self._joined[self.key(name)] = of.pop()

    def learn_short(self, names: Collection[str], apart: Set[frozenset[str]] = frozenset()) -> None:
        """Note which of these names are the last word of others: "Front" of "Upland Front", where it is only one's.

        `apart`: pairs that somebody names side by side; they are no one's two names.
        """
        ends: dict[Key, dict[str, Key]] = defaultdict(dict)
        for name in names:
            if len(key := self.key(name)) > 1:
                ends[key[-1:]][name] = self.key_of(name)
        for name in sorted(names):
            key, longer = self.key(name), ends.get(self.key(name), {})
            is_free = len(key) == 1 and key not in self._codes and name[:1].isupper()
            if is_free and len(set(longer.values())) == 1 and not any({name, other} in apart for other in longer):
                self._joined[key] = next(iter(longer.values()))

    def learn_genders(self, names: Collection[str]) -> None:
        """Note which of these names are a woman's where a man's has the same key."""
        for key, known in self._alike(names):
            genders = {name: _gender_of(name) for name in known}
            if len(set(genders.values()) - {None}) > 1:
                self._of_name |= {name: (*key, "a") for name, gender in genders.items() if gender == "a woman's"}

    def learn_first_names(self, names: Collection[str]) -> None:
        """Note which of these names have one key and yet two first names: "Louis", "Louise"; surnames vary more."""
        for key, known in self._alike(names):
            first = {name: spelling_key(name.split()[0]) for name in known if len(name.split()) > 1}
            latin = sorted(
                {sounds for name, sounds in first.items() if not is_cyrillic(name)}, key=lambda one: (len(one), one)
            )
            self._of_name |= {name: (*key, sounds) for name, sounds in first.items() if sounds in latin[1:]}

    def _alike(self, names: Collection[str]) -> Iterable[tuple[Key, Collection[str]]]:
        """The names of each key."""
        alike: dict[Key, set[str]] = defaultdict(set)
        for name in names:
            alike[self.key_of(name)].add(name)
        return alike.items()

    def learn_scripts(self, names: Collection[str], fewest: int = FEWEST_WORDS) -> None:
        """Note which Cyrillic names are those of Latin ones: the only one that sounds so, of so many words at least."""
        latin: dict[Key, dict[Key, str]] = defaultdict(dict)
        cyrillic: dict[Key, str] = {}
        # Sorted, so that of two names with one key it is always the same that tells whose it is.
        for name in sorted(names):
            if is_cyrillic(name):
                cyrillic[self.key(name)] = name
            else:
                latin[sound_key(name)].setdefault(self.key(name), name)
        known = {key for found in latin.values() for key in found}
        for key, name in cyrillic.items():
            sounds = sound_key(name)
            found = [its for its in latin.get(sounds, {}).values() if not _are_of_two_genders(its, name)]
            if key not in known and key not in self._codes and len(sounds) >= fewest and len(found) == 1:
                self._joined[key] = self.key_of(found[0])

    def enter(self, article: str, name: str) -> None:
        """Note that an article has this name."""
        key = self.key_of(name)
        self._chosen.pop(key, None)
        names = self._names.setdefault(key, {}).setdefault(article, [])
        if name not in names:
            names.append(name)

    def knows(self, name: str) -> bool:
        """Whether it was entered, under whatever form."""
        return self.key_of(name) in self._names

    def name_of(self, name: str) -> str:
        """The dossier's name for it; an unknown one stays as it is."""
        key = self.key_of(name)
        return self.name_by(key) if key in self._names else name

    def name_by(self, key: Key) -> str:
        """The dossier's name for what has this key."""
        if key not in self._chosen:
            self._chosen[key] = self._most_used(key)
        return self._chosen[key]

    def _most_used(self, key: Key) -> str:
        """The name of most articles that is no short form, adjective or other script's; of a country, any."""
        forms = self._names[key]
        own = {article: [name for name in names if self.key(name) == key] for article, names in forms.items()}
        return _most_used(own if any(own.values()) else forms)

    def identities(self) -> list[Identity]:
        """All of them, by name."""
        found = [Identity(name=self.name_by(key), forms=forms_told(forms)) for key, forms in self._names.items()]
        return sorted(found, key=lambda one: one.name)

    def key_of(self, name: str) -> Key:
        """What all its names have in common."""
        if name in self._of_name:
            return self._of_name[name]
        key = self.key(name)
        if key in self._joined:
            return self._joined[key]
        return self._codes.get(key, key) if name not in self._uncoded else key

    def forms(self) -> Iterator[tuple[Key, Mapping[str, Sequence[str]]]]:
        """Key and names by article of each."""
        yield from self._names.items()


def _are_of_two_genders(one: str, other: str) -> bool:
    """Whether one begins as a woman's and the other as a man's: "Oleksandr" and «Олександра» are two people."""
    return {_gender_of(one), _gender_of(other)} == {"a woman's", "a man's"}


def _gender_of(name: str) -> str | None:
    """Whose name it is as far as its endings tell: «Олександра Марн», but «Теодора Марка» is a man's genitive, too."""
    # A stranger's briefing may call somebody by spaces alone.
    words = name.casefold().split() or [" "]
    first, last = words[0][-1:], words[-1][-1:]
    if first in "aая":
        return None if is_cyrillic(name) and last in _VOWELS else "a woman's"
    return "a man's" if first.isalpha() and first not in _VOWELS else None


def forms_told(forms: Mapping[str, Sequence[str]]) -> list[Form]:
    """The names by article as a dossier has them."""
    return [Form(article=article, names=list(names)) for article, names in forms.items()]


def _most_used(forms: Mapping[str, Iterable[str]]) -> str:
    """The name of most articles; among equals the first in the order of the letters, Latin before Cyrillic."""
    name = most_told(Counter(name for names in forms.values() for name in names))
    assert name is not None
    return name


def most_told(counts: Counter[str]) -> str | None:
    """What was told most often, among equals the first in the order of the letters; `None` where nothing was."""
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
