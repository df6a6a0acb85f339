"""What QGIS 3.22 says in its message bar of tasks that took some seconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import settle


@pytest.fixture
def name(iface: Any, loaded: Any) -> Iterator[str]:
    """Of a task of ours that QGIS knows, and of which Python knows nothing any more."""
    from qgis.core import QgsApplication

    from cbm_chips.bridge.tasks.background_call import BackgroundCall

    settle()
    manager = QgsApplication.taskManager()
    task = BackgroundCall("Asking the server", lambda: None)
    task.hold()
    number = manager.addTask(task)
    del task
    yield "Asking the server"
    manager.task(number).cancel()
    settle()


def test_of_our_tasks_are_taken_away_and_all_others_stay(iface: Any, name: str) -> None:
    iface.bar.pushInfo("Task failed", name)
    iface.bar.pushInfo("Task failed", "Somebody else's")
    settle()

    assert [item.text() for item in iface.bar.items()] == ["Somebody else's"]


def test_stay_once_the_plugin_is_gone(iface: Any, loaded: Any, name: str) -> None:
    loaded.unload()
    iface.bar.pushInfo("Task failed", name)
    settle()

    assert [item.text() for item in iface.bar.items()] == [name]
