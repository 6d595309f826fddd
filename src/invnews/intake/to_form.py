"""
to_llm: records in the form that a language model is asked for, for examples and tests.
"""

from typing import Any

from ..dataset import Dataset
from ..errors import InvalidData
from ..registry import BUILTIN, Registry
from ..schema.llm import table_names
from ..schema.llm_form import llm_fields
from ..shapes import (
    AnyJson,
    Choice,
    Field,
    Flag,
    Items,
    Kind,
    Nested,
    Number,
    Single,
    Table,
    Whole,
    number_text,
)
from ..values import Evidence, Segment
from .carried import carried
from .form_paths import to_form
from .quotations import Quotations


def to_llm(
    dataset: Dataset, *, text: str, document: str | None = None, lossy: bool = False,
    registry: Registry = BUILTIN,
) -> dict[str, Any]:  # fmt: skip
    """
    Return records in the llm form: an answer that a language model could have given.

    Only the kinds that the dataset holds have a list. What the form cannot carry is an error,
    each thing listed; `carried` says what would come back without.

    Args:
        dataset: The records.
        text: The text that they quote.
        document: The id of its document; see `carried`.
        lossy: Whether to leave out what cannot be carried.
        registry: The kinds that are known.

    Raises:
        InvalidData: With a problem ``not_carried`` for everything that would be lost, unless
            *lossy*.

    >>> from invnews import Dataset, Evidence, Name, Person
    >>> lim = Person(id="lim", names=(Name(text="Lim"),),
    ...              evidence=(Evidence(document="d1", start=8, end=11),))
    >>> to_llm(Dataset([lim]), text="So said Lim.")["person"][0]["evidence"]
    [{'quote': 'Lim', 'before': '', 'supports': [], 'basis': 'text'}]
    """
    found = carried(dataset, text=text, document=document, registry=registry)
    if found.left_out and not lossy:
        raise InvalidData(found.left_out)
    quotations = Quotations(text)
    groups: dict[str, Any] = {}
    for record in found.dataset:
        kind = registry[record.kind]
        groups.setdefault(kind.name, []).append(_Writer(kind, quotations).instance(record))
    return groups


class _Writer:
    """
    Writes one record, of which everything can be carried.

    Args:
        kind: Of the record.
        quotations: Of the text.
    """

    def __init__(self, kind: Kind, quotations: Quotations) -> None:
        self.kind = kind
        self.quotations = quotations

    def instance(self, instance: Any) -> dict[str, Any]:
        """Return a record or value in the form, its fields in order."""
        quoted = self._quoted(instance)
        return {
            field.name: quoted[field.name]
            if field.name in quoted
            else self._field(field, getattr(instance, field.name))
            for field in llm_fields(type(instance))
        }

    def _quoted(self, instance: Any) -> dict[str, Any]:
        """Return the fields that stand for offsets."""
        if isinstance(instance, Evidence):
            quote, before = self.quotations.quote_of(instance.start, instance.end) or ("", "")
            supports = [to_form(self.kind, each) for each in instance.supports]
            return {"quote": quote, "before": before, "supports": supports}
        if isinstance(instance, Segment):
            begins, ends = self.quotations.ends_of(instance.start, instance.end) or ("", "")
            return {"begins": begins, "ends": ends}
        return {}

    def _field(self, field: Field, value: Any) -> Any:
        """Return the value of a field in the form."""
        shape = field.shape
        match shape:
            case Items():
                return [self._single(shape.item, each) for each in value or ()]
            case Table():
                name, of = table_names(field)
                rows = (value or {}).items()
                return [{name: key, of: self._single(shape.item, each)} for key, each in rows]
            case Nested() if field.nullable:
                return [] if value is None else [self._single(shape, value)]
        if value is None:
            return ""
        if field.nullable and isinstance(shape, Flag):
            return "true" if value else "false"
        if field.nullable and isinstance(shape, Whole):
            return str(value)
        return self._single(shape, value)

    def _single(self, shape: Single, value: Any) -> Any:
        """Return one thing in the form."""
        match shape:
            case Nested():
                return self.instance(value)
            case Number():
                return number_text(value)
            case AnyJson():
                return value.text
            case Choice():
                return next(text for text, member in shape.members.items() if member == value)
        return value
