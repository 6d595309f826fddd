"""
Measuring a JSON Schema: bytes, properties, values, levels.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

Schema = dict[str, Any]

_UNIONS = ("anyOf", "oneOf")
_HOLDERS = ("properties", "$defs", "patternProperties")
"""Keywords under which names stand that are no keywords."""
_DATA = ("enum", "const", "required", "default", "examples")
"""Keywords under which data stand, and no schemas."""
_LONG_ENUM = 250


def measures(schema: Schema) -> dict[str, Any]:
    """Return everything that a `Budget` says of a schema, by name."""
    nodes = list(_nodes(schema))
    enums = [each["enum"] for each in nodes if "enum" in each]
    constants = [each["const"] for each in nodes if "const" in each]
    names = [name for each in nodes for name in each.get("properties", ())]
    words = [*names, *schema.get("$defs", ()), *(v for e in enums for v in e), *constants]
    longest: list[Any] = max(enums, key=len, default=[])
    nesting = _Nesting(schema)
    expanded = nesting.properties(schema)
    recursions = nesting.recursions
    return {
        "bytes": _size(schema),
        "bytes_without_descriptions": _size(_bare(schema)),
        "properties": len(names),
        "properties_expanded": expanded,
        "unions": sum(_is_union(each) for each in nodes),
        "optionals": sum(_optionals(each) for each in nodes),
        "open_objects": sum(_is_open(each) for each in nodes),
        "enums": len(enums),
        "enum_values": sum(map(len, enums)),
        "empty_enum_values": sum("" in each for each in enums),
        "longest_enum": len(longest),
        "long_enum_characters": _characters(longest) if len(longest) > _LONG_ENUM else 0,
        "characters": _characters(words),
        "depth": nesting.depth(schema, ("object", "array")),
        "depth_of_objects": nesting.depth(schema, ("object",)),
        "patterns": sum("pattern" in each for each in nodes),
        "references": sum("$ref" in each for each in nodes),
        "ref_siblings": sum("$ref" in each and len(each) > 1 for each in nodes),
        "recursions": recursions,
        "min_items_above_one": sum(each.get("minItems", 0) > 1 for each in nodes),
        "keywords": tuple(sorted({keyword for each in nodes for keyword in each})),
    }


def _nodes(schema: Any) -> Iterator[Schema]:
    """Yield the schema and every schema inside it."""
    if isinstance(schema, list):
        for each in schema:
            yield from _nodes(each)
    elif isinstance(schema, dict):
        yield schema
        for keyword, value in schema.items():
            if keyword in _DATA:
                continue
            inside = list(value.values()) if keyword in _HOLDERS else value
            yield from _nodes(inside)


def _bare(schema: Any) -> Any:
    """Return the schema without descriptions."""
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {key: _bare(each) for key, each in value.items()}
        if name in _HOLDERS
        else _bare(value)
        for name, value in schema.items()
        if name != "description"
    }


def _size(schema: Schema) -> int:
    text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode())


def _characters(values: Iterable[object]) -> int:
    return sum(len(each) for each in values if isinstance(each, str))


def _is_union(node: Schema) -> bool:
    return any(each in node for each in _UNIONS) or isinstance(node.get("type"), list)


def _optionals(node: Schema) -> int:
    return len(set(node.get("properties", ())) - set(node.get("required", ())))


def _is_open(node: Schema) -> bool:
    is_object = node.get("type") == "object" or "properties" in node
    return is_object and node.get("additionalProperties") is not False


class _Nesting:
    """Follows the references of one schema; a definition inside itself is entered once."""

    def __init__(self, schema: Schema) -> None:
        self.definitions: Schema = schema.get("$defs", {})
        self.recursions = 0
        self._properties: dict[str, int] = {}
        self._depths: dict[tuple[str, tuple[str, ...]], int] = {}
        self._open: set[str] = set()

    def properties(self, node: Schema) -> int:
        """Return the number of properties with every reference put in its place."""
        return (
            len(node.get("properties", ()))
            + sum(map(self.properties, _inner(node)))
            + (self._followed(node, self._properties, lambda name: name, self.properties))
        )

    def depth(self, node: Schema, types: tuple[str, ...]) -> int:
        """Return the levels of these types, the node included."""
        here = 1 if node.get("type") in types else 0
        inside = [self.depth(each, types) for each in _inner(node)]
        target = self._followed(
            node, self._depths, lambda name: (name, types), lambda found: self.depth(found, types)
        )
        return here + max([*inside, target])

    def _followed(self, node: Schema, kept: dict[Any, int], key: Any, measure: Any) -> int:
        """Return the measure of what a node refers to, worked out once; 0 without a reference."""
        name = str(node.get("$ref", "")).removeprefix("#/$defs/")
        if not name or name not in self.definitions:
            return 0
        if name in self._open:
            self.recursions += 1
            return 0
        if key(name) not in kept:
            self._open.add(name)
            kept[key(name)] = measure(self.definitions[name])
            self._open.discard(name)
        return kept[key(name)]


def _inner(node: Schema) -> list[Schema]:
    """Return the schemas directly inside a node, definitions apart."""
    found = [*node.get("properties", {}).values()]
    found += [each for keyword in (*_UNIONS, "allOf") for each in node.get(keyword, ())]
    return found + ([node["items"]] if isinstance(node.get("items"), dict) else [])
