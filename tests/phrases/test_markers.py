"""Markers: what beside a number makes it a sum of money."""

import pytest

from invnews.phrases.markers import Marker, makes_sum, marker_after, marker_before
from invnews.phrases.numeral import numerals


def before(text):
    """Return the text and codes of the marker before the first number of a text, or None."""
    marker = marker_before(text, numerals(text)[0].start)
    return None if marker is None else (text[marker.start : marker.stop], marker.codes)


def after(text):
    """Return the text and codes of the marker behind the first number of a text, or None."""
    marker = marker_after(text, numerals(text)[0].stop)
    return None if marker is None else (text[marker.start : marker.stop], marker.codes)


def test_a_marker_says_all():
    """
    A marker has a place, codes, the parts of a unit it names, a key, needs, and is a sign or not.
    """
    expected = Marker(6, 11, ("GBP",), 100, "GBP", "", sign=False)

    assert expected == marker_after("is 20 pence", 5)
    assert expected.explicit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US$5", ("US$", ("USD",))),
        ("US$ 5", ("US$", ("USD",))),
        ("US$:5", ("US$", ("USD",))),
        ("US $5", ("US $", ("USD",))),
        ("RM\u00a05", ("RM", ("MYR",))),
        ("NZD $5", ("NZD $", ("NZD",))),
        ("Kshs.5", ("Kshs.", ("KES",))),
        ("usd 5", ("usd", ("USD",))),
        ("FCFA 5", ("FCFA", ("XAF", "XOF"))),
        ("Canadian $5", ("Canadian $", ("CAD",))),
        ("US$m 5", ("US$m", ("USD",))),
        ("Rs crore 5", ("Rs crore", ("INR", "LKR", "MUR", "NPR", "PKR", "SCR"))),
        ("MSEK 5", ("MSEK", ("SEK",))),
        ("Kenya shillings 5", ("Kenya shillings", ("KES",))),
        ("against the dollar 5", None),
        ("KM 5", ("KM", ("BAM",))),
        ("in 5", None),
        ("FARM5", None),
        ("EUR/USD 5", None),
        ("USD  5", ("USD", ("USD",))),
        ("USD   5", None),
        ("5", None),
    ],
)
def test_a_marker_stands_right_before_a_number(text, expected):
    """
    Signs and codes before a number are read with a blank or a colon between, longest first.
    """
    assert expected == before(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5€", ("€", ("EUR",))),
        ("5 Kč", ("Kč", ("CZK",))),
        ("5 billion Norwegian crowns.", ("Norwegian crowns", ("NOK",))),
        ("5-baht", ("baht", ("THB",))),
        ("5 U.S. dollars", ("U.S. dollars", ("USD",))),
        ("5 West African CFA francs", ("West African CFA francs", ("XOF",))),
        ("5 Hong Kong dollars", ("Hong Kong dollars", ("HKD",))),
        ("5 egyptianpound", ("egyptianpound", ("EGP",))),
        ("5 USD, 6 more", ("USD", ("USD",))),
        ("5 kroner", ("kroner", ("DKK", "NOK"))),
        ("5 Canadian cents", ("Canadian cents", ("CAD",))),
        ("5元人民币", ("元人民币", ("CNY",))),
        ("5 USD million", ("USD million", ("USD",))),
        ("5 MUSD", ("MUSD", ("USD",))),
        ("5 € 6 €", ("€", ("EUR",))),
        ("5 GBP 6 pence", ("GBP", ("GBP",))),
        ("5 rmb 6 usd", ("rmb", ("CNY",))),
        ("2015 USD 6 pence", None),
        ("5 USD 6", None),
        ("5 $6", None),
        ("5 cows", None),
        ("5 Norwegian firms", None),
        ("5 euroscepticism", None),
        ("5", None),
    ],
)
def test_a_marker_follows_a_number(text, expected):
    """
    Signs, codes, nouns and nationality with noun behind a number are read, unless the next number's.
    """
    assert expected == after(text)


@pytest.mark.parametrize(
    ("text", "local", "expected"),
    [
        ("COP26", (), False), ("COP 26", ("COP",), False), ("COP 26 million", (), True),
        ("TRY 3", (), False), ("TRY 3 billion", (), True), ("TRY 3.50", (), True),
        ("ALL 5", (), False), ("ALL 5,000", (), True), ("SH 12", ("KES",), False),
        ("SH 12 million", ("KES",), True), ("R2.4", (), False), ("R12.40", (), True),
        ("R12", ("ZAR",), True), ("N95", ("NGN",), False), ("N950", ("NGN",), True),
        ("N950", (), False), ("Q3", ("GTQ",), False), ("Re 1", (), True), ("Re 5", (), False),
        ("QR 5", (), False), ("QR 5", ("QAR",), True), ("US$5", (), True),
    ],
)  # fmt: skip
def test_a_marker_that_is_also_a_word_needs_more(text, local, expected):
    """
    Codes and letters with another meaning count with a magnitude, grouping, or at home.
    """
    numeral = numerals(text)[0]
    marker = marker_before(text, numeral.start)

    assert expected is makes_sum(text, marker, numeral, local)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 billion pounds of resin", False), ("4 billion pounds of investment", True),
        ("4 billion pounds", True), ("20 euro countries", False), ("20 euro", True),
        ("12 won consent", False), ("20 billion won", True), ("5p.m.", False), ("5p", True),
        ("1080p", False), ("50 Cent", False), ("50 cent", True), ("5 crowns", False),
        ("5 million crowns", False), ("640 real estate plots", False), ("5 million real", True),
    ],
)  # fmt: skip
def test_a_noun_with_another_meaning_is_money_where_it_can_be(text, expected):
    """
    Pounds of weight, euro countries, "12 won consent" are no money.
    """
    numeral = numerals(text)[0]
    marker = marker_after(text, numeral.stop)

    assert expected is makes_sum(text, marker, numeral, ())
