"""
The six readers of the library; what they read with is loaded at the first call.
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from ..values import Money, PartialDate, Quantity
from .mention import Mention

# The rooms of money, quantities and dates hold patterns and tables that `import invnews` would
# otherwise pay for: a seventh of its time.


def find_money(text: str, *, country: str | None = None) -> tuple[Mention[Money], ...]:
    """
    Return every sum of money in a text, from left to right; they do not overlap.

    A currency is never guessed: what a marker does not name is settled by the rest of the text,
    then by the country of publication, or stays open, with candidates (`Mention.basis`).

    Args:
        text: What was written, of any length; it is read in linear time.
        country: Where it was published, in ISO 3166-1 alpha-2.

    Returns:
        The mentions; empty when there is none. The ``text`` of each value is the expression as
        printed, with the words that bound it.

    Raises:
        InvalidData: *text* is no text, or *country* no such code.

    >>> found = find_money("It paid RMB 6.5 billion (about US$1 billion).")
    >>> [(each.value.text, each.value.currency, each.equivalent_of) for each in found]
    [('RMB 6.5 billion', 'CNY', None), ('about US$1 billion', 'USD', 0)]
    """
    from .money import find_money as find

    return find(text, country=country)


def parse_money(text: str, *, country: str | None = None) -> Money:
    """
    Return the one sum of money that *text* is.

    Args:
        text: One expression of at most 200 characters: ``"about €1.2 million"``.
        country: Where it was published, in ISO 3166-1 alpha-2.

    Raises:
        InvalidData: It is not one sum and nothing else (``not_one_expression``), too long, or
            an argument is not one of `find_money`.

    >>> parse_money("more than US$22 billion").low
    Decimal('22000000000')
    """
    from .money import parse_money as parse

    return parse(text, country=country)


def find_quantities(text: str, *, country: str | None = None) -> tuple[Mention[Quantity], ...]:
    """
    Return the counts, percentages, measures and multiples of a text, from left to right.

    Money, dates, times, durations and numbers in names are none; neither are ordinals, nor the
    "two" of "the two countries".

    Args:
        text: What was written, of any length; it is read in linear time.
        country: Where it was published, in ISO 3166-1 alpha-2; settles what "31.500" is.

    Returns:
        The mentions; empty when there is none. The unit of a count is its head noun.

    Raises:
        InvalidData: *text* is no text, or *country* no such code.

    >>> for each in find_quantities("More than 50 Malaysian brands, 25 to 30 percent of them new"):
    ...     print(each.value.comparator, each.value.low, each.value.unit, each.value.text)
    more_than 50 brands More than 50
    between 25 percent 25 to 30 percent
    """
    return _find_quantities()(text, country=country)


@cache
def _find_quantities() -> Callable[..., tuple[Mention[Quantity], ...]]:
    """Return the finder, imported once: a statement of import at each call takes a microsecond."""
    from .quantities import find_quantities as find

    return find


def parse_quantity(text: str, *, country: str | None = None) -> Quantity:
    """
    Return what one expression says, its head noun and "a year" with it.

    Args:
        text: One expression of at most 200 characters: ``"more than 50 Malaysian brands"``.
        country: Where it was published, in ISO 3166-1 alpha-2.

    Raises:
        InvalidData: It is not one quantity and nothing else (``not_one_expression``), too long,
            or an argument is not one of `find_quantities`.

    >>> parse_quantity("more than 50 Malaysian brands").unit
    'brands'
    """
    from .quantities import parse_quantity as parse

    return parse(text, country=country)


def find_dates(
    text: str, *, published: date | PartialDate | None = None, country: str | None = None
) -> tuple[Mention[PartialDate], ...]:
    """
    Return the dates of a text as news writes them: points, spans, quarters, relative times.

    What a date leaves out is not made up: "last year" has no EDTF until *published* is known,
    and keeps its relative date so that `PartialDate.resolve` gives the same later. A month or
    weekday alone is the latest one, unless its clause looks ahead. Where no verb says so ("the
    lease runs out in July"), a month or day of the year is the coming one if it begins within 92
    days and was last there more than 240 days ago. "3/4/2020" without a country, and days that no
    year has (31 June), have their words only. Durations ("a five-year plan") are no dates.

    Args:
        text: What was written, of any length; it is read in linear time.
        published: The day of publication, or as much of it as is known.
        country: Where it was published, in ISO 3166-1 alpha-2. It settles the order of numeric
            dates, when fiscal years begin, and the hemisphere of seasons.

    Returns:
        The mentions, left to right, none overlapping; empty when there is none. The ``text`` of
        each value is the expression with the words that bound it.

    Raises:
        InvalidData: An argument is of another type, the country is not in ISO 3166-1, or
            *published* has no first or no last day.

    >>> found = find_dates("Output rose in the third quarter of 2018.")
    >>> [(each.value.text, each.value.edtf) for each in found]
    [('in the third quarter of 2018', '2018-35')]
    >>> find_dates("It will open by May.", published=date(2018, 6, 25))[0].value.edtf
    '../2019-05'
    """
    from .dates import find_dates as find

    return find(text, published=published, country=country)


def parse_date(
    text: str, *, published: date | PartialDate | None = None, country: str | None = None
) -> PartialDate:
    """
    Return the one date that *text* is.

    Args:
        text: One expression of at most 200 characters: ``"by the end of 2020"``.
        published: The day of publication, or as much of it as is known.
        country: Where it was published, in ISO 3166-1 alpha-2.

    Raises:
        InvalidData: It is not one date and nothing else (``not_one_expression``), too long, or
            an argument is not one of `find_dates`.

    >>> parse_date("since 1989").edtf
    '1989/..'
    """
    from .dates import parse_date as parse

    return parse(text, published=published, country=country)
