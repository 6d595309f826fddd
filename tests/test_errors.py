"""Problems, the errors that carry them, the words of messages, and the list of codes."""

import ast
import copy
import pickle
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import invnews
from invnews.errors import (
    CODES,
    InvalidData,
    InvnewsError,
    MissingExtra,
    Problem,
    UnknownId,
    UnknownKind,
    brief,
    child,
    did_you_mean,
    limited,
    nearest,
    scalar,
    shown,
)

ROOT = Path(invnews.__file__).parent
EURO = Problem(
    "$.currency", "unknown_code", "expected an ISO 4217 code, got 'euro'", "euro",
    "did you mean 'EUR'?",
)  # fmt: skip


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (EURO, "$.currency: expected an ISO 4217 code, got 'euro' (did you mean 'EUR'?)"),
        (Problem("$", "blank", "expected a text"), "$: expected a text"),
        (Problem("$", "blank", "expected a text", hint=""), "$: expected a text"),
        (Problem("$.id", "bad_id", "no id", line=3, column=7), "line 3, column 7: $.id: no id"),
        (Problem("$.id", "bad_id", "no id", line=3), "line 3, column 1: $.id: no id"),
        (Problem("$.id", "bad_id", "no id", column=7), "$.id: no id"),
        (Problem("$", "x", "m", severity="warning"), "$: m"),
    ],
)
def test_a_problem_is_one_line_of_place_path_message_and_fix(problem, expected):
    """The line and column come first where they are known, the fix last, in brackets."""
    assert str(problem) == expected


def test_a_problem_has_eight_parts_and_is_equal_by_them():
    """Position and name both work; value, hint, line and column are None, severity error."""
    problem = Problem(path="$", code="blank", message="m")

    assert problem == Problem("$", "blank", "m", None, None, "error", None, None)
    assert problem != Problem("$", "blank", "m", severity="info")


def test_a_problem_cannot_be_changed():
    """A problem stays what it was when it was found."""
    with pytest.raises(AttributeError):
        EURO.code = "blank"

    assert EURO.code == "unknown_code"


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("$", "$", "$"),
        ("$.end", "$.evidence[0]", "$.evidence[0].end"),
        ("$[2]", "$.extra", "$.extra[2]"),
        ('$["odd name"]', "$.extra", '$.extra["odd name"]'),
        ("$", "$.records[3]", "$.records[3]"),
        ("$.a", "$", "$.a"),
    ],
)
def test_under_puts_the_outer_path_in_front_and_keeps_the_rest(inner, outer, expected):
    """Seen from further out only the path of a problem changes."""
    problem = Problem(inner, "blank", "m", 1, "h", "warning", 4, 5)

    assert problem.under(outer) == Problem(expected, "blank", "m", 1, "h", "warning", 4, 5)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("parties", "$.parties"),
        (0, "$[0]"),
        (12, "$[12]"),
        ("odd name", '$["odd name"]'),
        ("", '$[""]'),
        ("x-price", '$["x-price"]'),
        ("größe", '$["größe"]'),
        ('quo"te', '$["quo\\"te"]'),
        ("back\\slash", '$["back\\\\slash"]'),
        ("tab\t", '$["tab\\u0009"]'),
        ("\ud800", '$["\\ud800"]'),
        ("9lives", '$["9lives"]'),
        ("a" * 81, "$." + "a" * 81),
        ("-" * 81, '$["' + "-" * 79 + '…"]'),
    ],
)
def test_a_path_grows_by_names_and_numbers(step, expected):
    """ASCII identifiers stand after a point, all other names quoted, on one printable line."""
    assert child("$", step) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ("euro", "'euro'"),
        ("it's", '"it\'s"'),
        ("x" * 80, repr("x" * 80)),
        ("x" * 81, repr("x" * 79 + "…")),
        (0, "the number 0"),
        (-5, "the number -5"),
        (1.5, "the number 1.5"),
        (Decimal("1.50"), "the number 1.50"),
        (Decimal("1" * 100), "the number " + "1" * 79 + "…"),
        (10**40 - 1, "the number " + "9" * 40),
        (10**40, "a whole number of more than 40 digits"),
        (-(10**40), "a whole number of more than 40 digits"),
        (10**4000, "a whole number of more than 40 digits"),
        ([1, 2], "a list of 2"),
        ((), "a tuple of 0"),
        ({"a": 1}, "an object"),
        (MappingProxyType({}), "an object"),
        (b"x", "an instance of bytes"),
        (EURO, "an instance of Problem"),
    ],
)
def test_a_message_shows_a_value_in_the_words_of_json(value, expected):
    """Texts are quoted and cut, containers only counted, and nothing large is written out."""
    assert shown(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (7, 7),
        (1.5, 1.5),
        (Decimal(7), Decimal(7)),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        (10**40 - 1, 10**40 - 1),
        (10**40, None),
        (-(10**40), None),
        ([1], None),
        ({}, None),
        (EURO, None),
    ],
)
def test_a_problem_keeps_scalars_only(value, expected):
    """Containers and over-long numbers are not held, texts are cut to 80 characters."""
    found = scalar(value)

    assert (found, type(found)) == (expected, type(expected))


@given(st.text(max_size=200))
def test_a_quoted_text_has_80_characters_at_most(text):
    """A text of 80 characters is whole; of a longer one stand the first 79."""
    expected = text if len(text) < 81 else text[:79] + "…"

    assert brief(text) == expected


def test_a_list_of_problems_is_cut_at_its_limit():
    """Up to the limit nothing changes; then one more problem says how many were left out."""
    found = [Problem(f"$[{number}]", "blank", "m") for number in range(5)]

    assert limited(found, 5) == found
    assert limited(found, 3) == [
        *found[:3], Problem("$", "more_problems", "2 more problems are not listed", 2),
    ]  # fmt: skip


def test_one_more_problem_is_in_the_singular():
    """A single problem left out is one problem."""
    found = [Problem(f"$[{number}]", "blank", "m") for number in range(3)]

    assert limited(found, 2)[-1].message == "1 more problem is not listed"


@pytest.mark.parametrize(
    ("text", "candidates", "expected"),
    [
        ("organization", ["organisation", "person"], "organisation"),
        ("PERSON", ["person"], "person"),
        ("mdec", ["MDEC", "mdec "], "MDEC"),
        ("zebra", ["organisation", "person"], None),
        ("", ["person"], None),
        ("person", [], None),
        ("Aa", ["AA", "aa"], "AA"),
        ("p" * 10_000, ["person"], None),
    ],
)
def test_the_nearest_is_the_most_like_or_none(text, candidates, expected):
    """Case does not count; of several that differ in case only, the first is taken."""
    assert nearest(text, candidates) == expected


def test_less_than_the_cutoff_is_no_likeness():
    """A higher cutoff finds fewer."""
    found = [nearest("parts", ["parties"], cutoff=cutoff) for cutoff in (0.6, 0.95)]

    assert found == ["parties", None]


def test_the_hint_names_the_nearest_in_quotes():
    """A hint is a question that can be copied, or nothing."""
    hints = [did_you_mean("partys", ["parties"]), did_you_mean("zzz", ["parties"])]

    assert hints == ["did you mean 'parties'?", None]


def test_invalid_data_is_one_line_a_problem():
    """The error holds a tuple of problems whatever iterable it is given, and prints them all."""
    blank = Problem("$.id", "blank", "expected a text")
    error = InvalidData(each for each in (EURO, blank))

    assert error.problems == (EURO, blank)
    assert str(error) == f"{EURO}\n{blank}"


@pytest.mark.parametrize("copied", [
    lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy,
])  # fmt: skip
def test_invalid_data_survives_pickling_and_copying(copied):
    """An error that a worker process raises arrives with all its problems."""
    error = copied(InvalidData([EURO]))

    assert (type(error), error.problems, str(error)) == (InvalidData, (EURO,), str(EURO))


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidData, ValueError),
        (UnknownKind, LookupError),
        (UnknownId, LookupError),
        (MissingExtra, ImportError),
    ],
)
def test_every_error_is_ours_and_the_builtin_it_resembles(error, builtin):
    """One base catches all errors of the library, and each also is what Python calls it."""
    assert issubclass(error, InvnewsError)
    assert issubclass(error, builtin)


CALLS = {"Problem": 1, "_Stop": 1, "_report": 2, "_refused": 0}
"""Where the code stands among the arguments of what makes a problem."""


def codes_in(node: ast.AST | None) -> set[str]:
    """Return the texts that an expression for a code may give."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    return codes_in(node.body) | codes_in(node.orelse) if isinstance(node, ast.IfExp) else set()


def codes_of(tree: ast.AST) -> Iterator[str]:
    """Yield each code that a module writes: in calls, as default, or by the name of code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = CALLS.get(name)
            if place is not None and len(node.args) > place:
                yield from codes_in(node.args[place])
            for keyword in node.keywords:
                if keyword.arg == "code":
                    yield from codes_in(keyword.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(getattr(each, "id", "") == "code" for each in targets):
                yield from codes_in(node.value)
        elif isinstance(node, ast.arguments):
            for argument, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
                if argument.arg == "code":
                    yield from codes_in(default)


def codes_in_use() -> dict[str, set[str]]:
    """Return the files that use each code."""
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        for code in codes_of(ast.parse(path.read_text("utf-8"))):
            found.setdefault(code, set()).add(path.relative_to(ROOT).as_posix())
    return found


def test_every_code_in_use_is_listed():
    """A code that the library reports stands in CODES with its meaning."""
    unlisted = {code: where for code, where in codes_in_use().items() if code not in CODES}

    assert unlisted == {}


def test_every_code_listed_is_in_use():
    """CODES promises no code that nothing reports."""
    unused = set(CODES) - set(codes_in_use())

    assert unused == set()


def test_the_walk_sees_every_way_of_writing_a_code():
    """The two tests above see calls, helpers, conditionals and defaults."""
    source = """
Problem("$", "a", "m")
Problem(path="$", code="b", message="m")
self._report(at, path, "c", "m")
raise _Stop(at, "d", "m", None)
code = "e" if x else "f"
def matching(cls, *, code: str = "g"): ...
class Form:
    code: str = "h"
Problem(path, variable, "m")
"""

    assert set(codes_of(ast.parse(source))) == set("abcdefgh")


def test_codes_are_words_and_meanings_are_sentences():
    """A code is lower case with underscores, its meaning a sentence."""
    odd = {
        code: meaning for code, meaning in CODES.items()
        if not code.replace("_", "").isalpha() or code != code.lower()
        or not meaning.endswith(".") or not meaning[0].isupper()
    }  # fmt: skip

    assert odd == {}
