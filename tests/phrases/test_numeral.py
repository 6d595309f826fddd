"""Numerals: digits in every grouping, number words, magnitudes."""

import pytest

from invnews.phrases.numeral import lowered, numerals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", ["5"]), ("1,234", ["1234"]), ("1,234.5", ["1234.5"]), ("1.5", ["1.5"]),
        ("1,5", ["1.5"]), ("1.234.567", ["1234567"]), ("1.234,50", ["1234.50"]),
        ("1 234 567", ["1234567"]), ("1'234'567", ["1234567"]), ("1,00,000", ["100000"]),
        ("12,34,567.89", ["1234567.89"]), ("31.500", ["31.500"]), ("½", ["0.5"]),
        ("2½ million", ["2500000"]), ("2 1/2 million", ["2500000"]), (".5", ["0.5"]),
        ("5 million", ["5000000"]), ("5mn", ["5000000"]), ("5-billion", ["5000000000"]),
        ("2 lakh crore", ["2000000000000"]), ("3 trillion", ["3000000000000"]),
        ("2.3 trln", ["2300000000000"]), ("5m", ["5"]), ("1,1,1", []), ("24/7", []), ("000", []),
        ("1,2345", []), ("1.2.3", []), ("one", ["1"]), ("twenty-five", ["25"]),
        ("one hundred and twenty", ["120"]), ("two thousand five hundred", ["2500"]),
        ("half a million", ["500000"]), ("a half-a-billion fine", ["500000000"]),
        ("a million", ["1000000"]), ("one and a half billion", ["1500000000"]),
        ("three quarters of a million", ["750000"]), ("a cow", []), ("someone", []),
        ("a hundred thousand", ["100000"]), ("4-5 billion", ["4", "5000000000"]),
    ],
)  # fmt: skip
def test_numbers_are_read(text, expected):
    """
    Digits count in the groupings of the world, words up to thousands, with their magnitude.
    """
    assert expected == [f"{each.value:f}" for each in numerals(text)]


def test_a_letter_is_left_to_the_caller():
    """
    One letter behind digits may be a magnitude or a unit: it is told apart from the scale.
    """
    (numeral,) = numerals("5m")

    assert (
        numeral.scale,
        numeral.letter,
        numeral.stop,
        numeral.letter_stop,
    ) == (1, 1_000_000, 1, 2)


def test_lowering_keeps_offsets():
    """
    A letter that grows in lower case stays as long as it was.
    """
    assert (len(lowered("İİ 5")), lowered("I")) == (4, "i")
