"""How well one dataset says what another says."""

from .result import Counts, KindScore, Miss, Score
from .score import score

__all__ = ["Counts", "KindScore", "Miss", "Score", "score"]
