"""
Times that begin with a number of units or with a unit: "two years ago", "year to March 2020".
"""

import re
from datetime import date

from . import parts, relatives, weeks
from .reader import Count, Found, Reader
from .time import Time, year_of

_AGO = frozenset(("ago", "earlier", "previously"))
_ENDED = frozenset(("ended", "ending", "to", "through", "until", "till"))
PLAIN_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_DAYS = {("after", "tomorrow"): 2, ("before", "yesterday"): -2}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def read_count(r: Reader, i: int) -> Found:
    """Return "three months ago", "six months ended June 30", "in five to 10 years"."""
    count = r.count(i)
    if count is None:
        return None
    j = count.stop
    if r.low[j] == "more" or r.low[j] in ("calendar", "full", "whole"):
        j += 1
    if r.low[j] in ("next", "coming", "upcoming", "past", "last") and r.unit(j + 1):
        return relatives.several(r, j, j + 1, count.high, few=count.few)
    unit = r.unit(j)
    if r.low[j] in ("fortnight", "fortnights") and not count.few:
        double = Count(j + 1, 2 * count.low, 2 * count.high)
        return _away(r, j + 1, "week", double) or _coming(r, i, j + 1, "week", double)
    if r.low[j] == "-" and r.unit(j + 1) and r.low[j + 2] in ("period", "periods"):
        return _ended_period(r, j + 3, r.unit(j + 1), count)
    if not unit:
        return None
    if count.few and r.low[i] in ("few", "many") and r.low[i - 1] == "very":
        return None
    stop = j + 1
    return (
        _away(r, stop, unit, count)
        or _moved(r, i, stop, unit, count)
        or _ended_period(r, stop, unit, count)
        or _coming(r, i, stop, unit, count)
    )


def _away(r: Reader, stop: int, unit: str, count: Count) -> Found:
    """Return a time so many units ago or from now."""
    low = r.low[stop]
    if low in ("'", "’"):
        after = stop + 2 if r.low[stop + 1] == "s" else stop + 1
        if r.low[after] == "time":
            return after + 1, _at(unit, count, 1)
        return None
    if low in _AGO or (low == "-" and r.low[stop + 1] == "ago"):
        end = stop + 1 if low in _AGO else stop + 2
        same = r.low[end] == "this" and r.low[end + 1] == "month" and unit == "year"
        if same and not count.few and count.low == count.high:
            return end + 2, Time("month", -12 * count.low)
        return end, _at(unit, count, -1)
    if low == "from" and r.low[stop + 1] in ("now", "today"):
        return stop + 2, _at(unit, count, 1)
    if low == "hence":
        return stop + 1, _at(unit, count, 1)
    return None


def _moved(r: Reader, i: int, stop: int, unit: str, count: Count) -> Found:
    """Return "two weeks before Christmas": a day counted from another one that is named."""
    sign = {"after": 1, "before": -1, "from": 1}.get(r.low[stop], 0)
    size = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}.get(unit)
    if not sign or size is None or count.few or count.low != count.high:
        return None
    if r.low[i - 1] in _SPREAD or (r.low[stop] == "from" and r.low[stop + 1] != "tomorrow"):
        return None
    found = r.core(stop + 1)
    if found is None or found[1].last is not None or found[1].part != "whole":
        return None
    time = found[1]
    day = (PLAIN_DAY.fullmatch(time.within) and time.unit == "year") or (
        time.number == 1 and (time.unit == "day" or (time.unit == "week" and len(time.within) == 1))
    )  # fmt: skip
    if not day or time.snap is not None or time.moved is not None:
        return None
    by = sign * count.low
    return found[0], time._replace(moved=(by * size[0], by * size[1]))


_SPREAD = frozenset(
    ("the", "for", "in", "within", "over", "than", "during", "of", "first", "least")
)
"""What leads to a stretch of time, not to its end: "in the two weeks after May 3"."""


def _at(unit: str, count: Count, sign: int) -> Time:
    """Return the unit so many units away; of a decade the year, about."""
    if count.few:
        return Time(None, sign, vague=True)
    low, high = sorted((sign * count.low, sign * count.high))
    if unit == "decade":
        return Time("year", 10 * low, 10 * (high - low) + 1, about=True)
    return Time(unit, low, high - low + 1)


def _ended_period(r: Reader, stop: int, unit: str, count: Count) -> Found:
    """Return "the three months ended June 30", "12 months to March 2020"."""
    if unit in ("year", "decade") and r.low[stop] in _ENDED and r.year(stop + 1):
        years = count.low * (10 if unit == "decade" else 1)
        last = r.year(stop + 1)
        if 1 < years <= 100 and not count.few:
            return stop + 2, Time(number=years, seen=date(last - years + 1, 1, 1))
    if unit == "week" and not count.few and count.low == count.high:
        return weeks.ended(r, stop, count.low)
    months = _MONTHS.get(unit, 0) * count.low
    if not 1 < months <= 36 or count.few or count.low != count.high:
        return None
    return ended(r, stop, months)


def ended(r: Reader, i: int, months: int) -> Found:
    """Return so many months up to the end of the month that "ended", "to" or "ending" names."""
    if r.low[i] not in _ENDED or months > 12:
        return None
    k = i + 1
    while r.low[k] in ("on", "the", "in", "end", "late", "-", "of") and k < i + 5:
        k += 1
    if r.kind(k) != "month" and r.digits(k) < 1:
        return None
    found = r.core(k)
    if found is None or found[1].unit != "year" or found[1].part != "whole":
        return None
    stop, time = found
    within = time.within
    if months == 0 and "/" not in within:
        return stop, time
    if "/" in within or not within or within[:2] > "12" or (within[3:] and int(within[3:]) < 28):
        return None
    month = int(within[:2])
    first = (month - months) % 12 + 1
    pair = f"{first:02d}/{month:02d}"
    if time.seen is not None:
        return stop, year_of(time.seen.year - (first > month), pair)
    if time.open:
        if r.low[i] == "ending":
            return stop, Time(within=pair, nearest="open")
        return stop, Time(offset=-1, within=pair, nearest="past")
    return stop, Time(offset=time.offset - (first > month), within=pair)


def _coming(r: Reader, i: int, stop: int, unit: str, count: Count) -> Found:
    """Return "within six months" and "in five years", which the words before it make a date."""
    before = r.low[i - 1]
    if before in ("about", "around") or (before == "next" and r.low[i - 2] == "the"):
        before = r.low[i - 2]
    if before not in ("within", "in") or r.low[stop] in ("of", "after", "following", "before"):
        return None
    if r.low[stop] in ("'", "’", "-"):
        return None
    high, last = count.high, unit
    if r.low[stop] in ("to", "or"):
        more = r.count(stop + 1)
        if more is not None and r.unit(more.stop):
            high, last, stop = more.high, r.unit(more.stop), more.stop + 1
    if before == "within":
        return stop, Time(None, 1, vague=True) if count.few else Time(last, 1, high, window=True)
    if count.few:
        return stop, Time(None, 1, vague=True, cue=True)
    if last != unit:
        return stop, Time(last, 1, high, window=True, cue=True)
    return stop, _at(unit, Count(stop, count.low, high), 1)._replace(cue=True)


def read(r: Reader, i: int) -> Found:
    """Return the time that begins with the name of a unit."""
    unit = r.unit(i)
    if r.low[i] == "day" and (r.low[i + 1], r.low[i + 2]) in _DAYS:
        return i + 3, Time("day", _DAYS[r.low[i + 1], r.low[i + 2]])
    j = r.past_dash(i + 1)
    if r.low[j : j + 2] == ["after", "next"] and unit != "day":
        return j + 2, Time(unit, 2)
    if r.low[i].endswith("s"):
        counted = r.low[i - 1][-1:].isdigit() or r.low[i - 1] in ("million", "billion", "thousand")
        return None if r.low[j] != "ago" or counted else (j + 1, Time(None, -1, vague=True))
    if unit == "year" and r.low[max(i - 2, 0) : i] == ["within", "the"]:
        return i + 1, Time(part="after")
    if unit == "half" and r.low[j] == "year":
        i, j = j, r.past_dash(j + 1)
    if r.low[j] == "to" and r.low[r.past_dash(j + 1)] == "date":
        return r.past_dash(j + 1) + 1, Time(unit, part="before")
    if r.low[j : j + 2] == ["so", "far"] and unit != "day":
        return j + 2, Time(unit, part="before")
    if r.low[j] == "end" and r.low[j + 1] not in ("of", "user", "users"):
        return parts.edge_of_unit(r, j + 1, unit, "late")
    if r.low[j] in ("'", "’") and r.low[j + 1] == "s" and r.low[j + 2] == "end":
        return parts.edge_of_unit(r, j + 3, unit, "late")
    if unit == "decade" and r.low[j] in _ENDED and r.year(j + 1):
        return j + 2, Time(number=10, seen=date(r.year(j + 1) - 9, 1, 1))
    if unit == "week":
        return _week(r, i + 1) or _week_ended(r, i + 1) or _week_of(r, i + 1)
    if unit == "year":
        if r.year(i + 1):
            return _year(r, i + 1)
        if r.low[j] in ("ago", "earlier") and j > i + 1:
            return j + 1, Time(offset=-1)
    months = _MONTHS.get(unit, 0)
    return ended(r, i + 1, months) if months > 1 else None


def _year(r: Reader, i: int) -> Found:
    """Return "year 2008"; with "fiscal" or a span it is more than that."""
    found = r.readers["digits"](r, i)
    return found or (i + 1, year_of(r.year(i)))


def _week_ended(r: Reader, i: int) -> Found:
    """Return "the week ended June 22", the seven days up to it."""
    found = ended(r, i, 0)
    if found is None or found[1].within[2:3] != "-" or int(found[1].within[3:]) < 7:
        return None
    within = found[1].within
    return found[0], found[1]._replace(within=f"{within[:3]}{int(within[3:]) - 6:02d}/{within}")


def _week_of(r: Reader, i: int) -> Found:
    """Return "the week of October 6", that holds the day; "beginning" leads to its first day."""
    if r.low[i] not in ("of", "beginning", "starting", "commencing"):
        return None
    found = r.core(i + 2 if r.low[i + 1] == "on" else i + 1)
    if found is None or found[1].unit != "year" or not PLAIN_DAY.fullmatch(found[1].within):
        return None
    return found[0], found[1]._replace(snap=(0, 0) if r.low[i] == "of" else (0, 7))


def _week(r: Reader, i: int) -> Found:
    """Return "week 3 of 2027", an ISO week; "week of May 3" is the day's."""
    number = r.digits(i)
    k = i + 2 if r.low[i + 1] in ("of", ",", "in") else i + 1
    if 1 <= number <= 53 and r.year(k):
        return k + 1, Time("week", number - 1, seen=date(r.year(k), 1, 4))
    return None
