"""
Fiscal years and the periods of a year: "FY2019", "fiscal 2016", "2018-19".

Source: tables/date_fiscal_years.tsv. Where it has no line for the country, or no country is
known, a fiscal year is taken for the calendar year, and says by its flag that it may differ.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from ...values.edtf_calendar import days_in_month
from ..table import rows
from . import guards
from .reader import DASHES, Found, Reader
from .time import Time, year_of


class Period(NamedTuple):
    """Some months in a row of a year: *first* counts from 0."""

    first: int
    months: int


QUARTERS = {n: Period(3 * n - 3, 3) for n in range(1, 5)}
HALVES = {n: Period(6 * n - 6, 6) for n in range(1, 3)}


@cache
def _years() -> dict[str, tuple[int, bool]]:
    """Return by country in which month its fiscal year begins, and if that year names it."""
    return {
        country: (int(month), label == "start")
        for country, month, label in rows("date_fiscal_years")
    }


def code(period: Period) -> str:
    """Return a period of the calendar year as the piece of a date."""
    first, months = period
    if months == 12:
        return ""
    if months == 1:
        return f"{first + 1:02d}"
    if months == 3 and first % 3 == 0:
        return f"{33 + first // 3}"
    if months == 6 and first % 6 == 0:
        return f"{40 + first // 6}"
    return f"{first + 1:02d}/{first + months:02d}"


def year_time(label: int, country: str | None) -> Time:
    """Return the fiscal year that is called by the year *label*."""
    if country not in _years():
        return year_of(label, fiscal=True)
    start, by_start = _years()[country]
    return _from_month(label if by_start else label - 1, start, Period(0, 12))


def two_years(first: int, country: str | None) -> Time | None:
    """Return the fiscal year 2018-19; None where the country has none of its own."""
    if country not in _years():
        return None
    return _from_month(first, _years()[country][0], Period(0, 12))


def _from_month(year: int, start: int, period: Period) -> Time:
    """Return a period counted from a month of a year, as a piece of the year it begins in."""
    over, month = divmod(start - 1 + period.first, 12)
    last = (month + period.months - 1) % 12
    within = f"{month + 1:02d}/{last + 1:02d}" if period.months > 1 else f"{month + 1:02d}"
    return year_of(year + over, within, fiscal=True)


def relative_year(offset: int, country: str | None) -> Time:
    """Return the current fiscal year, the last or the next one."""
    if country not in _years():
        return Time(offset=offset, fiscal=True)
    start = _years()[country][0]
    within = f"{start:02d}/{(start + 10) % 12 + 1:02d}"
    return Time(offset=offset, within=within, nearest="future" if offset > 0 else "past",
                fiscal=True)  # fmt: skip


def piece_of(base: Time, period: Period, country: str | None) -> Time | None:
    """Return a period of a year, a fiscal year or a decade; None when it has none."""
    if base.whole_year:
        return base._replace(within=code(period))
    if base.fiscal and country in _years() and len(base.within) == 5:
        start = int(base.within[:2])
        if base.seen is not None:
            return _from_month(base.seen.year, start, period)
        return Time(
            offset=base.offset, fiscal=True, fiscal_piece=(start, period.first, period.months)
        )
    if base.unit == "decade" and base.seen is not None and period.months == 6:
        return Time(number=5, seen=date(base.seen.year + 5 * (period.first // 6), 1, 1))
    return _half_month(base, period) if period.months == 6 else None


def _half_month(base: Time, period: Period) -> Time | None:
    """Return the first fifteen days of a month, or those after them when their number is known."""
    month = base.within
    if base.unit == "month" and not month and base.number == 1 and period.first == 0:
        return base._replace(within="01/15")
    if base.unit != "year" or len(month) != 2 or month > "12":
        return None
    last = days_in_month(base.seen.year if base.seen else 2001, int(month))
    days = ("01", "15") if period.first == 0 else ("16", str(last))
    return base._replace(within=f"{month}-{days[0]}/{month}-{days[1]}")


def fiscal_piece(period: Period, country: str | None) -> Time:
    """Return "the fiscal third quarter" of no named year."""
    if country not in _years():
        return Time(within=code(period), nearest="open", fiscal=True)
    found = _from_month(2000, _years()[country][0], period)
    return found._replace(seen=None, nearest="open")


def _by_letter(r: Reader, k: int) -> bool:
    """Return whether the year at *k* is joined to the letter of a report."""
    if r.low[k - 1] in ("q", "h", "m"):
        return True
    after = r.low[k + 1] if r.glued(k + 1) else ""
    return r.low[k - 1] == "-" and r.low[k - 3] in ("q", "h") and not after.isalnum()


def of_year(r: Reader, j: int) -> Found:
    """Return the year after "the third quarter": "of 2018", "this year", "of fiscal 2019"."""
    k = j
    if r.low[k] in ("of", "in", "for", ",", "-", "/"):
        k += 1
    if r.low[k] == "the":
        k += 1
        if r.low[k] == "year" and r.low[k + 1] not in ("2", "to", "ended", "ending"):
            return k + 1, Time()
    if r.low[k] in ("full", "calendar"):
        k = r.past_dash(k + 1)
    if r.low[k] == "year" and r.year(k + 1):
        k += 1
    if r.year(k) and r.glued(k) and _by_letter(r, k):
        return k + 1, year_of(r.year(k))  # 3Q2018, Q3-2018.
    if r.year(k):
        found = r.readers["digits"](r, k)
        whole = found is not None and found[1].seen is not None and (
            found[1].whole_year or found[1].fiscal or found[1].unit == "decade"
        )  # fmt: skip
        return found if whole else None
    if r.low[k] in ("'", "’") and r.digits(k + 1) >= 0 and len(r.low[k + 1]) == 2:
        return k + 2, year_of(2000 + r.digits(k + 1))
    if r.low[k] == "fy":
        return label(r, k + 1)
    if r.kind(k) == "fiscal":
        return r.core(k)
    if r.kind(k) in ("relative", "month"):
        found = r.core(k)
        month = r.low[j] == "of" and found is not None and (
            r.kind(k) == "month" or (found[1].unit == "month" and not found[1].within)
        )  # fmt: skip
        if found is not None and (found[1].whole_year or found[1].fiscal or month):
            return found
    if r.kind(k) == "unit" and r.low[k] == "decade" and r.low[k - 1] == "the":
        return k + 1, Time("decade")
    return None


def label(r: Reader, i: int) -> Found:
    """Return the fiscal year that the words at *i* name: "2019", "19", "2018-19", "18/19"."""
    if r.low[i] in ("'", "’", "-"):
        i += 1
    year = r.year(i)
    if not year and len(r.low[i]) == 2 and r.digits(i) >= 0:
        year = 2000 + r.digits(i)
    if not year:
        return None
    k = i + 1
    if (r.low[k] in DASHES or r.low[k] == "/") and r.glued(k) and r.glued(k + 1):
        last = r.year(k + 1) or (2000 + r.digits(k + 1) if len(r.low[k + 1]) == 2 else 0)
        if last == year + 1:
            found = two_years(year, r.country)
            return k + 2, found or Time(number=2, seen=date(year, 1, 1), fiscal=True)
    return k, year_time(year, r.country)


def read_fiscal(r: Reader, i: int) -> Found:
    """Return "fiscal 2016", "financial year 2019-20", "fiscal third quarter"."""
    from . import ordinals, units

    k = r.past_dash(i + 1)
    named = r.low[k] in ("year", "years")
    if r.low[i] in ("financial", "accounting", "business") and not named:
        return None
    if named:
        period = units.ended(r, k + 1, 12)
        if period is not None:
            return period[0], period[1]._replace(fiscal=True)
        k += 1
        if r.low[k] in ("of", "in", "("):
            k += 1
    found = label(r, k)
    if found is not None:
        return found
    if r.low[i + 1] in ("q", "h"):
        found = r.readers["letter"](r, i + 1)
        return None if found is None else (found[0], found[1]._replace(fiscal=True))
    if r.kind(i + 1) == "ordinal":
        return ordinals.read(r, i + 1, fiscal_year=True)
    if named and r.low[i - 1] == "the" and guards.ends_phrase(r, k):
        return k, relative_year(0, r.country)
    return None
