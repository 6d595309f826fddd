"""
Dates that contradict each other across the fields of a record, and agreements nobody signed.
"""

from collections.abc import Iterator

from ..errors import Problem
from ..records import Agreement, Event, Record
from ..registry import Registry
from ..values import KeyDate, PartialDate, StatusChange
from .dataset import Dataset

_ENDS = {
    "planned_start": {"planned_end"},
    "actual_start": {"actual_end"},
    "signed": {"terminated", "expiry", "maturity", "actual_end"},
    "effective": {"terminated", "expiry", "maturity"},
    "first_payment": {"maturity"},
}
"""Which dates of an end cannot lie before a date of a start."""
_BEGUN = frozenset({"signed", "in_force", "construction_started", "launched", "opened"})
_ENDED = frozenset({"terminated", "expired", "dissolved", "decommissioned"})


def dates_out_of_order(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield ends that lie before their starts, whatever the imprecise dates mean."""
    for number, record in enumerate(dataset.understood):
        dates = [(n, each) for n, each in _items(record, "key_dates") if isinstance(each, KeyDate)]
        for place, end in dates:
            for _, start in dates:
                if end.role not in _ENDS.get(start.role, ()):
                    continue
                first, last = start.on.earliest, end.on.latest
                if first is not None and last is not None and last < first:
                    path = f"$.records[{number}].key_dates[{place}].on"
                    yield _ends_early(end.role, end.on, start.role, start.on, path)


def statuses_out_of_order(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield what ended before it began, as far as both came about and their dates tell."""
    for number, record in enumerate(dataset.understood):
        actual = [
            (n, each)
            for n, each in _items(record, "status_history")
            if isinstance(each, StatusChange) and each.modality == "actual"
        ]
        for place, end in actual:
            for _, start in actual:
                if end.status not in _ENDED or start.status not in _BEGUN:
                    continue
                if end.on is None or start.on is None:
                    continue
                first, last = start.on.earliest, end.on.latest
                if first is not None and last is not None and last < first:
                    path = f"$.records[{number}].status_history[{place}].on"
                    yield _ends_early(end.status, end.on, start.status, start.on, path)


def _items(record: Record, name: str) -> Iterator[tuple[int, object]]:
    """Yield what a field holds, by number; kinds of users may mean something else by its name."""
    found = getattr(record, name, ())
    return iter(enumerate(found)) if isinstance(found, tuple) else iter(())


def _ends_early(
    end: str, ended: PartialDate, start: str, started: PartialDate, path: str
) -> Problem:
    message = f"expected {end} not before {start} ({started.edtf}), got {ended.edtf}"
    return Problem(path, "ends_before_start", message, ended.edtf)


def unsigned(dataset: Dataset, registry: Registry) -> Iterator[Problem]:
    """Yield agreements that are signed and name neither a party nor a signing with signers."""
    signed_at_events = {
        target
        for event in dataset.of(Event)
        if any(each.role in ("signer", "signatory") for each in event.participants)
        for target in event.about
    }
    for number, record in enumerate(dataset.understood):
        if not isinstance(record, Agreement) or record.parties or "parties" in record.missing:
            continue
        is_signed = any(
            each.status == "signed" and each.modality == "actual" for each in record.status_history
        )
        if is_signed and record.id not in signed_at_events:
            hint = 'add the parties, or say missing={"parties": "not_stated"}'
            message = "expected the parties of a signed agreement, got none"
            yield Problem(f"$.records[{number}].parties", "unsigned", message, hint=hint)
