"""
The days that the parts of a year cover: months, seasons, quarters, quadrimesters, halves.

Source: ISO 8601-2:2019, 4.8 (sub-year groupings) and the Library of Congress EDTF
specification (2019), level 2. Both give each code a name and leave its days open, so the days
below are this library's reading:

* Seasons are whole (meteorological) months. A season that crosses the end of the year belongs
  to the year in which it begins: the northern winter of 2018 is December 2018 to February 2019.
* Codes 21 to 24 are "independent of location": the hemisphere is not known. They cover every
  day from the earlier of the two seasons of that name to the end of the later one, so that no
  possible day is left out. Spring (21) is March to November, for example.
* Quarters, quadrimesters and halves are those of the calendar year, never of a fiscal year.
* Nothing lies after 9999-12-31: the winters of 9999 end there.
"""

from calendar import monthrange
from datetime import date

import attrs


@attrs.frozen
class SubYear:
    """
    One sub-year code: what it is and which months of the year it covers.

    Args:
        name: the word for it in messages.
        precision: `season`, `quarter`, `quadrimester` or `half`.
        first_month: 1 to 12.
        months: how many months it lasts, perhaps into the next year.
        settled: its months are settled (code 25 and above); not so when the hemisphere is open.
    """

    name: str
    precision: str
    first_month: int
    months: int
    settled: bool = True


def _sub_years() -> dict[int, SubYear]:
    """Return the codes 21 to 41."""
    table: dict[int, SubYear] = {}
    names = ("spring", "summer", "autumn", "winter")
    for index, (name, either, northern, southern) in enumerate(
        zip(names, (3, 6, 3, 6), (3, 6, 9, 12), (9, 12, 3, 6), strict=True)
    ):
        table[21 + index] = SubYear(name, "season", either, 9, settled=False)
        table[25 + index] = SubYear(f"northern {name}", "season", northern, 3)
        table[29 + index] = SubYear(f"southern {name}", "season", southern, 3)
    ordinals = ("first", "second", "third", "fourth")
    for first_code, precision, months in ((33, "quarter", 3), (37, "quadrimester", 4),
                                          (40, "half", 6)):  # fmt: skip
        for index in range(12 // months):
            name = f"{ordinals[index]} {precision}"
            table[first_code + index] = SubYear(name, precision, 1 + index * months, months)
    return table


SUB_YEARS = _sub_years()
"""The sub-year codes of EDTF, 21 to 41."""


def days_in_month(year: int, month: int) -> int:
    """
    Return the number of days of a month.

    >>> days_in_month(2018, 2), days_in_month(2000, 2), days_in_month(1900, 2)
    (28, 29, 28)
    """
    return monthrange(year, month)[1]


def month_span(year: int, first_month: int, months: int) -> tuple[date, date]:
    """
    Return the first and last day of some months in a row, cut at the end of the year 9999.

    >>> month_span(2018, 12, 3)
    (datetime.date(2018, 12, 1), datetime.date(2019, 2, 28))
    """
    over, last = divmod(first_month + months - 2, 12)
    end_year, end_month = year + over, last + 1
    if end_year > date.max.year:
        return date(year, first_month, 1), date.max
    end = date(end_year, end_month, days_in_month(end_year, end_month))
    return date(year, first_month, 1), end


def sub_year_span(year: int, code: int) -> tuple[date, date]:
    """
    Return the first and last day of a sub-year code.

    >>> sub_year_span(2018, 35)
    (datetime.date(2018, 7, 1), datetime.date(2018, 9, 30))
    """
    part = SUB_YEARS[code]
    return month_span(year, part.first_month, part.months)


def year_span(first: int, last: int) -> tuple[date, date]:
    """
    Return the first and last day of some years in a row, cut at the years 1 and 9999.

    >>> year_span(0, 9)
    (datetime.date(1, 1, 1), datetime.date(9, 12, 31))
    """
    return date(max(first, 1), 1, 1), date(min(last, 9999), 12, 31)


def sub_year_code(earliest: date, latest: date) -> int | None:
    """
    Return the quarter, quadrimester or half that covers exactly these days, if there is one.

    Never a season: March to May is not thereby a spring.

    >>> sub_year_code(date(2018, 7, 1), date(2018, 9, 30))
    35
    >>> sub_year_code(date(2018, 3, 1), date(2018, 5, 31)) is None
    True
    """
    for code, part in SUB_YEARS.items():
        if part.precision != "season" and sub_year_span(earliest.year, code) == (earliest, latest):
            return code
    return None
