"""Chips -> GeoTIFFs in the user's folder, written in a worker thread, and their layers."""

from __future__ import annotations

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
from ...core.outputs.atomic_write import FileInUse, WriteError, put_in_place
from ...core.outputs.geotiff.chip_files import write_bands, write_composite_dn, write_index
from ...core.outputs.names import place_folder
from ...core.reasons import Reason
from ...core.rendering.class_renderer import Classification, ClassRenderer
from ...core.rendering.index_renderer import IndexRenderer
from ...core.rendering.look import Look
from ..settings import Settings
from .raster_layer import ChipFile, qt_time, raster_layer, reopen_layer, timed_files
from .styles import composite_style, index_style

RUN, SCENE, DATE = "cbm_chips/run", "cbm_chips/scene", "cbm_chips/date"
"""Custom properties of layers, besides `cbm_chips/place` and `cbm_chips/acquired`."""
PLACE = "cbm_chips/place"
PLACE_ID = "cbm_chips/place_id"
"""Only on layers of the dock: distinguishes places of the same name."""
DIFFERENCE = "cbm_chips/difference"
"""Only on layers of two dates, which are not dated."""
FOLDER = "cbm_chips"
SCL = "SCL"

Style = Callable[[QgsRasterLayer], QgsRasterRenderer]


class Content(Enum):
    """What is loaded of a date."""

    PICTURE = "picture"
    """The composite or index of the look."""
    CLASSES = "classes"
    """The scene classification."""


@dataclass(frozen=True)
class LayerOrder:
    """The files to write.

    Attributes:
        place: names the group.
        chips: one or more, of one grid.
        series: the chips that a shared stretch may be taken from.
        folder: of the run.
        contents: the first is shown.
    """

    place: Place
    look: Look
    chips: tuple[Chip, ...] = field(repr=False)
    series: tuple[Chip, ...] = field(repr=False)
    folder: Path
    contents: tuple[Content, ...] = (Content.PICTURE,)

    @property
    def run(self) -> str:
        """Identifies place and grid: the same chips again belong to the same run."""
        return run_id(self.place, self.chips[0])


@dataclass(frozen=True)
class LayerFile:
    """A written file with the properties of its layer.

    Attributes:
        file: see `ChipFile`.
        scene_id: of the chip.
        content: one of the order's.
        style: makes the layer's renderer; None where that of the file's own kind is right.
        is_new: the file was missing or had other pixels.
    """

    file: ChipFile
    scene_id: str
    content: Content
    style: Union[Style, None] = None
    is_new: bool = True


@dataclass(frozen=True)
class Written:
    """The files of an order, the dates (labels) without the bands for one, and what was in use."""

    files: tuple[LayerFile, ...]
    lacking: tuple[str, ...] = ()
    in_use: tuple[FileInUse, ...] = ()


def run_id(place: Place, chip: Chip) -> str:
    """Eight characters; runs of the same name differ in them."""
    return _short_hash((*_identity(place), chip.grid))


def place_id(place: Place) -> str:
    """Eight characters; places of the same name differ in them, whatever the chips' size."""
    return _short_hash(_identity(place))


def _identity(place: Place) -> tuple[object, ...]:
    outline = None if place.outline is None else place.outline.wkb_hex
    return (place.name, place.lon, place.lat, outline)


def _short_hash(known: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def chips_folder(settings: Settings, project: QgsProject) -> Path:
    """The setting; else beside the project; else, if the project has no file, in the documents."""
    if settings.chips_folder:
        return Path(settings.chips_folder).expanduser()
    if project.absolutePath():
        return Path(project.absolutePath()) / FOLDER
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents)) / FOLDER


def run_folder(place: Place, chip: Chip, parent: Path | None = None) -> str:
    """The name of the run's folder; another square has another one, even under the same name."""
    size_m = int(chip.grid.right - chip.grid.left)
    return f"{place_folder(place, parent)}_{size_m}m_{run_id(place, chip)}"


def write_layers(order: LayerOrder) -> Written:
    """Write the files that are missing or have changed; call it in a worker thread.

    Raises:
        WriteError: when a file can't be written.
    """
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=order.folder) as staging:
            return _written(order, Path(staging))
    except OSError as error:
        raise WriteError(
            Reason("{folder} can't be written to: {error}", folder=order.folder, error=error)
        ) from error


def _written(order: LayerOrder, staging: Path) -> Written:
    files: list[LayerFile] = []
    lacking: list[str] = []
    in_use: list[FileInUse] = []
    for content in _contents(order):
        writer = _WRITERS[content](order)
        for chip in order.chips:
            made = writer(chip, staging)
            if made is None:
                lacking.append(chip.scene.label)
                continue
            try:
                files.append(_moved_into_place(made, order))
            except FileInUse as error:
                in_use.append(error)
    return Written(tuple(files), tuple(lacking), tuple(in_use))


def _contents(order: LayerOrder) -> tuple[Content, ...]:
    """Each once: a look at the classes has the classes as its picture."""
    if not isinstance(order.look.shows, Classification):
        return order.contents
    as_classes = {Content.PICTURE: Content.CLASSES}
    return tuple(dict.fromkeys(as_classes.get(content, content) for content in order.contents))


def open_layer(item: LayerFile, order: LayerOrder) -> QgsRasterLayer:
    """The layer of a file; call it in the main thread."""
    (timed,) = timed_files([item.file], last=item.file.acquired)
    layer = raster_layer(timed)
    if layer.isValid():
        layer.setCustomProperty(RUN, order.run)
        layer.setCustomProperty(PLACE_ID, place_id(order.place))
        layer.setCustomProperty(SCENE, item.scene_id)
        layer.setCustomProperty(DATE, f"{item.file.acquired:%Y-%m-%d}")
        restyle(layer, item)
    return layer


def restyle(layer: QgsRasterLayer, item: LayerFile) -> None:
    """Style the layer by the look."""
    if item.style is not None:
        layer.setRenderer(item.style(layer))


def refresh(layer: QgsRasterLayer, item: LayerFile) -> None:
    """Update a layer of the project: its pixels, its style, and its file if it was missing."""
    if not layer.isValid():
        reopen_layer(layer, item.file.path)
    elif item.is_new:
        layer.dataProvider().reloadData()
    if layer.isValid():  # else its file is missing again
        restyle(layer, item)
        layer.triggerRepaint()


def fix_times(layers: Iterable[QgsRasterLayer]) -> None:
    """Each layer of a run ends a second before the next, the newest at the end of its day.

    Only ranges that change are set.
    """
    by_path = {Path(layer.source()): layer for layer in layers}
    files = [ChipFile.of(path) for path in by_path]
    if not files:
        return
    newest = max(file.acquired for file in files)
    midnight = datetime.combine(newest.date(), time(23, 59, 59), tzinfo=timezone.utc)
    for item in timed_files(files, last=midnight):
        times = by_path[item.file.path].temporalProperties()
        span = QgsDateTimeRange(qt_time(item.file.acquired), qt_time(item.until))
        if times.fixedTemporalRange() != span:
            times.setFixedTemporalRange(span)


_Writer = Callable[[Chip, Path], Union[LayerFile, None]]
"""Writes a chip into a folder; None if it lacks a band."""


def _picture_writer(order: LayerOrder) -> _Writer:
    """The files hold numbers, not colours: QGIS's styles make them look like the thumbnails."""
    renderer = order.look.renderer(order.series)
    if isinstance(renderer, ClassRenderer):
        return _write_classes

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


def _moved_into_place(made: LayerFile, order: LayerOrder) -> LayerFile:
    """Move the file into the run's folder; an equal one is kept, as a layer may have it open."""
    staged = made.file.path
    path = order.folder / staged.name
    is_new = put_in_place(staged, path)
    file = replace(made.file, path=path, place=order.place.name)
    return replace(made, file=file, is_new=is_new)


_WRITERS: dict[Content, Callable[[LayerOrder], _Writer]] = {
    Content.PICTURE: _picture_writer,
    Content.CLASSES: _classes_writer,
}
