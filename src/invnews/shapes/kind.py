"""
Kind and Field: the description of one class that every other room reads.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from ..errors import Problem
from .shape import AnyJson, Items, Reference, Shape, Single

Rule = Callable[[Any], Iterable[Problem]]
Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""From the plain data of a record of one version to those of the next."""


@attrs.frozen(eq=False)
class Field:
    """
    One field of a kind or value.

    Args:
        name: In Python and on the wire.
        shape: Which values it takes.
        nullable: Whether None is allowed, which stands for "nothing said".
        required: Whether it must be given.
        default: What it is when it is left out; a field at its default is not written.
        doc: What it means.
        source: The standard or document that it comes from; may be empty.
        expected: Whether it must be set or else named in ``missing``.
        common: Whether every record has it; common fields are written last.
        acyclic: Whether following the reference must never lead back.
        validator: The attrs validator of a user's own class, or None.
        attribute: The attrs attribute, which such a validator is given.
    """

    name: str
    shape: Shape
    nullable: bool
    required: bool
    default: object
    doc: str
    source: str
    expected: bool
    common: bool
    acyclic: bool
    validator: Callable[[Any, Any, Any], Any] | None = None
    attribute: Any = None

    @property
    def single(self) -> Single:
        """The shape of one item, or of the field itself when it holds one thing."""
        shape = self.shape
        return shape if isinstance(shape, Single) else shape.item

    @property
    def many(self) -> bool:
        """Whether the field holds a tuple."""
        return isinstance(self.shape, Items)

    @property
    def null_is_none(self) -> bool:
        """Whether null on the wire says None; where any JSON may stand, it says null itself."""
        return self.nullable and not isinstance(self.shape, AnyJson)

    @property
    def kinds(self) -> tuple[str, ...] | None:
        """Which kinds a reference may name (none at all: any), or None for no reference."""
        single = self.single
        return single.kinds if isinstance(single, Reference) else None


@attrs.frozen(eq=False)
class Kind:
    """
    What a class is: its wire name, its fields in the order of the wire, its rules.

    Args:
        name: On the wire: ``agreement``; of a value the name of its class: ``partial_date``.
        cls: The class itself.
        fields: In canonical order: id, own fields from base to subclass, common fields.
        rules: What must hold across fields, inherited rules first.
        identified: Whether it is a record, with an id; a value otherwise.
        extends: The name of the kind whose class it derives from, or None.
        marks: Such as `actor`, inherited ones included.
        doc: The docstring of the class.
        internal: The fields that are no part of the wire form, with their defaults.
        migrations: The steps from version 1 of the kind to version 2, and so on.
    """

    name: str
    cls: type[Any]
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...]
    identified: bool
    extends: str | None
    marks: frozenset[str]
    doc: str
    internal: tuple[tuple[str, object], ...] = ()
    migrations: tuple[Migration, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by name."""
        return {each.name: each for each in self.fields}

    @property
    def version(self) -> int:
        """The version of the schema: one more than there are migrations."""
        return 1 + len(self.migrations)

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring, on one line."""
        return " ".join(self.doc.strip().split("\n\n")[0].split())
