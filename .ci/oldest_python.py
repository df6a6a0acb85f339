"""Print the oldest Python that types can be read for here: the plugin's own oldest, or NumPy's.

What NumPy says of its types is written for the Pythons that this NumPy supports. Read for an older
one it says nothing: then no array has a type.
"""

from __future__ import annotations

import re
from importlib.metadata import metadata
from pathlib import Path

from packaging.specifiers import SpecifierSet

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def of_the_plugin() -> str:
    """What `mypy` reads for where nobody says otherwise."""
    stated = re.search(r'^python_version = "([\d.]+)"$', PYPROJECT.read_text("utf-8"), re.MULTILINE)
    if stated is None:
        raise ValueError("pyproject.toml states no python_version")
    return stated[1]


def oldest(own: str, supported: str) -> str:
    """The first Python from `own` on that is among those supported, as in `Requires-Python`."""
    major, minor = map(int, own.split("."))
    among = SpecifierSet(supported)
    later = (f"{major}.{number}" for number in range(minor, minor + 50))
    return next((one for one in later if among.contains(one)), own)


if __name__ == "__main__":
    print(oldest(of_the_plugin(), metadata("numpy")["Requires-Python"] or ""))
