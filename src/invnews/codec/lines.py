"""
JSON Lines: one record a line, read and written as a stream.
"""

import contextlib
import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any

import attrs

from ..errors import RECORD_LIMIT, InvalidData, Problem, limited
from ..records import Record
from ..registry import BUILTIN, Registry
from .envelope import envelope_problems
from .parse import decode, located, parse
from .records import RecordReader, record_reader, to_text
from .strict import CUT_OFF

LineSource = str | os.PathLike[str] | IO[bytes] | Iterable[str | bytes]
"""A path, a binary file, or an iterable of lines; a path that ends in .gz is unpacked."""
LineTarget = str | os.PathLike[str] | IO[bytes]
"""A path or a binary file; a path that ends in .gz is packed."""


def read_lines(source: LineSource, *, registry: Registry = BUILTIN) -> Iterator[Record]:
    """
    Yield the records of JSON Lines, one after the other; nothing more is held.

    Blank lines are passed over. The first line may be the header of the file form.

    Raises:
        InvalidData: At the first line with a fault, with every fault of that line. Line and
            column are those of the source, the path starts at the record.
        OSError: The file cannot be read.

    >>> line = b'{"kind":"person","id":"p1","names":[{"text":"James Song"}]}'
    >>> [record.id for record in read_lines([line])]
    ['p1']
    """
    read = record_reader(registry)
    with _opened(source) as lines:
        for number, each in enumerate(lines, start=1):
            record = read_line(each, number, read, registry)
            if record is not None:
                yield record


def read_line(
    line: str | bytes, number: int, read: RecordReader, registry: Registry
) -> Record | None:
    """
    Return the record of one line, or None for a blank line or a header.

    Raises:
        InvalidData: With every fault of the line.
    """
    if not isinstance(line, (str, bytes)):
        found = type(line).__name__
        message = f"expected a line as str or bytes, got {found}"
        raise InvalidData([Problem("$", "wrong_type", message, line=number)])
    text = decode(line, number) if isinstance(line, bytes) else line
    if not text.strip(" \t\r\n"):
        return None
    data = _parse(text, number)
    if number == 1 and isinstance(data, dict) and "format" in data and "kind" not in data:
        problems = envelope_problems(data, registry, whole_file=False)
        if problems:
            raise InvalidData(located(limited(problems, RECORD_LIMIT), text, line=number))
        return None
    try:
        record: Record = read(data, "$")
    except InvalidData as error:
        raise InvalidData(located(error.problems, text, line=number)) from None
    return record


def _parse(text: str, number: int) -> Any:
    """Return the plain data of a line; one that is cut off may be that of a whole file."""
    try:
        return parse(text, line=number)
    except InvalidData as error:
        hint = "a line holds a whole record; load() and loads() read a whole file"
        raise InvalidData(
            attrs.evolve(each, hint=hint) if each.hint == CUT_OFF else each
            for each in error.problems
        ) from None


def write_lines(
    records: Iterable[Record], target: LineTarget, *, registry: Registry = BUILTIN
) -> None:
    """
    Write records as JSON Lines, each in its canonical text, as they come.

    Raises:
        InvalidData: The registry does not hold a record's kind; lines before it are written.
        OSError: The file cannot be written.
    """
    with contextlib.ExitStack() as stack:
        file: Any = target
        if isinstance(target, (str, os.PathLike)):
            file = stack.enter_context(open(target, "wb"))
            if os.fspath(target).endswith(".gz"):
                zipped = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
                file = stack.enter_context(zipped)
        for record in records:
            file.write(f"{to_text(record, registry=registry)}\n".encode())


@contextlib.contextmanager
def _opened(source: LineSource) -> Iterator[Iterable[str | bytes]]:
    """Open a path, and pass everything else on."""
    if not isinstance(source, (str, os.PathLike)):
        yield source
        return
    name = os.fspath(source)
    with gzip.open(name, "rb") if name.endswith(".gz") else open(name, "rb") as file, unpacking():
        yield file


@contextlib.contextmanager
def unpacking() -> Iterator[None]:
    """Turn what gzip raises for a damaged file into a problem."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        message = f"expected a whole gzip file, but: {error}"
        raise InvalidData([Problem("$", "unreadable", message)]) from error
