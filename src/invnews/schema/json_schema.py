"""
The JSON Schema of a registry in one of its profiles.
"""

from collections.abc import Iterable
from typing import Any

from ..errors import InvalidData, Problem, UnknownKind, did_you_mean, shown
from ..registry import BUILTIN, Registry
from .canonical import canonical_schema

PROFILES = ("canonical", "llm")


def json_schema(
    registry: Registry = BUILTIN, kinds: Iterable[str] | None = None, profile: str = "canonical"
) -> dict[str, Any]:
    """
    Return the JSON Schema of a registry's kinds, draft 2020-12, as fresh plain data.

    Args:
        registry: The kinds that exist; references may name any of them.
        kinds: Names of the kinds that records may be of, in any order; None for all.
        profile: ``canonical`` for files and lines as they are written and read; ``llm`` for
            answers of language models.

    Raises:
        InvalidData: The profile is not known, or *kinds* is no listing of names.
        UnknownKind: The registry lacks kinds; the message names them all.

    >>> schema = json_schema(kinds=["person", "agreement"])
    >>> list(schema["$defs"])[:4]
    ['header', 'record', 'person', 'agreement']
    """
    problems = _profile_problems(profile)
    chosen, unfit = _chosen(registry, kinds)
    if problems or any(each.code != "unknown_kind" for each in unfit):
        raise InvalidData(problems + unfit)
    if unfit:
        raise UnknownKind("; ".join(map(_told, unfit)))
    if profile == "llm":
        from .llm import llm_schema

        return llm_schema(registry, None if kinds is None else chosen)
    return canonical_schema(registry, chosen)


def _profile_problems(profile: object) -> list[Problem]:
    """Return what is wrong with the name of a profile."""
    if profile in PROFILES:
        return []
    near = did_you_mean(profile, PROFILES) if isinstance(profile, str) else None
    message = f"expected a profile, got {shown(profile)}"
    return [Problem("$.profile", "unknown_code", message,
                    hint=near or f"known: {', '.join(PROFILES)}")]  # fmt: skip


def _chosen(registry: Registry, kinds: object) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the kinds in the order of the registry, and what is wrong with their listing."""
    if kinds is None:
        return tuple(registry.kinds), []
    if isinstance(kinds, str) or not isinstance(kinds, Iterable):
        hint = f"write [{shown(kinds)}]" if isinstance(kinds, str) else None
        message = f"expected names of kinds, got {shown(kinds)}"
        return (), [Problem("$.kinds", "wrong_type", message, hint=hint)]
    listed = tuple(kinds)
    problems = [] if listed else [
        Problem("$.kinds", "too_short", "expected at least 1 kind", hint="leave kinds out for all")
    ]  # fmt: skip
    for number, name in enumerate(listed):
        path = f"$.kinds[{number}]"
        if not isinstance(name, str):
            message = f"expected the name of a kind, got {shown(name)}"
            problems.append(Problem(path, "wrong_type", message))
        elif name not in registry:
            hint = did_you_mean(name, registry.kinds)
            message = f"the registry holds no kind {shown(name)}"
            problems.append(Problem(path, "unknown_kind", message, name, hint))
    return tuple(name for name in registry.kinds if name in listed), problems


def _told(problem: Problem) -> str:
    """Return a problem with its hint, without its place."""
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message
