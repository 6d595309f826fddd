"""
The JSON Schema that is given to a language model: one list a kind, nothing optional.

It keeps to what OpenAI, Anthropic and Gemini all take, and what constrained decoders decide
alike; `docs/reference/llm-form.md` has the form and the reasons.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..fields import Vocabulary
from ..registry import BUILTIN, Registry
from ..shapes import (
    GREATEST_WHOLE,
    ID,
    ID_PATTERN,
    AnyJson,
    Choice,
    Code,
    Field,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Single,
    Table,
    Text,
    Whole,
    describe,
)
from .llm_form import about, enumerated, llm_fields, selected
from .llm_pattern import NUMBER, WHOLE, anchored, code_pattern, portable

Schema = dict[str, Any]

_ABOUT = (
    'What the text says, as records by kind. "" and [] stand for what the text does not say; '
    "nothing is guessed. A record refers to another by its id. Numbers are plain decimal texts."
)
_FLAG, _ID = "flag", "id"
_MANY_KINDS = 8
"""Among more kinds than these, those are named that a reference may not name."""
_CODE = re.compile(r"[A-Za-z0-9_-]+")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")


def llm_schema(
    registry: Registry = BUILTIN,
    kinds: Iterable[str] | None = None,
    *,
    descriptions: bool = True,
    empty_codes: bool = True,
) -> Schema:
    """
    Return the JSON Schema of the llm form: an object with one list of records for each kind.

    Args:
        registry: The kinds that are known.
        kinds: Names of the kinds to ask for; all of the registry when None.
        descriptions: Whether the fields are explained. Without, the schema has half the size;
            the prompt must explain them then.
        empty_codes: Whether "" stands among the values of an enum. Without, what may be absent
            has a pattern in place of the enum: Gemini refuses "" in enums of function
            declarations. Answers are the same.

    Raises:
        UnknownKind: The registry holds no such kind.
        InvalidData: No kind is named, or one has no llm form.

    >>> schema = llm_schema(kinds=["person", "organisation"])
    >>> list(schema["properties"]), schema["additionalProperties"]
    (['organisation', 'person'], False)
    """
    chosen = selected(registry, kinds)
    maker = _Maker(registry, descriptions=descriptions, empty_codes=empty_codes)
    groups = {
        kind.name: {"type": "array", "items": maker.of_class(kind.cls, about(kind))}
        for kind in chosen
    }
    schema = _object(groups)
    if descriptions:
        schema = {"type": "object", "description": _ABOUT} | schema
    if maker.definitions:
        schema["$defs"] = maker.definitions
    return schema


def _object(properties: dict[str, Any]) -> Schema:
    """Return the schema of an object that has these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def table_names(field: Field) -> tuple[str, str]:
    """Return what a row of a table is called in the form: the name, and what it stands for."""
    return ("field", "reason") if field.common and field.name == "missing" else ("name", "value")


class _Maker:
    """
    Makes the schemas of classes, and keeps what they share as definitions.

    Args:
        registry: Says which kinds a reference may name.
        descriptions: Whether fields are explained.
        empty_codes: Whether "" stands in enums.
    """

    def __init__(self, registry: Registry, *, descriptions: bool, empty_codes: bool) -> None:
        self.registry = registry
        self.descriptions = descriptions
        self.empty_codes = empty_codes
        self.definitions: dict[str, Schema] = {}
        self._names: dict[object, str] = {}

    def of_class(self, cls: type[Any], meaning: str) -> Schema:
        """Return the schema of a class; what a reference leaves no place for is said above it."""
        properties: dict[str, Any] = {}
        told = [meaning]
        for field in llm_fields(cls):
            made = self._of_field(field)
            if "$ref" in made:
                told.append(f"{field.name}: {self._doc(field)}")
            elif self.descriptions:
                said = [self._doc(field), made.pop("description", "")]
                made = {"type": made["type"], "description": " ".join(said).strip()} | made
            properties[field.name] = made
        schema = _object(properties)
        if not self.descriptions:
            return schema
        return {"type": "object", "description": "\n".join(told)} | schema

    def _of_field(self, field: Field) -> Schema:
        """Return the schema of a field without its description."""
        shape = field.shape
        match shape:
            case Items():
                least = {"minItems": 1} if shape.minimum else {}
                return {"type": "array", "items": self._of_item(shape.item)} | least
            case Table():
                return {"type": "array", "items": self._row(field, shape)}
            case Nested() if field.nullable:
                return {"type": "array", "items": self._of_single(shape)}
            case Flag() if field.nullable:
                return self._shared(
                    _FLAG, _FLAG, lambda: self._listed(["true", "false"], optional=True)
                )
            case Whole() if field.nullable:
                return {"type": "string", "pattern": anchored(WHOLE, optional=True)}
        return self._of_single(shape, optional=field.nullable)

    def _of_item(self, shape: Single) -> Schema:
        """Return the schema of one item of a list; ids are written out once."""
        if isinstance(shape, Reference):
            return self._shared(_ID, _ID, lambda: self._of_single(shape))
        return self._of_single(shape)

    def _of_single(self, shape: Single, *, optional: bool = False) -> Schema:
        """Return the schema of one thing, or of that and "" when it is optional."""
        match shape:
            case Nested():
                kind = describe(shape.cls)
                return self._shared(
                    shape.cls, kind.name, lambda: self.of_class(shape.cls, about(kind))
                )
            case Code():
                return self._code(shape.vocabulary, optional=optional)
            case Choice():
                return self._listed(shape.members, optional=optional)
            case AnyJson():
                return {"type": "string"}
            case Flag():
                return {"type": "boolean"}
            case Whole():
                return {"type": "integer"}
            case Number():
                return {"type": "string", "pattern": anchored(NUMBER, optional=optional)}
        pattern = ID_PATTERN if isinstance(shape, Reference) else _form_pattern(shape)
        found = None if pattern is None else portable(pattern)
        made = {"type": "string"}
        return made if found is None else made | {"pattern": anchored(found, optional=optional)}

    def _code(self, vocabulary: Vocabulary, *, optional: bool) -> Schema:
        """Return the reference to the codes of a vocabulary: a list, or a pattern if it is long."""

        def make() -> Schema:
            if enumerated(vocabulary):
                return self._listed(vocabulary.terms, optional=optional)
            pattern = code_pattern(vocabulary)
            made: Schema = {"type": "string", "description": f"{vocabulary.expects}."}
            if not self.descriptions:
                del made["description"]
            if pattern is not None:
                made["pattern"] = anchored(pattern, optional=optional)
            return made

        name = f"code-{vocabulary.name}" + ("-or-empty" if optional else "")
        return self._shared((vocabulary, optional), name, make)

    def _listed(self, listed: Iterable[str], *, optional: bool) -> Schema:
        """Return the schema of a few texts, or of these and "" when it is optional."""
        codes = list(listed)
        if not optional or self.empty_codes:
            extra = [""] if optional else []
            return {"type": "string", "enum": list(dict.fromkeys([*codes, *extra]))}
        # Whoever ignores the pattern still reads which codes there are.
        made = {"type": "string", "description": f'One of {", ".join(codes)}; or "".'}
        if all(map(_CODE.fullmatch, codes)):
            made["pattern"] = anchored("|".join(codes), optional=True)
        return made

    def _row(self, field: Field, shape: Table) -> Schema:
        """Return the reference to one row of a table."""
        name, value = table_names(field)

        def make() -> Schema:
            return _object({name: {"type": "string"}, value: self._of_single(shape.item)})

        return self._shared((field.name, shape), f"{field.name}-row", make)

    def _shared(self, key: object, name: str, make: Callable[[], Schema]) -> Schema:
        """Return the reference to a definition, which is made at its first use."""
        if key not in self._names:
            name = _UNSAFE.sub("-", name)
            while name in self._names.values():
                name += "-"
            self._names[key] = name
            self.definitions[name] = {}  # It keeps its place before those that it needs.
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{self._names[key]}"}

    def _doc(self, field: Field) -> str:
        """Return what a model is told of a field: its meaning, its form, its limits."""
        said = [field.doc, *self._limits(field)]
        if field.expected:
            said.append("Give it, or name it in missing with the reason.")
        if field.common and field.name == "missing":
            said = ["Fields that the text leaves open, each with the reason."]
        return " ".join(each for each in said if each)

    def _limits(self, field: Field) -> list[str]:
        """Return what the schema cannot say by itself, or decoders do not enforce."""
        single, found = field.single, []
        match single:
            case Reference():
                found.append(f"{'Ids' if field.many else 'Id'} of {self._targets(single)}.")
            case Text() if single.form is not None:
                expects, example = single.form.expects, single.form.example
                if single.form is not ID:
                    such = f", such as {example}" if example and "such as" not in expects else ""
                    found.append(f"Takes {expects}{such}.")
            case Text() if single.maximum is not None:
                found.append(f"At most {single.maximum} characters.")
            case AnyJson():
                found.append('JSON as text, such as "[1, true]".')
            case Number() | Whole():
                found += _bounds(single)
        if isinstance(field.shape, Nested):
            found.append("0 or 1." if field.nullable else "")
        if isinstance(field.shape, Items):
            found += _sizes(field.shape)
        if field.required and isinstance(single, Text) and not field.many:
            found.append("Never empty.")
        return found

    def _targets(self, shape: Reference) -> str:
        """Return which kinds a reference may name."""
        if not shape.kinds:
            return "any record"
        names = [each.name for each in self.registry]
        allowed = [each for each in names if self.registry.allows(shape.kinds, each)]
        if len(allowed) <= _MANY_KINDS:
            return ", ".join(allowed)
        return "any record but " + ", ".join(each for each in names if each not in allowed)


def _form_pattern(shape: Single) -> str | None:
    """Return the pattern of a text that has a form, as its form gives it."""
    return shape.form.pattern if isinstance(shape, Text) and shape.form is not None else None


def _bounds(shape: Number | Whole) -> list[str]:
    least, most = shape.minimum, shape.maximum
    low = None if least is None or least == -GREATEST_WHOLE else f"at least {least}"
    high = None if most is None or most == GREATEST_WHOLE else f"at most {most}"
    said = " and ".join(each for each in (low, high) if each)
    return [said[0].upper() + said[1:] + "."] if said else []


def _sizes(shape: Items) -> list[str]:
    least = f"At least {shape.minimum}." if shape.minimum else ""
    most = f"At most {shape.maximum}." if shape.maximum is not None else ""
    return [least, most]
