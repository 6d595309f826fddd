"""From a registry to JSON Schema: what files hold, and what language models are asked for."""

from .budget import Budget, budget, split_kinds
from .json_schema import PROFILES, json_schema
from .llm import llm_schema
from .llm_form import llm_losses

__all__ = [
    "PROFILES", "Budget", "budget", "json_schema", "llm_losses", "llm_schema", "split_kinds",
]  # fmt: skip
