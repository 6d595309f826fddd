"""
Strategies of EDTF texts in every form that PartialDate takes.
"""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

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
