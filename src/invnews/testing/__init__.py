"""Hypothesis strategies for records and values, ours and yours (extra: testing)."""

from .dates import edtf_texts
from .strategies import datasets, decimals, instances, json_data, records

__all__ = ["datasets", "decimals", "edtf_texts", "instances", "json_data", "records"]
