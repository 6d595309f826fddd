"""
invnews show: the records of a file in words.
"""

import argparse

from ..analysis import rows, summary
from ..dataset import Dataset
from ..errors import Problem
from ..records import Record
from .command import FINE, PROBLEMS, problem_line, read_source
from .paint import paint


def run_show(options: argparse.Namespace) -> int:
    """Print every record on a line, or those asked for whole."""
    source = read_source(options.file, options)
    if source.dataset is None:
        _refused(source.name, source.problems)
        return PROBLEMS
    if not options.id:
        print(summary(source.dataset))
    for id in options.id:
        _whole(source.dataset[id], source.dataset)
    return FINE


def _refused(name: str, problems: tuple[Problem, ...]) -> None:
    for each in problems:
        print(problem_line(name, each))


def _whole(record: Record, dataset: Dataset) -> None:
    """Print a record, a field a line, and the passages that it rests on."""
    print(paint(f"{record.kind} {record.id}", "head"))
    found = [*rows(record, dataset)]
    found += [
        (f"evidence {each.document} {each.start}–{each.end}",
         ", ".join(each.supports) + (f": “{each.exact}”" if each.exact else ""))
        for each in record.evidence
    ]  # fmt: skip
    width = max((len(name) for name, _ in found), default=0)
    for name, text in found:
        print(f"  {paint(f'{name:<{width}}', 'dim')}  {text}")
