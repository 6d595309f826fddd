"""Questions to a dataset, answered by pure functions."""

from .coverage import Coverage, Passage, coverage
from .quoting import Quoter, quote
from .scoring import Counts, KindScore, Miss, Score, score
from .words import rows, sentence, summary

__all__ = [
    "Counts", "Coverage", "KindScore", "Miss", "Passage", "Quoter", "Score", "coverage", "quote",
    "rows", "score", "sentence", "summary",
]  # fmt: skip
