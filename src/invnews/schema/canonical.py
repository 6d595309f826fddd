"""
The canonical JSON Schema of a registry: what the reader takes, as far as a schema can say it.
"""

from collections.abc import Sequence
from typing import Any

from ..registry import BUILTIN, FORMAT, Registry
from ..shapes import Field, Items, Kind, describe
from .defaults import stated_default
from .definitions import Definitions, Schema, pointer
from .shapes import ShapeSchemas

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_RECORD, _HEADER = "record", "header"


def canonical_schema(registry: Registry, kinds: Sequence[str]) -> Schema:
    """
    Return the schema of files whose records are of these kinds, draft 2020-12.

    Args:
        registry: Where the kinds, and those that references may name, are defined.
        kinds: Names of kinds that the registry holds.

    Its ``$defs`` hold ``record`` (one line of JSON Lines), ``header`` (the line that may open
    them), and each kind and value by its name.
    """
    return _Canonical(registry, kinds).schema()


class _Canonical(ShapeSchemas):
    """One schema under construction."""

    def __init__(self, registry: Registry, kinds: Sequence[str]) -> None:
        super().__init__(registry, Definitions())
        self.kinds = [registry[name] for name in kinds]

    def schema(self) -> Schema:
        """Return the whole schema."""
        for name in (_HEADER, _RECORD):
            self.definitions.reserve(name, name)
        for kind in self.kinds:
            self.definitions.reserve(kind.cls, kind.name, f"kind:{kind.name}")
        for kind in self.kinds:
            self.definitions.fill(kind.cls, self._object(kind))
        header = _envelope(self.registry)
        self.definitions.fill(_HEADER, {
            "description": "The line that may open JSON Lines.", **_closed(header),
        })  # fmt: skip
        self.definitions.fill(_RECORD, self._record())
        records = {"type": "array", "items": {"$ref": pointer(_RECORD)}}
        return {
            "$schema": DIALECT,
            "title": f"{FORMAT} {self.registry.format_version}",
            "description": "Structured records of investment news.",
            **_closed({**header, "records": records}),
            "$defs": self.definitions.schemas(),
        }

    def value(self, cls: type[Any]) -> Schema:
        """Return a reference to the schema of a value."""
        kind = describe(cls)
        names = (f"value:{kind.name}",) if kind.name in self.registry else \
            (kind.name, f"value:{kind.name}")  # fmt: skip
        return self.definitions.reference(cls, lambda: self._object(kind), *names)

    def _record(self) -> Schema:
        """Return the schema of a record of any kind; its kind tells which."""
        places = {kind.name: pointer(self.definitions.reserve(kind.cls)) for kind in self.kinds}
        if not places:
            return {"description": "No record: there are no kinds.", "not": {}}
        return {
            "description": "One record; kind says what it is.",
            "anyOf": [{"$ref": place} for place in places.values()],
            "discriminator": {"propertyName": "kind", "mapping": places},
        }

    def _object(self, kind: Kind) -> Schema:
        """Return the schema of a kind or value."""
        found: Schema = {"title": kind.cls.__name__}
        if description := in_words(kind.doc):
            found["description"] = description
        if kind.extends is not None:
            found["x-extends"] = kind.extends
        tag = {"kind": {"const": kind.name}} if kind.identified else {}
        fields = {field.name: self._field(field) for field in kind.fields}
        required = [*tag, *(field.name for field in kind.fields if field.required)]
        found |= _closed({**tag, **fields}, required)
        if conditions := _set_or_missing(kind):
            found["allOf"] = conditions
        return found

    def _field(self, field: Field) -> Schema:
        """Return the schema of what stands in a field."""
        source = f"Source: {field.source}." if field.source else ""
        described = " ".join(filter(None, (field.doc, source)))
        schema = self.of(field.shape)
        if field.null_is_none:
            schema = {"anyOf": [schema, {"type": "null"}]}
        said = {"description": described} if described else {}
        return {**said, **schema, **stated_default(field)}


def _closed(
    properties: Schema, required: Sequence[str] = ("format", "version", "records")
) -> Schema:
    """Return the schema of an object that has no other fields than these."""
    needed = [name for name in required if name in properties]
    return {
        "type": "object", "properties": properties, **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }  # fmt: skip


def _envelope(registry: Registry) -> Schema:
    """Return the fields around the records."""
    return {
        "format": {"const": FORMAT},
        "version": {"description": "The version of the format.", "const": registry.format_version},
        "kinds": {
            "description": "The kinds of the records that are not built in.",
            "type": "object",
            "properties": {
                kind.name: _declaration(kind) for kind in registry if kind.name not in BUILTIN
            },
            "additionalProperties": False,
        },
    }


def _declaration(kind: Kind) -> Schema:
    """Return the schema of what a header says of one kind; no version said is the first."""
    properties = {"extends": {"const": kind.extends}, "version": {"const": kind.version}}
    required = [] if kind.extends is None else ["extends"]
    return _closed(properties, [*required, "version"] if kind.version > 1 else required)


def _set_or_missing(kind: Kind) -> list[Schema]:
    """
    Return a condition for each expected field: it is set, or else named in ``missing``.

    A field whose default says something is always set, so that nothing can be said about it.
    """
    if not kind.identified:
        return []
    found = []
    for field in kind.fields:
        if field.expected and (field.default is None or field.default == ()):
            name = field.name
            silent: list[object] = [None] if field.null_is_none else []
            silent += [[]] if isinstance(field.shape, Items) else []
            named = {"required": [name]}
            is_set = {"required": [name], "properties": {name: {"not": {"enum": silent}}}}
            found.append({
                "if": is_set,
                "then": {"properties": {"missing": {"not": named}}},
                "else": {"required": ["missing"], "properties": {"missing": named}},
            })  # fmt: skip
    return found


def in_words(doc: str) -> str:
    r"""
    Return a docstring without its examples, one line a paragraph.

    >>> in_words("A bond.\n\nIt pays\ninterest.\n\n>>> 1 + 1\n2")
    'A bond.\n\nIt pays interest.'
    """
    paragraphs = (each.strip() for each in doc.split("\n\n"))
    return "\n\n".join(" ".join(each.split()) for each in paragraphs if each[:3] not in ("", ">>>"))
