"""
How the records of one file are read: which steps bring them up to date, and as what.
"""

import copy
from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import InvalidData, Problem, child
from ..records import Record, UnknownRecord
from ..registry import BUILTIN, Registry
from ..shapes import DEPTH, Declaration, Kind, Migration, Unread, describe, json_within
from .compiled_reader import RECOVERABLE, compiled_reader
from .declared import lineage
from .header import Header, declared_by, is_current
from .keep import unread_fields
from .plain_reader import read_carefully


@attrs.frozen
class Step:
    """One migration, and the words for it in a message."""

    run: Migration
    words: str


@attrs.frozen
class Plan:
    """
    How the records of one kind are read.

    Args:
        kind: The kind itself, or the nearest known one that it extends; None when there is none.
        steps: What brings the data up to date.
        declared: Of a kind that is not known: what is written of it and those it extends.
    """

    kind: Kind | None
    steps: tuple[Step, ...] = ()
    declared: tuple[Declaration, ...] = ()

    def read(self, data: Mapping[str, Any], path: str, *, keep: bool) -> Record:
        """
        Return the record that the data say.

        Raises:
            InvalidData: With every fault.
        """
        current = migrated(data, path, self.steps)
        record: Record
        if self.declared:
            return self._kept(current, path)
        assert self.kind is not None
        if self.steps:
            try:
                record = compiled_reader(self.kind.cls)(current)
            except RECOVERABLE:
                pass  # The careful reader tells what is wrong.
            else:
                return record
        record = read_carefully(self.kind, current, path, keep=keep)
        return record

    def _kept(self, data: Mapping[str, Any], path: str) -> Record:
        """Return the record of a kind that is not known, with its base view."""
        kind = self.kind or describe(UnknownRecord)
        read: Record = read_carefully(kind, data, path, keep=True, declared=self.declared)
        return read if isinstance(read, UnknownRecord) else UnknownRecord.seen_as(read)


def plan_for(name: str, registry: Registry, header: Header, *, keep: bool) -> Plan | None:
    """Return how records of a kind are read, or None when it is not known and not to be kept."""
    kind = registry.kinds.get(name)
    if kind is not None and is_current(name, registry, header):
        return Plan(kind, format_steps(registry, header) + steps_for(name, registry, header))
    if not keep:
        return None
    declared: list[Declaration] = []
    base: str | None = name
    for told in chain(name, registry, header):
        each = told.name
        if each != name and each in registry and is_current(each, registry, header):
            break
        declared.append(told)
        base = told.extends
    if base is None or base not in registry or not is_current(base, registry, header):
        return Plan(None, format_steps(registry, header), tuple(declared))
    declared += declared_by(registry, base)
    steps = format_steps(registry, header) + steps_for(base, registry, header)
    return Plan(registry[base], steps, tuple(declared))


def chain(name: str, registry: Registry, header: Header) -> list[Declaration]:
    """Return what the file, or else the registry, says of a kind and those that it extends."""
    own = {
        each.name: Declaration(each.name, each.extends)
        for each in registry if each.name not in BUILTIN
    }  # fmt: skip
    said = {**own, **header.kinds}
    return [said[each] for each in lineage(name, said)] or [Declaration(name)]


def steps_for(name: str, registry: Registry, header: Header) -> tuple[Step, ...]:
    """Return what brings records of a kind up to date: steps of what it extends come first."""
    steps = []
    for each in reversed(registry.lineage(name)):
        said = header.kinds.get(each)
        if said is not None and said.version is not None and each not in BUILTIN:
            for number, step in enumerate(registry[each].migrations, start=1):
                if number >= said.version:
                    steps.append(Step(step, f"{each} from version {number} to {number + 1}"))
    return tuple(steps)


def format_steps(registry: Registry, header: Header) -> tuple[Step, ...]:
    """Return what brings records of a file of an older format up to date."""
    return tuple(
        Step(step, f"the file form from version {number} to {number + 1}")
        for number, step in enumerate(registry.format_migrations, start=1)
        if number >= header.version
    )


def migrated(data: Mapping[str, Any], path: str, steps: tuple[Step, ...]) -> Mapping[str, Any]:
    """
    Return the data after all steps; what was given stays as it was.

    Raises:
        InvalidData: A step fails, or returns what is no record of the same kind and id.
    """
    if not steps:
        return data
    try:
        json_within(data, DEPTH)
    except InvalidData as error:
        raise InvalidData(each.under(path) for each in error.problems) from error
    current: Any = copy.deepcopy(dict(data))
    kept = {name: data.get(name) for name in ("kind", "id")}
    for step in steps:
        try:
            current = step.run(current)
        except InvalidData as error:
            raise InvalidData(
                attrs.evolve(each, message=f"{_named(step)}: {each.message}").under(path)
                for each in error.problems
            ) from error
        except Exception as error:
            message = f"it raised {type(error).__name__}: {error}"
            raise InvalidData([_failed(path, step, message)]) from error
        if not isinstance(current, dict):
            message = f"it returned {type(current).__name__}, expected a dict"
            raise InvalidData([_failed(path, step, message)])
        for name, value in kept.items():
            if current.get(name) != value:
                message = f"it changed {name!r}, which stays for ever"
                raise InvalidData([_failed(child(path, name), step, message)])
    found: dict[str, Any] = current
    return found


def _failed(path: str, step: Step, message: str) -> Problem:
    return Problem(path, "migration_failed", f"{_named(step)} failed: {message}")


def _named(step: Step) -> str:
    return f"{getattr(step.run, '__name__', 'the migration')} ({step.words})"


def read_newer(data: Mapping[str, Any], path: str, header: Header) -> Record:
    """
    Return the record of a file of a newer format, of which only kind and id are looked at.

    Its defaults may be others than today's, so nothing of it is understood.

    Raises:
        InvalidData: It has no proper id, or nests too deep.
    """
    kind = describe(UnknownRecord)
    fields, problems = unread_fields(data, {"id"}, DEPTH - 1, {"kind"})
    problems = [each.under(path) for each in problems]
    record: Record | None = None
    names = lineage(data["kind"], header.kinds)
    declared = tuple(header.kinds[each] for each in names) or (Declaration(data["kind"]),)
    try:
        unread = Unread(fields, declared=declared, format_version=header.version)
        record = read_carefully(kind, {n: data[n] for n in ("id",) if n in data}, path,
                                internal={"unread": unread})  # fmt: skip
    except InvalidData as error:
        problems += error.problems
    if record is None or problems:
        raise InvalidData(problems)
    return record
