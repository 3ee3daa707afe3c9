"""Words whose loss turns a clause round: what negates it, and what makes it possible, wished or conditional.

Beside `LanguageRules`, for these few words are known of more languages than the grammar of reporting is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Operators:
    """The words of one language, as regular expressions."""

    negation: str
    modality: str
    possibility: str = r"(?!)"
    """Those of the modal words that leave open whether something happens."""
    condition: str = r"(?!)"
    """What opens a clause that tells only a condition, not a fact; words that are mostly about time are none."""
    unspaced: bool = False
    """Whether the script writes words without spaces between them."""

    @cached_property
    def any(self) -> re.Pattern[str]:
        """Each negating or modal word, whole words where the script parts them."""
        return self._compiled(f"{self.negation}|{self.modality}")

    @cached_property
    def negating(self) -> re.Pattern[str]:
        """Each negating word."""
        return self._compiled(self.negation)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Each word that leaves open whether something happens."""
        return self._compiled(self.possibility)

    @cached_property
    def conditional(self) -> re.Pattern[str]:
        """Each word behind which something is only a condition."""
        return self._compiled(self.condition)

    def _compiled(self, words: str) -> re.Pattern[str]:
        bounded = f"(?:{words})" if self.unspaced else rf"(?<![\w-])(?:{words})(?!\w|-\w)"
        return re.compile(bounded, re.IGNORECASE)


_OPERATORS: Mapping[str, Operators] = {
    "en": Operators(
        r"not|never|no|neither|nor|none|nobody|nothing|nowhere|cannot|without|\w+n['’]t",
        r"can|could|(?-i:may|May (?!\d))|might|must|shall|should|will|would|ought|cannot|(?:ca|could|would|should|wo|must|might)n['’]t"
        r"|['’](?:ll|d)",
        r"(?-i:may|May (?!\d))|might|could|perhaps|maybe|possibly|must|should|likely|unlikely|expected to|yet to",
        r"if|unless|provided|in case|on condition|once",
    ),
    "uk": Operators(
        r"не|ні|ані|ніколи|нікого|ніхто|ніщо|немає|нема|без|жод(?:ен|на|не|ні|ного|ної|них)",
        r"може(?:мо|те)?|можуть|міг|могла|могли|могло|мус(?:ить|ять|имо|ив|ила|ило|или)|повин(?:ен|на|не|ні)|слід|треба|потрібно|необхідно|довед(?:еться|уться)|варто|можна|б|би"
        r"|буд(?:у|еш|е|емо|ете|уть)|хоч(?:е|уть)|має|мають",
        r"може|можуть|міг|могла|могли|могло|можливо|мабуть|ймовірно",
        r"якщо|якби|за умови|у разі|в разі|щойно|хіба що",
    ),
    "ru": Operators(
        r"не|ни|нет|никогда|никто|ничто|ничего|без|нельзя|ник(?:ого|ому)",
        r"мо(?:гу|жешь|жет|жем|жете|гут)|мог(?:ла|ло|ли)?|долж(?:ен|на|но|ны)|следует|нужно|надо|необходимо|прид[её]тся|можно|б|бы|буд(?:у|ешь|ет|ем|ете|ут)"
        r"|хо(?:чет|тят)",
        r"может|могут|мог(?:ла|ло|ли)?|возможно|вероятно|наверное",
        r"если|при условии|в случае|как только",
    ),
    "es": Operators(
        r"no|nunca|jamás|ni|sin|tampoco|nadie|nada|ning(?:ún|una|uno)",
        r"pued(?:o|e|en)|podemos|podr(?:á|án|ía|ían|emos)|pudo|pudieron|pudiera[n]?|podía[n]?|pueda[n]?|debe[n]?|debemos|deber(?:á|án|ía|ían)|debía[n]?|deba[n]?|debió|debieron"
        r"|(?:tiene[n]?|tenía[n]?|tuvo|tuvieron|tendr(?:á|án|ía|ían)|hay|había|habrá) que"
        r"|quizás?|quiere[n]?|quería[n]?|quisiera[n]?|acaso",
        r"podr(?:ía|ían)|puede[n]?|quizás?|posiblemente|tal vez",
        r"si|siempre que|a menos que|una vez que|en caso de",
    ),
    "fr": Operators(
        r"ne|n['’](?=\w)|pas|jamais|ni|sans|aucune?|rien|personne|guère|non",
        r"peu(?:t|vent|x)|pouvons|pouvez|pourr(?:a|ont|ait|aient)|pouvai(?:t|ent)|puiss(?:e|ent)|doi(?:t|vent|s|ve)|devons|devez|devr(?:a|ont|ait|aient)|devai(?:t|ent)"
        r"|faut|faudra(?:it)?|fallait|veu(?:t|lent)|voul(?:ait|aient)|voudr(?:a|ont|ait|aient)",
        r"pourrai(?:t|ent)|peu(?:t|vent)|peut-être|éventuellement",
        r"si|s['’](?=il)|à condition|à moins|une fois|en cas de|dès que",
    ),
    "de": Operators(
        r"nicht|nie|niemals|kein(?:e[mnrs]?)?|niemand\w*|nichts|weder|ohne",
        r"kann|könn(?:en?|t|te[nt]?)|konnte[nt]?|mu(?:ss|ß)|müss(?:en?|t|te[nt]?)|musste[nt]?|soll(?:en?|t|te[nt]?)?|darf|dürf(?:en?|t|te[nt]?)"
        r"|durfte[nt]?|mag|mög(?:en?|t)|möchte[nt]?|will|woll(?:en?|t|te[nt]?)|würde[nt]?",
        r"könnte[nt]?|dürfte[nt]?|vielleicht|möglicherweise|womöglich",
        r"wenn|falls|sofern|sobald|im Falle",
    ),
    "zh": Operators(
        r"不(?!断|少|仅|久|同意见)|没|沒|未(?!来|來)|无(?!人机|线)|無(?!人機|線)|非(?!洲|常)|勿|别(?!的|人|是)|否(?=则)|莫(?=须)",
        r"可能|可以|应该|應該|应当|應當|必须|必須|或许|也许|能够|能夠|不能|须(?=在)|将(?!军|来)|將(?!軍|來)",
        unspaced=True,
    ),
    "ja": Operators(
        r"ない|なかっ|なく(?=[、。]|て)|ません|ず(?=[、。に])|ぬ(?=[、。])", r"かもしれ|べき|だろう|でしょう|可能性", unspaced=True
    ),
    "th": Operators(r"ไม่|มิได้", r"อาจ|ต้อง|ควร|น่าจะ", unspaced=True),
    # "qad" before a past tense is no modal: it means "has".
    "ar": Operators(
        r"[وف]?(?:لا|لم|لن|ليس\w*|غير|دون|بدون)", r"[وف]?(?:قد(?=\s+[يتنأ])|ربما|[يت]مكن\w{0,3}|يجب|سوف|ينبغي|يستطيع\w{0,2})"
    ),
    "pl": Operators(r"nie|nigdy|bez|żad\w+|nikt|nic|ani", r"może|mogą|mógł\w*|mogł\w+|musi|muszą|musiał\w*|powin\w+|należy|wolno|by|będ\w+|można|trzeba"),
    # Czech negates by a syllable before the verb.
    "cs": Operators(
        r"ne|nikdy|bez|žádn\w+|nikdo|nic|ani|není|ne(?:jsou|jsem|jsme|bud(?:u|eš|e|eme|ete|ou)|má|mají|může(?:me|te)?|mohou|musí|smí|chce|chtějí|lze)"
        r"|ne(?!děli)\w+[aeěiíouy]l[aoiy]?",
        r"může(?:me|te)?|mohou|mohl\w*|musí|musel\w*|měl\w*|by|bud(?:u|eš|e|eme|ete|ou)|lze|smí"
    ),
    "pt": Operators(r"não|nunca|jamais|nem|sem|ninguém|nada|nenhum\w*", r"pode[m]?|poder(?:á|ão|ia|iam)|podia[m]?|possa[m]?|deve[m]?|dever(?:á|ão|ia|iam)|devia[m]?|deva[m]?|talvez"),
    "it": Operators(r"non|mai|né|senza|nessun\w*|nulla|niente", r"può|possono|possa(?:no)?|poteva(?:no)?|potr(?:à|anno|ebbe|ebbero)|dev(?:e|ono)|debba(?:no)?|doveva(?:no)?|dovr(?:à|anno|ebbe|ebbero)|forse"),
    "nl": Operators(r"niet|nooit|geen|zonder|niemand|niets", r"kan|kunnen|kon(?:den)?|moet(?:en)?|moest(?:en)?|mag|mogen|mocht(?:en)?|zou(?:den)?|zal|zullen"),
    "tr": Operators(r"değil\w*|hiç|asla", r"belki|gerek\w*|olabilir"),
}  # fmt: skip


def operators_of(language: str | None) -> Operators | None:
    """The operators of a language by its ISO 639-1 code; `None` where they are not known."""
    return _OPERATORS.get(language or "")
