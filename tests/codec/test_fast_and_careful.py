"""
The compiled reader and check never disagree with the careful ones: they only are faster.
"""

import copy
from collections import OrderedDict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.codec.compiled_reader import RECOVERABLE, compiled_reader
from invnews.codec.compiled_writer import data_writer, text_writer
from invnews.codec.plain_reader import read_carefully
from invnews.errors import InvalidData, Problem
from invnews.fields import Vocabulary, bounds, code, distinct, doc, form, refers_to, size
from invnews.records import Agreement, Person, Record
from invnews.registry import BUILTIN
from invnews.shapes import FrozenMap, Json, Nested, constructor_check, describe, examine
from invnews.testing import instances
from invnews.values import Evidence, Money, Name, PartialDate, Value
from invnews.values.forms import EDTF

GRADE = Vocabulary.of("acme.grade", "a grade", {"a": "Best.", "b": "Next."})


@attrs.frozen(kw_only=True)
class Limits(Value):
    """A value with a field of every Shape that the kinds of the library use rarely or never."""

    score: Decimal = attrs.field(metadata=doc("Points.") | bounds(0, Decimal("99.5")))
    scores: tuple[Decimal, ...] = attrs.field(
        default=(), metadata=doc("Points.") | bounds(-1, 1) | distinct()
    )
    level: int = attrs.field(default=3, metadata=doc("From 1 to 5.") | bounds(1, 5))
    levels: tuple[int, ...] = attrs.field(default=(1,), metadata=doc("Some.") | size(1, 3))
    flags: tuple[bool, ...] = attrs.field(default=(), metadata=doc("Some.") | distinct())
    grades: Mapping[str, str] = attrs.field(
        default=FrozenMap(), metadata=doc("By name.") | code(GRADE)
    )
    words: tuple[str, ...] = attrs.field(
        default=(), metadata=doc("Words.") | size(0, 2) | distinct()
    )
    dates: Mapping[str, str] = attrs.field(
        default=FrozenMap(), metadata=doc("By name.") | form(EDTF)
    )
    owner: str | None = attrs.field(default=None, metadata=doc("Whose.") | refers_to("person"))
    anything: tuple[Json, ...] = attrs.field(default=(), metadata=doc("Any JSON."))
    given: Json = attrs.field(default=Json.of(None), metadata=doc("Any JSON."))


def value_classes(cls: type) -> set[type]:
    """Return the classes of the values that an instance of a class can hold."""
    direct = {
        each.single.cls for each in describe(cls).fields if isinstance(each.single, Nested)
    }
    return direct.union(*map(value_classes, direct))


CLASSES = [each.cls for each in BUILTIN]
CLASSES += sorted(set().union(*map(value_classes, CLASSES)), key=lambda cls: cls.__name__)
CLASSES += [Limits]
READ = [*(each.cls for each in BUILTIN), Limits, PartialDate, Evidence]
"""The classes whose data are changed; those of the values inside of records are, with these."""

SCALARS: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 2, 7, 10**40 - 1, 10**40, -(10**40), Decimal(1), Decimal("1.5"),
    Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1e-41"), 1.0, 0.5,
    "", " ", "\u2028", "\0", "a\0", "\ud800", "x", "a b", "a", "b", "x-own", "x-", "X-own",
    "1", "1.50", "-0", "01", "+1", "1e3", "1" * 40, "1" * 41, "0." + "0" * 39 + "1", "NaN", "٣",
    "2018", "2018-02-30", "2018-05", "last year", "EUR", "eur", "true", "id/1", "é", "a" * 300,
    "https://example.org/", "http:// ", "names", "names[0].text", "value", "en", "in", "exactly",
)  # fmt: skip
"""Leaves that are right in some field, and just wrong in another."""


def near_misses(leaf: object) -> list[object]:
    """Return leaves that differ a little from one."""
    if isinstance(leaf, str):
        return [leaf + " ", leaf.upper(), leaf + "\0", leaf[:-1], leaf * 2, leaf + "\ud800"]
    if isinstance(leaf, int):
        return [leaf + 1, leaf - 1, -leaf, str(leaf), Decimal(leaf), float(leaf), bool(leaf)]
    return []


def places(data: object, steps: tuple = ()) -> list[tuple]:
    """Return the steps to everything inside of plain data."""
    found = []
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, each in items:
        found.append((*steps, step))
        if isinstance(each, (dict, list)):
            found += places(each, (*steps, step))
    return found


@st.composite
def mutated(draw: st.DrawFn, cls: type) -> Any:
    """Draw the plain data of an instance of a class, changed in up to three places."""
    instance = draw(instances(cls))
    data = copy.deepcopy(data_writer(cls)(instance))
    for _ in range(draw(st.integers(0, 3))):
        found = [each for each in places(data) if each != ("kind",)]
        if not found:
            break
        steps = draw(st.sampled_from(found))
        here: Any = data
        for step in steps[:-1]:
            here = here[step]
        change(draw, here, steps[-1], [each.name for each in describe(cls).fields])
    return data


def change(draw: st.DrawFn, here: Any, step: Any, names: list[str]) -> None:
    """Change what stands at a step, or beside it."""
    old = here[step]
    odd = st.sampled_from(SCALARS)
    match draw(st.integers(0, 9)):
        case 0:
            del here[step]
        case 1 if isinstance(here, dict):
            here[draw(st.sampled_from([*names, "odd", "", "a\0", "\ud800", "x-a"]))] = draw(odd)
        case 2 if isinstance(here, dict):
            here[draw(st.sampled_from([*names, "odd"]))] = here.pop(step)
        case 3 if isinstance(here, list):
            here.insert(draw(st.integers(0, len(here))), copy.deepcopy(old))
        case 4 if isinstance(here, list):
            here.append(draw(odd))
        case 5:
            here[step] = [copy.deepcopy(old)] * draw(st.integers(0, 2))
        case 6:
            here[step] = {draw(st.sampled_from(["text", "x", "edtf"])): old}
        case 7 if near_misses(old):
            here[step] = draw(st.sampled_from(near_misses(old)))
        case 8:
            here[step] = draw(st.sampled_from([[], {}, [[]], [{}], {"": 1}, {"x-a": "unknown"}]))
        case _:
            here[step] = draw(odd)


def read_fast(cls: type, data: Any) -> Any:
    """Return what the compiled reader makes of data, or None when it asks to look again."""
    try:
        return compiled_reader(cls)(data)
    except RECOVERABLE:
        return None


def read_slowly(cls: type, data: Any) -> tuple[Any, tuple[Problem, ...]]:
    """Return what the careful reader makes of data, and what is wrong with it."""
    try:
        return read_carefully(describe(cls), data, "$"), ()
    except InvalidData as error:
        return None, error.problems


@pytest.mark.parametrize("cls", READ, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_the_readers_agree(cls: type, data: st.DataObject) -> None:
    """
    The compiled reader returns an instance if and only if the careful one finds no problem, and
    then the same: equal, of the same type, with the same text, with nothing wrong with it.
    """
    plain = data.draw(mutated(cls))
    before = copy.deepcopy(plain)
    fast = read_fast(cls, plain)
    slow, problems = read_slowly(cls, plain)

    assert (fast is None) == bool(problems)
    assert fast == slow
    assert type(fast) is type(slow)
    if fast is not None:
        assert text_writer(cls)(fast) == text_writer(cls)(slow)
        assert hash(fast) == hash(slow)
        assert [] == examine(describe(cls), fast) == examine(describe(cls), slow)
    assert repr(before) == repr(plain)


PYTHON_VALUES: tuple[object, ...] = (
    (), ("a",), ("a", "a"), ("a", "b"), (1,), (True, 1), (None,), [], ["a"], {}, {"a": "b"},
    {1: "unknown"}, {"x-a": "unknown"}, {"x-a": 1}, {"a\0": "unknown"}, {" ": "unknown"},
    FrozenMap({"x-a": "unknown"}), FrozenMap({"x-a": "no reason"}), FrozenMap({"x-a": ["a"]}),
    Json.of(None), Json.of([1]), Name(text="x"), (Name(text="x"),), Money.exactly(1, "EUR"),
    (Decimal("NaN"),), (Decimal(1), Decimal("1.0")), ("a", 7, "b", "c"), (["a"],), ([], "b"),
    (Decimal("sNaN"), Decimal(1)),
    b"x", object, ..., frozenset({"a"}), range(2), 1j,
)  # fmt: skip
"""Values of Python that are right in some field, and wrong in another."""


def altered(cls: type, instance: Any, changes: dict[str, object]) -> Any:
    """Return an instance that no constructor has seen, with other values in some fields."""
    made = object.__new__(cls)
    for each in attrs.fields(cls):
        object.__setattr__(made, each.name, changes.get(each.name, getattr(instance, each.name)))
    return made


def checked(cls: type, instance: Any) -> tuple[Problem, ...]:
    """Return the problems with which the compiled check refuses an instance."""
    try:
        constructor_check(cls)(instance)
    except InvalidData as error:
        return error.problems
    return ()


@pytest.mark.parametrize("base", [Record, Value])
@given(data=st.data())
def test_the_checks_agree(base: type, data: st.DataObject) -> None:
    """
    The compiled check refuses an instance if and only if the careful look finds a problem, and
    then with the same problems.
    """
    cls = data.draw(st.sampled_from([each for each in CLASSES if issubclass(each, base)]))
    instance = data.draw(instances(cls))
    fields = st.sampled_from([each.name for each in describe(cls).fields])
    values = st.sampled_from([*SCALARS, *PYTHON_VALUES])
    changes = data.draw(st.dictionaries(fields, values, max_size=3))
    made = altered(cls, instance, changes)
    expected = examine(describe(cls), altered(cls, instance, changes))

    assert repr(tuple(expected)) == repr(checked(cls, made))


def test_items_that_have_no_hash_are_refused() -> None:
    """
    A constructor refuses what has no hash among ids with problems, and with no TypeError.
    """
    with pytest.raises(InvalidData) as exc:
        Agreement(id="a", places=(["x"], ["y"]))

    assert [
        (each.path, each.code) for each in exc.value.problems
    ] == [("$.places[0]", "wrong_type"), ("$.places[1]", "wrong_type")]


class Word(str):
    """A text of another class."""

    __slots__ = ()


@pytest.mark.parametrize(
    "given",
    [OrderedDict({"x-a": "unknown"}), {Word("x-a"): "unknown"}],
    ids=["another dict", "names of another class"],
)
def test_a_mapping_is_frozen_or_refused(given: Any) -> None:
    """
    No record holds a mapping that can change: it is frozen, or refused.
    """
    try:
        missing: object = Person(id="p", names=(Name(text="x"),), missing=given).missing
    except InvalidData:
        missing = FrozenMap()

    assert type(missing) is FrozenMap


@given(st.data())
def test_what_is_read_cannot_be_changed(data: st.DataObject) -> None:
    """
    What the compiled reader returns is of the frozen class itself.
    """
    cls = data.draw(st.sampled_from(CLASSES))
    found = read_fast(cls, data_writer(cls)(data.draw(instances(cls))))

    assert type(found) is cls
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(found, describe(cls).fields[0].name, "other")


@given(st.data())
def test_the_record_reader_agrees_with_itself(data: st.DataObject) -> None:
    """
    A mapping that is no dict, which the compiled reader does not take, is read as the dict is.
    """
    cls = data.draw(st.sampled_from([each.cls for each in BUILTIN]))
    record = data.draw(instances(cls))
    plain = FrozenMap(data_writer(cls)(record))

    assert record == read_slowly(cls, plain)[0]
    assert read_fast(cls, plain) is None


def test_records_and_values_are_among_the_classes() -> None:
    """
    The classes that are tried are all kinds, and all values that these can hold.
    """
    assert len([each for each in CLASSES if issubclass(each, Record)]) == len(BUILTIN)
    assert {Money, Name} < {each for each in CLASSES if issubclass(each, Value)}
