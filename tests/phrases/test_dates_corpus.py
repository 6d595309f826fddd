"""Dates of a corpus of the project's own: what is found, what it means, and what is no date."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import attrs
import pytest

from invnews.phrases.dates import find_dates
from invnews.values import PartialDate

PUBLISHED = date(2018, 6, 26)
"""The Tuesday from which the table is seen."""


def table():
    """Return the rows of the corpus: class, country, text, expected."""
    lines = Path(__file__).with_name("dates.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "class"))]


def of(*classes):
    """Return the rows of some classes."""
    return [row for row in table() if row[0] in classes]


def told(mentions):
    """Return mentions as the table writes them."""
    return " & ".join(
        f"{each.value.text} = {each.value.edtf or '-'}"
        + ("" if each.value.relation == "in" else f" {each.value.relation}")
        for each in mentions
    ) or "-"  # fmt: skip


def found(row, published=PUBLISHED):
    """Return the mentions of a row's text."""
    return find_dates(row[2], published=published, country=None if row[1] == "-" else row[1])


cases = partial(pytest.mark.parametrize, "row", ids=lambda row: f"{row[2][:50]} {row[1]}")


@cases(of("absolute", "bounded"))
def test_a_date_that_the_words_settle(row):
    """Days, months, quarters, years and spans in every order; by, since and until bound them."""
    assert told(found(row)) == row[3]


@cases(of("absolute", "bounded"))
def test_what_the_words_settle_needs_no_day_of_publication(row):
    """The text alone gives the same, unless an end of it is the day of publication."""
    settled = [each for each in found(row, None) if each.value.edtf is not None]

    assert settled == [each for each in found(row) if each in settled]


@cases(of("relative", "vague"))
def test_a_time_counted_from_the_day_of_publication(row):
    """Last year, the next decade, soon: counted in calendar units, or rolling for "over"."""
    assert told(found(row)) == row[3]


@cases(of("open"))
def test_a_time_whose_year_the_words_leave_open(row):
    """A bare month or weekday is the latest one, unless its clause looks ahead."""
    assert told(found(row)) == row[3]


@cases(of("fiscal"))
def test_a_fiscal_year_is_that_of_the_country(row):
    """Fiscal years begin when those of the country's government do, and say that they are such."""
    assert told(found(row)) == row[3]
    assert any(each.value.fiscal for each in found(row))


@cases(of("vague"))
def test_a_vague_time_says_so(row):
    """Recently and soon have one bound and no sharp one."""
    assert all(each.value.vague for each in found(row))


@cases(of("none"))
def test_what_is_no_date(row):
    """Durations, ages, counts, prices, names and numbers of things are no dates."""
    assert told(found(row)) == "-"


PUBLICATIONS = [PUBLISHED, date(2020, 1, 31), date(2024, 2, 29), PartialDate("2018-12"),
                PartialDate("2019")]  # fmt: skip

WEEKDAY_AND_DAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\W.*\d")


@pytest.mark.parametrize("published", PUBLICATIONS, ids=str)
def test_finding_with_publication_is_finding_and_then_resolving(published):
    """
    What is found today and resolved later is what would have been found with the date.

    What only publication settles, such as a span to date, has its words alone until then; a
    weekday beside a day without a year chooses the year only where publication is known.
    """
    for row in table():
        later = [
            attrs.evolve(each, value=each.value.resolve(published)) for each in found(row, None)
        ]
        for one, two in zip(found(row, published), later, strict=True):
            if two.value.edtf is None and two.value.relative is None:
                two = attrs.evolve(two, value=one.value)
            if one.value.edtf != two.value.edtf and WEEKDAY_AND_DAY.search(one.value.text):
                two = attrs.evolve(two, value=one.value)
            assert one == two


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_edtf_is_valid_for_an_independent_validator():
    """edtf-validate, which knows levels 0 to 2, takes all that is written."""
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    texts = {
        each.value.edtf for row in table() for published in PUBLICATIONS
        for each in found(row, published) if each.value.edtf
    }  # fmt: skip

    assert [text for text in sorted(texts) if not validator.is_valid(text)] == []


@cases(table())
def test_a_mention_stands_where_it_says(row):
    """The text of a value is the full expression; the core lies in it; none overlap."""
    stop = 0
    for each in found(row):
        assert stop <= each.full_start <= each.start < each.end <= each.full_end
        assert row[2][each.full_start : each.full_end] == each.value.text
        stop = each.full_end


def test_few_dates_have_their_words_alone_until_publication_is_known():
    """A relative date is kept wherever one can say what the words say."""
    kept = [each.value.relative or each.value.edtf for row in table() for each in found(row, None)]

    assert sum(each is None for each in kept) < 0.12 * len(kept)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Talks resume on Monday, March 24.", date(2025, 3, 18), "2025-03-24"),
        ("Talks resumed on Monday, March 24.", date(2025, 3, 18), "2025-03-24"),
        ("It opens Thursday, March 27.", date(2025, 3, 28), "2025-03-27"),
        ("It was shut Monday (Feb 9).", date(2026, 2, 2), "2026-02-09"),
        ("It met Monday, Jan. 5.", date(2025, 12, 30), "2026-01-05"),
        ("It met Monday, March 24.", PartialDate("2025-03"), "2025-03-24"),
        ("It met Friday, July 4.", PartialDate("2024/2026"), None),
        ("It met Monday, March 24.", None, None),
        ("It met Wednesday, July 10.", date(2025, 1, 1), "2024-07-10"),
        ("It met Monday, Feb. 29.", date(2018, 6, 26), "2016-02-29"),
    ],
)
def test_a_weekday_beside_a_day_settles_its_year(text, published, expected):
    """The year is the one nearest to publication in which the day is that weekday."""
    (it,) = find_dates(text, published=published)
    assert expected is None or it.value.edtf == expected
    assert expected is not None or it.value.relative == find_dates(text)[0].value.relative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs from Monday, March 24 to Friday, March 28.", "2025-03-24/2025-03-28"),
        ("The 13 weeks to 30 March were good.", "2024-12-30/2025-03-30"),
        ("The 52 weeks ended 28 December were good.", "2023-12-31/2024-12-28"),
    ],
)
def test_a_span_up_to_a_day_without_a_year(text, expected):
    """Its weekday, or the number of weeks, counts in the year that publication gives it."""
    (it,) = find_dates(text, published=date(2025, 4, 18))
    assert it.value.edtf == expected
