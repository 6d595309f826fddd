"""
score against planted differences: the misses listed are those planted, and no others.

Each difference stands in a record of its own; ids and order of the prediction are changed
besides. Records without names keep being found by the rest of what they say.
"""

import importlib.util
import random
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from invnews.analysis.scoring import Miss, score
from invnews.analysis.scoring.items import plain
from invnews.dataset import Dataset
from invnews.errors import InvalidData
from invnews.records import Document, Person, Statement
from invnews.shapes import Code, Items, Nested, Reference, Text, describe
from invnews.testing import datasets
from invnews.values import Evidence, Name

_PATH = Path(__file__).resolve().parents[2] / "examples" / "alibaba_malaysia.py"
_SPEC = importlib.util.spec_from_file_location(_PATH.stem, _PATH)
_MODULE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)
UNSCORED = ("id", "missing", "recorded", "notes", "extra", "evidence", "attribution", "sha256",
            "length")  # fmt: skip


def without_supports(record):
    """Return a record whose evidence does not say what it supports, so that fields can go."""
    bare = tuple(attrs.evolve(each, supports=()) for each in record.evidence)
    return attrs.evolve(record, evidence=bare)


ARTICLE = Dataset([without_supports(each) for each in _MODULE.DATASET])


def changed(shape, value, number):
    """Return another value of a shape, how to get there, and where it differs; or None."""
    match shape:
        case Code():
            return f"x-planted-{number}", ""
        case Text(form=None):
            return f"planted {number}", ""
        case Nested() if not issubclass(shape.cls, Evidence):
            for field in describe(shape.cls).fields:
                inner = getattr(value, field.name)
                if isinstance(field.shape, (Code, Text)) and inner is not None:
                    found = changed(field.shape, inner, number)
                    if found is not None:
                        try:
                            return attrs.evolve(value, **{field.name: found[0]}), f".{field.name}"
                        except InvalidData:
                            continue
    return None


class Planter:
    """
    A prediction on its way from a gold dataset, and the misses that must be found.

    Args:
        gold: The gold dataset.
        seed: Of what is chosen.
    """

    def __init__(self, gold, seed):
        self.gold = gold
        self.chance = random.Random(seed)
        self.records = {each.id: each for each in gold}
        self.left = sorted(self.records)
        self.chance.shuffle(self.left)
        self.added = 0
        self.expected = []

    def plant(self, sort):
        """Plant one difference of a sort; return how many misses it makes, 0 if none fits."""
        for id in list(self.left):
            found = getattr(self, sort)(self.records[id])
            if found:
                self.left.remove(id)
                return found
        return 0

    def drop(self, record):
        """Drop a record; those who refer to it go on doing so."""
        del self.records[record.id]
        self.expected.append(Miss(kind=record.kind, what="missing_record", gold=record.id))
        return 1

    def add(self, record):
        """Add a record that says something new of an old one."""
        self.added += 1
        id = f"added-{self.added}"
        made = self.chance.choice([
            Person(id=id, names=(Name(text=f"Nobody{self.added}"),)),
            Statement(id=id, proposition=f"Novelty {self.added} never seen", about=(record.id,)),
        ])
        self.records[id] = made
        self.expected.append(Miss(kind=made.kind, what="spurious_record", predicted=id))
        return 1

    def fields(self, record, *, many):
        """Return the fields of a record that are set, in an order of chance."""
        found = [
            field for field in describe(type(record)).fields
            if field.name not in UNSCORED and isinstance(field.shape, Items) == many
            and getattr(record, field.name) not in (None, (), field.default)
        ]  # fmt: skip
        self.chance.shuffle(found)
        return found

    def put(self, record, field, value, what, path, shape, one, two):
        """Change a field where the record allows it, and expect one miss."""
        try:
            self.records[record.id] = attrs.evolve(record, **{field.name: value})
        except InvalidData:
            return 0
        self.expected.append(Miss(
            kind=record.kind, what=what, gold=record.id, predicted=record.id, field=field.name,
            path=path, gold_value=plain(shape, one), predicted_value=plain(shape, two),
        ))  # fmt: skip
        return 1

    def change(self, record):
        """Change a single field."""
        for field in self.fields(record, many=False):
            one = getattr(record, field.name)
            found = changed(field.shape, one, len(self.expected))
            if found and self.put_deep(record, field, found, one, field.name, found[0]):
                return 1
        return 0

    def change_item(self, record):
        """Change one item of a list."""
        for field in self.fields(record, many=True):
            old = getattr(record, field.name)
            place = self.chance.randrange(len(old))
            found = changed(field.single, old[place], len(self.expected))
            if found is None:
                continue
            new = (*old[:place], found[0], *old[place + 1 :])
            path = f"{field.name}[{place}]"
            if self.put_deep(record, field, found, old[place], path, new):
                return 1
        return 0

    def put_deep(self, record, field, found, one, path, value):
        """Change a field or item, and expect a miss where it differs inside."""
        two, inner = found
        shape = field.single
        if inner:
            shape = describe(shape.cls).by_name[inner[1:]].shape
            one, two = getattr(one, inner[1:]), getattr(two, inner[1:])
        return self.put(record, field, value, "wrong_field", path + inner, shape, one, two)

    def remove(self, record):
        """Empty a field, with all its items."""
        for field in self.fields(record, many=self.chance.random() < 0.5):
            one = getattr(record, field.name)
            if not field.required and self.put(
                record, field, field.default, "missing_field", field.name, field.shape, one, None
            ):
                return 1
        return 0

    def invent(self, record):
        """Set a field that the gold leaves empty."""
        for field in describe(type(record)).fields:
            empty = getattr(record, field.name) is None and field.name not in record.missing
            if empty and isinstance(field.shape, Text) and field.shape.form is None \
                    and field.name not in UNSCORED:  # fmt: skip
                two = f"invented {len(self.expected)}"
                if self.put(record, field, two, "spurious_field", field.name, field.shape, None, two):
                    return 1
        return 0

    def references(self, record):
        """Return field, place and id of the references that a record holds in fields."""
        found = [
            (field, place, id)
            for field in describe(type(record)).fields if isinstance(field.single, Reference)
            for value in [getattr(record, field.name)] if value
            for place, id in enumerate(value if field.many else [value]) if id in self.gold
        ]  # fmt: skip
        self.chance.shuffle(found)
        return found

    def point(self, record, field, place, id):
        """Point a reference to another record; return whether the record allows it."""
        old = getattr(record, field.name)
        if not field.many:
            return self.put(record, field, id, "wrong_field", field.name, field.shape, old, id)
        new = (*old[:place], id, *old[place + 1 :])
        path = f"{field.name}[{place}]"
        return self.put(record, field, new, "wrong_field", path, field.single, old[place], id)

    def redirect(self, record):
        """Point a reference to another record of the same kind."""
        for field, place, id in self.references(record):
            kind = self.gold[id].kind
            others = [
                each.id for each in self.gold
                if each.kind == kind and each.id not in (id, record.id) and each.id in self.records
            ]  # fmt: skip
            self.chance.shuffle(others)
            for other in others:
                inside = other in (getattr(record, field.name) if field.many else ())
                if not inside and self.point(record, field, place, other):
                    return 1
        return 0

    def swap(self, record):
        """Let two records exchange what they refer to in one field."""
        for field, place, id in self.references(record):
            for name in self.left:
                other = self.records[name]
                if other.kind != record.kind or name == record.id:
                    continue
                for theirs, there, target in self.references(other):
                    fits = theirs.name == field.name and target != id and not (
                        field.many and (target in getattr(record, field.name)
                                        or id in getattr(other, field.name)))  # fmt: skip
                    if fits and self.point(record, field, place, target):
                        if self.point(other, field, there, id):
                            self.left.remove(name)
                            return 2
                        self.records[record.id] = record
                        self.expected.pop()
        return 0

    def misses(self, renamed):
        """Return what is found and what is expected, by gold ids, in one order."""
        records, name = renamed(self.records.values(), self.chance)
        found = score(self.gold, Dataset(records)).misses
        expected = [self.as_seen(each, name) for each in self.expected]
        return sorted(map(repr, found)), sorted(map(repr, expected))

    def as_seen(self, miss, name):
        """Return an expected miss with the ids that the prediction has."""
        ids = {*self.records, *(each.id for each in self.gold)}
        value = miss.predicted_value
        return attrs.evolve(
            miss,
            predicted=None if miss.predicted is None else name(miss.predicted),
            predicted_value=name(value) if isinstance(value, str) and value in ids else value,
        )


SORTS = ("drop", "add", "change", "change_item", "remove", "invent", "redirect", "swap")


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("many", range(1, 21))
def test_what_is_planted_in_an_article_is_what_is_found(renamed, sort, many):
    """However many differences of one sort there are, each is one miss."""
    planter = Planter(ARTICLE, f"{sort} {many}")
    planted = 0
    while planted < many and (count := planter.plant(sort)):
        planted += count

    found, expected = planter.misses(renamed)

    assert planted >= min(many, 5)
    assert found == expected


@given(st.lists(st.sampled_from(SORTS), min_size=1, max_size=20), st.integers(0, 10**6))
def test_differences_of_all_sorts_are_found_together(renamed, sorts, seed):
    """Differences of several sorts do not hide each other."""
    planter = Planter(ARTICLE, seed)
    planted = sum(planter.plant(each) for each in sorts)

    found, expected = planter.misses(renamed)

    assert planted > 0
    assert found == expected


def cited(dataset):
    """Return a generated dataset in which each record rests on a passage of its own."""
    firsts = [dataset.records[numbers[0]] for numbers in dataset.positions.values()]
    passages = [
        attrs.evolve(each, evidence=(Evidence(document="the-text", start=100 * n, end=100 * n + 60),))
        for n, each in enumerate(firsts)
    ]
    return Dataset([Document(id="the-text", sha256="0" * 64), *passages])


@given(datasets(max_records=10), st.lists(st.sampled_from(SORTS), min_size=1, max_size=6),
       st.integers(0, 10**6))  # fmt: skip
def test_what_is_planted_in_generated_records_is_what_is_found(renamed, generated, sorts, seed):
    """
    Whatever records hold, a difference is one miss while the passage says which they are.

    Which of two equal items of a list it was, nothing tells: numbers are not compared.
    """
    gold = cited(generated)
    planter = Planter(gold, seed)
    planter.left.remove("the-text")
    planted = sum(planter.plant(each) for each in sorts)
    assume(planted)

    found, expected = planter.misses(renamed)

    assert sorted(map(unnumbered, found)) == sorted(map(unnumbered, expected))


def unnumbered(text):
    """Return a miss as text, without the numbers of items."""
    return re.sub(r"\[[0-9]+\]", "[]", str(text))
