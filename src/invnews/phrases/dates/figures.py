"""
Times that begin with digits: years, numeric dates, "1 July 2020", "3Q18", "the 1980s".
"""

from datetime import date

from ...values.edtf_calendar import days_in_month
from . import fiscal, guards, letters, months, ordinals, units
from .reader import DASHES, Found, Reader
from .time import Time, year_of

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_MONTH_FIRST = frozenset(("US", "PH", "FM", "MH", "PW", "GU", "PR", "AS", "VI", "MP", "UM"))
"""Where 3/4/2020 is 4 March; Canada and Kenya write both. Source: CLDR short date formats."""
_EITHER = frozenset(("CA", "KE", "GH", "ZA"))


def read(r: Reader, i: int) -> Found:
    """Return the time that begins with the digits at *i*."""
    if r.glued(i) and r.low[i - 1] not in DASHES and r.low[i - 1] not in ("(", "[", "/", "'", '"',
                                                                        "‘", "’", "“", ":", ";"):  # fmt: skip
        return None
    size = len(r.low[i])
    if size == 2 and r.low[i - 1] in ("'", "’", "‘") and r.low[i + 1] != "s":
        return _short_year(r, i)
    if size == 2 and r.low[i + 1] == "s" and r.glued(i + 1) and _ends(r, i + 2):
        return _short_decade(r, i)
    if size == 4:
        return _year_first(r, i)
    if size > 2:
        return units.read_count(r, i) if size == 3 else None
    return (
        _numeric(r, i)
        or _ordinal(r, i)
        or _without_year(r, i)
        or months.day_first(r, i)
        or letters.figure_first(r, i)
        or units.read_count(r, i)
    )


def _year_first(r: Reader, i: int) -> Found:
    """Return an ISO date, a span of years, a decade or a year."""
    year = r.year(i)
    if not year:
        return _far_year(r, i)
    if guards.is_numbered(r, i):
        return None
    found = _iso(r, i, year)
    if found:
        return found
    found = _two_years(r, i, year)
    if found:
        return found
    if r.low[i + 1] == "s" and r.glued(i + 1):
        return (i + 2, decade(year)) if year % 10 == 0 else None
    if r.low[i + 1] in ("fiscal", "financial") and r.low[i + 2] == "year":
        return i + 3, fiscal.year_time(year, r.country)
    after = r.possessive(i + 1)
    piece = letters.short_piece(r, i + 1) or ordinals.short(r, after)
    if piece is not None:
        return piece[0], year_of(year, piece[1])
    if not guards.is_year(r, i):
        return None
    return after, year_of(year)


def _short_year(r: Reader, i: int) -> Found:
    """Return "in '08", a year of two digits."""
    if not r.glued(i) or r.low[i - 2] not in _SHORT_LEADS or not guards.ends_phrase(r, i + 1):
        return None
    if r.low[i + 1] in ("'", "’", "%") and r.glued(i + 1):
        return None
    short = int(r.low[i])
    return i + 1, year_of(2000 + short if short < 70 else 1900 + short)


_SHORT_LEADS = frozenset(("in", "since", "of", "by", "until", "from", "before", "after", "to"))


def _ends(r: Reader, stop: int) -> bool:
    """Return whether digits end at *stop*: no further sign and digit is joined to them."""
    if not r.glued(stop) or not r.low[stop]:
        return True
    if r.low[stop].isalnum():
        return r.low[stop] == "t"  # A date-time.
    return not (r.low[stop] in ("-", "/", ".", ",") and r.glued(stop + 1)
                and r.digits(stop + 1, 9) >= 0)  # fmt: skip


def decade(year: int) -> Time:
    """Return a decade, such as the 1980s; 1900 and 2000 stand for their first ten years."""
    return Time("decade", seen=date(year, 1, 1))


def _far_year(r: Reader, i: int) -> Found:
    """Return a year before 1900 or after 2099, which only "in", "since" or "by" make one."""
    year = int(r.low[i])
    if not 1500 <= year < 2200 or r.low[i - 1] not in _FAR:
        return None
    if r.glued(i + 1) and (r.low[i + 1] not in (".", ",", ";", ":", ")") or r.glued(i + 2)):
        return None
    return (i + 1, year_of(year)) if guards.ends_phrase(r, i + 1) else None


_FAR = frozenset(("in", "since", "by", "until", "circa", "founded", "established"))


def _short_decade(r: Reader, i: int) -> Found:
    """Return "the '90s" or "the late 90s"; "in the 90s" may be degrees."""
    number = int(r.low[i])
    told = r.low[i - 1] in ("'", "’", "‘") or r.kind(i - 1) == "part" or r.low[i - 1] in DASHES
    if number % 10 or not told:
        return None
    return i + 2, decade(1900 + number if number >= 30 else 2000 + number)


def _iso(r: Reader, i: int, year: int) -> Found:
    """Return 2020-07-01, 2020/7/1, 2020.07.01 or 2020-07."""
    sign = r.low[i + 1]
    if sign not in ("-", "/", ".") or not r.glued(i + 1) or not r.glued(i + 2):
        return None
    month = r.digits(i + 2)
    if not 1 <= month <= 12:
        return None
    if r.low[i + 3] == sign and r.glued(i + 3) and r.glued(i + 4):
        day = r.digits(i + 4)
        stop = i + 5
        if 1 <= day <= days_in_month(year, month) and _ends(r, stop):
            return stop, year_of(year, f"{month:02d}-{day:02d}")
        return (stop, Time(unsaid=True)) if 28 < day <= 31 and _ends(r, stop) else None
    long = len(r.low[i + 2]) == 2
    if sign == "-" and long and month <= year % 100 and _ends(r, i + 3):
        return i + 3, year_of(year, f"{month:02d}")
    return None


def _two_years(r: Reader, i: int, year: int) -> Found:
    """Return 2014-18, 2018/19 or 2019-2020 written without blanks."""
    sign = r.low[i + 1]
    if not (sign in DASHES or sign == "/") or not r.glued(i + 1) or not r.glued(i + 2):
        return None
    if r.glued(i) and r.low[i - 1] in DASHES and r.digits(i - 2, 9) >= 0:
        return None  # A number of a telephone.
    last = r.year(i + 2)
    if not last and len(r.low[i + 2]) == 2 and r.digits(i + 2) > year % 100:
        last = year - year % 100 + r.digits(i + 2)
    if not last and year % 100 == 99 and r.low[i + 2] == "00":
        last = year + 1
    if last <= year or (sign == "/" and last != year + 1):
        return None
    stop = i + 3
    if r.low[stop] and r.glued(stop) and (r.low[stop].isalnum() or r.low[stop] in DASHES):
        return None
    if last == year + 1 and (sign == "/" or len(r.low[i + 2]) == 2):
        named = r.low[stop] in ("fiscal", "financial", "tax") and r.low[stop + 1] == "year"
        stop = stop + 2 if named else stop
        settled = fiscal.two_years(year, r.country)
        if settled is not None:
            return stop, settled
        if sign == "/" or named:
            return stop, Time(number=2, seen=date(year, 1, 1), fiscal=True)
    return stop, Time(number=last - year + 1, seen=date(year, 1, 1))


def _numeric(r: Reader, i: int) -> Found:
    """Return 8/17/2020, 17.8.2020 or 17-08-20, in the order of the country or as it must be."""
    sign = r.low[i + 1]
    if sign not in ("/", ".", "-") or r.low[i + 3] != sign:
        return None
    if not all(r.glued(k) for k in range(i + 1, i + 5)):
        return None
    if sign == "-" and r.glued(i) and r.low[i - 1] in DASHES and r.digits(i - 2, 9) >= 0:
        return None  # A longer number in groups.
    one, two = r.digits(i), r.digits(i + 2)
    year = r.year(i + 4)
    stop = i + 5
    if not year and sign != "." and len(r.low[i + 4]) == 2 and r.digits(i + 4) >= 0:
        year = 2000 + r.digits(i + 4) if r.digits(i + 4) < 70 else 1900 + r.digits(i + 4)
    joined = sign == "/" and r.low[stop] in DASHES and r.low[stop + 2] == "/"
    if not year or one < 1 or two < 1 or not (joined or _ends(r, stop)):
        return None
    ways = {
        (month, day)
        for month, day in ((one, two), (two, one))
        if month <= 12 and day <= days_in_month(year, month)
    }
    if len(ways) > 1 and sign == ".":
        ways = {(two, one)}
    if len(ways) > 1 and r.country is not None and r.country not in _EITHER:
        ways = {(one, two) if r.country in _MONTH_FIRST else (two, one)}
    if not ways:
        lacking = r.year(i + 4) and min(one, two) <= 12 and max(one, two) <= 31
        return (stop, Time(unsaid=True)) if lacking else None
    if len(ways) > 1:
        return stop, Time(unsaid=True)
    month, day = next(iter(ways))
    return stop, year_of(year, f"{month:02d}-{day:02d}")


def _without_year(r: Reader, i: int) -> Found:
    """Return 10/1 after "on", "from" or "to", in the order of a country that is known."""
    if r.low[i + 1] != "/" or not r.glued(i + 1) or not r.glued(i + 2) or not _ends(r, i + 3):
        return None
    one, two = r.digits(i), r.digits(i + 2)
    if r.low[i - 1] not in _DAY_LEADS or r.country is None or r.country in _EITHER:
        return None
    month, day = (one, two) if r.country in _MONTH_FIRST else (two, one)
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(2000, month)):
        return None
    if r.low[i + 3] == "/" or not guards.is_day(r, i + 3):
        return None
    return i + 3, Time(within=f"{month:02d}-{day:02d}", nearest="open")


_DAY_LEADS = frozenset(("on", "from", "to", "until", "by", "since", "between", "through", "dated"))


def _ordinal(r: Reader, i: int) -> Found:
    """Return "3rd quarter of 2018" or "20th of next month"."""
    if r.low[i + 1] not in _SUFFIXES or not r.glued(i + 1):
        return None
    number = int(r.low[i])
    found = months.day_first(r, i)
    if found:
        return found
    if r.low[i + 2] == "of":
        inner = r.core(i + 3)
        whole = inner is not None and inner[1].unit == "month" and not inner[1].within
        if inner is not None and whole and 1 <= number <= 31 and inner[1].number == 1:
            return inner[0], inner[1]._replace(within=f"{number:02d}")
        return None
    after = r.past_dash(i + 2)
    alone = r.low[max(i - 2, 0) : i] == ["on", "the"] and guards.ends_phrase(r, i + 2)
    if alone and 1 <= number <= 31:
        return i + 2, Time("month", within=f"{number:02d}", nearest="open")
    if r.low[after] == "century" and 18 <= number <= 21:
        return after + 1, Time("decade", number=10, seen=date(number * 100 - 100, 1, 1))
    return ordinals.of_unit(r, after, number)
