"""
RelativeDate: a time given from the day of the report, such as "last year".
"""

from datetime import date, timedelta

import attrs

from ..errors import InvalidData, Problem
from ..fields import bounds, code, doc
from .value import Value
from .vocabularies import DATE_ANCHOR, DATE_PART, DATE_UNIT

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7}
_FURTHEST = 10_000 * 366


@attrs.frozen(kw_only=True)
class RelativeDate(Value):
    """
    A time given from another one, usually the day of publication.

    "last year" is one year back, "earlier this year" the part of this year before the day of
    the report, "the next five years" five years from the next one on, "recently" some time
    back with no unit. "Five years after closing" has an anchor, and stays as it is until
    someone knows the day of the closing.

    >>> RelativeDate(unit="year", offset=-1).days_from(date(2018, 6, 25))
    (datetime.date(2017, 1, 1), datetime.date(2017, 12, 31))
    """

    unit: str | None = attrs.field(
        default=None,
        metadata=doc('The calendar unit; none for "recently", "soon".') | code(DATE_UNIT),
    )
    offset: int = attrs.field(
        metadata=doc("How many units from the present one: -1 last, 0 this, 1 next.")
        | bounds(-_FURTHEST, _FURTHEST)
    )
    count: int = attrs.field(
        default=1,
        metadata=doc("How many units in a row, the first at the offset.") | bounds(1, _FURTHEST),
    )
    part: str = attrs.field(
        default="whole",
        metadata=doc(
            "Which part of them; 'before' and 'after' are parted by the day of the report."
        )
        | code(DATE_PART),
    )

    anchor: str | None = attrs.field(
        default=None,
        metadata=doc(
            "The event that it is counted from, such as closing; the day of the report when empty."
        )
        | code(DATE_ANCHOR),
    )

    def days_from(self, reference: date) -> tuple[date | None, date | None]:
        """
        Return the first and the last day, both included, seen from *reference*.

        None stands for no bound: "recently" has a last day only.

        Raises:
            InvalidData: The days lie outside the years 1 to 9999, or the unit or part is a
                private code, whose meaning only its maker knows.
        """
        if self.unit is None:
            return (None, reference) if self.offset <= 0 else (reference, None)
        _refuse_private(self.unit, self.part)
        try:
            if self.unit in _MONTHS:
                first, last = _months(reference, _MONTHS[self.unit], self.offset, self.count)
            else:
                first, last = _days(reference, _DAYS[self.unit], self.offset, self.count)
            return _part(first, last, self.part, reference, self.unit)
        except (OverflowError, ValueError) as error:
            raise out_of_years(reference) from error


def rolling_days(relative: RelativeDate, reference: date) -> tuple[date, date]:
    """
    Return the days of "over the next five years": so many units from *reference* itself.

    Raises:
        InvalidData: The days lie outside the years 1 to 9999, or there is no unit.
    """
    _refuse_private(relative.unit, relative.part)
    try:
        if relative.unit in _DAYS:
            other = reference + timedelta(_DAYS[relative.unit] * _signed(relative))
        else:
            other = _shift(reference, _MONTHS[relative.unit or ""] * _signed(relative))
    except (OverflowError, ValueError) as error:
        raise out_of_years(reference) from error
    return (reference, other) if other >= reference else (other, reference)


def out_of_years(reference: date) -> InvalidData:
    """Return the error of a relative date whose days EDTF of four digits cannot say."""
    message = f"expected days of the years 1 to 9999, seen from {reference}"
    return InvalidData([Problem("$", "bad_date", message)])


def _refuse_private(unit: str | None, part: str) -> None:
    for each in (unit, part):
        if each is not None and each.startswith("x-"):
            message = f"the days of {each!r} are known to its maker only"
            raise InvalidData([Problem("$", "bad_date", message, each)])


def _signed(relative: RelativeDate) -> int:
    return -relative.count if relative.offset < 0 else relative.count


def _shift(day: date, months: int) -> date:
    """Return the day so many months on, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _month_end(year, month + 1).day))


def _month_end(year: int, month: int) -> date:
    if (year, month) == (9999, 12):
        return date(9999, 12, 31)
    years, index = divmod(year * 12 + month, 12)
    return date(years, index + 1, 1) - timedelta(1)


def _months(reference: date, size: int, offset: int, count: int) -> tuple[date, date]:
    """Return the span of *count* units of *size* months; a unit begins at a multiple of it."""
    start = ((reference.year * 12 + reference.month - 1) // size + offset) * size
    year, month = divmod(start, 12)
    last_year, last_month = divmod(start + size * count - 1, 12)
    if year == 0 and size == 120:
        year = 1  # The first decade has nine years.
    return date(year, month + 1, 1), _month_end(last_year, last_month + 1)


def _days(reference: date, size: int, offset: int, count: int) -> tuple[date, date]:
    """Return the span of days or of ISO weeks, which begin on Monday."""
    start = reference - timedelta(reference.weekday() if size == 7 else 0)
    first = start + timedelta(size * offset)
    return first, first + timedelta(size * count - 1)


def _part(first: date, last: date, part: str, reference: date, unit: str) -> tuple[date, date]:
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
        cuts = [first, _shift(first, one), _shift(first, min(2 * one, months - size))]
    ends = [cuts[1] - timedelta(1), cuts[2] - timedelta(1), last]
    return list(zip(cuts, ends, strict=True))
