"""
The words around a time that bound it: "by", "since", "from … on", "about"; and its mention.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from ...values import PartialDate
from ..mention import Mention
from ..table import rows
from . import bounds, parts, tense, weekdays
from .lexicon import words
from .reader import Reader
from .spans import spanned
from .time import Time, spoken


class Prefix(NamedTuple):
    """Words before a time, the relation that they give it, and whether they say "about"."""

    said: tuple[str, ...]
    relation: str
    about: bool


class Placed(NamedTuple):
    """
    A time and its place among the words of a text.

    Args:
        full: The first word of the whole expression.
        first: The first word of the core.
        stop: The word after the core.
        full_stop: The word after the whole expression.
        time: What it says.
        relation: How the words use it.
    """

    full: int
    first: int
    stop: int
    full_stop: int
    time: Time
    relation: str


@cache
def _prefixes() -> dict[str, tuple[Prefix, ...]]:
    """Return the prefixes by their last word, longest first."""
    found: dict[str, list[Prefix]] = {}
    for phrase, relation, about in rows("date_prefixes"):
        said = tuple(phrase.replace(".", " .").split())
        found.setdefault(said[-1], []).append(Prefix(said, relation, bool(about)))
    return {last: tuple(sorted(each, key=lambda it: -len(it.said))) for last, each in found.items()}


def _prefix(r: Reader, i: int, floor: int) -> Prefix | None:
    """Return the longest prefix that ends right before word *i*."""
    for each in _prefixes().get(r.low[i - 1], ()) if i > floor else ():
        first = i - len(each.said)
        if each.said == ("following",) and bounds.is_determined(r, first):
            continue
        if first >= floor and tuple(r.low[first:i]) == each.said and (
            r.low[first - 1] != "/" or not r.glued(first)
        ):  # fmt: skip
            return each
    return None


def placed(r: Reader, i: int, stop: int, time: Time, floor: int) -> Placed | None:
    """Return a time with the words that bound it; none of them stands before word *floor*."""
    first = i
    if i > floor and r.low[i - 1] in bounds.ARTICLES:
        first = i - 1
    if bounds.is_of_text(r, i, time):
        return None
    full, relation, about = first, "", False
    for _ in range(3):
        prefix = _prefix(r, full, floor)
        if prefix is None:
            break
        outer = relation == "in" and prefix.relation in ("by", "until", "since", "from")
        if full < first and prefix.relation and relation and not outer:
            break
        if not full < first and prefix.about and _counts(r, full - 1):
            break
        if relation in ("", "in"):
            relation = bounds.begun(r, full, prefix.said, prefix.relation) or relation
        about = about or prefix.about
        full -= len(prefix.said)
        if full > floor and r.low[full - 1] == "the" and prefix.relation == "":
            full -= 1
    led = relation if relation in ("from", "between") else ""
    span = spanned(r, i, stop, time, led=led)
    if span is not None:
        stop, time = span
        relation = "over" if led else relation
    if time.cue and not _ahead(r, full, stop, time):
        return None
    if _rolls(r, i, full, time, relation):
        time, relation = time._replace(window=True), "over"
    time = time._replace(about=True) if about and time.unit is not None else time
    full_stop, relation = _settle(r, full, stop, time, relation)
    if time.window and relation == "in" and time.offset > 0 and r.low[i - 1] == "within":
        relation = "over"
    if bounds.qualifies(r, i, full_stop, time, relation):
        full, relation = first, "in"
    denied = bounds.denied_from(r, full, relation, floor)
    if denied is not None:
        full, relation = denied, "since"
    return Placed(full, first, stop, full_stop, time, relation)


def _rolls(r: Reader, i: int, full: int, time: Time, relation: str) -> bool:
    """Return whether "over the next decade" counts from the day of publication."""
    if r.kind(i) != "relative" or not time.offset or time.unit is None or time.within or time.last:
        return False
    if time.seen is not None or time.fiscal or time.part != "whole":
        return False
    if r.low[full] == "within" and time.offset > 0:
        return True
    if r.low[i - 1] != "the":
        return False
    if relation == "in" and r.low[i : i + 2] == ["last", "year"] and r.low[full] == "in":
        return True
    if relation == "over":
        return time.number > 1 or time.unit == "decade" or r.low[full] == "over"
    backwards = r.low[i] in ("previous", "prior")
    return r.low[full] == "for" and not backwards and (time.number > 1 or time.unit == "decade")


def _counts(r: Reader, i: int) -> bool:
    """Return whether "about" names a topic, not a date: "talks about last year"."""
    return r.low[i] == "about" and r.low[i - 1] in words("topic")


def _ahead(r: Reader, full: int, stop: int, time: Time) -> bool:
    """Return whether "in five years" is a date: the clause looks ahead, and counts no record."""
    said = tense.side(r, full, full)
    if said is None and time.number > 1 and tense.may_be_verb(r, full - 1):
        return True
    if full == 0 and not r.low[stop]:
        return True
    for k in range(max(0, full - 8), full):
        if r.low[k] in words("superlative"):
            return False
    return said is True


def _settle(r: Reader, full: int, stop: int, time: Time, relation: str) -> tuple[int, str]:
    """Return where the whole expression ends, and its relation."""
    onward = r.low[stop] in ("onward", "onwards", "forward") or (
        r.low[stop] == "on" and relation in ("from", "since", "after") and not r.capital(stop + 1)
        and r.kind(stop + 1) not in ("weekday", "month", "relative")
    )  # fmt: skip
    if onward and time.last is None:
        return stop + 1, "since"
    bound = _bound_after(r, stop)
    if bound is not None and time.last is None and relation in ("", "in", bound[1], "by", "from"):
        return bound
    if relation == "from":
        return stop, "since" if _begins(r, full, stop, time) else "in"
    if relation == "to":
        return stop, "until" if r.low[full - 1] in words("until_verbs") else "in"
    return stop, "over" if relation == "between" else relation or "in"


_AFTERWARDS = {
    ("at", "the", "earliest"): "since", ("at", "the", "latest"): "by", ("at", "the", "soonest"):
    "since", ("or", "later"): "since", ("or", "after"): "since", ("and", "beyond"): "since",
    ("or", "beyond"): "since", ("and", "later"): "since", ("and", "after"): "since",
    ("and", "onward"): "since", ("and", "onwards"): "since", ("or", "earlier"): "by",
    ("or", "sooner"): "by", ("or", "before"): "by", ("and", "earlier"): "by", ("and", "before"): "by",
}  # fmt: skip


def _bound_after(r: Reader, stop: int) -> tuple[int, str] | None:
    """Return the bound of the words behind a time: "2025 at the earliest", "2025 and beyond"."""
    if r.low[stop] not in ("at", "or", "and"):
        return None
    for size in (3, 2):
        relation = _AFTERWARDS.get(tuple(r.low[stop : stop + size]))
        end = stop + size
        if relation and (r.low[end - 1] == "beyond" or not r.low[end].isalnum()):
            return end, relation
    return None


def _begins(r: Reader, full: int, stop: int, time: Time) -> bool:
    """Return whether "from 2025" is a beginning, not what something is compared with."""
    if time.last is not None or (time.seen is None and time.offset < 0):
        return False
    if any(r.low[k] in words("compared") for k in range(max(0, full - 7), full)):
        return False
    return tense.future(r, full, stop)


def mention(r: Reader, it: Placed, published: date | PartialDate | None) -> Mention[PartialDate]:
    """Return the mention of a placed time."""
    time, relation = parts.settled(weekdays.with_year(it.time, published), it.relation)
    full_start, full_end = r.start[it.full], r.stop[it.full_stop - 1]
    return Mention(
        start=r.start[it.first],
        end=r.stop[it.stop - 1],
        full_start=full_start,
        full_end=full_end,
        value=spoken(time, r.text[full_start:full_end], relation, published),
    )
