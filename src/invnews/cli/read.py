"""
invnews read: the amounts, quantities and dates of a line of text.
"""

import argparse
import json
import sys
from typing import Any

from ..analysis.words import amount_in_words, date_in_words
from ..codec.compiled_writer import data_writer
from ..errors import InvalidData
from ..phrases import Mention, find_dates, find_money, find_quantities
from ..values import Money, PartialDate, Quantity
from .command import FINE, STDIN, Misuse
from .draft import published
from .paint import paint

AnyMention = Mention[Money] | Mention[Quantity] | Mention[PartialDate]
Found = tuple[str, AnyMention]


def run_read(options: argparse.Namespace) -> int:
    """
    Print what is found in a text, in reading order.

    Raises:
        Misuse: The country or date of publication cannot be read.
    """
    text = sys.stdin.read() if options.text == STDIN else options.text
    try:
        found = _found(text, options)
    except InvalidData as error:
        raise Misuse(str(error)) from error
    if options.format == "json":
        print(json.dumps([_as_data(*each) for each in found], ensure_ascii=False, indent=1))
    elif not found:
        print("no amount, quantity or date found")
    else:
        for kind, mention in found:
            print(_line(kind, mention, text))
    return FINE


def _found(text: str, options: argparse.Namespace) -> list[Found]:
    country = options.country
    dates = find_dates(text, published=published(options), country=country)
    every: list[Found] = [
        *(("money", each) for each in find_money(text, country=country)),
        *(("quantity", each) for each in find_quantities(text, country=country)),
        *(("date", each) for each in dates),
    ]
    return sorted(every, key=lambda each: (each[1].start, each[1].end))


def _line(kind: str, mention: AnyMention, text: str) -> str:
    """Return where it stands, its words, and what they say."""
    place = f"{mention.full_start}–{mention.full_end}"
    words = " ".join(text[mention.full_start : mention.full_end].split())
    return f"{paint(f'{kind:<8}', 'head')}  {place:<9}  “{words}”  {_says(mention)}"


def _says(mention: AnyMention) -> str:
    """Return what a mention says, and what its currency rests on."""
    value = mention.value
    if isinstance(value, PartialDate):
        return f"{value.edtf or date_in_words(value)}{_bounds(value)}"
    said = amount_in_words(value)
    if mention.basis == "none" and mention.candidates:
        said += f" [one of {', '.join(mention.candidates)}; --country may settle it]"
    elif mention.basis not in (None, "none", "explicit"):
        said += f" [currency by {mention.basis}]"
    return said if mention.equivalent_of is None else f"{said} [the same sum once more]"


def _bounds(value: PartialDate) -> str:
    """Return the days between which a date lies, and what is uncertain about it."""
    flags = [name for name in ("fiscal", "vague") if getattr(value, name)]
    if value.relation != "in":
        flags.insert(0, value.relation)
    noted = f" [{', '.join(flags)}]" if flags else ""
    if value.edtf is None:
        return f"{noted} (give --published to resolve it)" if value.relative else noted
    return f" ({value.earliest or '…'} to {value.latest or '…'}){noted}"


def _as_data(kind: str, mention: AnyMention) -> dict[str, Any]:
    """Return a mention as plain data of JSON."""
    data: dict[str, Any] = {
        "what": kind, "start": mention.start, "end": mention.end,
        "full_start": mention.full_start, "full_end": mention.full_end,
        "value": data_writer(type(mention.value))(mention.value),
    }  # fmt: skip
    if kind == "money":
        data |= {"basis": mention.basis, "candidates": list(mention.candidates),
                 "equivalent_of": mention.equivalent_of}  # fmt: skip
    if isinstance(mention.value, PartialDate):
        ends = (mention.value.earliest, mention.value.latest)
        data |= {name: end and end.isoformat() for name, end in zip(_ENDS, ends, strict=True)}
    return data


_ENDS = ("earliest", "latest")
