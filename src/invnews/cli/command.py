"""
What the commands share: exit codes, reading files, texts of documents.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence

import attrs

from ..codec.files import is_lines, load_lines, loads, read_bytes
from ..codec.keep import Unknown
from ..codec.parse import decode, located, parse
from ..dataset import Dataset
from ..errors import InvalidData, Problem
from .paint import paint

FINE, PROBLEMS, MISUSE = 0, 1, 2
STDIN = "-"


class Misuse(Exception):
    """The arguments cannot be followed; the message says why."""


@attrs.frozen
class Source:
    """
    A file that was read: its dataset, or what is wrong with it.

    Args:
        name: As given on the command line.
        dataset: None when the file was refused.
        problems: Why it was refused.
        data: Its bytes, unpacked.
        lines: Whether it is JSON Lines.
    """

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...]
    data: bytes
    lines: bool

    def place(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of the dataset with line and column of the file."""
        found = list(problems)
        if not found:
            return found
        if not self.lines:
            return located(found, decode(self.data), levels=sys.maxsize)
        lines = self._numbered()
        return [_in_line(each, lines) for each in found]

    def _numbered(self) -> list[tuple[int, str]]:
        """Return number and text of the lines that hold records."""
        lines = enumerate(self.data.decode("utf-8").split("\n"), start=1)
        held = [(number, line) for number, line in lines if line.strip()]
        header = held and held[0][0] == 1 and '"format"' in held[0][1] and _is_header(held[0][1])
        return held[1:] if header else held


def _is_header(line: str) -> bool:
    return "kind" not in parse(line)


def _in_line(problem: Problem, lines: Sequence[tuple[int, str]]) -> Problem:
    """Return the problem of a record with the place it has in its line."""
    head, bracket, rest = problem.path.removeprefix("$.records[").partition("]")
    if not bracket or not head.isdigit():
        return problem
    number, text = lines[int(head)]
    inner = located([attrs.evolve(problem, path=f"${rest}")], text, line=number)[0]
    return attrs.evolve(problem, line=inner.line, column=inner.column)


def read_source(name: str, options: argparse.Namespace) -> Source:
    """
    Read a file, or standard input for ``-``; what is wrong with it is kept, not raised.

    Args:
        name: As given on the command line.
        options: With the registry, and whether unknown kinds and fields are kept.

    Raises:
        OSError: The file cannot be read.
    """
    data = sys.stdin.buffer.read() if name == STDIN else bytes_of(name)
    lines = looks_like_lines(data) if name == STDIN else is_lines(name)
    unknown: Unknown = "keep" if options.keep else "refuse"
    read = load_lines if lines else loads
    try:
        dataset = read(data, registry=options.registry, unknown=unknown)
        return Source(name, dataset, (), data, lines)
    except InvalidData as error:
        return Source(name, None, error.problems, data, lines)


def problem_line(name: str, problem: Problem) -> str:
    """Return a problem of a file on one line, as compilers print theirs."""
    place = f":{problem.line}:{problem.column or 1}" if problem.line is not None else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    kind = paint(problem.severity, problem.severity)
    return f"{name}{place}: {kind}: {problem.path}: {problem.message}{hint} [{problem.code}]"


def bytes_of(path: str) -> bytes:
    """
    Return the bytes of a file, unpacked.

    Raises:
        Misuse: It is no whole gzip file, as its name says.
    """
    try:
        return read_bytes(path)
    except InvalidData as error:
        raise Misuse(f"{path}: {error.problems[0].message}") from error


def looks_like_lines(data: bytes) -> bool:
    """
    Return whether bytes are JSON Lines: the first line is a whole record or header.

    >>> looks_like_lines(b'{"kind":"person"}'), looks_like_lines(b'{"records":[')
    (True, False)
    """
    first = data.lstrip().partition(b"\n")[0]
    try:
        found = parse(decode(first))
    except InvalidData:
        return False
    return isinstance(found, dict) and ("kind" in found or "records" not in found)


def read_texts(pairs: Iterable[str]) -> dict[str, str]:
    """
    Return the texts that ``--text ID=PATH`` names, by document id.

    Raises:
        Misuse: An argument has another form, names a document twice, or names a file that is
            not UTF-8 without byte order mark.
        OSError: A file cannot be read.
    """
    texts: dict[str, str] = {}
    for pair in pairs:
        id, equals, path = pair.partition("=")
        if not (id and equals and path):
            raise Misuse(f"--text: expected ID=PATH, got {pair!r}")
        if id in texts:
            raise Misuse(f"--text: the document {id!r} is given twice")
        try:
            texts[id] = decode(bytes_of(path))
        except InvalidData as error:
            raise Misuse(f"{path}: {error}") from error
    return texts
