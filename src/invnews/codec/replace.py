"""
Replacing a file as a whole: whoever reads it sees the old one or the new one.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from typing import IO


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """
    Open a new file that takes the place of *path* when all is written.

    It is written beside the old one, which stays as it was when anything goes wrong. A link
    keeps leading to its file, and a file that was there keeps its permissions.

    Raises:
        OSError: The folder or the file cannot be written.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as file:  # a device or a pipe is no file to replace
            yield file
        return
    folder, name = os.path.split(target)
    handle, beside = tempfile.mkstemp(prefix=f".{name[:60]}.", suffix=".part", dir=folder or ".")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _mode(target))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise


def _mode(path: str) -> int:
    """Return the permissions of a file, or those that a new one gets."""
    try:
        return os.stat(path).st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
