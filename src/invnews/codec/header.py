"""
Header: what a file says around its records.
"""

from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring
from types import MappingProxyType

import attrs

from ..errors import InvalidData, Problem, child
from ..records import Record, UnknownRecord, is_view
from ..registry import BUILTIN, FORMAT, FORMAT_VERSION, Registry
from ..shapes import Declaration, Json, Unread

_NONE: Mapping[str, Declaration] = MappingProxyType({})


@attrs.frozen
class Header:
    """
    What a file says around its records.

    Args:
        version: Of the file form.
        kinds: What it says of the kinds that are not built in, by name.
        unread: What else it says and the reader does not know.

    >>> Header().text()
    '{"format":"invnews","version":1}'
    """

    version: int = FORMAT_VERSION
    kinds: Mapping[str, Declaration] = _NONE
    unread: Unread | None = None

    def says_something(self, registry: Registry) -> bool:
        """Return whether JSON Lines need it: without, they are of today's form and kinds."""
        other = self.version != registry.format_version
        return other or bool(self.kinds) or self.unread is not None

    def parts(self) -> tuple[str, str]:
        """Return the canonical text before and after the place of the records, with commas."""
        known = {"format": encode_basestring(FORMAT), "version": str(self.version)}
        if self.kinds and (self.unread is None or "kinds" not in self.unread):
            listed = (self.kinds[name] for name in sorted(self.kinds))
            entries = ",".join(f"{encode_basestring(it.name)}:{_entry(it)}" for it in listed)
            known["kinds"] = f"{{{entries}}}"
        before: list[str] = []
        after: list[str] = []
        for name in (None, "format", "version", "kinds", "records"):
            side = after if name == "records" else before
            side += [f'"{name}":{known[name]}'] if name in known else []
            for each in () if self.unread is None else self.unread.fields:
                if each.after == name:
                    side.append(f"{encode_basestring(each.name)}:{each.value.text}")
        return ",".join(before), "".join(f",{part}" for part in after)

    def text(self) -> str:
        """Return the canonical text of the header alone, as it opens JSON Lines."""
        before, after = self.parts()
        return f"{{{before}{after}}}"


def _entry(declared: Declaration) -> str:
    """Return the canonical text of what a header says of one kind."""
    known: dict[str, str | int] = {"version": declared.version or 1}
    if declared.extends is not None:
        known = {"extends": declared.extends, **known}
    if declared.unread is None:
        return Json.of(known).text
    return Json.of(declared.unread.woven(known, ("extends", "version"))).text


def header_of(
    records: Iterable[Record], registry: Registry, unread: Unread | None = None
) -> Header:
    """
    Return the header of records: what it must say of their kinds.

    Args:
        records: Those of one file.
        registry: The kinds that are known.
        unread: What a reader kept of the header.

    Raises:
        InvalidData: The records need two versions of one kind or of the file form.
    """
    kinds: dict[str, Declaration] = {}
    undeclared: dict[str, Declaration] = {}
    versions: dict[int, None] = {}
    problems: list[Problem] = []
    if unread is not None and unread.format_version is not None:
        versions[unread.format_version] = None
    done: set[object] = set()
    for record in records:
        newer, declared = needs(record, registry)
        versions[registry.format_version if newer is None else newer] = None
        if declared not in done:
            done.add(declared)
            problems += _join(kinds, undeclared, declared)
    problems += [_in_two_ways(name) for name in undeclared if name in kinds]
    if len(versions) > 1:
        listed = " and ".join(map(str, versions))
        hint = "write them to files of their own"
        message = f"expected records of one format version, got {listed}"
        problems.append(Problem("$.version", "format_version", message, hint=hint))
    if problems:
        raise InvalidData(problems)
    for each in () if unread is None else unread.declared:
        if kinds.get(each.name) == attrs.evolve(each, unread=None):
            kinds[each.name] = each
    return Header(next(iter(versions), registry.format_version), kinds, unread)


def needs(record: Record, registry: Registry) -> tuple[int | None, tuple[Declaration, ...]]:
    """Return the newer format that a record is of, or None, and what a header must declare."""
    kept = record.unread if isinstance(record, UnknownRecord) or is_view(record) else None
    if kept is not None:
        return kept.format_version, kept.declared
    # Whoever writes a record of a kind that the registry does not hold refuses it.
    return None, declared_by(registry, record.kind) if record.kind in registry else ()


def _join(
    kinds: dict[str, Declaration], undeclared: dict[str, Declaration],
    declared: Iterable[Declaration],
) -> Iterable[Problem]:  # fmt: skip
    """Add what is declared, and yield a problem for a kind that is declared in another way."""
    for each in declared:
        if each.version is None:
            undeclared[each.name] = each
            continue
        other = kinds.setdefault(each.name, each)
        if other.version != each.version:
            both = f"{other.version} and {each.version}"
            message = f"expected one version of the kind {each.name!r}, got {both}"
            hint = "write the records to files of their own, or upgrade the older ones"
            path = child("$.kinds", each.name)
            yield Problem(path, "kind_version", message, each.version, hint)
        elif other != each:
            yield _in_two_ways(each.name)


def _in_two_ways(name: str) -> Problem:
    message = f"the kind {name!r} is declared in two ways, or in some records alone"
    hint = "write the records to files of their own"
    return Problem(child("$.kinds", name), "kind_version", message, name, hint)


def after_reading(header: Header, registry: Registry) -> Header:
    """Return what a header says once its records are read: older kinds are of today."""
    if header.version > registry.format_version:
        return header
    kinds: dict[str, Declaration] = {}
    for name, said in header.kinds.items():
        kinds[name] = said
        if name in registry and is_current(name, registry, header):
            for each in declared_by(registry, name):
                told = header.kinds.get(each.name)
                kinds[each.name] = attrs.evolve(each, unread=None if told is None else told.unread)
    return attrs.evolve(header, version=registry.format_version, kinds=kinds)


def is_current(name: str, registry: Registry, header: Header) -> bool:
    """Return whether a known kind, and all that it extends, are no newer in the file than here."""
    return all(
        header.kinds[each].version_or_first <= registry[each].version
        for each in registry.lineage(name)
        if each in header.kinds
    )


def declared_by(registry: Registry, name: str) -> tuple[Declaration, ...]:
    """Return what a header says of a kind and those that it extends, but for built-in ones."""
    found = []
    for each in registry.lineage(name):
        if each in BUILTIN:
            break
        kind = registry[each]
        found.append(Declaration(each, kind.extends, kind.version))
    return tuple(found)
