"""
One record: from plain data and to it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import InvalidData, Problem, child, did_you_mean, scalar
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes.examine import wrong_type
from .compiled_reader import RECOVERABLE, Reader, compiled_reader
from .compiled_writer import data_writer, text_writer
from .plain_reader import read_carefully

RecordReader = Callable[[Any, str], Record]


def to_dict(record: Record, *, registry: Registry = BUILTIN) -> dict[str, Any]:
    """
    Return the plain data of a record, as JSON has it: dict, list, str, int, bool, None.

    Numbers of money and quantities are texts; a Decimal can only stand in ``extra``.

    Raises:
        InvalidData: The registry does not hold the record's kind.
    """
    _known(record, registry)
    return data_writer(type(record))(record)


def to_text(record: Record, *, registry: Registry = BUILTIN) -> str:
    """Return the canonical JSON text of a record, without a newline."""
    _known(record, registry)
    return text_writer(type(record))(record)


def from_dict(data: Mapping[str, Any], *, registry: Registry = BUILTIN) -> Record:
    """
    Return the record that plain data says.

    Args:
        data: An object of JSON that names its ``kind``. Nothing in it is converted.
        registry: The kinds that are known.

    Raises:
        InvalidData: With every fault, each with its path.

    >>> record = from_dict({"kind": "person", "id": "p1", "names": [{"text": "James Song"}]})
    >>> record.names[0].text
    'James Song'
    """
    return record_reader(registry)(data, "$")


def record_reader(registry: Registry) -> RecordReader:
    """Return the function that reads the records of a registry's kinds."""
    readers: dict[str, Reader] = {}

    def read(data: Any, path: str) -> Record:
        if type(data) is not dict:  # Another mapping may answer for names that it lacks.
            return _look_again(registry, data, path)
        try:
            name = data["kind"]
            reader = readers.get(name)
            if reader is None:
                reader = readers[name] = compiled_reader(registry.kinds[name].cls)
            record: Record = reader(data)
        except RECOVERABLE:
            return _look_again(registry, data, path)
        return record

    return read


def _look_again(registry: Registry, data: object, path: str) -> Record:
    """Return the record after all, or raise every problem."""
    if not isinstance(data, Mapping):
        raise InvalidData([wrong_type(path, "a record as an object", data)])
    if "kind" not in data:
        hint = f'write "kind":"agreement" or another of: {", ".join(registry.kinds)}'
        if "format" in data:
            hint = "a file is read by loads(), a header stands on the first line alone"
        message = "expected a field 'kind'"
        raise InvalidData([Problem(child(path, "kind"), "missing_kind", message, hint=hint)])
    name = data["kind"]
    if not isinstance(name, str):
        raise InvalidData([wrong_type(child(path, "kind"), "the name of a kind as text", name)])
    if name not in registry:
        other = "register it: BUILTIN.with_kinds(…)" if "." in name \
            else f"known: {', '.join(registry.kinds)}"  # fmt: skip
        hint = did_you_mean(name, registry.kinds) or other
        message = f"the registry holds no kind {scalar(name)!r}"
        problem = Problem(child(path, "kind"), "unknown_kind", message, scalar(name), hint)
        raise InvalidData([problem])
    record: Record = read_carefully(registry[name], data, path)
    return record


def _known(record: object, registry: Registry) -> None:
    """Refuse what is no record, or of a class that the registry does not hold."""
    if not isinstance(record, Record):
        raise InvalidData([wrong_type("$", "a record", record)])
    kind = registry.kinds.get(record.kind)
    if kind is None or kind.cls is not type(record):
        message = f"the registry does not hold {type(record).__name__} as kind {record.kind!r}"
        hint = f"pass registry=BUILTIN.with_kinds({type(record).__name__})"
        raise InvalidData([Problem("$.kind", "unknown_kind", message, record.kind, hint)])
