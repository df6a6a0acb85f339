"""QGIS's log has the tracebacks of faults and the reasons of failed dates."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.window import read
from tests.sample_servers import Served


@pytest.fixture
def logged(qgis_app: object) -> Iterator[list[str]]:
    from qgis.core import QgsApplication

    heard: list[str] = []
    log = QgsApplication.messageLog()

    def hear(text: str, tag: str, level: object) -> None:
        if tag == "CbM Chips":
            heard.append(text)

    log.messageReceived.connect(hear)
    yield heard
    log.messageReceived.disconnect(hear)


def test_what_core_logs_is_in_qgis_log_while_the_plugin_is_loaded(logged: list[str]) -> None:
    from cbm_chips.plugin import CbmChipsPlugin

    log = logging.getLogger("cbm_chips.core.anything")
    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    try:
        raise KeyError("a fault")
    except KeyError:
        log.exception("one entry can't be judged")
    plugin.unload()
    log.warning("nobody hears this")

    assert len(logged) == 1
    assert logged[0].startswith("one entry can't be judged\nTraceback")
    assert "KeyError: 'a fault'" in logged[0]


def test_no_key_of_an_address_gets_there(logged: list[str]) -> None:
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    try:
        raise ValueError("https://me:hush@x.example/a.tif?sig=hush2 is no address")
    except ValueError:
        logging.getLogger("cbm_chips.core.anything").exception("password='hush3'")
    plugin.unload()

    (text,) = logged
    assert "ValueError: https://x.example/a.tif is no address" in text
    assert "hush" not in text.replace('("https://me:hush@x.example/a.tif?sig=hush2', "")


def test_which_gdal_reads_is_told_once(logged: list[str]) -> None:
    from osgeo import gdal

    from cbm_chips.core.reading.gdal.choice import raster_backend
    from cbm_chips.plugin import CbmChipsPlugin

    raster_backend.cache_clear()
    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    raster_backend()
    raster_backend()
    plugin.unload()

    assert logged == [f"GDAL {gdal.__version__} reads what the fast reader can't"]


def test_nothing_is_written_there_once_qgis_is_about_to_end(logged: list[str]) -> None:
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    plugin._on_quit()
    logging.getLogger("cbm_chips.core.anything").warning("too late")
    plugin.unload()
    assert logged == []


@pytest.mark.usefixtures("empty_cache")
def test_a_failed_date_says_there_why(
    iface: Any, dock: Any, servers: Served, logged: list[str]
) -> None:
    servers.files.set_faults([{"match": "B0", "kind": "404"}])

    read(iface, dock)

    failed = [one for one in dock.panel.entries() if one.is_retryable]
    assert failed
    for entry in failed:
        lines = [text for text in logged if entry.scene.id in text]
        assert lines
        for line in lines:
            assert line.startswith(f"{dock.session.place.name}: {entry.scene.label} ")
            assert "404" in line
