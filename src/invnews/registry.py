"""
Registry: which kinds exist and what they extend; a frozen value that is passed along.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from types import MappingProxyType
from typing import Any

import attrs

from .errors import InvalidData, Problem, UnknownKind, did_you_mean
from .records import KINDS, Record
from .shapes import Kind, Nested, describe, is_record


@attrs.frozen(eq=False)
class Registry:
    """
    The kinds that records can be of.

    It never changes: `with_kinds` returns another one, so that two can be in use side by side.

    Args:
        classes: The record classes, in the order of their names' listing.

    >>> BUILTIN["agreement"].cls.__name__
    'Agreement'
    """

    classes: tuple[type[Record], ...]

    def __attrs_post_init__(self) -> None:
        """Refuse what is no kind, and two kinds of one name."""
        problems: list[Problem] = []
        taken: dict[str, str] = {}
        for number, cls in enumerate(self.classes):
            path = f"$.classes[{number}]"
            if not is_record(cls):
                problems.append(_fault(path, f"expected a Record class, got {cls!r:.80}"))
            elif (name := str(cls.__dict__.get("KIND"))) in taken:
                problems.append(_fault(path, f"the kind {name!r} is {taken[name]} already"))
            else:
                taken[name] = cls.__name__
        if problems:
            raise InvalidData(problems)

    @cached_property
    def kinds(self) -> MappingProxyType[str, Kind]:
        """The kinds by name, in the order of the classes."""
        return MappingProxyType({each.KIND: describe(each) for each in self.classes})

    def __getitem__(self, name: str) -> Kind:
        """
        Return the kind of this name.

        Raises:
            UnknownKind: There is none; the message names the nearest.
        """
        try:
            return self.kinds[name]
        except KeyError:
            hint = did_you_mean(name, self.kinds)
            extra = f" ({hint})" if hint else ""
            raise UnknownKind(f"the registry holds no kind {name!r}{extra}") from None

    def __contains__(self, name: object) -> bool:
        """Return whether there is a kind of this name."""
        return name in self.kinds

    def __iter__(self) -> Iterator[Kind]:
        """Yield the kinds in order."""
        return iter(self.kinds.values())

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(self.classes)

    def lineage(self, name: str) -> tuple[str, ...]:
        """
        Return the kind's name and those that it extends, the kind itself first.

        >>> BUILTIN.lineage("agreement")
        ('agreement',)
        """
        found = [name]
        while (base := self[found[-1]].extends) is not None and base in self.kinds:
            found.append(base)
        return tuple(found)

    def allows(self, allowed: tuple[str, ...], name: str) -> bool:
        """
        Return whether a reference to these kinds or marks may name a record of kind *name*.

        >>> BUILTIN.allows(("@actor",), "person"), BUILTIN.allows(("person",), "place")
        (True, False)
        """
        if not allowed:
            return True
        return not {*self.lineage(name), *self[name].marks}.isdisjoint(allowed)

    def with_kinds(self, *classes: type[Record]) -> "Registry":
        """
        Return a registry that holds these kinds, too.

        Args:
            classes: Subclasses of Record or of its kinds, each with a KIND of its own that
                has a namespace: ``acme.bond_issue``.

        Raises:
            InvalidData: Definitions are faulty; every fault of every class is listed, with a
                path that names class and field.
        """
        problems: list[Problem] = []
        described: list[Kind] = []
        for number, cls in enumerate(classes):
            if not isinstance(cls, type):
                path = f"$.classes[{number}]"
                problems.append(_fault(path, f"expected a Record class, got {cls!r:.80}"))
                continue
            try:
                described.append(describe(cls))
            except InvalidData as error:
                problems += error.problems
        problems += _name_faults(described, self.kinds.values())
        problems += _reference_faults(described, self.kinds.values())
        if problems:
            raise InvalidData(problems)
        return Registry((*self.classes, *classes))


def _fault(path: str, message: str, hint: str | None = None) -> Problem:
    return Problem(path, "bad_definition", message, hint=hint)


def _name_faults(added: list[Kind], present: Iterable[Kind]) -> Iterator[Problem]:
    """Yield what is wrong with the names of kinds that are to be added."""
    taken: dict[str, type[Any]] = {each.name: each.cls for each in present}
    bases = set(taken) | {each.name for each in added}
    for kind in added:
        path = f"$.{kind.cls.__name__}"
        if not kind.identified:
            yield _fault(path, "expected a Record, got a Value", "values need no registration")
            continue
        if kind.name in taken:
            message = f"the kind {kind.name!r} is {taken[kind.name].__name__} already"
            yield _fault(path, message, "choose another KIND")
        elif "." not in kind.name:
            message = f"the kind {kind.name!r} has no namespace"
            yield _fault(path, message, f"name it after its owner: 'acme.{kind.name}'")
        if kind.extends is not None and kind.extends not in bases:
            message = f"extends {kind.extends!r}, which the registry does not hold"
            yield _fault(path, message, "add that class, too")
        taken.setdefault(kind.name, kind.cls)


def _reference_faults(added: list[Kind], present: Iterable[Kind]) -> Iterator[Problem]:
    """Yield the references to kinds and marks that nothing in the registry has."""
    kinds = [*added, *present]
    known = {kind.name for kind in kinds}.union(*(kind.marks for kind in kinds))
    for kind in added:
        for path, names in _references(kind, f"$.{kind.cls.__name__}", ()):
            for name in names:
                if name not in known:
                    message = f"refers to the kind {name!r}, which the registry does not hold"
                    yield _fault(path, message, did_you_mean(name, known))


def _references(
    kind: Kind, path: str, above: tuple[Kind, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each reference of a kind, inside its values too, and what it names."""
    for field in kind.fields:
        where = f"{path}.{field.name}"
        if field.kinds is not None:
            yield where, field.kinds
        elif isinstance(field.single, Nested):
            inner = describe(field.single.cls)
            if inner not in above:
                yield from _references(inner, where, (*above, inner))


BUILTIN = Registry(KINDS)
"""The kinds of this library."""
