"""PyQt6 in place of QGIS's PyQt; no QGIS is in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from types import TracebackType

import pytest

from tests.qt6 import stand_in

NEED_QGIS = {"clean_project", "dock", "iface", "loaded", "plugin", "servers"}
"""Fixtures of the desktop's tests: what asks for one of them runs in a real QGIS only."""
LEFT_OUT = {
    "test_our_ramps_are_those_of_qgis": "asks QGIS for its own ramps",
    "test_a_partly_clouded_date_is_full_at_the_left_and_hollow_at_the_right": "edges of lines",
    "test_the_line_runs_between_near_dates_and_not_over_a_gap": "edges of lines",
}
"""Of the widgets' stories, with why: Qt 6 blends the edges of a line with other pixels."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
stand_in.install()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The stories of widgets that live without QGIS stay, of files that have others, too."""
    left_out = [item for item in items if _needs_qgis(item) or item.name in LEFT_OUT]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _needs_qgis(item: pytest.Item) -> bool:
    return bool(NEED_QGIS.intersection(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def qgis_app() -> stand_in.QgsApplication:
    """One for all tests, as there can be no second."""
    return stand_in.QgsApplication([])


@pytest.fixture(autouse=True)
def no_exception_in_a_slot(
    qgis_app: stand_in.QgsApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """PyQt hands what a slot or an event raises to the hook: here it fails the test."""
    raised: list[BaseException] = []

    def keep(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        raised.append(error)

    monkeypatch.setattr(sys, "excepthook", keep)
    yield
    if raised:
        raise raised[0]
