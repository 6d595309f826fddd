"""What a reader does not know: refused, or kept and written back as it was."""

import enum
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invnews import (
    BUILTIN,
    Agreement,
    Dataset,
    Declaration,
    Document,
    InvalidData,
    Json,
    Money,
    Name,
    Organisation,
    Party,
    Person,
    Problem,
    Record,
    Registry,
    Relation,
    UnknownRecord,
    Unread,
    UnreadField,
    Value,
    actor,
    check,
    dumps,
    expected,
    from_dict,
    load,
    loads,
    make_converter,
    read_lines,
    refers_to,
    save,
    to_dict,
    write_lines,
)
from invnews.codec.records import to_text
from invnews.shapes import FrozenMap
from invnews.testing import datasets, json_data, records


class Seniority(enum.Enum):
    """How a bond ranks."""

    SENIOR = "senior"
    JUNIOR = "junior"


@attrs.frozen(kw_only=True)
class Coupon(Value):
    """What a bond pays."""

    rate: Decimal
    steps: tuple[Decimal, ...] = ()
    of: str | None = attrs.field(default=None, metadata=refers_to())


@attrs.frozen(kw_only=True)
class BondIssue(Agreement):
    """A kind that extends one of ours."""

    KIND: ClassVar[str] = "acme.bond_issue"
    coupon: Coupon | None = attrs.field(default=None, metadata=expected())
    rank: Seniority | None = None
    free: Json | None = None


@attrs.frozen(kw_only=True)
class GreenBond(BondIssue):
    """A kind that extends a user's kind."""

    KIND: ClassVar[str] = "acme.green_bond"
    MIGRATIONS: ClassVar[tuple[Any, ...]] = (dict, dict)
    use: Literal["water", "wind"] | None = None


@attrs.frozen(kw_only=True)
class Vessel(Record):
    """A kind that extends none."""

    KIND: ClassVar[str] = "acme.vessel"
    MARKS: ClassVar[tuple[str, ...]] = (actor(),)
    flags: tuple[str, ...] = ()
    owner: str | None = attrs.field(default=None, metadata=refers_to("organisation"))
    prices: Mapping[str, Money] = FrozenMap()


OURS = BUILTIN.with_kinds(BondIssue, GreenBond, Vessel)
HEADS = {
    "acme.bond_issue": '"acme.bond_issue":{"extends":"agreement","version":1}',
    "acme.green_bond": '"acme.green_bond":{"extends":"acme.bond_issue","version":3}',
    "acme.vessel": '"acme.vessel":{"version":1}',
}
BOND = (
    '{"kind":"acme.green_bond","id":"b","type":"loan","parties":[{"party":"acme"}],'
    '"coupon":{"rate":"5"},"use":"wind","evidence":[{"document":"d","start":1,"end":5,'
    '"supports":["coupon","parties[0]"]}],"notes":"x"}'
)


def in_file(*lines: str, kinds: tuple[str, ...] = ()) -> str:
    """Return the canonical file of canonical lines."""
    said = ",".join(HEADS[each] for each in sorted(kinds))
    head = f'"kinds":{{{said}}},' if kinds else ""
    inside = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{{"format":"invnews","version":1,{head}"records":[{inside}]}}\n'


def kept(text: str | bytes, registry: Registry = BUILTIN) -> Dataset:
    """Return the dataset of a text, with what is not known kept."""
    return loads(text, registry=registry, unknown="keep")


def problems_of(make: Any) -> tuple[Problem, ...]:
    """Return the problems with which something is refused."""
    with pytest.raises(InvalidData) as exc:
        make()
    return exc.value.problems


GREEN = in_file(BOND, kinds=("acme.bond_issue", "acme.green_bond"))


@given(datasets(OURS))
def test_a_canonical_file_with_unknown_kinds_comes_back_byte_for_byte(dataset: Dataset) -> None:
    """
    Whoever lacks the extension reads, keeps and writes the very text, and the same again.
    """
    text = dumps(dataset, registry=OURS)
    read = kept(text)

    assert dumps(read) == text
    assert kept(dumps(read)) == read
    assert loads(dumps(read), registry=OURS) == dataset


def lines_of(given_records: Any, **more: Any) -> bytes:
    """Return the JSON Lines of records."""
    target = io.BytesIO()
    write_lines(given_records, target, **more)
    return target.getvalue()


@given(datasets(OURS))
def test_canonical_lines_with_unknown_kinds_come_back_byte_for_byte(dataset: Dataset) -> None:
    """
    The same for JSON Lines, read whole and as a stream; the stream hands its header on.
    """
    lines = lines_of(dataset, registry=OURS)

    assert lines_of(read_lines(io.BytesIO(lines), unknown="keep")) == lines
    assert lines_of(list(read_lines(io.BytesIO(lines), unknown="keep"))) == lines


NAMES = st.from_regex(r"[a-z]{3,8}_new|\"? ?[\u00e9x]{1,3}~", fullmatch=True)


@st.composite
def with_unknown_fields(draw: st.DrawFn, data: Any, *, top: bool = True) -> Any:
    """Return the data of JSON with fields of other names at any place in its objects."""
    if isinstance(data, list):
        return [draw(with_unknown_fields(each, top=False)) for each in data]
    if not isinstance(data, dict):
        return data
    items = [
        (name, value if name in ("extra", "free", "missing") else
         draw(with_unknown_fields(value, top=False)))
        for name, value in data.items()
    ]  # fmt: skip
    for name in draw(st.lists(NAMES, max_size=2, unique=True)):
        place = draw(st.integers(int(top), len(items)))  # "kind" stays first
        items.insert(place, (name, draw(json_data())))
    return dict(items)


@given(records(), st.data())
def test_a_canonical_line_with_unknown_fields_comes_back(record: Record, data: Any) -> None:
    """
    Fields of other names, in the record and in its values, stay where they stood.
    """
    wire = data.draw(with_unknown_fields(json.loads(to_text(record), parse_float=Decimal)))
    text = Json.of(wire).text
    (read,) = read_lines([text], unknown="keep")

    assert to_text(read) == text
    assert repr(to_dict(read)) == repr(json.loads(text, parse_float=Decimal))
    assert from_dict(to_dict(read), unknown="keep") == read


@given(st.lists(records(OURS), max_size=3), st.data())
def test_a_canonical_file_with_unknown_kinds_and_fields_comes_back(
    given_records: list[Record], data: Any
) -> None:
    """
    Kinds and fields together, as a newer release of somebody else's module would write them.
    """
    lines, kinds = [], set()
    for record in given_records:
        wire = json.loads(to_text(record, registry=OURS), parse_float=Decimal)
        lines.append(Json.of(data.draw(with_unknown_fields(wire))).text)
        kinds |= set(OURS.lineage(record.kind)) - set(BUILTIN.kinds)
    text = in_file(*lines, kinds=tuple(kinds))
    read = kept(text)

    assert dumps(read) == text
    assert kept(dumps(read)) == read


@given(records(OURS), st.data())
def test_any_other_line_comes_back_as_its_canonical_form(record: Record, data: Any) -> None:
    """
    Names in another order, defaults written out: the text that follows is read as the same.
    """
    wire = json.loads(to_text(record, registry=OURS), parse_float=Decimal)
    wire = data.draw(with_unknown_fields(wire))
    wire["counts_as_new"] = None
    wire |= {"evidence": wire.get("evidence", []), "notes": wire.get("notes")}
    shuffled = {name: wire[name] for name in data.draw(st.permutations(list(wire)))}
    read = from_dict(shuffled, unknown="keep")
    again = from_dict(to_dict(read), unknown="keep")
    written = to_dict(read)

    assert (again, to_text(again)) == (read, to_text(read))
    assert next(iter(written)) == "kind"
    if record.kind in BUILTIN:  # what equals its default is left out
        wire = {name: value for name, value in wire.items()
                if (name, value) not in (("evidence", []), ("notes", None))}  # fmt: skip
    assert written == wire


def test_what_is_kept_of_a_record_of_an_unknown_kind() -> None:
    """
    The view is the record as its base; what the base lacks is plain data by name.
    """
    dataset = kept(GREEN)
    record = dataset["b"]
    assert isinstance(record, UnknownRecord)
    view = record.view
    assert isinstance(view, Agreement)

    assert (record.kind, record.notes, record.evidence[0].start) == ("acme.green_bond", "x", 1)
    assert record.unread == view.unread
    assert record.declared == (
        Declaration("acme.green_bond", "acme.bond_issue", 3),
        Declaration("acme.bond_issue", "agreement", 1),
    )
    assert (view.kind, view.id, view.parties) == ("agreement", "b", (Party(party="acme"),))
    assert dict(view.unread or {}) == {"coupon": {"rate": "5"}, "use": "wind"}


def test_queries_give_the_base_view_and_writing_the_original() -> None:
    """
    dataset.of(Agreement) holds the view, is_view tells, and a dataset of views is written whole.
    """
    dataset = kept(in_file('{"kind":"agreement","id":"a"}', BOND,
                           kinds=("acme.bond_issue", "acme.green_bond")))  # fmt: skip
    plain, view = dataset.of(Agreement)

    assert (plain, view) == (dataset["a"], dataset["b"].view)  # type: ignore[attr-defined]
    assert [dataset.is_view(each) for each in (plain, view, dataset["b"])] == [False, True, False]
    assert dumps(Dataset(dataset.of(Agreement))) == dumps(dataset)
    assert dataset.of(UnknownRecord) == (dataset["b"],)
    assert dataset.of(Record) == dataset.records
    assert dataset.of(Person) == ()


def test_a_view_that_is_changed_is_written_changed() -> None:
    """
    A view stands for its record: put in its place with another note, the rest is as it was.
    """
    (view,) = kept(GREEN).of(Agreement)
    changed = Dataset([attrs.evolve(view, notes="y", type=None)])

    assert dumps(changed) == GREEN.replace('"x"', '"y"').replace('"type":"loan",', "")


def test_a_record_and_its_view_say_the_same() -> None:
    """
    A change to one of the two alone would be half written, and is refused.
    """
    record = kept(GREEN)["b"]
    assert isinstance(record, UnknownRecord)
    hint = "change the view, and make the record of it with UnknownRecord.seen_as(view)"
    other = attrs.evolve(record.view, notes="z")
    expected_problems = (
        Problem("$.view", "inconsistent", "expected the base view of this record", hint=hint),
    )

    for change in ({"notes": "y"}, {"view": other}, {"unread": Unread(declared=record.declared[:1])}):
        assert problems_of(lambda change=change: attrs.evolve(record, **change)) == expected_problems


def test_a_kept_record_is_changed_by_its_view() -> None:
    """
    What is set on the view is what is written, in its own place or in that of the record.
    """
    record = kept(GREEN)["b"]
    assert isinstance(record, UnknownRecord)
    view = attrs.evolve(record.view, governing_law="MY", notes="y")
    text = GREEN.replace('"evidence"', '"governing_law":"MY","evidence"').replace('"x"', '"y"')

    for changed in (view, UnknownRecord.seen_as(view)):
        assert dumps(Dataset([changed])) == text
    assert kept(text) == Dataset([UnknownRecord.seen_as(view)])
    same_law = attrs.evolve(record, view=attrs.evolve(record.view, governing_law="MY"))
    assert to_dict(same_law)["governing_law"] == "MY"
    assert problems_of(lambda: UnknownRecord.seen_as(Agreement(id="a")))[0].path == "$.unread"


def test_an_unknown_record_comes_from_a_reader() -> None:
    """
    It needs the kind that it stands for.
    """
    hint = 'read it with unknown="keep"; records of a kind of your own need a class'
    message = "expected the kind that was not known"
    made = (Problem("$.unread", "missing_field", message, hint=hint),)

    assert problems_of(lambda: UnknownRecord(id="x")) == made
    assert problems_of(lambda: UnknownRecord(id="x", unread=Unread())) == made


@pytest.mark.parametrize(
    ("text", "path", "code", "message"),
    [
        (BOND.replace('"party":"acme"', '"party":5'), "parties[0].party", "wrong_type",
         "expected an id as text, got the number 5"),
        (BOND.replace('"id":"b"', '"id":"b b"'), "id", "bad_id",
         "expected an id of 1 to 128 characters A-Z a-z 0-9 . _ : / -, got 'b b'"),
        (BOND.replace('"start":1', '"start":9'), "evidence[0].end", "ends_before_start",
         "expected an end after 9, got 5"),
        (BOND.replace('"parties[0]"', '"parties[7]"'), "evidence[0].supports[1]", "unknown_path",
         "expected the path of a field that is set, got 'parties[7]'"),
    ],
)  # fmt: skip
def test_what_is_known_of_an_unknown_kind_is_checked(
    text: str, path: str, code: str, message: str
) -> None:
    """
    The fields of the base, and those of every record, are read as strictly as ever.
    """
    (problem,) = problems_of(
        lambda: kept(in_file(text, kinds=("acme.bond_issue", "acme.green_bond")))
    )

    assert (problem.path, problem.code, problem.message) == (f"$.records[0].{path}", code, message)


def test_known_fields_are_as_strict_in_keep_mode() -> None:
    """
    Keeping what is unknown mends nothing: a wrong code, type or number is refused as ever.
    """
    data = {"kind": "person", "id": "p", "names": [{"text": "A", "type": "nick", "new": 1}],
            "born": 5, "new": 1}  # fmt: skip

    found = problems_of(lambda: from_dict(data, unknown="keep"))

    assert [(each.path, each.code) for each in found] == [("$.names[0].type", "unknown_code")]


def test_a_name_in_missing_may_be_a_field_of_the_unknown_kind() -> None:
    """
    An expected field that the reader does not know is named in missing, and kept there.
    """
    line = '{"kind":"acme.bond_issue","id":"b","missing":{"coupon":"undisclosed"}}'
    dataset = kept(in_file(line, kinds=("acme.bond_issue",)))
    (view,) = dataset.of(Agreement)
    newer = '{"kind":"person","id":"p","names":[{"text":"A"}],"missing":{"rank":"not_stated"}}'

    assert dumps(dataset) == in_file(line, kinds=("acme.bond_issue",))
    assert dict(view.missing) == {"coupon": "undisclosed"}
    assert to_text(from_dict(json.loads(newer), unknown="keep")) == newer
    assert [each.code for each in problems_of(lambda: from_dict(json.loads(newer)))] == [
        "unknown_field"
    ]


def test_kinds_of_which_the_file_says_nothing_are_kept_without_a_view() -> None:
    """
    What such a kind extends is not guessed from its fields or its name.
    """
    line = '{"kind":"acme.bond_issue","id":"b","type":"loan","notes":"x"}'
    record = from_dict(json.loads(line), unknown="keep")
    assert isinstance(record, UnknownRecord)

    assert (record.view, record.declared) == (None, (Declaration("acme.bond_issue"),))
    assert (to_text(record), lines_of([record]).decode()) == (line, line + "\n")
    assert dumps(Dataset([record])) == in_file(line)


def test_references_to_and_from_unknown_kinds_are_checked() -> None:
    """
    By id always; by kind where the base says it; what an unknown kind might be is not refused.
    """
    bond = BOND.replace('"party":"acme"', '"party":"nobody"')
    vessel = '{"kind":"acme.vessel","id":"v","owner":"nobody-either"}'
    relation = Relation(id="r", type="part_of", subject="b", object="gone")
    claim = '{"kind":"monetary_claim","id":"m","subjects":["v","b"],' \
        '"value":{"comparator":"unquantified","currency":null},' \
        '"missing":{"measure":"not_stated","stage":"not_stated"}}'  # fmt: skip
    claim = claim.replace('"currency":null', '"text":"a lot"')
    file = in_file(bond, vessel, to_text(relation), claim, to_text(Document(id="d")),
                   kinds=("acme.bond_issue", "acme.green_bond", "acme.vessel"))  # fmt: skip
    found = check(kept(file))
    own = ": its own fields are kept and not checked"
    hint = "pass registry=, as for reading"

    assert found == (
        Problem("$.records[0].kind", "unknown_kind",
                f"the registry holds no kind 'acme.green_bond'{own}", "acme.green_bond", hint,
                "warning"),
        Problem("$.records[1].kind", "unknown_kind",
                f"the registry holds no kind 'acme.vessel'{own}", "acme.vessel", hint, "warning"),
        Problem("$.records[0].parties[0].party", "dangling_reference",
                "no record has the id 'nobody'", "nobody"),
        Problem("$.records[2].object", "dangling_reference", "no record has the id 'gone'", "gone"),
    )  # fmt: skip


def test_a_reference_that_the_base_forbids_is_found() -> None:
    """
    A kind that extends agreement is no document, whatever else it is.
    """
    line = '{"kind":"person","id":"p","names":[{"text":"A"}],' \
        '"evidence":[{"document":"b","start":0,"end":1}]}'  # fmt: skip
    found = check(kept(in_file(BOND.replace('"party":"acme"', '"party":"p"')
                               .replace('"document":"d"', '"document":"b"'), line,
                               kinds=("acme.bond_issue", "acme.green_bond"))))  # fmt: skip

    assert [(each.path, each.code) for each in found if each.severity == "error"] == [
        ("$.records[0].evidence[0].document", "wrong_kind"),
        ("$.records[1].evidence[0].document", "wrong_kind"),
    ]


def test_check_tells_of_fields_that_were_kept() -> None:
    """
    Nobody has to look for them: a remark names them, in the record and in its values.
    """
    line = '{"kind":"person","id":"p","names":[{"text":"A","new":1}],"born_new":2}'
    found = check(Dataset([from_dict(json.loads(line), unknown="keep")]))
    message = "kept what is not known here, and not checked: "

    assert found == (
        Problem("$.records[0]", "unread", f"{message}'born_new'", severity="info"),
        Problem("$.records[0].names[0]", "unread", f"{message}'new'", severity="info"),
    )


def test_unknown_data_are_refused_unless_asked_for() -> None:
    """
    Every unknown kind is a problem once, at the header that names it, or at each record.
    """
    hint = 'pass registry= or unknown="keep"; on the command line --registry module:NAME or --keep'
    found = problems_of(lambda: loads(GREEN))

    assert [(each.path, each.code, each.value, each.hint) for each in found] == [
        ('$.kinds["acme.bond_issue"]', "unknown_kind", "acme.bond_issue", hint),
        ('$.kinds["acme.green_bond"]', "unknown_kind", "acme.green_bond", hint),
    ]
    bare = in_file(BOND, BOND)
    assert [each.path for each in problems_of(lambda: loads(bare))] == [
        "$.records[0].kind", "$.records[1].kind",
    ]  # fmt: skip


@pytest.mark.parametrize("unknown", ["Keep", "", None, True, "ignore"])
def test_there_are_two_ways_to_treat_unknown_data(unknown: Any) -> None:
    """
    Another word is refused by every reader.
    """
    for read in (
        lambda: loads(GREEN, unknown=unknown),
        lambda: from_dict({}, unknown=unknown),
        lambda: read_lines([], unknown=unknown),
        lambda: make_converter(unknown=unknown),
    ):
        assert [each.code for each in problems_of(read)] == ["wrong_type"]


def test_files_and_converters_keep_too(tmp_path: Any) -> None:
    """
    load and save, by name and form, and a converter of cattrs do as loads and dumps.
    """
    dataset = kept(GREEN)
    for name in ("a.json", "a.jsonl", "a.json.gz", "a.jsonl.gz"):
        save(dataset, tmp_path / name)
        assert load(tmp_path / name, unknown="keep") == dataset
    converter = make_converter(unknown="keep")
    data = json.loads(GREEN)

    assert converter.structure(data, Dataset) == dataset
    assert converter.unstructure(dataset) == data
    assert converter.structure(data["records"][0], Record).id == "b"


def test_unknown_fields_of_the_file_are_kept() -> None:
    """
    What a file says beside its records stands before the kinds, in the order of the file.
    """
    text = '{"format":"invnews","version":1,"licence":"CC-BY","records":[],"end":[1.50]}'
    dataset = kept(text)
    again = '{"format":"invnews","version":1,"licence":"CC-BY","end":[1.5],"records":[]}\n'

    assert dict(dataset.unread or {}) == {"licence": "CC-BY", "end": [Decimal("1.5")]}
    assert (dumps(dataset), kept(again)) == (again, dataset)
    assert dataset != Dataset(())


def test_nesting_is_counted_through_kept_fields() -> None:
    """
    A kept field nests as deep as any: 128 levels from the record.
    """

    def nested(levels: int) -> Any:
        deep: Any = 1
        for _ in range(levels):
            deep = [deep]
        return deep

    data = {"kind": "person", "id": "p", "names": [{"text": "A"}]}
    fits = from_dict({**data, "new": nested(127)}, unknown="keep")
    inner = {**data, "names": [{"text": "A", "new": nested(125)}]}

    assert from_dict(to_dict(fits), unknown="keep") == fits
    assert list(read_lines([to_text(fits)], unknown="keep")) == [fits]
    assert to_dict(from_dict(inner, unknown="keep")) == inner
    for bad in ({**data, "new": nested(128)}, {**data, "names": [{"text": "A", "new": nested(126)}]}):
        codes = [each.code for each in problems_of(lambda bad=bad: from_dict(bad, unknown="keep"))]
        assert codes == ["too_deep"]


@pytest.mark.parametrize("name", ["Bond", "acme bond", "acme..bond", "", "9a", "a" * 70])
def test_a_kept_kind_has_a_proper_name(name: str) -> None:
    """
    What could be no kind of anybody is a slip, not a kind that is not known.
    """
    found = problems_of(lambda: from_dict({"kind": name, "id": "x"}, unknown="keep"))

    assert [(each.path, each.code) for each in found] == [("$.kind", "malformed")]


def test_kept_fields_travel_with_their_values() -> None:
    """
    A value that is moved takes its unknown fields along; equality looks at them.
    """
    data = {"kind": "agreement", "id": "a",
            "parties": [{"party": "x", "new": 1}, {"party": "y"}]}  # fmt: skip
    agreement = from_dict(data, unknown="keep")
    assert isinstance(agreement, Agreement)
    turned = attrs.evolve(agreement, parties=agreement.parties[::-1])
    unread = Unread((UnreadField("party", "new", Json.of(1)),))

    assert to_dict(turned)["parties"] == [{"party": "y"}, {"party": "x", "new": 1}]
    assert agreement.parties[0] == Party(party="x", unread=unread) != Party(party="x")
    assert len({agreement.parties[0], Party(party="x")}) == 2


def test_an_unread_is_a_mapping() -> None:
    """
    Names in the order of the text; a name that is not there is a KeyError.
    """
    unread = Unread((UnreadField(None, "b", Json.of([1])), UnreadField("id", "a", Json.of(None))))

    assert (list(unread), len(unread), unread["b"], unread["a"]) == (["b", "a"], 2, [1], None)
    assert ("a" in unread, "c" in unread, unread.get("c", 5)) == (True, False, 5)
    with pytest.raises(KeyError):
        unread["c"]


def test_built_in_records_are_the_same_with_and_without_the_extension() -> None:
    """
    A reader with the extension and one without give the same built-in records.
    """
    organisation = Organisation(id="o", names=(Name(text="A"),))
    text = dumps(Dataset([organisation]))

    assert kept(text) == loads(text) == loads(text, registry=OURS) == Dataset([organisation])
