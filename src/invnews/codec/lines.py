"""
JSON Lines: one record a line, read and written as a stream.
"""

import contextlib
import gzip
import os
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import IO, Any

import attrs

from ..dataset import Dataset
from ..errors import RECORD_LIMIT, InvalidData, Problem, limited
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes import Declaration
from .envelope import read_header
from .header import Header, after_reading, declared_by, header_of, needs
from .keep import Unknown, keeps
from .parse import decode, located, parse
from .records import record_reader, to_text
from .replace import replacing
from .strict import CUT_OFF

LineSource = str | os.PathLike[str] | IO[bytes] | Iterable[str | bytes]
"""A path, a binary file, or an iterable of lines; a path that ends in .gz is unpacked."""
LineTarget = str | os.PathLike[str] | IO[bytes]
"""A path or a binary file; a path that ends in .gz is packed."""


def read_lines(
    source: LineSource, *, registry: Registry = BUILTIN, unknown: Unknown = "refuse"
) -> "Lines":
    """
    Return the records of JSON Lines, one after the other; nothing more is held.

    Blank lines are passed over. The first line may be the header of the file form; it is then
    the iterator's ``header``.

    Args:
        source: A path, a binary file, or an iterable of lines.
        registry: The kinds that are known.
        unknown: What to do with kinds, fields and newer versions that are not known:
            ``refuse``, or ``keep`` them, to be written back as they were.

    Raises:
        InvalidData: While iterating, at the first line with a fault, with every fault of that
            line. Line and column are those of the source, the path starts at the record.
        OSError: The file cannot be read.

    >>> line = b'{"kind":"person","id":"p1","names":[{"text":"James Song"}]}'
    >>> [record.id for record in read_lines([line])]
    ['p1']
    """
    return Lines(source, LineReader(registry, keep=keeps(unknown)))


class Lines(Iterator[Record]):
    """The records of JSON Lines as they come, and the header that opened them."""

    def __init__(self, source: LineSource, reader: "LineReader") -> None:
        self._reader = reader
        self._records = self._read(source)
        self._ahead: list[Record] = []

    def __iter__(self) -> "Lines":
        """Return itself: the records come once."""
        return self

    def __next__(self) -> Record:
        """Return the next record."""
        return self._ahead.pop() if self._ahead else next(self._records)

    def close(self) -> None:
        """Close the file, when a path was given; no more records come."""
        self._records.close()

    @property
    def header(self) -> Header:
        """
        What the first line says of the file; asked for early, it reads up to the first record.

        Raises:
            InvalidData: There is a fault in what is read.
        """
        if not self._reader.has_begun:
            self._ahead += [each for _, each in zip(range(1), self._records, strict=False)]
        return self._reader.header

    def _read(self, source: LineSource) -> Generator[Record, None, None]:
        with _opened(source) as lines:
            for number, each in enumerate(lines, start=1):
                record = self._reader.read(each, number)
                if record is not None:
                    yield record


class LineReader:
    """
    Reads line after line of one source; the first may be a header.

    Args:
        registry: The kinds that are known.
        keep: Whether what is not known is kept.
    """

    def __init__(self, registry: Registry, *, keep: bool) -> None:
        self.header = Header(registry.format_version)
        self.has_begun = False
        self.is_over = False
        self._registry = registry
        self._keep = keep
        self._record = record_reader(registry, keep=keep)

    def read(self, line: str | bytes, number: int) -> Record | None:
        """
        Return the record of one line, or None for a blank line or the header.

        Raises:
            InvalidData: With every fault of the line. After a header that is no header of
                ours ``is_over`` is true: what the lines behind it say cannot be told.
        """
        self.has_begun = True
        if not isinstance(line, (str, bytes)):
            found = type(line).__name__
            message = f"expected a line as str or bytes, got {found}"
            raise InvalidData([Problem("$", "wrong_type", message, line=number)])
        text = decode(line, number) if isinstance(line, bytes) else line
        if not text.strip(" \t\r\n"):
            return None
        data = _parse(text, number)
        try:
            if number == 1 and isinstance(data, dict) and "format" in data and "kind" not in data:
                self._begin(data)
                return None
            record: Record = self._record(data, "$")
        except InvalidData as error:
            raise InvalidData(located(error.problems, text, line=number)) from None
        return record

    def _begin(self, data: dict[str, Any]) -> None:
        """Take the first line as the header."""
        try:
            header, problems = read_header(data, self._registry, whole_file=False, keep=self._keep)
        except InvalidData:
            self.is_over = True
            raise
        if problems:
            raise InvalidData(limited(problems, RECORD_LIMIT))
        self.header = after_reading(header, self._registry)
        self._record = record_reader(self._registry, keep=self._keep, header=header)


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
    records: Iterable[Record],
    target: LineTarget,
    *,
    registry: Registry = BUILTIN,
    header: Header | None = None,
) -> None:
    """
    Write records as JSON Lines, each in its canonical text, as they come.

    A header opens them when there is something to say: kinds that are not built in.

    Args:
        records: A dataset, a list, or any iterable; what `read_lines` returns brings its header.
        target: A path or a binary file.
        registry: The kinds that are known.
        header: What to say of the file. None: of a dataset or list what its records need; of
            another iterable every kind of the registry that is not built in, since it is not
            known yet which of them will come.

    Raises:
        InvalidData: The registry does not hold a record's kind, or the header says nothing of
            it. A path is then as it was before; a binary file holds the lines before it.
        OSError: The file cannot be written.
    """
    said = _header_for(records, registry) if header is None else header
    with contextlib.ExitStack() as stack:
        file: Any = target
        if isinstance(target, (str, os.PathLike)):
            file = stack.enter_context(replacing(target))
            if os.fspath(target).endswith(".gz"):
                zipped = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
                file = stack.enter_context(zipped)
        if said.says_something(registry):
            file.write(f"{said.text()}\n".encode())
        told: set[object] = set()
        for record in records:
            text = to_text(record, registry=registry)
            needed = needs(record, registry)
            if needed not in told:
                told.add(needed)
                _refuse_undeclared(record, said, registry)
            file.write(f"{text}\n".encode())


def _header_for(records: Iterable[Record], registry: Registry) -> Header:
    """Return the header of records that may not have come yet."""
    if isinstance(records, Lines):
        return records.header
    if isinstance(records, Dataset):
        return header_of(records, registry, records.unread)
    if isinstance(records, Sequence):
        return header_of((each for each in records if isinstance(each, Record)), registry)
    own = (each for name in registry.kinds for each in declared_by(registry, name))
    return Header(registry.format_version, {each.name: each for each in own})


def _refuse_undeclared(record: Record, header: Header, registry: Registry) -> None:
    """Refuse a record of whose kind, or of another version of it, the header says nothing."""
    needed = header_of([record], registry)
    problems = [
        Problem("$.kind", "kind_version", f"the header says nothing of {_words(each)}", each.name,
                "pass a Dataset or a list, or the header= that the records came with")
        for name, each in needed.kinds.items() if not _says(header, each)
    ]  # fmt: skip
    if needed.version != header.version:
        message = f"expected a record of format version {header.version}, got {needed.version}"
        problems.append(Problem("$", "format_version", message, needed.version))
    if problems:
        raise InvalidData(problems)


def _says(header: Header, declared: Declaration) -> bool:
    """Return whether a header declares a kind so, whatever else it says of it."""
    said = header.kinds.get(declared.name)
    return said is not None and attrs.evolve(said, unread=declared.unread) == declared


def _words(declared: Declaration) -> str:
    return f"version {declared.version} of the kind {declared.name!r}"


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
