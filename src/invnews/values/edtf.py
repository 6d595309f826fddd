r"""
Dates of any precision, written in EDTF: what `2018`, `2018-05~` and `2018/..` cover.

Source: ISO 8601-2:2019 and the Library of Congress EDTF specification (4 February 2019).
Accepted, in years 0001 to 9999:

* level 0: `2018`, `2018-05`, `2018-05-24`; date-times with `Z` or an offset; `2018/2019-05`;
* level 1: `~` (approximate), `?` (uncertain), `%` (both) at the end of a date; `X` for
  unspecified digits from the right (`201X`, `20XX`, `2018-XX`, `2018-05-XX`, `2018-XX-XX`);
  seasons 21 to 24; open (`2018/..`) and unknown (`2018/`) ends, one of the two at most;
* of level 2: `2XXX`; seasons of a hemisphere, quarters, quadrimesters and halves, 25 to 41;
  an interval's ends may have `X` digits.

Refused although some level allows it, because it says little, or says it in a way that few
readers know: negative and long years, significant digits, sets, a qualifier on one component
(`2018-~05`), a known part after an unspecified one (`2018-XX-15`, `201X-05`), a single `X` in
a month or day (`2018-1X`), a qualifier on `X` digits or on the codes 25 to 41, a sub-year code
in an interval, a date-time without offset, 24:00:00, a 60th second.

A text has one spelling, which is kept. `2020-21` is the spring of 2020, not two years.
"""

import re
from datetime import date, datetime
from functools import lru_cache

import attrs

from .edtf_advice import MONTHS, advice, slash_advice, wrong_month, x_from_right
from .edtf_calendar import (
    SUB_YEARS,
    days_in_month,
    month_span,
    sub_year_code,
    sub_year_span,
    year_span,
)

MAX_LENGTH = 64
"""Longer texts are refused unread; the longest accepted text has 25 characters."""

_RANK = ("second", "day", "month", "season", "quarter", "quadrimester", "half",
         "year", "decade", "century", "millennium")  # fmt: skip
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")
_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?([.,][0-9]{1,12})?"
    r"(?: ?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?))?"
)


@attrs.frozen
class Edtf:
    """
    What an EDTF text says.

    Args:
        text: the text itself.
        earliest: the first day it may mean; None when its start is open or unknown.
        latest: the last day it may mean, itself included; None when its end is open or unknown.
        precision: `second`, `day`, `month`, `season`, `quarter`, `quadrimester`, `half`,
            `year`, `decade`, `century` or `millennium`; of an interval, the coarser of its ends.
        approximate: a `~` or `%` stands on it, or on an end. The days are not widened for it.
        uncertain: a `?` or `%` stands on it, or on an end. The days are not widened for it.
        interval: it has two ends.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    approximate: bool = False
    uncertain: bool = False
    interval: bool = False


def parse(text: str) -> Edtf:
    """
    Read an EDTF text.

    Raises:
        ValueError: it is not in the accepted part of EDTF. The message begins with the text,
            says what is wrong and, where it can be told, what to write instead.
        TypeError: not a text.

    >>> parse("2018-05~")  # doctest: +NORMALIZE_WHITESPACE
    Edtf(text='2018-05~', earliest=datetime.date(2018, 5, 1), latest=datetime.date(2018, 5, 31),
         precision='month', approximate=True, uncertain=False, interval=False)
    >>> parse("2018-Q3")
    Traceback (most recent call last):
    ValueError: 2018-Q3: write the third quarter as 2018-35
    """
    if not isinstance(text, str):
        raise TypeError(f"expected EDTF text, got {type(text).__name__}")
    if len(text) > MAX_LENGTH:
        raise ValueError(f"expected EDTF of at most {MAX_LENGTH} characters, got {len(text)}")
    return _parse(str.__str__(text))  # a plain str, so that no subclass stays in the cache


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf:
    """Read a text of bearable length."""
    strange = next((c for c in text if not " " <= c <= "~"), None)
    if strange is not None:
        raise ValueError(f"{text!a}: EDTF is plain ASCII, without U+{ord(strange):04X}")
    if text != text.strip():
        raise ValueError(f"{text!r}: remove the blanks around it")
    try:
        return _interval(text) if "/" in text else _single(text)
    except ValueError as error:
        raise ValueError(f"{text or repr(text)}: {error}") from None


def _single(text: str) -> Edtf:
    """Read a date or a date-time; messages without the text in front."""
    date_time = _DATE_TIME.fullmatch(text)
    if date_time is not None:
        return _date_time(text, date_time)
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(advice(text))
    year, month, day, qualifier = match.groups()
    if qualifier and "X" in text:
        raise ValueError(f"X digits take no qualifier: leave out the X or the {qualifier}")
    earliest, latest, precision = _days(year, month, day)
    if qualifier and int(month or 0) in SUB_YEARS and SUB_YEARS[int(month or 0)].settled:
        months = f"{earliest.isoformat()[:7]}{qualifier}/{latest.isoformat()[:7]}{qualifier}"
        raise ValueError(f"the codes 25 to 41 take no qualifier: write the months, {months}")
    return Edtf(text, earliest, latest, precision, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    """Return the first and last day of year, month and day as written, and the precision."""
    if "X" in year:
        return _unspecified_year(year, month)
    number = int(year)
    if number == 0:
        raise ValueError("years run from 0001 to 9999")
    if month is None:
        return *year_span(number, number), "year"
    if "X" in month:
        if month != "XX":
            raise ValueError(f"leave the whole month unspecified, {year}-XX")
        if day not in (None, "XX"):
            raise ValueError(f"a known day needs a known month: write {year}-XX")
        return *year_span(number, number), "year"
    code = int(month)
    if code in SUB_YEARS and day is None:
        return *sub_year_span(number, code), SUB_YEARS[code].precision
    if not 1 <= code <= 12:
        raise ValueError(wrong_month(number, code, day))
    if day is None or day == "XX":
        return *month_span(number, code, 1), "month"
    if "X" in day:
        raise ValueError(f"leave the whole day unspecified, {year}-{month}-XX")
    known = _day(number, code, int(day))
    return known, known, "day"


def _day(year: int, month: int, day: int) -> date:
    """Return a day, if it exists."""
    if day == 0:
        raise ValueError("days are numbered from 01")
    if day > days_in_month(year, month):
        length = days_in_month(year, month)
        raise ValueError(f"{MONTHS[month - 1]} {year:04d} has {length} days")
    return date(year, month, day)


def _unspecified_year(year: str, month: str | None) -> tuple[date, date, str]:
    """Return the days of a decade, a century or a millennium, and which of them it is."""
    known = year.rstrip("X")
    if not known:
        raise ValueError("a year with no known digit says nothing: leave the date out")
    if "X" in known:
        raise ValueError(f"X stands for digits from the right only: write {x_from_right(year)}")
    if month is not None:
        raise ValueError(f"an unspecified year takes no month: write {year}")
    size = 10 ** (4 - len(known))
    first = int(known) * size
    precision = {10: "decade", 100: "century", 1000: "millennium"}[size]
    return *year_span(first, first + size - 1), precision


def _date_time(text: str, match: re.Match[str]) -> Edtf:
    """Read a date-time, which covers the day as written, whatever its offset."""
    day_text, minute, second, fraction, offset = match.groups()
    hours, minutes, seconds = (int(n) for n in (minute[:2], minute[3:], (second or ":00")[1:]))
    day = _days(*day_text.split("-"))[0]
    if (hours, minutes, seconds) == (24, 0, 0):
        raise ValueError("write midnight as 00:00:00 of the day that begins")
    if hours > 23 or minutes > 59 or seconds > 59:
        raise ValueError("times of day run from 00:00:00 to 23:59:59")
    stem = f"{day_text}T{minute}{second or ':00'}"
    if offset is None:
        raise ValueError(f"add Z or the offset from UTC, such as {stem}Z")
    zone = offset.upper()
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if zone in ("-00", "-00:00"):
        raise ValueError(f"a zero offset is +00:00 or Z: write {stem}Z")
    if zone != "Z" and (int(zone[1:3]) * 60 + int(zone[4:] or 0) > 840 or zone[4:] > "59"):
        raise ValueError("offsets run from -14:00 to +14:00")
    if text != stem + zone or fraction is not None:
        raise ValueError(f"write a date-time with T and whole seconds, {stem}{zone}")
    return Edtf(text, day, day, "second")


def _interval(text: str) -> Edtf:
    """Read an interval; messages without the text in front."""
    parts = text.split("/")
    if any(part != part.strip() for part in parts):
        raise ValueError("remove the blanks around the slash")
    if len(parts) != 2 or re.fullmatch(r"[0-9]{4}/[0-9]{1,2}|[0-9]{1,2}/[0-9]{4}", text):
        raise ValueError(slash_advice(text))
    start, end = (_end(which, part) for which, part in zip(("start", "end"), parts, strict=True))
    known = [side for side in (start, end) if side is not None]
    if not known:
        raise ValueError("an interval with no known end says nothing: leave the date out")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise ValueError("ends before it starts")
    _without_sub_years(parts, earliest, latest)
    precision = max((side.precision for side in known), key=_RANK.index)
    approximate = any(side.approximate for side in known)
    uncertain = any(side.uncertain for side in known)
    return Edtf(text, earliest, latest, precision, approximate, uncertain, interval=True)


def _end(which: str, part: str) -> Edtf | None:
    """Read one end of an interval; None when it is open or unknown."""
    if part in ("", ".."):
        return None
    if part in ("open", "now", "present"):
        raise ValueError(f"write an open {which} as ..")
    if part == "unknown":
        raise ValueError(f"leave an unknown {which} empty")
    try:
        value = _single(part)
    except ValueError as error:
        raise ValueError(f"{which} {part}: {error}") from None
    if value.precision == "second":
        raise ValueError(f"{which} {part}: an interval joins dates without times, {part[:10]}")
    return value


def _without_sub_years(parts: list[str], earliest: date | None, latest: date | None) -> None:
    """Refuse a sub-year code as an end; name the months, if the code settles them."""
    parts_of_year = [
        SUB_YEARS.get(int(part[5:7])) if re.match(r"[0-9]{4}-[0-9]{2}", part) else None
        for part in parts
    ]
    found = [part for part in parts_of_year if part is not None]
    if not found:
        return
    words = "an interval takes no season, quarter or half: write the months"
    if not all(part.settled for part in found):
        raise ValueError(words)
    months = [
        day.isoformat()[:7] if part_of_year and day else part
        for part, part_of_year, day in zip(parts, parts_of_year, (earliest, latest), strict=True)
    ]
    raise ValueError(f"{words}, {'/'.join(months)}")


def from_range(earliest: date | None, latest: date | None) -> str:
    """
    Return the shortest plain EDTF text that covers exactly these days.

    That is a day, month, quarter, quadrimester, half, year, decade, century or millennium when
    the days are just that; otherwise an interval, whose ends have the same precision: years, else
    months, else days, the first that is exact at both ends. Never a season, which is more than
    its days.

    Args:
        earliest: the first day; None for an open start.
        latest: the last day, itself included; None for an open end.

    Raises:
        ValueError: both are None, or `latest` comes before `earliest`.
        TypeError: one of them is a `datetime`.

    >>> from_range(date(2018, 1, 1), date(2018, 12, 31))
    '2018'
    >>> from_range(date(2018, 2, 1), date(2018, 4, 30))
    '2018-02/2018-04'
    >>> from_range(date(2018, 5, 24), None)
    '2018-05-24/..'
    """
    if isinstance(earliest, datetime) or isinstance(latest, datetime):
        raise TypeError("expected a date, got a datetime: pass its .date()")
    if earliest is None and latest is None:
        raise ValueError("a range with neither a first nor a last day has no EDTF")
    if earliest is not None and latest is not None:
        if latest < earliest:
            raise ValueError(f"{earliest}/{latest}: ends before it starts")
        unit = _unit(earliest, latest)
        if unit is not None:
            return unit
    length = max(_start_length(earliest), _end_length(latest))
    start = earliest.isoformat()[:length] if earliest else ".."
    end = latest.isoformat()[:length] if latest else ".."
    return f"{start}/{end}"


def _unit(earliest: date, latest: date) -> str | None:
    """Return the text of a range that is one day, month, part of a year, year, decade and so on."""
    if earliest == latest:
        return earliest.isoformat()
    if (earliest, latest) == month_span(earliest.year, earliest.month, 1):
        return earliest.isoformat()[:7]
    code = sub_year_code(earliest, latest)
    if code is not None:
        return f"{earliest.year:04d}-{code}"
    for unknown in range(4):
        size = 10**unknown
        prefix = latest.year // size
        if (earliest, latest) == year_span(prefix * size, prefix * size + size - 1):
            return f"{prefix:0{4 - unknown}d}{'X' * unknown}"
    return None


def _start_length(day: date | None) -> int:
    """Return how many characters say a first day exactly: a year's, a month's or all."""
    if day is None or (day.month, day.day) == (1, 1):
        return 4
    return 7 if day.day == 1 else 10


def _end_length(day: date | None) -> int:
    """Return how many characters say a last day exactly: a year's, a month's or all."""
    if day is None or (day.month, day.day) == (12, 31):
        return 4
    return 7 if day.day == days_in_month(day.year, day.month) else 10
