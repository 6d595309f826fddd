"""
Write docs/reference/problems.md from the catalogue of problem codes, or check that it is current.

Usage: ``python tools/problem_codes.py [--check]``
"""

import sys
from pathlib import Path

from invnews import CODES

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "problems.md"
HEAD = """# Problem codes

Codes are interface; the wording of messages is not. This page is written from `invnews.CODES` by
`python tools/problem_codes.py`.

| code | meaning |
|---|---|
"""


def page() -> str:
    """Return the page as it should be."""
    return HEAD + "".join(f"| `{code}` | {meaning} |\n" for code, meaning in CODES.items())


def main(argv: list[str]) -> int:
    """Write the page, or with ``--check`` return 1 when it is not current."""
    if "--check" in argv:
        return int(PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
