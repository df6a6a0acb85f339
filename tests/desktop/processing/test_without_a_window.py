"""What needs more than numbers works in a QGIS without a window: pictures, pages and logins."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.desktop.cbm import (
    PARCEL,
    master_password,
    stored_login,
    take_logins_along,
)
from tests.desktop.new_qgis import run_in_new_qgis
from tests.desktop.running import CENTRE, JUNE, rows_of
from tests.html_pages import Page
from tests.sample_servers import Served
from tests.servers.process import ServerProcess

RAW = {**CENTRE, **JUNE, "BANDS": "B08,B04,B03,SCL"}
MS = {"AOI": "ms", "YEAR": "2020"}


class Made(NamedTuple):
    """What the algorithms gave back, and the folder of their files."""

    sheet: dict[str, Any]
    plot: dict[str, Any]
    flags: dict[str, Any]
    folder: Path


@pytest.fixture(scope="module")
def made(
    running_servers: Served, cbm_process: ServerProcess, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    work = tmp_path_factory.mktemp("without-a-window")
    chips, table = str(work / "run"), work / "series.csv"
    table.write_text("parcel,date,flag,NDVI_mean\n007,2022-06-01,clear,0.5\n", encoding="utf-8")
    cbm_process.switch(restore=True)  # it may be as slow as an earlier test wanted it
    service = {"SOURCE": f"cbm+{cbm_process.url}", "AUTH": stored_login()}
    take_logins_along(work / "profile")
    parcel = {"PARCELS": str(work / "parcel.gpkg"), "ID_FIELD": "pid"}
    days = {"START": "2022-06-01", "END": "2022-07-31", "SIZE": 2560}
    asked = (
        ("rawchips", {"SOURCE": running_servers.api.url, **RAW, "OUTPUT": chips}),
        ("chipsheet", {"INPUT": chips, "OUTPUT": str(work / "sheet.html")}),
        ("seriesplot", {"INPUT": str(table), "PARCEL": "007", "OUTPUT": str(work / "plot.png")}),
        ("parcelatlocation", {**service, **CENTRE, **MS, "OUTPUT": parcel["PARCELS"]}),
        ("cloudflags", {**service, **parcel, **days, "OUTPUT": str(work / "flags.csv")}),
    )
    _, sheet, plot, _, flags = run_in_new_qgis(asked, work, master_password(work))
    return Made(sheet, plot, flags, work)


def test_the_pictures_of_a_page_are_painted(made: Made) -> None:
    assert len(Page.read(made.folder / "sheet.html").pictures) == made.sheet["COUNT"] == 4


def test_a_plot_is_painted_with_its_words(made: Made) -> None:
    assert made.plot["COUNT"] == 1
    assert (made.folder / "plot.png").stat().st_size > 3000


def test_a_login_brings_a_parcel_of_a_server_and_the_classes_of_its_pixels(made: Made) -> None:
    """Two algorithms as the README shows them."""
    rows = rows_of(str(made.folder / "flags.csv"))
    assert made.flags["COUNT"] == len(rows) == 8
    assert {row["parcel"] for row in rows} == {PARCEL}
    partly = next(row for row in rows if row["flag"] == "partly")
    counts = [int(partly[name]) for name in partly if name.startswith("scl_")]
    assert counts == [0, 0, 0, 3, 141, 0, 0, 18, 15, 10, 0, 0]
