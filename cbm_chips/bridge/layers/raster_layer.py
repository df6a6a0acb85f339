"""The GeoTIFF of a chip -> a raster layer with its style and time; no .aux.xml is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Callable, Union

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QColor

from ...core.outputs.kinds.kind import LayerStyle
from ...core.outputs.kinds.table import style_of
from ...core.reading.gdal.osgeo_calls import thread_options
from ...core.sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from ..texts.translation import tr

_NO_SIDECARS = {"GDAL_PAM_ENABLED": "NO"}
"""For files that are opened meanwhile, GDAL writes no .aux.xml, not even when they are closed."""


@dataclass(frozen=True)
class ChipFile:
    """A GeoTIFF of a run with the properties of its layer.

    Attributes:
        path: the file.
        place: name of the group.
        acquired: aware; begin of the layer's time.
        content: band or composite, `B08` or `B08_B04_B03`.
        style: how the layer is shown, unless another style is given.
        limits: of a grey layer: the values that are black and white, scale and offset applied;
            None where another style follows, or without valid pixels.
    """

    path: Path
    place: str
    acquired: datetime
    content: str
    style: LayerStyle
    limits: Union[tuple[float, float], None] = None

    @classmethod
    def of(cls, path: Path) -> ChipFile:
        """The properties by the file's name: `<place>/<YYYYMMDDTHHMMSS>_<scene>.<content>.tif`.

        Raises:
            ValueError: for a file that is called otherwise.
        """
        moment = datetime.strptime(path.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=timezone.utc)
        content = path.stem.rpartition(".")[2]
        return cls(path, path.parent.name, moment, content, style_of(content))

    @classmethod
    def measured(cls, path: Path) -> ChipFile:
        """As `of`, with the limits of a grey layer. Reads the pixels: call it in a worker thread.

        Raises:
            ValueError: as `of`.
        """
        from ...core.outputs.run_folder.grey_range import grey_limits

        file = cls.of(path)
        return replace(file, limits=grey_limits(path)) if file.style is LayerStyle.GREY else file

    @property
    def title(self) -> str:
        """The layer's name, date first, so that names sort by time."""
        moment = self.acquired.astimezone(timezone.utc)
        return f"{moment:%Y-%m-%d %H:%M:%S} {self.content}"


@dataclass(frozen=True)
class TimedFile:
    """A file and the end (inclusive) of its layer's time."""

    file: ChipFile
    until: datetime


def timed_files(files: Iterable[ChipFile], *, last: datetime) -> list[TimedFile]:
    """Each layer ends a second before the next of its place and content, the newest at `last`."""
    series: dict[tuple[str, str], list[ChipFile]] = {}
    for file in files:
        series.setdefault((file.place, file.content), []).append(file)
    return [
        TimedFile(file, _until(file, sorted({other.acquired for other in group}), last))
        for group in series.values()
        for file in sorted(group, key=lambda file: (file.acquired, file.path))
    ]


def raster_layer(item: TimedFile) -> QgsRasterLayer:
    """The layer with style and time; call it in the main thread.

    QGIS's default style is not loaded: it computes statistics, which takes time.
    """
    layer = plain_layer(item.file.path, item.file.title)
    if layer.isValid():
        with thread_options(_NO_SIDECARS):
            set_style_and_time(layer, item)
    return layer


def plain_layer(path: Path, title: str) -> QgsRasterLayer:
    """The layer of any file, without style and time; call it in the main thread."""
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
    with thread_options(_NO_SIDECARS):
        return QgsRasterLayer(str(path), title, "gdal", options)


def reopen_layer(layer: QgsRasterLayer, path: Path) -> None:
    """Connect a layer to its file, which was missing; the user's style and name stay."""
    with thread_options(_NO_SIDECARS):
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(str(path), layer.name(), "gdal", options, False)


def set_style_and_time(layer: QgsRasterLayer, item: TimedFile) -> None:
    """Set style and time of a layer; may be repeated."""
    layer.setRenderer(_RENDERERS[item.file.style](layer, item.file))
    layer.setCustomProperty("cbm_chips/place", item.file.place)
    layer.setCustomProperty("cbm_chips/acquired", item.file.acquired.isoformat())
    times = layer.temporalProperties()
    times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    times.setFixedTemporalRange(QgsDateTimeRange(qt_time(item.file.acquired), qt_time(item.until)))
    times.setIsActive(True)


def put_into_group(layer: QgsMapLayer, project: QgsProject, name: str) -> None:
    """Move a layer of the project into the group `name`; a new group is inserted at the top.

    Its legend is folded: those of a run's layers say the same.
    """
    root = project.layerTreeRoot()
    group = root.findGroup(name) or root.insertGroup(0, name)
    node = root.findLayer(layer.id())
    if node is None:
        return
    if node.parent() != group:
        moved = node.clone()
        group.insertChildNode(row_by_name(group, layer.name()), moved)
        node.parent().removeChildNode(node)
        node = moved
    node.setExpanded(False)


def row_by_name(group: QgsLayerTreeGroup, name: str) -> int:
    """The row of a layer in a group that is sorted by name, the newest date at the top.

    A binary search: there may be hundreds of layers, and reading a name is slow.
    """
    children = group.children()
    low, high = 0, len(children)
    while low < high:
        middle = (low + high) // 2
        if children[middle].name() > name:
            low = middle + 1
        else:
            high = middle
    return low


def _until(file: ChipFile, moments: list[datetime], last: datetime) -> datetime:
    later = next((moment for moment in moments if moment > file.acquired), None)
    if later is None:
        return max(last, file.acquired)
    return max(later - timedelta(seconds=1), file.acquired)


def qt_time(moment: datetime) -> QDateTime:
    """An aware datetime as QDateTime in UTC, whole seconds."""
    text = moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


def _rgba(layer: QgsRasterLayer, file: ChipFile) -> QgsRasterRenderer:
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3)
    renderer.setAlphaBand(4)
    return renderer


def _grey(layer: QgsRasterLayer, file: ChipFile) -> QgsRasterRenderer:
    """By limits of our own: QGIS 3.44 has a single bin for a band with scale and offset."""
    data = layer.dataProvider()
    renderer = QgsSingleBandGrayRenderer(data, 1)
    if file.limits is None:
        return renderer
    low, high = file.limits
    enhancement = QgsContrastEnhancement(data.dataType(1))
    enhancement.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    enhancement.setMinimumValue(low)
    enhancement.setMaximumValue(high)
    renderer.setContrastEnhancement(enhancement)
    return renderer


def _classes(layer: QgsRasterLayer, file: ChipFile) -> QgsRasterRenderer:
    classes = [
        QgsPalettedRasterRenderer.Class(row.code, QColor(row.color), f"{row.code} {tr(row.label)}")
        for row in SCL_CLASSES
        if row.code != NO_DATA_CODE
    ]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


_RENDERERS: Mapping[LayerStyle, Callable[[QgsRasterLayer, ChipFile], QgsRasterRenderer]] = {
    LayerStyle.RGBA: _rgba,
    LayerStyle.GREY: _grey,
    LayerStyle.CLASSES: _classes,
}
