"""An index of packages that are made for tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.bridge.packages.steps import NEWER
from tests.desktop.own_packages import ONE, TWO, package_folder
from tests.package_index import Index, package_index

__all__ = ["package_folder"]


@pytest.fixture
def index() -> Iterator[Index]:
    with package_index(ONE, TWO, NEWER) as index:
        yield index
