"""Which kinds exist, what they extend, and how older data become today's."""

from .registry import BUILTIN, Registry
from .versions import FORMAT, FORMAT_MIGRATIONS, FORMAT_VERSION

__all__ = ["BUILTIN", "FORMAT", "FORMAT_MIGRATIONS", "FORMAT_VERSION", "Registry"]
