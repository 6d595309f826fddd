"""What an annotation with its metadata means, and the checks compiled from it."""

from .annotation import is_record, is_value
from .check import constructor_check
from .checked import Checked, kept_on_class
from .containers import DEPTH, FrozenMap, Json, JsonData, json_within
from .describe import describe, extended
from .examine import examine, rule_problems
from .filler import filler, twin
from .kind import Field, Kind, Migration, Rule
from .number import PATTERN as NUMBER_PATTERN
from .number import number_fits, number_text, read_number
from .shape import (
    DIGITS,
    GREATEST_WHOLE,
    AnyJson,
    Choice,
    Code,
    Flag,
    Items,
    Nested,
    Number,
    Reference,
    Shape,
    Single,
    Table,
    Text,
    Whole,
    shape_in_words,
)
from .source import Source, condition, leaf_condition
from .text import ID, ID_PATTERN
from .unread import Declaration, Unread, UnreadField

__all__ = [
    "DEPTH", "DIGITS", "GREATEST_WHOLE", "ID", "ID_PATTERN", "NUMBER_PATTERN", "AnyJson",
    "Checked", "Choice", "Code", "Declaration", "Field", "Flag", "FrozenMap", "Items", "Json",
    "JsonData", "Kind", "Migration", "Nested", "Number", "Reference", "Rule", "Shape", "Single",
    "Source", "Table", "Text", "Unread", "UnreadField", "Whole", "condition",
    "constructor_check", "describe", "examine", "extended", "filler", "is_record", "is_value", "json_within",
    "kept_on_class", "leaf_condition", "number_fits", "number_text", "read_number",
    "rule_problems", "shape_in_words", "twin",
]  # fmt: skip
