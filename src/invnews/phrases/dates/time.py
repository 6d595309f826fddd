"""
Time: what words say of a date before it is known whether it is past, and from which day.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ...errors import InvalidData
from ...values import PartialDate, RelativeDate
from ...values.edtf_calendar import SUB_YEARS, days_in_month
from ...values.partial_date import bounded_days, span_text


class Time(NamedTuple):
    """
    What words say of a date: a relative date, or one seen from a day that they name.

    Args:
        unit: The calendar unit; none for "recently".
        offset: How many units from the present one, or from the one of *seen*.
        number: How many units in a row.
        within: The piece of the unit, as `RelativeDate.within`; empty for the whole.
        part: Early, mid or late.
        seen: A day of the unit that the words name: 1 January 2018 for "2018".
        nearest: ``open`` until the tense decides; then, or when the words do, a side.
        about: Whether it is approximate.
        fiscal: Whether it is one of a fiscal year.
        vague: Whether it has no sharp bounds.
        window: Whether it rolls from the day of publication: "the past five years".
        edge: ``start`` or ``end`` of a whole unit, for "by the end of 2020".
        last: The end of a span that begins with this; its two ends have bases of their own.
        to_date: Whether it runs to the day of publication: "from March to date".
        unsaid: Whether the words leave it open which day it is: "3/4/2020".
        cue: Whether it is a date in a clause of the future only: "in two years".
        fiscal_piece: Of a fiscal year that publication settles: its months from the start.
        snap: Which weekday of the span, as its number and a count: (1, -1) is the last Monday,
            (5, 3) the third Friday; (0, 0) is the week that holds its first
            day, (0, 7) the seven days that begin with it.
        weekday: Which weekday is written beside a day without a year, 1 to 7; else 0.
        moved: By how many months and days it is moved: "two weeks before Christmas" is (0, -14).
    """

    unit: str | None = "year"
    offset: int = 0
    number: int = 1
    within: str = ""
    part: str = "whole"
    seen: date | None = None
    nearest: str | None = None
    about: bool = False
    fiscal: bool = False
    vague: bool = False
    window: bool = False
    edge: str = ""
    last: "Time | None" = None
    to_date: bool = False
    unsaid: bool = False
    cue: bool = False
    fiscal_piece: tuple[int, int, int] | None = None
    snap: tuple[int, int] | None = None
    moved: tuple[int, int] | None = None
    weekday: int = 0

    @property
    def open(self) -> bool:
        """Whether the words leave the year or week open."""
        return self.nearest == "open"

    @property
    def whole_year(self) -> bool:
        """Whether it is one year, not a piece or part of it."""
        return (self.unit == "year" and self.number == 1 and self.part == "whole"
                and not self.within and self.last is None)  # fmt: skip

    def relative(self) -> RelativeDate:
        """Return it as a relative date."""
        within = self.within + "~" if self.about else self.within
        return _relative(
            self.unit, self.offset, self.number, self.part, within or None, self.nearest
        )

    def days(self, day: date) -> tuple[date | None, date | None]:
        """Return its first and last day, seen from *day* unless the words name another."""
        if self.fiscal_piece is not None:
            return fiscal_days(*self.fiscal_piece, self.offset, day)
        first, last = self.relative().days_from(self.seen or day)
        if self.last is not None:
            last = self._end(first, day).days(day)[1]
        if self.snap is not None:
            return snapped(first, last, *self.snap)
        if self.moved is not None and first is not None:
            day = moved_day(first, *self.moved)
            return day, day if self.last is None else last
        return first, day if self.to_date else last

    def _end(self, first: date | None, day: date) -> "Time":
        """Return the end of a span, on the side of *day* on which its start turned out to be."""
        assert self.last is not None
        if self.last.nearest != "either" or first is None:
            return self.last
        return self.last._replace(nearest="future" if first > day else "past")

    @property
    def settled(self) -> bool:
        """Whether it is one relative date, with nothing that only publication settles."""
        return (self.last is None and not self.to_date and self.fiscal_piece is None
                and self.snap is None and self.moved is None)  # fmt: skip


@lru_cache(maxsize=8192)
def _relative(
    unit: str | None, offset: int, count: int, part: str, within: str | None, nearest: str | None
) -> RelativeDate:
    return RelativeDate(
        unit=unit, offset=offset, count=count, part=part, within=within, nearest=nearest
    )


def year_of(year: int, within: str = "", *, fiscal: bool = False) -> Time:
    """Return a year, or the piece of it."""
    return Time(within=within, seen=date(year, 1, 1), fiscal=fiscal)


def months_of(within: str) -> tuple[str, str] | None:
    """Return the first and last month, or day, of a piece of a year that joins to a span."""
    if "/" in within:
        first, _, last = within.partition("/")
        return first, last
    if within[:2] > "12":
        piece = SUB_YEARS[int(within)]
        if piece.precision == "season":
            return None
        return f"{piece.first_month:02d}", f"{piece.first_month + piece.months - 1:02d}"
    return (within, within) if within else None


def snapped(
    first: date | None, last: date | None, weekday: int, count: int
) -> tuple[date | None, date | None]:
    """
    Return a weekday of a span of days by its count, or the week of its first day.

    Raises:
        ValueError: There are not so many of them.
    """
    if first is None or last is None:
        return first, last
    if weekday == 0:
        monday = first - timedelta(0 if count else first.weekday())
        return monday, monday + timedelta(6)
    if count < 0:
        day = last - timedelta((last.isoweekday() - weekday) % 7) + timedelta(7 * (count + 1))
    else:
        day = first + timedelta((weekday - first.isoweekday()) % 7) + timedelta(7 * (count - 1))
    if not first <= day <= last:
        raise ValueError
    return day, day


def moved_day(day: date, months: int, days: int) -> date:
    """Return the day so many months and days on, or the last of a month that has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = days_in_month(year, month + 1)
    return date(year, month + 1, min(day.day, last)) + timedelta(days)


def fiscal_days(
    start: int, first: int, months: int, offset: int, day: date
) -> tuple[date | None, date | None]:
    """Return some months of the fiscal year that begins in month *start*, seen from *day*."""
    year = day.year - (day.month < start) + offset
    begins = year * 12 + start - 1 + first
    ends = begins + months - 1
    pair = f"{begins % 12 + 1:02d}/{ends % 12 + 1:02d}"
    return year_of(begins // 12, pair).days(day)


def spoken(
    time: Time, text: str, relation: str, published: date | PartialDate | None
) -> PartialDate:
    """Return the value of a time, with its EDTF when the day that it is seen from is known."""
    settled = time.settled
    if time.window and relation in ("in", "over"):
        relation = "over"
    elif relation == "over" and settled and time.seen is None and not time.within:
        relation = "in"  # What is spread over this year lies in it: nothing rolls.
    if time.unsaid:
        return PartialDate(text=text, relation=relation)
    relative = time.relative() if settled and time.seen is None else None
    edtf = _edtf(time, relation, published)
    return PartialDate(edtf, text=text, relative=relative, relation=relation, fiscal=time.fiscal,
                       vague=time.vague)  # fmt: skip


@lru_cache(maxsize=16384)
def _edtf(time: Time, relation: str, published: date | PartialDate | None) -> str | None:
    """Return the EDTF of a time; None without a day, or outside the years 1 to 9999."""
    try:
        if time.settled:
            reference = published if time.seen is None else time.seen
            if reference is None:
                return None
            whole = "in" if time.seen is not None and relation == "over" else relation
            return PartialDate(relative=time.relative(), relation=whole).resolve(reference).edtf
        return _joined(time, relation, published)
    except (InvalidData, OverflowError, ValueError):
        return None


def _joined(time: Time, relation: str, published: date | PartialDate | None) -> str | None:
    """Return the EDTF of a span whose ends have bases of their own."""
    ends = time.last or time
    fixed = time.seen is not None and ends.seen is not None and time.fiscal_piece is None
    if fixed and not time.to_date:
        published = time.seen
    if published is None:
        return None
    if isinstance(published, PartialDate):
        days = [day for day in (published.earliest, published.latest) if day is not None]
    else:
        days = [published]
    seen = [bounded_days(relation, *time.days(day)) for day in days]
    if any(first is not None and last is not None and first > last for first, last in seen):
        return None  # "From June to last March": the words do not go together.
    starts = [first for first, _ in seen if first is not None]
    stops = [last for _, last in seen if last is not None]
    return span_text(min(starts, default=None), max(stops, default=None), time.about)
