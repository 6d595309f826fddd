"""
The words of dates: each with its kind, and the number or unit that it stands for.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..table import rows


class Entry(NamedTuple):
    """
    What a word is in a date.

    Args:
        kind: ``month``, ``weekday``, ``unit``, ``relative`` …
        value: Its number: of a month, a weekday, an offset.
        unit: The calendar unit or part that it names.
    """

    kind: str
    value: int = 0
    unit: str = ""


@cache
def lexicon() -> Mapping[str, Entry]:
    """Return the words in lower case; names of months and days are those of dateutil."""
    from dateutil.parser import parserinfo  # type: ignore[import-untyped, unused-ignore]

    found: dict[str, Entry] = {}
    for number, names in enumerate(parserinfo.MONTHS, start=1):
        found |= {name.lower(): Entry("month", number) for name in names}
    for number, names in enumerate(parserinfo.WEEKDAYS, start=1):
        found |= {name.lower(): Entry("weekday", number) for name in names}
    for word, kind, value, unit in rows("date_words"):
        found[word] = Entry(kind, int(value or 0), unit)
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one list of the table of cues."""
    return frozenset(
        word for name, listed in rows("date_cues") if name == kind for word in listed.split()
    )
