"""
Times with the name of a weekday: "Monday (Feb 9)", "Friday week", "Tuesday of last week".
"""

from . import guards, months, relatives
from .reader import Found, Reader
from .time import Time

_DAYTIMES = frozenset(("morning", "afternoon", "evening", "night", "close", "open"))


def read_weekday(r: Reader, i: int) -> Found:
    """Return the time that begins with a weekday, with the date in brackets or after it."""
    if not guards.is_weekday(r, i):
        return None
    j = r.possessive(months.past_dot(r, i + 1))
    if r.low[j] in _DAYTIMES and r.low[j - 1] != ".":
        j += 1
    inner = _date_beside(r, j)
    if inner is not None:
        return inner
    day = str(r.value(i))
    k = j + 1 if r.low[j] == "of" else j
    k = k + 1 if r.low[k] == "the" else k
    if r.kind(k) == "relative" and r.unit(k + 1) == "week":
        offset = relatives.offset_of(r, k)
        if offset is not None:
            return k + 2, Time("week", offset, within=day)
    if r.low[j] == "week" and guards.ends_phrase(r, j + 1) and r.low[j + 1] not in ("of", "to"):
        return j + 1, Time("week", 2, within=day, nearest="future")  # Friday week.
    if r.low[j : j + 2] == ["after", "next"]:
        return j + 2, Time("week", 2, within=day, nearest="future")
    return j, Time("week", within=day, nearest="open")


def _date_beside(r: Reader, j: int) -> Found:
    """Return the date of "(Feb 9)", ", 9 February 2026" or "Feb 9" after a weekday."""
    bracket = r.low[j] == "("
    k = j + 1 if r.low[j] in (",", "(") else j
    k = k + 1 if r.low[k] == "the" else k
    inner = None
    if r.kind(k) == "month":
        inner = months.read_month(r, k)
    elif r.digits(k) > 0:
        inner = months.day_first(r, k)
        if inner is None and bracket:
            inner = r.readers["digits"](r, k)
    if inner is None or "-" not in inner[1].within or "/" in inner[1].within:
        return None
    if bracket:
        return (inner[0] + 1, inner[1]) if r.low[inner[0]] == ")" else None
    return inner
