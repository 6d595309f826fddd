"""Money: what each comparator says of the sum, the named constructors, and what is refused."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given

from invnews.errors import InvalidData, Problem
from invnews.testing import instances
from invnews.values import Money

D = Decimal
GREATEST = 10**40 - 1


def problems(make):
    """Return the problems with which a constructor refuses."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def bounds(value):
    """Return both bounds and whether each is excluded."""
    return value.low, value.low_open, value.high, value.high_open


@pytest.mark.parametrize(
    ("money", "expected"),
    [
        (Money.exactly(5, "EUR"), (D(5), False, D(5), False)),
        (Money.more_than(5, "EUR"), (D(5), True, None, False)),
        (Money.at_least(5, "EUR"), (D(5), False, None, False)),
        (Money.less_than(5, "EUR"), (None, False, D(5), True)),
        (Money.at_most(5, "EUR"), (None, False, D(5), False)),
        (Money.between(5, 7, "EUR"), (D(5), False, D(7), False)),
        (Money.unquantified("EUR"), (None, False, None, False)),
        (Money.unquantified("EUR", magnitude=10**8), (None, False, None, False)),
        (Money(comparator="x-nearly", amount=D(5)), (None, False, None, False)),
        (Money.exactly(0, "EUR"), (D(0), False, D(0), False)),
        (Money.at_most(-5, "EUR"), (None, False, D(-5), False)),
        (Money.exactly(5, "EUR", approximate=True), (D(5), False, D(5), False)),
    ],
)  # fmt: skip
def test_a_comparator_bounds_the_sum(money, expected):
    """Lower bound, whether it is excluded, upper bound, whether it is excluded."""
    assert bounds(money) == expected


@pytest.mark.parametrize("comparator", ["exactly", "more_than", "at_least", "less_than", "at_most"])
@pytest.mark.parametrize("given_amount", [D("1.50"), 3, 0, -7, GREATEST, D("1E+39")], ids=str)
def test_a_named_constructor_gives_what_its_name_says(comparator, given_amount):
    """An int is taken as a Decimal, digit by digit; every other argument is held as given."""
    make = getattr(Money, comparator)

    assert make(given_amount, "USD", approximate=True, per="year", text="t") == Money(
        comparator=comparator, amount=D(given_amount), upper=None, currency="USD",
        approximate=True, magnitude=None, per="year", text="t",
    )  # fmt: skip


def test_the_named_constructors_of_ranges_and_of_no_number():
    """between takes two ends, unquantified no amount but perhaps a magnitude."""
    made = [
        Money.between(1, D("2.5"), None, approximate=True, per="tonne", text="t"),
        Money.between(2, 2, "EUR"),
        Money.unquantified(),
        Money.unquantified("MYR", magnitude=10**6, per="year", text="millions"),
    ]

    assert made == [
        Money(comparator="between", amount=D(1), upper=D("2.5"), approximate=True, per="tonne",
              text="t"),
        Money(comparator="between", amount=D(2), upper=D(2), currency="EUR"),
        Money(comparator="unquantified"),
        Money(comparator="unquantified", currency="MYR", magnitude=D(10**6), per="year",
              text="millions"),
    ]  # fmt: skip


ONE_AMOUNT = [Money.exactly, Money.more_than, Money.at_least, Money.less_than, Money.at_most]


@pytest.mark.parametrize("make", ONE_AMOUNT, ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    ("amount", "found", "hint"),
    [
        (1.5, "1.5", "write Decimal('1.5')"),
        ("22", "'22'", "write Decimal('22')"),
        (True, "True", None),
        (None, "None", None),
        ([1], "[1]", None),
    ],
)
def test_an_amount_that_is_neither_decimal_nor_int_is_refused(make, amount, found, hint):
    """A float is never taken; a number written otherwise gets its right spelling as a hint."""
    assert problems(lambda: make(amount, "EUR")) == (
        Problem("$.amount", "wrong_type", f"expected a Decimal or int, got {found}", hint=hint),
    )


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), "1.2.3", "US$5", "22 million"])
def test_the_hint_is_a_decimal_that_can_be_written(amount):
    """What is no plain number gets no hint to wrap it in Decimal()."""
    found = problems(lambda: Money.exactly(amount, "EUR"))

    assert found == (
        Problem("$.amount", "wrong_type", f"expected a Decimal or int, got {amount!r}"),
    )


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda: Money.between(1.5, 2, "EUR"), "$.amount"),
        (lambda: Money.between(1, 2.5, "EUR"), "$.upper"),
        (lambda: Money.unquantified("EUR", magnitude=1e8), "$.magnitude"),
    ],
)
def test_the_problem_names_the_field_that_a_float_was_given_for(make, path):
    """The path of the problem is that of the argument at fault."""
    assert [(each.path, each.code) for each in problems(make)] == [(path, "wrong_type")]


def test_long_values_are_cut_in_the_message():
    """A message quotes 80 characters at most, its hint no endless text either."""
    found = problems(lambda: Money.exactly("9" * 10_000, "EUR"))

    assert (len(found), len(str(found[0])) < 300) == (1, True)


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (10**40, "too_many_digits"),
        (-(10**40), "too_many_digits"),
        (10**5000, "too_many_digits"),
        (D("1E+40"), "too_many_digits"),
        (D("1E-40"), "too_many_digits"),
        (D("NaN"), "bad_number"),
        (D("sNaN"), "bad_number"),
        (D("-Infinity"), "bad_number"),
    ],
    ids=["10**40", "-10**40", "10**5000", "1E+40", "1E-40", "NaN", "sNaN", "-Infinity"],
)
def test_an_amount_is_finite_and_has_40_digits_at_most(amount, code):
    """Over-long and endless numbers are problems of the amount."""
    found = problems(lambda: Money.exactly(amount, "EUR"))

    assert [(each.path, each.code) for each in found] == [("$.amount", code)]


NO_UPPER = "expected an upper end only with 'between', got 7"


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({"comparator": "exactly"}, [
            Problem("$.amount", "missing_field", "expected an amount with 'exactly'",
                    hint="or comparator 'unquantified', when no number is given")]),
        ({"comparator": "between"}, [
            Problem("$.amount", "missing_field", "expected an amount with 'between'",
                    hint="or 'at_most', when only the upper end is given"),
            Problem("$.upper", "missing_field", "expected an upper end with 'between'",
                    hint="or 'at_least', when only the lower end is given")]),
        ({"comparator": "between", "amount": D(7)}, [
            Problem("$.upper", "missing_field", "expected an upper end with 'between'",
                    hint="or 'at_least', when only the lower end is given")]),
        ({"comparator": "between", "amount": D(7), "upper": D(5)}, [
            Problem("$.upper", "ends_before_start", "expected at least 7, got 5", D(5),
                    "the lower end comes first")]),
        ({"comparator": "exactly", "amount": D(5), "upper": D(7)}, [
            Problem("$.upper", "inconsistent", NO_UPPER, D(7), "use comparator 'between'")]),
        ({"comparator": "unquantified", "amount": D(5)}, [
            Problem("$.amount", "inconsistent", "expected no amount with 'unquantified', got 5",
                    D(5), "choose another comparator")]),
        ({"comparator": "unquantified", "upper": D(7)}, [
            Problem("$.upper", "inconsistent", NO_UPPER, D(7), "use comparator 'between'")]),
        ({"comparator": "exactly", "amount": D(5), "magnitude": D(9)}, [
            Problem("$.magnitude", "inconsistent",
                    "expected a magnitude only with 'unquantified', got 9", D(9))]),
        ({"comparator": "at_most", "upper": D(7), "magnitude": D(9)}, [
            Problem("$.amount", "missing_field", "expected an amount with 'at_most'",
                    hint="or comparator 'unquantified', when no number is given"),
            Problem("$.magnitude", "inconsistent",
                    "expected a magnitude only with 'unquantified', got 9", D(9)),
            Problem("$.upper", "inconsistent", NO_UPPER, D(7), "use comparator 'between'")]),
        ({"comparator": "more than", "amount": D(5), "currency": "euro"}, [
            Problem("$.comparator", "unknown_code", "expected a comparator, got 'more than'",
                    "more than", "did you mean 'more_than'?"),
            Problem("$.currency", "unknown_code", "expected an ISO 4217 code, got 'euro'",
                    "euro", "did you mean 'EUR'?")]),
        ({"comparator": "exactly", "amount": 5.0, "upper": D(7)}, [
            Problem("$.amount", "wrong_type", "expected a Decimal, got the number 5.0", 5.0,
                    "write Decimal('5.0')"),
            Problem("$.upper", "inconsistent", NO_UPPER, D(7), "use comparator 'between'")]),
        ({"comparator": "exactly", "amount": D(5), "approximate": None, "per": "shares"}, [
            Problem("$.approximate", "wrong_type", "expected true or false, got null"),
            Problem("$.per", "unknown_code", "expected what the figure is per, got 'shares'",
                    "shares", "did you mean 'share'?")]),
    ],
)  # fmt: skip
def test_fields_that_contradict_the_comparator_are_refused(given_values, expected):
    """Every contradiction is reported at the field that is one too many, or absent."""
    assert problems(lambda: Money(**given_values)) == tuple(expected)


def test_a_private_comparator_has_no_rules():
    """What x-… means only its maker knows: any fields may stand with it, and no bound follows."""
    money = Money(comparator="x-odds", amount=D(5), upper=D(3), magnitude=D(1))

    assert bounds(money) == (None, False, None, False)


def test_a_withdrawn_currency_is_taken():
    """Old reports name old currencies; only check() remarks on them."""
    assert Money.exactly(5, "DEM").currency == "DEM"


def test_a_subclass_has_the_named_constructors_too():
    """They return the class on which they are called."""

    @attrs.frozen(kw_only=True)
    class Price(Money):
        venue: str | None = None

    assert type(Price.at_least(5, "EUR")) is Price


@given(instances(Money))
def test_bounds_are_in_order_and_open_only_where_there_is_one(money):
    """The lower bound is never above the upper; an excluded bound is a bound."""
    low, low_open, high, high_open = bounds(money)

    assert low is None or high is None or low <= high
    assert not (low_open and low is None)
    assert not (high_open and high is None)
