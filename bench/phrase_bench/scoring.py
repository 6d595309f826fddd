"""
Scoring: which expressions of a text were found, and how much of each is right.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from .agreement import agreements
from .expressions import Expression, Finder, Sort
from .matching import Outcome, Right, match
from .rows import Row

SAMPLES = 1000
SEED = 20180625


def numbers_right(gold: Expression, ours: Expression) -> bool:
    """Tell whether the numbers are the gold's, whichever bound each of them is."""
    return {gold.low, gold.high} - {None} == {ours.low, ours.high} - {None}


def amount_right(gold: Expression, ours: Expression) -> bool:
    """Tell whether both bounds are the gold's, or a pair that is accepted beside it."""
    pair = (ours.low, ours.high)
    return pair == (gold.low, gold.high) or pair in gold.accept


def money_right(gold: Expression, ours: Expression) -> bool:
    """Tell whether bounds and currency are the gold's."""
    return amount_right(gold, ours) and gold.currency == ours.currency


def number_right(gold: Expression, ours: Expression) -> bool:
    """Tell whether bounds, currency and the class of the comparator are the gold's."""
    return money_right(gold, ours) and gold.bound == ours.bound


_MET: Right = lambda gold, ours: True  # noqa: E731
LEVELS: dict[Sort, dict[str, Right]] = {
    "money": {"detect": _MET, "numbers": numbers_right, "amount": amount_right,
              "amount+currency": money_right, "full": number_right},
    "quantity": {"detect": _MET, "numbers": numbers_right, "amount": amount_right,
                 "full": number_right},
    "date": {"detect": _MET, "full": amount_right},
}  # fmt: skip
"""What is asked of a pair, level by level; "full" is the last and counts."""


@attrs.frozen
class Ratio:
    """Precision and recall as counts: what is right, of what was found, of what there is."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found and is right; 0 when there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 when there is nothing and nothing was found."""
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0


def ratio(outcomes: Iterable[Outcome], level: Right) -> Ratio:
    """Return precision and recall over *outcomes* at *level*."""
    right = found = gold = 0
    for outcome in outcomes:
        right += outcome.right(level)
        found += outcome.found
        gold += len(outcome.row.gold)
    return Ratio(right, found, gold)


def interval(outcomes: Sequence[Outcome], level: Right) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1, rows drawn with a fixed seed."""
    counts = [(each.right(level), each.found + len(each.row.gold)) for each in outcomes]
    draw = random.Random(SEED)  # noqa: S311  a sample, no secret
    scores = []
    for _ in range(SAMPLES):
        sample = draw.choices(counts, k=len(counts))
        total = sum(each[1] for each in sample)
        scores.append(2 * sum(each[0] for each in sample) / total if total else 1.0)
    scores.sort()
    return scores[int(SAMPLES * 0.025)], scores[int(SAMPLES * 0.975) - 1]


@attrs.frozen(kw_only=True)
class Score:
    """
    What a finder scores on the rows of one sort.

    Args:
        levels: Precision and recall by level: detect … full.
        exact_rows: The share of rows with everything right and nothing extra.
        interval: The 95 % interval of the F1 of the last level.
        groups: Of each group of gold expressions, how many are right in full, and of how many.
        origins: Precision and recall in full, by the origin of the rows.
        details: Of what is compared for information, how many pairs agree, and of how many.
        outcomes: What it made of each row.
    """

    levels: dict[str, Ratio]
    exact_rows: float
    interval: tuple[float, float]
    groups: dict[str, tuple[int, int]]
    origins: dict[str, Ratio]
    details: dict[str, tuple[int, int]]
    outcomes: tuple[Outcome, ...]


def score(rows: Sequence[Row], find: Finder, sort: Sort) -> Score:
    """Run *find* on *rows*, all of one *sort*, and score what it finds."""
    outcomes = tuple(match(row, find(row.text, row.context)) for row in rows)
    full = LEVELS[sort]["full"]
    return Score(
        levels={name: ratio(outcomes, level) for name, level in LEVELS[sort].items()},
        exact_rows=sum(each.is_perfect(full) for each in outcomes) / len(outcomes),
        interval=interval(outcomes, full),
        groups=_groups(outcomes, full),
        origins={
            name: ratio([each for each in outcomes if each.row.origin == name], full)
            for name in sorted({each.row.origin for each in outcomes})
        },
        details=agreements(outcomes),
        outcomes=outcomes,
    )


def _groups(outcomes: Iterable[Outcome], full: Right) -> dict[str, tuple[int, int]]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for outcome in outcomes:
        met = dict(outcome.pairs)
        for index, (gold, names) in enumerate(
            zip(outcome.row.gold, outcome.row.groups, strict=True)
        ):
            total.update(names)
            if index in met and full(gold, met[index]):
                right.update(names)
    return {name: (right[name], total[name]) for name in sorted(total)}
