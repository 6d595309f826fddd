"""
invnews upgrade: a file in today's form, with today's versions of its kinds.
"""

import argparse
import sys

from ..codec import dumps, save
from ..codec.lines import write_lines
from .command import FINE, PROBLEMS, STDIN, Misuse, read_source


def run_upgrade(options: argparse.Namespace) -> int:
    """Write the file in its canonical form, after the migrations that it needs."""
    if options.in_place and options.file == STDIN:
        raise Misuse("--in-place: standard input has no place")
    source = read_source(options.file, options)
    if source.dataset is None:
        for each in source.problems:
            print(f"{source.name}: {each}", file=sys.stderr)
        return PROBLEMS
    target = options.file if options.in_place else options.out
    if target not in (None, STDIN):
        save(source.dataset, target, registry=options.registry)
    elif source.lines:
        write_lines(source.dataset, sys.stdout.buffer, registry=options.registry)
    else:
        sys.stdout.buffer.write(dumps(source.dataset, registry=options.registry).encode())
    sys.stdout.flush()
    count = len(source.dataset)
    print(f"{source.name}: {count} record{'' if count == 1 else 's'}", file=sys.stderr)
    return FINE
