"""The EDTF engine: what is accepted and what it covers, what is refused and why."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from invnews.values.edtf import MAX_LENGTH, Edtf, from_range, parse
from invnews.values.edtf_calendar import days_in_month


def day(text: str) -> date | None:
    """Return a day of a table; `-` for none."""
    return None if text == "-" else date.fromisoformat(text)


def message_of(call: Callable[..., object], *arguments: object) -> str | None:
    """Return the message with which a call is refused; None when it is not."""
    try:
        call(*arguments)
    except ValueError as error:
        return str(error)
    return None


def refused(text: str) -> bool:
    """Tell whether a text is refused with a message that quotes it."""
    message = message_of(parse, text)
    return message is not None and message.startswith((text, repr(text), ascii(text)))


# text, earliest, latest, precision, flags: a approximate, u uncertain, i interval
ACCEPTED = """
2018                      2018-01-01 2018-12-31 year
0001                      0001-01-01 0001-12-31 year
9999                      9999-01-01 9999-12-31 year
2018-01                   2018-01-01 2018-01-31 month
2018-02                   2018-02-01 2018-02-28 month
2000-02                   2000-02-01 2000-02-29 month
1900-02                   1900-02-01 1900-02-28 month
2018-12                   2018-12-01 2018-12-31 month
9999-12                   9999-12-01 9999-12-31 month
2018-05-24                2018-05-24 2018-05-24 day
2016-02-29                2016-02-29 2016-02-29 day
0001-01-01                0001-01-01 0001-01-01 day
9999-12-31                9999-12-31 9999-12-31 day
2018-05-24T10:00:00Z      2018-05-24 2018-05-24 second
2018-05-24T00:00:00Z      2018-05-24 2018-05-24 second
2018-05-24T23:59:59+08:00 2018-05-24 2018-05-24 second
2018-05-24T00:30:00+08    2018-05-24 2018-05-24 second
2018-05-24T23:30:00-03:30 2018-05-24 2018-05-24 second
2018-05-24T10:00:00+00:00 2018-05-24 2018-05-24 second
2018-05-24T10:00:00+00    2018-05-24 2018-05-24 second
2018-05-24T10:00:00+14:00 2018-05-24 2018-05-24 second
2018-05-24T10:00:00+14    2018-05-24 2018-05-24 second
2018-05-24T10:00:00-14:00 2018-05-24 2018-05-24 second
2018~                     2018-01-01 2018-12-31 year a
2018?                     2018-01-01 2018-12-31 year u
2018%                     2018-01-01 2018-12-31 year au
2018-05~                  2018-05-01 2018-05-31 month a
2018-05?                  2018-05-01 2018-05-31 month u
2018-05%                  2018-05-01 2018-05-31 month au
2018-05-24~               2018-05-24 2018-05-24 day a
2018-05-24?               2018-05-24 2018-05-24 day u
2018-05-24%               2018-05-24 2018-05-24 day au
201X                      2010-01-01 2019-12-31 decade
20XX                      2000-01-01 2099-12-31 century
2XXX                      2000-01-01 2999-12-31 millennium
000X                      0001-01-01 0009-12-31 decade
00XX                      0001-01-01 0099-12-31 century
0XXX                      0001-01-01 0999-12-31 millennium
9XXX                      9000-01-01 9999-12-31 millennium
2018-XX                   2018-01-01 2018-12-31 year
2018-XX-XX                2018-01-01 2018-12-31 year
2018-02-XX                2018-02-01 2018-02-28 month
2016-02-XX                2016-02-01 2016-02-29 month
2018-21                   2018-03-01 2018-11-30 season
2018-22                   2018-06-01 2019-02-28 season
2019-22                   2019-06-01 2020-02-29 season
2018-23                   2018-03-01 2018-11-30 season
2018-24                   2018-06-01 2019-02-28 season
2018-21~                  2018-03-01 2018-11-30 season a
2018-22?                  2018-06-01 2019-02-28 season u
2018-23%                  2018-03-01 2018-11-30 season au
2018-25                   2018-03-01 2018-05-31 season
2018-26                   2018-06-01 2018-08-31 season
2018-27                   2018-09-01 2018-11-30 season
2018-28                   2018-12-01 2019-02-28 season
2019-28                   2019-12-01 2020-02-29 season
2018-29                   2018-09-01 2018-11-30 season
2018-30                   2018-12-01 2019-02-28 season
2018-31                   2018-03-01 2018-05-31 season
2018-32                   2018-06-01 2018-08-31 season
9999-24                   9999-06-01 9999-12-31 season
9999-28                   9999-12-01 9999-12-31 season
9999-30                   9999-12-01 9999-12-31 season
2018-33                   2018-01-01 2018-03-31 quarter
2018-34                   2018-04-01 2018-06-30 quarter
2018-35                   2018-07-01 2018-09-30 quarter
2018-36                   2018-10-01 2018-12-31 quarter
9999-36                   9999-10-01 9999-12-31 quarter
2018-37                   2018-01-01 2018-04-30 quadrimester
2018-38                   2018-05-01 2018-08-31 quadrimester
2018-39                   2018-09-01 2018-12-31 quadrimester
2018-40                   2018-01-01 2018-06-30 half
2018-41                   2018-07-01 2018-12-31 half
2018/2019                 2018-01-01 2019-12-31 year i
2018/2018                 2018-01-01 2018-12-31 year i
2018-05/2018-05           2018-05-01 2018-05-31 month i
2018-05/2019-02           2018-05-01 2019-02-28 month i
2018-05-24/2018-05-25     2018-05-24 2018-05-25 day i
2018-05-24/2018-05-24     2018-05-24 2018-05-24 day i
2018/2018-06              2018-01-01 2018-06-30 year i
2018-06/2018              2018-06-01 2018-12-31 year i
2018-05-24/2018-05        2018-05-24 2018-05-31 month i
2018-05-24/2018-05-XX     2018-05-24 2018-05-31 month i
2018/2018-01-01           2018-01-01 2018-01-01 year i
2018~/2019                2018-01-01 2019-12-31 year ai
2018/2019-05?             2018-01-01 2019-05-31 year ui
2018~/2019?               2018-01-01 2019-12-31 year aui
2018/2019%                2018-01-01 2019-12-31 year aui
2018/..                   2018-01-01 - year i
../2018                   - 2018-12-31 year i
2018/                     2018-01-01 - year i
/2018                     - 2018-12-31 year i
2018-05~/..               2018-05-01 - month ai
../2018-05-24?            - 2018-05-24 day ui
201X/2025                 2010-01-01 2025-12-31 decade i
2015/201X                 2015-01-01 2019-12-31 decade i
201X/20XX                 2010-01-01 2099-12-31 century i
2018-XX/2020-02-XX        2018-01-01 2020-02-29 year i
198X/..                   1980-01-01 - decade i
/198X                     - 1989-12-31 decade i
"""
ACCEPTED_ROWS = [line.split() for line in ACCEPTED.strip().splitlines()]

PLAIN = "expected EDTF such as 2018, 2018-05 or 2018-05-24"
MONTHS = "months run from 01 to 12"
CODES = f"{MONTHS}, seasons, quarters and halves from 21 to 41"
NO_END = "an interval with no known end says nothing: leave the date out"
NO_CODE = "an interval takes no season, quarter or half: write the months"
JOINED = "an interval is two dates joined by one slash, such as 2018/2019-05"
MARK = "write one qualifier, at the end, for the whole date:"
YEARS = "years run from 0001 to 9999"
TIME = "write a date-time with T and whole seconds,"

REFUSED = {
    # days, months and years that do not exist
    "2018-02-30": "February 2018 has 28 days",
    "2018-02-29": "February 2018 has 28 days",
    "1900-02-29": "February 1900 has 28 days",
    "0004-02-30": "February 0004 has 29 days",
    "2018-04-31": "April 2018 has 30 days",
    "2018-05-32": "May 2018 has 31 days",
    "2018-05-00": "days are numbered from 01",
    "2018-00": CODES,
    "2018-13": CODES,
    "2018-42": CODES,
    "2018-99": CODES,
    "2018-19": f"{MONTHS}: write two years as 2018/2019",
    "2018-00-01": MONTHS,
    "2018-13-32": MONTHS,
    "2018-13-XX": MONTHS,
    "2018-24-05": f"{MONTHS}: write year, month, day, 2018-05-24",
    "2018-35-05": "a quarter takes no day",
    "2018-21-XX": "a season takes no day",
    "0000": YEARS,
    "0000-05": YEARS,
    "-2018": YEARS,
    "-0001-05-24": YEARS,
    "Y12018": YEARS,
    "Y-17E7": YEARS,
    "20185": YEARS,
    # not written as EDTF
    "": None,
    "24 May 2018": PLAIN,
    "today": PLAIN,
    "18": PLAIN,
    "..": PLAIN,
    "2018-": PLAIN,
    "2018-05-": PLAIN,
    "2018-05-24-01": PLAIN,
    "2018-13-5": PLAIN,
    "2018-W54": PLAIN,
    "9999-W53": PLAIN,
    "2019-2018": PLAIN,
    "2018-5": "write the month with two digits, 2018-05",
    "2018-5-03": "write the month with two digits, 2018-05-03",
    "2018-05-3": "write the day with two digits, 2018-05-03",
    "2018-5-3": "write the month and the day with two digits, 2018-05-03",
    "20180524": "write the date with hyphens, 2018-05-24",
    "201805": "write the date with hyphens, 2018-05",
    "2018.05.24": "write the date with hyphens, 2018-05-24",
    "2018-Q3": "write the third quarter as 2018-35",
    "2018Q1": "write the first quarter as 2018-33",
    "Q4 2018": "write the fourth quarter as 2018-36",
    "2Q2018": "write the second quarter as 2018-34",
    "H1 2019": "write the first half as 2019-40",
    "2019-H2": "write the second half as 2019-41",
    "2019-H3": "a year has two halves, 2019-40 and 2019-41",
    "0000-Q1": YEARS,
    "1980s": "write the decade as 198X",
    "1900s": "write the decade as 190X, the century as 19XX",
    "2018-2019": "write an interval with a slash, 2018/2019",
    "2018..2019": "write an interval with a slash, 2018/2019",
    "2018..": "write an open end as 2018/..",
    "..2018": "write an open start as ../2018",
    "2018-W35": "write the days of the week, 2018-08-27/2018-09-02",
    "circa 1995": "write an approximate date as 1995~",
    "c.1995": "write an approximate date as 1995~",
    # qualifiers
    "~2018": f"{MARK} 2018~",
    "2018-~05": f"{MARK} 2018-05~",
    "2018~-05": f"{MARK} 2018-05~",
    "2018-05?-24": f"{MARK} 2018-05-24?",
    "2018~?": f"{MARK} 2018%",
    "201X~": "X digits take no qualifier: leave out the X or the ~",
    "2018-XX?": "X digits take no qualifier: leave out the X or the ?",
    "2018-25~": "the codes 25 to 41 take no qualifier: write the months, 2018-03~/2018-05~",
    "2018-28?": "the codes 25 to 41 take no qualifier: write the months, 2018-12?/2019-02?",
    "2018-33%": "the codes 25 to 41 take no qualifier: write the months, 2018-01%/2018-03%",
    "2018-41~": "the codes 25 to 41 take no qualifier: write the months, 2018-07~/2018-12~",
    # unspecified digits
    "XXXX": "a year with no known digit says nothing: leave the date out",
    "XXXX-05": "a year with no known digit says nothing: leave the date out",
    "1X99": "X stands for digits from the right only: write 1XXX",
    "X018": "X stands for digits from the right only: write a year such as 201X or 20XX",
    "201X-05": "an unspecified year takes no month: write 201X",
    "201X-XX": "an unspecified year takes no month: write 201X",
    "2018-XX-15": "a known day needs a known month: write 2018-XX",
    "2018-1X": "leave the whole month unspecified, 2018-XX",
    "2018-X5": "leave the whole month unspecified, 2018-XX",
    "2018-05-2X": "leave the whole day unspecified, 2018-05-XX",
    "201x": "write unspecified digits as X, 201X",
    "19uu": "write unspecified digits as X, 19XX",
    "2018-xx": "write unspecified digits as X, 2018-XX",
    "1950S2": "significant digits are not supported: write 19XX or 195X",
    "[2018,2019]": "sets of dates are not supported: write one date, or an interval",
    "{2018..2020}": "sets of dates are not supported: write one date, or an interval",
    # date-times
    "2018-05-24T10:00:00": "add Z or the offset from UTC, such as 2018-05-24T10:00:00Z",
    "2018-05-24 10:00": "add Z or the offset from UTC, such as 2018-05-24T10:00:00Z",
    "2018-05-24T10:00Z": f"{TIME} 2018-05-24T10:00:00Z",
    "2018-05-24t10:00:00z": f"{TIME} 2018-05-24T10:00:00Z",
    "2018-05-24T10:00:00.123+08:00": f"{TIME} 2018-05-24T10:00:00+08:00",
    "2018-05-24T10:00:00+0800": f"{TIME} 2018-05-24T10:00:00+08:00",
    "2018-05-24T24:00:00Z": "write midnight as 00:00:00 of the day that begins",
    "2018-05-24T24:00:01Z": "times of day run from 00:00:00 to 23:59:59",
    "2018-05-24T10:60:00Z": "times of day run from 00:00:00 to 23:59:59",
    "2016-12-31T23:59:60Z": "times of day run from 00:00:00 to 23:59:59",
    "2018-05-24T10:00:00-00:00": "a zero offset is +00:00 or Z: write 2018-05-24T10:00:00Z",
    "2018-05-24T10:00:00-00": "a zero offset is +00:00 or Z: write 2018-05-24T10:00:00Z",
    "2018-05-24T10:00:00+14:01": "offsets run from -14:00 to +14:00",
    "2018-05-24T10:00:00+01:60": "offsets run from -14:00 to +14:00",
    "2018-02-30T10:00:00Z": "February 2018 has 28 days",
    "2018-21-01T10:00:00Z": f"{MONTHS}: write year, month, day, 2018-01-21",
    "0000/01": JOINED,
    "2018-05-24T10Z": "expected a date-time such as 2018-05-24T10:00:00Z",
    "2018-05-24T10:00:00Z~": "expected a date-time such as 2018-05-24T10:00:00Z",
    # intervals
    "2018/2017": "ends before it starts",
    "2018-05/2018-04": "ends before it starts",
    "2018-05-24/2018-05-23": "ends before it starts",
    "2018-06-01/2018-05": "ends before it starts",
    "2018-36/2018-33": "ends before it starts",
    "/": NO_END,
    "../..": NO_END,
    "../": NO_END,
    "/..": NO_END,
    "2018-33/2018-34": f"{NO_CODE}, 2018-01/2018-06",
    "2018-28/2020": f"{NO_CODE}, 2018-12/2020",
    "2018/2018-41": f"{NO_CODE}, 2018/2018-12",
    "2018-40/..": f"{NO_CODE}, 2018-01/..",
    "2018-21/2018-22": NO_CODE,
    "2018-21~/2019": NO_CODE,
    "2018-02-30/2019": "start 2018-02-30: February 2018 has 28 days",
    "2018/2018-02-30": "end 2018-02-30: February 2018 has 28 days",
    "2018/today": f"end today: {PLAIN}",
    "2018/~2019": f"end ~2019: {MARK} 2019~",
    "2018/...": f"end ...: {PLAIN}",
    "2018/open": "write an open end as ..",
    "unknown/2018": "leave an unknown start empty",
    "2018-05-24T10:00:00Z/2018-05-25": (
        "start 2018-05-24T10:00:00Z: an interval joins dates without times, 2018-05-24"
    ),
    "2018/2019/2020": JOINED,
    "2018//2019": JOINED,
    "//": JOINED,
    "2018/13/45": JOINED,
    "2018/05/24": "write the date with hyphens, 2018-05-24",
    "2018/5/3": "write the date with hyphens, 2018-05-03",
    "2018/05": "write the date with hyphens, 2018-05",
    "05/2018": "write the date with hyphens, 2018-05",
    "05/24/2018": "write year, month, day with hyphens, such as 2018-05-24",
    "2018/19": "write two years in full, 2018/2019",
    "2011/12": "write two years in full, 2011/2012; a month is 2011-12",
    "2018 / 2019": "remove the blanks around the slash",
}

HOSTILE = [
    "1" * 65536,
    "X" * 65536,
    "/" * 65536,
    "2018" + "-" * 65536,
    "2018" + "~" * 65536,
    "2018-05-24T10:00:00." + "0" * 65536 + "Z",
    " " * 65536 + "2018",
    "1" * MAX_LENGTH,
    "X" * MAX_LENGTH,
    "/" * MAX_LENGTH,
    "~" * MAX_LENGTH,
    "2018" + "-" * 60,
    "Y" + "1" * 63,
    "\uff12\uff10\uff11\uff18",
    "\u0662\u0660\u0661\u0668",
    "\u0968\u0966\u0967\u096e-\u0966\u096b",
    "2018-0\uff15",
    "201\u0425",  # a Cyrillic letter
    "2018\u20132019",  # an en dash
    "2018\u00a0",
    "2018\u2215" + "2019",
    "\ud800",
    "2018\x00",
    "\x002018",
    "2018\n",
    "2018-05-24\n",
    "2018-05-24T10:00:00Z\n",
    "2018/..\n",
    "2018\r\n",
    "2018\t",
    "2018\x7f",
    " 2018",
    "2018 ",
    " ",
]


@pytest.mark.parametrize("row", ACCEPTED_ROWS, ids=lambda row: row[0])
def test_an_accepted_text_covers_these_days(row: list[str]) -> None:
    """Every form of EDTF that is accepted has its days, its precision and its flags."""
    text, first, last, precision, flags = [*row, ""][:5]
    assert parse(text) == Edtf(
        text=text,
        earliest=day(first),
        latest=day(last),
        precision=precision,
        approximate="a" in flags,
        uncertain="u" in flags,
        interval="i" in flags,
    )


@pytest.mark.parametrize(("text", "problem"), REFUSED.items())
def test_a_refused_text_is_told_what_is_wrong(text: str, problem: str | None) -> None:
    """A refusal quotes the text, says what is wrong and, where it can be told, the fix."""
    assert message_of(parse, text) == (f"{text}: {problem}" if problem else f"'': {PLAIN}")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused(text: str) -> None:
    """Long texts, digits of other scripts, control characters and blanks are never read."""
    with pytest.raises(
        ValueError, match=r"expected EDTF|plain ASCII|years run|remove the|one slash"
    ):
        parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1" * 65, "expected EDTF of at most 64 characters, got 65"),
        ("2018\n", "'2018\\n': EDTF is plain ASCII, without U+000A"),
        (
            "\uff12\uff10\uff11\uff18",
            "'\\uff12\\uff10\\uff11\\uff18': EDTF is plain ASCII, without U+FF12",
        ),
        ("2018 ", "'2018 ': remove the blanks around it"),
    ],
)
def test_an_unprintable_text_is_quoted_safely(text: str, message: str) -> None:
    """A message has no control characters and never repeats a text of any length."""
    assert message_of(parse, text) == message


@pytest.mark.parametrize("value", [None, 2018, b"2018", date(2018, 1, 1), ["2018"]])
def test_only_text_is_read(value: object) -> None:
    """What is not text is a TypeError that names its type."""
    with pytest.raises(TypeError) as caught:
        parse(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert str(caught.value) == f"expected EDTF text, got {type(value).__name__}"


def test_a_subclass_of_str_is_not_kept() -> None:
    """The text of a value is a plain str, whatever kind of str it was read from."""

    class Name(str):
        """A kind of text."""

        __slots__ = ()

    assert type(parse(Name("2017-11")).text) is str


def test_every_day_of_two_centuries() -> None:
    """Each day from 1900 to 2100 is read as that day, and written back as it was."""
    current = date(1900, 1, 1)
    while current.year <= 2100:
        text = current.isoformat()
        assert parse(text) == Edtf(text, current, current, "day")
        assert from_range(current, current) == text
        current += timedelta(days=1)


def test_every_near_miss_of_two_centuries() -> None:
    """No day 00, no day after the end of its month, no month 00 or 13 to 20 or above 41."""
    accepted = []
    for year in range(1900, 2101):
        misses = [f"{year}-{month:02d}" for month in (0, *range(13, 21), *range(42, 100))]
        misses += [f"{miss}-01" for miss in misses]
        for month in range(1, 13):
            length = days_in_month(year, month)
            days = (0, *range(length + 1, 36), *range(40, 100, 10))
            misses += [f"{year}-{month:02d}-{number:02d}" for number in days]
        accepted += [text for text in misses if not refused(text)]
    assert accepted == []


def test_every_misspelt_day_of_a_year() -> None:
    """No day is read with other separators, digits missing or added, or anything around it."""
    accepted = []
    for offset in range(366):
        iso = (date(2016, 1, 1) + timedelta(days=offset)).isoformat()
        misspelt = [iso.replace("-", sign) for sign in ("", "/", ".", " ", "--", "_", ":")]
        misspelt += [iso[:-1], iso[:-2], iso[1:], iso + "0", "0" + iso, iso + "-", "+" + iso]
        misspelt += [iso + end for end in ("\n", " ", "Z", "T", "~~", "X", "\x00", "/", "/../")]
        misspelt += [start + iso for start in (" ", "-", "T", "~", "\ufeff", "//")]
        accepted += [text for text in misspelt if text != f"{iso}/" and not refused(text)]
    assert accepted == []


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("2018-05-24", "2018-05-24", "2018-05-24"),
        ("2018-02-01", "2018-02-28", "2018-02"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-02-01", "2016-02-28", "2016-02-01/2016-02-28"),
        ("2018-01-01", "2018-03-31", "2018-33"),
        ("2018-10-01", "2018-12-31", "2018-36"),
        ("2018-05-01", "2018-08-31", "2018-38"),
        ("2018-01-01", "2018-06-30", "2018-40"),
        ("2018-07-01", "2018-12-31", "2018-41"),
        ("2018-03-01", "2018-05-31", "2018-03/2018-05"),
        ("2018-12-01", "2019-02-28", "2018-12/2019-02"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2010-01-01", "2019-12-31", "201X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("1901-01-01", "2000-12-31", "1901/2000"),
        ("1000-01-01", "1999-12-31", "1XXX"),
        ("0001-01-01", "0009-12-31", "000X"),
        ("0001-01-01", "9999-12-31", "0001/9999"),
        ("2011-01-01", "2019-12-31", "2011/2019"),
        ("2018-02-01", "2018-04-30", "2018-02/2018-04"),
        ("2018-01-01", "2018-05-31", "2018-01/2018-05"),
        ("2018-12-05", "2018-12-31", "2018-12-05/2018-12-31"),
        ("2022-01-01", "2022-08-15", "2022-01-01/2022-08-15"),
        ("2018-01-01", "-", "2018/.."),
        ("2018-06-01", "-", "2018-06/.."),
        ("2018-06-02", "-", "2018-06-02/.."),
        ("-", "2018-12-31", "../2018"),
        ("-", "2018-06-30", "../2018-06"),
        ("-", "2018-06-29", "../2018-06-29"),
    ],
)
def test_a_range_is_written_as_its_shortest_text(earliest: str, latest: str, text: str) -> None:
    """One unit when the days are just that, otherwise an interval of the coarsest exact ends."""
    assert from_range(day(earliest), day(latest)) == text


def test_a_range_that_cannot_be_written() -> None:
    """A range needs a known end, the right order and days without a time."""
    with pytest.raises(TypeError) as timed:
        from_range(datetime(2018, 1, 1), date(2018, 12, 31))  # noqa: DTZ001 - refused as it is
    assert [
        message_of(from_range, None, None),
        message_of(from_range, date(2018, 5, 24), date(2018, 5, 23)),
        str(timed.value),
    ] == [
        "a range with neither a first nor a last day has no EDTF",
        "2018-05-24/2018-05-23: ends before it starts",
        "expected a date, got a datetime: pass its .date()",
    ]


YEAR = st.integers(1, 9999).map("{:04d}".format)
DAY = st.dates().map(date.isoformat)
MONTH = DAY.map(lambda text: text[:7])
MARKS = st.sampled_from(["", "~", "?", "%"])
UNSPECIFIED = st.one_of(
    st.builds(lambda year, unknown: year[: 4 - unknown] + "X" * unknown, YEAR, st.integers(1, 3)),
    st.builds("{}-XX".format, YEAR),
    st.builds("{}-XX".format, MONTH),
    st.builds("{}-XX-XX".format, YEAR),
)
ENDS = st.one_of(st.builds("{}{}".format, st.one_of(YEAR, MONTH, DAY), MARKS), UNSPECIFIED)
OPEN = st.sampled_from(["", ".."])
SUB_YEAR_TEXTS = st.one_of(
    st.builds("{}-{}{}".format, YEAR, st.integers(21, 24), MARKS),
    st.builds("{}-{}".format, YEAR, st.integers(25, 41)),
)
OFFSETS = st.one_of(
    st.just("Z"),
    st.builds("{}{:02d}".format, st.just("+"), st.integers(0, 14)),
    st.builds("{}{:02d}:{:02d}".format, st.just("+"), st.integers(0, 13), st.integers(0, 59)),
    st.builds("{}{:02d}:{:02d}".format, st.just("-"), st.integers(1, 13), st.integers(0, 59)),
)
DATE_TIMES = st.builds("{}T{}{}".format, DAY, st.times().map(lambda t: f"{t:%H:%M:%S}"), OFFSETS)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Draw two ends in order, or one and an open or unknown one."""
    start, end = draw(ENDS), draw(st.one_of(ENDS, OPEN))
    if end in ("", ".."):
        return draw(st.sampled_from([f"{start}/{end}", f"{end}/{start}"]))
    first, last = parse(start).earliest, parse(end).latest
    assert first is not None
    assert last is not None
    return f"{start}/{end}" if first <= last else f"{end}/{start}"


TEXTS = st.one_of(ENDS, SUB_YEAR_TEXTS, DATE_TIMES, intervals())


@given(TEXTS)
def test_every_generated_form_is_accepted(text: str) -> None:
    """The whole grammar is accepted; the days are in order and the text is kept."""
    value = parse(text)
    first, last = value.earliest or date.min, value.latest or date.max
    assert value.text == text
    assert first <= last
    assert value.interval is ("/" in text)


@given(TEXTS)
def test_a_range_read_back_covers_the_same_days(text: str) -> None:
    """`from_range` loses no day and adds none."""
    value = parse(text)
    again = parse(from_range(value.earliest, value.latest))
    assert (again.earliest, again.latest) == (value.earliest, value.latest)


@given(TEXTS)
def test_a_written_range_is_its_own_shortest_text(text: str) -> None:
    """What `from_range` wrote, it writes again, and it is no longer than what it was made from."""
    value = parse(text)
    written = from_range(value.earliest, value.latest)
    again = parse(written)
    assert from_range(again.earliest, again.latest) == written
    assert (again.approximate, again.uncertain) == (False, False)


@given(st.dates(), st.dates())
def test_any_two_days_can_be_written(one: date, other: date) -> None:
    """Every range of days has a text that covers exactly it, open on either side too."""
    first, last = min(one, other), max(one, other)
    for earliest, latest in ((first, last), (first, None), (None, last)):
        value = parse(from_range(earliest, latest))
        assert (value.earliest, value.latest) == (earliest, latest)


@given(st.text("0123456789X-/~?%. TZ:+QHWSYsu", max_size=26))
@example("2018-X")
@example("2018-05-24T10:00:00Z/")
def test_a_text_is_read_or_refused_and_every_fix_offered_is_accepted(text: str) -> None:
    """Nothing but ValueError comes out, and what a message says to write can be read."""
    message = message_of(parse, text)
    if message is None:
        assert parse(text).text == text
    else:
        assert [fix for fix in fixes(message) if refused(fix)] == []


@pytest.mark.parametrize("text", REFUSED)
def test_every_fix_in_the_table_is_accepted(text: str) -> None:
    """What a message says to write can be read."""
    assert [fix for fix in fixes(message_of(parse, text) or "") if refused(fix)] == []


def fixes(message: str) -> list[str]:
    """Return the EDTF texts that a message says to write."""
    advice = re.split(r"\b(?:write|such as|without times|unspecified|as)\b", message, maxsplit=1)
    words = advice[1].replace(";", " ").replace(", ", " ").split() if len(advice) == 2 else []
    return [word for word in words if re.match(r"[0-9]{2}[0-9X]{2}|\.\./", word)]


def differs_from_the_validator(text: str) -> bool:
    """Tell whether edtf-validate 2.0.0 refuses a text that the specification has.

    * `+00`, `+00:00` and `+14`: its offsets are 01 to 13, 14:00, and 00:01 to 00:59.
    * `2018-05-24/2018-05`: it compares the first days of both ends, but the end "2018-05" is some
      day in May (the specification has `2004-02-01/2005-02`, an end of lower precision).
    * `201X/..`, `2018-XX/2019~`: its grammar joins an end with X digits to plain dates only;
      level 2 of the specification allows unspecified digits in any interval.
    """
    if "T" in text:
        return text.endswith(("+00", "+00:00", "+14"))
    start, slash, end = text.partition("/")
    if not slash:
        return False
    if "X" in text and (start in ("", "..") or end in ("", "..") or set(text) & set("~?%")):
        return True
    if start in ("", "..") or end in ("", ".."):
        return False
    first, last = parse(start).earliest, parse(end).latest
    assert first is not None
    assert last is not None
    compared = {4: last.replace(month=1, day=1), 7: last.replace(day=1)}
    return first > compared.get(len(end.rstrip("~?%")), last)


@settings(deadline=None)  # the first call loads the other implementation
@given(TEXTS)
def test_what_is_accepted_is_valid_edtf(text: str) -> None:
    """Another implementation accepts every generated form, but for the documented exceptions."""
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    assert validator.is_valid(text) or differs_from_the_validator(text)


@pytest.mark.parametrize("row", ACCEPTED_ROWS, ids=lambda row: row[0])
def test_the_table_is_valid_edtf(row: list[str]) -> None:
    """The exceptions are exactly what the other implementation refuses of the table."""
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    assert validator.is_valid(row[0]) is not differs_from_the_validator(row[0])


@settings(deadline=None)  # the first call loads the other implementation
@given(st.dates(), st.dates())
def test_what_is_written_is_valid_edtf(one: date, other: date) -> None:
    """Another implementation accepts every text that `from_range` writes, without exception."""
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    first, last = min(one, other), max(one, other)
    for earliest, latest in ((first, last), (first, None), (None, last)):
        assert validator.is_valid(from_range(earliest, latest))


@settings(deadline=None)  # the first call loads the other implementation
@given(TEXTS)
def test_the_range_of_any_text_is_written_as_valid_edtf(text: str) -> None:
    """Whole months, years and decades are written as valid EDTF too."""
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    value = parse(text)
    assert validator.is_valid(from_range(value.earliest, value.latest))
