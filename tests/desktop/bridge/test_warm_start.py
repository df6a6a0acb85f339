"""What the first run needs is there before it; nothing is asked of a server for that."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_process import run_code
from tests.desktop.window import wait_for
from tests.sample_servers import Served

NEEDED = (
    *("numpy", "shapely.ops", "pyproj", "requests", "pystac_client", "diskcache", "asyncio"),
    *("cbm_chips.core.pipeline.run", "cbm_chips.core.reading.cog.reader"),
    "cbm_chips.core.reading.gdal.reader",
)
OPENS_DOCK = """
import os, sys
from tests.desktop.window import FakeInterface, set_form, settle, wait_for
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
before = set(sys.modules)
from cbm_chips.plugin import CbmChipsPlugin
iface = FakeInterface()
plugin = CbmChipsPlugin(iface)
plugin.initGui()
settle()
print("at load:", *({needed!r} & sys.modules.keys() - before))
iface.menu[0].trigger()
set_form(plugin.dock, source={url!r})
wait_for(lambda: not plugin.dock.session.warm_start.is_busy)
print("missing:", *sorted({needed!r} - sys.modules.keys()))
plugin.unload()
sys.stdout.flush()
os._exit(0)
"""


def a_row(url: str) -> Any:
    from cbm_chips.bridge.sources.providers import ProviderRow

    return ProviderRow(id="own", title="own", url=url, is_own=True)


@pytest.fixture
def warm_start(qgis_app: object, empty_cache: None) -> Iterator[Any]:
    from cbm_chips.bridge.sources.session import SourceSessions
    from cbm_chips.bridge.sources.warm_start import WarmStart

    sessions = SourceSessions()
    warm_start = WarmStart(sessions)
    yield warm_start
    warm_start.close()
    sessions.close(waits=True)


def prepared(warm_start: Any, row: Any) -> None:
    warm_start.prepare(row)
    wait_for(lambda: not warm_start.is_busy)


def test_an_open_dock_soon_has_what_the_first_run_imports(servers: Served, tmp_path: Path) -> None:
    home = {
        "HOME": str(tmp_path),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "CBM_CHIPS_CACHE": str(tmp_path / "cache"),
    }
    program = OPENS_DOCK.format(needed=set(NEEDED), url=servers.api.url)

    done = run_code(program, more=home)

    assert done.returncode == 0, done.stderr
    at_load, missing = done.stdout.splitlines()
    assert (at_load.split(), missing.split()) == (["at", "load:"], ["missing:"])


def test_connections_are_opened_and_nothing_is_asked(
    warm_start: Any, servers: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cbm_chips.core.sources.stac.providers import PROVIDERS, typed_provider

    row = replace(typed_provider(servers.api.url, id="near"), pixel_hosts=(servers.files.url,))
    monkeypatch.setitem(PROVIDERS, "near", row)
    prepared(warm_start, replace(a_row(servers.api.url), id="near", is_own=False))

    wait_for(lambda: servers.files.stats()["opened"] > 0)
    assert servers.files.stats()["requests"] == 0
    assert servers.api.stats()["requests"] == 0


def test_the_sample_is_not_made_before_it_is_asked_for(warm_start: Any) -> None:
    prepared(warm_start, replace(a_row(""), id="sample", is_own=False))

    assert not list(Path(os.environ["CBM_CHIPS_CACHE"]).rglob("catalog.json"))


def test_a_source_that_there_is_not_says_nothing_yet(
    warm_start: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    prepared(warm_start, a_row("http://[broken"))

    assert "Traceback" not in capfd.readouterr().err


def test_closing_leaves_no_thread(warm_start: Any, servers: Served) -> None:
    warm_start.prepare(a_row(servers.api.url))
    wait_for(lambda: warm_start.is_running)
    warm_start.close()

    assert not warm_start.is_busy


def test_own_modules_have_the_names_that_are_written_there(qgis_app: object) -> None:
    from cbm_chips.bridge.sources.warm_start import OWN_MODULES

    for name in OWN_MODULES:
        import_module(f"cbm_chips.core.{name}")


def test_many_new_objects_do_not_make_the_garbage_collection_look_at_all(qgis_app: object) -> None:
    from cbm_chips.bridge.sources.warm_start import old_at_once

    gc.collect()
    whole: list[bool] = []
    made: list[list[int]] = []
    gc.callbacks.append(lambda phase, about: whole.append(about["generation"] == 2))
    try:
        for _ in range(20):
            with old_at_once():
                made += ([number] for number in range(20_000))
        made += ([number] for number in range(1_000))
    finally:
        gc.callbacks.pop()
    assert gc.isenabled()
    assert not any(whole)


def test_python_that_is_about_to_end_says_nothing(
    qgis_app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cbm_chips.bridge.sources import warm_start
    from cbm_chips.core.cancellation import Cancellation

    words = "can't register atexit after shutdown"
    (tmp_path / "starts_threads.py").write_text(f"raise RuntimeError({words!r})")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(warm_start, "MODULES", ("starts_threads",))
    monkeypatch.setattr(warm_start, "OWN_MODULES", ())

    warm_start._prepare(None, Cancellation())
