"""What kind of building a name is of, in six languages: the one thing that tells two names of two languages apart.

Names of buildings are translated ("Palace of Nations", "Palais des Nations"), so that another name in another
language need not be of another building; a hotel and a ministry are two.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KINDS = (
    r"custom|douane|таможн|митн|zoll(?:amt|haus)|aduana",
    r"hotel|hôtel|отел|гостиниц|готел",
    r"palace|palais|palacio|palast|palazzo|двор(?:ец|ца|це)|палац",
    r"castle|château|castillo|schloss|замо?к",
    r"embassy|ambassade|embajada|botschaft|посольств",
    r"ministry|ministère|ministerio|ministerium|министерств|міністерств",
    r"universit|академи|академі|academ|académ|akadem|институт|інститут|institut",
    r"airport|aéroport|aeropuerto|flughafen|аэропорт|аеропорт",
    r"parliament|parlement|parlamento|parlament|парламент",
    r"museum|musée|museo|музе[йея]",
    r"theat(?:er|re)|théâtre|teatro|театр",
    r"librar|biblioth|bibliot|библиотек|бібліотек",
    r"monaster|monastère|kloster|монастыр|монастир|abbey|abbaye|abtei",
    r"residenc|résidence|residenz|резиденц",
    r"headquarter|siège|hauptsitz|hauptquartier|штаб",
)  # fmt: skip
_PATTERNS = tuple(re.compile(rf"(?:\b|\B(?=\w+$))(?:{words})", re.IGNORECASE) for words in _KINDS)


@lru_cache(maxsize=4096)
def kind_of_building(name: str) -> int | None:
    """The kind that a name has a word for, as a number; `None` where it has none."""
    return next((number for number, words in enumerate(_PATTERNS) if words.search(name)), None)


def are_two_kinds(one: str, other: str) -> bool:
    """Whether both names tell a kind of building, and not the same."""
    kinds = kind_of_building(one), kind_of_building(other)
    return None not in kinds and kinds[0] != kinds[1]
