"""
The schema of one Shape, and the definitions that Shapes share: texts, ids, decimals, codes.
"""

import math
from typing import Any

from ..fields import Form, Term, Vocabulary
from ..registry import Registry
from ..shapes import (
    ID,
    NUMBER_PATTERN,
    AnyJson,
    Choice,
    Code,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Shape,
    Single,
    Table,
    Text,
    Whole,
    describe,
)
from .definitions import Definitions, Schema
from .patterns import PRIVATE_CODE, TEXT, anchored, portable

DESCRIBED_TERMS = 500
"""Vocabularies of more terms than this are listed without the meaning of each code."""


class ShapeSchemas:
    """
    Schemas of Shapes, with what they share put into definitions.

    Args:
        registry: Says which kinds a reference may name.
        definitions: Where values, vocabularies and forms are defined.
    """

    def __init__(self, registry: Registry, definitions: Definitions) -> None:
        self.registry = registry
        self.definitions = definitions

    def of(self, shape: Shape) -> Schema:
        """Return the schema of what a Shape takes; it never refuses what the reader takes."""
        match shape:
            case Items():
                return self._items(shape)
            case Table():
                names, items = self.text(), self.of(shape.item)
                return {"type": "object", "propertyNames": names, "additionalProperties": items}
            case Nested():
                return self.value(shape.cls)
            case Text():
                return self._text(shape)
            case Code():
                return self._codes(shape.vocabulary)
            case Reference():
                return {**self._form(ID), "x-refers-to": self._named(shape.kinds)}
            case Flag():
                return {"type": "boolean"}
            case Whole():
                return {"type": "integer", "minimum": math.ceil(shape.minimum),
                        "maximum": math.floor(shape.maximum)}  # fmt: skip
            case Number():
                bounds = {"x-minimum": shape.minimum, "x-maximum": shape.maximum}
                said = {name: str(each) for name, each in bounds.items() if each is not None}
                return self._decimal() | said
            case Choice():
                return {"type": "string", "enum": list(shape.members)}
            case AnyJson():
                return {}

    def value(self, cls: type[Any]) -> Schema:
        """Return a reference to the schema of a value; overridden by whoever knows objects."""
        raise NotImplementedError

    def text(self) -> Schema:
        """Return a reference to the schema of any text."""
        return self.definitions.reference("text", lambda: {
            "description": "Any text that is not blank; NUL is not allowed.",
            "type": "string", "minLength": 1, "pattern": TEXT,
        }, "shape:text")  # fmt: skip

    def _text(self, shape: Text) -> Schema:
        if shape.form is not None:
            return self._form(shape.form)
        least = {} if shape.minimum <= 1 else {"minLength": shape.minimum}
        most = {} if shape.maximum is None else {"maxLength": shape.maximum}
        return {**self.text(), **least, **most}

    def _form(self, form: Form) -> Schema:
        def make() -> Schema:
            found = {"title": form.name, "description": _sentence(form.expects, form.source)}
            pattern = portable(form.pattern)
            examples = {} if not form.example else {"examples": [form.example]}
            said = {} if pattern is None else anchored(pattern)
            return {**found, **self.text(), **said, **examples}

        return self.definitions.reference(form, make, f"form:{form.name}")

    def _decimal(self) -> Schema:
        """Return a reference to decimals: plain text, at most 40 digits beside sign and point."""
        return self.definitions.reference("decimal", lambda: {
            "description": "A decimal number as plain text, of at most 40 digits.",
            "type": "string", **anchored(NUMBER_PATTERN),
            "anyOf": [
                {"maxLength": 40},
                {"maxLength": 41, "pattern": "[.-]"},
                {"maxLength": 42, "pattern": "^-[0-9]+[.]"},
            ],
            "examples": ["22000000000", "-1.5"],
        }, "shape:decimal")  # fmt: skip

    def _codes(self, vocabulary: Vocabulary) -> Schema:
        def make() -> Schema:
            terms = vocabulary.terms.values()
            listed: Schema = {"type": "string", "enum": [each.code for each in terms]}
            if len(terms) <= DESCRIBED_TERMS:
                listed["enumDescriptions"] = [_meaning(each) for each in terms]
            private = self._private_code()
            sources = ", ".join(dict.fromkeys(each.source for each in terms if each.source))
            comment = {"$comment": f"Sources: {sources}."} if sources else {}
            return {
                "title": vocabulary.name, **comment,
                "description": _sentence(f"{vocabulary.expects}, or one that begins with x-", ""),
                "anyOf": [listed, private] if terms else [private],
            }  # fmt: skip

        return self.definitions.reference(vocabulary, make, f"code:{vocabulary.name}")

    def _private_code(self) -> Schema:
        return self.definitions.reference("private", lambda: {
            "description": "A code of your own.", "type": "string", **anchored(PRIVATE_CODE),
        }, "shape:private_code")  # fmt: skip

    def _items(self, shape: Items) -> Schema:
        found: Schema = {"type": "array", "items": self.of(shape.item)}
        if shape.minimum:
            found["minItems"] = shape.minimum
        if shape.maximum is not None:
            found["maxItems"] = shape.maximum
        if shape.distinct and not holds_json(shape.item):
            found["uniqueItems"] = True
        return found

    def _named(self, allowed: tuple[str, ...]) -> list[str]:
        """Return the kinds that a reference may name, marks and extensions resolved."""
        return [kind.name for kind in self.registry if self.registry.allows(allowed, kind.name)]


def holds_json(shape: Single, above: frozenset[type[Any]] = frozenset()) -> bool:
    """
    Return whether free JSON stands in a shape, at any depth.

    Objects of it are told apart by the order of their names, which JSON Schema does not do: two
    items that are equal for a validator may be different for the reader.
    """
    if not isinstance(shape, Nested):
        return isinstance(shape, AnyJson)
    if shape.cls in above:
        return False
    fields = describe(shape.cls).fields
    return any(holds_json(each.single, above | {shape.cls}) for each in fields)


def _sentence(text: str, source: str) -> str:
    """Return words as a sentence, with its source."""
    said = f"{text[:1].upper()}{text[1:]}." if text else ""
    return f"{said} Source: {source}.".strip() if source else said


def _meaning(term: Term) -> str:
    """Return what a code means, and when it was withdrawn."""
    withdrawn = f" (withdrawn {term.withdrawn})" if term.withdrawn else ""
    return f"{term.definition}{withdrawn}"
