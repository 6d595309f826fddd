"""
Record: the base of things with identity, and the fields that every record has.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import attrs

from ..errors import RECORD_LIMIT, Problem, child, did_you_mean
from ..fields import code, doc, form, internal, is_private
from ..shapes import (
    ID,
    Checked,
    Field,
    FrozenMap,
    Json,
    Migration,
    Rule,
    Unread,
    describe,
    kept_on_class,
)
from ..values import Attribution, Evidence, Recorded
from ..values.vocabularies import MISSING_REASON

_STEP = re.compile(r"([^.\[\]]+)(?:\[([0-9]+)\])?")
_UNREAD = object()
"""Stands for a field that is given but faulty, when the rules run on what is left."""


def _set_or_missing(it: "Record") -> Iterable[Problem]:
    """Return a problem for each expected field that is neither set nor missing, or both."""
    if not it.missing and all(getattr(it, name, _UNREAD) for name in _expected(type(it))):
        return ()
    if getattr(it, "view", None) is not None:
        return ()  # The rules hold for the view, which says the same.
    kind = describe(type(it))
    problems = []
    for field in kind.fields:
        stated, named = _is_set(it, field), field.name in it.missing
        if field.expected and not stated and not named:
            hint = f'set it, or say missing={{"{field.name}": "not_stated"}}'
            message = "expected a value, or a reason in missing"
            problems.append(Problem(f"$.{field.name}", "unstated", message, hint=hint))
        elif stated and named:
            hint = "take it out of missing"
            message = "expected nothing in missing for a field that is set"
            path = child("$.missing", field.name)
            problems.append(Problem(path, "stated_and_missing", message, hint=hint))
    return problems + _unknown_names(it, kind.by_name)


@kept_on_class
def _expected(cls: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields that must be set or else missing."""
    return tuple(each.name for each in describe(cls).fields if each.expected)


def _unknown_names(it: "Record", fields: Mapping[str, Field]) -> list[Problem]:
    """Return a problem for each name in missing that is neither a field nor private."""
    problems: list[Problem] = []
    kept = frozenset() if it.unread is None else frozenset(it.unread.absent)
    for name in it.missing:
        if name in kept:
            continue  # It is a field of the kind that was not known.
        field = fields.get(name)
        if is_private(name) or (field is not None and _is_set(it, field)):
            continue  # What is set and named as missing is told already.
        if field is not None and not field.required and name not in ("missing", "evidence"):
            continue
        message = f"expected the name of a field that can be left out, got {name!r}"
        hint = "it can only be set or left out" if field is not None else did_you_mean(name, fields)
        hint = hint or "or a name of your own that begins with x-"
        problems.append(Problem(child("$.missing", name), "unknown_field", message, name, hint))
    return problems


def _supports_what_is_set(it: "Record") -> Iterable[Problem]:
    """Return a problem for each path of the evidence that leads to no field that is set."""
    paths = {path for each in it.evidence for path in each.supports}
    names = describe(type(it)).by_name
    if all(path in names and getattr(it, path, None) for path in paths):
        return ()
    if getattr(it, "view", None) is not None:
        return ()
    problems: list[Problem] = []
    for number, evidence in enumerate(it.evidence):
        for place, path in enumerate(evidence.supports):
            if not leads_somewhere(it, path):
                where = child(child("$.evidence", number) + ".supports", place)
                first = _first(path)
                near = first not in names and len(problems) < RECORD_LIMIT
                hint = did_you_mean(first, names) if near else None
                message = f"expected the path of a field that is set, got {path!r}"
                problems.append(Problem(where, "unknown_path", message, path, hint))
    return problems


def leads_somewhere(record: Checked, path: str) -> bool:
    """
    Return whether *path*, from the record, leads to a field that says something.

    >>> from invnews.values import Name
    >>> leads_somewhere(Name(text="MDEC"), "text"), leads_somewhere(Name(text="MDEC"), "type")
    (True, False)
    """
    here: Any = record
    for step in path.split("."):
        match = _STEP.fullmatch(step)
        if match is None:
            return False
        name, number = match.groups()
        here = getattr(here, "view", None) or here
        if isinstance(here, Checked) and _unread(here, name):
            return True  # What a reader kept is there; what is in it, nobody here knows.
        if isinstance(here, FrozenMap):
            here = here.get(name)
        elif isinstance(here, Checked) and name in describe(type(here)).by_name:
            here = getattr(here, name, _UNREAD)
        else:
            return False
        if here is _UNREAD:
            return True
        if number is not None:
            inside = isinstance(here, tuple) and int(number) < len(here)
            here = here[int(number)] if inside else None
        if here is None or here in ((), {}):
            return False
    return True


def _unread(it: Checked, name: str) -> bool:
    """Return whether a reader kept a field of this name, or it is one of an unknown kind."""
    unread = getattr(it, "unread", None)
    return unread is not None and (name in unread or name in unread.absent)


def _first(path: str) -> str:
    """Return the name of the field with which a path begins."""
    return path.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]


def _is_set(record: "Record", field: Field) -> bool:
    value = getattr(record, field.name, _UNREAD)
    return value is not None and value != () and not (field.common and value == field.default)


@attrs.frozen(kw_only=True)
class Record(Checked):
    """
    A thing with identity. Derive from it with ``@attrs.frozen(kw_only=True)`` and a KIND.

    A record that exists is valid in itself: the constructor refuses what its fields and
    `RULES` do not allow, with every problem at once. References are ids; whether they lead
    anywhere is for `check` to say, which sees the whole dataset.
    """

    IDENTIFIED: ClassVar[bool] = True
    COMMON: ClassVar[bool] = True
    KIND: ClassVar[str]
    MARKS: ClassVar[tuple[str, ...]] = ()
    MIGRATIONS: ClassVar[tuple[Migration, ...]] = ()
    """Of kinds of users: the steps from version 1 to 2 and so on, on plain data."""
    RULES: ClassVar[tuple[Rule, ...]] = (_set_or_missing, _supports_what_is_set)

    id: str = attrs.field(
        metadata=doc("Unique in its dataset: 1 to 128 of A-Z a-z 0-9 . _ : / -") | form(ID)
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=doc("The passages of documents that the record rests on.")
    )
    attribution: Attribution | None = attrs.field(
        default=None, metadata=doc("According to whom; the document's own voice when empty.")
    )
    missing: Mapping[str, str] = attrs.field(
        default=FrozenMap(),
        metadata=doc(
            "Why a field is not set, by its name; names of your own begin with x-.",
            source="BODS UnspecifiedRecord; Wikibase snak types",
        )
        | code(MISSING_REASON),
    )
    recorded: Recorded | None = attrs.field(
        default=None, metadata=doc("Who or what made this record, when and how.")
    )
    notes: str | None = attrs.field(
        default=None, metadata=doc("A remark of whoever made the record; never the source's.")
    )
    extra: Json | None = attrs.field(
        default=None, metadata=doc("Any JSON of your own, kept as it is.")
    )
    unread: Unread | None = attrs.field(
        default=None,
        repr=False,
        metadata=doc("What a reader kept that it did not understand; no part of the wire form.")
        | internal(),
    )

    @property
    def _mentioned(self) -> frozenset[str]:
        """The names that missing gives, and the first steps of what evidence supports."""
        names = set(self.missing) if isinstance(self.missing, Mapping) else set()
        for each in self.evidence if isinstance(self.evidence, tuple) else ():
            names |= {_first(path) for path in each.supports}
        return frozenset(names)

    @property
    def kind(self) -> str:
        """The name of the kind, as written on the wire."""
        return self.KIND
