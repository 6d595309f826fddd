"""
Group: a set without a name of its own, such as "many companies".
"""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from ..errors import Problem
from ..fields import actor, distinct, doc, form, refers_to, subject
from ..shapes import Rule
from ..values import Sector
from ..values.forms import KIND_NAME
from .record import Record


def _member_or_exemplar(it: "Group") -> Iterable[Problem]:
    """Yield a problem for each exemplar that stands among the members, too."""
    for number, each in enumerate(it.exemplars):
        if each in it.members:
            message = f"expected an id in members or in exemplars, got {each!r} in both"
            hint = "members are known to be all of them or many, exemplars stand after 'such as'"
            yield Problem(f"$.exemplars[{number}]", "inconsistent", message, each, hint)


def _complete_list(it: "Group") -> Iterable[Problem]:
    """Yield a problem when complete is said of no list at all."""
    if it.complete is not None and not it.members and not it.exemplars:
        message = "expected complete only with members or exemplars"
        hint = "leave it out when none is listed"
        yield Problem("$.complete", "inconsistent", message, it.complete, hint)


@attrs.frozen(kw_only=True)
class Group(Record):
    """
    A set that the source does not name one by one: "many companies", "Chinese consumers".

    It holds as many members as the source lists, and never more. How many there are is a
    quantity claim about the group. A body that acts under a name, such as a consortium or an
    alliance, is an organisation.

    Source: STIX 2.1 identity_class (group, class); BODS 0.4 UnspecifiedRecord.

    >>> group = Group(id="g1", description="China-related projects", exemplars=("p-rail",),
    ...               complete=False)
    >>> group.members, group.exemplars
    ((), ('p-rail',))
    """

    KIND: ClassVar[str] = "group"
    MARKS: ClassVar[tuple[str, ...]] = (actor(), subject())

    description: str = attrs.field(
        metadata=doc("The set in the words of the source, such as 'young entrepreneurs'.")
    )
    member_kind: str | None = attrs.field(
        default=None,
        metadata=doc("The kind that each member would be, were it recorded: organisation, person.")
        | form(KIND_NAME),
    )
    members: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Those that the source says make up the set; not mere examples.")
        | refers_to()
        | distinct(),
    )
    exemplars: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Those that the source gives as examples, after 'such as' or 'including'.")
        | refers_to()
        | distinct(),
    )
    complete: bool | None = attrs.field(
        default=None,
        metadata=doc("Whether members lists all of the set; none when the source leaves it open."),
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=doc("Where its members are, such as Malaysia for 'Malaysian SMEs'.")
        | refers_to("place")
        | distinct(),
    )
    sectors: tuple[Sector, ...] = attrs.field(
        default=(), metadata=doc("The branches of business of its members, such as 'carmakers'.")
    )

    RULES: ClassVar[tuple[Rule, ...]] = (_member_or_exemplar, _complete_list)
