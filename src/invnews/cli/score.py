"""
invnews score: how well one file says what another says.
"""

import argparse
import json

from ..analysis.scoring import Score, score
from ..errors import InvalidData
from .command import FINE, PROBLEMS, STDIN, Misuse, problem_line, read_source
from .paint import paint


def run_score(options: argparse.Namespace) -> int:
    """Print how much of the gold was found, and every difference; return 1 for a bad file."""
    if options.gold == options.predicted == STDIN:
        raise Misuse("standard input can be given once only")
    gold, predicted = (read_source(name, options) for name in (options.gold, options.predicted))
    if gold.dataset is None or predicted.dataset is None:
        for source in (gold, predicted):
            for problem in source.problems:
                print(problem_line(source.name, problem))
        return PROBLEMS
    try:
        found = score(gold.dataset, predicted.dataset, registry=options.registry)
    except InvalidData as error:
        print(error)
        return PROBLEMS
    if options.format == "json":
        data = {"gold": gold.name, "predicted": predicted.name, **found.to_data()}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print(found)
    return FINE


def _print(found: Score) -> None:
    head, *rows = str(found).splitlines()
    print(paint(head, "head"))
    print(*rows, sep="\n")
    for miss in found.misses:
        print(f"  {miss}")
