"""The command line: arguments, one call, print."""

import io
import os
import sys
from collections.abc import Sequence

from ..errors import InvnewsError
from .arguments import parser
from .command import MISUSE, Misuse
from .own import registry_named

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit code.

    Args:
        argv: The arguments after the program's name; those of the process when None.

    Returns:
        0 when all is well, 1 when there are problems of severity error, 2 for misuse: wrong
        arguments, or a file that cannot be read; 130 when it is interrupted.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character is no reason to stop.
        sys.stdout.reconfigure(errors="backslashreplace")
    options = parser().parse_args(argv)
    try:
        options.registry = registry_named(options.registry)
        code: int = options.run(options)
        sys.stdout.flush()
    except (Misuse, OSError, InvnewsError) as error:
        if isinstance(error, BrokenPipeError):
            # Whoever reads our output has seen enough; keep the interpreter from complaining.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        print(f"invnews: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
