"""
Times that begin with an ordinal: "the third quarter of 2018", "first nine months", "first half".
"""

from datetime import date, timedelta

from ...values.edtf_calendar import days_in_month
from . import fiscal, guards, parts
from .fiscal import HALVES, QUARTERS, Period
from .lexicon import words
from .reader import Found, Reader
from .time import Time

LAST = -1


def read(r: Reader, i: int, *, fiscal_year: bool = False) -> Found:
    """Return the time that begins with an ordinal word."""
    number = r.value(i)
    found = of_month(r, i)
    if found is not None:
        return found
    j = r.past_dash(i + 1)
    if r.kind(j) == "fiscal":
        fiscal_year, j = True, r.past_dash(j + 1)
    other = r.past_dash(j + 1)
    if r.low[j] in ("and", "or", "to") and r.kind(other) == "ordinal" and number > 0:
        after = r.past_dash(other + 1)
        found = of_unit(r, after, number, fiscal_year=fiscal_year)
        if found is not None and r.low[after] in ("quarter", "quarters"):
            last = of_unit(r, after, r.value(other), fiscal_year=fiscal_year)
            return _joined(found, last) if last is not None else None
    part = stretch(r, j, number)
    if part is not None:
        return part
    return of_unit(r, j, number, fiscal_year=fiscal_year)


def _joined(first: tuple[int, Time], last: tuple[int, Time]) -> Found:
    """Return "the first and second quarters" as one span."""
    one, two = first[1].within, last[1].within
    if len(one) != 2 or len(two) != 2 or not "33" <= one < two <= "36":
        return None
    months = f"{3 * (int(one) - 33) + 1:02d}/{3 * (int(two) - 32):02d}"
    return first[0], first[1]._replace(within=months)


def of_unit(r: Reader, j: int, number: int, *, fiscal_year: bool = False) -> Found:
    """Return the ordinal part of a year whose unit is word *j*; LAST counts from the end."""
    count = r.count(j)
    size, stop = 1, j
    if count is not None and count.low == count.high and not count.few:
        size, stop = count.low, r.past_dash(count.stop)
    unit = r.unit(stop)
    if size == 1 and r.low[stop + 1] in ("of", "in"):
        if r.kind(stop) == "weekday":
            return _weekday_of(r, stop, number)
        if unit == "day":
            return _day_of(r, stop, number)
    period = _period(unit, number, size)
    if unit in ("day", "week") and number == 1 and size > 1:
        return _first_days(r, stop + 1, size, unit)
    if period is None:
        return _week_of(r, stop + 1, number) if unit == "week" and size == 1 else None
    stop += 1
    if _is_compound(r, stop):
        return None
    base = fiscal.of_year(r, stop)
    if base is not None:
        found = fiscal.piece_of(
            fiscal.year_time(base[1].seen.year, r.country)
            if fiscal_year and base[1].whole_year and base[1].seen
            else base[1],
            period, r.country,
        )  # fmt: skip
        return None if found is None else (base[0], found)
    if not _stands_alone(r, stop, unit, number, size):
        return None
    if fiscal_year:
        return stop, fiscal.fiscal_piece(period, r.country)
    return stop, Time(within=fiscal.code(period), nearest="open")


def _is_compound(r: Reader, stop: int) -> bool:
    """Return whether a unit is part of a longer noun: "second quarter-final", "half-marathon"."""
    k = r.past_dash(stop)
    if k == stop:  # "The second quarter final", but not "the second quarter final dividend".
        return r.low[k].startswith("final") and guards.ends_phrase(r, k + 1)
    named = r.low[k].isalpha() and r.capital(k) and r.low[k] not in words("reporting")
    return r.low[k] in words("unit_compound") or (named and r.low[k] not in _ONWARD)


_ONWARD = frozenset(("end", "to", "ended", "ending", "fy", "period", "year", "on", "over"))


def stretch(r: Reader, j: int, number: int) -> Found:
    """Return "the opening months of 2018" or "the latter part of May": early or late in it."""
    k = j + 1 if r.low[j] in ("few", "several", "couple") else j
    plural = r.low[k] in ("months", "weeks", "days", "years")
    if (
        not (plural or r.low[k] in ("part", "stages"))
        or number not in (1, LAST)
        or r.low[k + 1] != "of"
    ):
        return None
    inner = parts.inner(r, k + 2)
    if inner is None:
        return None
    edge = r.low[k] in ("days", "weeks") and inner[1].whole_year
    found = parts.part_of(inner[1], "early" if number > 0 else "late", edge=edge)
    return None if found is None else (inner[0], found)


def _first_days(r: Reader, j: int, size: int, unit: str) -> Found:
    """Return "the first 20 days of October" or "the first two weeks of 2021"."""
    base = r.core(j + 1) if r.low[j] in ("of", "in") else None
    if base is None:
        return None
    time = base[1]
    if time.whole_year and time.seen is not None and not time.fiscal and size <= 300:
        if unit == "week":
            weeks = Time("week", number=size, seen=date(time.seen.year, 1, 4))
            return (base[0], weeks) if size <= 52 else None
        last_day = date(time.seen.year, 1, 1) + timedelta(size - 1)
        return base[0], time._replace(within=f"01-01/{last_day:%m-%d}")
    days = size * (7 if unit == "week" else 1)
    if days > 28:
        return None
    if time.unit == "month" and not time.within and time.number == 1:
        return base[0], time._replace(within=f"01/{days:02d}")
    if time.unit != "year" or len(time.within) != 2 or time.within > "12":
        return None
    return base[0], time._replace(within=f"{time.within}-01/{time.within}-{days:02d}")


def _period(unit: str, number: int, size: int) -> Period | None:
    """Return the months of the ordinal quarter, half, month or months of a year."""
    months = {"quarter": 3, "half": 6, "month": 1}.get(unit, 0) * size
    if not 0 < months < 12 or number == 0:
        return None
    if number == LAST:
        return Period(12 - months, months)
    if size > 1:
        return Period(0, months) if number == 1 else None
    if unit == "month":
        return Period(number - 1, 1) if number <= 12 else None
    return (QUARTERS if unit == "quarter" else HALVES).get(number)


def _stands_alone(r: Reader, stop: int, unit: str, number: int, size: int) -> bool:
    """Return whether it is a time without a year: not "the first half of the loan"."""
    if r.low[stop] == "of" or number == LAST:
        return unit == "quarter" and size == 1 and r.low[stop] != "of"
    if unit == "month":
        return size >= 3 and number == 1 and r.low[stop] not in ("after", "since", "following")
    return True


def of_month(r: Reader, i: int) -> Found:
    """Return "the first of March", word *i* being the ordinal."""
    month = r.kind(i + 2) == "month" and r.low[i + 1] == "of" and r.value(i) > 0
    if month and r.low[i + 2] in ("march", "may") and not r.capital(i + 2):
        return i + 3, Time(within=f"{r.value(i + 2):02d}-{r.value(i):02d}", nearest="open")
    found = r.core(i + 2) if month else None
    if found is None or len(found[1].within) != 2:
        return None
    return found[0], found[1]._replace(within=f"{found[1].within}-{r.value(i):02d}")


def _day_of(r: Reader, stop: int, number: int) -> Found:
    """Return "the last day of October 2015" or "the third day of next month"."""
    base = r.core(stop + 2)
    if base is None or base[1].unit not in ("year", "month") or base[1].last is not None:
        return None
    time = base[1]
    if time.unit == "month" and not time.within and number > 0:
        return base[0], time._replace(within=f"{number:02d}")
    if time.unit != "year" or len(time.within) != 2 or time.within > "12":
        return None
    last = days_in_month(time.seen.year if time.seen else 2001, int(time.within))
    day = number if number > 0 else last + 1 + number
    return (base[0], time._replace(within=f"{time.within}-{day:02d}")) if 0 < day <= last else None


def _weekday_of(r: Reader, stop: int, number: int) -> Found:
    """Return "the third Tuesday of September 2014" or "the first Monday of the month"."""
    base = parts.inner(r, stop + 2)
    if base is None or base[1].last is not None or number == 0 or number > 5:
        return None
    time = base[1]
    month = time.unit == "year" and len(time.within) == 2 and time.within <= "12"
    if not month and (time.unit != "month" or time.within or time.number != 1):
        return None
    if time.part != "whole" or time.snap is not None:
        return None
    return base[0], time._replace(snap=(r.value(stop), number))


def _week_of(r: Reader, stop: int, number: int) -> Found:
    """Return "the first week of May", seven days of the month."""
    base = r.core(stop + 1) if r.low[stop] == "of" else None
    if base is None or number > 5:
        return None
    if base[1].whole_year and base[1].seen is not None and not base[1].fiscal:
        day = date(base[1].seen.year, 1, 4) if number > 0 else date(base[1].seen.year, 12, 28)
        return base[0], Time("week", number - 1 if number > 0 else 0, seen=day)
    if number > 4:
        return None
    if base[1].unit == "month" and not base[1].within and number > 0:
        return base[0], base[1]._replace(within=f"{7 * number - 6:02d}/{7 * number:02d}")
    if base[1].unit != "year" or len(base[1].within) != 2:
        return None
    month = base[1].within
    if month > "12":
        return None
    year = base[1].seen.year if base[1].seen else 2001
    last = 7 * number if number > 0 else days_in_month(year, int(month))
    piece = f"{month}-{last - 6:02d}/{month}-{last:02d}"
    return base[0], base[1]._replace(within=piece)


def short(r: Reader, i: int) -> tuple[int, str] | None:
    """Return the quarter or half after a year: "2018 third quarter", "2016 first half"."""
    if r.kind(i) != "ordinal":
        return None
    j = r.past_dash(i + 1)
    period = _period(r.unit(j), r.value(i), 1)
    if period is None or r.unit(j) == "month":
        return None
    return j + 1, fiscal.code(period)
