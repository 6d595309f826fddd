"""Records to plain data, JSON and JSON Lines, and back."""

from .converter import explain, make_converter
from .files import dumps, load, loads, save
from .header import Header
from .lines import Lines, read_lines, write_lines
from .records import from_dict, to_dict

__all__ = [
    "Header", "Lines", "dumps", "explain", "from_dict", "load", "loads", "make_converter", "read_lines", "save",
    "to_dict", "write_lines",
]  # fmt: skip
