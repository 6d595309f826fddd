"""
What a header says of kinds that are not built in: what they extend, and their versions.
"""

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidData, Problem, child, did_you_mean, scalar, shown
from ..registry import BUILTIN, Registry
from ..registry.definitions import DEEPEST
from ..shapes import DEPTH, Declaration, Unread, json_within
from ..shapes.definition import KIND_NAME
from ..shapes.examine import wrong_type
from .keep import unread_fields

_NAMES = {"extends": True, "version": True}


def read_kinds(
    data: Any, registry: Registry, *, keep: bool
) -> tuple[dict[str, Declaration], list[Problem]]:
    """
    Return what a header says of kinds, by name, and what is wrong with it.

    Args:
        data: What stands under ``kinds``.
        registry: The kinds that are known.
        keep: Whether kinds and versions that are not known are kept.
    """
    if not isinstance(data, Mapping):
        return {}, [wrong_type("$.kinds", "an object", data)]
    try:
        json_within(data, DEPTH)
    except InvalidData as error:
        return {}, [each.under("$.kinds") for each in error.problems]
    found: dict[str, Declaration] = {}
    problems: list[Problem] = []
    for name, said in data.items():
        path = child("$.kinds", str(name))
        faults = _faults(name, said, registry, keep=keep)
        problems += [each.under(path) for each in faults]
        if not faults:
            given = {each: said[each] for each in said if each != "extends" or said[each]}
            unread, faults = unread_fields(given, _NAMES, DEPTH, set())
            problems += [each.under(path) for each in faults]
            kept = Unread(unread) if unread else None
            found[name] = Declaration(name, said.get("extends"), said.get("version", 1), kept)
    return found, problems + _circles(found)


def _faults(name: Any, said: Any, registry: Registry, *, keep: bool) -> list[Problem]:
    """Return what is wrong with what a header says of one kind, paths from there."""
    if not isinstance(name, str) or KIND_NAME.fullmatch(name) is None:
        message = f"expected the name of a kind such as acme.bond_issue, got {shown(name)}"
        return [Problem("$", "malformed", message, scalar(name))]
    if name in BUILTIN:
        message = f"the kind {name!r} is built in: its version is that of the file"
        return [Problem("$", "unknown_field", message, name, "leave it out")]
    if name not in registry and not keep:
        message = f"the registry holds no kind {shown(name)}"
        hint = did_you_mean(name, registry.kinds) or UNKNOWN
        return [Problem("$", "unknown_kind", message, scalar(name), hint)]
    if not isinstance(said, Mapping):
        hint = 'write {"extends":"agreement","version":1}'
        return [wrong_type("$", "an object", said, hint)]
    return _entry_faults(name, said, registry, keep=keep)


UNKNOWN = 'pass registry= or unknown="keep"; on the command line --registry module:NAME or --keep'
"""The fix for a kind that the registry lacks."""


def _entry_faults(
    name: str, said: Mapping[Any, Any], registry: Registry, *, keep: bool
) -> list[Problem]:
    problems: list[Problem] = []
    kind = registry.kinds.get(name)
    version, extends = said.get("version", 1), said.get("extends")
    newer = type(version) is int and (kind is None or version > kind.version)
    if type(version) is not int:
        problems.append(wrong_type("$.version", "a version as a whole number", version))
    elif version < 1:
        message = f"expected at least 1, got {shown(version)}"
        problems.append(Problem("$.version", "out_of_bounds", message, scalar(version)))
    elif kind is not None and newer and not keep:
        message = f"expected version {kind.version} of the kind at most, got {version}"
        hint = 'a newer release of its module reads it, unknown="keep" keeps it as it is'
        problems.append(Problem("$.version", "kind_version", message, scalar(version), hint))
    if extends is not None and not isinstance(extends, str):
        problems.append(wrong_type("$.extends", "the name of a kind as text", extends))
    elif extends is not None and KIND_NAME.fullmatch(extends) is None:
        message = f"expected the name of a kind such as agreement, got {shown(extends)}"
        problems.append(Problem("$.extends", "malformed", message, scalar(extends)))
    elif kind is not None and not newer and extends != kind.extends:
        extended = "no other kind" if kind.extends is None else repr(kind.extends)
        message = f"expected that it extends {extended}, got {shown(extends)}"
        hint = "the registry holds another kind of this name"
        problems.append(Problem("$.extends", "inconsistent", message, scalar(extends), hint))
    if not keep:
        problems += [
            Problem(child("$", str(each)), "unknown_field", "the header has no such field",
                    hint=did_you_mean(str(each), _NAMES))
            for each in said if each not in _NAMES
        ]  # fmt: skip
    return problems


def _circles(found: Mapping[str, Declaration]) -> list[Problem]:
    """Return a problem for each kind that extends itself by way of others, or too many others."""
    problems = []
    for name in found:
        trail = lineage(name, found)
        last = found[trail[-1]].extends
        if len(trail) > DEEPEST:
            message = f"the kind {name!r} stands on more than {DEEPEST} others"
            problems.append(Problem(child("$.kinds", name), "too_deep", message, name))
        elif last is not None and last in trail:
            message = f"the kind {name!r} extends itself"
            problems.append(Problem(child("$.kinds", name), "cycle", message, name))
    return problems


def lineage(name: str, kinds: Mapping[str, Declaration]) -> list[str]:
    """Return the names of a kind and those that it extends, as far as they are declared."""
    trail: list[str] = []
    here: str | None = name
    while here is not None and here in kinds and here not in trail and len(trail) <= DEEPEST:
        trail.append(here)
        here = kinds[here].extends
    return trail
