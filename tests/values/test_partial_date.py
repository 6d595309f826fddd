"""PartialDate: what a date says, and what it says when its reference is known."""

from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.testing import edtf_texts, instances
from invnews.values import PartialDate, RelativeDate
from invnews.values.edtf import parse

MONDAY = date(2018, 6, 25)


def problems(make):
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def relative(offset, unit=None, *, count=1, part="whole", **other):
    """Return a date that has words and a relative date only."""
    given_date = RelativeDate(unit=unit, offset=offset, count=count, part=part)
    return PartialDate(text="words", relative=given_date, **other)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30), "month"),
        ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29), "day"),
        ("2018-35", date(2018, 7, 1), date(2018, 9, 30), "quarter"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
        ("2018~", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2018/..", date(2018, 1, 1), None, "year"),
        ("../2018-06", None, date(2018, 6, 30), "month"),
        ("2018-06-25T10:00:00+08:00", date(2018, 6, 25), date(2018, 6, 25), "second"),
    ],
)
def test_a_date_says_its_widest_days_and_its_precision(text, earliest, latest, precision):
    """One text is the whole date; a missing month is not January, an open end has no bound."""
    when = PartialDate(text)

    assert (when, when.earliest, when.latest, when.precision) == (
        PartialDate(edtf=text), earliest, latest, precision,
    )  # fmt: skip


def test_a_date_without_edtf_has_neither_bounds_nor_precision():
    """The words "last year" stay as they are until the reference is known."""
    when = relative(-1, "year")

    assert (when.edtf, when.earliest, when.latest, when.precision) == (None, None, None, None)


def test_everything_but_the_edtf_is_given_by_name():
    """A second positional argument would be anybody's guess."""
    with pytest.raises(TypeError):
        PartialDate("2018", "Last year")

    assert PartialDate("2018", text="Last year", fiscal=True) == PartialDate(
        edtf="2018", text="Last year", relative=None, relation="in", fiscal=True, vague=False
    )


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({}, [Problem("$", "missing_field", "expected edtf, relative or text",
                      hint="leave the field out when the source gives no date")]),
        ({"relation": "by", "fiscal": True, "vague": True}, [
            Problem("$", "missing_field", "expected edtf, relative or text",
                    hint="leave the field out when the source gives no date")]),
        ({"edtf": "2018-5"}, [
            Problem("$.edtf", "bad_date", "expected a date in EDTF, got '2018-5'", "2018-5",
                    "write the month with two digits, 2018-05")]),
        ({"edtf": "2018-02-30"}, [
            Problem("$.edtf", "bad_date", "expected a date in EDTF, got '2018-02-30'",
                    "2018-02-30", "February 2018 has 28 days")]),
        ({"edtf": 2018}, [
            Problem("$.edtf", "wrong_type", "expected a date in EDTF as text, got the number 2018",
                    2018,
                    'write it as text: "2018"')]),
        ({"edtf": "2018", "relation": "at"}, [
            Problem("$.relation", "unknown_code", "expected a relation to a date, got 'at'",
                    "at", "did you mean 'in'?")]),
        ({"edtf": date(2018, 6, 25)}, [
            Problem("$.edtf", "wrong_type",
                    "expected a date in EDTF as text, got an instance of date")]),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_fix(given_values, expected):
    """A wrong date is never mended, and a date says something."""
    assert problems(lambda: PartialDate(**given_values)) == tuple(expected)


# reference, unit, offset, count, part, relation, EDTF
RESOLVED = """
2018-06-25 year      -1  1 whole  in     2017
2018-06-25 year       0  1 whole  in     2018
2018-06-25 year       1  5 whole  in     2019/2023
2018-06-25 year      -5  5 whole  in     2013/2017
2018-06-25 decade    -1  1 whole  in     200X
2018-06-25 decade     0  1 whole  in     201X
2018-06-25 half      -1  1 whole  in     2017-41
2018-06-25 quarter    1  1 whole  in     2018-35
2018-06-25 quarter   -2  1 whole  in     2017-36
2018-06-25 month     -1  1 whole  in     2018-05
2018-06-25 month     -3  3 whole  in     2018-03/2018-05
2018-01-01 month     -1  1 whole  in     2017-12
2016-03-31 month     -1  1 whole  in     2016-02
2018-06-25 week      -1  1 whole  in     2018-06-18/2018-06-24
2018-06-24 week      -1  1 whole  in     2018-06-11/2018-06-17
2021-01-01 week       0  1 whole  in     2020-12-28/2021-01-03
2018-06-25 day       -1  1 whole  in     2018-06-24
2018-03-01 day       -1  1 whole  in     2018-02-28
2016-03-01 day       -1  1 whole  in     2016-02-29
2022-08-15 year       0  1 before in     2022-01-01/2022-08-15
2022-08-15 year       0  1 after  in     2022-08-15/2022-12-31
2022-08-15 month      0  1 before in     2022-08-01/2022-08-15
2022-12-31 year       0  1 before in     2022
2018-06-25 year      -1  1 early  in     2017-01~/2017-04~
2018-06-25 year       0  1 mid    in     2018-05~/2018-08~
2018-06-25 year       1  1 late   in     2019-09~/2019-12~
2018-06-25 month      0  1 early  in     2018-06-01~/2018-06-10~
2018-06-25 month      0  1 mid    in     2018-06-11~/2018-06-20~
2018-06-25 month      0  1 late   in     2018-06-21~/2018-06-30~
2016-02-10 month      0  1 late   in     2016-02-21~/2016-02-29~
2018-06-25 quarter    0  1 mid    in     2018-05~
2018-06-25 half       0  1 late   in     2018-05~/2018-06~
2018-06-25 decade    -1  1 early  in     2000~/2003~
2018-06-25 year       0  3 mid    in     2019~
2018-06-25 year       0  1 whole  by     ../2018
2018-06-25 quarter    0  1 whole  by     ../2018-06
2018-06-25 week       0  1 whole  until  ../2018-07-01
2018-06-25 year       1  1 early  by     ../2019-04~
2018-06-25 year       1  1 whole  before ../2018
2018-06-25 month      0  1 whole  before ../2018-05
2018-06-25 day        0  1 whole  before ../2018-06-24
2016-03-01 month      0  1 whole  before ../2016-02
2018-06-25 year      -1  1 whole  since  2017/..
2018-06-25 month     -1  1 whole  since  2018-05/..
2018-06-25 day       -1  1 whole  since  2018-06-24/..
2018-06-25 decade    -1  1 early  since  2000~/..
2018-06-25 year       0  1 whole  after  2019/..
2018-06-25 week       0  1 whole  after  2018-07-02/..
2018-06-25 quarter    0  1 whole  after  2018-07/..
2018-12-31 day        0  1 whole  after  2019/..
2020-05-30 year       1  5 whole  over   2020-05-30/2025-05-30
2020-05-30 year      -3  3 whole  over   2017-05-30/2020-05-30
2016-02-29 year       1  1 whole  over   2016-02-29/2017-02-28
2016-02-29 year       1  4 whole  over   2016-02-29/2020-02-29
2018-06-25 month     -3  3 whole  over   2018-03-25/2018-06-25
2018-01-31 month      1  1 whole  over   2018-01-31/2018-02-28
2018-03-31 month     -1  1 whole  over   2018-02-28/2018-03-31
2018-06-25 quarter    1  2 whole  over   2018-06-25/2018-12-25
2018-06-25 half       1  1 whole  over   2018-06-25/2018-12-25
2018-06-25 decade     1  1 whole  over   2018-06-25/2028-06-25
2018-06-25 week       1  2 whole  over   2018-06-25/2018-07-09
2018-06-25 day      -10 10 whole  over   2018-06-15/2018-06-25
2018-06-25 -         -1  1 whole  in     ../2018-06-25
2018-06-25 -          0  1 whole  in     ../2018-06-25
2018-06-25 -          1  1 whole  in     2018-06-25/..
2018-06-25 -         -1  1 whole  over   ../2018-06-25
2018-06-25 -          1  1 whole  since  2018-06-25/..
2018-06-25 -         -1  1 whole  until  ../2018-06-25
0005-05-05 decade     0  1 whole  in     000X
9999-12-31 year       0  1 whole  in     9999
0001-01-01 day        0  1 whole  in     0001-01-01
9999-12-31 quarter    0  1 whole  by     ../9999
0001-06-01 year       0  1 whole  since  0001/..
"""


@pytest.mark.parametrize("row", RESOLVED.strip().splitlines())
def test_a_relative_date_has_its_edtf_when_seen_from_a_day(row):
    """The EDTF covers just the days that the words allow, in the shortest form that does."""
    reference, unit, offset, count, part, relation, edtf = row.split()
    when = relative(int(offset), None if unit == "-" else unit, count=int(count), part=part,
                    relation=relation)  # fmt: skip

    assert when.resolve(date.fromisoformat(reference)) == attrs.evolve(when, edtf=edtf)


# reference as EDTF, unit, offset, part, relation, EDTF
FROM_SPANS = """
2018-06             year   -1 whole  in     2017
2018                year   -1 whole  in     2017
2018~               year   -1 whole  in     2017
2018/2019           year   -1 whole  in     2017/2018
2018-12-31/2019-01  year    0 whole  in     2018/2019
2018-06             month  -1 whole  in     2018-05
2018-05/2018-06     month  -1 whole  in     2018-04/2018-05
2018-06-20          day    -1 whole  in     2018-06-19
2018-06             day    -1 whole  in     2018-05-31/2018-06-29
2018-06             year    0 before in     2018-40
2018-06             year    0 after  in     2018-06/2018-12
2018-06             -      -1 whole  in     ../2018-06
2018-06             -       1 whole  in     2018-06/..
2018-06             year    1 whole  over   2018-06/2019-06
2018-06             month   0 whole  by     ../2018-06
2018-34             quarter -1 whole in     2018-33
201X                decade -1 whole  in     200X
2018-06-25T23:59:59-08:00 day -1 whole in   2018-06-24
"""


@pytest.mark.parametrize("row", FROM_SPANS.strip().splitlines())
def test_a_reference_of_several_days_gives_the_widest_span(row):
    """As much of the day of publication as is known is enough; nothing is guessed."""
    reference, unit, offset, part, relation, edtf = row.split()
    when = relative(int(offset), None if unit == "-" else unit, part=part, relation=relation)

    assert when.resolve(PartialDate(reference)).edtf == edtf


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        (PartialDate("2018/.."), "'2018/..'"),
        (PartialDate("../2018"), "'../2018'"),
        (PartialDate("2018/"), "'2018/'"),
        (PartialDate(text="last week"), "'last week'"),
        (relative(-1, "week"), "'words'"),
    ],
)
def test_a_reference_with_an_open_end_is_refused(reference, shown):
    """From an open reference nothing can be counted."""
    assert problems(lambda: relative(-1, "year").resolve(reference)) == (
        Problem("$", "bad_date", f"expected a reference with a first and a last day, got {shown}"),
    )


@pytest.mark.parametrize(
    ("reference", "name"),
    [(datetime(2018, 6, 25), "datetime"), ("2018", "str"), (None, "NoneType")],
)
def test_a_reference_is_a_date_or_a_partial_date(reference, name):
    """A datetime has a time zone question that is not answered here."""
    assert problems(lambda: relative(-1, "year").resolve(reference)) == (
        Problem("$", "wrong_type", f"expected a date or PartialDate, got {name}",
                hint="use .date()" if name == "datetime" else None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("when", "reference"),
    [
        (relative(8000, "year"), MONDAY),
        (relative(-2018, "year"), MONDAY),
        (relative(0, "week"), date.max),
        (relative(1, "day"), date.max),
        (relative(-1, "month"), date.min),
        (relative(1, "year", count=8000, relation="over"), MONDAY),
        (relative(-1, "day", count=10**6, relation="over"), MONDAY),
        (relative(1, "decade", count=10**6, relation="over"), MONDAY),
        (relative(0, "year", relation="before"), date(1, 6, 25)),
        (relative(0, "year", relation="after"), date(9999, 6, 25)),
        (relative(0, "day", relation="after"), date.max),
    ],
)
def test_days_outside_the_years_1_to_9999_are_refused(when, reference):
    """What EDTF of four digits cannot say is no date of ours, and nothing is cut off."""
    message = f"expected days of the years 1 to 9999, seen from {reference}"

    assert problems(lambda: when.resolve(reference)) == (Problem("$", "bad_date", message),)


@pytest.mark.parametrize("relation", ["in", "over"])
def test_a_private_unit_cannot_be_resolved(relation):
    """Its days are known to its maker only."""
    found = problems(lambda: relative(1, "x-fortnight", relation=relation).resolve(MONDAY))

    assert [(each.path, each.code) for each in found] == [("$", "bad_date")]


@pytest.mark.parametrize(
    "when",
    [
        PartialDate("2018"),
        PartialDate("2016", relative=RelativeDate(unit="year", offset=-1)),
        PartialDate(text="some time"),
        PartialDate(text="some time", vague=True, relation="by"),
    ],
)
def test_a_date_that_has_its_edtf_or_no_distance_stays_as_it_is(when):
    """resolve never contradicts what the record already says."""
    assert when.resolve(MONDAY) is when


@pytest.mark.parametrize(("relation", "offset"), [("by", 1), ("since", -1), ("before", -1)])
def test_words_that_bound_nothing_stay_without_edtf(relation, offset):
    """By soon: that has neither a first nor a last day: no EDTF is made up for it."""
    when = relative(offset, relation=relation)

    assert when.resolve(MONDAY) == when


def test_the_flags_of_a_date_are_kept_when_it_is_resolved():
    """Words, relation, fiscal and vague stand beside the EDTF as before."""
    when = relative(-1, "year", relation="since", fiscal=True, vague=True)

    assert when.resolve(MONDAY) == PartialDate(
        "2017/..", text="words", relative=RelativeDate(unit="year", offset=-1), relation="since",
        fiscal=True, vague=True,
    )  # fmt: skip


def test_the_seed_case_last_year():
    """In a report of 25 June 2018 "Last year" is 2017, and still says "Last year"."""
    when = PartialDate(text="Last year", relative=RelativeDate(unit="year", offset=-1))
    found = when.resolve(PartialDate("2018-06-25"))

    assert (found.edtf, found.text, found.earliest, found.latest, found.precision) == (
        "2017", "Last year", date(2017, 1, 1), date(2017, 12, 31), "year",
    )  # fmt: skip


def near():
    """Return a strategy of relative dates that stay within the years 1 to 9999."""
    return st.builds(
        RelativeDate,
        unit=st.sampled_from([None, "day", "week", "month", "quarter", "half", "year", "decade"]),
        offset=st.integers(-30, 30), count=st.integers(1, 12),
        part=st.sampled_from(["whole", "before", "after", "early", "mid", "late"]),
    )  # fmt: skip


RELATIONS = st.sampled_from(["in", "by", "until", "before", "since", "after", "over"])
DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))


@given(near(), RELATIONS, DAYS)
def test_resolving_is_pure_keeps_the_words_and_is_done_once(given_date, relation, reference):
    """The date itself does not change; the same comes out each time; a second time adds nothing."""
    when = PartialDate(text="words", relative=given_date, relation=relation, fiscal=True)
    before = attrs.asdict(when)
    found = when.resolve(reference)

    assert (attrs.asdict(when), when.resolve(reference)) == (before, found)
    assert attrs.evolve(found, edtf=None) == when
    assert found.resolve(date(2500, 1, 1)) == found or found.edtf is None


@given(near(), DAYS)
def test_the_edtf_covers_just_the_days_that_follow(given_date, reference):
    """Nothing is rounded: earliest and latest are the days of the relative date."""
    found = PartialDate(relative=given_date).resolve(reference)

    assert (found.earliest, found.latest) == given_date.days_from(reference)


@given(near(), RELATIONS, DAYS, st.integers(0, 400))
def test_a_wider_reference_never_gives_a_narrower_span(given_date, relation, first, length):
    """What holds from one day of the reference lies within what holds from all of them."""
    last = date.fromordinal(first.toordinal() + length)
    when = PartialDate(relative=given_date, relation=relation)
    wide = when.resolve(PartialDate(f"{first}/{last}"))
    for day in (first, last):
        narrow = when.resolve(day)

        assert wide.earliest is None or (narrow.earliest and wide.earliest <= narrow.earliest)
        assert wide.latest is None or (narrow.latest and narrow.latest <= wide.latest)


@given(edtf_texts())
def test_every_edtf_text_is_a_partial_date_of_its_days(text):
    """Bounds and precision are those of the engine; the text is kept as it is."""
    when, read = PartialDate(text), parse(text)

    assert (when.edtf, when.earliest, when.latest, when.precision) == (
        text, read.earliest, read.latest, read.precision,
    )  # fmt: skip


@given(instances(PartialDate))
def test_bounds_are_in_order(when):
    """The first day is never after the last."""
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


# reference, unit, offset, within, nearest, part, relation, EDTF
RESOLVED_PIECES = """
2018-06-26 year  0 05    -      whole in     2018-05
2018-06-26 year -1 35    -      whole in     2017-35
2018-06-26 year  1 09~   -      whole in     2019-09~
2018-06-26 year  0 35~   -      whole in     2018-07~/2018-09~
2018-06-26 year  1 ~     -      whole in     2019~
2018-06-26 year  0 12~   -      whole in     2018-12~
2018-06-26 year  0 12~   -      whole by     ../2018~
2018-06-26 year  0 01    future early in     2019-01-01~/2019-01-10~
2018-06-26 year  0 22    -      whole in     2018-22
2018-06-26 year  0 28    -      whole in     2018-28
2018-06-26 year  0 26    -      whole by     ../2018-08
2018-06-26 year  0 40    -      whole over   2018-40
2018-06-26 year  0 05    past   whole since  2018-05/..
2018-06-26 year  0 05    future whole before ../2019-04
2018-06-26 week  0 1     past   whole in     2018-06-25
2018-06    week  0 1     past   whole in     2018-05-28/2018-06-25
2018-06    year  0 22    -      whole in     2018-22
2018/2019  year  0 22    -      whole in     2018-06/2020-02
"""


@pytest.mark.parametrize("row", RESOLVED_PIECES.strip().splitlines())
def test_a_piece_of_a_unit_has_its_edtf_when_seen_from_a_day(row):
    """Months, quarters and seasons keep their codes; an approximate one has ~ at its ends."""
    reference, unit, offset, within, nearest, part, relation, edtf = row.split()
    given_date = RelativeDate(unit=unit, offset=int(offset), within=within, part=part,
                              nearest=None if nearest == "-" else nearest)  # fmt: skip
    when = PartialDate(text="words", relative=given_date, relation=relation)

    assert when.resolve(PartialDate(reference)) == attrs.evolve(when, edtf=edtf)
