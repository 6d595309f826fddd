"""
Which fields a language model is asked for, and what its form cannot carry.

The form follows from the Shapes of a class; only evidence, segments and documents have a form
of their own: a model quotes, the library counts characters.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..errors import InvalidData, Problem, child
from ..fields import Vocabulary
from ..records import Document
from ..registry import BUILTIN, Registry
from ..shapes import (
    Choice,
    Code,
    Field,
    Items,
    Kind,
    Nested,
    Table,
    Text,
    describe,
    kept_on_class,
)
from ..values import Evidence, Segment

START = "[start]"
"""Stands in ``before`` for a quotation that begins the text."""
LONGEST_ENUM = 100
"""A vocabulary of more codes is told by a pattern and not as a list."""

_OF_THE_RECORDER: Mapping[str, str] = {
    "recorded": "from_llm says who recorded it",
    "notes": "a remark of whoever made the record, not of its source",
    "extra": "whatever its maker likes; a model is not asked for it",
}
_OF_THE_TEXT = "from_llm takes it from the text"
_REASONS: Mapping[str, str] = {
    "document": "one text is quoted; evidence of other documents is left out",
    "exact": "from_llm says for all whether they repeat the passage",
}


def _words(name: str, doc: str, *, required: bool = True) -> Field:
    """Return a field of words of the text, which stands only in the form."""
    return Field(
        name=name, shape=Text(), nullable=not required, required=required, default=None,
        doc=doc, source="", expected=False, common=False, acyclic=False,
    )  # fmt: skip


_QUOTED: Mapping[type[Any], tuple[Field, ...]] = {
    Evidence: (
        _words("quote", "The words of the text, character for character; never shortened."),
        _words(
            "before",
            "The few words directly before the quote, only where the text says the quote more "
            f'than once, to tell which is meant; "{START}" where it begins the text.',
            required=False,
        ),
    ),
    Segment: (
        _words("begins", "Its first words, as many as the text says only once."),
        _words("ends", "Its last words, as many as the text says only once."),
    ),
}
"""What stands in the form in place of offsets."""
_MEANINGS: Mapping[type[Any], str] = {
    Evidence: "Words of the text that a record rests on.",
    Segment: "A part of the text: headline, body, links to other reports.",
}
_COUNTED: Mapping[type[Any], tuple[str, ...]] = {
    Evidence: ("document", "start", "end", "exact"),
    Segment: ("start", "end"),
    Document: ("sha256", "length"),
}
"""The fields that from_llm works out from the text."""


@attrs.frozen
class Loss:
    """
    One thing that records may hold and the llm form cannot.

    Args:
        path: Kind or value and field: ``agreement.extra``; a vocabulary by its name.
        reason: Why, or what becomes of it.
    """

    path: str
    reason: str


def quotes(cls: type[Any]) -> type[Any] | None:
    """Return Evidence or Segment when *cls* is, or derives from, one of them."""
    return next((base for base in _QUOTED if issubclass(cls, base)), None)


def about(kind: Kind) -> str:
    """Return what a model is told of a class as a whole."""
    base = quotes(kind.cls)
    return kind.summary if base is None or base is not kind.cls else _MEANINGS[base]


@kept_on_class
def llm_fields(cls: type[Any]) -> tuple[Field, ...]:
    """
    Return the fields of the llm form of a record or value class, in its order.

    >>> [field.name for field in llm_fields(Evidence)]
    ['quote', 'before', 'supports', 'basis']
    """
    base = quotes(cls)
    quoted = () if base is None else _QUOTED[base]
    return (*quoted, *(each for each in describe(cls).fields if left_out(cls, each) is None))


def left_out(cls: type[Any], field: Field) -> str | None:
    """Return why the llm form has no such field, or None when it has."""
    if counted(cls, field.name):
        return _REASONS.get(field.name, _OF_THE_TEXT)
    if field.common and field.name in _OF_THE_RECORDER:
        return _OF_THE_RECORDER[field.name]
    single = field.single
    if isinstance(single, Nested):
        if cls in _inside(single.cls):
            return "a value inside itself"
        if not has_form(single.cls):
            return f"{describe(single.cls).name} has a required field without a form"
    return None


def has_form(cls: type[Any]) -> bool:
    """Return whether every required field of a class is asked for or worked out."""
    return not _without_form(cls)


def _without_form(cls: type[Any]) -> dict[str, str]:
    """Return the required fields that nothing stands for, each with the reason."""
    found = {each.name: left_out(cls, each) for each in describe(cls).fields if each.required}
    return {name: reason for name, reason in found.items() if reason and not counted(cls, name)}


def counted(cls: type[Any], name: str) -> bool:
    """Return whether from_llm works out a field of this name from the text."""
    return any(issubclass(cls, base) and name in names for base, names in _COUNTED.items())


@kept_on_class
def _inside(cls: type[Any]) -> frozenset[type[Any]]:
    """Return the value class and all value classes inside it, at any depth."""
    found = {cls}
    waiting = [cls]
    while waiting:
        for field in describe(waiting.pop()).fields:
            if isinstance(field.single, Nested) and field.single.cls not in found:
                found.add(field.single.cls)
                waiting.append(field.single.cls)
    return frozenset(found)


def enumerated(vocabulary: Vocabulary) -> bool:
    """Return whether the form lists the codes; private codes (x-…) have no place then."""
    return len(vocabulary.terms) <= LONGEST_ENUM


def empty_or_none(field: Field) -> bool:
    """Return whether a field may be empty and may be None, which ``[]`` cannot tell apart."""
    return field.nullable and isinstance(field.shape, Items | Table)


def empty_is_none(field: Field) -> bool:
    """Return whether ``[]`` says None in such a field: it does where that is its default."""
    return empty_or_none(field) and (field.required or field.default is None)


def selected(registry: Registry, kinds: Iterable[str] | None) -> tuple[Kind, ...]:
    """
    Return the kinds of these names that have an llm form, in the order of the registry.

    Args:
        registry: The kinds that are known.
        kinds: Their names; None for all that have a form.

    Raises:
        UnknownKind: The registry holds no such kind.
        InvalidData: None is named, or a kind that is named has no llm form.
    """
    if kinds is None:
        return tuple(each for each in registry if has_form(each.cls))
    names = {registry[each].name for each in kinds}
    problems = [
        Problem(child("$", name), "not_carried", f"the kind {name!r} has no llm form: {reason}")
        for name in sorted(names)
        for reason in _without_form(registry[name].cls).values()
    ]
    if not names:
        problems = [Problem("$", "too_short", "expected the name of a kind at least, got none")]
    if problems:
        raise InvalidData(problems)
    return tuple(each for each in registry if each.name in names)


def llm_losses(
    registry: Registry = BUILTIN, kinds: Iterable[str] | None = None
) -> tuple[Loss, ...]:
    """
    Return everything that records of these kinds may hold and the llm form cannot.

    Args:
        registry: The kinds that are known.
        kinds: The names of kinds; all of the registry when None.

    >>> [loss.path for loss in llm_losses(kinds=["person"])][:2]
    ['x-… of name_type', 'evidence.document']
    """
    found: dict[str, str] = {}
    if kinds is None:
        found |= {each.name: "a required field has no form"
                  for each in registry if not has_form(each.cls)}  # fmt: skip
    for kind in selected(registry, kinds):
        for loss in _losses_of(kind, {kind.cls}):
            found.setdefault(loss.path, loss.reason)
    found["(dataset)"] = "records come grouped by kind, in the order of the registry"
    return tuple(Loss(path, reason) for path, reason in found.items())


def _losses_of(kind: Kind, seen: set[type[Any]]) -> Iterator[Loss]:
    for field in kind.fields:
        path = f"{'record' if field.common else kind.name}.{field.name}"
        reason = left_out(kind.cls, field)
        single = field.single
        if reason is not None:
            yield Loss(path, reason)
            continue
        if isinstance(single, Code) and enumerated(single.vocabulary):
            yield Loss(f"x-… of {single.vocabulary.name}", "the schema lists the codes")
        if isinstance(single, Choice) and "" in single.members and not field.required:
            yield Loss(path, 'the choice "" cannot be told from none')
        if empty_or_none(field):
            yield Loss(path, "an empty list cannot be told from none")
        if isinstance(single, Nested) and single.cls not in seen:
            seen.add(single.cls)
            yield from _losses_of(describe(single.cls), seen)
