"""
One record: from plain data and to it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ..errors import InvalidData, Problem, child, did_you_mean, scalar, shown
from ..records import Record, UnknownRecord
from ..registry import BUILTIN, Registry
from ..shapes import DEPTH, json_within
from ..shapes.definition import KIND_NAME
from ..shapes.examine import wrong_type
from .compiled_reader import RECOVERABLE, Reader, compiled_reader, leave_to_the_careful, recurs
from .compiled_writer import data_writer, text_writer
from .declared import UNKNOWN
from .header import Header
from .keep import Unknown, keeps
from .plans import Plan, plan_for, read_newer

RecordReader = Callable[[Any, str], Record]


def to_dict(record: Record, *, registry: Registry = BUILTIN) -> dict[str, Any]:
    """
    Return the plain data of a record, as JSON has it: dict, list, str, int, bool, None.

    Numbers of money and quantities are texts; a Decimal can only stand in ``extra``.

    Raises:
        InvalidData: The registry does not hold the record's kind.
    """
    _known(record, registry)
    data: dict[str, Any] = _written(data_writer, record)
    return data


def to_text(record: Record, *, registry: Registry = BUILTIN) -> str:
    """Return the canonical JSON text of a record, without a newline."""
    _known(record, registry)
    text: str = _written(text_writer, record)
    return text


def _written(writer: Callable[[type[Any]], Callable[[Any], Any]], record: Record) -> Any:
    """
    Return what a writer makes of a record.

    Raises:
        InvalidData: Its values hold each other more than 128 levels deep.
    """
    cls = type(record)
    try:
        if recurs(cls):
            json_within(data_writer(cls)(record), DEPTH)
        return writer(cls)(record)
    except RecursionError as error:
        message = f"nested deeper than {DEPTH} levels"
        raise InvalidData([Problem("$", "too_deep", message)]) from error


def from_dict(
    data: Mapping[str, Any], *, registry: Registry = BUILTIN, unknown: Unknown = "refuse"
) -> Record:
    """
    Return the record that plain data says.

    Args:
        data: An object of JSON that names its ``kind``. Nothing in it is converted.
        registry: The kinds that are known.
        unknown: What to do with kinds and fields that are not known: ``refuse``, or ``keep``
            as `UnknownRecord` and in ``unread``.

    Raises:
        InvalidData: With every fault, each with its path.

    >>> record = from_dict({"kind": "person", "id": "p1", "names": [{"text": "James Song"}]})
    >>> record.names[0].text
    'James Song'
    """
    return record_reader(registry, keep=keeps(unknown))(data, "$")


def record_reader(
    registry: Registry, *, keep: bool = False, header: Header | None = None
) -> RecordReader:
    """
    Return the function that reads the records of one file.

    Args:
        registry: The kinds that are known.
        keep: Whether unknown kinds and fields are kept.
        header: What the file says of its version and kinds; those of the registry when None.
    """
    said = Header(registry.format_version) if header is None else header
    careful = _Careful(registry, said, keep)
    readers: dict[str, Reader] = {}

    def read(data: Any, path: str) -> Record:
        if type(data) is not dict:  # Another mapping may answer for names that it lacks.
            return careful.read(data, path)
        try:
            name = data["kind"]
            reader = readers.get(name)
            if reader is None:
                reader = readers[name] = careful.fast_reader(name)
            record: Record = reader(data)
        except RECOVERABLE:
            return careful.read(data, path)
        return record

    return read


@attrs.frozen
class _Careful:
    """Reads the records that are not plainly right, or raises every problem."""

    registry: Registry
    header: Header
    keep: bool
    plans: dict[str, Plan | None] = attrs.field(factory=dict)

    def fast_reader(self, name: str) -> Reader:
        """Return the compiled reader of a kind, or one that leaves every record to this one."""
        plan = self.plan(name)
        if plan is None or plan.steps or plan.declared or plan.kind is None or self.is_newer:
            return leave_to_the_careful
        return compiled_reader(plan.kind.cls)

    @property
    def is_newer(self) -> bool:
        """Whether the file is of a newer format than the registry's."""
        return self.header.version > self.registry.format_version

    def plan(self, name: str) -> Plan | None:
        """Return how records of a kind are read; None when they are refused."""
        if name not in self.plans:
            self.plans[name] = plan_for(name, self.registry, self.header, keep=self.keep)
        return self.plans[name]

    def read(self, data: object, path: str) -> Record:
        """Return the record after all, or raise every problem."""
        if not isinstance(data, Mapping):
            raise InvalidData([wrong_type(path, "a record as an object", data)])
        if "kind" not in data:
            raise InvalidData([_no_kind(data, path, self.registry)])
        name = data["kind"]
        if not isinstance(name, str):
            found = wrong_type(child(path, "kind"), "the name of a kind as text", name)
            raise InvalidData([found])
        if self.keep and name not in self.registry and KIND_NAME.fullmatch(name) is None:
            message = f"expected the name of a kind such as acme.bond_issue, got {shown(name)}"
            raise InvalidData([Problem(child(path, "kind"), "malformed", message, scalar(name))])
        if self.is_newer:
            return read_newer(data, path, self.header)
        plan = self.plan(name)
        if plan is None:
            raise InvalidData([_unknown_kind(name, path, self.registry)])
        return plan.read(data, path, keep=self.keep)


def _no_kind(data: Mapping[Any, Any], path: str, registry: Registry) -> Problem:
    hint = f'write "kind":"agreement" or another of: {", ".join(registry.kinds)}'
    if "format" in data:
        hint = "a file is read by loads(), a header stands on the first line alone"
    return Problem(child(path, "kind"), "missing_kind", "expected a field 'kind'", hint=hint)


def _unknown_kind(name: str, path: str, registry: Registry) -> Problem:
    other = UNKNOWN if "." in name else f"known: {', '.join(registry.kinds)}"
    hint = did_you_mean(name, registry.kinds) or other
    message = f"the registry holds no kind {scalar(name)!r}"
    return Problem(child(path, "kind"), "unknown_kind", message, scalar(name), hint)


def _known(record: object, registry: Registry) -> None:
    """Refuse what is no record, or of a class that the registry does not hold."""
    if not isinstance(record, Record):
        raise InvalidData([wrong_type("$", "a record", record)])
    if isinstance(record, UnknownRecord):
        return  # It is written as it was.
    kind = registry.kinds.get(record.kind)
    if kind is None or kind.cls is not type(record):
        message = f"the registry does not hold {type(record).__name__} as kind {record.kind!r}"
        hint = f"pass registry=BUILTIN.with_kinds({type(record).__name__})"
        raise InvalidData([Problem("$.kind", "unknown_kind", message, record.kind, hint)])
