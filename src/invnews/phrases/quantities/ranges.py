"""
Two numbers that belong together: "10-15 percent", "between 40,000 and 60,000 tonnes".
"""

import re
from typing import NamedTuple

from ..comparators import bounds_in
from .guards import is_age, is_date, is_name, is_year
from .item import Item
from .nouns import head_at
from .number import Number
from .shares import percent
from .words import word_before, words

_JOINTS = (
    {" to ": "to", "-to-": "to", " and ": "and", " or ": "or", "-or-": "or"}
    | {f"{gap}{dash}{gap}": "dash" for dash in "-–—‑" for gap in ("", " ")}
    | {" ": "blank"}
)
_JOINTS |= {" in ": "in", " in every ": "in", " out of ": "out", " out of every ": "out"}
_TO_ABOUT = re.compile(r" (to|and) (?:about|around|nearly|almost|up to|as (?:many|much) as|some) ")
_LEAD = re.compile(r"\b(between|from)(?: (?:about|around|some|roughly|approximately|nearly))? $")
_REACH = 64
_FAR = 5
"""By how much a level exceeds the change that led to it; the ends of a range lie closer."""


class Pair(NamedTuple):
    """
    What two numbers make that stand side by side.

    Args:
        items: The quantities; none when both belong to something else.
        apart: Whether each is to be read by itself instead.
    """

    items: tuple[Item, ...] = ()
    apart: bool = False


_APART = Pair(apart=True)
_NOTHING = Pair()


def joint(low: str, first: Number, second: Number) -> str | None:
    """Return how two numbers are joined: ``to``, ``and``, ``or``, ``dash``; None for not."""
    length = second.start - first.end
    if length == 1 and not (first.plain and second.plain and first.unit is None):
        return "dash" if low[first.end] in "-–—‑" else None
    if length <= 5:
        return _JOINTS.get(low[first.end : second.start].replace("\u00a0", " "))
    if length > 16:
        return None
    known = _JOINTS.get(low[first.end : second.start])
    if known is not None:
        return known
    match = _TO_ABOUT.fullmatch(low, first.end, second.start)
    return match[1] if match else None


def pair(text: str, low: str, first: Number, second: Number, how: str) -> Pair:
    """Return what two joined numbers make: a range, two quantities, or nothing."""
    lead = _LEAD.search(low, max(0, first.start - 24), first.start)
    led = lead[1] if lead else ""
    if how in ("in", "out"):
        return _ratio(text, first, second, how)
    if how == "and" and led != "between":
        return _listed(text, low, first, second)
    if first.held or second.held:
        if how == "dash" or first.held is second.held or second.held:
            return _NOTHING
        bare = second.unit is None and head_at(text, second.stop, second.behind).noun is None
        return _NOTHING if bare and first.held else _APART
    led_by = how == "to" and low.endswith(("by ", "by\u00a0"), 0, first.start)
    if led_by and second.value > _FAR * first.value:
        return _APART  # "fell by 125 bcf to 3,622 bcf"; but "by 5 to 7 percent".
    if how == "or" and not 0 < second.value - first.value <= 2 + first.value / 2:
        return _APART
    first = _lent(first, second)
    if first.unit is not None and (
        second.unit is None or second.unit.kind != first.unit.kind or not _alike(first, second)
    ):
        return _APART
    if first.value >= second.value:
        if how == "dash":
            return _APART if second.unit is not None and first.unit is not None else _NOTHING
        if how != "to":
            return _APART
    elif (
        how == "to" and not (led == "from" and _changes(low, lead.start() if lead else 0))
    ) or how != "to":
        return _range(text, low, first, second, lead)
    return _two(text, low, first, second)


def _ratio(text: str, first: Number, second: Number, how: str) -> Pair:
    """Return "one in five" and "nine out of 10" as percent."""
    part, whole = first.value, second.value
    if first.end > first.stop or second.unit is not None or part >= whole or whole not in _WHOLES:
        return _APART
    if part > 1 and how == "in" and whole not in _USUAL:
        return _APART
    if (
        first.held
        or second.held
        or part != int(part)
        or head_at(text, second.stop, second.behind).duration
    ):
        return _APART
    return Pair((Item(first.start, second.stop, "exactly", percent(int(part), int(whole)), None,
                      None, "percent", first.start, second.stop, second.stop),))  # fmt: skip


_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000))
_USUAL = frozenset((3, 4, 5, 10, 100))
"""Of what "two in …" is a share; "four in 12 provinces" counts."""


def _lent(first: Number, second: Number) -> Number:
    """Return the first number with the magnitude of the second lent to it."""
    bare = first.scale == 1 and first.unit is None and (first.plain or first.number < 100)
    if bare and second.scale != 1 and first.number < second.number:
        return first._replace(scale=second.scale, plain=False)
    return first


def _alike(first: Number, second: Number) -> bool:
    """Return whether two units may be those of one range."""
    if first.unit is None or second.unit is None or first.unit.kind == "percent":
        return True
    return first.unit.key.rstrip("s") == second.unit.key.rstrip("s")


def _changes(low: str, at: int) -> bool:
    """Return whether something rises or falls in the words before *at*: "rose from"."""
    before = re.split(r"[.;:!?]", low[max(0, at - _REACH) : at])[-1]
    return not words("change").isdisjoint(before.split())


def _range(text: str, low: str, first: Number, second: Number, lead: re.Match[str] | None) -> Pair:
    """Return the range of two numbers, when it counts or measures something."""
    before = word_before(text, first.start)
    noun, kind, reach, stop = None, "count", second.end, second.end
    unit = second.unit
    if unit is not None:
        noun, kind = text[unit.start : unit.stop], unit.kind
    else:
        head = head_at(text, second.stop, second.behind)
        if head.duration or is_age(before) or head.hyphened:
            return _NOTHING
        if is_year(first) and (is_year(second) or second.number < 100):
            return _NOTHING
        if is_date(text, low, first, before, head) or is_date(text, low, second, before, head):
            return _NOTHING
        if is_name(text, first, before, head):
            return _NOTHING
        noun, reach = head.noun, head.stop
        if noun is None and (first.value < 10 or low[first.stop] in "-–—‑" or first.words):
            return _NOTHING
    start = lead.start() if lead else first.start
    inner = bounds_in(low, first.start, first.stop).approximate
    return Pair((Item(first.start, stop, "between", first.value, second.value, noun, kind,
                      start, stop, reach, inner),))  # fmt: skip


def _two(text: str, low: str, first: Number, second: Number) -> Pair:
    """Return the two numbers between which something changes, each by itself."""
    if is_year(first) or is_year(second):
        return _APART
    unit = second.unit
    if unit is None or first.unit is not None:
        return _APART
    kind, noun = unit.kind, text[unit.start : unit.stop]
    return Pair(tuple(
        Item(each.start, each.end, "exactly", each.value, None, noun, kind,
             each.start, each.end, each.end) for each in (first, second)
    ))  # fmt: skip


def _listed(text: str, low: str, first: Number, second: Number) -> Pair:
    """Return "5 and 7 percent" as two of them; anything else apart."""
    if first.unit is not None or second.unit is None or first.held or second.held:
        return _APART
    if second.unit.kind != "percent" or is_year(first):
        return _APART
    return _two(text, low, first, second)
