"""Datasets, reading and writing, check and coverage, as a stranger uses them."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

from invnews import (
    BUILTIN,
    CODES,
    Agreement,
    Coverage,
    Dataset,
    InvalidData,
    InvnewsError,
    Lines,
    Link,
    MonetaryClaim,
    Money,
    Name,
    Passage,
    Person,
    Problem,
    Record,
    Registry,
    UnknownKind,
    check,
    coverage,
    dumps,
    from_dict,
    load,
    loads,
    read_lines,
    save,
    to_dict,
    write_lines,
)

song = Person(id="song", names=(Name(text="James Song"),))
dataset = Dataset([song, Agreement(id="mou")])
assert_type(dataset, Dataset)
assert_type(dataset.records, tuple[Record, ...])
assert_type(dataset.of(Agreement), tuple[Agreement, ...])
assert_type(dataset.of(Record), tuple[Record, ...])
assert_type([each.value for each in dataset.of(MonetaryClaim)], list[Money])
assert_type(dataset["song"], Record)
assert_type(dataset.get("song"), Record | None)
assert_type(dataset.referrers("song"), tuple[Record, ...])
assert_type(dataset.links(song), tuple[Link, ...])
assert_type(dataset.links(song)[0].kinds, tuple[str, ...])
assert_type("song" in dataset, bool)
assert_type(len(dataset), int)
assert_type([each.id for each in dataset], list[str])
assert_type(Dataset(each for each in dataset), Dataset)
assert_type(Dataset(dataset.of(Agreement)), Dataset)
assert_type(Dataset(()), Dataset)

# Text, bytes, files and lines.
assert_type(dumps(dataset), str)
assert_type(loads(dumps(dataset)), Dataset)
assert_type(loads(b"{}", registry=BUILTIN), Dataset)
assert_type(load("a.json"), Dataset)
assert_type(load(Path("a.json.gz")), Dataset)
save(dataset, "a.jsonl")
save(dataset, Path("a.json"), registry=BUILTIN)
assert_type(read_lines("a.jsonl"), Lines)
stream: Iterator[Record] = read_lines("a.jsonl")
assert_type(read_lines(Path("a.jsonl")), Lines)
assert_type(read_lines(io.BytesIO(b"")), Lines)
assert_type(read_lines(["{}", "{}"]), Lines)
assert_type(read_lines(each for each in (b"{}", b"{}")), Lines)
write_lines(dataset, "a.jsonl.gz")
write_lines((each for each in dataset), io.BytesIO())
assert_type(to_dict(song), dict[str, Any])
assert_type(from_dict({"kind": "person", "id": "song"}), Record)

# Questions.
problems = check(dataset, {"d": "the text"}, registry=BUILTIN)
assert_type(problems, tuple[Problem, ...])
assert_type(check(dataset), tuple[Problem, ...])
assert_type(problems[0].path, str)
assert_type(problems[0].line, int | None)
assert_type(problems[0].under("$.records[0]"), Problem)
found = coverage(dataset, {"d": "the text"})
assert_type(found, tuple[Coverage, ...])
assert_type(found[0].share, float)
assert_type(found[0].uncovered, tuple[Passage, ...])
assert_type(found[0].uncovered[0].text, str)
assert_type(CODES["blank"], str)

# The registry, and errors.
assert_type(BUILTIN, Registry)
assert_type(BUILTIN.lineage("agreement"), tuple[str, ...])
assert_type(BUILTIN.allows(("@actor",), "person"), bool)
assert_type(BUILTIN["agreement"].name, str)
assert_type("agreement" in BUILTIN, bool)
try:
    loads("")
except InvalidData as error:
    assert_type(error.problems, tuple[Problem, ...])
except UnknownKind as error:
    assert_type(error.args[0], Any)
except InvnewsError:
    raise
