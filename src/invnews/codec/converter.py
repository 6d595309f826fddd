"""
The seam to other projects: a cattrs converter that knows our classes, and its errors as ours.
"""

import json
import re
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..dataset import Dataset
from ..errors import InvalidData, Problem, child, scalar
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes import FrozenMap, Json, describe, is_record, is_value
from .compiled_reader import RECOVERABLE, compiled_reader
from .compiled_writer import data_writer
from .files import dumps, read_dataset
from .keep import Unknown, keeps
from .plain_reader import read_carefully
from .records import record_reader, to_dict

if TYPE_CHECKING:
    import cattrs


def make_converter(
    *, registry: Registry = BUILTIN, unknown: Unknown = "refuse"
) -> "cattrs.Converter":
    """
    Return a cattrs converter for classes that hold records and values of ours.

    Our classes are read strictly, as everywhere; fields of other classes follow the rules of
    cattrs. Register hooks of your own on it as you like. `explain` turns the errors that it
    raises into Problems.

    Args:
        registry: The kinds that are known.
        unknown: What to do with kinds and fields that are not known: ``refuse`` or ``keep``.

    >>> import attrs
    >>> from invnews.values import Money
    >>> @attrs.frozen
    ... class Position:
    ...     desk: str
    ...     limit: Money
    >>> data = {"desk": "Asia", "limit": {"comparator": "at_most", "amount": "5", "currency": "EUR"}}
    >>> make_converter().structure(data, Position).limit.high
    Decimal('5')
    """
    import cattrs

    converter = cattrs.Converter()
    keep = keeps(unknown)
    read = record_reader(registry, keep=keep)

    def structure_record(data: Any, cls: Any) -> Record:
        record: Record = read(data, "$")
        allowed = typing.get_args(cls) or (cls,)
        fits = isinstance(record, allowed)
        if not fits:
            names = " or ".join(each.__name__ for each in allowed)
            message = f"expected {names}, got the kind {record.kind!r}"
            raise InvalidData([Problem("$.kind", "wrong_kind", message, record.kind)])
        return record

    converter.register_structure_hook_func(_is_value, lambda data, cls: _structure(data, cls, keep))
    converter.register_unstructure_hook_func(_is_value, lambda it: data_writer(type(it))(it))
    converter.register_structure_hook_func(_is_records, structure_record)
    converter.register_unstructure_hook_func(
        _is_records, lambda record: to_dict(record, registry=registry)
    )
    converter.register_structure_hook(Json, lambda data, _: Json.of(data))
    converter.register_unstructure_hook(Json, lambda json: json.value)
    converter.register_structure_hook(
        Dataset, lambda data, _: read_dataset(data, registry, keep=keep)
    )
    converter.register_unstructure_hook(Dataset, lambda dataset: _envelope(dataset, registry))
    converter.register_unstructure_hook(FrozenMap, dict)
    return converter


def explain(error: BaseException) -> tuple[Problem, ...]:
    """
    Return the problems of an error that a converter raised, with full paths.

    Args:
        error: A cattrs error (a group of errors, nested as the data is), an `InvalidData`, or
            any other error, which becomes one problem.

    Returns:
        The problems in the order of the input; never empty.
    """
    return tuple(_explained(error, "$"))


def _explained(error: BaseException, path: str) -> Iterator[Problem]:
    if isinstance(error, InvalidData):
        for problem in error.problems:
            yield problem.under(path)
    elif isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _explained(each, _noted(each, path))
    elif isinstance(error, KeyError) and error.args:
        name = str(error.args[0])
        where = path if path.endswith(child("", name)) else child(path, name)
        yield Problem(where, "missing_field", f"expected a field {name!r}")
    elif type(error).__name__ == "ForbiddenExtraKeysError":
        for name in sorted(getattr(error, "extra_fields", ())):
            yield Problem(child(path, name), "unknown_field", "the class has no such field")
    else:
        value = scalar(error.args[0]) if isinstance(error, KeyError) and error.args else None
        yield Problem(path, "refused", str(error) or type(error).__name__, value)


def _noted(error: BaseException, path: str) -> str:
    """Return the path that the notes of cattrs say: the attribute or index of the error."""
    for note in getattr(error, "__notes__", ()):
        name, index = getattr(note, "name", None), getattr(note, "index", None)
        if name is not None:
            return child(path, str(name))
        if index is not None and not callable(index):  # a plain str has a method of this name
            return child(path, index if isinstance(index, int) else str(index))
        found = re.search(r" @ attribute ([A-Za-z_][A-Za-z0-9_]*)$", str(note))
        if found is not None:
            return child(path, found.group(1))
    return path


def _is_value(cls: Any) -> bool:
    return is_value(cls)


def _is_records(cls: Any) -> bool:
    """Return whether *cls* is a record class or a union of such."""
    if typing.get_origin(cls) in (typing.Union, types.UnionType):
        return all(is_record(each) for each in typing.get_args(cls))
    return is_record(cls)


def _structure(data: Any, cls: Any, keep: bool) -> Any:
    try:
        return compiled_reader(cls)(data)
    except RECOVERABLE:
        return read_carefully(describe(cls), data, "$", keep=keep)


def _envelope(dataset: Dataset, registry: Registry) -> Any:
    """Return the plain data of the file form."""
    return json.loads(dumps(dataset, registry=registry), parse_float=Decimal)
