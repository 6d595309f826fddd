"""
Registry: which kinds exist and what they extend; a frozen value that is passed along.
"""

from collections.abc import Iterator
from functools import cached_property
from types import MappingProxyType

import attrs

from ..errors import InvalidData, Problem, UnknownKind, did_you_mean
from ..fields import Vocabulary
from ..records import KINDS, Record
from ..shapes import Code, Kind, Migration, Nested, describe, is_record
from .definitions import (
    fault,
    fields_within,
    name_faults,
    reference_faults,
    shared_name_faults,
    value_faults,
)
from .versions import FORMAT_MIGRATIONS


@attrs.frozen(eq=False, repr=False)
class Registry:
    """
    The kinds that records can be of.

    It never changes: `with_kinds` returns another one, so that two can be in use side by side.

    Args:
        classes: The record classes, in the order of their names' listing.
        format_migrations: The steps that brought the file form to its version.

    >>> BUILTIN["agreement"].cls.__name__
    'Agreement'
    """

    classes: tuple[type[Record], ...]
    format_migrations: tuple[Migration, ...] = attrs.field(default=FORMAT_MIGRATIONS, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no kind, and two kinds of one name."""
        problems: list[Problem] = []
        taken: dict[str, str] = {}
        for number, cls in enumerate(self.classes):
            path = f"$.classes[{number}]"
            if not is_record(cls):
                problems.append(fault(path, f"expected a Record class, got {cls!r:.80}"))
            elif (name := str(cls.__dict__.get("KIND"))) in taken:
                problems.append(fault(path, f"the kind {name!r} is {taken[name]} already"))
            else:
                taken[name] = cls.__name__
        if problems:
            raise InvalidData(problems)

    @cached_property
    def kinds(self) -> MappingProxyType[str, Kind]:
        """The kinds by name, in the order of the classes."""
        return MappingProxyType({each.KIND: describe(each) for each in self.classes})

    @property
    def format_version(self) -> int:
        """The version of the file form that is written, and the newest that is read."""
        return 1 + len(self.format_migrations)

    @cached_property
    def values(self) -> MappingProxyType[str, Kind]:
        """
        The values that stand in fields of the kinds, at any depth, by name in first use.

        >>> BUILTIN.values["money"].cls.__name__
        'Money'
        """
        found: dict[str, Kind] = {}
        for kind in self:
            for _, field in fields_within(kind):
                if isinstance(field.single, Nested):
                    inner = describe(field.single.cls)
                    found.setdefault(inner.name, inner)
        return MappingProxyType(found)

    @cached_property
    def vocabularies(self) -> MappingProxyType[str, Vocabulary]:
        """The vocabularies of the kinds and their values, by name in first use."""
        found: dict[str, Vocabulary] = {}
        for kind in self:
            for _, field in fields_within(kind):
                if isinstance(field.single, Code):
                    found.setdefault(field.single.vocabulary.name, field.single.vocabulary)
        return MappingProxyType(found)

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

    def __repr__(self) -> str:
        """Return how many kinds are built in, and the names of the others."""
        own = [name for name in self.kinds if "." in name]
        built_in = f"{len(self) - len(own)} built-in kinds"
        return f"Registry({', '.join([built_in, *own])})"

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
        given: list[type[Record]] = []
        for number, cls in enumerate(classes):
            path = f"$.classes[{number}]"
            if not isinstance(cls, type):
                hint = "write with_kinds(A, B), without brackets" if isinstance(cls, list) else None
                message = f"expected a Record class, got {cls!r:.80}"
                problems.append(fault(path, message, hint))
                continue
            if cls in given:
                problems.append(fault(path, f"{cls.__name__} is given twice"))
                continue
            given.append(cls)
            try:
                described.append(describe(cls))
            except InvalidData as error:
                problems += error.problems
        problems += value_faults(described)
        problems += name_faults(given, self.kinds.values())
        problems += reference_faults(given, self.kinds.values())
        problems += shared_name_faults(described, self.kinds.values())
        if problems:
            raise InvalidData(problems)
        return attrs.evolve(self, classes=(*self.classes, *classes))


BUILTIN = Registry(KINDS)
"""The kinds of this library."""
