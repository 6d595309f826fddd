"""
What stands around the records: format, version, and the kinds that are not built in.
"""

from collections.abc import Mapping
from typing import Any

from ..errors import InvalidData, Problem, child, did_you_mean, scalar, shown
from ..registry import Registry
from ..shapes import Json
from ..shapes.examine import wrong_type

FORMAT = "invnews"
VERSION = 1
_HEADER = ("format", "version", "kinds", "records")


def envelope_problems(data: Any, registry: Registry, *, whole_file: bool) -> list[Problem]:
    """
    Return what is wrong with the object around the records, or with the first line.

    A kind that it names and the registry does not hold is refused: whoever wrote the file used it.
    """
    if not isinstance(data, Mapping):
        hint = 'write {"format":"invnews","version":1,"records":[…]}'
        return [wrong_type("$", "an invnews file as an object", data, hint)]
    if data.get("format") != FORMAT:
        return [_not_invnews(data)]
    problems: list[Problem] = []
    version = data.get("version")
    hint = f'write "version":{VERSION}'
    if "version" not in data:
        message = "expected a field 'version'"
        problems.append(Problem("$.version", "missing_field", message, hint=hint))
    elif type(version) is not int:
        expected = "the format version as a whole number"
        problems.append(wrong_type("$.version", expected, version, hint))
    elif version != VERSION:
        newer = "a newer release of invnews reads it" if version > VERSION else None
        message = f"expected format version {VERSION}, got {shown(version)}"
        problems.append(Problem("$.version", "format_version", message, scalar(version), newer))
    if "kinds" in data:
        problems += _kinds_problems(data["kinds"], registry)
    if whole_file and "records" not in data:
        problems.append(Problem("$.records", "missing_field", "expected a field 'records'"))
    elif whole_file and type(data["records"]) is not list:
        problems.append(wrong_type("$.records", "a list of records", data["records"]))
    names = _HEADER if whole_file else _HEADER[:-1]
    for name in data:
        if name not in names:
            whole = "a whole file is read by load() or loads()" if name == "records" else None
            message = "the file has no such field" if whole_file else "the header has no such field"
            near = whole or did_you_mean(str(name), names)
            problems.append(Problem(child("$", str(name)), "unknown_field", message, hint=near))
    return problems


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


def _kinds_problems(kinds: Any, registry: Registry) -> list[Problem]:
    """Return what is wrong with what the header says of kinds that are not built in."""
    if not isinstance(kinds, Mapping):
        return [wrong_type("$.kinds", "an object", kinds)]
    try:
        Json.of(kinds)
    except InvalidData as error:
        return [each.under("$.kinds") for each in error.problems]
    return [
        Problem(child("$.kinds", name), "unknown_kind", f"the registry holds no kind {shown(name)}",
                scalar(name), did_you_mean(name, registry.kinds) or "pass the registry= that has it")
        for name in kinds
        if name not in registry
    ]  # fmt: skip
