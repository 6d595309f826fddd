"""
Circles: records that are part of themselves by way of others.
"""

from collections.abc import Iterator, Mapping

from ..errors import Problem
from ..records import Relation
from ..registry import Registry
from .dataset import Dataset
from .references import links

HIERARCHIES = frozenset(
    {"part_of", "subsidiary_of", "business_unit_of", "branch_of", "successor_of", "precedes",
     "follows", "located_in", "under"}
)  # fmt: skip
"""Types of relation that never lead back to where they began."""

_Edges = Mapping[str, list[tuple[str, str]]]


def cycles(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield one problem for each circle found, at the reference that closes it."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for number, record in enumerate(dataset.understood):
        for link in links(record):
            if link.acyclic:
                edge = (link.target, f"$.records[{number}]{link.path[1:]}")
                found.setdefault(link.field, {}).setdefault(record.id, []).append(edge)
        if isinstance(record, Relation) and record.type in HIERARCHIES:
            edge = (record.object, f"$.records[{number}].object")
            found.setdefault(f"relation {record.type}", {}).setdefault(record.subject, []).append(
                edge
            )
    for name, edges in found.items():
        yield from _circles(name, edges)


def _circles(name: str, edges: _Edges) -> Iterator[Problem]:
    """Yield a problem for each edge that leads back to a record still being followed."""
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        trail, on_trail = [start], {start}
        pending = [iter(edges[start])]
        while pending:
            target, path = next(pending[-1], (None, ""))
            if target is None:
                done.add(trail[-1])
                on_trail.discard(trail.pop())
                pending.pop()
            elif target in on_trail:
                yield _problem(name, [*trail[trail.index(target) :], target], path)
            elif target not in done and target in edges:
                trail.append(target)
                on_trail.add(target)
                pending.append(iter(edges[target]))


def _problem(name: str, circle: list[str], path: str) -> Problem:
    if len(circle) == 2:
        message = f"{circle[0]!r} names itself by {name}"
        return Problem(path, "self_reference", message, circle[0])
    shown = circle if len(circle) <= 8 else [*circle[:6], "…", circle[-1]]
    message = f"a circle by {name}: {' → '.join(shown)}"
    return Problem(path, "cycle", message, circle[-1])
