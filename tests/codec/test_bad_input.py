"""
Bad input is refused with the whole Problem: where, which code, expected, found, and the fix.

The inputs stand in `bad_input/`, one file a topic, each with the problems that it must give.
"""

import base64
import gzip
import json
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import attrs
import pytest

from invnews.codec import from_dict, load, loads, read_lines, to_dict, write_lines
from invnews.dataset import Dataset
from invnews.errors import CODES, InvalidData, Problem, child
from invnews.records import Person
from invnews.registry import BUILTIN
from invnews.values import Name

FOLDER = Path(__file__).parent / "bad_input"
PERSON = '{"kind":"person","id":"p","names":[{"text":"James Song"}]'
FILE = '{"format":"invnews","version":1,"records":[%s]}'
READERS = {
    "text": loads,
    "base64": lambda given: loads(base64.b64decode(given)),
    "lines": lambda given: list(read_lines(given.split("\n"))),
    "record": from_dict,
}
"""How each form of input is read."""
OF_READING = {
    "json_syntax", "encoding", "duplicate_key", "not_a_number", "surrogate", "too_many_digits",
    "not_invnews", "format_version", "missing_kind", "unknown_kind", "missing_field",
    "unknown_field", "wrong_type", "unknown_code", "blank", "bad_character", "malformed",
    "bad_id", "bad_date", "bad_number", "bad_identifier", "out_of_bounds", "too_short",
    "too_long", "duplicate_item", "inconsistent", "ends_before_start", "evidence_mismatch",
    "self_reference", "unstated", "stated_and_missing", "unknown_path",
}  # fmt: skip
"""The codes that reading gives; inputs of too_deep, more_problems and unreadable are made."""


def cases() -> list[tuple[str, dict]]:
    """Return every case with its name."""
    return [
        (f"{file.stem}: {case['name']}", case)
        for file in sorted(FOLDER.glob("*.json"))
        for case in json.loads(file.read_text("utf-8"))
    ]


CASES = cases()
RECORDS = [(name, case) for name, case in CASES if "record" in case]


def expected_of(case: dict) -> tuple[Problem, ...]:
    """Return the problems that a case must give."""
    return tuple(Problem(**{k: plain(v) for k, v in each.items()}) for each in case["problems"])


def plain(value: object) -> object:
    """Return the value of a Problem; a Decimal is written as an object."""
    return Decimal(value["decimal"]) if isinstance(value, dict) else value


def problems_of(read, *given) -> tuple[Problem, ...]:
    """Return the problems with which reading refuses."""
    with pytest.raises(InvalidData) as exc:
        read(*given)
    return exc.value.problems


def exactly(problems: tuple[Problem, ...]) -> list[str]:
    """Return the problems so that 1, 1.0 and true differ."""
    return [repr(each) for each in problems]


def written(data: object, path: str = "$", at: int = 0) -> tuple[str, dict[str, int]]:
    """Return the JSON text of plain data, and where in it the value of each path begins."""
    places = {path: at}
    if isinstance(data, (dict, list)):
        steps = data.items() if isinstance(data, dict) else enumerate(data)
        parts = []
        here = at + 1
        for step, each in steps:
            name = f"{json.dumps(step)}:" if isinstance(step, str) else ""
            text, inner = written(each, child(path, step), here + len(name))
            places |= inner
            parts.append(name + text)
            here += len(name) + len(text) + 1
        return "{}[]"[0 if isinstance(data, dict) else 2] + ",".join(parts) + (
            "}" if isinstance(data, dict) else "]"
        ), places  # fmt: skip
    return json.dumps(data, ensure_ascii=False), places


def nearest_place(path: str, places: dict[str, int]) -> int:
    """Return where the value of a path begins, or of the nearest that encloses it."""
    outer = [
        each for each in places if path == each or re.match(re.escape(each) + r"[.\[]", path)
    ]
    return places[max(outer, key=len)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[name for name, _ in CASES])
def test_bad_input_is_refused_with_the_whole_problem(name: str, case: dict) -> None:
    """
    Each bad input is refused with every one of its problems, whole and in order.
    """
    form = next(each for each in READERS if each in case)

    assert exactly(expected_of(case)) == exactly(problems_of(READERS[form], case[form]))


@pytest.mark.parametrize(("name", "case"), RECORDS, ids=[name for name, _ in RECORDS])
def test_a_bad_record_in_a_text_is_located(name: str, case: dict) -> None:
    """
    The same record as a line of JSON gives the same problems, each with line and column of the
    value, or of the nearest value that encloses it.
    """
    text, places = written(case["record"])
    expected = tuple(
        attrs.evolve(
            each,
            line=2,
            column=nearest_place(each.path, places) + 1,
            value=Decimal(str(each.value)) if isinstance(each.value, float) else each.value,
        )
        for each in expected_of(case)
    )

    assert exactly(expected) == exactly(problems_of(lambda: list(read_lines(["", text]))))


@pytest.mark.parametrize(("name", "case"), RECORDS, ids=[name for name, _ in RECORDS])
def test_a_bad_record_in_a_file_is_located(name: str, case: dict) -> None:
    """
    The same record in a file gives the same problems below $.records[0].
    """
    whole = {"format": "invnews", "version": 1, "records": [case["record"]]}
    text, places = written(whole)
    under = [each.under("$.records[0]") for each in expected_of(case)]
    expected = tuple(
        attrs.evolve(
            each,
            line=1,
            column=nearest_place(each.path, places) + 1,
            value=Decimal(str(each.value)) if isinstance(each.value, float) else each.value,
        )
        for each in under
    )

    assert exactly(expected) == exactly(problems_of(loads, text))


def with_value(data: object, path: str, value: object) -> object:
    """Return plain data with another value at a path."""
    steps = re.findall(r'\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]', path)
    copy = json.loads(json.dumps(data))
    here = copy
    keys = [int(number) if number else name or odd for name, number, odd in steps]
    for key in keys[:-1]:
        here = here[key]
    here[keys[-1]] = value
    return copy


def renamed(data: object, path: str, name: str) -> object:
    """Return plain data in which the last name of a path is another one."""
    outer, _, last = path.rpartition(".")
    copy = json.loads(json.dumps(data))
    here = copy
    for step, number in re.findall(r"\.([A-Za-z_]\w*)|\[(\d+)\]", outer):
        here = here[int(number) if number else step]
    here.setdefault(name, here.pop(last))
    return copy


def mended(record: dict, problem: Problem) -> object | None:
    """Return the record with the fix that a hint offers, or None when it offers none to copy."""
    suggested = re.fullmatch(r"did you mean '([^']*)'\?", problem.hint or "")
    as_text = re.search(r': "([^"]*)"$', problem.hint or "")
    if suggested and problem.code in ("unknown_code", "unknown_kind"):
        return with_value(record, problem.path, suggested.group(1))
    if suggested and problem.code == "unknown_field" and problem.value is None:
        return renamed(record, problem.path, suggested.group(1))
    if as_text:
        return with_value(record, problem.path, as_text.group(1))
    return None


def mending() -> list[tuple[str, dict, Problem]]:
    """Return the cases with each problem whose hint offers a fix that can be copied."""
    return [
        (f"{name} {problem.path}", case, problem)
        for name, case in RECORDS
        for problem in expected_of(case)
        if mended(case["record"], problem) is not None
    ]


@pytest.mark.parametrize(
    ("name", "case", "problem"), mending(), ids=[name for name, _, _ in mending()]
)
def test_a_hint_mends_what_it_is_about(name: str, case: dict, problem: Problem) -> None:
    """
    Whoever copies the fix of a hint has that problem no more.
    """
    try:
        from_dict(mended(case["record"], problem))
        left = ()
    except InvalidData as error:
        left = error.problems

    assert (problem.path, problem.code) not in {(each.path, each.code) for each in left}


def test_there_are_many_bad_inputs() -> None:
    """
    There are at least 320 bad inputs, no two the same, and every kind has its own.
    """
    given = {repr([case.get(form) for form in READERS]) for _, case in CASES}
    kinds = [case["record"].get("kind") for _, case in RECORDS]

    assert len(CASES) >= 320
    assert len(given) == len(CASES)
    assert all(kinds.count(each) >= 3 for each in BUILTIN.kinds)


def test_every_code_of_reading_is_among_them() -> None:
    """
    Every code that reading gives is that of some bad input, and is documented.
    """
    found = {each.code for _, case in CASES for each in expected_of(case)}

    assert found == OF_READING
    assert found < set(CODES)


def nested(levels: int) -> str:
    """Return a record whose extra makes it nest so many levels deep."""
    return f'{PERSON},"extra":{"[" * (levels - 1)}{"]" * (levels - 1)}}}'


def test_a_record_of_128_levels_is_read() -> None:
    """
    A record may nest 128 levels deep, itself the first, alone or in a file.
    """
    (record,) = read_lines([nested(128)])

    assert record == loads(FILE % nested(128)).records[0]
    assert record.extra.text == "[" * 127 + "]" * 127


@pytest.mark.parametrize("levels", [129, 200, 900])
def test_a_record_that_nests_deeper_is_refused(levels: int) -> None:
    """
    A record that nests deeper than 128 levels is refused at the first level too many.
    """
    path = "$.extra" + "[0]" * 127
    column = len(PERSON) + len(',"extra":') + 127 + 1
    problem = Problem(path, "too_deep", "nested deeper than 128 levels", line=1, column=column)
    in_file = attrs.evolve(problem.under("$.records[0]"), column=column + len(FILE) - len("%s]}"))

    assert (problem,) == problems_of(lambda: list(read_lines([nested(levels)])))
    assert (in_file,) == problems_of(loads, FILE % nested(levels))


@pytest.mark.parametrize("mark", ["[", '{"a":'])
@pytest.mark.parametrize("levels", [5_000, 100_000])
def test_a_text_that_only_nests_is_refused(mark: str, levels: int) -> None:
    """
    A text of nothing but opening brackets is refused at once, with the place.
    """
    column = 128 * len(mark) + 1
    problem = Problem("$", "too_deep", "nested deeper than 128 levels", line=1, column=column)

    assert (problem,) == problems_of(lambda: list(read_lines([mark * levels])))


def test_python_data_that_nests_deeper_is_refused() -> None:
    """
    Data of Python that nests too deep, or without end, is refused at once.
    """
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    endless: list = []
    endless += [endless, endless]
    circle: dict = {"kind": "person", "id": "p", "names": [{"text": "x"}]}
    circle["extra"] = {"self": circle}
    person = {"kind": "person", "id": "p", "names": [{"text": "x"}]}
    message = "nested deeper than 128 levels"
    first = Problem("$.extra" + "[0]" * 127, "too_deep", message)
    assert (first,) == problems_of(from_dict, {**person, "extra": deep})
    itself = "expected data of JSON, got what holds itself"
    assert problems_of(from_dict, {**person, "extra": endless}) == (
        Problem("$.extra[0]", "too_deep", itself),
        Problem("$.extra[1]", "too_deep", itself),
    )
    assert problems_of(from_dict, circle) == (
        Problem("$.extra.self.extra", "too_deep", itself),
    )


def test_what_is_no_text_is_refused() -> None:
    """
    loads takes str or bytes and nothing that is like them.
    """
    message = "expected str or bytes, got an instance of "

    for given in (bytearray(b"{}"), memoryview(b"{}"), Path("a.json")):
        expected = Problem("$", "wrong_type", message + type(given).__name__)
        assert (expected,) == problems_of(loads, given)


def test_what_is_no_line_is_refused() -> None:
    """
    read_lines takes lines of str or bytes; another thing is refused with its line.
    """
    message = "expected a line as str or bytes, got {}"

    assert (Problem("$", "wrong_type", message.format("dict"), line=2),) == problems_of(
        lambda: list(read_lines(["", {"kind": "person"}]))
    )
    assert (Problem("$", "wrong_type", message.format("int"), line=1),) == problems_of(
        lambda: list(read_lines(b"{}"))
    )


@pytest.mark.parametrize("given", [None, [], "person", 7, Person])
def test_what_is_no_mapping_is_refused(given: object) -> None:
    """
    from_dict takes a mapping; another thing is refused.
    """
    with pytest.raises(InvalidData) as exc:
        from_dict(given)

    (problem,) = exc.value.problems
    assert (problem.path, problem.code) == ("$", "wrong_type")
    assert problem.message.startswith("expected a record as an object, got ")


def test_what_is_no_record_is_not_written(tmp_path: Path) -> None:
    """
    to_dict, write_lines and Dataset take records; another thing is refused.
    """
    problem = Problem("$", "wrong_type", "expected a record, got an object")

    assert (problem,) == problems_of(to_dict, {"kind": "person"})
    assert (problem,) == problems_of(write_lines, [{"kind": "person"}], tmp_path / "a.jsonl")
    assert (attrs.evolve(problem, path="$.records[0]"),) == problems_of(Dataset, [{}])


def test_a_mapping_that_makes_up_names_is_left_as_it_is() -> None:
    """
    Reading a defaultdict neither takes what it makes up nor lets it make up anything.
    """
    data = defaultdict(list, {"id": "p", "names": [{"text": "x"}]})
    before = dict(data)

    assert "missing_kind" in {each.code for each in problems_of(from_dict, data)}
    assert before == dict(data)


def test_any_mapping_is_read() -> None:
    """
    A mapping that is no dict is read like the dict it stands for, nested ones, too.
    """
    name = MappingProxyType({"text": "James Song"})
    data = MappingProxyType({"kind": "person", "id": "p", "names": [name]})

    assert Person(id="p", names=(Name(text="James Song"),)) == from_dict(data)


class Word(str):
    """A text of another class, as numpy and enums have them."""

    __slots__ = ()


def test_a_text_of_another_class_is_named() -> None:
    """
    A value of a subclass of str is refused, and the message says which class it is.
    """
    data = {"kind": "person", "id": Word("p"), "names": [{"text": "x"}]}
    expected = Problem(
        "$.id", "wrong_type", "expected an id as text, got an instance of Word", Word("p")
    )

    assert (expected,) == problems_of(from_dict, data)


def test_names_of_fields_are_texts() -> None:
    """
    A name of a field that is no text is refused at the object that has it.
    """
    data = {"kind": "person", "id": "p", "names": [{"text": "x", 5: "y"}], None: 1, b"id": "q"}
    expected = (
        Problem("$.names[0]", "wrong_type", "expected names that are texts, got the number 5", 5),
        Problem("$", "wrong_type", "expected names that are texts, got null"),
        Problem("$", "wrong_type", "expected names that are texts, got an instance of bytes"),
    )

    assert expected == problems_of(from_dict, data)


@pytest.mark.parametrize("cut", [1, 9, 40, -9, -1])
@pytest.mark.parametrize("name", ["a.json.gz", "a.jsonl.gz"])
def test_a_gzip_file_that_is_cut_off_is_refused(name: str, cut: int, tmp_path: Path) -> None:
    """
    A packed file that is cut off, or whose inside is damaged, is refused, never half read.
    """
    path = tmp_path / name
    packed = gzip.compress("\n".join(f"{PERSON}}}" for _ in range(50)).encode(), mtime=0)
    path.write_bytes(packed[:cut])

    (problem,) = problems_of(load, path)
    assert (problem.path, problem.code) == ("$", "unreadable")


def test_a_gzip_file_that_is_damaged_is_refused(tmp_path: Path) -> None:
    """
    A packed file whose inside was overwritten is refused by each reader.
    """
    path = tmp_path / "a.jsonl.gz"
    packed = bytearray(gzip.compress(f"{PERSON}}}\n".encode() * 50, mtime=0))
    packed[12:16] = b"\xff\xff\xff\xff"
    path.write_bytes(packed)

    assert [each.code for each in problems_of(load, path)] == ["unreadable"]
    assert [each.code for each in problems_of(lambda: list(read_lines(path)))] == ["unreadable"]


def test_a_file_of_lines_is_refused_with_the_faults_of_all_lines(tmp_path: Path) -> None:
    """
    load refuses JSON Lines with every fault of every line; read_lines stops at the first.
    """
    path = tmp_path / "a.jsonl"
    path.write_text(f'{PERSON}}}\n{{"kind":"persn"}}\n{PERSON},"x":1}}\nnull\n', "utf-8")

    assert [
        (each.line, each.path) for each in problems_of(load, path)
    ] == [(2, "$.kind"), (3, "$.x"), (4, "$")]
    assert [each.line for each in problems_of(lambda: list(read_lines(path)))] == [2]
