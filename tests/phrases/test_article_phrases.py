"""The finders read in a whole article what its example records say, and nothing else."""

import importlib.util
import os
from pathlib import Path

import attrs
import pytest

from invnews import (
    MonetaryClaim,
    Money,
    PartialDate,
    Quantity,
    QuantityClaim,
    Record,
    Value,
    find_dates,
    find_money,
    find_quantities,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "alibaba_malaysia.py"


@pytest.fixture(scope="module")
def text():
    """Return the article, which is no part of the repository."""
    path = os.environ.get("INVNEWS_SEED_TEXT")
    if not path:
        pytest.skip("INVNEWS_SEED_TEXT names no file")
    return Path(path).read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def records():
    """Return the records of the example."""
    spec = importlib.util.spec_from_file_location("alibaba_malaysia", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.DATASET


def said(mentions):
    """Return the values of mentions."""
    return [each.value for each in mentions]


def test_every_amount_is_found_as_the_records_say_it(text, records):
    """Three amounts: a lot, more than US$22 billion, RM1m; each equal to its claim's value."""
    found = said(find_money(text))
    claimed = [each.value for each in records.of(MonetaryClaim)]

    assert sorted(found, key=str) == sorted(claimed, key=str)
    assert found == [
        Money.unquantified(text="a lot"),
        Money.more_than(22_000_000_000, "USD", text="more than US$22 billion"),
        Money.exactly(1_000_000, "MYR", text="RM1m"),
    ]


def test_every_quantity_is_found_as_the_records_say_it(text, records):
    """Four counts, with head noun and bound; each equal to its claim's value."""
    found = said(find_quantities(text))
    claimed = [each.value for each in records.of(QuantityClaim)]

    assert sorted(found, key=str) == sorted(claimed, key=str)
    assert found == [
        Quantity.unquantified("companies", text="many"),
        Quantity.more_than(50, "brands", text="more than 50"),
        Quantity.exactly(1500, "SMEs", text="1,500"),
        Quantity.exactly(10_000, "companies", text="10,000"),
    ]


def test_every_date_is_found_as_the_records_say_it(text, records):
    """Three relative dates and the year of a budget; the words of the last are its EDTF."""
    used = {each for record in records for each in dates_of(record) if each.text or each.edtf}
    found = [attrs.evolve(each, text=None) if each.text == each.edtf else each
             for each in said(find_dates(text))]  # fmt: skip

    assert set(found) == used
    assert len(found) == 4


def dates_of(instance):
    """Yield the dates inside a record of the news itself; those of its making are none."""
    if isinstance(instance, PartialDate):
        yield instance
    elif isinstance(instance, tuple):
        for each in instance:
            yield from dates_of(each)
    elif isinstance(instance, (Record, Value)):
        for field in attrs.fields(type(instance)):
            if field.name != "recorded":
                yield from dates_of(getattr(instance, field.name))
