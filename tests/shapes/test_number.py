"""Decimals and their one plain text."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.shapes import number_fits, number_text, read_number
from invnews.testing import decimals

NINES = "9" * 40


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"), ("-0", "0"), ("0.0", "0"), ("-0.00", "0"), ("0E+3", "0"), ("0E-50", "0"),
        ("50", "50"), ("50.0", "50"), ("50.10", "50.1"), ("-50.010", "-50.01"),
        ("1E+3", "1000"), ("1.5E+3", "1500"), ("1E-3", "0.001"), ("100E-2", "1"),
        ("10", "10"), ("100", "100"), ("-0.5", "-0.5"), (NINES, NINES),
    ],
)  # fmt: skip
def test_a_number_has_one_plain_text(number, expected):
    """No exponent, no needless zero, no minus before zero."""
    assert number_text(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", True), ("-0", True), ("0E+9999", True), ("0E-9999", True),
        (NINES, True), ("-" + NINES, True), (NINES + "9", False), ("1E+39", True),
        ("1E+40", False), ("1E-39", True), ("1E-40", False), ("0." + "1" * 39, True),
        ("0." + "1" * 40, False), ("1." + "1" * 39, True), ("1." + "1" * 40, False),
        ("1." + "0" * 100, True), ("1E+999999", False), ("1E-999999", False),
        ("NaN", False), ("sNaN", False), ("Infinity", False), ("-Infinity", False),
        ("1." + "0" * 70_000, False),
    ],
)  # fmt: skip
def test_a_number_fits_when_it_is_finite_and_has_40_digits_at_most(number, expected):
    """Digits before and after the point count together; needless zeros do not."""
    assert number_fits(Decimal(number)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0"),
        ("-0", "-0"),
        ("0.0", "0.0"),
        ("50.0", "50.0"),
        ("-1.5", "-1.5"),
        (NINES, NINES),
        ("-" + NINES, "-" + NINES),
        ("0." + "1" * 39, "0." + "1" * 39),
        ("-" + "9" * 20 + "." + "9" * 20, "-" + "9" * 20 + "." + "9" * 20),
    ],
)
def test_plain_decimal_text_is_read_as_it_stands(text, expected):
    """Nothing is rounded, whatever the context of the program is; zeros at the end are kept."""
    with localcontext() as context:
        context.prec = 3
        found = read_number(text)

    assert (type(found), found.as_tuple()) == (Decimal, Decimal(expected).as_tuple())


@pytest.mark.parametrize(
    "text",
    ["", " ", "1 ", " 1", "+1", "01", "00", "1.", ".5", "1,000", "1_000", "1e3", "1E3", "NaN",
     "Infinity", "--1", "-", "1.2.3", "0x1", "١", "½", "1\n", "−1", NINES + "9",
     "0." + "1" * 40, "1" * 10_000],
)  # fmt: skip
def test_any_other_text_is_no_number(text):
    """Signs of plus, leading zeros, grouping, exponents and other digits are refused."""
    with pytest.raises(ValueError, match="digits|plain decimal"):
        read_number(text)


@given(decimals())
def test_writing_and_reading_give_the_same_number(number):
    """The plain text says exactly the number, in one way."""
    again = read_number(number_text(number))

    assert (again, number_text(again)) == (number, number_text(number))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_what_fits_has_a_text_that_can_be_read(number):
    """number_fits is the promise that reading takes what writing gives."""
    try:
        found = read_number(number_text(number))
    except ValueError:
        found = None

    assert (found == number) is number_fits(number)
