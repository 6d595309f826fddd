"""Round trips and growth: what is written as news write it is read back, in linear time."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.phrases.money import find_money, parse_money
from invnews.phrases.table import rows
from invnews.values import Money
from invnews.values.vocabularies import CURRENCY

CODES = sorted(
    code
    for code, term in CURRENCY.terms.items()
    if not term.withdrawn and (code[0] != "X" or code in {"XAF", "XCD", "XCG", "XDR", "XOF", "XPF"})
)
SIGNS = [(sign, said) for sign, side, said, needs in rows("currency_markers")
         if side in {"both", "before"} and not needs and len(said) == 3 and said.isupper()]  # fmt: skip
NAMES = [
    (f"{adjective} {form.split('; ')[-1]}", code)
    for code, noun, adjectives in rows("currency_names")
    for adjective in adjectives.split("; ")
    if adjective
    for name, form, _, parts, _, needs in rows("currency_nouns")
    if name == noun and parts == "1" and form and needs in {"", "local"}
]
MAGNITUDES = {
    "": 1, " thousand": 3, " million": 6, "m": 6, " mn": 6, " mln": 6, "mil": 6, " billion": 9,
    "bn": 9, " bln": 9, "b": 9, " trillion": 12, "tn": 12, " trn": 12, " crore": 7, " lakh": 5,
    " lakh crore": 12, "-million": 6, "-billion": 9,
}  # fmt: skip
COMPARATORS = [
    (words, comparator or "exactly", bool(approximate))
    for side, words, comparator, approximate, mark in rows("comparators")
    if side == "before" and not mark and (comparator or approximate)
]
numbers = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(1_000, 999_999).map("{:,}".format),
    st.decimals("0.01", "999.99", places=2).map(str),
    st.decimals("0.1", "99.9", places=1).map(str),
)


def worth(number, magnitude):
    """Return what a number and a magnitude stand for."""
    power = MAGNITUDES[magnitude]
    return Decimal(number.replace(",", "")) * (Decimal(10) ** power if power > 1 else 1)


@given(st.sampled_from(CODES), numbers, st.sampled_from([each for each in MAGNITUDES if each]))
def test_a_sum_with_a_code_is_read_back(code, number, magnitude):
    """
    Every code with every magnitude is read as that currency and amount, before and behind.
    """
    amount = worth(number, magnitude)

    for text in (
        f"{code} {number}{magnitude}",
        f"{code}{number}{magnitude}",
        f"{number}{magnitude} {code}",
    ):
        assert Money.exactly(amount, code, text=text) == parse_money(text)


@given(st.sampled_from(SIGNS), numbers, st.sampled_from(sorted(MAGNITUDES)))
def test_a_sum_with_a_sign_is_read_back(sign, number, magnitude):
    """
    Every sign of one currency is read as that currency.
    """
    text = f"{sign[0]}{number}{magnitude}"

    assert Money.exactly(worth(number, magnitude), sign[1], text=text) == parse_money(text)


@given(st.sampled_from(NAMES), numbers, st.sampled_from([" million", " billion", " crore"]))
def test_a_sum_with_nationality_and_noun_is_read_back(name, number, magnitude):
    """
    Every nationality with its noun is read as that currency.
    """
    text = f"{number}{magnitude} {name[0]}"

    assert Money.exactly(worth(number, magnitude), name[1], text=text) == parse_money(text)


@given(st.sampled_from(COMPARATORS), numbers, st.sampled_from(["", " million", "bn"]))
def test_a_bound_is_read_back(words, number, magnitude):
    """
    Every word of the table of comparators bounds a sum as the table says.
    """
    text = f"{words[0]} €{number}{magnitude}"
    expected = Money(comparator=words[1], amount=worth(number, magnitude), currency="EUR",
                     approximate=words[2], text=text)  # fmt: skip

    assert expected == parse_money(text)


@given(st.integers(1, 400), st.integers(0, 400), st.sampled_from([" million", "bn", "m", " crore"]),
       st.sampled_from(["-", "–", " to ", " - "]))  # fmt: skip
def test_a_range_is_read_back(low, more, magnitude, between):
    """
    The marker of the first number and the magnitude of the last stand for both.
    """
    text = f"US${low}{between}{low + more}{magnitude}"
    expected = Money.between(
        worth(str(low), magnitude), worth(str(low + more), magnitude), "USD", text=text
    )

    assert expected == parse_money(text)


@given(
    st.text(
        st.sampled_from("$€£5 1,.mbnkt()-–\u00a0 to from and R US Rs crore million a"), max_size=60
    )
)
def test_any_text_is_read(text):
    """
    Whatever stands in a text, mentions are in order, apart, and printed as their place is.
    """
    found = find_money(text, country="ZA")

    stops = [0, *(each.full_end for each in found)]
    assert all(each.full_start <= each.start < each.end <= each.full_end for each in found)
    assert all(each.start >= stop for each, stop in zip(found, stops, strict=False))
    assert [text[each.full_start : each.full_end] for each in found] == [
        each.value.text for each in found
    ]


HOSTILE = [
    "1,1,1,", "between $1 and ", "million billion ", "9", "$ ", "US$", "\u00a0", "\u200f", "１",
    "one hundred and ", "a lot of ", "hundreds of ", "(((", "up to up to ", "from $1 to ", "$1-",
    "Australian ", "5 West African ", "$1 = ", "RM", "per ", "undisclosed ", "seven-figure ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_to_its_end(unit):
    """
    Mentions of a long hostile text are in order and within it; the benchmark times them.
    """
    text = (unit * (16_000 // len(unit) + 1))[:16_000]
    found = find_money(text, country="AU")

    stops = [0, *(each.full_end for each in found)]
    assert all(each.full_start >= stop for each, stop in zip(found, stops, strict=False))
    assert stops[-1] <= len(text)
