"""
invnews draft: a first dataset from the text of an article.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..codec import dumps, save
from ..codec.parse import decode
from ..dataset import Dataset
from ..errors import InvalidData
from ..intake import draft
from ..records import MonetaryClaim, QuantityClaim, Record
from ..values import PartialDate
from .command import FINE, STDIN, Misuse, bytes_of


def run_draft(options: argparse.Namespace) -> int:
    """
    Write the draft of a text: a document, and a claim for each amount and quantity in it.

    Raises:
        Misuse: The file is not UTF-8, or an option cannot be read.
        OSError: A file cannot be read or written.
    """
    if options.out is not None and _is_same_file(options.out, options.file):
        raise Misuse(f"--out: {options.out} is the text itself")
    data = sys.stdin.buffer.read() if options.file == STDIN else bytes_of(options.file)
    try:
        text = decode(data)
        found = draft(text, title=options.title, published=published(options),
                      country=options.country)  # fmt: skip
    except InvalidData as error:
        raise Misuse(f"{options.file}: {error}") from error
    if options.out is not None:
        save(found, options.out, registry=options.registry)
    else:
        sys.stdout.buffer.write(dumps(found, registry=options.registry).encode())
    sys.stdout.flush()
    said = ", ".join((_count(found, MonetaryClaim, "amount", "amounts"),
                      _count(found, QuantityClaim, "quantity", "quantities")))  # fmt: skip
    print(f"{options.file}: {said}; complete what missing names as x-not_recorded", file=sys.stderr)
    return FINE


def _is_same_file(one: str, other: str) -> bool:
    """Return whether two paths lead to one file, that of standard input apart."""
    return other != STDIN and Path(one).exists() and Path(one).samefile(other)


def _count(found: Dataset, kind: type[Record], one: str, several: str) -> str:
    number = len(found.of(kind))
    return f"{number} {one if number == 1 else several}"


def published(options: argparse.Namespace) -> PartialDate | date | None:
    """
    Return the date of publication that ``--published`` gives.

    Raises:
        Misuse: It is no EDTF.
    """
    if options.published is None:
        return None
    try:
        return PartialDate(options.published)
    except InvalidData as error:
        raise Misuse(f"--published: {error}") from error
