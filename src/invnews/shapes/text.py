"""
Which characters a text may hold, and the form of ids.
"""

import re

from ..fields import Form

ID_PATTERN = r"[A-Za-z0-9._:/-]{1,128}"
ID = Form.matching(
    "id", "an id of 1 to 128 characters A-Z a-z 0-9 . _ : / -", ID_PATTERN,
    code="bad_id", example="organisation/mdec",
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


def encodes(text: str) -> bool:
    """Return whether *text* has a UTF-8 form: no half of a surrogate pair stands in it."""
    return text.isascii() or _SURROGATE.search(text) is None


def character_fault(text: str, *, nul: bool = False) -> str | None:
    """Return which character *text* may not hold, or None; NUL passes when *nul* is true."""
    found = None if text.isascii() else _SURROGATE.search(text)
    if found is not None:
        place, unit = found.start(), ord(found.group())
        return f"half of a surrogate pair (U+{unit:04X}) stands alone at character {place}"
    if not nul and "\0" in text:
        return f"NUL (U+0000) stands at character {text.index(chr(0))}"
    return None


FOLDED = str.maketrans("\u00a0\u202f‘’“”–—", "  ''\"\"--")
"""Typographic marks to plain ones, character for character: offsets stay as they are."""


def plain_words(text: str) -> str:
    r"""
    Return a text without the differences of print: marks, blanks, upper and lower case.

    >>> plain_words("“More  than\nUS$22\u00a0billion”")
    '"more than us$22 billion"'
    """
    return " ".join(text.translate(FOLDED).split()).casefold()
