"""
invnews schema: the JSON Schema of kinds, and what it spends of the limits of model providers.
"""

import argparse
import json
import textwrap
from collections.abc import Iterator
from typing import Any

import attrs

from ..errors import InvalidData, UnknownKind
from ..registry import Registry
from ..schema import json_schema
from ..schema.budget import Budget, Verdict, budget, split_kinds
from .command import FINE, PROBLEMS, Misuse
from .paint import paint

_WIDTH = 96
_MARKS = {True: ("fits", "dim"), False: ("OVER", "error"), None: ("not judged", "warning")}


def run_schema(options: argparse.Namespace) -> int:
    """
    Print the JSON Schema of all kinds or of those named; with ``--budget`` what it spends.

    Returns:
        1 when a stated limit of a provider is broken, else 0.

    Raises:
        Misuse: A kind is not known or has no such schema.
    """
    registry: Registry = options.registry
    kinds = _names(options.kinds)
    try:
        schema = json_schema(registry, kinds, options.profile)
        if not options.budget:
            print(json.dumps(schema, ensure_ascii=False, indent=2))
            return FINE
        spent = budget(schema)
        fits = spent.fits()
        is_llm = options.profile == "llm"
        calls = split_kinds(registry, kinds) if is_llm and not fits else ()
    except (InvalidData, UnknownKind) as error:
        raise Misuse(str(error)) from error
    if options.format == "json":
        print(json.dumps(_as_data(spent, calls), ensure_ascii=False))
    else:
        for line in (*_spent(spent), *_verdicts(spent), *_calls(calls)):
            print(line)
    return FINE if fits else PROBLEMS


def _names(listed: str | None) -> list[str] | None:
    """Return the names between commas; blanks around them do not count."""
    if listed is None:
        return None
    names = [each.strip() for each in listed.split(",")]
    if not all(names):
        raise Misuse(f"--kinds: expected names between commas, got {listed!r}")
    return names


def _spent(spent: Budget) -> Iterator[str]:
    """Yield a line for each measure."""
    yield paint("measures", "head")
    for name, value in attrs.asdict(spent).items():
        label = name.replace("_", " ")
        if isinstance(value, int):
            yield f"  {label:<28} {value:>8,}"
        else:
            yield from textwrap.wrap(f"{label:<28}  {', '.join(value)}", _WIDTH,
                                     initial_indent="  ", subsequent_indent=" " * 32)  # fmt: skip


def _verdicts(spent: Budget) -> Iterator[str]:
    """Yield a line for each rule of each provider."""
    provider = ""
    for verdict in spent.against():
        if verdict.rule.provider != provider:
            provider = verdict.rule.provider
            yield f"\n{paint(provider, 'head')}"
        word, style = _MARKS[verdict.ok]
        rule = verdict.rule
        text = f"{paint(f'{word:<10}', style)}  {rule.rule}: {_found(verdict)}"
        yield f"  {text} [{rule.date}; {rule.source}]"


def _found(verdict: Verdict) -> str:
    """Return what was found beside the limit, in words."""
    limit, found = verdict.rule.limit, verdict.found
    if isinstance(found, tuple):
        return ", ".join(found) or "none"
    return f"{found:,}" + (f" of {int(limit):,}" if limit else "")


def _calls(calls: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield how to split the kinds over several calls."""
    if calls:
        yield f"\n{paint('over a limit: ask in several calls', 'head')}"
    for kinds in calls:
        yield f"  --kinds {','.join(kinds)}"


def _as_data(spent: Budget, calls: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """Return the budget as plain data of JSON."""
    return {
        "measures": attrs.asdict(spent),
        "rules": [attrs.asdict(v.rule) | {"found": v.found, "ok": v.ok} for v in spent.against()],
        "fits": spent.fits(),
        "calls": calls,
    }
