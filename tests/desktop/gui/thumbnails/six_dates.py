"""Made dates of a panel of thumbnails, what is done to it, and what it shows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from cbm_chips.core.model import Chip
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.scenes.acquisitions import Dropped
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel

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


def show_six_dates(panel: Any) -> None:
    """Of which the fourth failed."""
    panel.begin(1, a_parcel(), 1280)
    events = [chip(day) for day in DAYS]
    events[3] = a_failed_chip("HTTP 503", scene=scene(DAYS[3]))
    panel.take(batch(found(*DAYS), *events))
    wait_for(panel.is_idle)


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


def canvas(large: Any) -> Any:
    """Of the large view: where the chip is painted."""
    return large._picture
