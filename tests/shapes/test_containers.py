"""FrozenMap and Json: what they hold, and that they cannot change."""

import copy
import json
import pickle
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.errors import InvalidData, Problem
from invnews.shapes import DEPTH, FrozenMap, Json
from invnews.testing import json_data


def problems(make):
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def test_a_frozen_map_is_a_mapping():
    """It is read like a dict, in the order of its names."""
    found = FrozenMap({"b": 1, "a": 2})

    assert (found["b"], list(found), len(found), "a" in found, found.get("c"), repr(found)) == (
        1, ["a", "b"], 2, True, None, "{'a': 2, 'b': 1}",
    )  # fmt: skip
    with pytest.raises(KeyError):
        found["c"]


def test_a_frozen_map_equals_what_holds_the_same_items():
    """The order in which it was made does not count, and a dict is as good."""
    found = FrozenMap({"b": 1, "a": 2})
    others = [FrozenMap({"a": 2, "b": 1}), {"a": 2, "b": 1}, {"a": 2}, FrozenMap(), [("a", 2)]]

    assert [found == each for each in others] == [True, True, False, False, False]
    assert hash(found) == hash(others[0])


def test_a_frozen_map_of_nothing_is_empty():
    """It can be made of nothing, of an empty dict or of another one."""
    assert [FrozenMap(), FrozenMap(None), FrozenMap({}), FrozenMap(FrozenMap())] == [{}] * 4


def test_a_frozen_map_cannot_change():
    """Neither it nor what it was made of changes the other."""
    items = {"a": 1}
    found = FrozenMap(items)
    items["b"] = 2

    with pytest.raises(AttributeError, match="a FrozenMap cannot change"):
        found._items = {}
    with pytest.raises(AttributeError, match="a FrozenMap cannot change"):
        found.other = 1
    with pytest.raises(AttributeError, match="a FrozenMap cannot change"):
        del found._items
    with pytest.raises(TypeError):
        found["a"] = 2

    assert found == {"a": 1}


def test_a_frozen_map_of_things_without_hash_has_none():
    """Its hash is that of its items."""
    with pytest.raises(TypeError):
        hash(FrozenMap({"a": []}))


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))]
)
@pytest.mark.parametrize("held", [FrozenMap({"a": "b"}), Json.of({"a": [1, Decimal("1.5")]})])
def test_copies_are_equal_and_of_the_same_type(held, again):
    """Copying and pickling work, although nothing can be set."""
    made = again(held)

    assert (type(made), made, hash(made)) == (type(held), held, hash(held))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-7, "-7"),
        (10**40 - 1, "9" * 40),
        (Decimal("1.50"), "1.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
        (Decimal("0.000001"), "0.000001"),
        ("", '""'),
        (" ", '" "'),
        ("Kč 人民币 𝔸", '"Kč 人民币 𝔸"'),
        ('a"b\\c/d', '"a\\"b\\\\c/d"'),
        ("\0\x1f\x7f\b\t\n\f\r", '"\\u0000\\u001f\x7f\\b\\t\\n\\f\\r"'),
        ("\u2028", '"\u2028"'),
        ([], "[]"),
        ((), "[]"),
        ({}, "{}"),
        ([1, [2, []], {}], "[1,[2,[]],{}]"),
        ((1, (2,)), "[1,[2]]"),
        ({"b": 1, "a": {"c": None}}, '{"b":1,"a":{"c":null}}'),
        ({"": 0, "a b": 1}, '{"":0,"a b":1}'),
        (FrozenMap({"b": 1, "a": 2}), '{"a":2,"b":1}'),
        (MappingProxyType({"b": 1}), '{"b":1}'),
    ],
)
def test_json_is_held_as_one_canonical_text(data, text):
    """No spaces, non-ASCII as itself, names in the order given, numbers without exponent."""
    assert Json.of(data).text == text


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ((1, ("a",)), [1, ["a"]]),
        ({"a": Decimal("1.50"), "b": Decimal(2)}, {"a": Decimal("1.5"), "b": 2}),
        ([None, True, "x"], [None, True, "x"]),
        (MappingProxyType({"a": ()}), {"a": []}),
    ],
)
def test_the_value_is_plain_data(data, value):
    """Lists and dicts come out, whatever sequences and mappings went in; fractions as Decimal."""
    found = Json.of(data).value

    assert (found, repr(found)) == (value, repr(value))


def test_the_value_is_fresh_each_time():
    """Who changes the plain data does not change the Json."""
    made = Json.of({"a": [1]})
    made.value["a"].append(2)

    assert made.value == {"a": [1]}


def test_the_order_of_names_belongs_to_the_value():
    """Two objects of other order are two values, because both are kept as they are."""
    one, other = Json.of({"a": 1, "b": 2}), Json.of({"b": 2, "a": 1})

    assert (one == other, list(other.value)) == (False, ["b", "a"])


def test_numbers_that_are_equal_have_one_text():
    """An int and a Decimal of the same number cannot be told apart afterwards."""
    made = [Json.of(each) for each in (2, Decimal(2), Decimal("2.0"), Decimal("0.2E+1"))]

    assert (len(set(made)), {type(each.value) for each in made}) == (1, {int})


def nested(levels):
    """Return lists in lists, so many levels deep."""
    data = []
    for _ in range(levels - 1):
        data = [data]
    return data


def test_json_nests_127_levels_deep():
    """The record itself is the first of 128 levels; objects count as lists do."""
    deepest = DEPTH - 1
    objects = {}
    for _ in range(deepest - 1):
        objects = {"a": objects}

    assert Json.of(nested(deepest)).value == nested(deepest)
    assert Json.of(objects).value == objects


def test_json_does_not_nest_128_levels_deep():
    """The problem stands where the level too many begins."""
    message = "nested deeper than 128 levels"

    assert problems(lambda: Json.of(nested(DEPTH))) == (
        Problem("$" + "[0]" * (DEPTH - 1), "too_deep", message),
    )
    assert problems(lambda: Json.of({"a": [nested(DEPTH), nested(DEPTH)]})) == tuple(
        Problem(f"$.a[{number}]" + "[0]" * (DEPTH - 3), "too_deep", message) for number in range(2)
    )


def test_very_deep_data_is_refused_as_deep_data_is():
    """No depth exhausts the stack."""
    found = problems(lambda: Json.of(nested(100_000)))

    assert [each.code for each in found] == ["too_deep"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (10**40, [("$", "too_many_digits",
                   "expected a finite number of at most 40 digits, "
                   "got a whole number of more than 40 digits", "write it as text")]),
        (-(10**40), [("$", "too_many_digits",
                      "expected a finite number of at most 40 digits, "
                      "got a whole number of more than 40 digits", "write it as text")]),
        (Decimal("1E+40"), [("$", "too_many_digits",
                             "expected a finite number of at most 40 digits, "
                             "got the number 1E+40", "write it as text")]),
        ([Decimal("NaN")], [("$[0]", "too_many_digits",
                             "expected a finite number of at most 40 digits, "
                             "got the number NaN", "write it as text")]),
        (1.5, [("$", "wrong_type", "expected data of JSON, got the number 1.5",
                "write a Decimal")]),
        ([float("nan"), {"a": 0.0}], [
            ("$[0]", "wrong_type", "expected data of JSON, got the number nan",
             "write a Decimal"),
            ("$[1].a", "wrong_type", "expected data of JSON, got the number 0.0",
             "write a Decimal")]),
        ({1, 2}, [("$", "wrong_type", "expected data of JSON, got an instance of set", None)]),
        (b"a", [("$", "wrong_type", "expected data of JSON, got an instance of bytes", None)]),
        ({"a": object()}, [("$.a", "wrong_type",
                            "expected data of JSON, got an instance of object", None)]),
        ({5: "a", "b": 1.0}, [
            ("$", "wrong_type", "expected texts as names, got the number 5", None),
            ("$.b", "wrong_type", "expected data of JSON, got the number 1.0",
             "write a Decimal")]),
        ("a\ud800", [("$", "bad_character",
                      "half of a surrogate pair (U+D800) stands alone at character 1", None)]),
        ({"\udfff": 1}, [("$", "bad_character",
                          "half of a surrogate pair (U+DFFF) stands alone at character 0",
                          None)]),
    ],
)  # fmt: skip
def test_what_json_cannot_say_is_refused_with_every_place(data, expected):
    """Floats, sets, bytes, names that are no texts and over-long numbers are no JSON of ours."""
    found = [(each.path, each.code, each.message, each.hint)
             for each in problems(lambda: Json.of(data))]  # fmt: skip

    assert found == expected


class Loud(int):
    """An int that writes itself in another way."""

    def __repr__(self):
        return "[]"

    __str__ = __repr__


def test_subclasses_of_int_and_str_are_written_as_what_they_are():
    """No class can smuggle text of its own into the canonical text."""

    class Text(str):
        __slots__ = ()

    made = Json.of({Text("a"): Loud(7), "b": Text("x"), "c": True})

    assert (made.text, type(made.value["a"]), type(made.value["b"])) == (
        '{"a":7,"b":"x","c":true}', int, str,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["null", '"a"', "[1,2]", '{"b":1,"a":1.5}', "-0.5", '"\\u0000"'])
def test_a_canonical_text_is_taken(text):
    """The constructor takes what Json.of would write."""
    assert Json(text).text == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "''"),
        ("[1, 2]", "'[1, 2]'"),
        ("1.50", "'1.50'"),
        ("1e3", "'1e3'"),
        ("-0", "'-0'"),
        ("NaN", "'NaN'"),
        ('"\\u0041"', "'\"\\\\u0041\"'"),
        ('{"a":1,"a":2}', '\'{"a":1,"a":2}\''),
        ("[1]\n", "'[1]\\n'"),
        ("[" * 200 + "]" * 200, "'" + "[" * 79 + "…'"),
        ("[" * 100_000, "'" + "[" * 79 + "…'"),
        ("1" * 41, "'" + "1" * 41 + "'"),
        ("1" * 5_000, "'" + "1" * 79 + "…'"),
        ("1E+99999999", "'1E+99999999'"),
        ("{'a': 1}", "\"{'a': 1}\""),
        (None, "null"),
        (b"null", "an instance of bytes"),
        ({"a": 1}, "an object"),
    ],
)
def test_any_other_text_is_refused(text, found):
    """Blanks, exponents, needless zeros and names given twice are not canonical."""
    assert problems(lambda: Json(text)) == (
        Problem("$", "json_syntax", f"expected the canonical text of JSON, got {found}",
                hint="build it from data with Json.of(data)"),
    )  # fmt: skip


@given(json_data())
def test_json_of_its_value_is_itself(data):
    """Nothing is lost and nothing changes between data, text and data again."""
    made = Json.of(data)

    assert Json.of(made.value) == made == Json(made.text)
    assert json.loads(made.text, parse_float=Decimal) == data


@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=5))
def test_frozen_maps_of_the_same_items_have_the_same_hash(items):
    """Equal things have equal hashes, whatever order they were made in."""
    backwards = dict(reversed(items.items()))

    assert hash(FrozenMap(items)) == hash(FrozenMap(backwards))
    assert FrozenMap(items) == backwards
