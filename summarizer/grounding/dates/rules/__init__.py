"""The rules of the grammar of dates, one file for each kind of words, and the order in which they apply."""

from __future__ import annotations

from summarizer.grounding.dates.grammar import Layer
from summarizer.grounding.dates.rules.days import DAYS
from summarizer.grounding.dates.rules.durations import AWAY, DURATIONS
from summarizer.grounding.dates.rules.numbers import NUMBERS
from summarizer.grounding.dates.rules.periods import PERIODS
from summarizer.grounding.dates.rules.pointing import POINTING
from summarizer.grounding.dates.rules.ranges import RANGES
from summarizer.grounding.dates.rules.times import ATTACHED, HOURS, PARTS, WIDENED

LAYERS: tuple[Layer, ...] = (
    NUMBERS,
    HOURS,
    DAYS + PERIODS + POINTING,
    DURATIONS,
    AWAY,
    PARTS,
    ATTACHED,
    WIDENED,
    RANGES,
)
"""Each layer builds on what the ones before it made."""
