"""
The registry that ``--registry module:NAME`` names.
"""

import importlib
import os
import sys

from ..registry import BUILTIN, Registry
from .command import Misuse


def registry_named(named: str | None) -> Registry:
    """
    Return the registry that ``module:NAME`` names; the built-in one when there is no name.

    The module is imported, as Python imports any module; the folder of the shell counts too.

    Raises:
        Misuse: There is no such module or name, or it is no Registry.
    """
    if named is None:
        return BUILTIN
    module, colon, name = named.partition(":")
    if not (module and colon and name):
        raise Misuse(f"--registry: expected module:NAME, got {named!r}")
    if os.getcwd() not in sys.path:  # noqa: PTH109 - sys.path holds texts
        sys.path.append(os.getcwd())  # noqa: PTH109
    try:
        found: object = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (Exception, SystemExit) as error:
        what = (
            "" if isinstance(error, (ImportError, AttributeError)) else f"{type(error).__name__}: "
        )
        raise Misuse(f"--registry {named}: {what}{error}") from error
    if not isinstance(found, Registry):
        hint = f"write {name} = BUILTIN.with_kinds(…)"
        raise Misuse(f"--registry {named}: expected a Registry, got {found!r:.80} ({hint})")
    return found
