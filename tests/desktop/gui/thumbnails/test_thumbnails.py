"""The grid of thumbnails: pictures, outline, keys, ticks, what is said of a date."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.model import Absence, Chip, Place, Provenance
from cbm_chips.core.pipeline.date_lists import FILTERS, ORDERS
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.series import Entry, State
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reasons import Reason
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, render
from cbm_chips.core.scenes.acquisitions import Dropped
from cbm_chips.core.sentinel2.scl import CloudFlag
from cbm_chips.core.sources.registry import open_source
from tests.builders import a_grid, a_request, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.desktop.thumbnail_panel import thumbnail_panel

COMPOSITE = ("B08", "B04", "B03")
DAYS = ("2022-06-02", "2022-06-07", "2022-06-12", "2022-06-17", "2022-06-22", "2022-06-27")


def scene(day: str, **others: Any) -> Any:
    return a_scene(f"S2A_{day}", f"{day}T10:36:34", **others)


def chip(day: str, **others: Any) -> Chip:
    fields = {"flag": CloudFlag.CLEAR, "cloud_fraction": 0.0, **others}
    return a_chip(scene=scene(day), **fields)


def found(*days: str, dropped: tuple[Dropped, ...] = ()) -> Found:
    return Found(a_grid(), tuple(map(scene, days)), (), dropped, ())


def batch(*events: Any, run: int = 1) -> Any:
    from cbm_chips.bridge.tasks.chip_task import Batch

    return Batch(run, events)


def look(shows: Any = COMPOSITE, **others: Any) -> Look:
    """Of three bands, or of an index by its name."""
    return Look(INDICES[shows] if isinstance(shows, str) else composite_of(shows), **others)


def wait_for(done: Callable[[], bool], within_s: float = 60) -> None:
    from qgis.PyQt.QtCore import QCoreApplication

    until = time.monotonic() + within_s
    while not done():
        assert time.monotonic() < until, "nothing came"
        QCoreApplication.processEvents()
        time.sleep(0.005)


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    from qgis.PyQt.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    with thumbnail_panel(320, 600, points=9) as made:
        yield made
    QLocale.setDefault(before)


def show_six_dates(panel: Any) -> None:
    """Of which the fourth failed."""
    panel.begin(1, a_parcel(), 1280)
    events = [chip(day) for day in DAYS]
    events[3] = a_failed_chip("HTTP 503", scene=scene(DAYS[3]))
    panel.take(batch(found(*DAYS), *events))
    wait_for(panel.is_idle)


@pytest.fixture
def shown(panel: Any) -> Any:
    """Six dates, of which the fourth failed."""
    show_six_dates(panel)
    return panel


def index(panel: Any, row: int) -> Any:
    return panel.view.model().index(row, 0)


def image(panel: Any, row: int) -> Any:
    from cbm_chips.gui.thumbnails.grid.model import Role

    return index(panel, row).data(int(Role.PICTURE))


def pixels(picture: Any) -> np.ndarray:
    from qgis.PyQt.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    data = plain.constBits().asarray(plain.width() * plain.height() * 4)
    return np.frombuffer(bytes(data), np.uint8).reshape(plain.height(), plain.width(), 4)


def press(panel: Any, name: str, held: str = "NoModifier") -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    modifier = getattr(Qt.KeyboardModifier, held)
    QTest.keyClick(panel.view, getattr(Qt.Key, f"Key_{name}"), modifier)


def click(panel: Any, row: int, where: str = "picture", held: str = "NoModifier") -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    panel.view.scrollTo(index(panel, row))
    cell = panel.view.visualRect(index(panel, row))
    shape = panel.view.shape
    spots = {
        "picture": shape.picture(cell).center(),
        "tick": shape.tick(cell).center(),
        "retry": panel.view.itemDelegate().retry_area(cell, index(panel, row)).center(),
    }
    modifier = getattr(Qt.KeyboardModifier, held)
    QTest.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, spots[where], delay=0
    )


def heard(signal: Any) -> list[Any]:
    news: list[Any] = []
    signal.connect(news.append)
    return news


def days(entries: list[Any]) -> list[str]:
    return [f"{entry.scene.acquired:%Y-%m-%d}" for entry in entries]


def current_day(panel: Any) -> str:
    return days([panel.current()])[0]


def test_the_pictures_of_the_sample_archive_are_its_pixels_stretched(
    panel: Any, sample_archive: Path
) -> None:
    from cbm_chips.core.rendering.composites import stack_bands

    request = a_request(5.664, 52.694, start="2022-06-01", end="2022-06-30", bands=COMPOSITE)
    panel.set_look(look(is_shared=False))
    panel.begin(1, request.place, request.size_m)
    with open_source(str(sample_archive)) as source:
        panel.take(batch(*run(request, source, Tools(RasterReader(Network(), threads=2)))))
    wait_for(panel.is_idle)
    chips = [entry.chip for entry in panel.entries()]
    assert sum(one is not None for one in chips) >= 3
    for row, one in enumerate(chips):
        if one is not None:
            values, valid = stack_bands(one.bands, COMPOSITE, scales=one.scales)
            own = look(is_shared=False).renderer([]).limits_of(one)
            np.testing.assert_array_equal(
                pixels(image(panel, row)), render(values, valid, limits=own)
            )


def test_a_shared_stretch_in_the_end_rests_on_all_clear_dates(panel: Any) -> None:
    from cbm_chips.core.rendering.stretch import pool_of

    panel.begin(1, a_parcel(), 1280)
    chips = [
        replace(chip(day), bands={b: v // (n + 1) for b, v in chip(day).bands.items()})
        for n, day in enumerate(DAYS)
    ]
    chips[0] = replace(chips[0], flag=CloudFlag.CLOUDY)
    panel.take(batch(found(*DAYS)))
    for one in chips:
        panel.take(batch(one))
        time.sleep(0.01)
    wait_for(panel.is_idle)
    paint = look().renderer(tuple(chips[1:])).rgba_of
    assert pool_of(chips) == tuple(chips[1:])
    for row, one in enumerate(chips):
        np.testing.assert_array_equal(pixels(image(panel, row)), paint(one))


def test_another_look_needs_no_read_and_the_old_look_never_comes_back(shown: Any) -> None:
    before = pixels(image(shown, 0)).copy()
    shown.set_look(look(("B11", "B08", "B04")))
    shown.set_look(look("NDVI"))
    shown.set_look(look(lut=Absolute(((0, 1), (0, 1), (0, 1)))))
    wait_for(shown.is_idle)
    assert (pixels(image(shown, 0)) != before).any()
    assert set(np.unique(pixels(image(shown, 0)))) <= {0, 255}


def test_a_look_that_lacks_bands_says_which(shown: Any) -> None:
    from cbm_chips.gui.thumbnails.grid.model import Role

    assert look("NDVI").bands == ("B08", "B04")
    shown.set_look(look(("B12", "B8A", "B04")))
    wait_for(shown.is_idle)
    assert image(shown, 0) is None
    assert index(shown, 0).data(int(Role.PROBLEM)) == "not read: B12, B8A"


def test_an_index_is_coloured_by_its_own_range_and_nothing_is_transparent() -> None:
    from cbm_chips.core.rendering.color_ramps import color_table, colorize

    values = np.array([[-1.0, 0.0, 1.0, np.nan]], dtype=np.float32)
    picture = colorize(values, color_table("RdYlGn"), value_range=(-1.0, 1.0))
    assert picture[0, 0].tolist() == [0xD7, 0x19, 0x1C, 255]
    assert picture[0, 2].tolist() == [0x1A, 0x96, 0x41, 255]
    assert picture[0, 3].tolist() == [0, 0, 0, 0]


def test_our_ramps_are_those_of_qgis() -> None:
    from qgis.core import QgsStyle

    from cbm_chips.core.rendering.color_ramps import RAMPS, STEPS, color_table

    assert {row.ramp for row in INDICES.values()} <= set(RAMPS)
    for name in RAMPS:
        theirs = QgsStyle.defaultStyle().colorRamp(name)
        ours = color_table(name)
        for row in (0, 64, 128, 511, 803, STEPS - 1):
            colour = theirs.color(row / (STEPS - 1))
            assert np.abs(ours[row, :3] - np.array(colour.getRgb()[:3], float)).max() <= 2, name


def test_the_outline_lies_where_the_parcel_is_to_a_hundredth_of_a_pixel() -> None:
    from cbm_chips.bridge.tasks.pictures import overlay_of

    (ring,) = overlay_of(a_parcel(), a_grid()).rings
    corners = sorted((round(p.x(), 5), round(p.y(), 5)) for p in ring)
    assert corners[0] == pytest.approx((0.25, 0.25), abs=1e-4)
    assert corners[-1] == pytest.approx((0.75, 0.75), abs=1e-4)


def test_a_place_without_outline_gets_a_cross_at_its_own_spot() -> None:
    from cbm_chips.bridge.tasks.pictures import overlay_of

    overlay = overlay_of(replace(a_parcel(), outline=None), a_grid())
    assert not overlay.rings
    assert (overlay.point.x(), overlay.point.y()) == pytest.approx((0.5, 0.5), abs=1e-3)


def test_placeholders_with_dates_stand_as_soon_as_the_search_is_back(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS)))
    assert [index(panel, row).data() for row in range(2)] == ["02/06/2022", "07/06/2022"]
    assert panel.counts().dates == 6
    assert panel.counts().done == 0


def test_news_of_another_run_are_not_shown(shown: Any) -> None:
    shown.begin(2, a_parcel(), 1280)
    shown.take(batch(found(*DAYS), chip(DAYS[0]), run=1))
    assert shown.entries() == []
    wait_for(shown.is_idle)
    assert shown.view.model().rowCount() == 0


def test_pictures_of_a_replaced_run_are_not_shown_in_the_next(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), *map(chip, DAYS)))
    wait_for(lambda: not panel.is_idle())
    panel.begin(2, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), run=2))
    wait_for(panel.is_idle)
    assert all(image(panel, row) is None for row in range(6))


def test_arrows_go_through_the_rows_and_home_and_end_to_the_ends(shown: Any) -> None:
    columns = shown.view.shape.columns
    assert columns == 3
    shown.view.setCurrentIndex(index(shown, 0))
    steps = [
        ("Right", 1), ("Right", 2), ("Right", 3), ("Left", 2), ("Down", 5), ("Down", 5),
        ("Up", 2), ("Up", 2), ("Home", 0), ("End", 5), ("PageUp", 0), ("PageDown", 5),
    ]  # fmt: skip
    for key, row in steps:
        press(shown, key)
        assert shown.view.currentIndex().row() == row, key


def test_the_current_date_is_told(shown: Any) -> None:
    news = heard(shown.currentChanged)
    press(shown, "Home")
    press(shown, "Right")
    assert days(news)[-1] == DAYS[1]
    shown.begin(2, a_parcel(), 1280)
    assert news[-1] is None


def test_moving_keeps_the_ticks_and_space_sets_them(shown: Any) -> None:
    press(shown, "Home")
    press(shown, "Space")
    for key in ("Right", "Right", "Space", "Right"):
        press(shown, key)
    assert days(shown.selected()) == [DAYS[0], DAYS[2]]
    press(shown, "Left")
    press(shown, "Space")
    assert days(shown.selected()) == [DAYS[0]]


def test_without_ticks_the_current_date_is_meant(shown: Any) -> None:
    assert shown.selected() == []
    press(shown, "Home")
    assert days(shown.selected()) == [DAYS[0]]


def test_a_click_moves_and_a_click_on_the_box_ticks(shown: Any) -> None:
    click(shown, 1)
    assert current_day(shown) == DAYS[1]
    click(shown, 2, "tick")
    click(shown, 4, held="ControlModifier")
    click(shown, 0)
    assert days(shown.selected()) == [DAYS[2], DAYS[4]]


def test_enter_loads_the_current_date_or_all_ticked_ones_if_it_is_ticked(shown: Any) -> None:
    news = heard(shown.loadRequested)
    press(shown, "Home")
    press(shown, "Space")
    press(shown, "Right")
    press(shown, "Return")
    assert days(news[-1]) == [DAYS[1]]
    press(shown, "Space")
    press(shown, "Enter")
    assert days(news[-1]) == [DAYS[0], DAYS[1]]


def test_a_double_click_loads(shown: Any) -> None:
    news = heard(shown.loadRequested)
    shown.view.doubleClicked.emit(index(shown, 2))
    assert [days(entries) for entries in news] == [[DAYS[2]]]


def test_a_failed_date_is_read_again_by_a_click_or_enter(shown: Any) -> None:
    tried, loaded = heard(shown.retryRequested), heard(shown.loadRequested)
    click(shown, 3, "retry")
    press(shown, "Return")
    assert [days(entries) for entries in tried] == [[DAYS[3]], [DAYS[3]]]
    assert not loaded


def test_filters_narrow_and_say_how_many_they_would_leave(shown: Any) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    combo = shown.controls.findChildren(QComboBox)[0]
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert texts[:2] == ["All (6)", "Clear (5)"]
    assert "Failed (1)" in texts
    shown.controls.choose_filter("failed")
    assert shown.view.model().rowCount() == 1
    shown.controls.choose_filter("cloudy")
    assert not shown.view.isVisible()
    shown.pages._own_message.buttons[0].click()
    assert shown.view.isVisible()
    assert shown.view.model().rowCount() == 6


def test_every_filter_and_order_has_a_title() -> None:
    from cbm_chips.gui.thumbnails.controls.control_row import filter_title
    from cbm_chips.gui.thumbnails.controls.order_button import order_title

    assert all(filter_title(name) != name for name in FILTERS)
    assert all(order_title(name) != name for name in ORDERS)


def test_orders_sort_and_the_current_date_stays_current(shown: Any) -> None:
    press(shown, "Home")
    shown.controls.choose_order("newest first")
    assert current_day(shown) == DAYS[0]
    assert shown.view.currentIndex().row() == 5


def test_the_order_is_chosen_in_the_buttons_menu_and_told_by_its_tool_tip(shown: Any) -> None:
    button = shown.controls._order
    told: list[str] = []
    shown.controls.order_chosen.connect(told.append)

    button.menu().actions()[1].trigger()
    shown.controls.choose_order("newest first")  # that is what it is
    shown.controls.choose_order("by chance")

    assert told == ["newest first"]
    assert [entry.isChecked() for entry in button.menu().actions()] == [False, True, False]
    assert button.toolTip() == button.accessibleName() == "Order of the dates: Newest first"


def test_the_slider_has_no_row_of_its_own_in_a_narrow_dock(shown: Any) -> None:
    controls = shown.controls
    for width in (284, 320, 400, 700):
        controls.resize(width, controls.heightForWidth(width))
        tops = {
            one.mapTo(controls, one.rect().center()).y()
            for one in (controls._order, controls._fit, controls._size)
        }
        assert max(tops) - min(tops) <= 1


def test_a_message_takes_the_grids_place_until_it_is_taken_back(shown: Any) -> None:
    pressed = []
    shown.show_message("Nothing here.", [("Do something", lambda: pressed.append(True))])
    assert not shown.view.isVisible()
    shown._message.buttons[0].click()
    assert pressed == [True]
    shown.show_message("")
    assert shown.view.isVisible()


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
    picture = image(shown, 0)
    target = MenuTarget((), shown.entries()[0], picture, Overlay())
    exporter.save(target, str(tmp_path / "chip.png"))
    wait_for(lambda: bool(news))
    np.testing.assert_array_equal(
        pixels(QImage(news[0].value)), pixels(picture).repeat(4, 0).repeat(4, 1)
    )
    exporter.save(target, str(tmp_path / "no folder" / "chip.png"))
    wait_for(lambda: len(news) == 2)
    assert "could not be written" in news[1].problem


@pytest.mark.parametrize("points", [9, 18])
@pytest.mark.parametrize("width", [200, 289, 306, 500, 886, 2000])
@pytest.mark.parametrize("height", [147, 640])
def test_no_text_is_cut_and_no_tile_leaves_the_view(
    qgis_app: Any, points: int, width: int, height: int
) -> None:
    from qgis.PyQt.QtCore import QPoint, QRect
    from qgis.PyQt.QtGui import QFont

    from cbm_chips.gui.thumbnails.pictures.layout import TextSize, ThumbnailShape
    from cbm_chips.gui.thumbnails.pictures.texts import sample_dates

    font = QFont(qgis_app.font())
    font.setPointSize(points)
    text = TextSize.of(font, sample_dates())
    shape = ThumbnailShape.fit(width, wanted=88, text=text, height=height)
    cell = QRect(QPoint(0, 0), shape.cell)
    least = max(88, text.date, text.word)
    assert cell.height() <= height or shape.edge <= least or shape.is_beside
    assert shape.columns * cell.width() <= width
    assert shape.date(cell).width() >= text.date
    needed = text.status if shape.lines == 1 else text.word
    assert shape.status(cell).width() >= needed
    for part in (shape.picture(cell), shape.date(cell), shape.status(cell), shape.tick(cell)):
        assert cell.contains(part)
    assert width - shape.columns * cell.width() < shape.columns  # the width is filled


def test_symbols_words_and_colours_differ_and_can_be_read(qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QColor, QPalette

    from cbm_chips.gui.thumbnails.pictures.painting import _SHAPES, colour_of
    from cbm_chips.gui.thumbnails.pictures.texts import DateStatus, status_word

    assert set(_SHAPES) == set(DateStatus)
    assert len({status_word(status) for status in DateStatus}) == len(DateStatus)
    told = (DateStatus.CLEAR, DateStatus.PARTLY, DateStatus.CLOUDY)
    assert len({_SHAPES[status] for status in told}) == 3
    for ground, text in (("#ffffff", "#000000"), ("#26282a", "#f0f0f0"), ("#323232", "#b1b1b1")):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(ground))
        palette.setColor(QPalette.ColorRole.Text, QColor(text))
        for status in DateStatus:
            assert contrast(colour_of(status, palette), QColor(ground)) >= 3.9, (status, ground)
        for status in told:
            assert contrast(colour_of(status, palette), QColor(ground)) >= 4.5, (status, ground)


def contrast(one: Any, other: Any) -> float:
    """WCAG's contrast ratio."""

    def luminance(colour: Any) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in colour.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_enlarged_pictures_are_as_sharp_as_the_screen() -> None:
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage

    from cbm_chips.gui.thumbnails.pictures.painting import scaled

    picture = QImage(2, 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setPixelColor(0, 0, QColor("black"))
    picture.setPixelColor(1, 0, QColor("white"))
    pixmap = scaled(picture, QSize(10, 5), 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (20, 10, 2.0)
    row = pixels(pixmap.toImage())[5, :, 0].tolist()
    assert row == [0] * 10 + [255] * 10


def test_every_kind_of_date_can_be_painted(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    twin = scene(DAYS[5])
    events = [
        chip(DAYS[0], failures={"B11": "time-out"}),
        chip(DAYS[1], flag=CloudFlag.CLOUDY, cloud_fraction=0.9),
        a_failed_chip("HTTP 404: the file is missing at the server", scene=scene(DAYS[2])),
        a_failed_chip("the swath misses the chip", Absence.EXCLUDED, scene=scene(DAYS[3])),
        a_failed_chip("only JP2", Absence.UNUSABLE, scene=scene("2022-07-02")),
    ]
    panel.take(batch(found(*DAYS[:5], dropped=(Dropped(twin, "a twin"),)), *events))
    wait_for(panel.is_idle)
    for width in (200, 320, 900):
        panel.resize(width, 900)
        assert not panel.grab().isNull()


def test_taking_many_dates_never_holds_the_window_up(panel: Any) -> None:
    from qgis.PyQt.QtCore import QCoreApplication

    names = [f"2022-{month:02d}-{day:02d}" for month in (5, 6, 7) for day in range(1, 25, 3)]
    chips = [chip(day) for day in names]
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*names)))
    longest = 0.0
    for one in chips:
        began = time.thread_time()
        panel.take(batch(one))
        QCoreApplication.processEvents()
        longest = max(longest, time.thread_time() - began)
    wait_for(panel.is_idle)
    assert all(image(panel, row) is not None for row in range(24))
    assert longest < 0.2  # generous, as machines differ; a few ms where nothing else runs


def test_the_last_pictures_do_not_wait_once_the_run_is_over(panel: Any) -> None:
    panel._scheduler._pause.setInterval(24 * 3600 * 1000)
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), *map(chip, DAYS)))
    assert not panel.is_idle()

    panel.stop_waiting()
    wait_for(panel.is_idle)

    assert all(image(panel, row) is not None for row in range(len(DAYS)))


def test_stopping_leaves_no_task_behind(shown: Any) -> None:
    from qgis.core import QgsApplication

    shown.set_look(look(("B11", "B08", "B04")))
    wait_for(lambda: not shown.is_idle())
    shown.stop()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert shown.is_idle()


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
