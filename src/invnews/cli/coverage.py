"""
invnews coverage: how much of a text the records account for.
"""

import argparse
import json

import attrs

from ..analysis import Coverage, coverage
from .command import FINE, PROBLEMS, problem_line, read_source, read_texts
from .paint import paint


def run_coverage(options: argparse.Namespace) -> int:
    """Print the share of each text and segment, and the passages that are left."""
    source = read_source(options.file, options)
    if source.dataset is None:
        for problem in source.problems:
            print(problem_line(source.name, problem))
        return PROBLEMS
    found = coverage(source.dataset, read_texts(options.text))
    if options.format == "json":
        rows = [attrs.asdict(each) | {"share": round(each.share, 6)} for each in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for each in found:
            _print(each)
    return FINE


def _print(found: Coverage) -> None:
    name = found.document if found.segment is None else f"  {found.segment}"
    count = f"{found.covered} of {found.total} letters and digits"
    print(paint(f"{name}: {_percent(found.share)}", "head") + f" ({count})")
    if found.segment is None:
        for each in found.uncovered:
            text = " ".join(each.text.split())
            print(f"  {each.start}–{each.end}: {text}")


def _percent(share: float) -> str:
    """Return a share in percent; only the whole is 100 %."""
    words = f"{share:.1%}"
    return "99.9%" if words == "100.0%" and share < 1 else words
