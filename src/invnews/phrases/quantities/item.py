"""
Item: one quantity of a text before it becomes a mention.
"""

from decimal import Decimal
from typing import NamedTuple


class Item(NamedTuple):
    """
    One quantity of a text.

    Args:
        start: Where its core begins.
        stop: Where its core ends, with the unit of a percentage or measure.
        comparator: ``exactly``, ``between`` or ``unquantified`` by itself; or what the words
            within it say ("50+ MW").
        amount: Its number, or the lower one.
        upper: The upper number of a range.
        unit: Its unit or head noun as written.
        kind: The sort of number.
        full_start: Where "between" or "from" before a range begins.
        full_stop: Where the words behind it end that bound it.
        reach: Where its head noun ends, behind which "a year" may stand.
        approximate: Whether words within it say "about".
        magnitude: Of an unquantified one, how large.
    """

    start: int
    stop: int
    comparator: str
    amount: Decimal | None
    upper: Decimal | None
    unit: str | None
    kind: str
    full_start: int
    full_stop: int
    reach: int
    approximate: bool = False
    magnitude: Decimal | None = None
