"""find_quantities and parse_quantity: spans, one expression, round trips, growth."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.phrases.mention import Mention
from invnews.phrases.quantities import find_quantities, parse_quantity
from invnews.phrases.table import rows
from invnews.values import Quantity


@pytest.mark.parametrize(
    ("text", "core", "full"),
    [
        ("More than 145 new jobs came.", "145", "More than 145"),
        ("It rose 20 percent to 40 percent.", "20 percent to 40 percent", None),
        ("About 140,000 metric tons a year", "140,000 metric tons", "About 140,000 metric tons"),
        ("between 60 and 70 million litres", "60 and 70 million litres",
         "between 60 and 70 million litres"),
        ("from 20 to 30 staff", "20 to 30", "from 20 to 30"),
        ("50 brands or more", "50", "50 brands or more"),
        ("a 100-MW plant", "100-MW", None),
        ("a few thousand seats", "a few thousand", None),
        ("nearly one in five towns", "one in five", "nearly one in five"),
    ],
)  # fmt: skip
def test_the_core_is_the_number_and_the_full_span_has_the_words_that_bound_it(text, core, full):
    """A count's noun is outside; a unit of percent or measure is inside; text is the full span."""
    (mention,) = find_quantities(text)
    full = full or core

    assert (core, full, full) == (
        text[mention.start : mention.end],
        text[mention.full_start : mention.full_end],
        mention.value.text,
    )


def test_a_mention_is_whole():
    """Of a quantity, a mention has its places and its value, and nothing that is of money."""
    value = Quantity.more_than(50, "brands", text="more than 50")
    expected = Mention(start=17, end=19, full_start=7, full_end=19, value=value)

    assert (expected,) == find_quantities("It has more than 50 Malaysian brands.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 50 Malaysian brands", Quantity.more_than(50, "brands", text="more than 50")),
        ("  1,500 SMEs ", Quantity.exactly(1500, "SMEs", text="1,500")),
        ("many companies", Quantity.unquantified("companies", text="many")),
        ("5 million tonnes a year",
         Quantity.exactly(5_000_000, "tonnes", unit_kind="measure", per="year",
                          text="5 million tonnes")),
        ("a third", Quantity.exactly(Decimal("33.3333"), unit_kind="percent", text="a third")),
    ],
)  # fmt: skip
def test_one_expression_is_read_with_its_noun(text, expected):
    """The head noun and what it is per belong to the expression."""
    assert expected == parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("US$5 million", "nothing of that kind was found in it"),
        ("", "nothing of that kind was found in it"),
        ("5 jobs and 6 plants", "2 were found: '5 jobs', '6 plants'; read each by itself"),
        ("hired 50 people", "only '50 people' was read, not 'hired  … '"),
    ],
)
def test_anything_else_is_refused(text, hint):
    """What is no quantity, or more than one, is refused, and the hint says what was read."""
    with pytest.raises(InvalidData) as exc:
        parse_quantity(text)

    message = f"expected a quantity and nothing else, got {text!r}"
    assert (Problem("$", "not_one_expression", message, text, hint),) == exc.value.problems


@pytest.mark.parametrize(
    ("country", "expected"),
    [("DE", Quantity.exactly(31_500, "jobs", text="31.500")),
     (None, Quantity.exactly(Decimal("31.500"), "jobs", text="31.500"))],
)  # fmt: skip
def test_a_dot_parts_thousands_where_the_country_writes_so(country, expected):
    """One dot before three digits is a decimal point unless the country says otherwise."""
    assert expected == parse_quantity("31.500 jobs", country=country)


_BOUNDS = {
    "": ("exactly", False), "about ": ("exactly", True), "nearly ": ("exactly", True),
    "more than ": ("more_than", False), "over ": ("more_than", False),
    "at least ": ("at_least", False), "fewer than ": ("less_than", False),
    "under ": ("less_than", False), "up to ": ("at_most", False), "as many as ": ("at_most", False),
}  # fmt: skip
_SCALES = {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9, " crore": 10**7,
           " lakh": 10**5, "bn": 10**9, "mn": 10**6}  # fmt: skip
_NOUNS = ("jobs", "people", "SMEs", "vehicles", "staff")
_UNITS = [(unit, kind) for unit, kind, _, glued in rows("units") if len(unit) > 3 and not glued]


@given(
    st.sampled_from(sorted(_BOUNDS)), st.integers(10, 999), st.sampled_from(sorted(_SCALES)),
    st.sampled_from(_NOUNS),
)  # fmt: skip
def test_a_written_count_is_read_back(bound, number, scale, noun):
    """Every comparator, number, magnitude and noun gives the quantity that it was written from."""
    comparator, approximate = _BOUNDS[bound]
    text = f"{bound}{number}{scale}"
    expected = Quantity(
        comparator=comparator, amount=Decimal(number * _SCALES[scale]), unit=noun,
        unit_kind="count", approximate=approximate, text=text,
    )  # fmt: skip

    assert expected == parse_quantity(f"{text} {noun}")


@given(
    st.sampled_from(sorted(_BOUNDS)), st.integers(1, 999_999), st.sampled_from(_UNITS),
    st.sampled_from(["", " a year", " per day"]),
)  # fmt: skip
def test_a_written_measure_is_read_back(bound, number, unit, per):
    """Every unit of the table is read, grouped digits with it, and what it is per."""
    comparator, approximate = _BOUNDS[bound]
    words, kind = unit
    if words in ("times", "pound", "pounds"):
        return  # Their meaning hangs on the words behind them.
    text = f"{bound}{number:,} {words}"
    expected = Quantity(
        comparator=comparator, amount=Decimal(number), unit=words, unit_kind=kind,
        approximate=approximate, per={" a year": "year", " per day": "day"}.get(per), text=text,
    )  # fmt: skip

    assert expected == parse_quantity(text + per)


@given(st.integers(10, 500), st.integers(501, 999), st.sampled_from(["to", "-", "–", "and"]),
       st.sampled_from(["percent", "MW", "jobs"]))  # fmt: skip
def test_a_written_range_is_read_back(low, high, joint, unit):
    """Both ends of a range are kept, however they are joined."""
    lead = "between " if joint == "and" else ""
    text = f"{lead}{low} {joint} {high}" if joint in ("to", "and") else f"{low}{joint}{high}"
    kind = {"percent": "percent", "MW": "measure"}.get(unit, "count")
    expected = Quantity.between(
        low, high, unit, unit_kind=kind, text=text if kind == "count" else f"{text} {unit}"
    )

    assert expected == parse_quantity(f"{text} {unit}")


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    """No text is refused, and mentions stand in order, apart, each with its text."""
    found = find_quantities(text)

    stop = 0
    for each in found:
        assert stop <= each.start < each.end <= len(text)
        assert text[each.full_start : each.full_end] == each.value.text
        stop = each.end


@pytest.mark.parametrize(
    "unit",
    ["1,", "between 1 and ", "million billion ", "7", "\u00a0", "\u200f4", "３", "5% ", "percent ",
     "one hundred and ", "hundreds of ", "a third of ", "1 1 ", "5-", "10 to ", "small and ",
     "5 small and ", "many ", "5 sq ", "one in ", "twenty-foot "],
)  # fmt: skip
def test_hostile_text_is_read_to_its_end(unit):
    """Mentions of a long hostile text are in order and within it; the benchmark times them."""
    text = (unit * 4000)[:16_000]
    found = find_quantities(text)

    stops = [0, *(each.full_end for each in found)]
    assert all(each.full_start >= stop for each, stop in zip(found, stops, strict=False))
    assert stops[-1] <= len(text)


def test_other_arguments_are_refused():
    """What is no text, or no country of ISO 3166-1, is refused, both at once."""
    with pytest.raises(InvalidData) as caught:
        find_quantities(5, country="XX")

    assert caught.value.problems == (
        Problem("$.text", "wrong_type", "expected text, got int"),
        Problem("$.country", "unknown_code", "expected an ISO 3166-1 alpha-2 code, got 'XX'", "XX",
                "invnews kinds country lists them"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Airbus A350-900 left Gate 12B.", []),
        ("Suite #04-12 has 12B users.", [("12B", "users")]),
        ("It built 5-10 plants.", [("5-10", "plants")]),
        ("Stocks fell by 125 bcf to 3,622 bcf.", [("125 bcf", "bcf"), ("3,622 bcf", "bcf")]),
        ("The peso slid to 895 per dollar.", []),
        ("The house was founded in 1602.", []),
        ("It serves 20-odd million people.", []),
        ("It serves 20\nmillion people.", [("20\nmillion", "people")]),
        ("Rates rose three point two per cent.", [("three point two per cent", "per cent")]),
        ("Rates will not be more than 5%.", [("not be more than 5%", "%")]),
        ("They make twenty hundreds plus two jobs.", [("twenty hundreds plus", "hundreds"), ("two", "jobs")]),
    ],
)
def test_models_doors_and_what_stands_in_other_mentions(text, expected):
    """The second number of a model or a door counts nothing; mentions never overlap."""
    found = [(each.value.text, each.value.unit) for each in find_quantities(text)]

    assert found == expected
