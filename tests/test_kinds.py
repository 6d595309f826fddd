"""One thing, one name: every kind has its file, its golden file, its docs and its shapes."""

import ast
import inspect
import re
import typing
from pathlib import Path

import attrs
import pytest

import invnews
from invnews import BUILTIN, KINDS, Dataset, Record, check, dumps, from_dict, loads, to_dict
from invnews.shapes import AnyJson, Items, Nested, Reference, Table, describe, is_record
from invnews.values import VALUES, Evidence

GOLDEN = Path(__file__).parent / "golden"
NEIGHBOURS = "neighbours.json"
"""The file of the records that golden records refer to."""
ROOT = Path(invnews.__file__).parent
kinds = pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.KIND)


def snake(name):
    """Return a class name as the name of a module."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def golden(cls):
    """Return the text of a kind's golden file."""
    return (GOLDEN / f"{cls.KIND}.json").read_text("utf-8")


def in_file_form(line):
    """Return the canonical file of one record's line."""
    return f'{{"format":"invnews","version":1,"records":[\n{line.rstrip()}\n]}}\n'


def record_of(cls):
    """Return the record of a kind's golden file."""
    return loads(in_file_form(golden(cls))).records[0]


@kinds
def test_module_class_and_kind_have_one_name(cls):
    """agreement.py, Agreement, "agreement", golden/agreement.json."""
    names = (snake(cls.__name__), cls.__module__, (GOLDEN / f"{cls.KIND}.json").is_file())

    assert names == (cls.KIND, f"invnews.records.{cls.KIND}", True)


def test_there_is_a_golden_file_for_each_kind_and_for_nothing_else():
    """A golden file that no kind has is a leftover."""
    names = {f"{cls.KIND}.json" for cls in KINDS}

    assert {path.name for path in GOLDEN.iterdir()} - {NEIGHBOURS} == names


@kinds
def test_the_golden_file_reads_and_writes_byte_for_byte(cls):
    """The wire form of a kind does not change unseen."""
    whole = in_file_form(golden(cls))
    dataset = loads(whole)

    assert [type(each) for each in dataset] == [cls]
    assert dumps(dataset) == whole
    assert from_dict(to_dict(dataset.records[0])) == dataset.records[0]


@kinds
def test_the_golden_file_sets_every_field(cls):
    """A field that is not populated would be tested nowhere; missing reasons count as said."""
    record = record_of(cls)
    empty = {
        field.name for field in describe(cls).fields
        if getattr(record, field.name) == field.default and not field.required
        and field.name not in record.missing
    }  # fmt: skip

    assert empty == set()


EXCLUSIVE = {"Money", "Quantity", "RelativeDate"}
"""Values with fields that exclude each other; each is tested in a file of its own."""


def test_the_golden_files_hold_every_field_of_every_other_value_somewhere():
    """Each field of a value class is set in the golden file of some kind."""
    found = {
        (cls.__name__, field.name): False
        for cls in VALUES for field in describe(cls).fields if cls.__name__ not in EXCLUSIVE
    }  # fmt: skip

    def look(thing):
        cls = type(thing)
        for field in describe(cls).fields:
            value = getattr(thing, field.name)
            if not is_record(cls) and (value != field.default or field.required):
                found[cls.__name__, field.name] = True
            if isinstance(field.single, Nested) and value is not None:
                for each in value if field.many else [value]:
                    look(each)

    for cls in KINDS:
        look(record_of(cls))

    assert {name for name, is_set in found.items() if not is_set} == set()


def test_the_golden_files_quote_short_passages_only():
    """No third party's article stands in the repository: quotations are short."""
    quoted = [
        len(each.exact)
        for cls in KINDS
        for each in record_of(cls).evidence
        if isinstance(each, Evidence) and each.exact
    ]

    assert quoted
    assert max(quoted) <= 200


@kinds
def test_every_field_is_documented(cls):
    """doc() of each field says what it means, and begins as a sentence does."""
    odd = {
        field.name: field.doc for field in describe(cls).fields
        if len(field.doc.split()) < 2 or not field.doc[0].isupper()
    }  # fmt: skip

    assert odd == {}


@pytest.mark.parametrize("cls", [*KINDS, *VALUES], ids=lambda cls: cls.__name__)
def test_every_class_has_a_docstring_of_its_own_with_an_example(cls):
    """The docstring is the page of the reference, and its example runs."""
    doc = cls.__dict__.get("__doc__") or ""

    assert describe(cls).summary.endswith(".")
    assert ">>>" in doc


@pytest.mark.parametrize("cls", [Record, *KINDS, *VALUES], ids=lambda cls: cls.__name__)
def test_annotations_resolve_at_run_time(cls):
    """typing.get_type_hints works on every public class."""
    hints = typing.get_type_hints(cls)

    assert {each.name for each in attrs.fields(cls)} <= set(hints)


DIFFERENT = {
    "basis": "of evidence whether text or inference, of an amount what it includes",
    "by": "a name in plain text where the program or analyst is no record, else ids of actors",
    "end": "of a text an offset, of a relation a date",
    "equivalent_of": "each claim has an equivalent of its own kind",
    "measure": "money and quantities are measured by different vocabularies",
    "modality": "of events and status changes whether it came about, else how firmly it is meant",
    "names": "at least one where a thing without a name would be a group",
    "part_of": "of places and claims one whole, of projects and programmes several",
    "polarity": "of a stance for or against, else whether the sentence negates",
    "role": "a party, a link and a date each have their own vocabulary",
    "scheme": "of an identifier any register, of a sector one of the classifications",
    "start": "of a text an offset, of a relation a date",
    "status": "a condition has a vocabulary of its own",
    "supersedes": "each kind supersedes its own",
    "target": "of an annotation a record, of a stance words",
    "type": "each class has its own vocabulary",
    "unit": "of a quantity the words of the source, of a relative date one of the calendar",
    "value": "Money, Quantity, any JSON or the text of an identifier",
}
"""Names whose Shape differs between classes, each with the reason."""


def shapes_by_name():
    """Return the Shapes of each field name over all kinds and values."""
    found = {}
    for cls in (*KINDS, *VALUES):
        for field in describe(cls).fields:
            found.setdefault(field.name, {}).setdefault(repr(field.shape), []).append(cls.__name__)
    return found


def test_the_same_name_has_the_same_shape_everywhere():
    """Who knows a field of one kind knows it of all, but for the names in the table."""
    different = {name: shapes for name, shapes in shapes_by_name().items() if len(shapes) > 1}

    assert {name: sorted(map(sorted, shapes.values())) for name, shapes in different.items()
            if name not in DIFFERENT} == {}  # fmt: skip


def test_the_table_of_different_shapes_names_nothing_that_is_alike():
    """A name whose Shape has become one everywhere leaves the table."""
    shapes = shapes_by_name()
    alike = {name for name in DIFFERENT if len(shapes.get(name, {})) < 2}

    assert alike == set()


def test_every_reference_names_kinds_and_marks_that_exist():
    """No field points to a kind that nobody can make."""
    known = {cls.KIND for cls in KINDS} | {mark for kind in BUILTIN for mark in kind.marks}
    unknown = {
        (cls.__name__, field.name, name)
        for cls in (*KINDS, *VALUES)
        for field in describe(cls).fields
        if isinstance(field.single, Reference)
        for name in field.single.kinds
        if name not in known
    }

    assert unknown == set()


def test_marks_are_those_of_the_library():
    """actor() and subject() are the marks that kinds bear."""
    actors = [kind.name for kind in BUILTIN if "@actor" in kind.marks]
    others = [kind.name for kind in BUILTIN if "@subject" not in kind.marks]

    assert actors == ["organisation", "person", "place", "group"]
    assert others == ["statement", "annotation", "judgement"]
    assert set().union(*(kind.marks for kind in BUILTIN)) == {"@actor", "@subject"}


def test_kinds_stand_in_the_order_of_the_reading():
    """Documents first, then who, what, and what is said of it; the registry keeps this order."""
    names = [
        "document", "organisation", "person", "place", "group", "product", "agreement",
        "programme", "project", "investment", "policy_action", "event", "monetary_claim",
        "quantity_claim", "statement", "relation", "annotation", "judgement",
    ]  # fmt: skip

    assert [cls.KIND for cls in KINDS] == names
    assert list(BUILTIN.kinds) == [kind.name for kind in BUILTIN] == names


@kinds
def test_a_record_knows_its_kind(cls):
    """.kind is the wire name, on the instance; nothing can set it."""
    record = record_of(cls)
    with pytest.raises(AttributeError):
        record.kind = "other"

    assert (record.kind, record.KIND, to_dict(record)["kind"]) == (cls.KIND,) * 3


def test_kinds_is_the_only_list_of_kinds():
    """A class in a module of records that KINDS forgets, or a second list, is found."""
    defined = set()
    lists = []
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(each, ast.AnnAssign) and getattr(each.target, "id", "") == "KIND"
                and each.value is not None for each in node.body
            ):  # fmt: skip
                defined.add(node.name)
            if isinstance(node, ast.Tuple | ast.List | ast.Dict | ast.Set):
                names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                if len(names & {cls.__name__ for cls in KINDS}) > len(KINDS) // 2:
                    lists.append(path.relative_to(ROOT).as_posix())

    assert defined == {cls.__name__ for cls in KINDS} | {"UnknownRecord"}
    assert lists == ["records/__init__.py"]


def test_every_module_of_records_holds_one_kind():
    """One file is one kind; the base, the shared rules and what is not known hold none."""
    modules = {path.stem for path in (ROOT / "records").glob("*.py")}

    assert modules == {cls.KIND for cls in KINDS} | {"__init__", "record", "rules", "unknown"}


@kinds
def test_classes_are_plain(cls):
    """Frozen, with slots, keyword-only; no method but properties and what attrs writes."""
    methods = [
        name for name, thing in vars(cls).items()
        if inspect.isfunction(thing) and not name.startswith("_")
    ]  # fmt: skip

    assert methods == []
    assert all(each.kw_only for each in attrs.fields(cls))
    assert not hasattr(record_of(cls), "__dict__")


@kinds
def test_what_is_optional_is_empty_by_default(cls):
    """A field that is left out says nothing, but for two that count unless said."""
    defaults = {
        field.name: field.default for field in describe(cls).fields
        if not field.required and field.default not in (None, (), {})
    }  # fmt: skip

    assert defaults in ({}, {"counts_toward_totals": True})


def test_no_kind_has_an_amount_but_claims():
    """An amount is always a claim about its subjects; no other kind holds Money or Quantity."""
    holders = {
        cls.KIND for cls in KINDS for field in describe(cls).fields
        if isinstance(field.single, Nested) and field.single.cls.__name__ in ("Money", "Quantity")
    }  # fmt: skip

    assert holders == {"monetary_claim", "quantity_claim"}


def test_any_json_stands_in_few_places_only():
    """Data of no shape is the user's own, or another value of an annotation."""
    places = {
        (cls.__name__, field.name) for cls in (*KINDS, *VALUES) for field in describe(cls).fields
        if isinstance(field.single, AnyJson) and not field.common
    }  # fmt: skip

    assert places == {("Annotation", "value")}


def test_references_in_tuples_are_distinct():
    """Naming the same record twice in one list says nothing more."""
    repeated = {
        (cls.__name__, field.name) for cls in (*KINDS, *VALUES) for field in describe(cls).fields
        if isinstance(field.shape, Items) and isinstance(field.single, Reference)
        and not field.shape.distinct
    }  # fmt: skip

    assert repeated == set()


def test_only_missing_is_a_table():
    """Mappings are for names that are not known beforehand."""
    tables = {
        (cls.__name__, field.name) for cls in (*KINDS, *VALUES) for field in describe(cls).fields
        if isinstance(field.shape, Table) and not field.common
    }  # fmt: skip

    assert tables == set()


def test_the_golden_records_and_their_neighbours_are_one_sound_dataset():
    """Every reference leads to a record of the right kind, and nothing contradicts itself."""
    neighbours = loads((GOLDEN / NEIGHBOURS).read_text("utf-8"))
    dataset = Dataset([*map(record_of, KINDS), *neighbours])

    assert [problem for problem in check(dataset) if problem.severity == "error"] == []
