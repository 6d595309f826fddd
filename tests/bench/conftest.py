"""
The benchmarks are scripts, in no package: their directory joins the path.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
