"""
What the tests of the llm form share: golden records as answers, their text, faulty answers.
"""

import copy
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from invnews import BUILTIN, Dataset, Record, from_dict
from invnews.codec.parse import parse
from invnews.intake import to_llm

_GONE = object()
GOLDEN = Path(__file__).parents[1] / "golden"
DOCUMENT = "document/nordlicht-stake"
SIXES = (
    ("document", "organisation", "person", "place", "group", "product"),
    ("agreement", "programme", "project", "investment", "policy_action", "event"),
    ("monetary_claim", "quantity_claim", "statement", "relation", "annotation", "judgement"),
    ("organisation", "person", "agreement", "event", "monetary_claim", "statement"),
    ("agreement", "policy_action", "event", "monetary_claim", "quantity_claim", "relation"),
)
"""All kinds in three calls; what one would ask of a report; the six with the most codes."""


def golden(kind: str) -> Record:
    """Return the golden record of a kind."""
    return from_dict(parse((GOLDEN / f"{kind}.json").read_text("utf-8")))


def golden_text() -> str:
    """Return a text that says, at their offsets, what the golden records quote."""
    characters: dict[int, str] = {}
    for kind in BUILTIN:
        for evidence in _evidence(json.loads((GOLDEN / f"{kind.name}.json").read_text("utf-8"))):
            characters |= dict(enumerate(evidence["exact"], start=evidence["start"]))
    return "".join(characters.get(place, " ") for place in range(max(characters) + 1))


def _evidence(data: object) -> Iterator[dict]:
    if isinstance(data, dict):
        if {"start", "exact"} <= set(data):
            yield data
        for each in data.values():
            yield from _evidence(each)
    elif isinstance(data, list):
        for each in data:
            yield from _evidence(each)


def answer(kinds: tuple[str, ...]) -> dict:
    """Return the golden records of some kinds in the llm form, every kind with its list."""
    dataset = Dataset([golden(kind.name) for kind in BUILTIN if kind.name in kinds])
    groups = to_llm(dataset, text=golden_text(), document=DOCUMENT, lossy=True)
    return {kind.name: groups.get(kind.name, []) for kind in BUILTIN if kind.name in kinds}


def faulty(answer: dict, schema: dict) -> Iterator[tuple[str, Callable[[], dict]]]:
    """
    Yield answers with one fault each, as functions that make them.

    The faults are of tag, required field, extra field, type and code; each property of each
    object has all that it can have.
    """
    group = next(iter(answer))
    yield "tag", lambda: {("x" + name if name == group else name): answer[name] for name in answer}
    yield "extra", lambda: {**answer, "more": []}
    yield "required", lambda: {name: answer[name] for name in answer if name != group}
    for path, node in _objects(answer, schema, schema, ()):
        for name in node["properties"]:
            for fault, value in _faults(node["properties"][name], schema):
                yield fault, partial(_changed, answer, path, name, value)
            yield "required", partial(_changed, answer, path, name, _GONE)
        yield "extra", partial(_changed, answer, path, "more", "")


def _changed(answer: dict, path: tuple, name: str, value: object) -> dict:
    """Return a copy of the answer in which one property has another value, or is gone."""
    changed = copy.deepcopy(answer)
    held = changed
    for step in path:
        held = held[step]
    held[name] = value
    if value is _GONE:
        del held[name]
    return changed


def _objects(data: object, node: dict, schema: dict, path: tuple) -> Iterator[tuple[tuple, dict]]:
    """Yield path and schema of each object of an answer, below the root."""
    node = _followed(node, schema)
    if isinstance(data, dict):
        if path:
            yield path, node
        for name, each in data.items():
            yield from _objects(each, node["properties"][name], schema, (*path, name))
    elif isinstance(data, list):
        for number, each in enumerate(data):
            yield from _objects(each, node["items"], schema, (*path, number))


def _faults(node: dict, schema: dict) -> Iterator[tuple[str, object]]:
    node = _followed(node, schema)
    if "enum" in node:
        yield "code", "no-such-code"
    yield "type", "a text" if node["type"] != "string" else 5
    yield "type", None


def _followed(node: dict, schema: dict) -> dict:
    name = node.get("$ref", "").removeprefix("#/$defs/")
    return schema["$defs"][name] if name else node
