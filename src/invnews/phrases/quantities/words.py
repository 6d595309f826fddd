"""
The words around numbers: where a noun phrase ends, what is a name, what is a time.
"""

from functools import cache

from ..table import rows


@cache
def words(name: str) -> frozenset[str]:
    """
    Return one list of the table of words around numbers.

    Args:
        name: The list: ``stop``, ``plural``, ``label``, ``duration`` …
    """
    found: set[str] = set()
    for each, listed in rows("quantity_words"):
        if each == name:
            found.update(listed.split())
    return frozenset(found)


_REACH = 28
_BLANKS = frozenset(" \u00a0\u202f")
OPENING = '([“"‘'
"""Marks that open what stands in them."""


def word_before(text: str, start: int) -> str:
    """Return the word that a blank parts from what begins at *start*; empty without one."""
    stop = start - 1
    if stop < 1 or text[stop] not in _BLANKS:
        return ""
    word = text[start - _REACH if start > _REACH else 0 : stop].rsplit(None, 1)
    return word[-1].lstrip(OPENING) if word else ""
