"""A run's chips -> GeoTIFFs of the user's, in a worker thread, and the layers made of them."""

from __future__ import annotations

import filecmp
import hashlib
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timezone
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Union

from qgis.core import QgsDateTimeRange, QgsProject, QgsRasterLayer, QgsRasterRenderer
from qgis.PyQt.QtCore import QStandardPaths

from ...core.model import Chip, Place
from ...core.outputs.atomic_write import WriteError
from ...core.outputs.geotiff.chip_files import write_bands, write_composite_dn, write_index
from ...core.outputs.names import place_folder
from ...core.rendering.index_renderer import IndexRenderer
from ...core.rendering.look import Look
from ..settings import Settings
from .raster_layer import ChipFile, dated, qt_time, raster_layer, reopen_layer
from .styles import composite_style, index_style

RUN, SCENE, DATE = "cbm_chips/run", "cbm_chips/scene", "cbm_chips/date"
"""Custom properties of layers, besides `cbm_chips/place` and `cbm_chips/acquired`."""
PLACE = "cbm_chips/place"
PLACE_ID = "cbm_chips/place_id"
"""Of the dock's layers alone: places of one name are told apart by it."""
FOLDER = "cbm_chips"
SCL = "SCL"

Style = Callable[[QgsRasterLayer], QgsRasterRenderer]


class Content(Enum):
    """What of a date becomes a layer."""

    PICTURE = "picture"
    """The composite or index of the look."""
    CLASSES = "classes"
    """The scene classification."""


@dataclass(frozen=True)
class LayerOrder:
    """What is to be written.

    Attributes:
        place: gives the group its name.
        chips: one or more, of one grid.
        series: the chips a shared stretch may be taken from.
        folder: the run's own.
        contents: the first is the one to be seen.
    """

    place: Place
    look: Look
    chips: tuple[Chip, ...] = field(repr=False)
    series: tuple[Chip, ...] = field(repr=False)
    folder: Path
    contents: tuple[Content, ...] = (Content.PICTURE,)

    @property
    def run(self) -> str:
        """Identity of place and ground: the same chips again are the same run."""
        return run_id(self.place, self.chips[0])


@dataclass(frozen=True)
class LayerFile:
    """A file in its place, and what its layer needs to know.

    Attributes:
        file: see `ChipFile`.
        scene_id: of the chip.
        content: which of the contents asked for.
        style: makes the layer's renderer; None where that of the file's own kind is right.
        is_new: these pixels were not there before.
    """

    file: ChipFile
    scene_id: str
    content: Content
    style: Union[Style, None] = None
    is_new: bool = True


@dataclass(frozen=True)
class Written:
    """All files of an order, and the dates (labels) that lacked the bands for one."""

    files: tuple[LayerFile, ...]
    lacking: tuple[str, ...] = ()


def run_id(place: Place, chip: Chip) -> str:
    """Eight characters that tell runs of the same name apart."""
    return _short_hash((*_identity(place), chip.grid))


def place_id(place: Place) -> str:
    """Eight characters that tell places of the same name apart, whatever ground is read of them."""
    return _short_hash(_identity(place))


def _identity(place: Place) -> tuple[object, ...]:
    outline = None if place.outline is None else place.outline.wkb_hex
    return (place.name, place.lon, place.lat, outline)


def _short_hash(known: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def chips_folder(settings: Settings, project: QgsProject) -> Path:
    """As set; else beside the project; else, as it has no file yet, in the user's documents."""
    if settings.chips_folder:
        return Path(settings.chips_folder).expanduser()
    if project.absolutePath():
        return Path(project.absolutePath()) / FOLDER
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / FOLDER


def run_folder(place: Place, chip: Chip) -> str:
    """The name of the run's folder: other ground has another one, whatever it is called."""
    size_m = int(chip.grid.right - chip.grid.left)
    return f"{place_folder(place)}_{size_m}m_{run_id(place, chip)}"


def write_layers(order: LayerOrder) -> Written:
    """Write what is missing or has changed. In a worker thread.

    Raises:
        WriteError: when a file can't be written.
    """
    files: list[LayerFile] = []
    lacking: list[str] = []
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=order.folder) as staging:
            for content in order.contents:
                writer = _WRITERS[content](order)
                for chip in order.chips:
                    made = writer(chip, Path(staging))
                    if made is None:
                        lacking.append(chip.scene.label)
                    else:
                        files.append(_settled(made, order))
    except OSError as error:
        raise WriteError(f"{order.folder} can't be written to: {error}") from error
    return Written(tuple(files), tuple(lacking))


def open_layer(item: LayerFile, order: LayerOrder) -> QgsRasterLayer:
    """The layer of a file, styled. On the main thread."""
    (item_dated,) = dated([item.file], last=item.file.acquired)
    layer = raster_layer(item_dated)
    if layer.isValid():
        layer.setCustomProperty(RUN, order.run)
        layer.setCustomProperty(PLACE_ID, place_id(order.place))
        layer.setCustomProperty(SCENE, item.scene_id)
        layer.setCustomProperty(DATE, f"{item.file.acquired:%Y-%m-%d}")
        restyle(layer, item)
    return layer


def restyle(layer: QgsRasterLayer, item: LayerFile) -> None:
    """Show the layer as the look wants it."""
    if item.style is not None:
        layer.setRenderer(item.style(layer))


def refresh(layer: QgsRasterLayer, item: LayerFile) -> None:
    """A layer that is there already: pixels and style as they are now, its file if it was gone."""
    if not layer.isValid():
        reopen_layer(layer, item.file)
    elif item.is_new:
        layer.dataProvider().reloadData()
    if layer.isValid():  # else its file went once more
        restyle(layer, item)
        layer.triggerRepaint()


def fix_times(layers: Iterable[QgsRasterLayer]) -> None:
    """Let each layer of a run stand until a second before the next, the newest until its midnight.

    Ranges that are right already stay untouched.
    """
    by_path = {Path(layer.source()): layer for layer in layers}
    files = [ChipFile.of(path) for path in by_path]
    if not files:
        return
    newest = max(file.acquired for file in files)
    midnight = datetime.combine(newest.date(), time(23, 59, 59), tzinfo=timezone.utc)
    for item in dated(files, last=midnight):
        times = by_path[item.file.path].temporalProperties()
        span = QgsDateTimeRange(qt_time(item.file.acquired), qt_time(item.until))
        if times.fixedTemporalRange() != span:
            times.setFixedTemporalRange(span)


_Writer = Callable[[Chip, Path], Union[LayerFile, None]]
"""Writes into a folder; None if the chip lacks a band."""


def _picture_writer(order: LayerOrder) -> _Writer:
    """The files hold numbers, not colours: QGIS's styles make them look like the thumbnails."""
    renderer = order.look.renderer(order.series)

    def write(chip: Chip, folder: Path) -> LayerFile | None:
        if order.look.missing_bands(chip):
            return None
        if isinstance(renderer, IndexRenderer):
            path = write_index(chip, folder, renderer.shows)
            style: Style = partial(index_style, index=renderer.shows)
        else:
            path = write_composite_dn(chip, folder, renderer.shows)
            style = partial(composite_style, limits=renderer.limits_of(chip))
        return LayerFile(ChipFile.of(path), chip.scene.id, Content.PICTURE, style)

    return write


def _classes_writer(order: LayerOrder) -> _Writer:
    return _write_classes


def _write_classes(chip: Chip, folder: Path) -> LayerFile | None:
    if SCL not in chip.bands:
        return None
    only = replace(chip, bands={SCL: chip.bands[SCL]})
    file = ChipFile.of(write_bands(only, folder)[SCL])
    return LayerFile(file, chip.scene.id, Content.CLASSES)


def _settled(made: LayerFile, order: LayerOrder) -> LayerFile:
    """Move the file into the run's folder, unless the same is there: a layer may have it open."""
    staged = made.file.path
    path = order.folder / staged.name
    is_new = not (path.exists() and filecmp.cmp(staged, path, shallow=False))
    if is_new:
        staged.replace(path)
    file = replace(made.file, path=path, place=order.place.name)
    return replace(made, file=file, is_new=is_new)


_WRITERS: dict[Content, Callable[[LayerOrder], _Writer]] = {
    Content.PICTURE: _picture_writer,
    Content.CLASSES: _classes_writer,
}
