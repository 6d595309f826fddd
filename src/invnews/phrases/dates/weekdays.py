"""
Times with the name of a weekday: "Monday (Feb 9)", "Friday week", "Tuesday of last week".
"""

from datetime import date

from ...values import PartialDate
from ...values.edtf_calendar import days_in_month
from . import guards, months, relatives
from .reader import Found, Reader
from .time import Time

_DAYTIMES = frozenset(("morning", "afternoon", "evening", "night", "close", "open"))
_YEARS_AWAY = 2
"""How far the year of a day may be that its weekday settles; beyond it the weekday is a slip."""


def read_weekday(r: Reader, i: int) -> Found:
    """Return the time that begins with a weekday, with the date in brackets or after it."""
    if not guards.is_weekday(r, i):
        return None
    j = r.possessive(months.past_dot(r, i + 1))
    if r.low[j] in _DAYTIMES and r.low[j - 1] != ".":
        j += 1
    inner = _date_beside(r, j)
    if inner is not None:
        return inner[0], inner[1]._replace(weekday=r.value(i)) if inner[1].open else inner[1]
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


def with_year(time: Time, published: date | PartialDate | None) -> Time:
    """Return a day with the year, of those around publication, in which its weekday fits."""
    open_year = time.nearest is not None and time.seen is None and time.offset == 0
    if not time.weekday or published is None or not open_year:
        return time
    if isinstance(published, PartialDate):
        first, last = published.earliest, published.latest
    else:
        first = last = published
    if first is None or last is None or first.year != last.year:
        return time
    day = _fitting(time, first)
    if day is None or day != _fitting(time, last):
        return time
    if time.settled and time.days(first)[0] == time.days(last)[0] == day:
        return time
    return time._replace(offset=day.year - first.year, nearest=None)


def _fitting(time: Time, published: date) -> date | None:
    """Return the day nearest to another one that is the weekday beside it."""
    days = []
    for year in range(published.year - _YEARS_AWAY, published.year + _YEARS_AWAY + 1):
        month, number = int(time.within[:2]), int(time.within[3:5])
        if 1 <= year <= 9999 and number <= days_in_month(year, month):
            days.append(date(year, month, number))
    fitting = [day for day in days if day.isoweekday() == time.weekday]
    return min(fitting, key=lambda day: abs(day - published), default=None)
