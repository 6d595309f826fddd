"""
The dates of a text, from left to right.
"""

from collections.abc import Iterator
from datetime import date, datetime

from ...errors import InvalidData, Problem
from ...values import PartialDate
from ..arguments import country_problems, text_problems
from ..mention import Mention, expression, only
from . import fiscal, guards, months
from .context import Placed, mention, placed
from .reader import Reader, readers
from .sides import nearest_side
from .units import PLAIN_DAY as DAY


def find_dates(
    text: str, *, published: date | PartialDate | None = None, country: str | None = None
) -> tuple[Mention[PartialDate], ...]:
    """
    Return the dates of *text*, left to right; `invnews.phrases.readers.find_dates` says how.

    >>> [each.value.edtf for each in find_dates("Output rose in the third quarter of 2018.")]
    ['2018-35']
    """
    _check(text, published, country)
    r = Reader(text, country, readers())
    found = list(_places(r))
    _lend_years(r, found)
    return tuple(mention(r, nearest_side(r, each), published) for each in found)


def parse_date(
    text: str, *, published: date | PartialDate | None = None, country: str | None = None
) -> PartialDate:
    """
    Return the one date that *text* is; `invnews.phrases.readers.parse_date` says how.

    >>> parse_date("since 1989").edtf
    '1989/..'
    """
    found = find_dates(expression(text), published=published, country=country)
    return only(found, text, "a date")


def _check(text: str, published: date | PartialDate | None, country: str | None) -> None:
    """Raise with every fault of the arguments."""
    problems = [*text_problems(text), *_published_problems(published), *country_problems(country)]
    if problems:
        raise InvalidData(problems)


def _published_problems(published: object) -> Iterator[Problem]:
    """Yield what is wrong with a day of publication."""
    if isinstance(published, PartialDate):
        if published.earliest is None or published.latest is None:
            shown = published.edtf or published.text
            message = f"expected a day of publication with a first and a last day, got {shown!r}"
            yield Problem("$.published", "bad_date", message)
    elif published is not None and type(published) is not date:
        message = f"expected a date or PartialDate, got {type(published).__name__}"
        hint = "use .date()" if isinstance(published, datetime) else None
        yield Problem("$.published", "wrong_type", message, hint=hint)


def _places(r: Reader) -> list[Placed]:
    """Return the times of a text with their places."""
    found: list[Placed] = []
    i = floor = 0
    while i < r.size:
        low = r.low[i]
        if r.kinds[i] is None and not "0" <= low[0] <= "9":
            i += 1
            continue
        core = r.core(i) if low != "the" else None
        if core is not None and guards.is_firm(r, i, core[0]):
            i = core[0]
            continue
        place = None if core is None else placed(r, i, core[0], core[1], floor)
        if place is None:
            i += 1
            continue
        found.append(place)
        found += _listed_days(r, place)
        i = floor = max(found[-1].full_stop, i + 1)
    return found


def _listed_days(r: Reader, place: Placed) -> list[Placed]:
    """Return the further days of "May 3, 4 and 5", each a date of its own."""
    found: list[Placed] = []
    while place.time.last is None and DAY.fullmatch(place.time.within) and (
        place.stop == place.full_stop and place.time.unit == "year"
    ):  # fmt: skip
        more = months.listed_after(r, place.stop, place.time)
        if more is None:
            break
        at, stop, time = more
        place = Placed(at, at, stop, stop, time, place.relation)
        found.append(place)
    return found


def _lend_years(r: Reader, found: list[Placed]) -> None:
    """Give a month without a year that of the one it is listed with: "May and June 2018"."""
    for k in range(len(found) - 2, -1, -1):
        one, two = found[k], found[k + 1]
        gap = r.low[one.full_stop : two.full]
        if one.time.fiscal and gap == ["and"] and two.time.whole_year and two.time.seen and (
            not two.time.fiscal and "years" in r.low[one.first : one.stop]
        ):  # fmt: skip
            time = fiscal.year_time(two.time.seen.year, r.country)
            found[k + 1] = two._replace(time=time)
        if not one.time.open or one.time.unit != "year" or two.time.unit != "year":
            continue
        if gap not in ([","], ["and"], ["or"], ["&"], ["/"], [",", "and"]) or two.time.open:
            continue
        if not two.time.within or two.time.last is not None or two.full < two.first:
            continue
        time = one.time._replace(
            seen=two.time.seen, offset=two.time.offset, nearest=two.time.nearest
        )
        found[k] = one._replace(time=time)
