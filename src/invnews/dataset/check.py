"""
check: whether the records of a dataset fit together, and fit the texts they quote.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..errors import FILE_LIMIT, Problem, child, did_you_mean, limited
from ..records import Annotation, Record
from ..records.record import leads_somewhere
from ..registry import BUILTIN, Registry
from ..shapes import Checked, Field, Nested, describe, kept_on_class
from .codes import withdrawn_codes
from .cycles import cycles
from .dataset import Dataset
from .order import dates_out_of_order, statuses_out_of_order, unsigned
from .references import items, links, may_hold
from .texts import against_texts, refuse_other_arguments

_FEW_IDS = 500
"""Among more ids than these no likely one is looked for: that would take for ever."""

Finder = Callable[[Dataset, Registry], Iterable[Problem]]


def check(
    dataset: Dataset, texts: Mapping[str, str] | None = None, *, registry: Registry = BUILTIN
) -> tuple[Problem, ...]:
    """
    Return what is wrong across the records of a dataset; each record is valid in itself.

    Args:
        dataset: The records.
        texts: The texts of documents by the document's id, to hold the evidence against.
        registry: The kinds that are known; it says which kinds extend which.

    Returns:
        Problems in a fixed order, paths from the dataset (``$.records[3].parties[0].party``);
        empty when there are none. At most 1,000, and one that counts the others. Only those
        of severity ``error`` make a dataset invalid.

    >>> from invnews.records import Relation
    >>> relation = Relation(id="r", type="owns", subject="a", object="a-ltd")
    >>> [problem.path for problem in check(Dataset([relation]))]
    ['$.records[0].subject', '$.records[0].object']
    """
    refuse_other_arguments(dataset, texts)
    problems: list[Problem] = []
    for find in FINDERS:
        problems += find(dataset, registry)
    problems += against_texts(dataset, texts or {})
    return tuple(limited(problems, FILE_LIMIT))


def _duplicate_ids(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield each record whose id an earlier one has."""
    for id, numbers in dataset.positions.items():
        for number in numbers[1:]:
            message = f"expected an id of its own, got that of record {numbers[0]}: {id!r}"
            yield Problem(f"$.records[{number}].id", "duplicate_id", message, id)


def _unknown_kinds(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield records whose kinds the registry does not hold: what they are is not known."""
    for number, record in enumerate(dataset):
        if record.kind not in registry:
            message = f"the registry holds no kind {record.kind!r}"
            hint = "pass registry=, as for reading"
            path = f"$.records[{number}].kind"
            yield Problem(path, "unknown_kind", message, record.kind, hint, "warning")


def _references(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield references that lead nowhere, or to a record of a kind that does not belong there."""
    for number, record in enumerate(dataset):
        for link in links(record):
            path = f"$.records[{number}]{link.path[1:]}"
            target = dataset.get(link.target)
            if target is None:
                message = f"no record has the id {link.target!r}"
                few = len(dataset.positions) <= _FEW_IDS
                hint = did_you_mean(link.target, dataset.positions) if few else None
                yield Problem(path, "dangling_reference", message, link.target, hint)
            elif target.kind in registry and not registry.allows(link.kinds, target.kind):
                allowed = _kinds_in_words(link.kinds, registry)
                message = f"expected {allowed}, got {link.target!r}, of kind {target.kind!r}"
                yield Problem(path, "wrong_kind", message, link.target)


def _kinds_in_words(allowed: tuple[str, ...], registry: Registry) -> str:
    names = [each.name for each in registry if registry.allows(allowed, each.name)]
    return "a record of kind " + " or ".join(names)


def _annotation_paths(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield annotations whose path leads to nothing on their target."""
    for number, record in enumerate(dataset):
        if not isinstance(record, Annotation) or record.path is None:
            continue
        target = dataset.get(record.target)
        if target is None or _offers_another_value(record, target):
            continue
        if not leads_somewhere(target, record.path):
            message = f"expected the path of a field that is set, got {record.path!r}"
            first = record.path.split(".")[0].split("[")[0]
            names = describe(type(target)).by_name
            hint = None if first in names else did_you_mean(first, names)
            path = f"$.records[{number}].path"
            yield Problem(path, "unknown_path", message, record.path, hint)


def _offers_another_value(annotation: Annotation, target: Record) -> bool:
    """Return whether it gives, as an alternative, a value for a field that is not set."""
    names = describe(type(target)).by_name
    return annotation.motivation == "alternative" and annotation.path in names


def _remarks(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield what the rules of the kinds remark on records that they do not refuse."""
    for number, record in enumerate(dataset):
        for problem in _remarks_on(record, "$"):
            yield problem.under(f"$.records[{number}]")


def _remarks_on(instance: Checked, path: str) -> Iterator[Problem]:
    """Yield what the rules of a record, and those of the values inside it, remark."""
    kind = describe(type(instance))
    for rule in kind.rules:
        for problem in rule(instance):
            yield problem.under(path)
    for field in _holding_rules(type(instance)):
        value = getattr(instance, field.name)
        if value is not None:
            for step, each in items(field, value, child(path, field.name)):
                yield from _remarks_on(each, step)


@kept_on_class
def _holding_rules(cls: type[Any]) -> tuple[Field, ...]:
    """Return the fields that hold values with rules, or values that hold such."""
    may = may_hold(_has_rules)
    return tuple(field for field in describe(cls).fields if may(field))


def _has_rules(field: Field) -> bool:
    return isinstance(field.single, Nested) and bool(describe(field.single.cls).rules)


def _withdrawn(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield codes that their standard has withdrawn, as warnings."""
    for number, record in enumerate(dataset):
        for problem in withdrawn_codes(record):
            yield problem.under(f"$.records[{number}]")


FINDERS: tuple[Finder, ...] = (
    _duplicate_ids, _unknown_kinds, _references, cycles, dates_out_of_order, statuses_out_of_order, unsigned, _annotation_paths,
    _withdrawn, _remarks,
)  # fmt: skip
"""What is looked for, in the order of the report."""
