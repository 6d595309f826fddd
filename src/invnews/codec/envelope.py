"""
Reading what stands around the records: format, version, and the kinds that are not built in.
"""

from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import InvalidData, Problem, brief, child, did_you_mean, scalar, shown
from ..registry import FORMAT, Registry
from ..shapes import DEPTH, Declaration, Unread
from ..shapes.examine import wrong_type
from ..version import __version__
from .declared import read_kinds
from .header import Header
from .keep import unread_fields

_NAMES = ("format", "version", "kinds", "records")


def read_header(
    data: Any, registry: Registry, *, whole_file: bool, keep: bool
) -> tuple[Header, list[Problem]]:
    """
    Return what the object around the records says, or the first line, and what is wrong with it.

    Args:
        data: Plain data of the file, or of the line.
        registry: The kinds that are known.
        whole_file: Whether the records are in it.
        keep: Whether unknown kinds and fields are kept, and newer versions.

    Raises:
        InvalidData: It is no invnews file, or the file form or a kind is newer than what is
            known: what its records say is not looked at.
    """
    if not isinstance(data, Mapping):
        hint = 'write {"format":"invnews","version":1,"records":[…]}'
        raise InvalidData([wrong_type("$", "an invnews file as an object", data, hint)])
    if data.get("format") != FORMAT:
        raise InvalidData([_not_invnews(data)])
    version = data.get("version")
    newest = registry.format_version
    newer = type(version) is int and version > newest
    if newer and not keep:
        raise InvalidData([_newer(data["version"], newest)])
    problems = _version_problems(data, newest) if not newer else []
    kinds, faults = read_kinds(data.get("kinds", {}), registry, keep=keep)
    if newer:  # What it says is kept as it is, and understood as far as that goes.
        kinds, faults = ({} if faults else kinds), []
    problems += faults
    if any(each.code == "kind_version" for each in faults):
        raise InvalidData(problems)
    if whole_file and "records" not in data:
        problems.append(Problem("$.records", "missing_field", "expected a field 'records'"))
    elif whole_file and type(data["records"]) is not list:
        problems.append(wrong_type("$.records", "a list of records", data["records"]))
    unread = None
    if keep:
        extras = tuple(it for it in kinds.values() if it.unread is not None and it.name in registry)
        unread, faults = _unread(data, extras, newer=newer)
        problems += faults
    if not whole_file and "records" in data:
        problems.append(_no_field("records", whole_file=False))
    if not keep:
        problems += _unknown_fields(data, whole_file=whole_file)
    read = version if type(version) is int else newest
    return Header(read, kinds, unread), problems


def _newer(version: int, newest: int) -> Problem:
    """Return the problem of a file that a newer release has written."""
    message = f"expected format version {newest} at most, got {brief(str(version))}"
    hint = (
        f'this is invnews {__version__}; a newer release reads it, unknown="keep" keeps it as it is'
    )
    return Problem("$.version", "format_version", message, scalar(version), hint)


def _version_problems(data: Mapping[Any, Any], newest: int) -> list[Problem]:
    """Return what is wrong with the version of a file that is not too new."""
    hint = f'write "version":{newest}'
    if "version" not in data:
        message = "expected a field 'version'"
        return [Problem("$.version", "missing_field", message, hint=hint)]
    version = data["version"]
    if type(version) is not int:
        return [wrong_type("$.version", "the format version as a whole number", version, hint)]
    if version < 1:
        message = f"expected a format version from 1 to {newest}, got {brief(str(version))}"
        return [Problem("$.version", "format_version", message, scalar(version), hint)]
    return []


def _unread(
    data: Mapping[Any, Any], extras: tuple[Declaration, ...], *, newer: bool
) -> tuple[Unread | None, list[Problem]]:
    """Return what is kept of a header; of a newer one all but its format and version."""
    known = {"format", "version", "records"} | (set() if newer else {"kinds"})
    found, problems = unread_fields(data, known, DEPTH + 1, set())
    if not newer:
        # They have one place, whether there are kinds and wherever the records stand.
        found = tuple(attrs.evolve(each, after="version") for each in found)
    unread = Unread(found, declared=() if newer else extras,
                    format_version=data["version"] if newer else None)  # fmt: skip
    return (unread if unread.says_something else None), problems


def _unknown_fields(data: Mapping[Any, Any], *, whole_file: bool) -> list[Problem]:
    """Return a problem for each field that the file, or the header, does not have."""
    return [_no_field(str(name), whole_file=whole_file) for name in data if name not in _NAMES]


def _no_field(name: str, *, whole_file: bool) -> Problem:
    """Return the problem of a field that the file, or the header, does not have."""
    whole = "a whole file is read by load() or loads()" if name == "records" else None
    message = "the file has no such field" if whole_file else "the header has no such field"
    near = whole or did_you_mean(name, _NAMES if whole_file else _NAMES[:-1])
    return Problem(child("$", name), "unknown_field", message, hint=near)


def _not_invnews(data: Mapping[Any, Any]) -> Problem:
    """Return the problem of an object that does not say its format."""
    if "format" not in data:
        hint = "read_lines() reads records of one line each, from_dict() reads one record" \
            if "kind" in data else 'write "format":"invnews"'  # fmt: skip
        message = 'expected a field "format":"invnews"'
        return Problem("$.format", "not_invnews", message, hint=hint)
    found = data["format"]
    near = did_you_mean(found, [FORMAT]) if isinstance(found, str) else None
    message = f'expected "format":"invnews", got {shown(found)}'
    return Problem("$.format", "not_invnews", message, scalar(found), near)
