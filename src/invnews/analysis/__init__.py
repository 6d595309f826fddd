"""Questions to a dataset, answered by pure functions."""

from .coverage import Coverage, Passage, coverage
from .quoting import Quoter, quote
from .words import rows, sentence, summary

__all__ = [
    "Coverage", "Passage", "Quoter", "coverage", "quote", "rows", "sentence", "summary",
]  # fmt: skip
