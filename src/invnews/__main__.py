"""Run the command line: ``python -m invnews``."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
