"""
The pages that are made from the code are current.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_page_of_problem_codes_is_current():
    """docs/reference/problems.md is what tools/problem_codes.py writes."""
    command = [sys.executable, str(ROOT / "tools" / "problem_codes.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stderr) == (0, "")
