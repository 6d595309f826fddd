"""
PartialDate: a date as precise as its source gives it, never completed and never rounded.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import ClassVar

import attrs

from ..errors import InvalidData, Problem
from ..fields import code, doc, form
from ..shapes import Rule
from . import edtf as engine
from .date_piece import SEASONS
from .forms import EDTF
from .relative_date import RelativeDate, out_of_years, rolling_days
from .value import Value
from .vocabularies import DATE_RELATION


def _says_something(when: "PartialDate") -> Iterable[Problem]:
    """Yield a problem when there is neither a date nor a word for one."""
    if when.edtf is None and when.relative is None and when.text is None:
        hint = "leave the field out when the source gives no date"
        yield Problem("$", "missing_field", "expected edtf, relative or text", hint=hint)


@attrs.frozen
class PartialDate(Value):
    """
    A date, a span or a time word, as precise as the source gives it.

    A missing month is not January; "last year" stays "last year" until a reference date is
    known (`resolve`). `earliest` and `latest` are the widest days that the words allow.

    Source: ISO 8601-2:2019 (EDTF); TIMEX3 for relative dates.

    >>> PartialDate("2018-06").earliest, PartialDate("2018-06").latest
    (datetime.date(2018, 6, 1), datetime.date(2018, 6, 30))
    >>> last_year = PartialDate(text="Last year", relative=RelativeDate(unit="year", offset=-1))
    >>> last_year.resolve(date(2018, 6, 25)).edtf
    '2017'
    """

    edtf: str | None = attrs.field(
        default=None,
        metadata=doc("The date in EDTF; none while a relative date has no reference date.")
        | form(EDTF),
    )
    text: str | None = attrs.field(
        default=None, kw_only=True, metadata=doc("The words of the source: Last year.")
    )
    relative: RelativeDate | None = attrs.field(
        default=None,
        kw_only=True,
        metadata=doc("The distance from the day of the report, when the source gives it so."),
    )
    relation: str = attrs.field(
        default="in",
        kw_only=True,
        metadata=doc("How the words use the date: in, by, until, before, since, after, over it.")
        | code(DATE_RELATION),
    )
    fiscal: bool = attrs.field(
        default=False,
        kw_only=True,
        metadata=doc("Whether the source names a fiscal year; its bounds differ by company."),
    )
    vague: bool = attrs.field(
        default=False,
        kw_only=True,
        metadata=doc('Whether the words have no sharp bounds: "recently", "soon".'),
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_says_something,)

    @property
    def earliest(self) -> date | None:
        """The first day that it can be, or None for no bound."""
        return None if self.edtf is None else engine.parse(self.edtf).earliest

    @property
    def latest(self) -> date | None:
        """The last day that it can be, or None for no bound."""
        return None if self.edtf is None else engine.parse(self.edtf).latest

    @property
    def precision(self) -> str | None:
        """What it is precise to: day, month, quarter, year …; None while it has no EDTF."""
        return None if self.edtf is None else engine.parse(self.edtf).precision

    def resolve(self, reference: "date | PartialDate") -> "PartialDate":
        """
        Return this date with the EDTF that it has when seen from *reference*.

        Words and relative date are kept. A date that has its EDTF, has no relative date, or
        counts from another event than the report, comes back as it is.

        Args:
            reference: The day of publication, or as much of it as is known. From a reference
                of several days follows the widest span that these allow.

        Raises:
            InvalidData: The reference has an open end, or the days that follow lie outside
                the years 1 to 9999.
        """
        if self.edtf is not None or self.relative is None or self.relative.anchor is not None:
            return self
        first, last = _ends(reference)
        seen = [self._span(self.relative, day) for day in (first, last)]
        starts = [each[0] for each in seen]
        stops = [each[1] for each in seen]
        start = None if None in starts else min(each for each in starts if each)
        stop = None if None in stops else max(each for each in stops if each)
        code = (self.relative.within or "").rstrip("~")
        plain = self.relative.part == "whole" and not self.relative.approximate
        if (
            self.relative.unit == "year"
            and code in SEASONS
            and plain
            and seen[0] == seen[1]
            and start is not None
            and stop is not None
        ):
            return attrs.evolve(self, edtf=f"{start.year:04d}-{code}")
        return attrs.evolve(self, edtf=span_text(start, stop, self.relative.approximate))

    def _span(self, relative: RelativeDate, day: date) -> tuple[date | None, date | None]:
        """Return the days that this date covers, seen from one day, its relation applied."""
        whole = relative.within in (None, "~")
        if self.relation == "over" and relative.unit is not None and whole:
            return rolling_days(relative, day)
        try:
            return bounded_days(self.relation, *relative.days_from(day))
        except OverflowError as error:
            raise out_of_years(day) from error


def bounded_days(
    relation: str, first: date | None, last: date | None
) -> tuple[date | None, date | None]:
    """
    Return the days that a relation makes of those of a time: `by` has no first day.

    Raises:
        OverflowError: The day before or after it lies outside the years 1 to 9999.

    >>> bounded_days("before", date(2018, 1, 1), date(2018, 12, 31))
    (None, datetime.date(2017, 12, 31))
    """
    match relation:
        case "by" | "until":
            return None, last
        case "before":
            return None, None if first is None else first - timedelta(1)
        case "since":
            return first, None
        case "after":
            return None if last is None else last + timedelta(1), None
    return first, last


def _ends(reference: "date | PartialDate") -> tuple[date, date]:
    if isinstance(reference, PartialDate):
        first, last = reference.earliest, reference.latest
        if first is None or last is None:
            shown = reference.edtf or reference.text
            message = f"expected a reference with a first and a last day, got {shown!r}"
            raise InvalidData([Problem("$", "bad_date", message)])
        return first, last
    if type(reference) is not date:
        message = f"expected a date or PartialDate, got {type(reference).__name__}"
        hint = "use .date()" if isinstance(reference, datetime) else None
        raise InvalidData([Problem("$", "wrong_type", message, hint=hint)])
    return reference, reference


def span_text(start: date | None, stop: date | None, approximate: bool) -> str | None:
    """
    Return the EDTF of a span, None for no span; an approximate one has `~` at both ends.

    >>> span_text(date(2018, 1, 1), date(2018, 4, 30), True)
    '2018-01~/2018-04~'
    """
    if start is None and stop is None:
        return None
    if not approximate:
        return engine.from_range(start, stop)
    size = _precision(start, stop)
    ends = [".." if day is None else f"{day.isoformat()[:size]}~" for day in (start, stop)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _precision(start: date | None, stop: date | None) -> int:
    """Return how many characters of ISO dates say both ends: years, months or days."""
    first = start is None or start.day == 1
    last = stop is None or stop == date.max or (stop + timedelta(1)).day == 1
    if not (first and last):
        return 10
    whole = (start is None or start.month == 1) and (stop is None or stop.month == 12)
    return 4 if whole else 7
