"""A profile in which nothing was installed yet, and packages made for a test."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package_index import MadeWheel

ONE, TWO = MadeWheel("cbm_made_up_one"), MadeWheel("cbm_made_up_two")


@pytest.fixture(name="folder")
def package_folder(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The own folder of a profile in which nothing was installed yet."""
    from cbm_chips.bridge.packages import own_packages
    from cbm_chips.bridge.sources import dependencies

    folder = tmp_path / "profile" / "python" / dependencies.FOLDER
    monkeypatch.setattr(dependencies, "own_folder", lambda: folder)
    monkeypatch.setattr(own_packages, "own_folder", lambda: folder)
    monkeypatch.setattr(sys, "path", list(sys.path))
    pin(monkeypatch, ONE, TWO)
    yield folder
    for name in (ONE.name, TWO.name):
        sys.modules.pop(name, None)


def pin(monkeypatch: pytest.MonkeyPatch, *wheels: MadeWheel) -> None:
    from cbm_chips.bridge.packages import own_packages
    from cbm_chips.bridge.packages.wheels import Wheel

    pinned = tuple(
        Wheel(one.name, one.version, hashlib.sha256(one.content).hexdigest()) for one in wheels
    )
    monkeypatch.setattr(own_packages, "WHEELS", pinned)
