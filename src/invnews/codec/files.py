"""
Whole datasets: the file form of JSON, and files by name.
"""

import gzip
import os
from collections.abc import Mapping
from pathlib import Path

from ..dataset import Dataset
from ..errors import FILE_LIMIT, InvalidData, Problem, limited
from ..records import Record
from ..registry import BUILTIN, Registry
from ..shapes import DEPTH
from ..shapes.examine import wrong_type
from .envelope import FORMAT, VERSION, envelope_problems
from .lines import read_line, unpacking
from .parse import decode, located, parse
from .records import record_reader, to_text

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
    head = f'{{"format":"{FORMAT}","version":{VERSION},"records":['
    lines = ",\n".join(to_text(each, registry=registry) for each in dataset)
    return f"{head}\n{lines}\n]}}\n" if lines else f"{head}]}}\n"


def loads(text: str | bytes, *, registry: Registry = BUILTIN) -> Dataset:
    """
    Return the dataset that a text in the file form says.

    Args:
        text: Text, or its bytes in UTF-8 without byte order mark.
        registry: The kinds that are known.

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
    problems = envelope_problems(data, registry, whole_file=True)
    records: list[Record] = []
    if isinstance(data, Mapping) and type(data.get("records")) is list:
        read = record_reader(registry)
        for number, each in enumerate(data["records"]):
            try:
                records.append(read(each, f"$.records[{number}]"))
            except InvalidData as error:
                problems += error.problems
    if problems:
        raise InvalidData(located(limited(problems, FILE_LIMIT), whole, levels=_LEVELS))
    return Dataset(records)


def load(path: PathLike, *, registry: Registry = BUILTIN) -> Dataset:
    """
    Return the dataset of a file: JSON, or JSON Lines by its name (``.jsonl``, ``.ndjson``).

    A name that ends in ``.gz`` is read through gzip.

    Raises:
        InvalidData: With every fault of the file.
        OSError: The file cannot be read.
    """
    data = read_bytes(path)
    return load_lines(data, registry=registry) if is_lines(path) else loads(data, registry=registry)


def load_lines(data: bytes, *, registry: Registry = BUILTIN) -> Dataset:
    """
    Return the dataset of JSON Lines in memory.

    Raises:
        InvalidData: With every fault of every line.

    >>> len(load_lines(b""))
    0
    """
    read = record_reader(registry)
    records: list[Record] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            record = read_line(line, number, read, registry)
        except InvalidData as error:
            problems += error.problems
        else:
            records += [] if record is None else [record]
    if problems:
        raise InvalidData(limited(problems, FILE_LIMIT))
    return Dataset(records)


def save(dataset: Dataset, path: PathLike, *, registry: Registry = BUILTIN) -> None:
    """
    Write a dataset to a file: JSON, or JSON Lines by its name; ``.gz`` through gzip.

    Raises:
        InvalidData: The registry does not hold a record's kind; the file is not touched.
        OSError: The file cannot be written.
    """
    text = "".join(f"{to_text(each, registry=registry)}\n" for each in dataset) \
        if is_lines(path) else dumps(dataset, registry=registry)  # fmt: skip
    data = text.encode("utf-8")
    Path(path).write_bytes(gzip.compress(data, mtime=0) if _zipped(path) else data)


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
