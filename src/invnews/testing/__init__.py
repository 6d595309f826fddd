"""Hypothesis strategies for records and values, ours and yours (extra: testing)."""

from ..errors import MissingExtra

try:
    from .dates import edtf_texts
    from .strategies import datasets, decimals, instances, json_data, records
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    hint = 'pip install "invnews[testing]"'
    raise MissingExtra(f"invnews.testing needs hypothesis: {hint}") from error

__all__ = ["datasets", "decimals", "edtf_texts", "instances", "json_data", "records"]
