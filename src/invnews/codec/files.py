"""
Whole datasets: the file form of JSON, and files by name.
"""

import gzip
import os
from pathlib import Path
from typing import Any

from ..dataset import Dataset
from ..errors import FILE_LIMIT, InvalidData, Problem, limited
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes import DEPTH
from ..shapes.examine import wrong_type
from .envelope import read_header
from .header import Header, header_of
from .keep import Unknown, keeps
from .lines import LineReader, unpacking
from .parse import decode, located, parse
from .records import record_reader, to_text
from .replace import replacing

_LEVELS = DEPTH + 2
"""The file and its list of records stand around the records themselves."""

PathLike = str | os.PathLike[str]


def dumps(dataset: Dataset, *, registry: Registry = BUILTIN) -> str:
    r"""
    Return the canonical text of a dataset: one record a line, a newline at the end.

    The same dataset gives the same text on every platform, locale, time zone and hash seed.

    >>> from invnews.dataset import Dataset
    >>> dumps(Dataset(()))
    '{"format":"invnews","version":1,"records":[]}\n'
    """
    lines = ",\n".join(to_text(each, registry=registry) for each in dataset)
    before, after = header_of(dataset, registry, dataset.unread).parts()
    inside = f"\n{lines}\n" if lines else ""
    return f'{{{before},"records":[{inside}]{after}}}\n'


def loads(
    text: str | bytes, *, registry: Registry = BUILTIN, unknown: Unknown = "refuse"
) -> Dataset:
    """
    Return the dataset that a text in the file form says.

    Args:
        text: Text, or its bytes in UTF-8 without byte order mark.
        registry: The kinds that are known.
        unknown: What to do with kinds, fields and newer versions that are not known:
            ``refuse``, or ``keep`` them, to be written back as they were.

    Raises:
        InvalidData: With every fault of the whole text, each with path, line and column;
            nothing is half read.

    >>> len(loads('{"format":"invnews","version":1,"records":[]}'))
    0
    """
    whole = decode(text) if isinstance(text, bytes) else text
    if not isinstance(whole, str):
        raise InvalidData([wrong_type("$", "str or bytes", text)])
    data = parse(whole, levels=_LEVELS, limit=FILE_LIMIT)
    try:
        return read_dataset(data, registry, keep=keeps(unknown))
    except InvalidData as error:
        raise InvalidData(located(error.problems, whole, levels=_LEVELS)) from None


def read_dataset(data: Any, registry: Registry, *, keep: bool) -> Dataset:
    """
    Return the dataset that the plain data of a file say.

    Raises:
        InvalidData: With every fault, at most 1,000 and one that counts the others.
    """
    header, problems = read_header(data, registry, whole_file=True, keep=keep)
    records: list[Record] = []
    if type(data.get("records")) is list:
        read = record_reader(registry, keep=keep, header=header)
        for number, each in enumerate(data["records"]):
            try:
                records.append(read(each, f"$.records[{number}]"))
            except InvalidData as error:
                problems += error.problems
    if problems:
        raise InvalidData(limited(_each_kind_once(problems), FILE_LIMIT))
    return Dataset(records, unread=header.unread)


def _each_kind_once(problems: list[Problem]) -> list[Problem]:
    """Return the problems without records of kinds of which the header told already."""
    told = {it.value for it in problems if it.code == "unknown_kind" and it.path[:7] == "$.kinds"}
    return [
        each for each in problems
        if each.code != "unknown_kind" or each.path[:7] == "$.kinds" or each.value not in told
    ]  # fmt: skip


def load(path: PathLike, *, registry: Registry = BUILTIN, unknown: Unknown = "refuse") -> Dataset:
    """
    Return the dataset of a file: JSON, or JSON Lines by its name (``.jsonl``, ``.ndjson``).

    A name that ends in ``.gz`` is read through gzip. Arguments are those of `loads`.

    Raises:
        InvalidData: With every fault of the file.
        OSError: The file cannot be read.
    """
    read = load_lines if is_lines(path) else loads
    return read(read_bytes(path), registry=registry, unknown=unknown)


def load_lines(
    data: bytes, *, registry: Registry = BUILTIN, unknown: Unknown = "refuse"
) -> Dataset:
    """
    Return the dataset of JSON Lines in memory.

    Raises:
        InvalidData: With every fault of every line.

    >>> len(load_lines(b""))
    0
    """
    reader = LineReader(registry, keep=keeps(unknown))
    records: list[Record] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            record = reader.read(line, number)
        except InvalidData as error:
            problems += error.problems
            if reader.is_over:
                break
        else:
            records += [] if record is None else [record]
    if problems:
        raise InvalidData(limited(problems, FILE_LIMIT))
    return Dataset(records, unread=reader.header.unread)


def header_within(data: bytes, registry: Registry, *, lines: bool) -> Header:
    """
    Return what a file says around its records, as it says it; JSON Lines may say nothing.

    Raises:
        InvalidData: It is no file of ours.
    """
    text = decode(data.split(b"\n", 1)[0] if lines else data)
    found = parse(text, levels=_LEVELS) if text.strip() else {}
    if lines and ("kind" in found or "format" not in found):
        return Header(registry.format_version)
    return read_header(found, registry, whole_file=not lines, keep=True)[0]


def save(dataset: Dataset, path: PathLike, *, registry: Registry = BUILTIN) -> None:
    """
    Write a dataset to a file: JSON, or JSON Lines by its name; ``.gz`` through gzip.

    A file that is there is replaced when all is written.

    Raises:
        InvalidData: The registry does not hold a record's kind; the file is not touched.
        OSError: The file cannot be written.
    """
    text = (_lines if is_lines(path) else dumps)(dataset, registry=registry)
    data = text.encode("utf-8")
    with replacing(path) as file:
        file.write(gzip.compress(data, mtime=0) if _zipped(path) else data)


def _lines(dataset: Dataset, *, registry: Registry) -> str:
    """Return the canonical JSON Lines of a dataset."""
    header = header_of(dataset, registry, dataset.unread)
    texts = [header.text()] if header.says_something(registry) else []
    texts += (to_text(each, registry=registry) for each in dataset)
    return "".join(f"{each}\n" for each in texts)


def read_bytes(path: PathLike) -> bytes:
    """Return all bytes of a file, unpacked when its name ends in ``.gz``."""
    data = Path(path).read_bytes()
    with unpacking():
        return gzip.decompress(data) if _zipped(path) else data


def is_lines(path: PathLike) -> bool:
    """Return whether a file is JSON Lines by its name."""
    name = os.fspath(path).removesuffix(".gz")
    return name.endswith((".jsonl", ".ndjson"))


def _zipped(path: PathLike) -> bool:
    return os.fspath(path).endswith(".gz")
