"""
The floors of the house, and who may import which library, held against every import.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import invnews

ROOT = Path(invnews.__file__).parent
FLOORS = {
    "errors": 0, "version": 0, "fields": 1, "shapes": 2, "values": 3, "records": 4, "phrases": 4,
    "registry": 5, "dataset": 6, "codec": 7, "schema": 7, "testing": 7, "analysis": 8,
    "intake": 9, "export": 10, "cli": 11,
}  # fmt: skip
"""A room imports only from rooms of lower floors; those of one floor never import each other."""
ENTRANCE = {"__init__": set(FLOORS) - {"cli", "testing"}, "__main__": {"cli"}}
"""The two modules at the top, and the rooms they may import."""
OWNERS = {"cattrs": "codec/converter.py", "dateutil": "phrases/", "hypothesis": "testing/",
          "rich": "cli/"}  # fmt: skip
"""Where each library may be imported; attrs may be everywhere."""
EVERYWHERE = {"attrs", *sys.stdlib_module_names}


def imports(path: Path, root: Path = ROOT) -> Iterator[tuple[str, bool]]:
    """Yield each import of a file: a room of ours (True), or a library (False)."""
    package = path.relative_to(root).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                ours = parts[0] == "invnews"
                yield (parts[1] if len(parts) > 1 else "__init__") if ours else parts[0], ours
        elif isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".") if node.module else []
            if node.level == 0:
                ours = module[0] == "invnews"
                found = (module[1:] or [alias.name for alias in node.names]) if ours else module
                yield found[0], ours
                continue
            base = [*package[: len(package) - node.level + 1], *module]
            for name in [base[0]] if base else [alias.name for alias in node.names]:
                yield "__init__" if name.startswith("__") else name, True


def faults(root: Path = ROOT) -> list[str]:
    """Return what breaks the rules below *root*."""
    found = []
    for path in sorted(root.rglob("*.py")):
        where = path.relative_to(root).as_posix()
        room = path.relative_to(root).parts[0].removesuffix(".py")
        for name, ours in imports(path, root):
            if not ours and name not in EVERYWHERE and not where.startswith(
                OWNERS.get(name, "nowhere")
            ):
                found.append(f"{where} imports {name}, a foreign library here")
            if ours and name != room and name not in _allowed(room):
                how = "a neighbour" if FLOORS.get(name) == FLOORS.get(room) else "upwards"
                found.append(f"{where} imports {name}: {how}")
    return found


def _allowed(room: str) -> set[str]:
    if room in ENTRANCE:
        return ENTRANCE[room]
    lower = {name for name, floor in FLOORS.items() if floor < FLOORS[room]}
    return lower | ({"__init__"} if room == "cli" else set())


def test_rooms_import_only_from_lower_floors_and_libraries_only_where_they_belong():
    """Every import goes down; each library has its one room."""
    found = faults()

    assert found == []


def test_every_room_has_a_floor():
    """A room that is added is given a floor."""
    rooms = {path.name.removesuffix(".py") for path in ROOT.iterdir()
             if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")}  # fmt: skip

    assert rooms - set(ENTRANCE) - {"py.typed"} <= set(FLOORS)


@pytest.mark.parametrize(
    ("room", "line", "expected"),
    [
        ("values/money.py", "from ..codec import dumps", "values/money.py imports codec: upwards"),
        ("codec/json.py", "import invnews.testing.dates",
         "codec/json.py imports testing: a neighbour"),
        ("values/money.py", "import cattrs",
         "values/money.py imports cattrs, a foreign library here"),
        ("records/person.py", "from .. import analysis",
         "records/person.py imports analysis: upwards"),
    ],
)  # fmt: skip
def test_a_planted_import_is_found(tmp_path, room, line, expected):
    """An import that goes up, sideways or to a foreign library is reported with its file."""
    path = tmp_path / room
    path.parent.mkdir(parents=True)
    path.write_text(line)

    assert faults(tmp_path) == [expected]


def test_files_and_functions_stay_small():
    """A file has 400 lines at most, a function 60 with its docstring."""
    long = []
    for path in ROOT.rglob("*.py"):
        text = path.read_text("utf-8")
        if text.count("\n") > 400:
            long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 60:
                long.append(f"{path.relative_to(ROOT)}: {node.name}")

    assert long == []


def test_importing_invnews_opens_no_optional_library():
    """`import invnews` brings neither cattrs nor dateutil nor any extra."""
    import subprocess

    code = "import sys, invnews; print(sorted({'cattrs', 'dateutil', 'orjson', 'rich', " \
           "'hypothesis'} & set(sys.modules)))"  # fmt: skip
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout == "[]\n"
