"""Packages are installed by a task of QGIS and by an algorithm."""

from __future__ import annotations

import os
import sysconfig
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_packages import ONE
from tests.desktop.window import wait_for
from tests.package_index import Index


class TestTheTask:
    def test_cancelled_while_a_file_comes_ends_at_once_and_changes_nothing(
        self, folder: Path, index: Index
    ) -> None:
        from cbm_chips.bridge.packages.installing import InstallOrder
        from cbm_chips.bridge.tasks.install_task import InstallTask

        index.fault = "silent"
        task, told = InstallTask(InstallOrder.of(index=index.url)), []
        task.done.connect(told.append)
        task.taskTerminated.connect(lambda: told.append("ended"))
        task.start()
        wait_for(index.is_reached.is_set)
        task.cancel()

        wait_for(lambda: told)
        assert told == ["ended"]
        assert not folder.exists()

    def test_tells_its_steps_and_logs_the_end(self, folder: Path, index: Index) -> None:
        from qgis.core import QgsApplication

        from cbm_chips.bridge.packages.installing import InstallOrder
        from cbm_chips.bridge.tasks.install_task import InstallTask, result_words

        steps: list[str] = []
        logged: list[str] = []
        done: list[Any] = []
        QgsApplication.messageLog().messageReceived.connect(lambda text, *_: logged.append(text))
        task = InstallTask(InstallOrder.of(index=index.url))
        task.step.connect(steps.append)
        task.done.connect(done.append)
        task.start()
        wait_for(lambda: done)

        assert steps[0] == "Getting cbm-made-up-one 1.0 (1 of 2) …"
        assert len(steps) == 2
        host = index.url.split("/")[2]
        words = f"Installed from {host}: cbm-made-up-one 1.0, cbm-made-up-two 1.0."
        assert result_words(done[0]) == words
        assert words in logged


@pytest.mark.usefixtures("plugin")
class TestTheAlgorithm:
    def test_installs_and_removes_and_touches_no_site_packages(
        self, folder: Path, index: Index
    ) -> None:
        from tests.desktop.running import run

        before = listed()
        results = run("installpackages", {"ACTION": 0, "INDEX": index.url})
        assert results["COUNT"] == 2
        assert import_module(ONE.name).VERSION == "1.0"
        assert run("installpackages", {"ACTION": 1})["COUNT"] == 2
        assert not folder.exists()
        assert listed() == before

    def test_says_why_not(self, folder: Path, index: Index) -> None:
        from tests.desktop.running import refusal, unchecked

        index.fault = "wrong"
        assert "SHA-256 differs" in unchecked("installpackages", {"INDEX": index.url})
        assert "(INDEX)" in refusal("installpackages", {"INDEX": "ftp://127.0.0.1"})


def listed() -> list[tuple[str, int, int]]:
    """Everything that Python finds besides the profile, with size and time of change."""
    places = {sysconfig.get_path("purelib"), "/usr/lib/python3/dist-packages"}
    return sorted(
        (entry.path, entry.stat().st_size, entry.stat().st_mtime_ns)
        for place in places
        if os.path.isdir(place)
        for entry in os.scandir(place)
        if entry.name != "__pycache__"
    )
