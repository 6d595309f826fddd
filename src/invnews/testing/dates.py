"""
Strategies of EDTF texts in every form that PartialDate takes, and of relative dates.
"""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..values import RelativeDate
from ..values.vocabularies import DATE_ANCHOR, DATE_NEAREST, DATE_PART, DATE_UNIT

_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_QUALIFIERS = st.sampled_from(["", "", "", "~", "?", "%"])


def edtf_texts() -> SearchStrategy[str]:
    """
    Return a strategy of EDTF texts: days, months, years, parts of years, intervals, date-times.

    Source: ISO 8601-2:2019, as far as `invnews.values.edtf` takes it.
    """
    return st.one_of(
        _points(), _years_with_x(), _parts_of_years(), _date_times(), _intervals(), _open()
    )


@st.composite
def _points(draw: DrawFn) -> str:
    day = draw(_DAYS).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))] + draw(_QUALIFIERS)


def _years_with_x() -> SearchStrategy[str]:
    return st.sampled_from(["198X", "201X", "20XX", "2018-XX", "2018-05-XX", "2018-XX-XX"])


def _parts_of_years() -> SearchStrategy[str]:
    return st.tuples(st.integers(1, 9998), st.integers(21, 41)).map(
        lambda pair: f"{pair[0]:04d}-{pair[1]}"
    )


def _date_times() -> SearchStrategy[str]:
    offsets = st.sampled_from(["Z", "+08:00", "-05:30", "+00:00"])
    return st.tuples(st.datetimes(), offsets).map(
        lambda pair: pair[0].replace(microsecond=0).isoformat() + pair[1]
    )


def _intervals() -> SearchStrategy[str]:
    return st.tuples(_DAYS, _DAYS, st.sampled_from([4, 7, 10])).map(
        lambda it: "/".join(day.isoformat()[: it[2]] for day in sorted(it[:2]))
    )


def _open() -> SearchStrategy[str]:
    return st.tuples(_points(), st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])).map(
        lambda pair: pair[1].format(pair[0])
    )


def relative_dates() -> SearchStrategy[RelativeDate]:
    """Return a strategy of relative dates: whole units, pieces of them and the nearest piece."""
    parts = st.sampled_from(list(DATE_PART.terms))
    anchors = st.none() | st.sampled_from(list(DATE_ANCHOR.terms))
    units = st.none() | st.sampled_from(list(DATE_UNIT.terms)) | st.just("x-fortnight")
    plain = st.builds(
        RelativeDate, unit=units, offset=st.integers(-100, 100), count=st.integers(1, 30),
        part=parts, anchor=anchors, within=st.none() | st.just("~"),
    )  # fmt: skip
    return st.one_of(plain, _with_pieces(parts, anchors))


@st.composite
def _with_pieces(
    draw: DrawFn, parts: SearchStrategy[str], anchors: SearchStrategy[str | None]
) -> RelativeDate:
    unit, pieces = draw(st.sampled_from(list(_PIECES.items())))
    nearest = draw(st.sampled_from([None, *DATE_NEAREST.terms]))
    offset = 0 if nearest == "either" else draw(st.integers(0, 20))
    if nearest == "past" or (nearest is None and draw(st.booleans())):
        offset = -offset
    within = draw(st.sampled_from(pieces)) + draw(st.sampled_from(["", "", "~"]))
    return RelativeDate(unit=unit, offset=offset, within=within, nearest=nearest,
                        part=draw(parts), anchor=draw(anchors))  # fmt: skip


_PIECES = {
    "year": ["01", "12", "02-29", "07-01", "01/09", "11/02", "21", "24", "28", "35", "41"],
    "month": ["01", "20", "31", "04/22"],
    "week": ["1", "5", "6/7"],
}
