"""
What is written is read back the same, and one dataset has one text.
"""

import gzip
import hashlib
import io
import json
import os
import random
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import invnews
from invnews.codec import (
    dumps,
    from_dict,
    load,
    loads,
    read_lines,
    save,
    to_dict,
    write_lines,
)
from invnews.codec.records import to_text
from invnews.dataset import Dataset
from invnews.errors import InvalidData, Problem
from invnews.records import Person, Record
from invnews.registry import BUILTIN
from invnews.shapes import Items, Json, Nested, Table, describe
from invnews.testing import datasets, instances, records
from invnews.values import Name

HEADER = '{"format":"invnews","version":1}'
ODD = "line\u2028paragraph\u2029next\u0085feed\x0cunit\x1f\x7f \ufeff\ufffe😀\U0010ffff e\u0301"
"""Characters at which careless readers break lines, or that they change."""


def lines_of(texts: list[Record]) -> bytes:
    """Return the JSON Lines of records."""
    target = io.BytesIO()
    write_lines(texts, target)
    return target.getvalue()


def identical(one: object, other: object) -> bool:
    """Return whether two data are the same JSON, in the same order, of the same types."""
    return repr(one) == repr(other)


@pytest.mark.parametrize("kind", BUILTIN, ids=lambda kind: kind.name)
@given(data=st.data())
def test_a_record_of_each_kind_comes_back(kind: Any, data: st.DataObject) -> None:
    """
    Plain data and line of a record are read back as the same record, with the same text.
    """
    record = data.draw(instances(kind.cls))
    line = to_text(record)
    from_data = from_dict(to_dict(record))
    (from_line,) = read_lines([line])

    assert record == from_data == from_line
    assert line == to_text(from_data) == to_text(from_line)
    assert identical(json.loads(line, parse_float=Decimal), to_dict(record))


@given(datasets())
def test_a_dataset_comes_back(dataset: Dataset) -> None:
    """
    loads(dumps(x)) == x; and since 1 == True and Decimal("1.0") == 1, the texts are the same.
    """
    text = dumps(dataset)

    assert dataset == loads(text) == loads(text.encode())
    assert text == dumps(loads(text)) == dumps(loads(text.encode()))


@given(datasets())
def test_lines_come_back(dataset: Dataset) -> None:
    """
    JSON Lines are read back as the same records, from bytes and texts, with blank lines among
    them, and with a header.
    """
    data = lines_of(dataset.records)
    texts = data.decode().split("\n")
    spaced = [HEADER, *(f"{blank}{each}" for each in texts for blank in ("", " \t\r", "\t"))]

    assert dataset.records == tuple(read_lines(io.BytesIO(data)))
    assert dataset.records == tuple(read_lines(data.split(b"\n")))
    assert dataset.records == tuple(read_lines(texts))
    assert data == lines_of(list(read_lines(texts)))
    assert [each for each in dataset for _ in range(3)] == list(read_lines(spaced))
    assert [each for each in dataset for _ in range(3)] == list(
        read_lines(io.BytesIO("\r\n".join(spaced).encode()))
    )


FILES = ["a.json", "a.json.gz", "a.jsonl", "a.jsonl.gz", "a.ndjson", "a.ndjson.gz", "a"]


@given(name=st.sampled_from(FILES), data=st.data())
def test_a_file_comes_back(name: str, data: st.DataObject, tmp_path_factory: Any) -> None:
    """
    save and load keep a dataset, by each name; the bytes depend on nothing but the dataset.
    """
    dataset = data.draw(datasets(max_records=3))
    path = tmp_path_factory.getbasetemp() / name
    save(dataset, path)
    first = path.read_bytes()
    plain = gzip.decompress(first) if name.endswith(".gz") else first
    save(dataset, str(path))

    assert dataset == load(path) == load(str(path))
    assert first == path.read_bytes()
    assert plain == (lines_of(dataset.records) if name.startswith(("a.jsonl", "a.nd"))
                     else dumps(dataset).encode())  # fmt: skip


@given(name=st.sampled_from(["b", "b.jsonl", "b.gz", "b.jsonl.gz"]), data=st.data())
def test_a_path_of_lines_comes_back(name: str, data: st.DataObject, tmp_path_factory: Any) -> None:
    """
    write_lines and read_lines keep records, by path, packed by its name.
    """
    given_records = data.draw(st.lists(records(), max_size=3))
    path = tmp_path_factory.getbasetemp() / name
    write_lines(iter(given_records), path)
    raw = path.read_bytes()

    assert given_records == list(read_lines(path)) == list(read_lines(str(path)))
    assert lines_of(given_records) == (gzip.decompress(raw) if name.endswith(".gz") else raw)


def compact(data: Any) -> str:
    """Return the JSON text of plain data without blanks, each number and character as it is."""
    if isinstance(data, dict):
        return "{" + ",".join(f"{compact(n)}:{compact(v)}" for n, v in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ",".join(map(compact, data)) + "]"
    return f"{data:f}" if isinstance(data, Decimal) else json.dumps(data, ensure_ascii=False)


@given(datasets())
def test_the_text_is_canonical(dataset: Dataset) -> None:
    """
    One record a line, no space after , and :, non-ASCII as itself, UTF-8, a newline at the end.
    """
    lines = [compact(to_dict(each)) for each in dataset]
    inside = "\n" + ",\n".join(lines) + "\n" if lines else ""

    assert dumps(dataset) == f'{{"format":"invnews","version":1,"records":[{inside}]}}\n'
    assert lines_of(dataset.records).decode() == "".join(f"{each}\n" for each in lines)


def in_order(cls: type, data: dict[str, Any]) -> bool:
    """Return whether the names of plain data stand in canonical order, inside of values, too."""
    kind = describe(cls)
    names = ["kind"] * kind.identified + [each.name for each in kind.fields]
    found = [names.index(each) for each in data]
    inner = True
    for field in kind.fields:
        value = data.get(field.name)
        if value is not None and isinstance(field.single, Nested):
            each_value = value if isinstance(field.shape, Items) else [value]
            inner &= all(in_order(field.single.cls, each) for each in each_value)
        if value is not None and isinstance(field.shape, Table):
            inner &= list(value) == sorted(value)
    return found == sorted(found) and inner


@given(records())
def test_names_stand_in_canonical_order(record: Record) -> None:
    """
    kind, id, own fields from base to subclass, then the common fields; tables by code points.
    """
    data = json.loads(to_text(record))

    assert in_order(type(record), data)
    assert list(data)[:2] == ["kind", "id"]


def default_of(field: Any) -> object:
    """Return the default of a field as it would be written."""
    if isinstance(field.shape, Items):
        return list(field.default)
    return dict(field.default) if isinstance(field.shape, Table) else field.default


def defaults_written(cls: type, data: dict[str, Any]) -> list[str]:
    """Return the fields that stand in plain data although they are at their default."""
    found = []
    for field in describe(cls).fields:
        if field.name not in data or field.required:
            continue
        value = data[field.name]
        if identical(value, default_of(field)) and field.null_is_none | (value is not None):
            found.append(field.name)
    return found


@given(records())
def test_a_default_is_left_out(record: Record) -> None:
    """
    A field at its default is left out, every other is written.
    """
    data = to_dict(record)
    fields = describe(type(record)).fields
    other = {each.name for each in fields if getattr(record, each.name) != each.default}

    assert defaults_written(type(record), data) == []
    assert other | {"kind"} | {each.name for each in fields if each.required} == set(data)


def shuffled(data: Any, order: random.Random) -> Any:
    """Return plain data with the names of each object in another order, but in user's JSON."""
    if isinstance(data, dict):
        names = list(data)
        order.shuffle(names)
        own = ("extra", "value")
        return {n: data[n] if n in own else shuffled(data[n], order) for n in names}
    return [shuffled(each, order) for each in data] if isinstance(data, list) else data


@given(records(), st.randoms(use_true_random=False))
def test_reading_minds_neither_order_nor_blanks_nor_escapes(
    record: Record, order: random.Random
) -> None:
    """
    A record is read the same with its names in any order, with blanks and newlines between, and
    with each character escaped.
    """
    text = loosely(shuffled(to_dict(record), order), order)
    file = f'\t{{ "records":\r\n[ {text} ] ,"version" :1,"format":"\\u0069nvnews"}}\n '
    (found,) = loads(file).records

    assert record == found
    assert to_text(record) == to_text(found)


def loosely(data: Any, order: random.Random) -> str:
    """Return JSON text of plain data with blanks between, and characters escaped now and then."""
    blank = order.choice(["", " ", "\t", "\r\n", "\n    "])
    if isinstance(data, dict):
        inner = [f"{loosely(n, order)}:{loosely(v, order)}" for n, v in data.items()]
        return blank + "{" + blank + ",".join(inner) + blank + "}" + blank
    if isinstance(data, list):
        return f"{blank}[{blank}{','.join(loosely(each, order) for each in data)}{blank}]{blank}"
    if isinstance(data, str):
        units = data.encode("utf-16-be")
        escaped = "".join(f"\\u{units[i]:02x}{units[i + 1]:02X}" for i in range(0, len(units), 2))
        raw = json.dumps(data, ensure_ascii=False)
        data_text = order.choice([raw, json.dumps(data), f'"{escaped}"'])
        return f"{blank}{data_text}{blank}"
    return f"{blank}{data:f}{blank}" if isinstance(data, Decimal) else f"{json.dumps(data)}{blank}"


def test_no_character_is_lost() -> None:
    """
    Characters at which careless readers break lines, or which they change, come back, raw and
    escaped, from lines, files and data.
    """
    record = Person(
        id="p",
        names=(Name(text=ODD),),
        extra=Json.of({ODD: [ODD, "\0"]}),
    )
    data = lines_of([record])
    escaped = json.dumps(to_dict(record)).encode()

    assert data.count(b"\n") == 1
    assert [record] == list(read_lines(io.BytesIO(data)))
    assert [record] == list(read_lines([data.decode()]))
    assert [record] == list(read_lines([escaped]))
    assert Dataset([record]) == loads(dumps(Dataset([record])))
    assert ODD.replace("\x0c", "\\f").replace("\x1f", "\\u001f") in data.decode()


@pytest.mark.parametrize("line", ["", " ", "\t", "\r", " \t\r "])
def test_blank_lines_are_passed_over(line: str) -> None:
    """
    Lines of blanks alone are no records, and no faults.
    """
    assert list(read_lines([line, line.encode(), f"{line}\n"])) == []


def test_a_header_may_open_the_lines() -> None:
    """
    The first line may be the header of the file form.
    """
    header = '{"format":"invnews","version":1,"kinds":{}}'
    line = '{"kind":"person","id":"p","names":[{"text":"x"}]}'

    assert [each.id for each in read_lines([header, line])] == ["p"]
    assert [each.id for each in read_lines([HEADER.encode(), b"", line.encode()])] == ["p"]


HEADER_OF_ANOTHER = \
    '{"format":"invnews","version":1,"kinds":{"acme.bond":{"extends":"agreement"}}%s}'
UNKNOWN = Problem(
    '$.kinds["acme.bond"]', "unknown_kind", "the registry holds no kind 'acme.bond'", "acme.bond",
    'pass registry= or unknown="keep"; on the command line --registry module:NAME or --keep',
    line=1, column=54,
)  # fmt: skip


@pytest.mark.parametrize(
    ("read", "text"),
    [(lambda text: list(read_lines([text])), HEADER_OF_ANOTHER % ""),
     (loads, HEADER_OF_ANOTHER % ',"records":[]')],
)  # fmt: skip
def test_kinds_that_the_registry_lacks_are_not_passed_over(read: Any, text: str) -> None:
    """
    A file that names a kind unknown to the reader is refused, also when no record is of it.
    """
    with pytest.raises(InvalidData) as exc:
        read(text)

    assert exc.value.problems == (UNKNOWN,)


def test_lines_are_read_as_they_are_asked_for() -> None:
    """
    read_lines reads a line when its record is asked for, and no line ahead.
    """
    asked = []

    def source() -> Any:
        for number in range(3):
            asked.append(number)
            yield f'{{"kind":"person","id":"p{number}","names":[{{"text":"x"}}]}}'

    found = read_lines(source())

    assert next(found).id == "p0"
    assert asked == [0]


def test_a_refused_dataset_touches_no_file(tmp_path: Path) -> None:
    """
    save leaves a file as it is when a record's kind is not in the registry.
    """
    from invnews.registry import Registry

    people = Dataset([Person(id="p", names=(Name(text="x"),))])
    nobody = Registry(())
    for name in ("a.json", "a.jsonl", "a.jsonl.gz"):
        path = tmp_path / name
        save(people, path)
        before = path.read_bytes()
        with pytest.raises(InvalidData):
            save(people, path, registry=nobody)

        assert before == path.read_bytes()


SCRIPT = """
import sys
from pathlib import Path
from invnews import BUILTIN, Dataset, dumps, from_dict, read_lines
golden = [record for kind in BUILTIN
          for record in read_lines(Path(sys.argv[1]) / f"{kind.name}.json")]
missing = {f"x-{n}": "unknown" for n in "zyxwvutsrqponmlkjihgfedcba"}
person = {"kind": "person", "id": "p", "names": [{"text": "\\u0130\\u0131 \\u5317"}],
          "missing": missing, "extra": {"b": 1, "a": [1, {"d": 0, "c": None}]}}
text = dumps(Dataset([*golden, from_dict(person)]))
sys.stdout.buffer.write(text.encode())
"""
GOLDEN = Path(__file__).parents[1] / "golden"
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Kuala_Lumpur", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "Pacific/Apia", "LC_ALL": "de_DE.ISO-8859-1"},
)


def written_by(**settings: str) -> bytes:
    """Return what another process writes under these settings."""
    source = str(Path(invnews.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": source, **settings}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(GOLDEN)], env=env, capture_output=True, check=False
    )
    assert done.stderr == b""
    return done.stdout


def test_the_text_depends_on_no_setting() -> None:
    """
    The text is the same under every hash seed, time zone and locale.
    """
    texts = [written_by(**each) for each in SETTINGS]
    digests = {hashlib.sha256(each).hexdigest() for each in texts}

    assert len(digests) == 1
    assert len(loads(texts[0])) == len(BUILTIN) + 1
