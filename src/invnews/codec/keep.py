"""
What a reader keeps and does not understand: unknown fields in their places.
"""

from collections.abc import Container, Mapping
from typing import Any, Literal

from ..errors import InvalidData, Problem, child, scalar, shown
from ..fields import is_private
from ..shapes import Declaration, Kind, Unread, UnreadField, json_within
from ..shapes.examine import wrong_type
from ..shapes.text import character_fault

Unknown = Literal["refuse", "keep"]
"""What a reader does with kinds and fields that it does not know."""


def keeps(unknown: str) -> bool:
    """
    Return whether unknown data are kept.

    Raises:
        InvalidData: It is neither ``refuse`` nor ``keep``.
    """
    if unknown not in ("refuse", "keep"):
        message = f"expected unknown='refuse' or 'keep', got {shown(unknown)}"
        raise InvalidData([Problem("$", "wrong_type", message)])
    return unknown == "keep"


def unread_of(
    kind: Kind, data: Mapping[Any, Any], levels: int, declared: tuple[Declaration, ...] = ()
) -> tuple[Unread | None, list[Problem]]:
    """
    Return the unknown fields of an object, and what is wrong with them as JSON.

    Args:
        kind: What the object is read as.
        data: The object.
        levels: How deep a field may nest.
        declared: What the file says of the record's kind, when that is not known.
    """
    passed_by = {"kind"} if kind.identified else set()
    found, problems = unread_fields(data, kind.by_name, levels, passed_by)
    mentioned = _mentioned(data) if kind.identified else set()
    absent = sorted(each for each in mentioned
                    if each not in kind.by_name and not is_private(each))  # fmt: skip
    stated = tuple(name for name in kind.by_name if name in data) if declared else ()
    if problems or not (found or absent or declared):
        return None, problems
    return Unread(found, tuple(absent), stated, declared), []


def _mentioned(data: Mapping[Any, Any]) -> set[str]:
    """Return the names that a record gives in missing, and with which its evidence begins."""
    missing, evidence = data.get("missing"), data.get("evidence")
    names = {each for each in missing if isinstance(each, str)} \
        if isinstance(missing, Mapping) else set()  # fmt: skip
    for each in evidence if isinstance(evidence, list) else ():
        supports = each.get("supports") if isinstance(each, Mapping) else None
        for path in supports if isinstance(supports, list) else ():
            if isinstance(path, str):
                names.add(path.split(".")[0].split("[")[0])
    return names


def unread_fields(
    data: Mapping[Any, Any], known: Container[str], levels: int, passed_by: set[str]
) -> tuple[tuple[UnreadField, ...], list[Problem]]:
    """Return the fields of an object that are not known, each behind the known one before it."""
    found: list[UnreadField] = []
    problems: list[Problem] = []
    after: str | None = None
    for name, value in data.items():
        if name in known:
            after = name
        elif not isinstance(name, str):
            problems.append(wrong_type("$", "names that are texts", name))
        elif name not in passed_by:
            fault = character_fault(name, nul=True)
            if fault is not None:
                message = f"expected plain names, but {fault}"
                problems.append(Problem("$", "bad_character", message, scalar(name)))
                continue
            try:
                found.append(UnreadField(after, name, json_within(value, levels)))
            except InvalidData as error:
                problems += [each.under(child("$", name)) for each in error.problems]
    return tuple(found), problems
