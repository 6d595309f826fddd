"""
check: whether the records of a dataset fit together, and fit the texts they quote.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..errors import FILE_LIMIT, Problem, child, did_you_mean, limited
from ..records import Annotation, Record, UnknownRecord
from ..records.record import leads_somewhere
from ..registry import BUILTIN, Registry
from ..shapes import Checked, Field, Nested, describe, kept_on_class
from .codes import withdrawn_codes
from .cycles import cycles
from .dataset import Dataset
from .order import dates_out_of_order, statuses_out_of_order, unsigned
from .readings import misread
from .references import Link, items, links, may_hold
from .texts import against_texts, refuse_other_arguments
from .unread import unread_of

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
    """Yield records of kinds that are not known: what they say is not looked at."""
    for number, record in enumerate(dataset):
        path = f"$.records[{number}].kind"
        if isinstance(record, UnknownRecord):
            yield _kept_whole(record, path, registry)
        elif record.kind not in registry:
            message = f"the registry holds no kind {record.kind!r}"
            hint = "pass registry=, as for reading"
            yield Problem(path, "unknown_kind", message, record.kind, hint, "warning")


def _kept_whole(record: UnknownRecord, path: str, registry: Registry) -> Problem:
    """Return the warning of a record that a reader kept without its class."""
    unread, kind = record.unread, record.kind
    kept = "its own fields are kept and not checked"
    if unread is not None and unread.format_version is not None:
        message = f"the file form has version {unread.format_version}: {kept}"
        return Problem(path, "format_version", message, kind, severity="warning")
    if kind not in registry:
        message = f"the registry holds no kind {kind!r}: {kept}"
        hint = "pass registry=, as for reading"
        return Problem(path, "unknown_kind", message, kind, hint, "warning")
    newer = [each for each in record.declared if each.name in registry
             and each.version_or_first > registry[each.name].version]  # fmt: skip
    said = f"version {newer[0].version} of {newer[0].name!r} is newer than the registry's" \
        if newer else f"the kind {kind!r} was not known when it was read"  # fmt: skip
    return Problem(path, "kind_version", f"{said}: {kept}", kind, severity="warning")


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
            elif not _may_name(link, target, registry):
                allowed = _kinds_in_words(link.kinds, registry)
                message = f"expected {allowed}, got {link.target!r}, of kind {target.kind!r}"
                yield Problem(path, "wrong_kind", message, link.target)


def _may_name(link: Link, target: Record, registry: Registry) -> bool:
    """Return whether a reference may name a record; of a kind that is not known, whether it might."""
    base: Record | None = target
    if isinstance(target, UnknownRecord):
        base = target.view
        named = any(each.name in link.kinds for each in target.declared)
        if named or any(each.startswith("@") for each in link.kinds):
            return True  # Which marks the kind has is not known.
    return base is None or base.kind not in registry or registry.allows(link.kinds, base.kind)


def _kinds_in_words(allowed: tuple[str, ...], registry: Registry) -> str:
    names = [each.name for each in registry if registry.allows(allowed, each.name)]
    return "a record of kind " + " or ".join(names)


def _annotation_paths(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield annotations whose path leads to nothing on their target."""
    for number, record in enumerate(dataset.understood):
        if not isinstance(record, Annotation) or record.path is None:
            continue
        target = dataset.get(record.target)
        if isinstance(target, UnknownRecord):
            names = describe(type(target.view or target)).by_name
            if record.path.split(".")[0].split("[")[0] not in names:
                continue  # It may be a field of the kind that is not known.
            target = target.view or target
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
    for number, record in enumerate(dataset.understood):
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
    for number, record in enumerate(dataset.understood):
        for problem in withdrawn_codes(record):
            yield problem.under(f"$.records[{number}]")


def _unread_fields(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield a remark for each record or value with fields that a reader kept unread."""
    for number, record in enumerate(dataset):
        if not isinstance(record, UnknownRecord):
            for path, unread in unread_of(record, f"$.records[{number}]"):
                names = ", ".join(map(repr, [*unread, *unread.absent]))
                message = f"kept what is not known here, and not checked: {names}"
                yield Problem(path, "unread", message, severity="info")


FINDERS: tuple[Finder, ...] = (
    _duplicate_ids, _unknown_kinds, _references, cycles, dates_out_of_order, statuses_out_of_order, unsigned, _annotation_paths,
    _withdrawn, misread, _remarks, _unread_fields,
)  # fmt: skip
"""What is looked for, in the order of the report."""
