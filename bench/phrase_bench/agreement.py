"""
Agreement: what is compared of the pairs for information, beside what counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from .matching import Outcome


def agreements(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """Return how many of the pairs agree in their spans and in each of their details."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for outcome in outcomes:
        for index, ours in outcome.pairs:
            gold = outcome.row.gold[index]
            agree = {"core span": (gold.start, gold.end) == (ours.start, ours.end)}
            if gold.full and ours.full:
                agree["full span"] = gold.full == ours.full
            agree |= _agreement(gold.details, ours.details)
            total.update(agree.keys())
            right.update(key for key, same in agree.items() if same)
    return {name: (right[name], total[name]) for name in total}


def _agreement(gold: Mapping[str, object], ours: Mapping[str, object]) -> dict[str, bool]:
    """Return which details agree, of those that either side states; letter case apart."""
    agree = {}
    for key, value in gold.items():
        said = ours.get(key)
        if key not in ours or (value is None and said is None):
            continue
        agree[key] = _folded(value) == _folded(said)
        if key == "unit_text" and isinstance(value, str):
            agree["head noun"] = _head(value) == _head(said)
    return agree


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _head(words: object) -> str | None:
    """Return the last word of a noun phrase."""
    parts = str(words or "").casefold().split()
    return parts[-1] if parts else None
