"""A chip's GeoTIFF -> a raster layer with our style and its time, and no file beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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
from ...core.sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from ..translation import tr

_SIDECARS = "GDAL_PAM_ENABLED"


@dataclass(frozen=True)
class ChipFile:
    """A GeoTIFF of a run, and what its layer needs to know.

    Attributes:
        path: the file.
        place: name of the group.
        acquired: aware; begin of the layer's time.
        content: band or composite, `B08` or `B08_B04_B03`.
        style: how the layer is shown, unless another style is given.
        limits: of a grey layer, what is black and what is white, as QGIS sees the values; None
            where another style follows, or where there is nothing to see.
    """

    path: Path
    place: str
    acquired: datetime
    content: str
    style: LayerStyle
    limits: Union[tuple[float, float], None] = None

    @classmethod
    def of(cls, path: Path) -> ChipFile:
        """What a file of a run is, by its name: `<place>/<YYYYMMDDTHHMMSS>_<scene>.<content>.tif`.

        Raises:
            ValueError: for a file that is called otherwise.
        """
        moment = datetime.strptime(path.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=timezone.utc)
        content = path.stem.rpartition(".")[2]
        return cls(path, path.parent.name, moment, content, style_of(content))

    @classmethod
    def measured(cls, path: Path) -> ChipFile:
        """As `of`, with the limits of a grey layer: reads the pixels, so not on the main thread.

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
class Dated:
    """A file and the last moment (inclusive) it stands for."""

    file: ChipFile
    until: datetime


def dated(files: Iterable[ChipFile], *, last: datetime) -> list[Dated]:
    """Let every file stand until a second before the next of its kind; the newest until `last`."""
    series: dict[tuple[str, str], list[ChipFile]] = {}
    for file in files:
        series.setdefault((file.place, file.content), []).append(file)
    return [
        Dated(file, _until(file, sorted({other.acquired for other in group}), last))
        for group in series.values()
        for file in sorted(group, key=lambda file: (file.acquired, file.path))
    ]


def raster_layer(item: Dated) -> QgsRasterLayer:
    """The layer, styled and dated; call it on the main thread.

    The default style is not asked for: it computes statistics, which cost time.
    """
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
    with _nothing_written_beside():
        layer = QgsRasterLayer(str(item.file.path), item.file.title, "gdal", options)
        if layer.isValid():
            dress(layer, item)
    return layer


def reopen_layer(layer: QgsRasterLayer, file: ChipFile) -> None:
    """Give a layer whose file was gone the file again; what the user made of the layer stays."""
    with _nothing_written_beside():
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(str(file.path), layer.name(), "gdal", options, False)


@contextmanager
def _nothing_written_beside() -> Iterator[None]:
    """Files opened in here get no .aux.xml, neither now nor when they are closed."""
    from osgeo import gdal

    before = gdal.GetThreadLocalConfigOption(_SIDECARS)
    gdal.SetThreadLocalConfigOption(_SIDECARS, "NO")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_SIDECARS, before)


def dress(layer: QgsRasterLayer, item: Dated) -> None:
    """Give a layer its style and its time; again does no harm."""
    layer.setRenderer(_RENDERERS[item.file.style](layer, item.file))
    layer.setCustomProperty("cbm_chips/place", item.file.place)
    layer.setCustomProperty("cbm_chips/acquired", item.file.acquired.isoformat())
    times = layer.temporalProperties()
    times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    times.setFixedTemporalRange(QgsDateTimeRange(qt_time(item.file.acquired), qt_time(item.until)))
    times.setIsActive(True)


def put_into_group(layer: QgsRasterLayer, project: QgsProject, name: str) -> None:
    """Move a layer of the project into the group called `name`, made at the top if need be."""
    root = project.layerTreeRoot()
    group = root.findGroup(name) or root.insertGroup(0, name)
    node = root.findLayer(layer.id())
    if node is None or node.parent() == group:
        return
    group.insertChildNode(row_by_name(group, layer.name()), node.clone())
    node.parent().removeChildNode(node)


def row_by_name(group: QgsLayerTreeGroup, name: str) -> int:
    """Where a layer belongs in a group whose newest date stands on top.

    By halves: there may be hundreds, whose names are slow to get.
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
    """An aware moment as Qt has it, UTC, whole seconds."""
    text = moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


def _rgba(layer: QgsRasterLayer, file: ChipFile) -> QgsRasterRenderer:
    renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3)
    renderer.setAlphaBand(4)
    return renderer


def _grey(layer: QgsRasterLayer, file: ChipFile) -> QgsRasterRenderer:
    """By our own limits: QGIS 3.44 makes one bin of a band with scale and offset."""
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
