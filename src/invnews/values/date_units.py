"""
The days of calendar units, of several in a row and of their parts, counted from a day.
"""

from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS = {"day": 1, "week": 7}


def unit_start(unit: str, reference: date, offset: int) -> date:
    """Return the first day of the unit at *offset* from the one of *reference*."""
    if unit == "week":
        return days_in_a_row(reference, 7, offset, 1)[0]
    return months_in_a_row(reference, MONTHS[unit], offset, 1)[0]


def shifted(day: date, months: int) -> date:
    """Return the day so many months on, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _month_end(year, month + 1).day))


def _month_end(year: int, month: int) -> date:
    if (year, month) == (9999, 12):
        return date(9999, 12, 31)
    years, index = divmod(year * 12 + month, 12)
    return date(years, index + 1, 1) - timedelta(1)


def months_in_a_row(reference: date, size: int, offset: int, count: int) -> tuple[date, date]:
    """Return the span of *count* units of *size* months; a unit begins at a multiple of it."""
    start = ((reference.year * 12 + reference.month - 1) // size + offset) * size
    year, month = divmod(start, 12)
    last_year, last_month = divmod(start + size * count - 1, 12)
    if year == 0 and size == 120:
        year = 1  # The first decade has nine years.
    return date(year, month + 1, 1), _month_end(last_year, last_month + 1)


def days_in_a_row(reference: date, size: int, offset: int, count: int) -> tuple[date, date]:
    """Return the span of days or of ISO weeks, which begin on Monday."""
    start = reference - timedelta(reference.weekday() if size == 7 else 0)
    first = start + timedelta(size * offset)
    return first, first + timedelta(size * count - 1)


def part_of(first: date, last: date, part: str, reference: date, unit: str) -> tuple[date, date]:
    """Return the part of a span; early, mid and late are its thirds."""
    match part:
        case "whole":
            return first, last
        case "before":
            return first, max(first, min(last, reference))
        case "after":
            return min(last, max(first, reference)), last
    third = {"early": 0, "mid": 1, "late": 2}[part]
    return _thirds(first, last, unit)[third]


def _thirds(first: date, last: date, unit: str) -> list[tuple[date, date]]:
    """Return three spans: of whole years, months or days, whichever divides the unit."""
    days = (last - first).days + 1
    if days < 3:
        return [(first, last)] * 3
    if unit in ("day", "week", "month"):
        one = 10 if unit == "month" and days < 32 else max(1, days // 3)
        cuts = [first, first + timedelta(one), first + timedelta(2 * one)]
    else:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        size = 12 if months >= 36 else 1
        one = -(-(months // size) // 3) * size if months >= 36 else months // 3
        last_third = max(months // size // 3, 1) * size
        cuts = [first, shifted(first, one), shifted(first, months - last_third)]
    ends = [cuts[1] - timedelta(1), cuts[2] - timedelta(1), last]
    return list(zip(cuts, ends, strict=True))


def size_of(first: date, last: date) -> str:
    """Return the unit by whose rule a piece is cut in thirds."""
    if (last - first).days > 31:
        return "year"
    return "month" if first.day == 1 and last == _month_end(first.year, first.month) else "day"
