"""
What of a dataset the llm form can carry, and what it cannot.
"""

from collections.abc import Iterator
from typing import Any

import attrs

from ..dataset import Dataset
from ..errors import InvalidData, Problem, child
from ..records import Document, Record
from ..records.record import leads_somewhere
from ..registry import BUILTIN, Registry
from ..schema.llm_form import counted, empty_is_none, empty_or_none, enumerated, has_form, left_out
from ..shapes import Choice, Code, Field, FrozenMap, Items, Nested, Single, Table, describe
from ..values import Evidence, Segment
from .choose_document import digest_of
from .quotations import Quotations

_GONE = object()
"""Stands for what cannot be carried, and must be left out with what holds it."""


@attrs.frozen
class Carried:
    """
    A dataset as it comes back from the llm form.

    Args:
        dataset: Without what the form cannot carry, in the order of the kinds.
        left_out: What is lacking, as warnings with paths from the dataset given.
    """

    dataset: Dataset
    left_out: tuple[Problem, ...]


def carried(
    dataset: Dataset, *, text: str, document: str | None = None, exact: bool = True,
    registry: Registry = BUILTIN,
) -> Carried:  # fmt: skip
    """
    Return what of a dataset the llm form can carry, and what it cannot.

    The rest is as `from_llm` gives it back: records grouped by kind, evidence with or without
    the passage (*exact*), the document of the text with its length and digest, and nobody
    named as who recorded it. These four are no losses that are listed.

    Args:
        dataset: The records.
        text: The text that they quote.
        document: The id of its document; the only one of the dataset, or the only one that
            evidence names, when None.
        exact: Whether evidence repeats the passage.
        registry: The kinds that are known.

    Raises:
        InvalidData: It is not clear which document the text is of.
    """
    id = quoted_document(dataset, document)
    problems: list[Problem] = []
    found: list[Record] = []
    quotations = Quotations(text)
    for number, record in enumerate(dataset):
        trimmer = _Trimmer(quotations, id, registry, exact=exact)
        made = trimmer.record(record)
        path = f"$.records[{number}]"
        problems += [each.under(path) for each in trimmer.problems]
        found += [made] if made is not None else []
    order = {name: place for place, name in enumerate(registry.kinds)}
    found.sort(key=lambda each: order[each.kind])
    return Carried(Dataset(found), tuple(problems))


def quoted_document(dataset: Dataset, document: str | None) -> str:
    """
    Return the id of the document whose text is quoted.

    Raises:
        InvalidData: It is not named, and the dataset holds or quotes several.
    """
    if document is not None:
        return document
    listed = [each.id for each in dataset.of(Document)]
    if not listed:
        listed = sorted({each.document for record in dataset for each in record.evidence})
    if len(listed) > 1:
        message = f"expected one document, got {len(listed)}: {', '.join(listed)}"
        hint = "say with document= which of them has this text"
        raise InvalidData([Problem("$.document", "unknown_text", message, hint=hint)])
    return listed[0] if listed else "document"


class _Trimmer:
    """Takes from one record what the form cannot carry."""

    def __init__(
        self, quotations: Quotations, document: str, registry: Registry, *, exact: bool
    ) -> None:
        self.quotations = quotations
        self.document = document
        self.registry = registry
        self.exact = exact
        self.problems: list[Problem] = []
        self.shifted: set[str] = set()
        """The lists that have lost an item: paths into them lead elsewhere."""

    def _say(self, path: str, why: str) -> None:
        message = f"the llm form cannot carry it: {why}"
        self.problems.append(Problem(path, "not_carried", message, severity="warning"))

    def record(self, record: Record) -> Record | None:
        """Return the record as it comes back, or None when it cannot be carried at all."""
        kind = self.registry.kinds.get(record.kind)
        if kind is None or kind.cls is not type(record) or record.unread is not None:
            self._say("$", "the record is not one of a known kind, wholly understood")
            return None
        if not has_form(kind.cls):
            self._say("$", f"the kind {kind.name} has no llm form")
            return None
        try:
            changes = self._changes(record, "$")
        except _Lost:
            self._say("$", "the record is left out with it")
            return None
        changes["recorded"] = None
        evidence = changes.pop("evidence", record.evidence)
        try:
            bare = attrs.evolve(record, evidence=(), **changes)
            return attrs.evolve(bare, evidence=tuple(self._supporting(bare, evidence)))
        except InvalidData as error:
            self._say("$", f"without it the record is not valid: {error.problems[0]}")
            return None

    def _supporting(self, record: Record, evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
        """Yield the evidence, with the paths that still lead where they led."""
        for number, each in enumerate(evidence):
            kept = tuple(path for path in each.supports if self._leads(record, path))
            if kept == each.supports:
                yield each
                continue
            self._say(f"$.evidence[{number}].supports", "what it supports is left out or has moved")
            if kept:
                yield attrs.evolve(each, supports=kept)

    def _leads(self, record: Record, path: str) -> bool:
        moved = any(f"$.{path}".startswith(f"{each}[") for each in self.shifted)
        return not moved and leads_somewhere(record, path)

    def _changes(self, instance: Any, path: str) -> dict[str, Any]:
        """Return the fields of a record or value that change on the way."""
        cls = type(instance)
        changes = self._of_the_text(instance, path)
        for field in describe(cls).fields:
            value = getattr(instance, field.name)
            where = child(path, field.name)
            why = left_out(cls, field)
            if why is not None:
                if value != field.default and not counted(cls, field.name):
                    if field.name != "recorded":
                        self._say(where, why)
                    changes[field.name] = field.default
                continue
            found = self._field(field, value, where)
            if found is not value:
                changes[field.name] = found
        return changes

    def _of_the_text(self, instance: Any, path: str) -> dict[str, Any]:
        """Return the fields that come from the text."""
        text = self.quotations.text
        if isinstance(instance, Document):
            facts = {"sha256": digest_of(text), "length": len(text)}
            if instance.id == self.document:
                return facts
            for name in facts:
                if getattr(instance, name) is not None:
                    self._say(child(path, name), "it is worked out for the document of the text")
            return dict.fromkeys(facts)
        if isinstance(instance, Evidence):
            words = text[instance.start : instance.end]
            return {"exact": words if self.exact else None}
        return {}

    def _field(self, field: Field, value: Any, path: str) -> Any:
        """Return the value of a field as it comes back, the same object when it is the same."""
        shape = field.shape
        found: Any
        if value is None:
            if not empty_or_none(field) or empty_is_none(field):
                return None
            self._say(path, "none cannot be told from an empty list")
            return FrozenMap() if isinstance(shape, Table) else ()
        if isinstance(shape, Items):
            found = self._items(shape, value, path)
        elif isinstance(shape, Table):
            rows = {
                name: self._single(shape.item, each, child(path, name))
                for name, each in value.items()
            }
            found = FrozenMap({name: each for name, each in rows.items() if each is not _GONE})
            found = value if found == value else found
        else:
            found = self._single(shape, value, path)
            if isinstance(shape, Choice) and not field.required and shape.members.get("") == found:
                self._say(path, 'the choice "" cannot be told from none')
                found = _GONE
        if empty_is_none(field) and not found:
            self._say(path, "an empty list cannot be told from none")
            return None
        if found is not _GONE:
            return found
        if field.required:
            raise _Lost
        return field.default

    def _items(self, shape: Items, value: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        found = [self._single(shape.item, each, child(path, n)) for n, each in enumerate(value)]
        kept = tuple(each for each in found if each is not _GONE)
        if len(kept) < len(value):
            self.shifted.add(path)
        same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
        return value if same else kept

    def _single(self, shape: Single, value: Any, path: str) -> Any:
        """Return one thing as it comes back, or _GONE after telling why it does not."""
        if isinstance(shape, Code):
            if enumerated(shape.vocabulary) and value not in shape.vocabulary.terms:
                self._say(path, "the schema lists the codes, private ones have no place")
                return _GONE
            return value
        if not isinstance(shape, Nested):
            return value
        why = self._unquotable(value)
        if why is not None:
            self._say(path, why)
            return _GONE
        try:
            changes = self._changes(value, path)
            return attrs.evolve(value, **changes) if changes else value
        except (_Lost, InvalidData):
            return _GONE

    def _unquotable(self, value: Any) -> str | None:
        """Return why a passage cannot be quoted, or None."""
        if isinstance(value, Evidence):
            if value.document != self.document:
                return "it is evidence of another document"
            if self.quotations.quote_of(value.start, value.end) is None:
                return "no words before the passage tell it from others like it"
            if value.exact not in (None, self.quotations.text[value.start : value.end]):
                return "the text does not say so at its offsets"
        if isinstance(value, Segment) and self.quotations.ends_of(value.start, value.end) is None:
            return "its first and last words stand more than once in the text"
        return None


class _Lost(Exception):
    """A required field cannot be carried, and neither can what holds it."""
