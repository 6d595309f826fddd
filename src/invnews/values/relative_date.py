"""
RelativeDate: a time given from the day of the report, such as "last year".
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

import attrs

from ..errors import InvalidData, Problem
from ..fields import bounds, code, doc, form
from ..shapes import Rule
from .date_piece import PIECE, fits, piece_at
from .date_units import (
    DAYS,
    MONTHS,
    days_in_a_row,
    months_in_a_row,
    part_of,
    shifted,
    size_of,
)
from .value import Value
from .vocabularies import DATE_ANCHOR, DATE_NEAREST, DATE_PART, DATE_UNIT

_FURTHEST = 10_000 * 366


def _within_fits(it: "RelativeDate") -> Iterable[Problem]:
    """Yield a problem for a piece that its unit does not have, or of several units."""
    if it.within is None or (it.unit or "").startswith("x-"):
        return
    if not fits(it.within, it.unit):
        message = f"expected a piece of {it.unit or 'no unit'}, got {it.within!r}"
        hint = "a year has 05, 07-01, 33 or 01/04, a month 20, a week 1 to 7; about is ~"
        yield Problem("$.within", "inconsistent", message, it.within, hint)
    elif it.within != "~" and it.count != 1:
        message = f"expected one unit with a piece of it, got {it.count}"
        yield Problem("$.count", "inconsistent", message, it.count)


def _nearest_fits(it: "RelativeDate") -> Iterable[Problem]:
    """Yield a problem for a direction without a piece, or against the offset."""
    if it.nearest is None:
        return
    if it.within in (None, "~"):
        message = f"expected a piece beside {it.nearest!r}"
        hint = "without a piece the offset says which unit it is"
        yield Problem("$.nearest", "inconsistent", message, it.nearest, hint)
    elif it.nearest == "either" and it.offset:
        message = f"expected no offset beside 'either', got {it.offset}"
        yield Problem("$.offset", "inconsistent", message, it.offset)
    elif (it.nearest == "past" and it.offset > 0) or (it.nearest == "future" and it.offset < 0):
        message = f"expected an offset to the {it.nearest}, got {it.offset}"
        yield Problem("$.offset", "inconsistent", message, it.offset)


@attrs.frozen(kw_only=True)
class RelativeDate(Value):
    """
    A time given from another one, usually the day of publication.

    "last year" is one year back, "earlier this year" the part of this year before the day of
    the report, "the next five years" five years from the next one on, "recently" some time
    back with no unit. "Five years after closing" has an anchor, and stays as it is until
    someone knows the day of the closing.

    "May this year" is a piece `within` the unit. Where the words leave the unit open, `nearest`
    says on which side to look: "on Monday" is the latest Monday that has begun by the day of
    the report (offset 0) or the first that has not ended before it; "last Monday" the latest
    that had ended before (offset -1), "next May" the first that begins after it (offset 1).
    ``either`` leaves the side to the days between: "the lease runs out in July" is the coming
    July in June, and the past one in November.

    >>> RelativeDate(unit="year", offset=-1).days_from(date(2018, 6, 25))
    (datetime.date(2017, 1, 1), datetime.date(2017, 12, 31))
    >>> monday = RelativeDate(unit="week", offset=0, within="1", nearest="past")
    >>> monday.days_from(date(2018, 6, 28))
    (datetime.date(2018, 6, 25), datetime.date(2018, 6, 25))
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

    within: str | None = attrs.field(
        default=None,
        metadata=doc(
            "Which piece of the unit, as EDTF writes it after the year: 05, 07-01, 33, 01/04; the "
            "ISO weekday of a week, the day of a month; ~ at the end for about."
        )
        | form(PIECE),
    )

    nearest: str | None = attrs.field(
        default=None,
        metadata=doc("On which side the piece lies when the words leave its unit open.")
        | code(DATE_NEAREST),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_within_fits, _nearest_fits)

    @property
    def approximate(self) -> bool:
        """Whether its days are approximate: early, mid, late, or about."""
        return self.part in ("early", "mid", "late") or (self.within or "").endswith("~")

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
        _refuse_private(self.unit, self.part, self.nearest)
        try:
            if self.within not in (None, "~"):
                first, last = piece_at(self.unit, self.offset, self.within, self.nearest, reference)
                return part_of(first, last, self.part, reference, size_of(first, last))
            if self.unit in MONTHS:
                first, last = months_in_a_row(reference, MONTHS[self.unit], self.offset, self.count)
            else:
                first, last = days_in_a_row(reference, DAYS[self.unit], self.offset, self.count)
            return part_of(first, last, self.part, reference, self.unit)
        except (OverflowError, ValueError) as error:
            if self.within in (None, "~"):
                raise out_of_years(reference) from error
            message = f"expected a {self.unit} that has {self.within}, seen from {reference}"
            raise InvalidData([Problem("$", "bad_date", message)]) from error


def rolling_days(relative: RelativeDate, reference: date) -> tuple[date, date]:
    """
    Return the days of "over the next five years": so many units from *reference* itself.

    Raises:
        InvalidData: The days lie outside the years 1 to 9999, or there is no unit.
    """
    _refuse_private(relative.unit, relative.part)
    try:
        if relative.unit in DAYS:
            other = reference + timedelta(DAYS[relative.unit] * _signed(relative))
        else:
            other = shifted(reference, MONTHS[relative.unit or ""] * _signed(relative))
    except (OverflowError, ValueError) as error:
        raise out_of_years(reference) from error
    return (reference, other) if other >= reference else (other, reference)


def out_of_years(reference: date) -> InvalidData:
    """Return the error of a relative date whose days EDTF of four digits cannot say."""
    message = f"expected days of the years 1 to 9999, seen from {reference}"
    return InvalidData([Problem("$", "bad_date", message)])


def _refuse_private(*codes: str | None) -> None:
    for each in codes:
        if each is not None and each.startswith("x-"):
            message = f"the days of {each!r} are known to its maker only"
            raise InvalidData([Problem("$", "bad_date", message, each)])


def _signed(relative: RelativeDate) -> int:
    return -relative.count if relative.offset < 0 else relative.count
