"""What find_money and parse_money promise: places, currencies, errors."""

from decimal import Decimal

import pytest

from invnews.errors import InvalidData, Problem
from invnews.phrases.mention import Mention
from invnews.phrases.money import find_money, parse_money
from invnews.values import Money
from invnews.values.vocabularies import CURRENCY

DOLLARS = (
    "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD",
    "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "USD", "XCD",
)  # fmt: skip


def the_one(text, country=None):
    """Return the only mention of a text."""
    (mention,) = find_money(text, country=country)
    return mention


def test_a_mention_has_a_core_and_a_full_expression():
    """
    The core is marker, number and magnitude; the full expression has the words that bound it.
    """
    text = "Rail, worth more than US$22 billion, is under review."

    assert Mention(
        start=22, end=35, full_start=12, full_end=35,
        value=Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
        basis="explicit",
    ) == the_one(text)  # fmt: skip


def test_words_of_per_stand_outside_a_mention():
    """
    "per share" is no part of an expression, it is in the value.
    """
    mention = the_one("It bid more than €4.35 per share.")

    assert (mention.value.text, mention.value.per) == ("more than €4.35", "share")


def test_a_bare_dollar_stays_open_without_a_country():
    """
    A marker that nothing settles has no currency, and lists what it may stand for.
    """
    mention = the_one("It paid $5 million.")

    assert (mention.value.currency, mention.basis, mention.candidates) == (None, "none", DOLLARS)


@pytest.mark.parametrize(
    ("country", "currency"),
    [
        ("AU", "AUD"), ("BB", "BBD"), ("BN", "BND"), ("CA", "CAD"), ("FJ", "FJD"), ("HK", "HKD"),
        ("JM", "JMD"), ("LR", "LRD"), ("NA", "NAD"), ("NZ", "NZD"), ("SG", "SGD"), ("TT", "TTD"),
        ("TW", "TWD"), ("US", "USD"), ("MY", "USD"), ("IN", "USD"), ("AE", "USD"), ("NG", "USD"),
        ("CN", "USD"), ("EG", "USD"), ("MX", "USD"), ("CL", "USD"), ("AR", "USD"), ("DE", "USD"),
    ],
)  # fmt: skip
def test_a_bare_dollar_is_that_of_the_country_of_publication(country, currency):
    """
    Where a country has a dollar, "$" is that; elsewhere it is the US dollar.
    """
    mention = the_one("It paid $5 million.", country)

    assert (currency, "country") == (mention.value.currency, mention.basis)


@pytest.mark.parametrize(
    ("text", "country", "bases"),
    [
        ("A$90 million ($62 million)", "AU", [("AUD", "explicit"), ("USD", "contrast")]),
        ("Now $1 = 1.62 New Zealand dollars", "NZ", [("USD", "contrast"), ("NZD", "explicit")]),
        ("20 million Australian dollars, then $5m", None, [("AUD", "explicit"), ("AUD", "article")]),
        ("US$5m, then $3m", None, [("USD", "explicit"), ("USD", "article")]),
        ("US$5m, then $3m", "SG", [("USD", "explicit"), ("SGD", "country")]),
        ("A$5m, then $3m", "SG", [("AUD", "explicit"), ("SGD", "country")]),
        ("5 million Egyptian pounds, 3 million pounds", "US", [("EGP", "explicit"), ("EGP", "article")]),
        ("£5m, then 3 million pounds", None, [("GBP", "explicit"), ("GBP", "article")]),
        ("Rs 5 crore", None, [(None, "none")]),
        ("Rs 5 crore", "IN", [("INR", "country")]),
    ],
)  # fmt: skip
def test_a_currency_rests_on_the_first_evidence_there_is(text, country, bases):
    """
    The marker itself, then the rest of the text, then contrast and country settle a currency.
    """
    assert bases == [
        (each.value.currency, each.basis) for each in find_money(text, country=country)
    ]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("RMB 6.5 billion (US$1 billion)", [None, 0]),
        ("RMB 6.5 billion (about US$1 billion)", [None, 0]),
        ("RMB 6.5 billion, or about US$1 billion", [None, 0]),
        ("RMB 6.5 billion, equivalent to US$1 billion", [None, 0]),
        ("RMB 6.5 billion (US$1 billion, €0.9 billion)", [None, 0, 0]),
        ("RMB 6.5 billion (US$1 billion), €2 billion more", [None, 0, None]),
        ("RMB 6.5 billion a year (US$1 billion)", [None, 0]),
        ("RMB 6.5 billion/US$1 billion", [None, 0]),
        ("€5 and then RM4 billion ($900 million)", [None, None, 1]),
        ("RMB 6.5 billion and US$1 billion", [None, None]),
        ("RMB 6.5 billion (up from US$1 billion)", [None, None]),
        ("US$6.5 billion (US$1 billion of it cash)", [None, None]),
        ("Now $1 = 1.62 New Zealand dollars", [None, None]),
    ],
)
def test_a_sum_told_again_in_another_currency_names_the_first(text, same):
    """
    A conversion beside a sum is a mention of its own that names the mention it repeats.
    """
    assert same == [each.equivalent_of for each in find_money(text, country="AU")]


def test_mentions_stand_in_order_and_apart():
    """
    Mentions go from left to right and do not overlap, and their text is that of their place.
    """
    text = "It has $5 million, €3m to €4m, several million dollars and an undisclosed sum (RM5)."
    found = find_money(text, country="US")

    assert sorted(each.full_start for each in found) == [each.full_start for each in found]
    assert all(
        one.full_end <= other.full_start for one, other in zip(found, found[1:], strict=False)
    )
    assert [text[each.full_start : each.full_end] for each in found] == [
        each.value.text for each in found
    ]


def test_a_part_of_a_dinar_is_a_thousandth():
    """
    Fils are parts of a hundred of a dirham, of a thousand of some dinars.
    """
    amounts = {
        country: the_one("It pays 25 fils.", country).value.amount for country in ("AE", "KW", "JO")
    }

    assert {"AE": Decimal("0.25"), "KW": Decimal("0.025"), "JO": Decimal("0.025")} == amounts


def test_every_currency_in_use_is_read_by_its_code():
    """
    The code of every currency of ISO 4217 marks a sum, before and behind the number.
    """
    codes = [
        code
        for code, term in CURRENCY.terms.items()
        if not term.withdrawn and (code[0] != "X" or code in {"XAF", "XCD", "XCG", "XOF", "XPF"})
    ]

    assert codes == [parse_money(f"{code} 3.5 billion").currency for code in codes]
    assert codes == [parse_money(f"3.5 billion {code}").currency for code in codes]


def test_parse_money_reads_one_expression():
    """
    parse_money returns the value of the only expression, blanks around it left out.
    """
    expected = Money.between(4_000_000_000, 5_000_000_000, "USD", approximate=True,
                             text="around US$4-5 billion")  # fmt: skip

    assert expected == parse_money(" around US$4-5 billion ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "nothing of that kind was found in it"),
        ("some day", "nothing of that kind was found in it"),
        ("$5 and €6", "2 were found: '$5', '€6'; read each by itself"),
        ("it paid $5", "only '$5' was read, not 'it paid  … '"),
    ],
)
def test_parse_money_refuses_what_is_not_one_expression(text, problem):
    """
    No sum, two sums or words beside one are refused, and the problem says what was read.
    """
    with pytest.raises(InvalidData) as caught:
        parse_money(text)

    message = f"expected a sum of money and nothing else, got {text!r}"
    assert (Problem("$", "not_one_expression", message, text, problem),) == caught.value.problems


def test_parse_money_refuses_a_long_text():
    """
    parse_money reads expressions, not articles.
    """
    with pytest.raises(InvalidData) as caught:
        parse_money("$5 " * 100)

    message = "expected at most 200 characters, got 300"
    assert (
        Problem("$", "too_long", message, hint="find_… read longer texts"),
    ) == caught.value.problems


@pytest.mark.parametrize("text", [None, 5, b"$5", ["$5"]])
def test_text_must_be_text(text):
    """
    What is no text is refused by its type.
    """
    with pytest.raises(InvalidData) as caught:
        find_money(text)

    message = f"expected text, got {type(text).__name__}"
    assert (Problem("$.text", "wrong_type", message),) == caught.value.problems


@pytest.mark.parametrize(
    ("country", "problem"),
    [
        ("XX", Problem("$.country", "unknown_code",
                       "expected an ISO 3166-1 alpha-2 code, got 'XX'", "XX",
                       "invnews kinds country lists them")),
        ("Malaysia", Problem("$.country", "unknown_code",
                             "expected an ISO 3166-1 alpha-2 code, got 'Malaysia'", "Malaysia",
                             "did you mean 'MY'?")),
        (5, Problem("$.country", "wrong_type",
                    "expected an ISO 3166-1 alpha-2 code, got int")),
    ],
)  # fmt: skip
def test_country_must_be_a_code(country, problem):
    """
    A country is given in ISO 3166-1 alpha-2; anything else is refused with a hint.
    """
    with pytest.raises(InvalidData) as caught:
        find_money("$5", country=country)

    assert (problem,) == caught.value.problems
