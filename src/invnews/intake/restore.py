"""
From the llm form to plain data of records: absences restored, quotations turned into offsets.

What is faulty is told, and left as it stands where the reader of records can say more about it.
"""

from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import RECORD_LIMIT, Problem, child, did_you_mean, scalar, shown
from ..records import Record
from ..schema.llm import table_names
from ..schema.llm_form import empty_is_none, llm_fields, quotes
from ..shapes import (
    AnyJson,
    Choice,
    Code,
    Field,
    Flag,
    Items,
    Kind,
    Nested,
    Single,
    Table,
    Whole,
    describe,
)
from ..shapes.examine import wrong_type
from .form_paths import in_a_list
from .leaves import any_json, code_problems, flag, whole
from .offsets import Offsets, places_of
from .quotations import Quotations

ABSENT = object()
"""Stands for a field that nothing is said of."""


class Restorer:
    """
    Restores one record.

    Args:
        kind: Of the record.
        quotations: Of the text.
        document: The id of the document whose text it is.
        exact: Whether evidence repeats the passage.
    """

    def __init__(self, kind: Kind, quotations: Quotations, document: str, *, exact: bool) -> None:
        self.kind = kind
        self.problems: list[Problem] = []
        self.offsets = Offsets(kind, quotations, document, exact=exact, problems=self.problems)
        self.places: dict[str, str] = {}
        """Where in the answer stands what has a path in the record."""
        self.names: dict[str, str] = {}
        """The same for the names in tables."""

    def restore(self, value: object, at: str) -> Any:
        """Return the plain data of the record that stands at a path of the answer."""
        return self._instance(self.kind.cls, value, at, "$")

    def place(self, path: str, code: str | None = None) -> str:
        """Return where in the answer a path of the record leads, for a problem of this code."""
        if code in ("unknown_field", "stated_and_missing") and path in self.names:
            return self.names[path]
        rest = ""
        while path not in self.places and path != "$":
            cut = max(path.rfind("."), path.rfind("["))
            path, rest = path[:cut], path[cut:] + rest
        return self.places.get(path, "$") + rest

    def _say(
        self, path: str, code: str, message: str, hint: str | None, value: object = None
    ) -> None:
        self.problems.append(Problem(path, code, message, scalar(value), hint))

    def _instance(self, cls: type[Any], value: object, at: str, to: str) -> Any:
        """Return the data of a record or value, or what stands in its place."""
        self.places[to] = at
        base = quotes(cls)
        if not isinstance(value, Mapping):
            if base is None:
                return value
            first = llm_fields(cls)[0].name
            self.problems.append(wrong_type(at, "an object", value, f'write {{"{first}": …}}'))
            return value
        self._unknown_names(cls, value, at)
        data: dict[str, Any] = {}
        for field in llm_fields(cls):
            found = self._field(field, value, at, to)
            if found is not ABSENT:
                data[field.name] = found
        if base is not None:
            self.places |= places_of(base, at, to)
            return self.offsets.put(base, data, at)
        return data

    def _unknown_names(self, cls: type[Any], value: Mapping[Any, Any], at: str) -> None:
        """Tell the names that the form of a class does not have."""
        fields = {each.name for each in llm_fields(cls)}
        kind = describe(cls)
        for name in value:
            if name in fields:
                continue
            if not isinstance(name, str):
                self.problems.append(wrong_type(at, "names that are texts", name))
                continue
            hint: str | None = "leave it out"
            if name not in kind.by_name and not (name == "kind" and kind.identified):
                near = len(self.problems) < RECORD_LIMIT
                hint = did_you_mean(name, fields) if near else None
            elif quotes(cls) is not None:
                hint = "leave it out: the quotation is found in the text"
            message = f"the form of {kind.name} has no field {shown(name)}"
            self._say(child(at, name), "unknown_field", message, hint)

    def _field(self, field: Field, value: Mapping[Any, Any], at: str, to: str) -> Any:
        """Return the data of one field, or ABSENT."""
        at, to = child(at, field.name), child(to, field.name)
        self.places[to] = at
        given = value.get(field.name)
        if given is None or _says_nothing(field, given):
            is_given = field.name in value
            if field.null_is_none and (is_given or field.required):
                return None
            if field.required:
                got = shown(given) if is_given else "nothing"
                self._say(at, "missing_field", f"expected {_wanted(field)}, got {got}", None)
            return ABSENT
        shape = field.shape
        if isinstance(shape, Items):
            if not isinstance(given, list):
                return given
            pairs = ((each, child(at, n), child(to, n)) for n, each in enumerate(given))
            return [self._single(shape.item, *each) for each in pairs]
        if isinstance(shape, Table):
            return self._table(field, shape, given, at, to)
        if in_a_list(field) and isinstance(shape, Nested):
            return self._at_most_one(shape, given, at, to)
        if field.nullable and isinstance(shape, Whole):
            return whole(given, at, self.problems)
        if field.nullable and isinstance(shape, Flag):
            return flag(given, at, self.problems)
        return self._single(shape, given, at, to)

    def _at_most_one(self, shape: Nested, given: object, at: str, to: str) -> Any:
        """Return the data of the value in a list of 0 or 1."""
        if isinstance(given, list):
            if len(given) > 1:
                self._say(at, "too_long", f"expected one at most, got {len(given)}", None)
            return self._instance(shape.cls, given[0], child(at, 0), to) if given else None
        first = llm_fields(shape.cls)[0].name
        hint = "write it in [ ]" if isinstance(given, Mapping) else f'write [{{"{first}": …}}]'
        self.problems.append(wrong_type(at, "a list of one object, or of none", given, hint))
        return self._instance(shape.cls, given, at, to) if isinstance(given, Mapping) else given

    def _single(self, shape: Single, given: object, at: str, to: str) -> Any:
        """Return the data of one thing."""
        self.places[to] = at
        if isinstance(shape, Nested):
            if isinstance(given, list) and len(given) == 1 and isinstance(given[0], Mapping):
                self.problems.append(wrong_type(at, "an object", given, "write it without [ ]"))
                return self._instance(shape.cls, given[0], child(at, 0), to)
            return self._instance(shape.cls, given, at, to)
        if isinstance(shape, Code) and isinstance(given, str):
            self.problems += code_problems(shape.vocabulary, given, at)
        if isinstance(shape, AnyJson):
            return any_json(given, at, self.problems)
        return given

    def _table(self, field: Field, shape: Table, given: object, at: str, to: str) -> Any:
        """Return the object that rows of name and value say."""
        name, value = table_names(field)
        row_form = f'{{"{name}": …, "{value}": …}}'
        if not isinstance(given, list):
            hint = f"write [{row_form}]"
            self.problems.append(wrong_type(at, f"a list of {row_form}", given, hint))
            return given
        found: dict[str, Any] = {}
        for number, row in enumerate(given):
            here = child(at, number)
            if not isinstance(row, Mapping):
                self.problems.append(wrong_type(here, "an object", row, f"write {row_form}"))
                continue
            self._row(shape, row, (name, value), here, to, found)
        return found

    def _row(
        self, shape: Table, row: Mapping[Any, Any], names: tuple[str, str], at: str, to: str,
        found: dict[str, Any],
    ) -> None:  # fmt: skip
        """Put what one row says into *found*."""
        for each in row:
            if each not in names:
                hint = f"a row has {names[0]} and {names[1]}"
                self._say(
                    child(at, str(each)), "unknown_field", f"no field {shown(each)} here", hint
                )
        key, item = row.get(names[0]), row.get(names[1])
        for step, part in zip(names, (key, item), strict=True):
            if part in (None, ""):
                got = "nothing" if step not in row else shown(part)
                self._say(child(at, step), "missing_field", f"expected {step!r}, got {got}", None)
        if key in (None, "") or item in (None, ""):
            return
        if not isinstance(key, str):
            self.problems.append(wrong_type(child(at, names[0]), "a name as text", key))
            return
        if key in found:
            self._say(
                child(at, names[0]), "duplicate_key", f"{shown(key)} has a row already", None, key
            )
            return
        self.names[child(to, key)] = child(at, names[0])
        found[key] = self._single(shape.item, item, child(at, names[1]), child(to, key))


@attrs.frozen
class Restored:
    """
    One record of the answer on its way.

    Args:
        kind: Of its group.
        at: Its path in the answer.
        data: As the reader of records takes it; whatever stood there when it is no object.
        restorer: Knows where its parts stand in the answer.
        record: When it could be read.
    """

    kind: Kind
    at: str
    data: Any
    restorer: Restorer
    record: Record | None


def _says_nothing(field: Field, given: object) -> bool:
    """Return whether what is given stands for nothing in this field."""
    if given == "" and isinstance(given, str):
        return not (
            isinstance(field.shape, Choice) and field.required and "" in field.shape.members
        )
    if given == [] and isinstance(given, list):
        if isinstance(field.shape, Items) and field.required and field.shape.minimum:
            return True
        return isinstance(field.shape, Nested) or empty_is_none(field)
    return False


def _wanted(field: Field) -> str:
    """Return what a required field takes, in a few words."""
    return {"quote": "words of the text", "begins": "words of the text",
            "ends": "words of the text"}.get(field.name, f"a value for {field.name!r}")  # fmt: skip
