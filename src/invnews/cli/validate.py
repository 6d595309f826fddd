"""
invnews validate: every problem of files, with its place.
"""

import argparse
import json
import sys

import attrs

from ..dataset import check
from ..errors import Problem, shown
from ..registry import Registry
from .command import (
    FINE,
    MISUSE,
    PROBLEMS,
    STDIN,
    Misuse,
    Source,
    problem_line,
    read_source,
    read_texts,
)


def run_validate(options: argparse.Namespace) -> int:
    """Print the problems of files; return 1 when one is an error."""
    if options.files.count(STDIN) > 1:
        raise Misuse("standard input can be given once only")
    texts = read_texts(options.text)
    sources, unread = _read_all(options)
    found = [(source, _problems(source, texts, options.registry)) for source in sources]
    if options.format == "json":
        rows = [_row(source.name, each) for source, problems in found for each in problems]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for source, problems in found:
            _print(source, problems)
    errors = any(each.severity == "error" for _, problems in found for each in problems)
    if unread:
        return MISUSE
    return PROBLEMS if errors else FINE


def _read_all(options: argparse.Namespace) -> tuple[list[Source], bool]:
    """Return the files that can be read, and whether one cannot; that is told at once."""
    sources, unread = [], False
    for name in options.files:
        try:
            sources.append(read_source(name, options))
        except (OSError, Misuse) as error:
            unread = True
            print(f"invnews: {error}", file=sys.stderr)
    return sources, unread


def _problems(source: Source, texts: dict[str, str], registry: Registry) -> list[Problem]:
    """Return what is wrong with a file, with lines and columns."""
    if source.dataset is None:
        return list(source.problems)
    return source.place(check(source.dataset, texts, registry=registry))


def _row(name: str, problem: Problem) -> dict[str, object]:
    """Return a problem as JSON has it; a value that JSON does not have is shown in words."""
    row: dict[str, object] = {"file": name, **attrs.asdict(problem)}
    plain = problem.value is None or isinstance(problem.value, (str, int, bool))
    return row | {"value": problem.value if plain else shown(problem.value)}


def _print(source: Source, problems: list[Problem]) -> None:
    for each in problems:
        print(problem_line(source.name, each))
    counts = {
        severity: sum(each.severity == severity for each in problems)
        for severity in ("error", "warning", "info")
    }
    words = [
        f"{count} {severity}{'s' * (count > 1)}" for severity, count in counts.items() if count
    ]
    if source.dataset is None:
        print(f"{source.name}: refused, {', '.join(words)}")
    else:
        size = len(source.dataset)
        records = "1 record" if size == 1 else f"{size} records"
        print(f"{source.name}: {records}, {', '.join(words) or 'no problems'}")
