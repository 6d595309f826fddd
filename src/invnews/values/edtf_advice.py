"""
What to say of a text that is not EDTF: what was expected and, where it can be told, the fix.

A fix is offered only when `parse` accepts it. Every pattern is bounded and matches whole texts.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from .edtf_calendar import SUB_YEARS, days_in_month

EXPECTED = "expected EDTF such as 2018, 2018-05 or 2018-05-24"
MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip
_YEARS = "years run from 0001 to 9999"


def advice(text: str) -> str:
    """
    Return what to say of a text without a slash that does not even look like EDTF.

    >>> advice("2018-5")
    'write the month with two digits, 2018-05'
    """
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text):
        return "expected a date-time such as 2018-05-24T10:00:00Z"
    if text[:1] in ("[", "{"):
        return "sets of dates are not supported: write one date, or an interval"
    for pattern, say in _ADVICE:
        match = pattern.fullmatch(text)
        said = say(match) if match is not None else None
        if said is not None:
            return said
    return EXPECTED


def slash_advice(text: str) -> str:
    """
    Return what to say of slashes that do not join two dates.

    >>> slash_advice("2018/05/24")
    'write the date with hyphens, 2018-05-24'
    """
    parts = text.split("/")
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", text):
        return "write year, month, day with hyphens, such as 2018-05-24"
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{4}", text):
        parts.reverse()
    elif re.fullmatch(r"[0-9]{4}/[0-9]{2}", text) and int(parts[1]) == int(parts[0]) % 100 + 1:
        years = f"{parts[0]}/{int(parts[0]) + 1:04d}"
        if parts[0] != "0000":
            month = _written(*parts)
            return f"write two years in full, {years}" + (f"; a month is {month}" if month else "")
    if re.fullmatch(r"[0-9]{4}(?:/[0-9]{1,2}){1,2}", "/".join(parts)):
        fix = _written(*parts)
        if fix is not None:
            return f"write the date with hyphens, {fix}"
    return "an interval is two dates joined by one slash, such as 2018/2019-05"


def wrong_month(year: int, code: int, day: str | None) -> str:
    """
    Return what to say of a month number that is none.

    >>> wrong_month(2018, 24, "05")
    'months run from 01 to 12: write year, month, day, 2018-05-24'
    """
    if day is None:
        if code == year % 100 + 1:
            return f"months run from 01 to 12: write two years as {year:04d}/{year + 1:04d}"
        return "months run from 01 to 12, seasons, quarters and halves from 21 to 41"
    fix = None if "X" in day else _written(f"{year:04d}", day, str(code))
    if fix is not None and code > 12:
        return f"months run from 01 to 12: write year, month, day, {fix}"
    if code in SUB_YEARS:
        return f"a {SUB_YEARS[code].precision} takes no day"
    return "months run from 01 to 12"


def x_from_right(year: str) -> str:
    """
    Return a year whose unknown digits run from the right.

    >>> x_from_right("1X99"), x_from_right("X999")
    ('1XXX', 'a year such as 201X or 20XX')
    """
    known = year.partition("X")[0]
    return known.ljust(4, "X") if known else "a year such as 201X or 20XX"


def _written(year: str, month: str, day: str | None = None) -> str | None:
    """Return a month or day as it is written; None when it does not exist."""
    if year == "0000" or not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02d}"
    if not 1 <= int(day) <= days_in_month(int(year), int(month)):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _part_of_year(match: re.Match[str]) -> str | None:
    """Advise on `2018-Q3`, `H1 2019`."""
    kind = "quarter" if match["kind"] in "Qq" else "half"
    wanted = ("first", "second", "third", "fourth")[int(match["n"]) - 1] + f" {kind}"
    code = next((code for code, part in SUB_YEARS.items() if part.name == wanted), None)
    if code is None:
        return f"a year has two halves, {match['year']}-40 and {match['year']}-41"
    return _YEARS if match["year"] == "0000" else f"write the {wanted} as {match['year']}-{code}"


def _few_digits(match: re.Match[str]) -> str | None:
    """Advise on `2018-5`, `2018-5-3`."""
    year, month, day = match.groups()
    fix = _written(year, month, day)
    short = [name for name, part in (("month", month), ("day", day)) if part and len(part) == 1]
    return fix and f"write the {' and the '.join(short)} with two digits, {fix}"


def _hyphens(match: re.Match[str]) -> str | None:
    """Advise on `20180524`, `201805`, `2018.05.24`."""
    fix = _written(*match.groups())
    return fix and f"write the date with hyphens, {fix}"


def _decade(match: re.Match[str]) -> str | None:
    """Advise on `1980s`, `1900s`."""
    decade = match[1]
    if decade.endswith("0"):
        return f"write the decade as {decade}X, the century as {decade[:2]}XX"
    return f"write the decade as {decade}X"


def _two_years(match: re.Match[str]) -> str | None:
    """Advise on `2018-2019`, `2018..2019`."""
    first, last = match.groups()
    if not "0001" <= first <= last:
        return None
    return f"write an interval with a slash, {first}/{last}"


def _week(match: re.Match[str]) -> str | None:
    """Advise on `2018-W35`."""
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return f"write the days of the week, {monday}/{monday + timedelta(days=6)}"
    except (ValueError, OverflowError):
        return None


def _misplaced_qualifier(match: re.Match[str]) -> str | None:
    """Advise on `2018-~05`, `2018~-05`, `~2018`, `2018~?`."""
    marks = set(match[0]) & set("~?%")
    bare = re.sub("[~?%]", "", match[0])
    fix = re.fullmatch(r"(?!0000)[0-9]{4}(?:-([0-9]{2})(?:-([0-9]{2}))?)?", bare)
    if not marks or fix is None or (fix[1] and not _written(bare[:4], fix[1], fix[2])):
        return None
    mark = marks.pop() if len(marks) == 1 else "%"
    return f"write one qualifier, at the end, for the whole date: {bare}{mark}"


def _say(words: str) -> Callable[[re.Match[str]], str | None]:
    """Return advice that is the same for all; `{0}` is the first group of the match."""
    return lambda match: words.format(*match.groups())


_ADVICE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (r"(?P<year>[0-9]{4})[- ]?(?P<kind>[QqHh])(?P<n>[1-4])", _part_of_year),
        (r"(?P<kind>[QqHh])(?P<n>[1-4])[- ]?(?P<year>[0-9]{4})", _part_of_year),
        (r"(?P<n>[1-4])(?P<kind>[QqHh])[- ]?(?P<year>[0-9]{4})", _part_of_year),
        (r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?", _few_digits),
        (r"([0-9]{4})([0-9]{2})([0-9]{2})?", _hyphens),
        (r"([0-9]{4})[. ]([0-9]{1,2})(?:[. ]([0-9]{1,2}))?", _hyphens),
        (r"([0-9]{3})0'?s", _decade),
        (r"([0-9]{4})(?:-|\.\.)([0-9]{4})", _two_years),
        (r"([0-9]{4})-?W([0-9]{2})", _week),
        (r"[0-9~?%-]{5,16}", _misplaced_qualifier),
        (r"(?:c|ca|circa)\.? ?((?!0000)[0-9]{4})", _say("write an approximate date as {0}~")),
        (r"([0-9]{3})[xu]", _say("write unspecified digits as X, {0}X")),
        (r"([0-9]{2})(?:xx|uu)", _say("write unspecified digits as X, {0}XX")),
        (r"((?!0000)[0-9]{4})-(?:xx|uu)", _say("write unspecified digits as X, {0}-XX")),
        (r"((?!0000)[0-9]{4})\.\.", _say("write an open end as {0}/..")),
        (r"\.\.((?!0000)[0-9]{4})", _say("write an open start as ../{0}")),
        (r"[0-9]{4}S[0-9]{1,4}", _say("significant digits are not supported: write 19XX or 195X")),
        (r"Y-?[0-9]{1,60}(?:E[0-9]{1,60})?|-[0-9]{4}(?:-[0-9-]{2,5})?|[0-9]{5,64}", _say(_YEARS)),
    )
)
