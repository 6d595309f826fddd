"""
Weeks in a row up to a day: "the 13 weeks to 28 December", "52 weeks ended 28 December 2024".
"""

from datetime import date, timedelta

from .reader import Found, Reader
from .time import Time, year_of

_ENDED = frozenset(("ended", "ending", "to"))
_FEWEST, _MOST = 4, 53
_PLAIN = 2001
"""A year without a leap day, for a day without a year."""


def ended(r: Reader, i: int, weeks: int) -> Found:
    """Return so many weeks up to the day that "ended", "ending" or "to" at *i* leads to."""
    if r.low[i] not in _ENDED or not _FEWEST <= weeks <= _MOST:
        return None
    k = i + 1
    while r.low[k] in ("on", "the") and k < i + 3:
        k += 1
    found = r.core(k) if r.kind(k) == "month" or r.digits(k) > 0 else None
    if found is None:
        return None
    stop, time = found
    if time.unit != "year" or len(time.within) != 5 or time.within[2] != "-":
        return None
    if time.seen is None and (time.within == "02-29" or not time.open):
        return None
    year = _PLAIN if time.seen is None else time.seen.year
    last = date(year, int(time.within[:2]), int(time.within[3:]))
    first = last - timedelta(7 * weeks - 1)
    pair = f"{first:%m-%d}/{last:%m-%d}"
    if time.seen is not None:
        return stop, year_of(first.year, pair)
    if first <= date(first.year, 2, 28) < last or first <= date(last.year, 2, 28) < last:
        if r.low[i] == "ending":
            return None
        whole = time._replace(nearest="past")  # Its first day depends on the leap years.
        return stop, whole._replace(moved=(0, 1 - 7 * weeks), last=whole)
    return stop, Time(within=pair, nearest="open" if r.low[i] == "ending" else "past")
