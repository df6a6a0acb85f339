"""A source, its reader and its cache stay open between runs, and are closed when they should be."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core import ChipRequest, Place
from cbm_chips.core.pipeline.events import Flagged
from cbm_chips.core.pipeline.run import run
from cbm_chips.core.reading.http.threads import LOOP_THREAD_NAME
from cbm_chips.core.sentinel2.scl import CloudRule
from tests.new_threads import NewThreads
from tests.sample_servers import Served

RULE = CloudRule()
REQUEST = ChipRequest(Place(5.664, 52.694), "2022-06-01", "2022-06-30", ("SCL",), size_m=200)

pytestmark = pytest.mark.usefixtures("empty_cache")


def a_row(url: str) -> Any:
    from cbm_chips.bridge.sources.providers import ProviderRow

    return ProviderRow(id="own", title="own", url=url, is_own=True)


@pytest.fixture
def sessions(qgis_app: object) -> Iterator[Any]:
    from cbm_chips.bridge.sources.session import SourceSessions

    sessions = SourceSessions()
    yield sessions
    sessions.close(waits=True)


@pytest.fixture
def no_collection() -> Iterator[None]:
    """What is no longer needed and holds itself stays."""
    gc.disable()
    yield
    gc.enable()


def read(session: Any, place: Place = REQUEST.place) -> None:
    with session.use(RULE) as (source, tools):
        for _ in run(replace(REQUEST, place=place), source, tools):
            pass


class TestTheNextRun:
    def test_has_the_same_source_and_reader(self, sessions: Any, servers: Served) -> None:
        row = a_row(servers.api.url)
        with sessions.of(row).use(RULE) as (source, tools):
            first = (source, tools.reader, tools.cache)
        with sessions.of(row).use(RULE) as (source, tools):
            assert (source, tools.reader, tools.cache) == first

    def test_goes_over_the_connections_of_the_one_before(
        self, sessions: Any, servers: Served
    ) -> None:
        session = sessions.of(a_row(servers.api.url))
        read(session)
        before = servers.files.stats()["connections"]
        read(session, Place(5.668, 52.696))

        assert servers.files.stats()["requests"] > 0
        assert servers.files.stats()["connections"] == before

    @pytest.mark.parametrize(
        ("name", "value"), [("threads", 3), ("cache_size_mb", 7), ("cache_folder", "elsewhere")]
    )
    def test_has_others_where_the_settings_changed(
        self,
        sessions: Any,
        servers: Served,
        name: str,
        value: object,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        from cbm_chips.bridge import settings

        monkeypatch.delenv("CBM_CHIPS_CACHE")
        row = a_row(servers.api.url)
        before = sessions.of(row)
        stored = settings.load()
        settings.save(replace(stored, **{name: value}))
        try:
            assert sessions.of(row) is not before
            assert before.is_closed
        finally:
            settings.save(stored)

    def test_has_others_for_another_source_or_proxy(self, sessions: Any, servers: Served) -> None:
        from qgis.core import QgsNetworkAccessManager
        from qgis.PyQt.QtNetwork import QNetworkProxy

        manager = QgsNetworkAccessManager.instance()
        usual = manager.fallbackProxy()
        first = sessions.of(a_row(servers.api.url))
        second = sessions.of(a_row(servers.api.url + "/"))
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", 9)
        manager.setFallbackProxyAndExcludes(proxy, [], [])
        try:
            third = sessions.of(a_row(servers.api.url + "/"))
        finally:
            manager.setFallbackProxyAndExcludes(usual, [], [])

        assert len({first, second, third}) == 3
        assert first.is_closed
        assert second.is_closed

    def test_has_another_cache_once_it_was_emptied(self, sessions: Any, servers: Served) -> None:
        from cbm_chips.bridge import settings
        from cbm_chips.bridge.sources.session import open_cache

        session = sessions.of(a_row(servers.api.url))
        read(session)
        with session.use(RULE) as (_, tools):
            before = tools.cache
        emptied = open_cache(settings.load())
        assert emptied is not None
        emptied.clear()
        emptied.close()
        with session.use(RULE) as (_, tools):
            assert tools.cache is not before

    def test_begins_anew_after_a_long_pause(
        self, sessions: Any, servers: Served, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.bridge.sources import session as module

        session = sessions.of(a_row(servers.api.url))
        with session.use(RULE) as (_, tools):
            before = tools.reader
        monkeypatch.setattr(module, "MOST_IDLE_S", -1.0)
        with session.use(RULE) as (_, tools):
            assert tools.reader is not before

    def test_of_a_cbm_server_has_connections_of_its_own(self, sessions: Any) -> None:
        session = sessions.of(a_row("cbm+http://127.0.0.1:9"))
        with session.use(RULE) as (before, _):
            pass
        with session.use(RULE) as (source, _):
            assert source is not before


class TestClosing:
    def test_leaves_no_thread_and_no_connection(
        self, sessions: Any, servers: Served, new_threads: NewThreads
    ) -> None:
        read(sessions.of(a_row(servers.api.url)))
        assert new_threads.alive(LOOP_THREAD_NAME)

        sessions.close(waits=True)
        new_threads.join("cbm-chips-")

    def test_lets_a_run_go_on_that_uses_it(
        self, sessions: Any, servers: Served, new_threads: NewThreads
    ) -> None:
        session = sessions.of(a_row(servers.api.url))
        with session.use(RULE) as (source, tools):
            sessions.close(waits=True)
            assert list(run(REQUEST, source, tools))
        new_threads.join("cbm-chips-")

    @pytest.mark.parametrize(
        "fault", [{"kind": "404"}, {"kind": "stall", "seconds": 600}], ids=["failed", "given up"]
    )
    def test_needs_no_garbage_collection(
        self,
        sessions: Any,
        servers: Served,
        new_threads: NewThreads,
        no_collection: None,
        fault: dict[str, Any],
    ) -> None:
        servers.files.set_faults([{"match": "B04", **fault}])
        session = sessions.of(a_row(servers.api.url))
        request = replace(REQUEST, bands=("B04",))
        with session.use(RULE) as (source, tools), closing(run(request, source, tools)) as events:
            for event in events:
                if isinstance(event, Flagged) and fault["kind"] == "stall":
                    break
        sessions.close(waits=True)
        new_threads.join("cbm-chips-")

    def test_takes_what_was_being_opened_along(self, servers: Served, qgis_app: object) -> None:
        from cbm_chips.bridge.sources.session import SourceSession, SourceSetup

        session = SourceSession(SourceSetup.of(servers.api.url))
        session.close()
        with session.use(RULE) as (before, _):
            pass
        with session.use(RULE) as (source, _):
            assert source is not before


def test_a_source_that_there_is_not_is_refused_each_time(sessions: Any) -> None:
    from cbm_chips.core import RequestError

    for _ in range(2):
        with pytest.raises(RequestError), sessions.of(a_row("no such source")).use(RULE):
            pass


def test_a_cache_that_can_not_be_had_is_told_with_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cbm_chips.bridge.sources.session import SourceSession, SourceSetup
    from cbm_chips.core import CloudRule

    (tmp_path / "file").touch()
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "file"))
    with SourceSession(SourceSetup.of("earth-search")).use(CloudRule()) as (_, tools):
        assert tools.cache is None
        assert "nothing is kept" in tools.notes[0]
