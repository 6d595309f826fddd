"""Many records: index, references, and whether they fit together."""

from .check import check
from .dataset import Dataset
from .references import Link, links

__all__ = ["Dataset", "Link", "check", "links"]
