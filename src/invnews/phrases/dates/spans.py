"""
Spans of two times: "2014-2018", "from January to April this year", "May 3 to June 5".
"""

from datetime import date

from .reader import DASHES, Found, Reader
from .time import Time, months_of

_MONTHS_OF_UNIT = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def spanned(r: Reader, i: int, stop: int, time: Time, *, led: str) -> Found:
    """
    Return the span that begins with a time, or None.

    Args:
        r: The text.
        i: Where the time begins.
        stop: Where the time ends.
        time: The time.
        led: ``from`` or ``between``, when that word leads to it; else empty.
    """
    sign = r.low[stop]
    if led == "between":
        joins = sign in ("and", "to", "through") or sign in DASHES
    elif led == "from":
        joins = sign in ("to", "through", "until", "till", "thru") or sign in DASHES
    else:
        joins = sign in ("to", "through", "thru") or sign in DASHES
    if sign == "-" and r.low[stop + 1 : stop + 3] == ["to", "-"] and r.glued(stop + 1):
        joins, stop, sign = True, stop + 2, "to"
    if sign == "up" and r.low[stop + 1] in ("to", "until"):
        joins, stop = led == "from", stop + 1
    if not joins or time.vague or time.unsaid or time.cue:
        return None
    k = stop + 1
    if r.low[k] in ("date", "now", "present", "today") and sign not in DASHES:
        return _to_date(r, k, time, led)
    if sign in DASHES and led == "" and r.glued(stop) != r.glued(k):
        return None
    if r.low[k] == "the":
        k += 1
    other = r.core(k)
    if other is None or other[1].unit is None or other[1].unsaid or other[1].cue:
        return None
    joined = _join(time, other[1], led=led)
    if joined is None:
        return None
    return _of_fiscal_year(r, other[0], joined) or (other[0], joined)


def _of_fiscal_year(r: Reader, stop: int, time: Time) -> Found:
    """Return "July-May FY18", months of the fiscal year behind them."""
    if not time.open or time.last is not None or r.low[stop] != "fy":
        return None
    found = r.core(stop)
    if found is None or found[1].seen is None or len(found[1].within) != 5:
        return None
    year = found[1].seen.year + (time.within[:2] < found[1].within[:2])
    return found[0], time._replace(seen=date(year, 1, 1), nearest=None, fiscal=True)


def _to_date(r: Reader, k: int, time: Time, led: str) -> Found:
    if led == "" and r.low[k] != "date":
        return None
    nearest = "past" if time.open else time.nearest
    return k + 1, time._replace(to_date=True, nearest=nearest)


def _join(one: Time, two: Time, *, led: str) -> Time | None:
    """Return the span from the first day of one time to the last day of the other."""
    if one.unit == "week" and one.within and not led:
        return None  # Open Monday to Friday: a habit, not a span.
    about = one.about or two.about or one.part != "whole" or two.part != "whole"
    fiscal = one.fiscal or two.fiscal
    if not about and not fiscal:
        found = _pieces(one, two) or _units(one, two)
        if found is not None:
            return found
    if one == Time("day") and two.open:
        two = two._replace(nearest="future")  # From now until June.
    if one.open or (two.open and one.seen is None):
        one = _year_lent(one, two)
        if one.open != two.open or one.unit != two.unit:
            return None
    if two.open and one.seen is not None:
        two = two._replace(seen=one.seen, nearest=None)
    if one.seen is not None and two.seen is not None:
        if not _in_order(one, two):
            return None
    elif not led and (one.seen is None) != (two.seen is None) and one.unit != "year":
        return None
    return one._replace(last=two, about=about, fiscal=fiscal, window=False)


def _in_order(one: Time, two: Time) -> bool:
    assert one.seen is not None
    try:
        first, last = one.days(one.seen)[0], two.days(one.seen)[1]
    except ValueError:
        return False
    return first is not None and last is not None and first <= last


def _year_lent(one: Time, two: Time) -> Time:
    """Return the first time with the year of the second: "Jan to April 2019"."""
    if not one.open or two.unit != one.unit or two.open:
        return one
    back = one.unit == "year" and one.within[:2] > two.within[:2] and two.within != ""
    return _moved(one, two, -1 if back else 0)


def _moved(one: Time, two: Time, by: int) -> Time:
    if two.seen is not None and one.unit == "year":
        return one._replace(seen=two.seen.replace(year=two.seen.year + by), nearest=None)
    if two.seen is None:
        return one._replace(offset=two.offset + by, nearest=two.nearest)
    return one


def _pieces(one: Time, two: Time) -> Time | None:
    """Return pieces of one year or week as one piece: "May and July", "Nov-Feb 2017"."""
    if one.unit != two.unit or one.unit not in ("year", "week"):
        return None
    if not one.within or not two.within or one.last or two.last:
        return None
    ends = (months_of(one.within), months_of(two.within)) if one.unit == "year" else (
        (one.within, one.within), (two.within, two.within))  # fmt: skip
    if ends[0] is None or ends[1] is None:
        return None
    first, last = ends[0][0], ends[1][1]
    if len(first) != len(last):
        return None
    piece = first if first == last else f"{first}/{last}"
    back = first > last
    if one.open and two.open:
        return one._replace(within=piece)
    if one.open:
        return _moved(one._replace(within=piece), two, -1 if back else 0)
    same = (one.seen, one.offset, one.nearest) == (two.seen, two.offset, two.nearest)
    if (two.open or same) and not (back and same):
        return one._replace(within=piece)
    return None


def _units(one: Time, two: Time) -> Time | None:
    """Return whole units in a row: "2014 to 2018", "last year to next year"."""
    if one.unit != two.unit or one.within or two.within or one.unit not in _MONTHS_OF_UNIT:
        return None
    if one.seen is not None and two.seen is not None and one.number == two.number == 1:
        size = 10 if one.unit == "decade" else 1
        count = (two.seen.year - one.seen.year) // size + 1
        return one._replace(number=count) if count > 1 and one.unit in ("year", "decade") else None
    if one.seen is None and two.seen is None and two.offset > one.offset:
        return one._replace(number=two.offset + two.number - one.offset, window=False)
    return None
