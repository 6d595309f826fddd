"""What several tests of analysis share."""

import attrs
import pytest

from invnews.shapes import FrozenMap, Items, Nested, Reference, Table, describe


def mapped(shape, value, name):
    """Return a value with every id in it put through *name*."""
    match shape:
        case _ if value is None:
            return None
        case Items():
            return tuple(mapped(shape.item, each, name) for each in value)
        case Table():
            return FrozenMap({key: mapped(shape.item, each, name) for key, each in value.items()})
        case Reference():
            return name(value)
        case Nested():
            return with_ids(value, name)
    return value


def with_ids(instance, name):
    """Return a record or value with every id that it holds, its own included, renamed."""
    kind = describe(type(instance))
    changed = {
        field.name: mapped(field.shape, getattr(instance, field.name), name)
        for field in kind.fields
    }
    own = {"id": name(instance.id)} if kind.identified else {}
    return attrs.evolve(instance, **changed | own)


@pytest.fixture(scope="session")
def renamed():
    """Return a function that gives records other ids and another order, by chance."""

    def rename(records, chance):
        names = {}

        def name(id):
            return names.setdefault(id, f"n{chance.getrandbits(64):016x}")

        found = [with_ids(each, name) for each in records]
        chance.shuffle(found)
        return found, name

    return rename
