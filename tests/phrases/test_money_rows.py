"""Sums of money in sentences of the news, from the rows of `money.tsv` beside this file."""

from pathlib import Path

import pytest

from invnews.phrases.money import find_money

_LINES = (Path(__file__).parent / "money.tsv").read_text("utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if line and not line.startswith(("#", "rule\t"))]


def said(mention):
    """Return all that a mention says, as the table writes it."""
    value = mention.value
    words = [f"{value.text}:"]
    if value.approximate:
        words.append("about")
    words.append(value.comparator)
    if value.amount is not None:
        upper = "" if value.upper is None else f"..{value.upper:f}"
        words.append(f"{value.amount:f}{upper}")
    if value.magnitude is not None:
        words.append(f"x{value.magnitude:f}")
    words.append(value.currency or "?")
    if value.per is not None:
        words.append(f"/{value.per}")
    return " ".join(words)


def rows(*rules):
    """Return the rows of some rules as parameters of a test."""
    found = [row for row in _ROWS if row[0] in rules]
    return pytest.mark.parametrize(
        ("country", "text", "expected"), [(row[1] or None, row[2], row[3:]) for row in found]
    )


@rows("country")
def test_sums_of_the_press_of_a_country(country, text, expected):
    """
    The usual ways in which a country's press writes sums are read, in its own currency.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("comparator")
def test_words_around_a_sum_bound_it(country, text, expected):
    """
    Words around a sum make it a bound or approximate, and belong to its full expression.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("range")
def test_two_numbers_are_a_range_or_a_change(country, text, expected):
    """
    A spread is one range whose ends lend each other marker and magnitude; a change is two sums.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("vague")
def test_a_sum_without_a_number_is_unquantified(country, text, expected):
    """
    Money told without a number is unquantified, of millions with their magnitude.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("minor")
def test_parts_of_a_unit_are_told_in_the_unit(country, text, expected):
    """
    Cents, pence and the like are amounts of their main unit, alone or behind it.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("currency")
def test_a_currency_is_named_or_follows_from_text_or_country(country, text, expected):
    """
    What a marker does not name, the text settles, then the country; else it stays open.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("number")
def test_numbers_are_read_as_they_are_written(country, text, expected):
    """
    Digits are read in the groupings of the world, words as numbers, magnitudes as factors.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("negative")
def test_a_minus_sign_right_before_a_sum_makes_it_negative(country, text, expected):
    """
    A minus sign or "minus" belongs to the sum; a hyphen does only behind words that lead to it.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("per")
def test_what_a_sum_is_for_one_of_is_told(country, text, expected):
    """
    "a share", "per tonne", "annually" say what a sum is for one of; they are no part of it.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]


@rows("none")
def test_other_numbers_are_no_money(country, text, expected):
    """
    A number beside a name, a unit or a word that only looks like a marker is no sum.
    """
    assert expected == [said(each) for each in find_money(text, country=country)]
