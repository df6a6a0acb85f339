"""What is cancelled ends, whatever it waits for: no thread reads on for nobody."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core import ChipRequest, Place
from tests.desktop.running import JUNE, feedback_class
from tests.desktop.sample import shorten
from tests.desktop.window import wait_for
from tests.sample_servers import Served

STALL_S = 300.0
"""Far longer than anybody waits here."""
REQUEST = ChipRequest(Place(5.664, 52.694), "2022-06-01", "2022-06-30", ("SCL",), size_m=200)

pytestmark = pytest.mark.usefixtures("empty_cache")


@contextmanager
def silent_server() -> Iterator[tuple[str, threading.Event]]:
    """Takes connections and says nothing; the event tells that one was taken."""
    taken, lines = threading.Event(), []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            while True:
                try:
                    lines.append(server.accept()[0])
                except OSError:
                    return
                taken.set()

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", taken
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
    for line in lines:
        line.close()


def no_task_is_left() -> bool:
    from qgis.core import QgsApplication

    return QgsApplication.taskManager().countActiveTasks() == 0


def a_row(url: str) -> Any:
    from cbm_chips.bridge.sources.providers import ProviderRow

    return ProviderRow(id="own", title="own", url=url, is_own=True)


def test_the_search_for_the_nearest_dates(qgis_app: object) -> None:
    from qgis.PyQt.QtCore import QObject

    from cbm_chips.bridge.sources.session import SourceSessions
    from cbm_chips.gui.session.runs import Run
    from cbm_chips.gui.session.searches.nearest_search import NearestSearch

    owner = QObject()
    with silent_server() as (url, taken):
        search = NearestSearch(SourceSessions(owner), owner)
        search.start(Run(1, REQUEST, a_row(url)))
        wait_for(taken.is_set)
        search.cancel()
        wait_for(no_task_is_left)


def test_the_test_of_a_source_that_reads(servers: Served) -> None:
    from cbm_chips.bridge import settings
    from cbm_chips.bridge.tasks.connection_test import ConnectionTest

    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": STALL_S}])
    test = ConnectionTest(a_row(servers.api.url), settings=settings.load())
    test.start()
    wait_for(lambda: servers.files.stats()["requests"] > 0)
    test.cancel()
    wait_for(no_task_is_left)


def test_the_making_of_the_built_in_sample(
    plugin: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext

    from cbm_chips.core.sample_archive import archive

    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "cache"))
    begun, made = threading.Event(), archive.write_cog

    def counted(*given: Any, **more: Any) -> Any:
        begun.set()
        return made(*given, **more)

    monkeypatch.setattr(archive, "write_cog", counted)
    found = QgsApplication.processingRegistry().algorithmById("cbmchips:cloudflags")
    context, feedback = QgsProcessingContext(), feedback_class()()
    given = {"SOURCE": "sample", "POINT": "5.664,52.694", **JUNE, "OUTPUT": "memory:"}
    task = QgsProcessingAlgRunnerTask(found, given, context, feedback)
    QgsApplication.taskManager().addTask(task)
    wait_for(begun.is_set)
    feedback.cancel()
    wait_for(no_task_is_left)

    assert not list(tmp_path.rglob("catalog.json"))
    assert not list(tmp_path.rglob(".sample-*"))


def test_the_making_of_the_built_in_sample_is_told_and_taken_up_again(
    plugin: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.core import QgsApplication, QgsProcessingContext

    shorten(monkeypatch)
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "cache"))
    told: list[str] = []
    first, second, last = (f"Making the built-in sample: {done} of 2 dates" for done in range(3))

    class Feedback(feedback_class()):  # type: ignore[misc]
        def setProgressText(self, text: str) -> None:
            told.append(text)
            if told == [first]:
                self.cancel()

    found = QgsApplication.processingRegistry().algorithmById("cbmchips:cloudflags")
    given = {"SOURCE": "sample", "POINT": "5.664,52.694", **JUNE, "OUTPUT": "memory:"}
    _, is_done = found.run(given, QgsProcessingContext(), Feedback())
    assert not is_done
    assert first in told
    assert last not in told

    results, is_done = found.run(given, QgsProcessingContext(), Feedback())
    assert is_done
    assert {second, last} <= set(told)
    assert results["COUNT"] == 2
    assert [path.name for path in (tmp_path / "cache").glob("*sample*")] == ["sample"]
