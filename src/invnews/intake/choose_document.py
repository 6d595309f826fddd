"""
Which document it is whose text a language model was given.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..errors import Problem, did_you_mean, shown
from ..records import Document, Record
from ..registry import Registry
from ..shapes import ID

_ID = "document"


@attrs.frozen
class Choice:
    """
    The document that was settled on.

    Args:
        id: Of the document.
        is_new: Whether no record stands for it.
        problems: Why it could not be settled.
    """

    id: str
    is_new: bool
    problems: tuple[Problem, ...] = ()


def chosen_document(
    groups: Mapping[str, Any], known: Iterable[Record], registry: Registry, wanted: str | None
) -> Choice:
    """
    Return the document whose text it is: the one that is named, the only one, or a new one.

    Args:
        groups: The answer.
        known: Records of earlier answers.
        registry: Says which kinds are documents.
        wanted: The id that the caller names.
    """
    listed = list(dict.fromkeys(_documents(groups, known, registry)))
    if wanted is not None:
        if not isinstance(wanted, str) or ID.fault(wanted) is not None:
            message = f"expected document=, {ID.expects}, got {shown(wanted)}"
            return Choice(_ID, True, (Problem("$", "bad_id", message),))
        if listed and wanted not in listed:
            message = f"no document has the id {shown(wanted)}"
            hint = did_you_mean(wanted, listed) or f"document= is one of: {', '.join(listed)}"
            return Choice(
                wanted, True, (Problem("$.document", "unknown_text", message, wanted, hint),)
            )
        return Choice(wanted, not listed)
    if len(listed) == 1:
        return Choice(listed[0], False)
    if not listed:
        return Choice(_free_id(groups, known), True)
    message = f"expected one document, got {len(listed)}: {', '.join(listed)}"
    hint = "say with document= which of them has this text"
    return Choice(listed[0], False, (Problem("$.document", "unknown_text", message, hint=hint),))


def digest_of(text: str) -> str:
    """Return the SHA-256 of the UTF-8 bytes of a text, as documents state it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _documents(
    groups: Mapping[str, Any], known: Iterable[Record], registry: Registry
) -> Iterator[str]:
    for kind in registry:
        if issubclass(kind.cls, Document):
            yield from _ids(groups.get(kind.name))
    for record in known:
        if isinstance(record, Document):
            yield record.id


def _ids(group: object) -> Iterator[str]:
    """Yield the ids of one group that are ids at all."""
    for each in group if isinstance(group, list) else ():
        id = each.get("id") if isinstance(each, Mapping) else None
        if isinstance(id, str) and ID.fault(id) is None:
            yield id


def _free_id(groups: Mapping[str, Any], known: Iterable[Record]) -> str:
    """Return an id for the new document that nothing has."""
    taken = {each.id for each in known}.union(*(set(_ids(group)) for group in groups.values()))
    number = 1
    while (id := _ID if number == 1 else f"{_ID}-{number}") in taken:
        number += 1
    return id
