"""RelativeDate: the days that a time covers when it is seen from the day of the report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.values import RelativeDate

UNITS = ["day", "week", "month", "quarter", "half", "year", "decade"]


def problems(make):
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def day(text):
    """Return a day of a table; `-` for none."""
    return None if text == "-" else date.fromisoformat(text)


# reference, unit, offset, count, first day, last day
# 2018-06-25 is a Monday, 2018-06-24 a Sunday, 2016-02-29 a Monday, 2021-01-01 a Friday.
WHOLE = """
2018-06-25 day        0   1 2018-06-25 2018-06-25
2018-06-25 day       -1   1 2018-06-24 2018-06-24
2018-06-25 day        1   1 2018-06-26 2018-06-26
2018-06-25 day       -3   3 2018-06-22 2018-06-24
2018-06-25 day        6   1 2018-07-01 2018-07-01
2018-12-31 day        1   1 2019-01-01 2019-01-01
2018-01-01 day       -1   1 2017-12-31 2017-12-31
2016-02-28 day        1   1 2016-02-29 2016-02-29
2016-03-01 day       -1   1 2016-02-29 2016-02-29
2018-03-01 day       -1   1 2018-02-28 2018-02-28
9999-12-31 day        0   1 9999-12-31 9999-12-31
0001-01-01 day        0   1 0001-01-01 0001-01-01
2018-06-25 week       0   1 2018-06-25 2018-07-01
2018-06-24 week       0   1 2018-06-18 2018-06-24
2018-06-25 week      -1   1 2018-06-18 2018-06-24
2018-06-24 week      -1   1 2018-06-11 2018-06-17
2018-06-25 week       1   1 2018-07-02 2018-07-08
2018-06-27 week      -2   2 2018-06-11 2018-06-24
2021-01-01 week       0   1 2020-12-28 2021-01-03
2016-02-29 week       0   1 2016-02-29 2016-03-06
2018-06-25 month      0   1 2018-06-01 2018-06-30
2018-06-25 month     -1   1 2018-05-01 2018-05-31
2018-06-25 month      1   1 2018-07-01 2018-07-31
2018-01-15 month     -1   1 2017-12-01 2017-12-31
2018-12-15 month      1   1 2019-01-01 2019-01-31
2018-03-31 month     -1   1 2018-02-01 2018-02-28
2016-03-31 month     -1   1 2016-02-01 2016-02-29
1900-01-31 month      1   1 1900-02-01 1900-02-28
2000-01-31 month      1   1 2000-02-01 2000-02-29
2018-06-25 month     -3   3 2018-03-01 2018-05-31
2018-06-25 month    -18   1 2016-12-01 2016-12-31
9999-12-31 month      0   1 9999-12-01 9999-12-31
0001-01-01 month      0   1 0001-01-01 0001-01-31
2018-06-25 quarter    0   1 2018-04-01 2018-06-30
2018-06-25 quarter   -1   1 2018-01-01 2018-03-31
2018-06-25 quarter   -2   1 2017-10-01 2017-12-31
2018-06-25 quarter    1   1 2018-07-01 2018-09-30
2018-06-25 quarter   -4   4 2017-04-01 2018-03-31
2018-01-01 quarter    0   1 2018-01-01 2018-03-31
2018-12-31 quarter    0   1 2018-10-01 2018-12-31
2016-02-29 quarter    0   1 2016-01-01 2016-03-31
9999-11-11 quarter    0   1 9999-10-01 9999-12-31
2018-06-30 half       0   1 2018-01-01 2018-06-30
2018-07-01 half       0   1 2018-07-01 2018-12-31
2018-06-25 half       1   1 2018-07-01 2018-12-31
2018-06-25 half      -1   1 2017-07-01 2017-12-31
2018-06-25 half       2   1 2019-01-01 2019-06-30
2018-06-25 year       0   1 2018-01-01 2018-12-31
2018-06-25 year      -1   1 2017-01-01 2017-12-31
2018-06-25 year       1   1 2019-01-01 2019-12-31
2018-01-01 year      -1   1 2017-01-01 2017-12-31
2018-12-31 year       1   1 2019-01-01 2019-12-31
2016-02-29 year      -1   1 2015-01-01 2015-12-31
2018-06-25 year       1   5 2019-01-01 2023-12-31
2018-06-25 year      -5   5 2013-01-01 2017-12-31
2018-06-25 year   -2017   1 0001-01-01 0001-12-31
2018-06-25 year    7981   1 9999-01-01 9999-12-31
2018-06-25 decade     0   1 2010-01-01 2019-12-31
2018-06-25 decade    -1   1 2000-01-01 2009-12-31
2018-06-25 decade     1   1 2020-01-01 2029-12-31
2010-01-01 decade    -2   2 1990-01-01 2009-12-31
2019-12-31 decade     0   1 2010-01-01 2019-12-31
0005-05-05 decade     0   1 0001-01-01 0009-12-31
9995-05-05 decade     0   1 9990-01-01 9999-12-31
"""


@pytest.mark.parametrize("row", WHOLE.strip().splitlines())
def test_whole_units_are_those_of_the_calendar(row):
    """Weeks begin on Monday; months, quarters, halves, years and decades as the calendar has."""
    reference, unit, offset, count, first, last = row.split()
    relative = RelativeDate(unit=unit, offset=int(offset), count=int(count))

    assert relative.days_from(day(reference)) == (day(first), day(last))


# reference, unit, offset, count, part, first day, last day
PARTS = """
2022-08-15 year       0   1 before 2022-01-01 2022-08-15
2022-08-15 year       0   1 after  2022-08-15 2022-12-31
2022-01-01 year       0   1 before 2022-01-01 2022-01-01
2022-12-31 year       0   1 after  2022-12-31 2022-12-31
2022-08-15 year      -1   1 before 2021-01-01 2021-12-31
2022-08-15 year       1   1 after  2023-01-01 2023-12-31
2022-08-15 month      0   1 before 2022-08-01 2022-08-15
2022-08-15 week       0   1 after  2022-08-15 2022-08-21
2022-08-17 week       0   1 before 2022-08-15 2022-08-17
2022-08-15 quarter    0   1 after  2022-08-15 2022-09-30
2022-08-15 decade     0   1 before 2020-01-01 2022-08-15
2022-08-15 day        0   1 before 2022-08-15 2022-08-15
2018-06-25 year       0   1 early  2018-01-01 2018-04-30
2018-06-25 year       0   1 mid    2018-05-01 2018-08-31
2018-06-25 year       0   1 late   2018-09-01 2018-12-31
2018-06-25 year      -1   1 late   2017-09-01 2017-12-31
2018-06-25 year       1   1 early  2019-01-01 2019-04-30
9999-06-25 year       0   1 late   9999-09-01 9999-12-31
2018-06-25 month      0   1 early  2018-06-01 2018-06-10
2018-06-25 month      0   1 mid    2018-06-11 2018-06-20
2018-06-25 month      0   1 late   2018-06-21 2018-06-30
2018-07-25 month      0   1 late   2018-07-21 2018-07-31
2018-02-25 month      0   1 late   2018-02-21 2018-02-28
2016-02-25 month      0   1 late   2016-02-21 2016-02-29
9999-12-25 month      0   1 late   9999-12-21 9999-12-31
2018-06-25 quarter    0   1 early  2018-04-01 2018-04-30
2018-06-25 quarter    0   1 mid    2018-05-01 2018-05-31
2018-06-25 quarter    0   1 late   2018-06-01 2018-06-30
2018-06-25 half       0   1 early  2018-01-01 2018-02-28
2016-06-25 half       0   1 early  2016-01-01 2016-02-29
2018-06-25 half       0   1 mid    2018-03-01 2018-04-30
2018-06-25 half       0   1 late   2018-05-01 2018-06-30
2018-06-25 week       0   1 early  2018-06-25 2018-06-26
2018-06-25 week       0   1 mid    2018-06-27 2018-06-28
2018-06-25 week       0   1 late   2018-06-29 2018-07-01
2018-06-25 decade     0   1 early  2010-01-01 2013-12-31
2018-06-25 decade     0   1 mid    2014-01-01 2016-12-31
2018-06-25 decade     0   1 late   2017-01-01 2019-12-31
2018-06-25 decade    -1   1 early  2000-01-01 2003-12-31
9995-06-25 decade     0   1 late   9997-01-01 9999-12-31
2018-06-25 year       0   3 mid    2019-01-01 2019-12-31
"""


@pytest.mark.parametrize("row", PARTS.strip().splitlines())
def test_parts_of_units(row):
    """before and after are parted by the day of the report; early, mid and late are thirds."""
    reference, unit, offset, count, part, first, last = row.split()
    relative = RelativeDate(unit=unit, offset=int(offset), count=int(count), part=part)

    assert relative.days_from(day(reference)) == (day(first), day(last))


@pytest.mark.parametrize("part", ["early", "mid", "late"])
def test_a_day_has_no_thirds(part):
    """A day is the smallest unit: its parts lie within it."""
    relative = RelativeDate(unit="day", offset=0, part=part)

    assert relative.days_from(date(2018, 6, 25)) == (date(2018, 6, 25), date(2018, 6, 25))


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(-1, (None, date(2018, 6, 25))), (0, (None, date(2018, 6, 25))),
     (1, (date(2018, 6, 25), None))],
)  # fmt: skip
def test_without_a_unit_there_is_one_bound(offset, expected):
    """recently is some time up to the report, soon some time from it on."""
    assert RelativeDate(offset=offset).days_from(date(2018, 6, 25)) == expected


@pytest.mark.parametrize(
    ("reference", "given_values"),
    [
        ("9999-12-31", {"unit": "day", "offset": 1}),
        ("0001-01-01", {"unit": "day", "offset": -1}),
        ("9999-12-31", {"unit": "week", "offset": 0}),
        ("2018-06-25", {"unit": "week", "offset": 10**6}),
        ("9999-12-01", {"unit": "month", "offset": 1}),
        ("9999-12-01", {"unit": "month", "offset": 0, "count": 2}),
        ("0001-01-31", {"unit": "month", "offset": -1}),
        ("9999-12-01", {"unit": "quarter", "offset": 1}),
        ("0001-03-01", {"unit": "half", "offset": -1}),
        ("0001-03-01", {"unit": "half", "offset": -1, "count": 2}),
        ("0001-03-01", {"unit": "month", "offset": -4, "count": 12}),
        ("2018-06-25", {"unit": "year", "offset": -2018}),
        ("2018-06-25", {"unit": "year", "offset": -2018, "count": 2}),
        ("2018-06-25", {"unit": "year", "offset": 7982}),
        ("2018-06-25", {"unit": "year", "offset": 7981, "count": 2}),
        ("2018-06-25", {"unit": "decade", "offset": -202}),
        ("2018-06-25", {"unit": "decade", "offset": 3_660_000}),
        ("2018-06-25", {"unit": "year", "offset": 0, "count": 3_660_000}),
        ("2018-06-25", {"unit": "day", "offset": -3_660_000}),
    ],
)
def test_days_outside_the_years_1_to_9999_are_refused(reference, given_values):
    """No day is cut off and no other error comes out."""
    relative = RelativeDate(**given_values)

    assert problems(lambda: relative.days_from(day(reference))) == (
        Problem("$", "bad_date", f"expected days of the years 1 to 9999, seen from {reference}"),
    )


@pytest.mark.parametrize(
    "given_values",
    [{"unit": "x-fortnight", "offset": 1}, {"unit": "year", "offset": 1, "part": "x-ides"}],
)
def test_private_codes_are_taken_and_mean_no_days(given_values):
    """What x-… means only its maker knows, so asking for its days is refused."""
    relative = RelativeDate(**given_values)
    found = problems(lambda: relative.days_from(date(2018, 6, 25)))

    assert [(each.path, each.code) for each in found] == [("$", "bad_date")]


def test_the_problem_of_a_private_code_names_the_code():
    """The years are not at fault when it is the code that means nothing here."""
    found = problems(lambda: RelativeDate(unit="x-fortnight", offset=1).days_from(date.max))

    assert "x-fortnight" in found[0].message


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({"unit": "years", "offset": 1}, Problem(
            "$.unit", "unknown_code", "expected a date unit, got 'years'", "years",
            "did you mean 'year'?")),
        ({"unit": "year", "offset": True}, Problem(
            "$.offset", "wrong_type", "expected a whole number, got true", True)),
        ({"unit": "year", "offset": 1, "count": 0}, Problem(
            "$.count", "out_of_bounds", "expected at least 1, got 0", 0)),
        ({"unit": "year", "offset": 3_660_001}, Problem(
            "$.offset", "out_of_bounds", "expected at most 3660000, got 3660001", 3_660_001)),
        ({"unit": "year", "offset": 1, "part": "start"}, Problem(
            "$.part", "unknown_code", "expected a part of a date unit, got 'start'", "start",
            "did you mean 'early'?")),
    ],
)  # fmt: skip
def test_what_is_no_relative_date_is_refused(given_values, expected):
    """Units and parts are those of the vocabularies, numbers whole and within bounds."""
    assert problems(lambda: RelativeDate(**given_values)) == (expected,)


def whole():
    """Return a strategy of whole units near to a reference."""
    return st.builds(
        RelativeDate, unit=st.sampled_from(UNITS), offset=st.integers(-40, 40),
        count=st.integers(1, 12),
    )  # fmt: skip


DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@given(whole(), DAYS)
def test_units_in_a_row_join_without_a_gap(relative, reference):
    """Where one unit ends, the next one begins."""
    first, last = relative.days_from(reference)
    following = RelativeDate(
        unit=relative.unit, offset=relative.offset + relative.count, count=1
    ).days_from(reference)

    assert first <= last
    assert (following[0] - last).days == 1


@given(st.sampled_from(UNITS), DAYS)
def test_this_unit_holds_the_day_of_the_report(unit, reference):
    """Offset 0 is the unit in which the reference lies."""
    first, last = RelativeDate(unit=unit, offset=0).days_from(reference)

    assert first <= reference <= last


@given(whole(), DAYS, st.sampled_from(["early", "mid", "late"]))
def test_thirds_join_and_cover_the_whole(relative, reference, part):
    """early, mid and late follow each other without gap or overlap, and none is empty."""
    parts = [
        RelativeDate(
            unit=relative.unit, offset=relative.offset, count=relative.count, part=each
        ).days_from(reference)
        for each in ("early", "mid", "late")
    ]
    if relative.unit == "day" and relative.count < 3:
        return

    assert (parts[0][0], parts[2][1]) == relative.days_from(reference)
    assert all(first <= last for first, last in parts)
    assert [(later[0] - sooner[1]).days for sooner, later in zip(parts, parts[1:], strict=False)] \
        == [1, 1]  # fmt: skip


@given(whole(), DAYS)
def test_before_and_after_lie_within_the_whole(relative, reference):
    """A part is never wider than its unit, and this unit is parted at the reference."""
    first, last = relative.days_from(reference)
    for part in ("before", "after"):
        inner = RelativeDate(
            unit=relative.unit, offset=relative.offset, count=relative.count, part=part
        ).days_from(reference)

        assert first <= inner[0] <= inner[1] <= last


# reference, unit, offset, within, nearest, part, first day, last day
# 2018-06-26 is a Tuesday.
PIECES = """
2018-06-26 year   0 05          -      whole 2018-05-01 2018-05-31
2018-06-26 year  -1 35          -      whole 2017-07-01 2017-09-30
2018-06-26 year   1 40          -      whole 2019-01-01 2019-06-30
2018-06-26 year   0 07-04       -      whole 2018-07-04 2018-07-04
2018-06-26 year   0 01/09       -      whole 2018-01-01 2018-09-30
2018-06-26 year   0 11/02       -      whole 2018-11-01 2019-02-28
2018-06-26 year   0 12-30/01-02 -      whole 2018-12-30 2019-01-02
2018-06-26 year   0 22          -      whole 2018-06-01 2019-02-28
2018-06-26 year   0 26          -      whole 2018-06-01 2018-08-31
2018-06-26 year   0 09~         -      whole 2018-09-01 2018-09-30
2018-06-26 year   1 ~           -      whole 2019-01-01 2019-12-31
2018-06-26 year   1 01          -      early 2019-01-01 2019-01-10
2018-06-26 year   0 06          -      before 2018-06-01 2018-06-26
2018-06-26 year   0 35          -      late  2018-09-01 2018-09-30
2018-06-26 month  1 20          -      whole 2018-07-20 2018-07-20
2018-06-26 month  0 16/20       -      whole 2018-06-16 2018-06-20
2018-06-26 week   0 5           -      whole 2018-06-29 2018-06-29
2018-06-26 week   1 5           -      whole 2018-07-06 2018-07-06
2018-06-26 week  -1 6/7         -      whole 2018-06-23 2018-06-24
2018-06-26 week   0 2           past   whole 2018-06-26 2018-06-26
2018-06-26 week   0 3           past   whole 2018-06-20 2018-06-20
2018-06-26 week  -1 2           past   whole 2018-06-19 2018-06-19
2018-06-26 week  -1 1           past   whole 2018-06-25 2018-06-25
2018-06-26 week  -2 1           past   whole 2018-06-18 2018-06-18
2018-06-26 week   0 2           future whole 2018-06-26 2018-06-26
2018-06-26 week   0 1           future whole 2018-07-02 2018-07-02
2018-06-26 week   1 2           future whole 2018-07-03 2018-07-03
2018-06-26 week   2 2           future whole 2018-07-10 2018-07-10
2018-06-26 year   0 06          past   whole 2018-06-01 2018-06-30
2018-06-26 year  -1 06          past   whole 2017-06-01 2017-06-30
2018-06-26 year   0 07          past   whole 2017-07-01 2017-07-31
2018-06-26 year   0 06          future whole 2018-06-01 2018-06-30
2018-06-26 year   1 06          future whole 2019-06-01 2019-06-30
2018-06-26 year   0 05          future whole 2019-05-01 2019-05-31
2018-06-26 year   0 35          past   whole 2017-07-01 2017-09-30
2018-06-26 year   0 07/06       past   whole 2017-07-01 2018-06-30
2018-06-26 year  -1 07/06       past   whole 2016-07-01 2017-06-30
2018-06-26 year   1 07/06       future whole 2018-07-01 2019-06-30
2018-06-26 year   0 02-29       past   whole 2016-02-29 2016-02-29
2018-06-26 year   0 02-29       future whole 2020-02-29 2020-02-29
2018-06-26 year  -1 22          past   whole 2017-06-01 2018-02-28
2018-06-26 month  0 31          past   whole 2018-05-31 2018-05-31
2018-06-26 month  0 31          future whole 2018-07-31 2018-07-31
2018-06-26 month  0 15          future whole 2018-07-15 2018-07-15
2018-06-26 year   0 07          either whole 2018-07-01 2018-07-31
2018-06-26 year   0 06          either whole 2018-06-01 2018-06-30
2018-06-26 year   0 05          either whole 2018-05-01 2018-05-31
2018-06-26 year   0 10          either whole 2017-10-01 2017-10-31
2018-06-26 year   0 09-26       either whole 2018-09-26 2018-09-26
2018-06-26 year   0 09-27       either whole 2017-09-27 2017-09-27
2018-10-01 year   0 01/02       either whole 2018-01-01 2018-02-28
2018-10-26 year   0 01/02       either whole 2018-01-01 2018-02-28
2018-10-27 year   0 01/02       either whole 2019-01-01 2019-02-28
2018-06-26 year   0 35          either early 2018-07-01 2018-07-31
2018-06-26 week   0 5           either whole 2018-06-22 2018-06-22
9999-12-01 year   0 02          either whole 9999-02-01 9999-02-28
"""


@pytest.mark.parametrize("row", PIECES.strip().splitlines())
def test_pieces_of_units_and_the_nearest_of_them(row):
    """A piece lies in its unit; the nearest has begun, or has not ended, by the reference."""
    reference, unit, offset, within, nearest, part, first, last = row.split()
    relative = RelativeDate(unit=unit, offset=int(offset), within=within, part=part,
                            nearest=None if nearest == "-" else nearest)  # fmt: skip

    assert relative.days_from(day(reference)) == (day(first), day(last))


@pytest.mark.parametrize(
    ("given_values", "path"),
    [
        ({"unit": "year", "offset": 0, "within": "13"}, "$.within"),
        ({"unit": "year", "offset": 0, "within": "02-30"}, "$.within"),
        ({"unit": "month", "offset": 0, "within": "32"}, "$.within"),
        ({"unit": "week", "offset": 0, "within": "8"}, "$.within"),
        ({"unit": "day", "offset": 0, "within": "05"}, "$.within"),
        ({"offset": 0, "within": "05"}, "$.within"),
        ({"unit": "year", "offset": 0, "within": "35", "count": 2}, "$.count"),
        ({"unit": "year", "offset": 0, "nearest": "past"}, "$.nearest"),
        ({"unit": "year", "offset": 0, "within": "~", "nearest": "past"}, "$.nearest"),
        ({"unit": "year", "offset": 1, "within": "05", "nearest": "past"}, "$.offset"),
        ({"unit": "year", "offset": -1, "within": "05", "nearest": "future"}, "$.offset"),
        ({"unit": "year", "offset": 1, "within": "05", "nearest": "either"}, "$.offset"),
    ],
)
def test_a_piece_is_one_of_its_unit_and_a_direction_needs_one(given_values, path):
    """What has no days, or says two things at once, is refused where it stands."""
    found = problems(lambda: RelativeDate(**given_values))

    assert [(each.path, each.code) for each in found] == [(path, "inconsistent")]


def test_a_piece_has_the_form_of_an_edtf_tail():
    """Words are no piece."""
    found = problems(lambda: RelativeDate(unit="year", offset=0, within="May"))

    assert [(each.path, each.code) for each in found] == [("$.within", "malformed")]


@pytest.mark.parametrize(
    ("reference", "given_values"),
    [
        ("2018-06-26", {"unit": "year", "offset": 0, "within": "02-29"}),
        ("2018-06-26", {"unit": "month", "offset": 0, "within": "31"}),
        ("9999-06-26", {"unit": "year", "offset": 1, "within": "05", "nearest": "future"}),
        ("0001-06-26", {"unit": "year", "offset": -1, "within": "07", "nearest": "past"}),
        ("9999-12-31", {"unit": "year", "offset": 0, "within": "11/02"}),
        ("2018-06-26", {"unit": "year", "offset": -9000, "within": "05", "nearest": "past"}),
    ],
)
def test_a_piece_that_does_not_exist_is_refused(reference, given_values):
    """A year without 29 February has no such day, and none is put in its place."""
    found = problems(lambda: RelativeDate(**given_values).days_from(day(reference)))

    assert [(each.path, each.code) for each in found] == [("$", "bad_date")]


@given(st.sampled_from(["1", "4", "7", "6/7"]), DAYS, st.integers(0, 3))
def test_the_nearest_pieces_on_both_sides_leave_none_out(within, reference, steps):
    """Counting on or back from the nearest piece meets every week once."""
    back = [
        RelativeDate(unit="week", offset=-step, within=within, nearest="past").days_from(reference)
        for step in range(1, steps + 2)
    ]
    on = [
        RelativeDate(unit="week", offset=step, within=within, nearest="future").days_from(reference)
        for step in range(1, steps + 2)
    ]

    assert all((one[0] - two[0]).days == 7 for one, two in zip(back, back[1:], strict=False))
    assert all((two[0] - one[0]).days == 7 for one, two in zip(on, on[1:], strict=False))
    assert back[0][1] < reference < on[0][0]
    assert (on[0][0] - back[0][0]).days in (7, 14)


@given(st.sampled_from(["07", "07-04", "02-29", "11/02", "35", "24"]), DAYS)
def test_either_side_is_one_of_both_and_the_coming_one_only_when_it_is_close(within, reference):
    """The coming one begins within 92 days, the past one ended more than 240 days before."""
    past, coming, either = (
        RelativeDate(unit="year", offset=0, within=within, nearest=nearest).days_from(reference)
        for nearest in ("past", "future", "either")
    )

    if within == "24":  # A season of no known hemisphere goes by the northern one.
        assert either in (past, coming)
    else:
        close = (reference - past[1]).days > 240 and (coming[0] - reference).days <= 92
        assert either == (coming if close else past)
