"""
Per: what a sum is for one of, as the words behind it say.
"""

import re
from functools import cache

from ...values.vocabularies import PER
from ..numeral import lowered


@cache
def _per_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:[ \u00a0]?/[ \u00a0]?|[- ]per[- ]|[- ](?P<a>an?)[- ])(?P<thing>[a-z0-9]{1,16}"
        r"(?:[- ][a-z0-9]{1,12}){0,2})(?!\w)"
        r"|[ ](?P<adverb>psf|annually|yearly|monthly|weekly|daily|quarterly|hourly|apiece|p\.a\.|pa\b)"
    )


@cache
def _ago_pattern() -> re.Pattern[str]:
    """Match with "a" these are a date: "from $5 million a year ago"."""
    return re.compile(
        r"(?:year|quarter|month|week|day|hour|decade) (?:ago|earlier|later|before|after|since|on|from)"
    )


_NOT_AFTER_A = frozenset({
    "unit", "item", "project", "token", "transaction", "trip", "room", "container", "vehicle",
    "customer", "household", "half", "person",
})  # fmt: skip
"""After "a" these more often begin a new thought: "paid $5m a unit of the group"."""
_AFTER_A = frozenset({"person", "head", "customer", "car", "vehicle", "room", "trip"})


def per(text: str, stop: int) -> str | None:
    """
    Return the code of what a sum that ends at *stop* is for one of, or None.

    >>> per("$98 a share", 3), per("$20 per barrel", 3), per("$5 a lot", 2)
    ('share', 'barrel', None)
    """
    return _found(text, stop)[0]


def per_stop(text: str, stop: int) -> int:
    """Return where the words that `per` reads behind *stop* end, or *stop* without any."""
    return _found(text, stop)[1]


def _found(text: str, stop: int) -> tuple[str | None, int]:
    """Return the code of the words behind a sum, and where they end."""
    begin = text[stop : stop + 2]
    if not (begin[:1] == "/" or (begin[:1] in {" ", "-", "\u00a0"} and begin[1:] in _SECOND)):
        return None, stop
    match = _per_pattern().match(lowered(text[stop : stop + 48]))
    if match is None:
        return None, stop
    if match["adverb"]:
        return _things().get(match["adverb"]), stop + match.end()
    said = match["thing"]
    if match["a"] and _ago_pattern().match(said):
        return None, stop
    while said:
        code = _things().get(said.replace("-", " "))
        if code is not None and not (match["a"] and code in _NOT_AFTER_A and said not in _AFTER_A):
            return code, stop + match.start("thing") + len(said)
        said = said[: max(said.rfind(" "), said.rfind("-"), 0)]
    return None, stop


_SECOND = frozenset("apymwdqhAPYMWDQH/")
"""The first letters of the words that are looked for, behind a blank or hyphen."""


@cache
def _things() -> dict[str, str]:
    """Return the codes by their words."""
    found = {"yr": "year", "mth": "month", "ton": "tonne", "pa": "year", "head": "person"}
    for code, term in PER.terms.items():
        for name in (code.replace("_", " "), *term.aliases):
            bare = re.sub(r"^(?:per|an?) ", "", name.lower().replace("-", " "))
            found.setdefault(bare, code)
    return found
