"""
Parts of a time: "early 2020", "mid-2018", "the end of March", "later this year", "year-end".
"""

from .reader import Found, Reader
from .time import Time

_SECOND = {"before": "before", "after": "after"}


def read(r: Reader, i: int) -> Found:
    """Return the time that begins with early, mid, late, earlier, later, start or end."""
    entry = r.kinds[i]
    assert entry is not None
    j = r.past_dash(i + 1)
    hyphen = j > i + 1
    if entry.kind == "part" and r.low[j] in _STRETCHES and r.low[j + 1] == "of":
        j += 1
    if r.low[j] == "of" or (r.low[j] in ("in", "into") and entry.kind == "part"):
        j += 1
    elif entry.kind == "edge" and not _ends_directly(r, i, j, hyphen=hyphen):
        return None
    article = r.low[j] == "the"
    k = j + 1 if article else j
    k = k + 1 if r.low[k] in ("'", "’", "‘") and r.low[k + 2] == "s" else k
    article = article or (hyphen and entry.unit == "mid")
    inner = _bare_unit(r, k, article=article, edge=entry.kind == "edge") or r.core(k)
    if inner is None:
        return None
    if entry.unit in _SECOND:
        return inner[0], _sooner_or_later(inner[1], entry.unit)
    found = part_of(inner[1], entry.unit, edge=entry.kind == "edge")
    return None if found is None else (inner[0], found)


_STRETCHES = frozenset(("months", "weeks", "days", "years", "part", "stages"))


def inner(r: Reader, k: int) -> Found:
    """Return what follows "the end of": "the year" is this one."""
    article = r.low[k] == "the"
    k = k + 1 if article else k
    return _bare_unit(r, k, article=article, edge=False) or r.core(k)


def _ends_directly(r: Reader, i: int, j: int, *, hyphen: bool) -> bool:
    """Return whether word *i* needs no "of": "end-2020", "end March", but not "start in May"."""
    return r.low[i] == "end" and (hyphen or r.year(j) > 0 or r.kind(j) == "month")


def _bare_unit(r: Reader, k: int, *, article: bool, edge: bool) -> Found:
    """Return "the year", or "year" after "end of", as this year."""
    unit = r.unit(k)
    if unit in ("year", "month", "week", "quarter", "decade") and (article or edge):
        if r.low[k].endswith("s") or (unit == "year" and (r.year(k + 1) or r.low[k + 1] == "to")):
            return None
        return r.possessive(k + 1), Time(unit)
    return None


def _sooner_or_later(time: Time, part: str) -> Time:
    """Return "earlier this year"; of another year than this one it is the whole year."""
    if time.offset == 0 and time.seen is None and not time.within and time.number == 1:
        return time._replace(part=part)
    return time


def part_of(time: Time, part: str, *, edge: bool) -> Time | None:
    """Return a part of a time; a day has none, and stays as it is."""
    if time.unit is None or time.unit == "day" or time.last is not None or time.part != "whole":
        return None
    if time.snap is not None:
        return None
    time = time._replace(window=False)
    if (time.unit == "week" and time.within) or "-" in time.within or time.fiscal_piece:
        return time
    if time.whole_year and (edge or part == "mid"):
        month = {"early": "01", "mid": "06", "late": "12"}[part]
        side = {"early": "start", "mid": "", "late": "end"}[part] if edge else ""
        return time._replace(within=month, about=True, edge=side)
    side = {"early": "start", "late": "end"}.get(part, "") if edge else ""
    return time._replace(part=part, edge=side)


def read_joined(r: Reader, i: int) -> Found:
    """Return "midyear" or "yearend", of the year behind it or of this one."""
    entry = r.kinds[i]
    assert entry is not None
    return edge_of_unit(r, i + 1, "year", entry.unit)


def edge_of_unit(r: Reader, j: int, unit: str, part: str) -> Found:
    """Return "year-end 2019", "mid-year" or "month-end": word *j* follows it."""
    base: tuple[int, Time] | None = None
    if unit == "year":
        k = j + 1 if r.low[j] in ("of", "in") else j
        if r.year(k) or r.kind(k) == "relative":
            base = r.core(k)
        if base is not None and not base[1].whole_year:
            base = None
    stop, time = base if base is not None else (j, Time(unit))
    found = part_of(time, part, edge=True)
    return None if found is None else (stop, found)


def settled(time: Time, relation: str) -> tuple[Time, str]:
    """
    Return a time and its relation when "the end of 2020" is a bound: by then is by 2020.

    "Before the end of 2020" has the days of "by the end", since the end belongs to the year.
    """
    ends = time.edge == "end" and relation in ("by", "until", "before", "after")
    starts = time.edge == "start" and relation in ("since", "before")
    if not ends and not starts:
        return time, relation
    within = "" if time.part == "whole" else time.within  # A year's end is its December.
    whole = time._replace(within=within, about=False, part="whole", edge="")
    return whole, "by" if ends and relation == "before" else relation
