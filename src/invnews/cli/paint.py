"""
Colour, where a terminal shows it and the extra ``rich`` is installed.
"""

import os
import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec

STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan", "head": "bold", "dim": "dim"}


def paint(text: str, style: str) -> str:
    """Return *text* in a style of `STYLES`; as it is where colour is not wanted."""
    if not _colour():
        return text
    console = import_module("rich.console").Console(force_terminal=True, highlight=False)
    with console.capture() as capture:
        console.print(
            import_module("rich.text").Text(text, style=STYLES[style]), end="", soft_wrap=True
        )
    painted: str = capture.get()
    return painted


@cache
def _colour() -> bool:
    """Return whether output goes to a terminal that wants colour, and rich is there."""
    wanted = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return wanted and find_spec("rich") is not None
