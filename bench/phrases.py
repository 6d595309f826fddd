"""
Score and time find_money, find_quantities and find_dates on annotated sentences.

    python bench/phrases.py DIRECTORY [--money] [--quantity] [--dates] [--errors] [--no-peers]
                            [--only-scores] [--json] [--check]

The directory holds money.jsonl, quantity.jsonl and dates.jsonl, any of them; of another
``*.jsonl`` each row says its kind. Peers are the other libraries that happen to be installed.

Exit status: 0 all was measured, 1 a goal is missed (with --check), 2 the input cannot be read.
"""
# ruff: noqa: INP001  a script, in no package

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from phrase_bench.expressions import SORTS
from phrase_bench.report import as_data, lines
from phrase_bench.results import run
from phrase_bench.rows import BadInput, read_directory


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="phrases.py", description=__doc__.partition("\n\n")[0])
    parser.add_argument("directory", type=Path, help="where the *.jsonl are")
    for option, sort in (("--money", "money"), ("--quantity", "quantity"), ("--dates", "date")):
        parser.add_argument(option, dest="sorts", action="append_const", const=sort,
                            help="only this sort, and others so named")  # fmt: skip
    parser.add_argument("--errors", action="store_true", help="list each row that is wrong")
    parser.add_argument("--no-peers", action="store_true", help="run no other library")
    parser.add_argument("--only-scores", action="store_true", help="leave out speed and growth")
    parser.add_argument("--json", action="store_true", help="write one JSON object")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a goal is missed")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; return the exit status."""
    asked = _arguments(arguments)
    try:
        rows = read_directory(asked.directory)
        sorts = [sort for sort in SORTS if sort in {row.sort for row in rows}]
        absent = [sort for sort in asked.sorts or () if sort not in sorts]
        if absent:
            raise BadInput(f"{asked.directory}: no rows of kind {', '.join(absent)}")
    except BadInput as error:
        sys.stderr.write(f"{error}\n")
        return 2
    data, misses = {}, 0
    for sort in sorts:
        if asked.sorts and sort not in asked.sorts:
            continue
        result = run(rows, sort, with_peers=not asked.no_peers, with_times=not asked.only_scores)
        misses += len(result.misses())
        if asked.json:
            data[sort] = as_data(result, with_errors=asked.errors)
        else:
            sys.stdout.write("\n".join(lines(result, with_errors=asked.errors)) + "\n\n")
            sys.stdout.flush()
    if asked.json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    return 1 if asked.check and misses else 0


if __name__ == "__main__":
    sys.exit(main())
