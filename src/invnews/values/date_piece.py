"""
Pieces of a year, a month or a week: "May", "the third quarter", "Tuesday", and their days.

A piece is written as the tail that EDTF has after its unit, so that year and piece join to
EDTF: `05`, `07-01`, the codes `21` to `41`, a pair `01/04`. A week has the ISO weekdays `1` to
`7`, a month its days `01` to `31`. A pair that runs backwards (`11/02`) ends in the next unit.
`~` at the end says "about"; alone it says so of the whole unit.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from ..fields import Form
from .date_units import unit_start
from .edtf_calendar import SUB_YEARS, days_in_month, sub_year_span

SEASONS = {f"{code}" for code, part in SUB_YEARS.items() if part.precision == "season"}
_END = r"[0-9]{1,2}(-[0-9]{2})?"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_FORMS = {
    "year": re.compile(
        rf"(?:{_MONTH}(?:/{_MONTH})?|{_MONTH}-{_DAY}(?:/{_MONTH}-{_DAY})?|2[1-9]|3[0-9]|4[01])~?|~"
    ),
    "month": re.compile(rf"{_DAY}(?:/{_DAY})?~?|~"),
    "week": re.compile(r"[1-7](?:/[1-7])?~?|~"),
}
_ANY = re.compile("~")
PIECE = Form.matching(
    "date_piece", "the piece of a unit as EDTF writes it after the year, such as 05 or 33",
    rf"{_END}(/{_END})?~?|~", example="05", source="ISO 8601-2:2019 (EDTF)", maximum=12,
)  # fmt: skip
"""The tail of an EDTF date; which tails a unit has is for `fits` to say."""


def fits(within: str, unit: str | None) -> bool:
    """
    Return whether a unit has such a piece; days that some years lack (`02-29`) are taken.

    >>> fits("33", "year"), fits("33", "month"), fits("02-30", "year")
    (True, False, False)
    """
    if _FORMS.get(unit or "", _ANY).fullmatch(within) is None:
        return False
    ends = within.rstrip("~").split("/")
    return all("-" not in end or int(end[3:]) <= days_in_month(2000, int(end[:2])) for end in ends)


@lru_cache(maxsize=4096)
def piece_days(unit: str, start: date, within: str) -> tuple[date, date]:
    """
    Return the first and last day of a piece of the unit that begins on *start*.

    >>> piece_days("year", date(2018, 1, 1), "35")
    (datetime.date(2018, 7, 1), datetime.date(2018, 9, 30))
    >>> piece_days("week", date(2018, 6, 25), "5")
    (datetime.date(2018, 6, 29), datetime.date(2018, 6, 29))

    Raises:
        ValueError: This year or month has no such day, or it lies after the year 9999.
    """
    first, _, last = within.rstrip("~").partition("/")
    if not last:
        return _days(unit, start, first, first)
    try:
        return _days(unit, start, first, last)
    except _RunsBackwards:
        following = _next_start(unit, start)
        return _days(unit, start, first, first)[0], _days(unit, following, last, last)[1]


class _RunsBackwards(ValueError):
    """The end of a pair comes before its start."""


def _days(unit: str, start: date, first: str, last: str) -> tuple[date, date]:
    begins, ends = _one(unit, start, first)[0], _one(unit, start, last)[1]
    if ends < begins:
        raise _RunsBackwards
    return begins, ends


def _one(unit: str, start: date, end: str) -> tuple[date, date]:
    if unit == "week":
        day = start + timedelta(int(end) - 1)
        return day, day
    if unit == "month":
        day = date(start.year, start.month, int(end))
        return day, day
    if len(end) == 5:
        day = date(start.year, int(end[:2]), int(end[3:]))
        return day, day
    number = int(end)
    if number in SUB_YEARS:
        return sub_year_span(start.year, number)
    return date(start.year, number, 1), date(start.year, number, days_in_month(start.year, number))


def _next_start(unit: str, start: date) -> date:
    if unit == "week":
        return start + timedelta(7)
    months = 12 if unit == "year" else 1
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def piece_at(
    unit: str, offset: int, within: str, nearest: str | None, reference: date
) -> tuple[date, date]:
    """
    Return the days of a piece of the unit at *offset*, or of the one that is nearest.

    Raises:
        ValueError: There is no such piece in the years 1 to 9999, or within 12 units.
        OverflowError: The unit lies outside those years.
    """
    if nearest is None:
        return piece_days(unit, unit_start(unit, reference, offset), within)
    if nearest == "either":
        return piece_days(unit, _likelier(unit, within, reference), within)
    return piece_days(unit, _nearest(unit, offset, within, nearest, reference), within)


def _nearest(unit: str, offset: int, within: str, nearest: str, reference: date) -> date:
    """Return the first day of the unit whose piece is the nearest on one side."""
    step = -1 if nearest == "past" else 1
    at = -2 * step
    while not _reached(unit, _start_or_none(unit, reference, at), within, reference, step, offset):
        at += step
        if abs(at) > _FARTHEST_PIECE:
            raise ValueError
    return unit_start(unit, reference, at + (offset - step if offset else 0))


_LONG_PAST, _SOON = 240, 92
"""Days, as the term ``either`` of the vocabulary date_nearest says."""


def _likelier(unit: str, within: str, reference: date) -> date:
    """Return the first day of the unit of the coming piece if it is near, else of the past one."""
    past = _nearest(unit, 0, within, "past", reference)
    if (reference - _bounds(unit, past, within)[1]).days <= _LONG_PAST:
        return past
    try:
        coming = _nearest(unit, 0, within, "future", reference)
    except (OverflowError, ValueError):
        return past  # The calendar has no further one.
    return coming if (_bounds(unit, coming, within)[0] - reference).days <= _SOON else past


_FARTHEST_PIECE = 12
"""How many units a piece may be away: 29 February eight years, with some to spare."""


def _start_or_none(unit: str, reference: date, offset: int) -> date | None:
    try:
        return unit_start(unit, reference, offset)
    except (OverflowError, ValueError):
        return None


def _reached(
    unit: str, start: date | None, within: str, reference: date, step: int, offset: int
) -> bool:
    """Return whether the piece of a unit is the first one on its side; not all units have it."""
    if start is None:
        return False
    try:
        first, last = _bounds(unit, start, within)
    except (OverflowError, ValueError):
        return False
    if step < 0:
        return last < reference if offset else first <= reference
    return first > reference if offset else last >= reference


def _bounds(unit: str, start: date, within: str) -> tuple[date, date]:
    """
    Return the days by which the nearest piece is found.

    They are those of the piece; a season of no known hemisphere counts as the northern one,
    since its widest days overlap with those of the next year.
    """
    if unit == "year" and within[:2] in ("21", "22", "23", "24"):
        return sub_year_span(start.year, int(within[:2]) + 4)
    return piece_days(unit, start, within)
