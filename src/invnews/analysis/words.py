"""
Records in words: one line each for people who read rather than query.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from ..dataset import Dataset
from ..records import Record, UnknownRecord
from ..shapes import Checked, Code, Field, FrozenMap, Json, Reference, describe, number_text
from ..values import (
    Attribution,
    AttributionLink,
    Identifier,
    Money,
    Name,
    PartialDate,
    Party,
    Quantity,
    Sector,
    StatusChange,
)

_COMPARATORS = {
    "exactly": "", "more_than": "more than ", "at_least": "at least ",
    "less_than": "less than ", "at_most": "up to ",
}  # fmt: skip
_LARGE = ((12, "trillion"), (9, "billion"), (6, "million"))
_LINKS = {
    "speaker": "{}", "believer": "{} believes", "on_behalf_of": "for {}",
    "medium": "as reported by {}", "original_source": "according to {}",
    "reporter": "reported by {}",
}  # fmt: skip
_LABELS = ("proposition", "description", "title", "text", "subject_matter")


def amount_in_words(value: Money | Quantity) -> str:
    """
    Return an amount with its bound and unit; numbers are written out, never rounded.

    >>> amount_in_words(Money.more_than(22_000_000_000, "USD"))
    'more than USD 22 billion'
    >>> amount_in_words(Quantity.exactly(20, unit_kind="percent"))
    '20 %'
    """
    before = value.currency or "" if isinstance(value, Money) else ""
    if value.amount is None:
        words = value.text or "an amount that is not stated"
        return f"{words} ({before})" if before else words
    unit = value.unit or "" if isinstance(value, Quantity) else ""
    if isinstance(value, Quantity) and value.unit_kind == "percent" and unit in ("", "percent"):
        unit = "%"
    number = _number(value.amount)
    if value.upper is not None:
        number = f"{number} to {_number(value.upper)}"
    words = " ".join(part for part in (before, number, unit) if part)
    about = "about " if value.approximate else ""
    per = f" per {value.per.replace('_', ' ')}" if value.per else ""
    return f"{about}{_COMPARATORS.get(value.comparator, '')}{words}{per}"


def _number(amount: Decimal) -> str:
    """Return the number, with a word for its thousands where that loses nothing."""
    text = number_text(amount)
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = digits.partition(".")
    for zeros, word in _LARGE:
        # Three digits behind the point at most, and only where nothing is cut off.
        if len(whole) > zeros and not fraction and not whole[3 - zeros :].strip("0"):
            behind = whole[-zeros:].rstrip("0")
            return f"{sign}{int(whole[:-zeros]):,}" + (f".{behind}" if behind else "") + f" {word}"
    return f"{sign}{int(whole):,}" + (f".{fraction}" if fraction else "")


def date_in_words(when: PartialDate) -> str:
    """
    Return a date: its EDTF, or its words while it has none.

    >>> date_in_words(PartialDate(text="Last year"))
    '“Last year”'
    """
    if when.edtf is not None:
        said = f" (“{when.text}”)" if when.text is not None and when.text != when.edtf else ""
        return (when.edtf if when.relation == "in" else f"{when.relation} {when.edtf}") + said
    if when.text is not None:
        return f"“{when.text}”"
    relative = when.relative
    if relative is None or relative.unit is None:
        return "at some time"
    since = f" from {relative.anchor}" if relative.anchor is not None else ""
    return f"{relative.offset:+d} {relative.unit}{since}"


def attribution_in_words(attribution: Attribution, dataset: Dataset) -> str:
    """Return the chain of those who said it: "James Song, for Alibaba Group"."""
    return ", ".join(_link(each, dataset) for each in attribution.links)


def _link(link: AttributionLink, dataset: Dataset) -> str:
    who = link.description or label_of(link.party or "", dataset)
    return _LINKS.get(link.role, "{}").format(who)


def label_of(id: str, dataset: Dataset) -> str:
    """Return what a record is called, or its id when the dataset does not hold it."""
    record = dataset.get(id)
    return id if record is None else label(record)


def label(record: Record) -> str:
    """
    Return what a record is called: its first name, its words, or its id.

    >>> from invnews.records import Person
    >>> label(Person(id="p1", names=(Name(text="James Song"),)))
    'James Song'
    """
    if isinstance(record, UnknownRecord) and record.view is not None:
        record = record.view
    names = getattr(record, "names", ())
    if isinstance(names, tuple) and names and isinstance(names[0], Name):
        return names[0].text
    for field in _LABELS:
        text = getattr(record, field, None)
        if isinstance(text, str):
            return text
    return record.id


def rows(record: Record, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """
    Yield each field of a record that says something, as its name and its value in words.

    What a reader kept unread comes last, as JSON.

    >>> from invnews.records import MonetaryClaim
    >>> claim = MonetaryClaim(id="m", value=Money.exactly(5, "EUR"),
    ...                       missing={"subjects": "not_stated"})
    >>> dict(rows(claim, Dataset([claim])))
    {'value': 'EUR 5', 'missing': 'subjects (not stated)'}
    """
    if isinstance(record, UnknownRecord) and record.view is not None:
        record = record.view
    for field in describe(type(record)).fields:
        value = getattr(record, field.name)
        if field.name in ("id", "evidence") or (not field.required and value == field.default):
            continue
        yield field.name, _value(field, value, dataset)
    for kept in () if record.unread is None else record.unread.fields:
        yield kept.name, kept.value.text


def _value(field: Field, value: Any, dataset: Dataset) -> str:
    """Return the value of a field in words."""
    if isinstance(value, tuple):
        return "; ".join(_value(field, each, dataset) for each in value)
    if isinstance(value, FrozenMap):
        return ", ".join(f"{name} ({_value(field, each, dataset)})" for name, each in value.items())
    if isinstance(field.single, Reference):
        return label_of(value, dataset)
    if isinstance(field.single, Code) and isinstance(value, str) and not value.isupper():
        return _plain(value)
    return in_words(value, dataset)


def in_words(value: object, dataset: Dataset) -> str:
    """Return any value of a record in words; references by the names of their records."""
    for cls, words in _WORDS.items():
        if isinstance(value, cls):
            return words(value, dataset)
    if isinstance(value, Checked):
        parts = (
            _value(field, getattr(value, field.name), dataset)
            for field in describe(type(value)).fields
            if getattr(value, field.name) != field.default or field.required
        )
        return ", ".join(part for part in parts if part)
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, Enum):
        return str(value.value)
    return str(value).replace("_", " ")


def _party(party: Party, dataset: Dataset) -> str:
    role = f" ({_plain(party.role)})" if party.role else ""
    behalf = f" for {label_of(party.on_behalf_of, dataset)}" if party.on_behalf_of else ""
    capacity = f", {party.capacity}" if party.capacity else ""
    return label_of(party.party, dataset) + capacity + role + behalf


def _change(change: StatusChange, dataset: Dataset) -> str:
    when = f" {date_in_words(change.on)}" if change.on is not None else ""
    how = "" if change.modality == "actual" else f" ({_plain(change.modality)})"
    text = f": {change.text}" if change.text else ""
    return _plain(change.status) + when + how + text


_WORDS: Mapping[type[Any], Callable[[Any, Dataset], str]] = {
    str: lambda value, dataset: value,
    Json: lambda value, dataset: value.text,
    Money: lambda value, dataset: amount_in_words(value),
    Quantity: lambda value, dataset: amount_in_words(value),
    PartialDate: lambda value, dataset: date_in_words(value),
    Attribution: attribution_in_words,
    Name: lambda value, dataset: value.text,
    Identifier: lambda value, dataset: f"{value.scheme} {value.value}",
    Sector: lambda value, dataset: value.text or f"{value.scheme} {value.code}",
    Party: _party,
    StatusChange: _change,
}


def sentence(record: Record, dataset: Dataset) -> str:
    """Return one line that says what a record records."""
    parts = dict(rows(record, dataset))
    head = label(record)
    said = parts.pop("attribution", "")
    for name in ("names", "missing", "notes", "extra", "recorded", *_LABELS):
        parts.pop(name, None)
    if head == record.id:
        head = ""
    body = " · ".join(f"{_plain(name)}: {text}" for name, text in parts.items())
    tail = f" — {said}" if said else ""
    return " · ".join(part for part in (head, body) if part) + tail


def summary(dataset: Dataset) -> str:
    """
    Return the whole dataset in words: a heading for each kind, a line for each record.

    >>> from invnews.records import Person
    >>> print(summary(Dataset([Person(id="james-song", names=(Name(text="James Song"),))])))
    1 record
    <BLANKLINE>
    person (1)
      james-song  James Song
    """
    by_kind: dict[str, list[Record]] = {}
    for record in dataset:
        by_kind.setdefault(record.kind, []).append(record)
    count = len(dataset)
    lines = [f"{count} record" if count == 1 else f"{count} records"]
    for kind, found in by_kind.items():
        lines += ["", f"{kind} ({len(found)})", *_aligned(found, dataset)]
    return "\n".join(lines)


def _aligned(records: Iterable[Record], dataset: Dataset) -> Iterator[str]:
    listed = list(records)
    width = min(32, max(len(each.id) for each in listed))
    for record in listed:
        yield f"  {record.id:<{width}}  {sentence(record, dataset)}"
