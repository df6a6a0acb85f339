"""Looking for packages holds nobody up, and tells only who still waits for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import PATIENCE_S, settle, wait_for

FIRST, SECOND = ("one",), ("other",)


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A look waits for it, as on a disk that is slow."""
    from cbm_chips.gui.session.packages import package_watch

    event = threading.Event()

    def missing(wanted: object) -> tuple[object, ...]:
        event.wait(PATIENCE_S)
        return ()

    monkeypatch.setattr(package_watch, "missing", missing)
    yield event
    event.set()


@pytest.fixture
def watch(qgis_app: object, go_on: threading.Event) -> Iterator[Any]:
    from qgis.PyQt.QtCore import QObject

    from cbm_chips.gui.session.packages.package_watch import PackageWatch

    parent = QObject()
    watch = PackageWatch(parent)
    yield watch
    go_on.set()
    watch.unload()


def test_who_waits_no_longer_is_not_held_up(watch: Any, go_on: threading.Event) -> None:
    watch.begin(FIRST)
    watch._look()
    watch.end()
    assert watch._thread.is_alive()
    assert not go_on.is_set()


def test_what_was_looked_for_before_is_not_taken_for_what_is_waited_for(
    watch: Any, go_on: threading.Event
) -> None:
    told: list[str] = []
    watch.came.connect(lambda: told.append("came"))
    watch.begin(FIRST)
    watch._look()
    watch.begin(SECOND)
    go_on.set()
    watch._thread.join(PATIENCE_S)
    settle()
    assert not told
    watch._look()
    wait_for(lambda: told == ["came"])
