"""
Write the JSON Schemas of the built-in registry, or check that they are current.

Usage: ``python tools/json_schemas.py [--check]``
"""

import json
import sys
from pathlib import Path
from typing import Any

from invnews import BUILTIN
from invnews.schema import json_schema

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "schemas"
PROFILES = {
    "canonical": f"invnews-{BUILTIN.format_version}.schema.json",
    "llm": f"invnews-{BUILTIN.format_version}.llm.schema.json",
}
"""The file of each profile that is published."""


def text(schema: dict[str, Any]) -> str:
    """Return a schema with one definition a line, so that changes show by the line."""
    parts = [f"{compact(name)}:{compact(part)}" for name, part in schema.items() if name != "$defs"]
    defined = [f"{compact(name)}:{compact(part)}" for name, part in schema["$defs"].items()]
    return "{\n" + ",\n".join(parts) + ',\n"$defs":{\n' + ",\n".join(defined) + "\n}}\n"


def compact(data: object) -> str:
    """Return JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def main(argv: list[str]) -> int:
    """Write the files, or with ``--check`` return 1 and name those that are not current."""
    files = {FOLDER / name: text(json_schema(profile=profile)) for profile, name in PROFILES.items()}
    if "--check" not in argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path, current in files.items():
            path.write_text(current, "utf-8", newline="\n")
        return 0
    stale = [path.name for path, current in files.items()
             if not path.is_file() or path.read_bytes() != current.encode()]  # fmt: skip
    print("".join(f"not current: {name}\n" for name in stale), end="", file=sys.stderr)
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
