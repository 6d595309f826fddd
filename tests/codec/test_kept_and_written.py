"""What was kept is written under the right header, whatever happened to it in between."""

import enum
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from invnews import (
    BUILTIN,
    Agreement,
    Annotation,
    Dataset,
    Declaration,
    Evidence,
    InvalidData,
    Json,
    MonetaryClaim,
    Party,
    Problem,
    Record,
    UnknownRecord,
    Unread,
    UnreadField,
    Value,
    check,
    dumps,
    from_dict,
    load,
    loads,
    read_lines,
    save,
    to_dict,
    write_lines,
)
from invnews.codec.replace import replacing


def problems_of(make: Any) -> tuple[Problem, ...]:
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


def same(data: dict[str, Any]) -> dict[str, Any]:
    """A step that changes nothing."""
    return data


def kind_of(name: str, base: type = Agreement, **body: Any) -> Any:
    """Return a kind with fields that may be left out, or others."""
    annotations = {field: body.pop(f"{field}_", str | None) for field in body.pop("fields", ())}
    body |= {field: body.get(field, attrs.field(default=None)) for field in annotations}
    made = type(name.title(), (base,),
                {"KIND": f"acme.{name}", "__annotations__": annotations, **body})  # fmt: skip
    return attrs.frozen(kw_only=True)(made)


BondTwo = kind_of("bond", fields=("coupon",), MIGRATIONS=(same,))
GreenOnTwo = kind_of("green", BondTwo, fields=("use",))
BondThree = kind_of("bond", fields=("coupon2",), MIGRATIONS=(same, same))
GreenOnThree = kind_of("green", BondThree, fields=("use",))
HEAD = '{"format":"invnews","version":1,%s"records":[\n%s\n]}\n'
THREE = HEAD % (
    '"kinds":{"acme.bond":{"extends":"agreement","version":3},'
    '"acme.green":{"extends":"acme.bond","version":1}},',
    '{"kind":"acme.bond","id":"b","coupon2":"5"},\n'
    '{"kind":"acme.green","id":"g","coupon2":"5","use":"wind"}',
)


@pytest.mark.parametrize("classes", [(BondTwo, GreenOnTwo), (BondTwo,), ()])
def test_a_kind_is_only_known_when_what_it_extends_is(classes: Any) -> None:
    """
    A known kind on a newer base is kept, never read as today's and written as older.
    """
    registry = BUILTIN.with_kinds(*classes)
    read = loads(THREE, registry=registry, unknown="keep")

    assert [type(each) for each in read] == [UnknownRecord, UnknownRecord]
    assert dumps(read, registry=registry) == THREE
    owner = BUILTIN.with_kinds(BondThree, GreenOnThree)
    assert loads(dumps(read, registry=registry), registry=owner)["g"] == GreenOnThree(
        id="g", coupon2="5", use="wind"
    )


def test_a_header_line_holds_no_records() -> None:
    """
    A whole file on the first line is refused in both modes, not read as a header.
    """
    line = '{"format":"invnews","version":1,"records":[{"kind":"agreement","id":"a"}]}'
    hint = "a whole file is read by load() or loads()"
    expected = (Problem("$.records", "unknown_field", "the header has no such field", hint=hint,
                        line=1, column=43),)  # fmt: skip

    assert problems_of(lambda: list(read_lines([line]))) == expected
    assert problems_of(lambda: list(read_lines([line], unknown="keep"))) == expected


def lines(given: Any, **more: Any) -> bytes:
    """Return the JSON Lines of records."""
    target = io.BytesIO()
    write_lines(given, target, **more)
    return target.getvalue()


def test_a_stream_never_writes_what_its_header_does_not_say() -> None:
    """
    Views, records of a newer form and second versions are refused from a generator.
    """
    kept = loads(THREE, unknown="keep")
    newer = loads(HEAD.replace('"version":1', '"version":2') % ("", '{"kind":"person","id":"p"}'),
                  unknown="keep")  # fmt: skip
    older = loads(THREE.replace('"version":3', '"version":2'), unknown="keep")

    for given in (
        (each for each in kept.of(Agreement)),
        (each for each in newer),
        (attrs.evolve(each, notes="x") for each in kept.of(Agreement)),
    ):
        found = problems_of(lambda given=given: lines(given))
        assert {each.code for each in found} <= {"kind_version", "format_version"}
    header = read_lines(lines(kept).split(b"\n"), unknown="keep").header
    assert lines((each for each in kept.of(Agreement)), header=header) == lines(kept)
    assert [each.code for each in problems_of(lambda: lines((each for each in older), header=header))] \
        == ["kind_version"]  # fmt: skip


def test_a_stream_that_was_migrated_is_written_as_of_today() -> None:
    """
    The header that a reader hands on is that of what it yields.
    """
    registry = BUILTIN.with_kinds(BondTwo, GreenOnTwo)
    old = '{"format":"invnews","version":1,"kinds":{"acme.bond":{"extends":"agreement","version":1}}}\n' \
        '{"kind":"acme.bond","id":"b","coupon":"5"}\n'  # fmt: skip
    stream = read_lines(io.BytesIO(old.encode()), registry=registry)

    assert lines(stream, registry=registry).decode() == old.replace('"version":1}}', '"version":2}}')


def test_records_of_a_newer_form_keep_what_they_extend_when_filtered() -> None:
    """
    Each record carries the declaration of its kind, so that a part of a dataset has it too.
    """
    text = '{"format":"invnews","version":2,"kinds":{"acme.x":{"extends":"agreement","version":4}},' \
        '"records":[\n{"kind":"acme.x","id":"x"},\n{"kind":"agreement","id":"a"}\n]}\n'  # fmt: skip
    part = Dataset(loads(text, unknown="keep").records[:1])

    assert dumps(part) == text.replace(',\n{"kind":"agreement","id":"a"}', "")


def test_what_else_is_said_of_a_known_kind_is_kept() -> None:
    """
    An unknown field of a declaration comes back, also when the kind is known.
    """
    said = '"kinds":{"acme.bond":{"extends":"agreement","owner":"Acme","version":2}},'
    text = HEAD % (said, '{"kind":"acme.bond","id":"b"}')
    registry = BUILTIN.with_kinds(BondTwo)

    assert dumps(loads(text, registry=registry, unknown="keep"), registry=registry) == text


def test_a_kind_may_require_what_its_base_may_leave_out() -> None:
    """
    A field that an unknown kind writes at the base's default is written back, in every form.
    """
    strict = kind_of(
        "strict", fields=("evidence", "parties", "governing_law"),
        evidence_=tuple[Evidence, ...], evidence=attrs.field(),
        parties_=tuple[Party, ...], parties=attrs.field(), governing_law=attrs.field(),
    )  # fmt: skip
    registry = BUILTIN.with_kinds(strict)
    made = Dataset([strict(id="s", evidence=(), parties=(), governing_law=None)])
    text = dumps(made, registry=registry)
    kept = loads(text, unknown="keep")

    assert '"parties":[],"governing_law":null,"evidence":[]' in text
    assert dumps(kept) == dumps(Dataset(kept.of(Agreement))) == text
    assert loads(dumps(kept), registry=registry) == made


def test_files_are_replaced_as_a_whole(tmp_path: Path) -> None:
    """
    A failure while writing leaves the old file, its permissions stay, links keep leading to it.
    """
    path, link = tmp_path / "a.jsonl", tmp_path / "link.jsonl"
    save(Dataset([Agreement(id=f"a{n}") for n in range(50)]), path)
    path.chmod(0o640)
    link.symlink_to(path)
    before = path.read_bytes()

    def failing() -> Any:
        yield Agreement(id="x")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        write_lines(failing(), link)
    assert path.read_bytes() == before
    write_lines(read_lines(path), path)
    assert path.read_bytes() == before
    save(Dataset([Agreement(id="z")]), link)

    assert (link.is_symlink(), path.stat().st_mode & 0o777) == (True, 0o640)
    assert load(path) == Dataset([Agreement(id="z")])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.jsonl", "link.jsonl"]


def test_a_new_file_gets_the_permissions_of_new_files(tmp_path: Path) -> None:
    """
    Not those of temporary files, which only their owner reads.
    """
    mask = os.umask(0o027)
    try:
        with replacing(tmp_path / "new") as file:
            file.write(b"x")
    finally:
        os.umask(mask)

    assert ((tmp_path / "new").stat().st_mode & 0o777, (tmp_path / "new").read_bytes()) == (
        0o640, b"x",
    )  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """
    A device or a pipe is not replaced by a file.
    """
    with replacing(os.devnull) as file:
        file.write(b"x")

    assert not Path(os.devnull).is_file()


@attrs.frozen(kw_only=True)
class Node(Value):
    """A value that may hold itself."""

    inner: "Node | None" = None


Tree = kind_of("tree", Record, fields=("node",), node_=Node | None)


def tree(depth: int) -> Record:
    """Return a record whose value nests to a depth."""
    node = None
    for _ in range(depth):
        node = Node(inner=node)
    made: Record = Tree(id="t", node=node)
    return made


def test_what_nests_too_deep_is_not_written() -> None:
    """
    A reader refuses more than 128 levels, so a writer does, too.
    """
    registry = BUILTIN.with_kinds(Tree)
    fits = Dataset([tree(127)])

    assert loads(dumps(fits, registry=registry), registry=registry) == fits
    for depth in (128, 600):
        found = problems_of(lambda depth=depth: dumps(Dataset([tree(depth)]), registry=registry))
        assert {each.code for each in found} == {"too_deep"}


def test_evidence_may_support_what_stands_at_its_default() -> None:
    """
    Such a field is not in the text, of a view as of the record itself.
    """
    claim = kind_of("claim", MonetaryClaim, fields=("floating",), floating_=bool,
                    floating=attrs.field(default=False))  # fmt: skip
    registry = BUILTIN.with_kinds(claim)
    text = HEAD % (
        '"kinds":{"acme.claim":{"extends":"monetary_claim","version":1}},',
        '{"kind":"acme.claim","id":"c","value":{"comparator":"unquantified"},'
        '"evidence":[{"document":"d","start":0,"end":1,'
        '"supports":["floating","counts_toward_totals"]}],"missing":{"subjects":"unknown"}}',
    )

    assert dumps(loads(text, registry=registry), registry=registry) == text
    assert dumps(loads(text, unknown="keep")) == text


def test_annotations_of_unknown_kinds_are_judged_by_the_view() -> None:
    """
    An alternative for a field of the base that is not set is one; other names are not known.
    """
    text = HEAD % (
        '"kinds":{"acme.x":{"extends":"agreement","version":1}},',
        '{"kind":"acme.x","id":"x"},\n'
        '{"kind":"annotation","id":"n1","target":"x","motivation":"alternative",'
        '"path":"governing_law","value":"MY"},\n'
        '{"kind":"annotation","id":"n2","target":"x","motivation":"alternative",'
        '"path":"coupon","value":"5"},\n'
        '{"kind":"annotation","id":"n3","target":"x","motivation":"commenting","text":"?",'
        '"path":"parties"}',
    )
    dataset = loads(text, unknown="keep")
    found = [each for each in check(dataset) if each.severity == "error"]

    assert isinstance(dataset["n1"], Annotation)
    assert [(each.path, each.code) for each in found] == [("$.records[3].path", "unknown_path")]


def test_check_warns_of_every_record_that_is_not_understood() -> None:
    """
    Also of a kind that the registry holds in an older version, and of a newer form.
    """
    registry = BUILTIN.with_kinds(BondTwo)
    newer = HEAD.replace('"version":1', '"version":2') % ("", '{"kind":"person","id":"p"}')
    kept = "its own fields are kept and not checked"
    three = check(loads(THREE, registry=registry, unknown="keep"), registry=registry)

    assert [(each.code, each.message, each.severity) for each in three] == [
        ("kind_version", f"version 3 of 'acme.bond' is newer than the registry's: {kept}", "warning"),
        ("unknown_kind", f"the registry holds no kind 'acme.green': {kept}", "warning"),
    ]  # fmt: skip
    assert [(each.code, each.message) for each in check(loads(newer, unknown="keep"))] == [
        ("format_version", f"the file form has version 2: {kept}")
    ]


@pytest.mark.parametrize(
    "error", [RuntimeError("x"), AssertionError("x"), StopIteration(), RecursionError("x"),
              OSError("x"), NotImplementedError()],
)  # fmt: skip
def test_whatever_a_step_raises_is_a_problem_of_its_record(error: Exception) -> None:
    """
    No raw error leaves the reader.
    """

    def failing(data: dict[str, Any]) -> dict[str, Any]:
        raise error

    bond = kind_of("bond", fields=("coupon",), MIGRATIONS=(failing,))
    text = THREE.replace('"version":3', '"version":1').split('},\n{"kind":"acme.green"')[0] + "}]}"
    registry = BUILTIN.with_kinds(bond, kind_of("green", bond))
    (found,) = problems_of(lambda: loads(text, registry=registry))

    assert (found.path, found.code) == ("$.records[0]", "migration_failed")
    assert found.message.startswith("failing (acme.bond from version 1 to 2) failed: it raised ")


def test_faults_of_nested_values_are_all_told() -> None:
    """
    A faulty value does not hide the faults of other kinds.
    """
    bad = attrs.frozen(kw_only=True)(type("Bad", (Value,), {"__annotations__": {"x": float}}))
    holder = kind_of("holder", Record, fields=("bad",), bad_=bad | None)
    other = attrs.frozen(kw_only=True)(
        type("Other", (Record,), {"KIND": "other", "__annotations__": {"y": float}})
    )
    found = problems_of(lambda: BUILTIN.with_kinds(holder, other))

    assert [each.path for each in found] == ["$.Other.y", "$.Bad.x", "$.Other"]


def test_names_of_kept_fields_are_texts_of_json() -> None:
    """
    Half a surrogate pair cannot be written, so it is not kept.
    """
    data = {"kind": "person", "id": "p", "names": [{"text": "A"}], "\ud800": 1}

    assert [each.code for each in problems_of(lambda: from_dict(data, unknown="keep"))] == [
        "bad_character"
    ]


def field(name: str, after: str | None = "id") -> UnreadField:
    """Return a kept field."""
    return UnreadField(after, name, Json.of(1))


@pytest.mark.parametrize(
    ("make", "path", "code"),
    [
        (lambda: Unread((field("a"), field("a"))), "$.fields", "duplicate_item"),
        (lambda: Unread([]), "$.fields", "wrong_type"),  # type: ignore[arg-type]
        (lambda: Unread(("a",)), "$.fields", "wrong_type"),  # type: ignore[arg-type]
        (lambda: Unread(declared=("a.b",)), "$.declared", "wrong_type"),  # type: ignore[arg-type]
        (lambda: Agreement(id="a", unread=Unread((field("kind"),))),
         "$.unread.fields[0].name", "inconsistent"),
        (lambda: Agreement(id="a", unread=Unread((field("type"),))),
         "$.unread.fields[0].name", "inconsistent"),
        (lambda: Agreement(id="a", unread=Unread((field("x", "nope"),))),
         "$.unread.fields[0].after", "unknown_field"),
        (lambda: UnknownRecord(id="a", unread=Unread(declared=(Declaration("a.b"),)), view=5),
         "$.view", "wrong_type"),
    ],
)  # fmt: skip
def test_an_unread_made_by_hand_is_held_to_what_can_be_written(
    make: Any, path: str, code: str
) -> None:
    """
    Nothing in it may vanish or overwrite a field when it is written.
    """
    assert [(each.path, each.code) for each in problems_of(make)] == [(path, code)]


def test_what_was_kept_stays_in_order_when_its_record_changes() -> None:
    """
    A record that was changed equals the record that is read from its text.
    """
    data = {"kind": "agreement", "id": "a", "type": "loan", "new": 1, "newer": 2,
            "missing": {"later": "unknown"}}  # fmt: skip
    read = from_dict(data, unknown="keep")
    moved = attrs.evolve(read, type=None)
    bare = attrs.evolve(from_dict({"kind": "agreement", "id": "a", "missing": {"l": "unknown"}},
                                  unknown="keep"), missing={})  # fmt: skip

    assert from_dict(to_dict(moved), unknown="keep") == moved
    assert bare == Agreement(id="a")


def test_a_kind_that_one_record_alone_declares_is_not_declared_for_others() -> None:
    """
    What a kind extends is not passed on to a record that came without it.
    """
    declared = loads(HEAD % ('"kinds":{"a.b":{"extends":"agreement","version":1}},',
                             '{"kind":"a.b","id":"x"}'), unknown="keep")["x"]  # fmt: skip
    bare = from_dict({"kind": "a.b", "id": "y"}, unknown="keep")
    hint = "write the records to files of their own"
    message = "the kind 'a.b' is declared in two ways, or in some records alone"

    assert problems_of(lambda: dumps(Dataset([declared, bare]))) == (
        Problem('$.kinds["a.b"]', "kind_version", message, "a.b", hint),
    )


def test_a_line_of_kinds_has_an_end() -> None:
    """
    What no reader would follow is refused when it is registered.
    """
    made = [kind_of("k0")]
    for number in range(1, 33):
        made.append(kind_of(f"k{number}", made[-1]))

    assert [each.path for each in problems_of(lambda: BUILTIN.with_kinds(*made))] == [
        "$.K31", "$.K32"
    ]  # fmt: skip


def test_a_field_does_not_take_the_name_of_a_property() -> None:
    """
    The owner and whoever reads the base would see two things under one name.
    """
    hint = "give it another name; whoever reads the base would see something else"
    message = "takes the name of a property of its base"
    made = kind_of("odd", fields=("status",))

    assert problems_of(lambda: BUILTIN.with_kinds(made)) == (
        Problem("$.Odd.status", "bad_definition", message, hint=hint),
    )


class Side(enum.Enum):
    """A side of a trade."""

    BUY = "buy"


def test_the_text_of_a_member_is_no_member() -> None:
    """
    The fix is named, not the text repeated.
    """
    made = kind_of("trade", fields=("side",), side_=Side | None)
    (found,) = problems_of(lambda: made(id="t", side="buy"))

    assert found.hint == "write Side.BUY"


def test_an_extended_kind_has_a_proper_name() -> None:
    """
    What could be no kind is a slip, in keep mode too.
    """
    text = HEAD % ('"kinds":{"a.b":{"extends":"NOT A KIND"}},', '{"kind":"a.b","id":"x"}')

    assert [(each.path, each.code) for each in problems_of(lambda: loads(text, unknown="keep"))] == [
        ('$.kinds["a.b"].extends', "malformed")
    ]


def test_many_kept_fields_cost_no_more_than_their_number() -> None:
    """
    Names that evidence supports, or that missing gives, are looked up, not searched for.
    """
    count = 20_000
    data: dict[str, Any] = {
        "kind": "person", "id": "p", "names": [{"text": "A"}],
        "missing": {f"m{n}": "unknown" for n in range(count)},
        "evidence": [{"document": "d", "start": 0, "end": 1,
                      "supports": [f"new{n}" for n in range(count)]}],
        "big": {f"k{n}": n for n in range(count)},
        **{f"new{n}": n for n in range(count)},
    }  # fmt: skip
    code = (
        "import json, sys\nfrom invnews import from_dict, to_dict\n"
        "data = json.load(sys.stdin)\nread = from_dict(data, unknown='keep')\n"
        "assert len(dict(read.unread)) == 20001\nassert to_dict(read) == data\n"
    )
    # A search would take minutes; the limit is generous and there only to end the test.
    result = subprocess.run([sys.executable, "-c", code], input=json.dumps(data), text=True,
                            capture_output=True, timeout=60, check=False)  # fmt: skip

    assert (result.returncode, result.stderr) == (0, "")


def test_values_that_hold_each_other_are_described_once() -> None:
    """
    A dozen values, each of which may hold every other, are no more work than a dozen.
    """
    names = [f"V{n}" for n in range(12)]
    space: dict[str, Any] = {}
    for name in names:
        annotations = {each.lower(): f"{each} | None" for each in names}
        body = {each.lower(): attrs.field(default=None) for each in names}
        made = type(name, (Value,), {"__annotations__": annotations, **body})
        space[name] = attrs.frozen(kw_only=True)(made)
    for name in names:
        attrs.resolve_types(space[name], globalns=space)
    holder = kind_of("all", Record, fields=("it",), it_=space["V0"] | None)
    registry = BUILTIN.with_kinds(holder)
    record = holder(id="x", it=space["V0"](v3=space["V3"](v0=space["V0"]())))

    assert len(registry.values) == len(BUILTIN.values) + 12
    assert loads(dumps(Dataset([record]), registry=registry), registry=registry).records == (record,)

