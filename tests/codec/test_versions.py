"""Versions of the file form and of kinds: migrated when older, refused or kept when newer."""

import io
import json
from typing import Any, ClassVar

import attrs
import pytest

from invnews import (
    BUILTIN,
    Agreement,
    Dataset,
    InvalidData,
    Json,
    Problem,
    Record,
    Registry,
    UnknownRecord,
    dumps,
    load,
    loads,
    read_lines,
    save,
    write_lines,
)
from invnews.codec.header import Header
from invnews.codec.plans import Plan, Step, migrated
from invnews.version import __version__


def rate_for_coupon(data: dict[str, Any]) -> dict[str, Any]:
    """From version 1 to 2: the coupon is called rate."""
    return {("rate" if name == "coupon" else name): value for name, value in data.items()}


def rate_in_words(data: dict[str, Any]) -> dict[str, Any]:
    """From version 2 to 3: the rate has a unit."""
    return data | {"rate": f"{data['rate']} %"} if "rate" in data else data


def wind_power(data: dict[str, Any]) -> dict[str, Any]:
    """From version 1 to 2: a word changes."""
    return data | {"use": "wind_power"} if data.get("use") == "wind" else data


@attrs.frozen(kw_only=True)
class BondOne(Agreement):
    """Version 1 of a bond."""

    KIND: ClassVar[str] = "acme.bond"
    coupon: str | None = None


@attrs.frozen(kw_only=True)
class GreenOne(BondOne):
    """Version 1 of a green bond."""

    KIND: ClassVar[str] = "acme.green"
    use: str | None = None


@attrs.frozen(kw_only=True)
class BondThree(Agreement):
    """Version 3 of a bond."""

    KIND: ClassVar[str] = "acme.bond"
    MIGRATIONS: ClassVar[tuple[Any, ...]] = (rate_for_coupon, rate_in_words)
    rate: str | None = None


@attrs.frozen(kw_only=True)
class GreenTwo(BondThree):
    """Version 2 of a green bond, on version 3 of a bond."""

    KIND: ClassVar[str] = "acme.green"
    MIGRATIONS: ClassVar[tuple[Any, ...]] = (wind_power,)
    use: str | None = None


OLD = BUILTIN.with_kinds(BondOne, GreenOne)
NEW = BUILTIN.with_kinds(BondThree, GreenTwo)
OLD_SET = Dataset([BondOne(id="b", coupon="5"), GreenOne(id="g", coupon="6", use="wind")])
NEW_SET = Dataset([BondThree(id="b", rate="5 %"), GreenTwo(id="g", rate="6 %", use="wind_power")])
OLD_TEXT = dumps(OLD_SET, registry=OLD)
NEW_TEXT = dumps(NEW_SET, registry=NEW)


def problems_of(make: Any) -> tuple[Problem, ...]:
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def lines(records: Any, registry: Registry) -> bytes:
    """Return the JSON Lines of records."""
    target = io.BytesIO()
    write_lines(records, target, registry=registry)
    return target.getvalue()


def test_a_file_names_its_kinds_what_they_extend_and_their_versions() -> None:
    """
    The kinds that are used and not built in, with those between them and the built-in ones.
    """
    only_green = dumps(Dataset(NEW_SET.records[1:]), registry=NEW)
    both = {"acme.bond": {"extends": "agreement", "version": 3},
            "acme.green": {"extends": "acme.bond", "version": 2}}  # fmt: skip

    assert json.loads(NEW_TEXT)["kinds"] == json.loads(only_green)["kinds"] == both
    assert "kinds" not in json.loads(dumps(Dataset([Agreement(id="a")]), registry=NEW))
    assert dumps(Dataset(()), registry=NEW) == dumps(Dataset(()))


def test_the_version_of_a_kind_counts_its_steps() -> None:
    """
    There is no number to keep in step with the migrations; a base counts for itself.
    """
    assert [OLD["acme.bond"].version, OLD["acme.green"].version] == [1, 1]
    assert [NEW["acme.bond"].version, NEW["acme.green"].version] == [3, 2]


def test_an_older_file_is_migrated_step_by_step() -> None:
    """
    The steps of the base come first, then those of the kind; the result is of today.
    """
    assert loads(OLD_TEXT, registry=NEW) == NEW_SET
    assert dumps(loads(OLD_TEXT, registry=NEW), registry=NEW) == NEW_TEXT


def test_a_file_of_a_version_between_is_migrated_from_there() -> None:
    """
    Only the steps that are still to do are done.
    """
    text = OLD_TEXT.replace('"extends":"agreement","version":1', '"extends":"agreement","version":2')
    text = text.replace("coupon", "rate")

    assert loads(text, registry=NEW) == NEW_SET


def test_older_lines_and_files_are_migrated_too(tmp_path: Any) -> None:
    """
    The header of JSON Lines says the versions, for streams and for whole files.
    """
    old = lines(OLD_SET, OLD)
    (tmp_path / "old.jsonl").write_bytes(old)
    save(OLD_SET, tmp_path / "old.json.gz", registry=OLD)

    assert Dataset(read_lines(io.BytesIO(old), registry=NEW)) == NEW_SET
    assert load(tmp_path / "old.jsonl", registry=NEW) == NEW_SET
    assert load(tmp_path / "old.json.gz", registry=NEW) == NEW_SET


def test_without_a_header_data_are_of_today() -> None:
    """
    A version that nobody states is not guessed: the old field is one that the kind lacks.
    """
    body = lines(OLD_SET, OLD).split(b"\n", 1)[1]

    assert [each.path for each in problems_of(lambda: list(read_lines(io.BytesIO(body), registry=NEW)))] \
        == ["$.coupon"]  # fmt: skip


def test_a_newer_kind_is_refused_with_both_versions() -> None:
    """
    The error names the version of the file and the one that the registry reads.
    """
    hint = 'a newer release of its module reads it, unknown="keep" keeps it as it is'
    found = problems_of(lambda: loads(NEW_TEXT, registry=OLD))

    assert found == (
        Problem('$.kinds["acme.bond"].version', "kind_version",
                "expected version 1 of the kind at most, got 3", 3, hint, line=1, column=87),
        Problem('$.kinds["acme.green"].version', "kind_version",
                "expected version 1 of the kind at most, got 2", 2, hint, line=1, column=136),
    )  # fmt: skip


def test_a_newer_kind_can_be_kept() -> None:
    """
    It is then as good as unknown: its base view is that of the nearest kind at its version.
    """
    read = loads(NEW_TEXT, registry=OLD, unknown="keep")
    (bond, green) = read.records
    assert isinstance(bond, UnknownRecord)
    assert isinstance(green, UnknownRecord)

    assert dumps(read, registry=OLD) == NEW_TEXT
    assert [type(each) for each in read.of(Agreement)] == [Agreement, Agreement]
    assert loads(dumps(read, registry=OLD), registry=NEW) == NEW_SET


def test_only_the_newer_kind_is_unknown_below_a_known_base() -> None:
    """
    A green bond of version 2 on a bond of version 3 is seen as that bond, when it is known.
    """
    registry = BUILTIN.with_kinds(BondThree)
    (read,) = loads(dumps(Dataset(NEW_SET.records[1:]), registry=NEW), registry=registry,
                    unknown="keep").of(BondThree)  # fmt: skip

    assert (type(read), read.rate, dict(read.unread or {})) == (BondThree, "6 %", {"use": "wind_power"})


def test_an_unknown_kind_on_an_older_base_is_brought_up_to_that_base() -> None:
    """
    What the base's owner changed is changed in records of kinds that extend it, too.
    """
    registry = BUILTIN.with_kinds(BondThree)
    read = loads(OLD_TEXT, registry=registry, unknown="keep")
    text = dumps(read, registry=registry)

    assert json.loads(text)["kinds"] == {
        "acme.bond": {"extends": "agreement", "version": 3},
        "acme.green": {"extends": "acme.bond", "version": 1},
    }
    assert json.loads(text)["records"][1] == {
        "kind": "acme.green", "id": "g", "rate": "6 %", "use": "wind"
    }  # fmt: skip
    assert loads(text, registry=NEW) == NEW_SET


def reader_of(step: Any) -> Any:
    """Return the function that reads version 1 of a note with one step."""

    @attrs.frozen(kw_only=True)
    class Note(Record):
        """A note."""

        KIND: ClassVar[str] = "acme.note"
        MIGRATIONS: ClassVar[tuple[Any, ...]] = (step,)
        text: str | None = None

    text = '{"format":"invnews","version":1,"kinds":{"acme.note":{"version":1}},"records":[\n' \
        '{"kind":"acme.note","id":"n","body":["x"]}]}'  # fmt: skip
    return lambda: loads(text, registry=BUILTIN.with_kinds(Note))


def broken(data: dict[str, Any]) -> dict[str, Any]:
    return data | {"text": data["nobody"]}


def refusing(data: dict[str, Any]) -> dict[str, Any]:
    raise InvalidData([Problem("$.body", "refused", "expected one word")])


@pytest.mark.parametrize(
    ("step", "path", "code", "message"),
    [
        (broken, "", "migration_failed",
         "broken (acme.note from version 1 to 2) failed: it raised KeyError: 'nobody'"),
        (lambda data: None, "", "migration_failed",
         "<lambda> (acme.note from version 1 to 2) failed: it returned NoneType, expected a dict"),
        (lambda data: data | {"id": "m"}, ".id", "migration_failed",
         "<lambda> (acme.note from version 1 to 2) failed: it changed 'id', which stays for ever"),
        (lambda data: data | {"kind": "m"}, ".kind", "migration_failed",
         "<lambda> (acme.note from version 1 to 2) failed: it changed 'kind', which stays for ever"),
        (refusing, ".body", "refused", "refusing (acme.note from version 1 to 2): expected one word"),
        (lambda data: {"kind": data["kind"], "id": data["id"], "text": 5}, ".text", "wrong_type",
         "expected a text, got the number 5"),
    ],
)  # fmt: skip
def test_a_step_that_fails_is_a_problem_of_its_record(
    step: Any, path: str, code: str, message: str
) -> None:
    """
    No error of a step leaves the reader raw, and what it returns is read as strictly as ever.
    """
    (found,) = problems_of(reader_of(step))

    assert (found.path, found.code, found.message, found.line) == (
        f"$.records[0]{path}", code, message, 2,
    )  # fmt: skip


def test_a_step_may_change_what_it_is_given() -> None:
    """
    It works on data of its own: the caller's data stay as they were.
    """

    def in_place(data: dict[str, Any]) -> dict[str, Any]:
        data["text"] = data.pop("body").pop()
        return data

    (record,) = reader_of(in_place)()
    plan = Plan(None, (Step(in_place, "the step"),))
    data = {"kind": "acme.note", "id": "n", "body": ["x"]}

    assert (record.id, record.text) == ("n", "x")
    assert migrated(data, "$", plan.steps) == {"kind": "acme.note", "id": "n", "text": "x"}
    assert data == {"kind": "acme.note", "id": "n", "body": ["x"]}


def renamed(data: dict[str, Any]) -> dict[str, Any]:
    """A step of the file form: remark became notes."""
    return {("notes" if name == "remark" else name): value for name, value in data.items()}


SECOND = Registry(BUILTIN.classes, format_migrations=(renamed,))
"""What a release would read that writes version 2 of the file form."""


def test_an_older_format_is_migrated() -> None:
    """
    The steps of the file form are for records of every kind; what is written is of today.
    """
    text = '{"format":"invnews","version":%d,"records":[\n{"kind":"agreement","id":"a","%s":"x"}\n]}\n'
    read = loads(text % (1, "remark"), registry=SECOND)

    assert read == Dataset([Agreement(id="a", notes="x")])
    assert dumps(read, registry=SECOND) == text % (2, "notes")
    assert loads(text % (2, "notes"), registry=SECOND) == read
    assert lines(read, SECOND).decode() == '{"kind":"agreement","id":"a","notes":"x"}\n'


def test_an_older_format_and_an_older_kind_are_migrated_in_turn() -> None:
    """
    First the file form, then the kind and what it extends.
    """
    registry = SECOND.with_kinds(BondThree, GreenTwo)
    text = OLD_TEXT.replace('"coupon":"5"', '"coupon":"5","remark":"x"')

    assert loads(text, registry=registry).records[0] == BondThree(id="b", rate="5 %", notes="x")


NEWER = (
    '{"format":"invnews","version":2,"made":{"by":"z"},"kinds":{"acme.x":{"extends":"odd","new":[]}},'
    '"records":[\n{"kind":"agreement","id":"a","parties":"none","evidence":7},\n'
    '{"kind":"acme.x","id":"x","of":"a"}\n],"end":1}\n'
)


def test_a_newer_format_is_refused_with_both_versions() -> None:
    """
    One problem, which names the version of the file, of the form and of the library.
    """
    hint = f'this is invnews {__version__}; a newer release reads it, unknown="keep" keeps it as it is'
    message = "expected format version 1 at most, got 2"

    assert problems_of(lambda: loads(NEWER)) == (
        Problem("$.version", "format_version", message, 2, hint, line=1, column=31),
    )


def test_a_newer_format_can_be_kept() -> None:
    """
    Nothing but kind and id is looked at, since defaults may be others; all is written back.
    """
    read = loads(NEWER, unknown="keep")

    assert dumps(read) == NEWER
    assert [(type(each), each.kind, each.id) for each in read] == [
        (UnknownRecord, "agreement", "a"), (UnknownRecord, "acme.x", "x"),
    ]  # fmt: skip
    assert (read.of(Agreement), read["a"].evidence, read["x"].unread) == (
        (), (), read.records[1].unread,
    )  # fmt: skip
    assert loads(dumps(read), unknown="keep") == read


def test_newer_lines_can_be_kept() -> None:
    """
    A stream hands its header on to the writer, and so does a dataset.
    """
    newer = b'{"format":"invnews","version":2,"kinds":{},"x":1}\n{"kind":"acme.x","id":"x","of":"a"}\n'
    target = io.BytesIO()
    write_lines(read_lines(io.BytesIO(newer), unknown="keep"), target)

    assert target.getvalue() == newer


def test_an_empty_file_of_a_newer_format_comes_back() -> None:
    """
    The version belongs to the file, also where there is no record to carry it.
    """
    text = '{"format":"invnews","version":7,"records":[]}\n'

    assert dumps(loads(text, unknown="keep")) == text


def test_records_of_two_versions_are_not_written_to_one_file() -> None:
    """
    A header has one version for each kind and one for the form: nothing is relabelled.
    """
    newer = loads(NEW_TEXT, unknown="keep")
    older = loads(OLD_TEXT, unknown="keep")
    format_two = loads(NEWER, unknown="keep")
    hint = "write the records to files of their own, or upgrade the older ones"

    assert problems_of(lambda: dumps(Dataset([newer["b"], older["b"]]))) == (
        Problem('$.kinds["acme.bond"]', "kind_version",
                "expected one version of the kind 'acme.bond', got 3 and 1", 1, hint),
    )  # fmt: skip
    assert problems_of(lambda: dumps(Dataset([Agreement(id="z"), format_two["a"]]))) == (
        Problem("$.version", "format_version", "expected records of one format version, got 1 and 2",
                hint="write them to files of their own"),
    )  # fmt: skip


def test_a_stream_says_first_what_it_may_hold() -> None:
    """
    From an iterable the kinds of the registry are declared; what is not declared is refused.
    """
    kept = loads(NEW_TEXT, unknown="keep")
    stream = lines((each for each in NEW_SET), NEW)
    first = json.loads(stream.split(b"\n")[0])
    hint = "pass a Dataset or a list, or the header= that the records came with"

    assert first["kinds"] == json.loads(NEW_TEXT)["kinds"]
    assert [(each.code, each.value, each.hint)
            for each in problems_of(lambda: lines((each for each in kept), BUILTIN))] == [
        ("kind_version", "acme.bond", hint)
    ]  # fmt: skip
    target = io.BytesIO()
    source = read_lines(stream.split(b"\n"), unknown="keep")
    write_lines((each for each in source), target, header=source.header)
    assert target.getvalue() == stream


@pytest.mark.parametrize(
    ("said", "path", "code", "message"),
    [
        ("[]", "", "wrong_type", "expected an object, got a list of 0"),
        ('{"extends":"agreement","version":"1"}', ".version", "wrong_type",
         "expected a version as a whole number, got '1'"),
        ('{"extends":"agreement","version":0}', ".version", "out_of_bounds",
         "expected at least 1, got the number 0"),
        ('{"extends":5}', ".extends", "wrong_type",
         "expected the name of a kind as text, got the number 5"),
        ('{"extends":"event"}', ".extends", "inconsistent",
         "expected that it extends 'agreement', got 'event'"),
        ("{}", ".extends", "inconsistent", "expected that it extends 'agreement', got null"),
        ('{"extends":"agreement","name":"x"}', ".name", "unknown_field",
         "the header has no such field"),
    ],
)  # fmt: skip
def test_what_a_header_says_of_a_kind_is_read_strictly(
    said: str, path: str, code: str, message: str
) -> None:
    """
    Types, versions and what a kind extends are held against the registry.
    """
    text = f'{{"format":"invnews","version":1,"kinds":{{"acme.bond":{said}}},"records":[]}}'
    (found,) = problems_of(lambda: loads(text, registry=NEW))

    assert (found.path, found.code, found.message) == (
        f'$.kinds["acme.bond"]{path}', code, message,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "path", "code"),
    [
        ('{"agreement":{"version":1}}', "$.kinds.agreement", "unknown_field"),
        ('{"Acme":{}}', "$.kinds.Acme", "malformed"),
        ('{"a.b":{"extends":"a.c"},"a.c":{"extends":"a.b"}}', '$.kinds["a.b"]', "cycle"),
        ('{"a.b":{"extends":"a.b"}}', '$.kinds["a.b"]', "cycle"),
    ],
)
def test_a_header_that_makes_no_sense_is_refused_in_keep_mode_too(
    kinds: str, path: str, code: str
) -> None:
    """
    What no writer could have meant is a fault, not something unknown.
    """
    text = f'{{"format":"invnews","version":1,"kinds":{kinds},"records":[]}}'
    found = problems_of(lambda: loads(text, unknown="keep"))

    assert (found[0].path, found[0].code) == (path, code)


def test_a_long_line_of_kinds_is_refused_at_once() -> None:
    """
    A header of many kinds, each on the one before, costs no more than its length.
    """
    said = {f"a.b{n}": {"extends": f"a.b{n + 1}"} for n in range(20_000)}
    text = json.dumps({"format": "invnews", "version": 1, "kinds": said, "records": []})
    found = problems_of(lambda: loads(text, unknown="keep"))

    assert (len(found), found[0].code, found[0].path) == (1001, "too_deep", '$.kinds["a.b0"]')


def test_older_data_that_nest_too_deep_are_a_problem() -> None:
    """
    A step is given no data that could not be read.
    """
    deep = "[" * 900 + "]" * 900
    found = problems_of(lambda: loads(OLD_TEXT.replace('"5"', deep), registry=NEW))

    assert [(each.path.partition("[0][")[0], each.code) for each in found] == [
        ("$.records[0].coupon", "too_deep")
    ]


def test_what_else_a_header_says_of_a_kind_is_kept() -> None:
    """
    An unknown field of a declaration is written back where it stood.
    """
    text = '{"format":"invnews","version":1,"kinds":{"a.b":{"owner":"x","version":2,"url":"y"}},' \
        '"records":[\n{"kind":"a.b","id":"x"}\n]}\n'  # fmt: skip

    assert dumps(loads(text, unknown="keep")) == text


def test_a_header_is_a_value() -> None:
    """
    Equal when it says the same; its text is canonical.
    """
    assert Header() == Header()
    assert Header(version=3).text() == '{"format":"invnews","version":3}'
    assert Json.of(json.loads(Header().text())).text == Header().text()
