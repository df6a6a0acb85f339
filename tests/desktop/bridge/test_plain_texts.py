"""Texts from servers are shown as they are written: no markup, no shortcuts, in no widget."""

from __future__ import annotations

from typing import Any

import pytest

MARKUP = "<img src='file:///x.png'><b>315141</b> & Co"


def shown(tip: str) -> str:
    """What a tool tip says to the eye."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QTextDocument

    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", [MARKUP, "315141", "a < b & c", "&lt;b&gt;", "<p>one\ntwo"])
def test_a_tool_tip_says_what_is_written(qgis_app: object, text: str) -> None:
    from cbm_chips.bridge.texts.plain_text import plain_tip

    assert shown(plain_tip(text)) == text


def test_example_ids_of_a_server(qgis_app: object) -> None:
    from cbm_chips.core.sources.cbm_rest.parcel_data.offers import Examples
    from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Area
    from cbm_chips.gui.cbm_service.parcels_box import ServiceParcelsBox

    some = Examples("2020", "", (MARKUP,))
    box = ServiceParcelsBox()
    box.offer([Area(MARKUP, ("2020",), (), ("s2",), some.ids, (some,))])
    box.aoi.setEditText(MARKUP)
    box._areas[MARKUP.lower()] = box._areas[MARKUP]
    box.year.setEditText("2020")

    assert box.pid.placeholderText() == f"Parcel id, such as {MARKUP}"
    assert shown(box.pid.toolTip()) == f"Parcel id, such as {MARKUP}"


def test_an_id_is_suggested_for_the_table_that_is_chosen(qgis_app: object) -> None:
    from cbm_chips.core.sources.cbm_rest.parcel_data.offers import Examples
    from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Area
    from cbm_chips.gui.cbm_service.parcels_box import ServiceParcelsBox

    some = (Examples("2020", "b", ("b315141",)), Examples("2022", "", ("315141",)))
    box = ServiceParcelsBox()
    box.offer([Area("ms", ("2020", "2022"), ("b",), ("s2",), ("b315141",), some)])
    box.aoi.setEditText("ms")
    wanted = {("2020", "b"): "b315141", ("2022", ""): "315141", ("2020", ""): "", ("", ""): ""}
    for (year, ptype), pid in wanted.items():
        box.year.setEditText(year)
        box.ptype.setEditText(ptype)
        assert box.pid.placeholderText() == (f"Parcel id, such as {pid}" if pid else "Parcel id")


def test_what_was_offered_stays_until_another_server_is_chosen(qgis_app: object) -> None:
    from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Area
    from cbm_chips.gui.cbm_service.parcels_box import ServiceParcelsBox

    def offered() -> list[str]:
        return [box.aoi.itemText(row) for row in range(box.aoi.count())]

    box = ServiceParcelsBox()
    box.offer([Area(aoi, ("2020",), (), (), ()) for aoi in ("ms", "nl")])
    box.offer([Area("nl", ("2021",), (), (), ())])
    assert offered() == ["ms", "nl"]
    box.aoi.setEditText("nl")
    assert box.area().years == ("2020", "2021")
    box.forget_offers()
    assert offered() == []


def test_names_of_places_in_menus_and_titles(qgis_app: object) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QMenu, QWidget

    from cbm_chips.bridge.sources.providers import ProviderRow
    from cbm_chips.core.model import ChipRequest, Place
    from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Parcel
    from cbm_chips.gui.cbm_service.chip_page import ChipPageDialog, ChipPageRequest
    from cbm_chips.gui.cbm_service.parcel_choice import words_of
    from cbm_chips.gui.dock.menu import places_menu

    place = Place(5.0, 52.0, MARKUP, details="Rye & clover")
    menu = QMenu()
    child = places_menu(menu, lambda: [place], lambda chosen: None)
    child.aboutToShow.emit()
    assert child.actions()[0].text() == f"{MARKUP} · Rye & clover".replace("&", "&&")
    assert words_of(Parcel(MARKUP, "", "", None, place)).count("&&") == 2

    request = ChipRequest(place, "2022-01-01", "2022-01-31", ("B04",))
    wish = ChipPageRequest(request, ("B08", "B04", "B03"), "5_95")
    parent = QWidget()
    dialog = ChipPageDialog(wish, ProviderRow(id="mine", title="Mine", url="cbm+http://h"), parent)
    assert dialog._title.textFormat() == Qt.TextFormat.PlainText
    assert MARKUP in dialog._title.text()


def test_the_log_shows_what_was_raised(qgis_app: object, monkeypatch: Any) -> None:
    from qgis.core import QgsMessageLog

    from cbm_chips.bridge.tasks.background_call import BackgroundCall

    def raising() -> None:
        raise KeyError(MARKUP)

    logged: list[str] = []
    monkeypatch.setattr(QgsMessageLog, "logMessage", lambda text, *_: logged.append(text))
    call = BackgroundCall("x", raising)
    call.run()
    call.finished(False)

    assert "<" not in logged[0]
    assert MARKUP in shown(f"<pre>{logged[0]}</pre>")
