"""
Strict JSON: all of RFC 8259 is read but what is documented, nothing else is, nothing crashes.

The cases follow the classes of the JSONTestSuite (y: must be read, n: must be refused, i: the
reader's choice); they are our own.
"""

import json
import string
import time
import tracemalloc
from collections import OrderedDict, UserDict, defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews.codec import dumps, from_dict, loads, read_lines, to_dict
from invnews.codec.parse import parse
from invnews.codec.records import to_text
from invnews.codec.strict import Strict
from invnews.dataset import Dataset
from invnews.errors import InvalidData, Problem
from invnews.fields import doc
from invnews.records import Record
from invnews.registry import BUILTIN
from invnews.shapes import Json, Unread, UnreadField
from invnews.testing import datasets, json_data, records
from invnews.values import Value

BACKSLASH = "\\"

VALID: dict[str, Any] = {
    # Structures.
    "[]": [], "{}": {}, " [ ] ": [], "\t{\r\n}\n": {}, "[[]]": [[]], "[{}]": [{}],
    "[[],[[]]]": [[], [[]]], '{"a":[]}': {"a": []}, '{"":0}': {"": 0}, '{"a":{"a":{}}}':
    {"a": {"a": {}}}, '{"a":1,"A":2}': {"a": 1, "A": 2}, '{"a":1,"a\\u0000":2}':
    {"a": 1, "a\0": 2}, '{"\\u0000":null}': {"\0": None}, "[1\n]": [1], "[1,\t2]": [1, 2],
    '{"a" : 1 , "b" : 2}': {"a": 1, "b": 2}, '[null,1,"1",{}]': [None, 1, "1", {}],
    '{"e\u0301":1,"\u00e9":2}': {"e\u0301": 1, "\u00e9": 2},
    # Literals and scalars alone.
    "null": None, "true": True, "false": False, " true ": True, "0": 0, '"x"': "x", '""': "",
    # Numbers.
    "-0": 0, "-1": -1, "123": 123, "9007199254740993": 9007199254740993,
    "1234567890" * 4: int("1234567890" * 4), "-" + "9" * 40: -int("9" * 40),
    "0.5": Decimal("0.5"), "-0.0": Decimal("-0.0"), "1.50": Decimal("1.50"),
    "0.1": Decimal("0.1"), "1e2": Decimal("1e2"), "1E2": Decimal("1e2"), "1e+2": Decimal("1e2"),
    "1e-2": Decimal("0.01"), "0e1": Decimal("0e1"), "0e+1": Decimal("0e1"),
    "0e-1": Decimal("0.0"),
    "1.5e3": Decimal("1.5e3"), "1e0002": Decimal("1e2"), "-1e-10": Decimal("-1e-10"), "1e39":
    Decimal("1e39"), "123.456e-3": Decimal("0.123456"), "0.000000000000000000000000000000000001":
    Decimal("1e-36"), "1." + "0" * 60: Decimal("1." + "0" * 60), "100e-2": Decimal("1.00"),
    # Strings.
    '"\\"\\\\\\/\\b\\f\\n\\r\\t"': '"\\/\b\f\n\r\t', '"/"': "/", '"\\u0041"': "A",
    '"\\u00e9\\u00E9"': "\u00e9\u00e9", '"\\uD83D\\uDE00"': "\U0001f600",
    '"\\ud83d\\ude00"': "\U0001f600", '"\\uDBFF\\uDFFF"': "\U0010ffff", '"\\u0000"': "\0",
    '"\\\\u0041"': "\\u0041", '"\\\\ud800"': "\\ud800", '"\u2028\u2029"': "\u2028\u2029",
    '"\x7f"': "\x7f", '"\u0080"': "\u0080", '"\ufffe\uffff"': "\ufffe\uffff",
    '"\ufeff"': "\ufeff", '"\\uFFFF"': "\uffff", '"\U0010ffff"': "\U0010ffff", '"a/*b*/c//d#e"':
    "a/*b*/c//d#e", '"\\u2028"': "\u2028", '"null"': "null", '"[1,]"': "[1,]", '" "': " ",
    '"\\u005c\\u0022"': '\\"', '"\u0661"': "\u0661", '"asd "': "asd ",
}  # fmt: skip
"""What RFC 8259 allows, and what it says."""

_STRAY = {
    "a byte of UTF-8 alone": b'["\xe9"]', "a cut character": b'["\xe5\x8c"]',
    "overlong": b'["\xc0\xaf"]', "overlong NUL": b'["\xc0\x80"]', "CESU-8":
    b'["\xed\xa0\xbd\xed\xb8\x80"]', "surrogate": b'["\xed\xa0\x80"]', "beyond Unicode":
    b'["\xf4\xbf\xbf\xbf"]', "0xff": b'["\xff"]', "BOM": b"\xef\xbb\xbf{}", "half a BOM":
    b"\xef\xbb{}", "UTF-16": '["x"]'.encode("utf-16"), "UTF-16 LE": '["x"]'.encode("utf-16-le"),
    "UTF-16 BE": '["x"]'.encode("utf-16-be"), "UTF-32": '["x"]'.encode("utf-32"),
    "outside of texts": b"[\xe9]", "after the end": b"[]\xff",
}  # fmt: skip
"""Bytes that are not UTF-8 without byte order mark."""

INVALID: tuple[str, ...] = (
    # Structures.
    "", " ", "\n", "[", "]", "{", "}", "[[", "]]", "[]]", "[[]", "{}}", "[}", "{]", "[1", "[1,",
    "[,", "[,]", "[,1]", "[1,]", "[1,,]", "[1,,2]", "[,,]", "[1 2]", "[1:2]", '["a":1]', '["a"',
    '["a",', "[1\n", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1,,"b":2}', "{,}",
    '{,"a":1}', '{"a"}', '{"a",1}', '{"a" 1}', '{"a"::1}', "{:1}", "{1:1}", "{null:1}", "{a:1}",
    "{'a':1}", '{"a":1 "b":2}', '{"a":1;"b":2}', '{"a":1}}', '{"a":1}]', '{"a":1}"b"', "{[]:1}",
    '{"a":1}#', '{"a":/**/1}', '{"a":1}/**/', '{"a":1}//', "[] []", "{} {}", "1 2", '"a""b"',
    "[1]x", "x[1]", "*", "<.>", "[<null>]", "[1]\x0c", "\x0c[]", "[\x0b1]", "[\u00a01]",
    "[\u20281]", "\u3000[]", "\ufeff[]", "[\ufeff1]", "[]\0", "\0", "[\0]", "\u2060[]", "(1)",
    "[1;2]", "[\x7f]", "[1\u200b]", '{"a":"b"', '["a\\"]', "å", "[é]", '{"a":b}', "&", "[...]",
    # Literals.
    "nul", "nulll", "tru", "True", "TRUE", "fals", "False", "None", "NULL", "nan", "NaN", "-NaN",
    "+NaN", "Infinity", "-Infinity", "+Infinity", "inf", "-inf", "Inf", "undefined", "NaN1",
    "[True]", "[nul]", "[truefalse]", "[true false]", "[-Infinity1]", "[NaN", "\u212a",
    # Numbers.
    "+1", "++1", "--1", "-", "-a", "- 1", "01", "-01", "00", "1.", "-1.", ".1", "-.1", ".", "1.e1",
    "1e", "1e+", "1e-", "1E", "1e1.5", "1e 1", "1 e1", "e1", "0e", "0e+", "0.e1", "0x1", "0x", "0b1",
    "0o7", "1_000", "1,000", "1.2.3", "1-2", "1+2", "1/2", "1%", "$1", "1a", "1f", "1L", "١", "１",
    "[-]", "[1.]", "[0123]", "[2.e3]", "[1ea]", "[0xAB]", "[-1x]", "[1e1e1]", "2018-06-25", "²",
    "1" * 41, "-" + "1" * 41, "1" * 5000, "1e400", "-1e400", "1e-400", "1e40", "0." + "0" * 40 + "1",
    "1e99999999999999999999", "1" * 20 + "." + "1" * 21, "1e4000000000", "[1e-99999]",
    # Strings.
    '"', '"a', "'a'", '"\\', '"\\"', '"\\a"', '"\\x41"', '"\\0"', '"\\\'"', '"\\ "', '"\\\n"', '"\\U0041"',
    '"\\u"', '"\\u0"', '"\\u00"', '"\\u004"', '"\\u004', '"\\u00g0"', '"\\u+041"', '"\\u-041"', '"\\u 041"',
    '"\\u{41}"', '"\\u００４１"', '"\\u0_41"', '"\\u0x41"', '"\n"', '"\t"', '"\0"', '"\x1f"', '"\r"', '"a\nb"',
    '["\\', '["\\u', '["\\uD83D\\u"]', '["\\uD83D\\uDE0"]', '"\\é"', '"\\\u2028"', '\\u0022a"', '"a" b',
    "`a`", "“a”", '"""a"""', "\"a'", '["\\\\\\"]', '"\\uD83D\\', '"\\uu0041"',
    # Documented: names that stand twice, and halves of surrogate pairs.
    '{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '[{"a":{"b":1,"b":2}}]', '{"":1,"":2}', '{"a":1,"b":2,"a":1}',
    '"\\ud800"', '"\\udc00"', '"\\uDFFF"', '"\\ude00\\ud83d"', '"\\ud83dx"', '"\\ud83d\\n"', '"\\ud83d\\ud83d"',
    '"\\ud83d\\u0041"', '{"\\ud800":1}', '{"a":"\\udbff"}', '"\ud800"', '"\udfff\ud800"', '["x\udc00"]',
)  # fmt: skip
"""What RFC 8259 does not allow, or is documented as refused."""


def outcome_of_parse(text: str, **more: int) -> tuple[Any, tuple[Problem, ...]]:
    """Return what parse makes of a text, and what it finds wrong."""
    try:
        return parse(text, **more), ()
    except InvalidData as error:
        return None, error.problems


def problems_of(read: Callable[[Any], object], given_data: object) -> tuple[Problem, ...]:
    """Return the problems with which reading refuses, none when it does not."""
    try:
        read(given_data)
    except InvalidData as error:
        return error.problems or (Problem("$", "none", ""),)
    return ()


def read_by_extra(text: str) -> Any:
    """Return the Json that a text says when it stands in a record; raises InvalidData."""
    line = f'{{"kind":"person","id":"p","names":[{{"text":"x"}}],"extra":{text}}}'
    (record,) = read_lines([line])
    return record.extra


def strict_allows(text: str, levels: int = 128) -> bool:
    """Return whether the strict parser alone finds nothing wrong with a text."""
    strict = Strict(text, levels)
    read, _ = strict.parse()
    return read and not strict.problems


@pytest.mark.parametrize("text", VALID)
def test_valid_json_is_read(text: str) -> None:
    """
    What RFC 8259 allows is read, and says what it says: the same by either parser.
    """
    expected = VALID[text]
    strict = Strict(text)

    assert repr((True, expected)) == repr(strict.parse())
    assert strict.problems == []
    assert repr(expected) == repr(parse(text))
    assert Json.of(expected) == read_by_extra(text)


@pytest.mark.parametrize("text", INVALID)
def test_invalid_json_is_refused(text: str) -> None:
    """
    What RFC 8259 does not allow, or is documented as refused, is refused in a record, as a
    file, as a line and by the strict parser; where parse lets a large number pass, the record
    does not.
    """
    assert not strict_allows(text)
    for read in (loads, lambda t: list(read_lines([f"[{t}"])), lambda t: loads(f"[{t}]")):
        with pytest.raises(InvalidData):
            read(text)
    if text.strip():
        with pytest.raises(InvalidData):
            read_by_extra(text)


@pytest.mark.parametrize("data", _STRAY.values(), ids=list(_STRAY))
def test_bytes_that_are_not_utf_8_are_refused(data: bytes) -> None:
    """
    Bytes that are not UTF-8 without byte order mark are refused with one problem of encoding.
    """
    for read in (loads, lambda given: list(read_lines([given]))):
        with pytest.raises(InvalidData) as exc:
            read(data)

        assert [each.code for each in exc.value.problems] == ["encoding"]


@pytest.mark.parametrize("text", VALID)
def test_bytes_are_read_as_their_text(text: str) -> None:
    """
    The UTF-8 bytes of a valid text are read as the text is.
    """
    file = f'{{"format":"invnews","version":1,"records":[],"x":{text}}}'
    unread = Unread((UnreadField("version", "x", Json.of(parse(text))),))
    found = [loads(given, unknown="keep") for given in (file, file.encode())]

    assert found == [Dataset((), unread=unread)] * 2


@pytest.mark.parametrize("levels", [1, 2, 127, 128])
@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"a":', "}")])
def test_128_levels_are_read(levels: int, left: str, right: str) -> None:
    """
    The strict parser reads 128 levels, and refuses the 129th.
    """
    inner = "1" if left != "[" else ""

    assert strict_allows(left * levels + inner + right * levels)
    assert not strict_allows(left * (levels + 128) + inner + right * (levels + 128))


def mutations(text: str) -> st.SearchStrategy[str]:
    """Return a strategy of texts that differ from one in a few places."""
    pieces = st.sampled_from([
        "", ",", ":", "[", "]", "{", "}", '"', BACKSLASH, "0", "1", "-", "+", ".", "e", "E9", " ",
        "\n", "\t", "\0", "\x1f", "null", "true", "NaN", "Infinity", "-Infinity", "\\ud800", "\\u",
        "\\udc00", "\\ud83d\\ude00", "\ud800", "\udfff", "\ufeff", "\u2028", "\u00a0", "//", "'",
        '"a":1,', '"id":"x",', "[]", "{}", "1" * 41, "1e999", "[" * 130, "😀", "\r",
    ])  # fmt: skip

    @st.composite
    def mutate(draw: st.DrawFn) -> str:
        changed = text
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(changed)))
            end = min(len(changed), start + draw(st.integers(0, 3)))
            changed = changed[:start] + draw(pieces) + changed[end:]
        return changed

    return mutate()


TEXTS = st.one_of(
    records().map(to_text).flatmap(mutations),
    datasets(max_records=2).map(dumps).flatmap(mutations),
    json_data().map(lambda data: Json.of(data).text if fits(data) else "{}").flatmap(mutations),
    st.sampled_from([*VALID, *INVALID]).flatmap(mutations),
    st.text(st.sampled_from('[]{}",:0123-+.eE \n\\u"ntfal\0\ud800'), max_size=20),
    st.text(max_size=20),
)
"""Texts that are nearly JSON, or nearly ours."""


def fits(data: object) -> bool:
    """Return whether plain data can be held as Json."""
    try:
        Json.of(data)
    except InvalidData:
        return False
    return True


PLACED = {"too_deep", "too_many_digits"}
"""What the fast path leaves to the reader of records."""


@given(TEXTS)
def test_the_fast_path_and_the_strict_parser_agree(text: str) -> None:
    """
    parse takes what the strict parser takes and makes the same of it; it refuses what that one
    refuses, with the same problems, but for numbers too long and nesting too deep, which may
    be left to the reader of records.
    """
    strict = Strict(text)
    read, data = strict.parse()
    fast, problems = outcome_of_parse(text)
    if not strict.problems:
        assert read
        assert not problems
        assert repr(data) == repr(fast)
    elif problems:
        assert tuple(strict.problems[:100]) == problems[:100]
    else:
        assert {each.code for each in strict.problems} <= PLACED


@given(TEXTS)
def test_what_is_read_is_strict_json(text: str) -> None:
    """
    Whatever loads or read_lines take, the strict parser takes, too.
    """
    for read, levels in ((loads, 130), (lambda given: list(read_lines([given])), 128)):
        try:
            read(text)
        except InvalidData:
            continue
        assert strict_allows(text, levels) or not text.strip(" \t\r\n")


@given(st.one_of(TEXTS, st.binary(max_size=60), TEXTS.map(lambda t: t.encode("utf-8", "replace")),
                 TEXTS.map(lambda t: t.encode("utf-16", "surrogatepass"))))  # fmt: skip
def test_only_invalid_data_is_raised_for_texts(given_text: str | bytes) -> None:
    """
    Whatever text or bytes are read, InvalidData is all that is ever raised, and each of its
    problems has a place and can be shown.
    """
    for read in (loads, lambda each: list(read_lines([each]))):
        problems = problems_of(read, given_text)

        assert all(each.line and each.column for each in problems)
        assert all(str(each).isprintable() for each in problems)


class Word(str):
    """A text of another class."""

    __slots__ = ()


class Upper(Mapping[str, Any]):
    """A mapping of its own making, which counts what is asked."""

    def __init__(self, items: Mapping[str, Any]) -> None:
        self.items_ = dict(items)

    def __getitem__(self, name: str) -> Any:
        return self.items_[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.items_)

    def __len__(self) -> int:
        return len(self.items_)


def deep_list(levels: int) -> list[Any]:
    """Return lists in each other."""
    made: list[Any] = []
    for _ in range(levels):
        made = [made]
    return made


def circle() -> dict[str, Any]:
    """Return a record that stands in itself."""
    made: dict[str, Any] = {"kind": "person", "id": "p", "names": [{"text": "x"}]}
    made["extra"] = made
    return made


ODD_DATA = st.one_of(
    st.sampled_from([
        None, True, 0, 10**5000, -(10**5000), 10**41, float("nan"), float("inf"), 1.5, b"x",
        Decimal("sNaN"), Decimal("1e999999"), Word("x"), "\ud800", "\0", "x" * 10_000, object(),
        ..., (), set(), frozenset({"a"}), 1j, range(3), Word, UserDict({"text": "x"}),
    ]),
    st.builds(lambda: deep_list(10_000)),
    st.builds(circle),
    st.builds(lambda: Upper({"text": "x"})),
    st.builds(lambda: OrderedDict(text="x")),
    st.builds(lambda: defaultdict(dict, text="x")),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary()),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.tuples(inner),
            st.dictionaries(st.one_of(st.text(max_size=4), st.integers(), st.none(), st.binary()),
                            inner, max_size=3),
        ),
        max_leaves=6,
    ),
)  # fmt: skip
"""Data that no JSON text says."""
ODD_NAMES = st.one_of(
    st.text(max_size=5), st.integers(), st.none(), st.booleans(), st.binary(max_size=3),
    st.tuples(st.integers()), st.just(Word("id")), st.sampled_from(["\ud800", "x" * 9_999, ""]),
)  # fmt: skip


@given(st.data())
def test_only_invalid_data_is_raised_for_data(data: st.DataObject) -> None:
    """
    Whatever stands in data of Python, from_dict returns a record or raises InvalidData.
    """
    plain: Any = to_dict(data.draw(records()))
    for _ in range(data.draw(st.integers(1, 3))):
        here: Any = plain
        while isinstance(here, (dict, list)) and here and data.draw(st.booleans()):
            steps = list(here) if isinstance(here, dict) else list(range(len(here)))
            inner = here[data.draw(st.sampled_from(steps))]
            if not isinstance(inner, (dict, list)) or inner is here:
                break
            here = inner
        if isinstance(here, list):
            here.append(data.draw(ODD_DATA))
        else:
            here[data.draw(st.one_of(st.sampled_from(list(here) or ["id"]), ODD_NAMES))] = data.draw(
                ODD_DATA
            )
    wrapped = data.draw(st.sampled_from([plain, Upper(plain), OrderedDict(plain)]))
    problems = problems_of(from_dict, wrapped)

    assert all(isinstance(each, Problem) and str(each) for each in problems)


@given(ODD_DATA)
def test_only_invalid_data_is_raised_for_anything(data: Any) -> None:
    """
    from_dict refuses whatever is no record with InvalidData, and so do the kind and the id.
    """
    for given_data in (data, {"kind": data}, {"kind": "person", "id": data, "names": data}):
        with pytest.raises(InvalidData):
            from_dict(given_data)


@attrs.frozen(kw_only=True)
class Branch(Value):
    """A value that may hold itself, as a user's may."""

    word: str | None = attrs.field(default=None, metadata=doc("A word."))
    branches: "tuple[Branch, ...]" = attrs.field(default=(), metadata=doc("More."))


@attrs.frozen(kw_only=True)
class Tree(Record):
    """A record of a user's that nests without a bound of its own."""

    KIND = "acme.tree"

    root: Branch = attrs.field(metadata=doc("The first."))


TREES = BUILTIN.with_kinds(Tree)


def tree(levels: int) -> dict[str, Any]:
    """Return the plain data of a tree with so many branches in each other."""
    branch: dict[str, Any] = {"word": "x"}
    for _ in range(levels - 1):
        branch = {"branches": [branch]}
    return {"kind": "acme.tree", "id": "t", "root": branch}


@pytest.mark.parametrize("levels", [65, 200, 600, 20_000])
def test_values_that_nest_too_deep_are_refused(levels: int) -> None:
    """
    Values in values deeper than 128 levels are refused with InvalidData, from data as from text.
    """
    with pytest.raises(InvalidData):
        from_dict(tree(levels), registry=TREES)
    if levels < 400:  # json.dumps itself nests no deeper
        with pytest.raises(InvalidData):
            list(read_lines([json.dumps(tree(levels))], registry=TREES))


def test_values_that_nest_as_deep_as_they_may_come_back() -> None:
    """
    Values in values of 128 levels are read, and come back.
    """
    record = from_dict(tree(64), registry=TREES)
    text = dumps(Dataset([record]), registry=TREES)

    assert [record] == list(loads(text, registry=TREES))


class Clock:
    """Measure the time and the memory that something takes."""

    def __enter__(self) -> "Clock":
        tracemalloc.start()
        self.started = time.perf_counter()
        return self

    def __exit__(self, *error: object) -> None:
        self.seconds = time.perf_counter() - self.started
        self.peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()


PERSON = '{"kind":"person","id":"p","names":[{"text":"x"}]'
LARGE = {
    "digits": f'{PERSON},"extra":{"7" * 1_000_000}}}',
    "digits after a point": f'{PERSON},"extra":0.{"0" * 1_000_000}1}}',
    "digits in an exponent": f'{PERSON},"extra":1e{"9" * 1_000_000}}}',
    "an amount of many digits": '{"kind":"monetary_claim","id":"m","subjects":["a"],"value":'
    f'{{"comparator":"exactly","amount":"{"7" * 1_000_000}"}}}}',
    "brackets": "[" * 1_000_000,
    "braces": '{"a":' * 200_000,
    "blanks": " " * 1_000_000,
    "an endless text": '"' + "x" * 1_000_000,
    "escapes": '"' + "\\u0041" * 200_000,
    "halves of surrogate pairs": "[" + ",".join(['"\\ud800"'] * 20_000) + "]",
    "names": "{" + ",".join(f'"n{number}":1' for number in range(30_000)) + "}",
    "the same name": "{" + ",".join(['"a":1'] * 30_000) + "}",
    "unknown fields": PERSON + "".join(f',"n{number}":1' for number in range(20_000)) + "}",
    "unknown codes": PERSON + ',"countries":[' + ",".join(
        f'"c{number}"' for number in range(20_000)
    ) + "]}",
    "many ids, one of them bad": '{"kind":"agreement","id":"a","places":[' + ",".join(
        f'"p{number}"' for number in range(30_000)
    ) + ',"a b"]}',
    "a date": '{"kind":"event","id":"e","type":"signing","on":{"edtf":"' + "2" * 1_000_000 + '"}}',
    "a url": PERSON + ',"url":"http://' + "a" * 1_000_000 + ' "}',
    "an id": '{"kind":"person","id":"' + "a" * 1_000_000 + '","names":[]}',
    "a kind": '{"kind":"' + "a" * 1_000_000 + '"}',
}  # fmt: skip
"""Large texts that are refused; some would take careless readers minutes or all memory."""


@pytest.mark.parametrize("text", LARGE.values(), ids=list(LARGE))
def test_a_large_text_is_refused_at_once(text: str) -> None:
    """
    A large text is refused in a moment and with little memory, whatever is wrong with it.
    """
    with Clock() as clock, pytest.raises(InvalidData):
        list(read_lines([text + "x"])) if not text.strip() else list(read_lines([text]))

    assert clock.seconds < 8
    assert clock.peak < 300 * len(text)


@pytest.mark.parametrize("number", ["0e-20000000", "0.0e-20000000", "-0e-20000000"])
def test_nought_with_an_exponent_takes_no_memory(number: str) -> None:
    """
    Nought is 0 whatever its exponent, without all the noughts that the exponent asks for.
    """
    with Clock() as clock:
        found = read_by_extra(number)

    assert found.text == "0"
    assert clock.peak < 1_000_000


def test_every_ascii_character_alone_is_judged() -> None:
    """
    Of single ASCII characters the digits are JSON, and nothing else is.
    """
    allowed = [chr(code) for code in range(128) if strict_allows(chr(code))]

    assert list(string.digits) == allowed


class Counted(list):
    """A list that breaks off when it is gone through without end."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def __iter__(self) -> Iterator[Any]:
        self.times += 1
        if self.times > 10_000:
            raise OverflowError("gone through without end")
        return super().__iter__()


def test_a_list_that_holds_itself_twice_is_refused_at_once() -> None:
    """
    Data that hold themselves more than once are refused as soon as they are too deep, and not
    gone through 2 to the 127 times.
    """
    endless = Counted()
    endless += [endless, endless]

    with pytest.raises(InvalidData):
        Json.of(endless)
