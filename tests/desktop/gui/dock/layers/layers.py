"""Chips of a place as layers: how they are loaded, and what they hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from cbm_chips.core.model import Chip, Place
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.sentinel2.bands import BANDS as SENTINEL_2
from tests.desktop import window

PLACE = Place(5.664, 52.694, label="parcel 7")
BANDS = ("B08", "B04", "B03")
WANTED = (*BANDS, "B11", "SCL")


def with_bands(chip: Chip, needed: set[str]) -> Chip:
    like = {20: "B11", 10: "B08"}
    made = {
        band: np.roll(chip.bands[like[SENTINEL_2[band].chip_resolution_m]], 3)
        for band in needed - set(chip.bands)
    }
    scales = {**chip.scales, **dict.fromkeys(made, chip.scales["B08"])}
    return replace(chip, bands={**chip.bands, **made}, scales=scales)


def look(shows: Any = BANDS, **others: Any) -> Look:
    """Of three bands, or of an index by its name."""
    return Look(INDICES[shows] if isinstance(shows, str) else composite_of(shows), **others)


def load(loader: Any, entries: Any, its_look: Any = None, place: Place = PLACE, **how: Any) -> Any:
    """The layers, newest first."""
    loader.load(entries, its_look or look(), place, **how)
    wait_for(loader)
    return loader.heard.loaded[-1] if loader.heard.loaded else []


def wait_for(loader: Any) -> None:
    window.wait_for(lambda: not loader.is_busy)


def pixels_of(layer: Any) -> np.ndarray:
    """[bands, h, w] as QGIS sees them, nan where there is no data."""
    data = layer.dataProvider()
    height, width = layer.height(), layer.width()
    stack = np.empty((layer.bandCount(), height, width))
    for number in range(layer.bandCount()):
        block = data.block(number + 1, layer.extent(), width, height)
        stack[number] = [
            [np.nan if block.isNoData(row, col) else block.value(row, col) for col in range(width)]
            for row in range(height)
        ]
    return stack


def painted(layer: Any) -> np.ndarray:
    """uint8[h, w, 4] as the layer is drawn, pixel by pixel."""
    height, width = layer.height(), layer.width()
    block = layer.renderer().block(1, layer.extent(), width, height)
    image = block.image().convertToFormat(image_format())
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(data), np.uint8).reshape(height, width, 4)


def image_format() -> Any:
    from qgis.PyQt.QtGui import QImage

    return QImage.Format.Format_RGBA8888


def group(project: Any, name: str = "parcel 7") -> Any:
    return project.layerTreeRoot().findGroup(name)


def ticked(its_group: Any) -> list[str]:
    return [node.name() for node in its_group.findLayers() if node.itemVisibilityChecked()]


def spans(layers: Any) -> list[tuple[Any, Any]]:
    ranges = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
    return sorted(
        (one.begin().toMSecsSinceEpoch(), one.end().toMSecsSinceEpoch()) for one in ranges
    )


def assert_only_tifs(folder: Path) -> None:
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".tif"}


def by_scene(entries: Any) -> dict[str, Chip]:
    return {entry.chip.scene.id: entry.chip for entry in entries}
