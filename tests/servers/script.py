"""Runs the code it is given, in a fork of the nursery: see `tests.python_child`."""

from __future__ import annotations

import sys

# What the scripts need: imported once, before the first fork.
import hypothesis  # noqa: F401
import pytest  # noqa: F401

import cbm_chips.core.cache  # noqa: F401
from cbm_chips.core.outputs.run_folder import writer  # noqa: F401
from cbm_chips.core.reading.cog import reader  # noqa: F401
from tests import builders  # noqa: F401

DONE = "the script has ended"


def main() -> None:
    """As ``python -c code arguments``; the last line it writes is `DONE`."""
    code = sys.argv[1]
    sys.argv = ["-c", *sys.argv[2:]]
    exec(code, {"__name__": "__main__"})  # noqa: S102 - a test's own
    sys.stdout.write(f"{DONE}\n")
    sys.stdout.flush()
