"""What is said of a date: to screen readers, in its tool tip, in its menu, in a copy of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.model import Place, Provenance
from cbm_chips.core.pipeline.series import Entry, State
from cbm_chips.core.reasons import Reason
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.chips import a_failed_chip, a_parcel
from tests.desktop.gui.thumbnails.six_dates import (
    DAYS,
    batch,
    chip,
    days,
    found,
    heard,
    image,
    index,
    pixels,
    scene,
    wait_for,
)
from tests.open_files import held_open


def test_what_is_spoken_names_date_share_place_and_flag(panel: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    panel.begin(1, a_parcel(), 1280)
    cloudy = chip(DAYS[0], flag=CloudFlag.PARTLY, cloud_fraction=0.04)
    failed = a_failed_chip("HTTP 503", scene=scene(DAYS[1]))
    panel.take(batch(found(*DAYS[:2]), cloudy, failed))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index(panel, 0).data(role) == "2 June 2022, 4 % cloud in the parcel, partly"
    assert index(panel, 1).data(role) == "7 June 2022, failed, HTTP 503"
    panel.begin(2, Place(5.2, 52.78), 1280)
    panel.take(batch(found(DAYS[0]), chip(DAYS[0]), run=2))
    assert index(panel, 0).data(role) == "2 June 2022, 0 % cloud in the chip, clear"


PARTS = {5.2: "5 %", 0.3: "< 1 %", 99.7: "99 %", 0.0: "0 %"}


@pytest.mark.parametrize("share_pct", PARTS)
def test_a_date_judged_by_a_part_of_the_parcel_bears_a_mark(share_pct: float, panel: Any) -> None:
    from cbm_chips.gui.thumbnails.pictures.texts import NO_BREAK, part_of, spoken
    from cbm_chips.gui.thumbnails.pictures.tooltip import tooltip

    def painted(share: float | None) -> Any:
        panel.begin(1, a_parcel(), 1280)
        made = replace(chip(DAYS[0]), parcel_in_chip_pct=share)
        panel.take(batch(found(DAYS[0]), made))
        wait_for(panel.is_idle)
        entry = panel.entries()[0]
        return entry, panel.view.grab().toImage()

    _, plain = painted(None)
    whole_entry, whole = painted(100.0)
    entry, marked = painted(share_pct)

    assert part_of(entry).replace(NO_BREAK, " ") == PARTS[share_pct]
    assert f"judged by {PARTS[share_pct]} of the parcel" in spoken(entry, has_outline=True)
    assert "of the parcel" in tooltip(entry)
    assert marked != whole
    assert whole == plain
    assert "of the parcel" not in spoken(whole_entry, has_outline=True) + tooltip(whole_entry)


@pytest.mark.parametrize(
    ("fraction", "text"),
    [(0.0, ""), (0.001, "< 1 %"), (0.04, "4 %"), (0.994, "99 %"), (0.999, "99 %"), (1.0, "100 %")],
)
def test_a_share_is_never_rounded_to_none_or_all(fraction: float, text: str) -> None:
    from cbm_chips.core.pipeline.series import Entry
    from cbm_chips.gui.thumbnails.pictures.texts import NO_BREAK, share_text

    entry = Entry(scene(DAYS[0]), cloud_fraction=fraction)
    assert share_text(entry).replace(NO_BREAK, " ") == text


def test_the_tooltip_tells_where_the_numbers_come_from_and_escapes_it(panel: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    known = Provenance(
        offset_decision="offset -0.1 as the metadata say",
        readers={"B08": "windows", "B04": "cache"},
        bytes_read=2048,
        outline_basis="pixels whose centre lies in the parcel",
    )
    one = chip(DAYS[0], provenance=known, failures={"B11": "<b>time-out</b>"})
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(DAYS[0]), one))
    told = index(panel, 0).data(Qt.ItemDataRole.ToolTipRole)
    for words in (
        "02/06/2022</b> 10:36:34 UTC",
        f"S2A_{DAYS[0]}",
        "S2A 31UFU",
        "108",
        "05.00",
        "offset -0.1 as the metadata say",
        "1 of 2 bands from the cache",
        "vegetation",
        "97.9 % (186 pixels)",
        "&lt;b&gt;time-out&lt;/b&gt;",
    ):
        assert words in told, words


def test_of_a_failed_date_the_cause_comes_first_and_addresses_are_for_the_tooltip(
    qgis_app: object,
) -> None:
    from cbm_chips.gui.thumbnails.pictures.texts import cause_of
    from cbm_chips.gui.thumbnails.pictures.tooltip import tooltip

    path = "/data/archive/2022/06/B04.tif"
    failures = {
        "B08": Reason("404, file missing"),
        "B04": Reason("{path} can't be read: it is no file", path=path),
        "SCL": Reason("404, file missing"),
    }
    entry = Entry(scene(DAYS[0]), State.FAILED, reason="in words", failures=failures)

    assert cause_of(entry) == (
        "B04.tif can't be read: it is no file – B04; 404, file missing – B08, SCL"
    )
    assert path in tooltip(entry)


def test_the_menu_offers_what_can_be_done(shown: Any) -> None:
    loaded, tried = heard(shown.loadRequested), heard(shown.retryRequested)
    good = {a.text(): a for a in shown.menu.made(index(shown, 0)).actions() if a.text()}
    bad = {a.text(): a for a in shown.menu.made(index(shown, 3)).actions() if a.text()}
    names = [
        "Load as layer",
        "Retry",
        "Large view",
        "Copy picture",
        "Save picture…",
        "Copy scene id",
    ]
    assert list(good) == list(bad) == names
    assert [good[name].isEnabled() for name in names] == [True, False, True, True, True, True]
    assert [bad[name].isEnabled() for name in names] == [False, True, True, False, False, True]
    good["Load as layer"].trigger()
    bad["Retry"].trigger()
    assert (days(loaded[0]), days(tried[0])) == ([DAYS[0]], [DAYS[3]])


def test_copies_hold_the_picture_and_the_scene(shown: Any) -> None:
    from qgis.PyQt.QtGui import QGuiApplication

    actions = {a.text(): a for a in shown.menu.made(index(shown, 0)).actions()}
    actions["Copy scene id"].trigger()
    assert QGuiApplication.clipboard().text() == f"S2A_{DAYS[0]}"
    actions["Copy picture"].trigger()
    assert QGuiApplication.clipboard().image().width() == 512


def test_a_saved_picture_shows_each_chip_pixel_as_a_square(shown: Any, tmp_path: Path) -> None:
    from qgis.PyQt.QtGui import QImage

    from cbm_chips.bridge.tasks.pictures import Overlay
    from cbm_chips.gui.thumbnails.controls.menu import MenuTarget, PictureExporter

    exporter = PictureExporter(shown)
    news = heard(exporter.saved)
    picture, other = image(shown, 0), image(shown, 0).mirrored()
    target = MenuTarget((), shown.entries()[0], picture, Overlay())
    exporter.save(target, tmp_path / "chip.png")
    wait_for(lambda: bool(news))
    np.testing.assert_array_equal(
        pixels(QImage(news[0].value)), pixels(picture).repeat(4, 0).repeat(4, 1)
    )
    with held_open(tmp_path / "chip.png"):
        exporter.save(replace(target, image=other), tmp_path / "chip.png")
        wait_for(lambda: len(news) == 2)
    assert news[1].value == str(tmp_path / "chip-2.png")
    assert "chip.png could not be replaced" in news[1].remarks[0]
    exporter.save(target, tmp_path / "chip.png" / "chip.png")
    wait_for(lambda: len(news) == 3)
    assert "could not be written" in news[2].problem


@pytest.mark.parametrize(
    ("name", "shown"), [("sample", "Built-in sample"), ("stac.example.org", "stac.example.org")]
)
def test_the_tool_tip_names_the_source_as_the_list_of_sources_does(
    qgis_app: object, name: str, shown: str
) -> None:
    from dataclasses import replace

    from cbm_chips.core.pipeline.series import Entry
    from cbm_chips.gui.thumbnails.pictures.tooltip import tooltip

    scene = replace(chip(DAYS[0]).scene, provider=name)
    assert f"<td>{shown}</td>" in tooltip(Entry(scene))
