"""Quantity: the same bounds as Money, with units as written and the sort of number."""

from decimal import Decimal

import pytest
from hypothesis import given

from invnews.errors import InvalidData, Problem
from invnews.testing import instances
from invnews.values import Quantity

D = Decimal


def problems(make):
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def bounds(value):
    """Return both bounds and whether each is excluded."""
    return value.low, value.low_open, value.high, value.high_open


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity.exactly(20, unit_kind="percent"), (D(20), False, D(20), False)),
        (Quantity.more_than(50, "brands"), (D(50), True, None, False)),
        (Quantity.at_least(50, "brands"), (D(50), False, None, False)),
        (Quantity.less_than(50, "brands"), (None, False, D(50), True)),
        (Quantity.at_most(50, "brands"), (None, False, D(50), False)),
        (Quantity.between(50, 60, "brands"), (D(50), False, D(60), False)),
        (Quantity.unquantified("jobs", magnitude=1000), (None, False, None, False)),
        (Quantity(comparator="x-odds", amount=D(5), unit_kind="count"),
         (None, False, None, False)),
    ],
)  # fmt: skip
def test_a_comparator_bounds_the_quantity(quantity, expected):
    """Lower bound, whether it is excluded, upper bound, whether it is excluded."""
    assert bounds(quantity) == expected


@pytest.mark.parametrize("comparator", ["exactly", "more_than", "at_least", "less_than", "at_most"])
def test_a_named_constructor_gives_what_its_name_says(comparator):
    """The unit is optional and a count unless said; every argument is held as given."""
    make = getattr(Quantity, comparator)

    assert [make(5), make(D("1.5"), "MW", unit_kind="measure", approximate=True, per="day",
                          text="t")] == [
        Quantity(comparator=comparator, amount=D(5), unit=None, unit_kind="count"),
        Quantity(comparator=comparator, amount=D("1.5"), unit="MW", unit_kind="measure",
                 approximate=True, per="day", text="t"),
    ]  # fmt: skip


def test_the_named_constructors_of_ranges_and_of_no_number():
    """between takes two ends, unquantified no amount but perhaps a magnitude."""
    made = [
        Quantity.between(1, 2, "x", unit_kind="multiple", approximate=True, per="year", text="t"),
        Quantity.unquantified(),
        Quantity.unquantified("jobs", unit_kind="count", magnitude=D(1000), per="year", text="t"),
    ]

    assert made == [
        Quantity(comparator="between", amount=D(1), upper=D(2), unit="x", unit_kind="multiple",
                 approximate=True, per="year", text="t"),
        Quantity(comparator="unquantified", unit_kind="count"),
        Quantity(comparator="unquantified", unit="jobs", unit_kind="count", magnitude=D(1000),
                 per="year", text="t"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "found", "hint"),
    [
        (0.2, "0.2", "write Decimal('0.2')"),
        ("50", "'50'", "write Decimal('50')"),
        (True, "True", None),
        (None, "None", None),
    ],
)
def test_a_number_that_is_neither_decimal_nor_int_is_refused(amount, found, hint):
    """A float is never taken for a number; the hint says how to write it."""
    assert problems(lambda: Quantity.exactly(amount)) == (
        Problem("$.amount", "wrong_type", f"expected a Decimal or int, got {found}", hint=hint),
    )


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({"comparator": "at_least"}, [
            Problem("$.amount", "missing_field", "expected an amount with 'at_least'",
                    hint="or comparator 'unquantified', when no number is given")]),
        ({"comparator": "between", "amount": D(2), "upper": D("1.9")}, [
            Problem("$.upper", "ends_before_start", "expected at least 2, got 1.9", D("1.9"),
                    "the lower end comes first")]),
        ({"comparator": "exactly", "amount": D(2), "unit_kind": "percentage"}, [
            Problem("$.unit_kind", "unknown_code", "expected a kind of unit, got 'percentage'",
                    "percentage", "did you mean 'percent'?")]),
        ({"comparator": "exactly", "amount": D(2), "unit": ""}, [
            Problem("$.unit", "blank", "expected a text, got a blank one", "",
                    "leave out what the source does not say")]),
    ],
)  # fmt: skip
def test_fields_that_contradict_each_other_are_refused(given_values, expected):
    """The rules of comparators are those of Money."""
    made = {"unit_kind": "count"} | given_values

    assert problems(lambda: Quantity(**made)) == tuple(expected)


def test_the_kind_of_unit_is_never_assumed():
    """Whoever builds a Quantity by its fields says what sort of number it is."""
    with pytest.raises(TypeError, match="unit_kind"):
        Quantity(comparator="exactly", amount=D(1))


@given(instances(Quantity))
def test_bounds_are_in_order_and_open_only_where_there_is_one(quantity):
    """The lower bound is never above the upper; an excluded bound is a bound."""
    low, low_open, high, high_open = bounds(quantity)

    assert low is None or high is None or low <= high
    assert not (low_open and low is None)
    assert not (high_open and high is None)
