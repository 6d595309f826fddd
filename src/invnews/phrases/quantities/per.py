"""
What a quantity is for one of: "a year", "per day", "annually", in the words behind it.
"""

import re
from functools import cache
from typing import NamedTuple

from ...values.vocabularies import PER

_PATTERN = re.compile(
    r"(?: of (?:[a-z]+[ -]){0,2}?[a-z]+)?"
    r"(?:,? (?P<each>per|every|each|an?(?! [a-z]+ of\b))[ -]|(?P<slash>/)|,? (?=[a-z.]+(?:ly|a\.)))"
    r"(?P<one>[a-z.]+[23²³]?)(?P<two>[ -][a-z]+)?"
)
PER_BEGINS = frozenset(" ,/")
"""What stands between a quantity and such words."""
_EARLIER = re.compile(r" (?:ago|before|earlier|later|prior|previously|from|after|on|back)\b")
_TIMES = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "month", "quarter", "half", "year")
)


class Per(NamedTuple):
    """What a quantity is for one of, and where these words end."""

    stop: int
    code: str


def per_at(low: str, at: int) -> Per | None:
    """
    Return what a quantity that ends at *at* is for one of.

    Args:
        low: The text in lower case, and a line end behind it.
        at: Where its unit or head noun ends.

    >>> per_at("140,000 tons of timber a year", 12)
    Per(stop=29, code='year')
    """
    if low[at] == " " and low[at + 1 : at + 3] not in _seconds():
        return None
    match = _PATTERN.match(low, at)
    if match is None:
        return None
    table = _table()
    each = match["each"]
    if match["two"] is not None:
        code = table.get(match["one"] + match["two"].replace("-", " "))
        if code is not None and (code in _TIMES or each in ("per", None)):
            return Per(match.end(), code)
    if _EARLIER.match(low, match.end("one")):
        return None
    one = match["one"].rstrip(".") if match["one"] != "p.a." else "p.a."
    code = table.get(one)
    if code is None or (code not in _TIMES and (each not in ("per", None) or one.endswith("ly"))):
        return None
    return Per(match.start("one") + len(one), code)


@cache
def _seconds() -> frozenset[str]:
    """Return the first two characters of such words behind a blank."""
    adverbs = {key[:2] for key in _table() if "ly" in key or "a." in key}
    return frozenset(adverbs | {"of", "pe", "ev", "ea", "a ", "a-", "an"})


@cache
def _table() -> dict[str, str]:
    """Return the codes of the vocabulary by their names and aliases, without their "per"."""
    found = {"d": "day", "yr": "year", "y": "year", "h": "hour", "hr": "hour", "s": "second"}
    for code, term in PER.terms.items():
        for name in (code.replace("_", " "), *term.aliases):
            key = name.lower()
            for lead in ("per ", "a ", "an "):
                key = key.removeprefix(lead)
            found.setdefault(key, code)
    return found
