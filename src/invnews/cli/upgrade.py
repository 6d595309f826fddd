"""
invnews upgrade: a file in today's form, with today's versions of its kinds.
"""

import argparse
import sys
from collections.abc import Iterator

from ..codec import dumps, save
from ..codec.files import header_within
from ..codec.header import after_reading
from ..codec.lines import write_lines
from ..registry import Registry
from .command import FINE, PROBLEMS, STDIN, Misuse, Source, problem_line, read_source


def run_upgrade(options: argparse.Namespace) -> int:
    """Write the file in its canonical form, after the migrations that it needs."""
    if options.in_place and options.file == STDIN:
        raise Misuse("--in-place: standard input has no place")
    source = read_source(options.file, options)
    if source.dataset is None:
        for each in source.problems:
            print(problem_line(source.name, each), file=sys.stderr)
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
    told = [f"{count} record{'' if count == 1 else 's'}", *_changes(source, options.registry)]
    print(f"{source.name}: {', '.join(told)}", file=sys.stderr)
    return FINE


def _changes(source: Source, registry: Registry) -> Iterator[str]:
    """Yield the versions that the file had, and those that it has now."""
    header = header_within(source.data, registry, lines=source.lines)
    after = after_reading(header, registry)
    if after.version != header.version:
        yield f"the file form from version {header.version} to {after.version}"
    for name, said in header.kinds.items():
        if after.kinds[name].version != said.version:
            yield f"{name} from version {said.version} to {after.kinds[name].version}"
