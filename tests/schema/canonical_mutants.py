"""
Valid records, and mutants of them: each with one to three changes, the same ones for a number.
"""

import copy
import importlib.util
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from invnews import BUILTIN, to_dict

ROOT = Path(__file__).parents[2]


def golden() -> list[dict[str, Any]]:
    """Return the plain data of every golden record and its neighbours."""
    folder = ROOT / "tests" / "golden"
    lines = [(folder / f"{kind.name}.json").read_text("utf-8") for kind in BUILTIN]
    whole = json.loads((folder / "neighbours.json").read_text("utf-8"), parse_float=Decimal)
    return [json.loads(each, parse_float=Decimal) for each in lines] + whole["records"]


def article() -> Any:
    """Return the dataset of the whole example article."""
    path = ROOT / "examples" / "alibaba_malaysia.py"
    spec = importlib.util.spec_from_file_location("alibaba_malaysia", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.DATASET


ARTICLE = article()
VALID = [*golden(), *map(to_dict, ARTICLE)]

ODD: list[Any] = [
    None, True, False, 0, 1, -1, 7, 10**40 - 1, 10**40, -(10**40), Decimal("1.0"), Decimal("1.5"),
    Decimal("-3.0"), "", " ", "\u3000", "\u0085\u2028", "\0", "x\0", " x", "x\n", "\n", "\u180e",
    "\ufeff", "x-own", "x-own\n", "x-", "x-Own", "x-" + "a" * 63, "X-own", "USD", "usd", "MYR", "MY",
    "MY-14", "2018", "2018-02-30", "2018-13", "2018-05/2017", "2018\n", "20180101", "198X", "-0",
    "0.5", "1.5", "-0.0", "1e3", "01", "+1", "1.", "5.0", "9" * 40, "9" * 41, "-" + "9" * 40,
    "-" + "9" * 39 + ".9", "9" * 39 + ".99", "-" + "9" * 39 + ".99", "0." + "0" * 39, "0." + "0" * 40,
    "1\n", "http://a", "http://", "https://a.b/c\n", "javascript:1", "en", "zh-Hant-HK", "EN",
    "a" * 128, "a" * 129, "value.amount", "value..x", "f" * 64, "F" * 64, "f" * 64 + "\n", "isin",
    "US0378331005", "US0378331006", "same", "x y", "😀", [], {}, [[]], [None], [""], {"": 1},
    {" ": "x"}, {"x-y": "unknown"}, {"text": "x"}, ["x", "x"], {"edtf": "2018"}, {"edtf": "2018-02-31"},
    {"comparator": "between", "amount": "5", "upper": "4"}, {"a": {"b": [1, Decimal("0.5"), None]}},
]  # fmt: skip
CODES = [code for each in BUILTIN.vocabularies.values() for code in list(each.terms)[:4]]
NAMES = sorted({field.name for kind in (*BUILTIN, *BUILTIN.values.values()) for field in kind.fields})


def spots(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container with the name or number of each thing in it."""
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], (dict, list)):
            yield from spots(data[key])


def pool() -> dict[Any, list[Any]]:
    """Return what valid records say, by the name of the field."""
    found: dict[Any, list[Any]] = {}
    for record in VALID:
        for home, key in spots(record):
            found.setdefault(key, []).append(home[key])
    return found


POOL = pool()


def drop(it: random.Random, home: Any, key: Any) -> None:
    del home[key]


def replace(it: random.Random, home: Any, key: Any) -> None:
    home[key] = copy.deepcopy(it.choice(ODD))


def replace_by_code(it: random.Random, home: Any, key: Any) -> None:
    home[key] = it.choice(CODES)


def wrap(it: random.Random, home: Any, key: Any) -> None:
    home[key] = it.choice([[home[key]], [home[key], home[key]], {"text": home[key]}, str(home[key])])


def unwrap(it: random.Random, home: Any, key: Any) -> None:
    inner = list(home[key].values() if isinstance(home[key], dict) else home[key]) \
        if isinstance(home[key], (dict, list)) else []  # fmt: skip
    home[key] = it.choice(inner) if inner else None


def transplant(it: random.Random, home: Any, key: Any) -> None:
    donor, place = it.choice(list(spots(it.choice(VALID))))
    home[key] = copy.deepcopy(donor[place])


def exchange(it: random.Random, home: Any, key: Any) -> None:
    """Put what another valid record says under this name."""
    home[key] = copy.deepcopy(it.choice(POOL.get(key, [0])))


def add(it: random.Random, home: Any, key: Any) -> None:
    if isinstance(home, dict):
        home[it.choice([*NAMES, "colour", "Kind", "x-own", "", "kind "])] = copy.deepcopy(it.choice(ODD))
    else:
        home.insert(key, copy.deepcopy(it.choice([*ODD, home[key]])))


def rename(it: random.Random, home: Any, key: Any) -> None:
    if isinstance(home, dict):
        home[it.choice([*NAMES, f"{key}s", str(key).title()])] = home.pop(key)
    else:
        home.reverse()


def rewrite(it: random.Random, home: Any, key: Any) -> None:
    found = home[key]
    if isinstance(found, str):
        cut = it.randrange(len(found) + 1)
        home[key] = it.choice([
            f"{found}\n", f" {found}", found.upper(), found[:cut], found[cut:], f"{found}.0",
            f"{found[:cut]}{it.choice('0-./x~ é')}{found[cut:]}", f"{found} ", f"x-{found}",
        ])  # fmt: skip
    elif isinstance(found, (int, Decimal)):
        home[key] = it.choice([found + 1, found - 1, -found, found * 10**20, Decimal(f"{int(found)}.0")])
    elif isinstance(found, list):
        home[key] = found + copy.deepcopy(found) if it.random() < 0.5 else found[:-1]
    elif isinstance(found, dict):
        home[key] = dict(reversed(found.items()))


def repeat(it: random.Random, home: Any, key: Any) -> None:
    """Give an item twice, or as it is and with a default written out."""
    if isinstance(home, list):
        again = copy.deepcopy(home[key])
        if isinstance(again, dict):
            again[it.choice(NAMES)] = it.choice([None, False, [], "in", "text"])
        home.append(again)
    else:
        home[key] = home[key]
        home[it.choice(NAMES)] = it.choice([None, [], {}, False, True])


def other_kind(it: random.Random, home: Any, key: Any) -> None:
    if "kind" in home:
        home["kind"] = it.choice([*BUILTIN.kinds, "acme.bond", "Agreement", "", None, 1, ["agreement"]])


CHANGES = [drop, drop, replace, replace, replace_by_code, wrap, unwrap, transplant, add, rename,
           rewrite, rewrite, rewrite, repeat, *[exchange] * 6]  # fmt: skip


STRESS: dict[Any, list[Any]] = {
    "edtf": ["2018-02-30", "2018-06-31/2018-07", "2018-05/2017", "0000", "2018-05~", "2018T10:00"],
    "score": ["1.01", "1", "-0.1", "-0"], "confidence": ["1.0", "2", "0.00"],
    "latitude": ["90", "90.5"], "longitude": ["-180", "-180.01"],
    "start": [Decimal("3.0"), 0, -1], "end": [Decimal("9.0"), 10**40], "count": [Decimal(2), 0],
    "extra": [10**40, {"a": [10**40 - 1]}, {"a": Decimal("0." + "1" * 41)}, [[[]]], None],
    "value": ["US0378331006", "US0378331005", 10**40], "scheme": ["isin", "lei", "x-y"],
}  # fmt: skip
"""What lies at the edge of a field, by its name: inside and outside."""


def stress(it: random.Random, data: Any) -> None:
    """Put something at the edge into one of the fields that have one."""
    places = [(home, key) for home, key in spots(data) if key in STRESS] or [(data, "extra")]
    home, key = it.choice(places)
    home[key] = copy.deepcopy(it.choice(STRESS[key]))


def mutant(number: int) -> dict[str, Any]:
    """Return a valid record with one to three changes, the same ones for a number."""
    it = random.Random(number)
    data = copy.deepcopy(it.choice(VALID))
    if it.random() < 0.03:
        other_kind(it, data, "kind")
    if it.random() < 0.15:
        stress(it, data)
        return data
    for _ in range(it.choice([1, 1, 1, 2, 3])):
        places = [place for place in spots(data) if place != (data, "kind")]
        if places:
            it.choice(CHANGES)(it, *it.choice(places))
    return data
