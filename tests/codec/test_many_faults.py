"""
All faults of an input at once: k faults give k problems, and no more than the limits.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.codec import from_dict, loads, read_lines
from invnews.errors import FILE_LIMIT, RECORD_LIMIT, InvalidData, Problem, child
from invnews.registry import BUILTIN
from invnews.shapes import (
    AnyJson,
    Code,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Single,
    Table,
    Text,
    Whole,
    describe,
)
from invnews.values import Evidence, Money, PartialDate, Quantity

GOLDEN = {
    each.stem: each.read_text("utf-8")
    for each in (Path(__file__).parents[1] / "golden").glob("*.json")
}
PERSON = {"kind": "person", "id": "p", "names": [{"text": "James Song"}]}
Steps = tuple[str | int, ...]


@attrs.frozen
class Break:
    """
    One way to break a record that is one fault.

    Args:
        steps: What is replaced, added, or left out.
        value: What is put there; ``GONE`` leaves it out.
        path: The path of the problem.
        code: The code of the problem.
        spoils: The paths that no other break may touch beside this one.
    """

    steps: Steps
    value: Any
    path: str
    code: str
    spoils: tuple[str, ...]


GONE = object()
_WRONG: dict[type, list[tuple[object, str]]] = {
    Text: [(7, "wrong_type"), (" ", "blank"), ("a\0b", "bad_character"), (None, "wrong_type")],
    Code: [(["x"], "wrong_type"), ("No such code!", "unknown_code"), ("", "blank")],
    Reference: [(True, "wrong_type"), ("not an id", "bad_id")],
    Flag: [("true", "wrong_type"), (0, "wrong_type")],
    Whole: [("5", "wrong_type"), (Decimal("1.5"), "wrong_type"), (10**41, "too_many_digits")],
    Number: [(5, "wrong_type"), ("5,0", "bad_number"), ("1" * 41, "too_many_digits")],
    Nested: [("x", "wrong_type"), ([], "wrong_type")],
}
"""What is wrong for each Shape, and the code that says so."""


def golden(kind: str) -> dict[str, Any]:
    """Return the plain data of the golden record of a kind."""
    return json.loads(GOLDEN[kind], parse_float=Decimal)


def path_of(steps: Steps) -> str:
    """Return the path of some steps."""
    path = "$"
    for step in steps:
        path = child(path, step)
    return path


def breaks_of(cls: type, data: dict[str, Any], steps: Steps) -> Iterator[Break]:
    """Yield ways to break the instance in plain data and everything in it."""
    for field in describe(cls).fields:
        here = (*steps, field.name)
        if field.name not in data:
            continue
        value = data[field.name]
        if field.required:
            yield single_break(here, GONE, "missing_field")
        if isinstance(field.shape, Items):
            yield single_break(here, {"a": 1}, "wrong_type")
            for number, each in enumerate(value):
                yield from breaks_at(field.shape.item, each, (*here, number))
        elif isinstance(field.shape, Table):
            yield single_break(here, "x", "wrong_type")
            for name, each in value.items():
                yield from breaks_at(field.shape.item, each, (*here, name))
        else:
            nullable = field.nullable
            yield from breaks_at(field.shape, value, here, nullable=nullable)
    yield single_break((*steps, "no_such_field"), 1, "unknown_field")
    yield from rule_breaks(cls, data, steps)


def breaks_at(
    shape: Single, value: Any, steps: Steps, *, nullable: bool = False
) -> Iterator[Break]:
    """Yield ways to break what stands at some steps."""
    if isinstance(shape, AnyJson):
        return
    for wrong, code in _WRONG[type(shape)]:
        if wrong is not None or not nullable:
            yield single_break(steps, wrong, code)
    if isinstance(shape, Nested):
        yield from breaks_of(shape.cls, value, steps)


def single_break(steps: Steps, value: object, code: str, at: Steps = ()) -> Break:
    """Return a break that no other one at, above or below its path may join."""
    path = path_of(at or steps)
    return Break(steps, value, path, code, (path_of(steps), path))


def rule_breaks(cls: type, data: dict[str, Any], steps: Steps) -> Iterator[Break]:
    """Yield ways to break a rule across the fields of a value."""
    whole = path_of(steps)
    if cls is Evidence and data["start"] > 0:
        end = (*steps, "end")
        yield Break(end, data["start"], path_of(end), "ends_before_start", (whole,))
    if cls in (Money, Quantity):
        size = (*steps, "magnitude")
        yield Break(size, "5", path_of(size), "inconsistent", (whole,))
        yield Break((*steps, "amount"), GONE, path_of((*steps, "amount")), "missing_field", (whole,))
    if cls is PartialDate:
        yield Break(steps, {"vague": True}, whole, "missing_field", (whole,))


BREAKS = {kind.name: list(breaks_of(kind.cls, golden(kind.name), ())) for kind in BUILTIN}


def touch(one: str, other: str) -> bool:
    """Return whether one path is the other or leads into it."""
    return one == other or re.match(rf"{re.escape(one)}[.\[]", other) is not None


def apart(chosen: list[Break], new: Break) -> bool:
    """Return whether a break can stand beside others, each one fault of its own."""
    return not any(
        touch(one, other) or touch(other, one)
        for each in chosen
        for one in each.spoils
        for other in new.spoils
    )


def put(data: dict[str, Any], each: Break) -> None:
    """Break the data in this way."""
    here: Any = data
    for step in each.steps[:-1]:
        here = here[step]
    if each.value is GONE:
        del here[each.steps[-1]]
    else:
        here[each.steps[-1]] = each.value


def broken(kind: str, faults: int, order: Iterable[int]) -> tuple[dict[str, Any], list[Break]]:
    """Return a golden record with so many faults, and what they are: the first that fit."""
    chosen: list[Break] = []
    for number in order:
        each = BREAKS[kind][number]
        if len(chosen) < faults and apart(chosen, each):
            chosen.append(each)
    data = golden(kind)
    for each in chosen:
        put(data, each)
    return data, chosen


def problems_of(read, *given) -> tuple[Problem, ...]:
    """Return the problems with which reading refuses."""
    with pytest.raises(InvalidData) as exc:
        read(*given)
    return exc.value.problems


@pytest.mark.parametrize("faults", range(1, 21))
@pytest.mark.parametrize("kind", BREAKS)
def test_k_faults_are_k_problems(kind: str, faults: int) -> None:
    """
    k faults in k places of a record and the values in it yield exactly k problems, with exactly
    those paths and codes.
    """
    order = list(range(len(BREAKS[kind])))
    random.Random(faults).shuffle(order)
    order.sort(key=lambda number: -len(BREAKS[kind][number].steps))
    record, chosen = broken(kind, faults, order)
    found = [(each.path, each.code) for each in problems_of(from_dict, record)]

    assert len(found) == faults
    assert sorted((each.path, each.code) for each in chosen) == sorted(found)


@given(data=st.data())
def test_any_faults_are_as_many_problems(data: st.DataObject) -> None:
    """
    Wherever the faults are, there are as many problems, with exactly those paths and codes.
    """
    kind = data.draw(st.sampled_from(list(BREAKS)))
    order = data.draw(st.permutations(range(len(BREAKS[kind]))))
    record, chosen = broken(kind, data.draw(st.integers(1, 20)), order)
    expected = sorted((each.path, each.code) for each in chosen)

    assert expected == sorted((each.path, each.code) for each in problems_of(from_dict, record))


@pytest.mark.parametrize("kind", BREAKS)
def test_each_kind_can_be_broken_in_twenty_places(kind: str) -> None:
    """
    The golden record of each kind has room for twenty faults, each apart from the others.
    """
    chosen: list[Break] = []
    for each in sorted(BREAKS[kind], key=lambda it: -len(it.steps)):
        chosen += [each] if apart(chosen, each) else []

    assert len(chosen) >= 20


@pytest.mark.parametrize("kind", BREAKS)
def test_each_break_alone_is_one_problem(kind: str) -> None:
    """
    Each way to break a golden record yields one problem alone.
    """
    for each in BREAKS[kind]:
        data = golden(kind)
        put(data, each)

        assert [(each.path, each.code)] == [(p.path, p.code) for p in problems_of(from_dict, data)]


def person(number: int, faults: int) -> dict[str, Any]:
    """Return a person with so many faults, all in one list."""
    return {**PERSON, "id": f"p{number}", "countries": [f"?{n}" for n in range(faults)]}


def more(left: int, path: str, **place: int) -> Problem:
    """Return the problem that says how many more there are."""
    are = "problem is" if left == 1 else "problems are"
    message = f"{left} more {are} not listed"
    return Problem(path, "more_problems", message, left, **place)


@pytest.mark.parametrize("faults", [99, 100])
def test_a_hundred_problems_of_a_record_are_listed(faults: int) -> None:
    """
    Up to 100 problems of a record are all listed.
    """
    expected = [f"$.countries[{number}]" for number in range(faults)]

    assert expected == [each.path for each in problems_of(from_dict, person(0, faults))]


@pytest.mark.parametrize("faults", [101, 102, 5_000])
def test_more_problems_of_a_record_are_counted(faults: int) -> None:
    """
    Of more than 100 problems of a record 100 are listed, and one says how many more there are.
    """
    problems = problems_of(from_dict, person(0, faults))

    assert [f"$.countries[{number}]" for number in range(RECORD_LIMIT)] == [
        each.path for each in problems[:-1]
    ]
    assert more(faults - RECORD_LIMIT, "$") == problems[-1]


def test_the_count_of_a_record_in_a_file_is_placed_at_the_record() -> None:
    """
    In a file the problem that counts the others names the record that they are of.
    """
    records = [PERSON, person(1, 150)]
    text = json.dumps({"format": "invnews", "version": 1, "records": records})
    column = text.index('{"kind"', text.index("James Song")) + 1
    expected = more(50, "$.records[1]", line=1, column=column)

    assert expected == problems_of(loads, text)[-1]


def test_more_problems_of_a_file_are_counted() -> None:
    """
    Of more than 1,000 problems of a file 1,000 are listed, and one says how many more there are.
    """
    records = [person(number, 1) for number in range(1_100)]
    text = json.dumps({"format": "invnews", "version": 1, "records": records})
    problems = problems_of(loads, text)

    assert [f"$.records[{number}].countries[0]" for number in range(FILE_LIMIT)] == [
        each.path for each in problems[:-1]
    ]
    assert more(100, "$", line=1, column=1) == problems[-1]


def test_problems_that_records_left_out_are_counted_in_a_file() -> None:
    """
    What the records of a file left out counts among the problems that the file leaves out.
    """
    records = [person(number, 150) for number in range(11)]
    text = json.dumps({"format": "invnews", "version": 1, "records": records})
    problems = problems_of(loads, text)
    listed = [each for each in problems[:-1] if each.code != "more_problems"]
    counted = sum(each.value for each in problems if each.code == "more_problems")

    assert len(problems) == FILE_LIMIT + 1
    assert len(listed) + counted == 11 * 150


def test_more_problems_of_lines_are_counted(tmp_path: Path) -> None:
    """
    A line lists 100 problems, a file of lines 1,000, and one more says how many others.
    """
    from invnews.codec import load

    path = tmp_path / "a.jsonl"
    lines = [json.dumps(person(number, 150)) for number in range(11)]
    path.write_text("\n".join(lines), "utf-8")
    problems = problems_of(load, path)
    listed = [each for each in problems[:-1] if each.code != "more_problems"]
    counted = sum(each.value for each in problems if each.code == "more_problems")

    assert more(50, "$", line=1, column=1) == problems_of(lambda: list(read_lines(lines)))[-1]
    assert len(problems) == FILE_LIMIT + 1
    assert len(listed) + counted == 11 * 150


def test_more_faults_of_a_text_are_counted() -> None:
    """
    Faults of JSON itself are cut as those of records are: 100 a line, 1,000 a file.
    """
    text = "{" + ",".join(['"a":1'] * 1_201) + "}"

    assert more(200, "$", line=1, column=1) == problems_of(loads, text)[-1]
    assert more(1_100, "$", line=1, column=1) == problems_of(lambda: list(read_lines([text])))[-1]


def test_more_faults_of_a_header_are_counted() -> None:
    """
    Unknown fields of a header, too, are listed up to the limit.
    """
    fields = ",".join(f'"x{number}":1' for number in range(1_205))
    line = f'{{"format":"invnews","version":1,{fields}}}'
    file = line[:-1] + ',"records":[]}'

    assert more(1_105, "$", line=1, column=1) == problems_of(lambda: list(read_lines([line])))[-1]
    assert more(205, "$", line=1, column=1) == problems_of(loads, file)[-1]


def test_a_fault_hides_no_fault_beside_it() -> None:
    """
    An item that cannot be read hides neither that its list is too long nor that others repeat.
    """
    data = {"kind": "judgement", "id": "j", "pair": ["a", 7, "b", "a"], "verdict": "same"}

    assert [(each.path, each.code) for each in problems_of(from_dict, data)] == [
        ("$.pair[1]", "wrong_type"), ("$.pair", "too_long"), ("$.pair[3]", "duplicate_item"),
    ]  # fmt: skip


def test_a_rule_hides_no_rule_beside_it() -> None:
    """
    A field that cannot be read hides only the rules that need it.
    """
    value = {"comparator": "exactly", "amount": "x", "magnitude": "5", "upper": "6"}
    data = {"kind": "monetary_claim", "id": "m", "subjects": ["a"], "value": value}

    assert [(each.path, each.code) for each in problems_of(from_dict, data)] == [
        ("$.value.amount", "bad_number"),
        ("$.value.magnitude", "inconsistent"),
        ("$.value.upper", "inconsistent"),
    ]
