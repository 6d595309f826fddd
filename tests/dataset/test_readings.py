"""check warns of a value that says something else than its own words."""

import pytest

from invnews.dataset import Dataset, check
from invnews.errors import Problem
from invnews.records import Event, MonetaryClaim, QuantityClaim
from invnews.values import Money, PartialDate, Quantity, RelativeDate

HINT = "correct the value, or its text when that is not what the source prints"


def found(value):
    """Return what check finds in a claim or event with this value."""
    gaps = {"subjects": "not_stated"}
    if isinstance(value, Money):
        record = MonetaryClaim(id="m", value=value, missing=gaps)
    elif isinstance(value, Quantity):
        record = QuantityClaim(id="q", value=value, missing=gaps)
    else:
        record = Event(id="e", type="signing", on=value)
    return check(Dataset([record]))


def warning(path, message, value):
    """Return the one problem that is expected."""
    return (Problem(path, "reading_differs", message, value, HINT, "warning"),)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            Money.exactly(22_000_000_000, "USD", text="more than US$22 billion"),
            ("comparator", "more_than 22000000000", "exactly 22000000000", "exactly"),
        ),
        (
            Money.more_than(22_000_000, "USD", text="more than US$22 billion"),
            ("amount", "more_than 22000000000", "more_than 22000000", "22000000"),
        ),
        (
            Money.between(4, 5_000_000_000, "USD", text="US$4-5 billion"),
            ("amount", "between 4000000000 to 5000000000", "between 4 to 5000000000", "4"),
        ),
        (Money.exactly(5, "USD", text="A$5"), ("currency", "AUD", "USD", "USD")),
        (
            Money.exactly(1_000_000, "MYR", text="a lot of money"),
            ("comparator", "unquantified", "exactly 1000000", "exactly"),
        ),
        (
            Quantity.exactly(50, "brands", text="more than 50"),
            ("comparator", "more_than 50", "exactly 50", "exactly"),
        ),
        (
            Quantity.exactly(3, "percent", text="30 percent"),
            ("amount", "exactly 30", "exactly 3", "3"),
        ),
    ],
)
def test_a_value_that_differs_from_its_words_is_told(value, expected):
    """The warning leads to the field that differs, and says what the words say."""
    field, words, said, shown = expected
    message = f"expected what {value.text!r} says, {words}, got {said}"

    (problem,) = found(value)

    assert (problem.path, problem.code, problem.severity, problem.hint) == (
        f"$.records[0].value.{field}", "reading_differs", "warning", HINT)  # fmt: skip
    assert (problem.message, str(problem.value)) == (message, shown)


@pytest.mark.parametrize(
    "value",
    [
        Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
        Money.exactly(5, "NZD", text="$5"),
        Money.exactly(5, None, text="A$5"),
        Money.exactly(5, "USD", text="fünf Dollar"),
        Money.exactly(5, "USD", text="$5 and $6"),
        Money.at_least(5, "USD", text="more than US$5"),
        Money.exactly(5, "USD", approximate=True, text="US$5"),
        Money.exactly(-5, "USD", text="US$5"),
        Money.exactly(1500, "EUR", text="€1.500"),
        Money.exactly(2_500_000, "USD", text="half of US$5 million"),
        Money.unquantified(text="a lot"),
        Quantity.exactly(1500, "SMEs", text="1,500"),
        Quantity.exactly(33, "percent", text="a third"),
        Quantity.unquantified("companies", text="many"),
        PartialDate("2018", text="2018"),
        PartialDate("2018-06-03", text="June 2018"),
        PartialDate("2017", text="last year", relative=RelativeDate(unit="year", offset=-1)),
        PartialDate("2017-04/2018-03", text="FY2018", fiscal=True),
        PartialDate("../2018", text="by 2018", relation="by"),
    ],
)
def test_what_its_words_allow_is_not_told(value):
    """
    Other languages, several expressions, a currency that words leave open, rounding, a bound
    that differs in its very end only, dates that share a day: none is a fault.
    """
    assert found(value) == ()


def test_a_date_that_shares_no_day_with_its_words_is_told():
    """A date is held against the days of its words, not against their form."""
    assert found(PartialDate("2018-06", text="July 2018")) == warning(
        "$.records[0].on.edtf", "expected what 'July 2018' says, 2018-07, got 2018-06", "2018-06"
    )


def test_text_longer_than_an_expression_is_left_alone():
    """Nobody writes an amount in 201 characters."""
    assert found(Money.exactly(5, "USD", text="US$6" + " " * 193 + "now.")) == ()
