"""
Where a word before a time does not bound it: "after the July 4 talks", "work is starting in May".
"""

from . import tense
from .lexicon import words
from .reader import Reader
from .time import Time

ARTICLES = frozenset(("the", "its", "their", "a", "an"))
_BOUNDS = frozenset(("since", "until", "by", "before", "after"))
_LIMITS = frozenset(
    ("deadline", "deadlines", "cutoff", "expiry", "expiration", "maturity", "date", "target",
     "targets", "goal", "goals", "period", "season", "edition", "vintage")
)  # fmt: skip
"""Nouns that are the time itself: by the March 31 deadline is by March 31."""
_STARTS = frozenset(("starting", "beginning", "commencing"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "not"))
_DETERMINERS = frozenset(("the", "that", "each", "every", "this"))
_NEAR = 4


def qualifies(r: Reader, i: int, stop: int, time: Time, relation: str) -> bool:
    """Return whether a time only says which noun is meant: "before the April 2 announcement"."""
    if relation not in _BOUNDS or r.low[i - 1] not in ARTICLES or time.last is not None:
        return False
    named = r.kind(i) in ("month", "weekday") or "0" <= r.low[i][0] <= "9"
    if not named or time.unit not in ("year", "week") or not (time.within or time.whole_year):
        return False
    noun = r.low[stop]
    if not noun.isalpha() or r.capital(stop) or r.glued(stop) or noun in _LIMITS:
        return False
    if r.low[stop : stop + 3] == ["cut", "-", "off"]:
        return False
    financial = noun == "financial" and not r.kind(stop + 1)
    if noun in words("function") or (r.kind(stop) not in ("", "ordinal") and not financial):
        return False
    if noun in words("cue_nouns") or noun in words("same_form"):
        return True
    return not tense.is_verb(r, stop)


def begun(r: Reader, full: int, said: tuple[str, ...], relation: str) -> str:
    """Return the relation of a prefix; an event "starting in May" happens in May."""
    first = full - len(said)
    if said[0] not in _STARTS or relation != "since" or said[-1] == "from":
        return relation
    before = r.low[first - 1]
    if not before.isalpha() or before in ("and", "or", "but"):
        return relation
    if before in _BE or said[-1] == "in":
        return "in"
    for k in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if not r.low[k].isalpha():
            break
        if r.low[k] == "with":
            return "in"
    return relation


def denied_from(r: Reader, full: int, relation: str, floor: int) -> int | None:
    """Return where a denial begins that turns a bound round: "will not open before 2023"."""
    if relation not in ("before", "until") or r.low[full] not in ("before", "until", "till"):
        return None
    for k in range(full - 1, max(floor, full - 1 - _NEAR) - 1, -1):
        if r.low[k] in ("not", "never"):
            return k
        if r.low[k] == "t" and r.low[k - 1] in ("'", "’") and r.low[k - 2].endswith("n"):
            return k - 2 if k - 2 >= floor else None
        if not r.low[k].isalpha() or r.low[k] in ("and", "but", "or", "which", "that"):
            return None
    return None


def is_determined(r: Reader, k: int) -> bool:
    """Return whether "following" at *k* is no preposition: "the following Monday"."""
    return r.low[k] == "following" and r.low[k - 1] in _DETERMINERS


def is_of_text(r: Reader, i: int, time: Time) -> bool:
    """Return whether a time is counted from one in the text: "the following Monday"."""
    return time.open and "-" not in time.within and is_determined(r, i - 1)
