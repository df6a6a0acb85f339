"""What changed between two dates -> a GeoTIFF in the user's folder, and its layer."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsRasterLayer

from ...core.model import Place
from ...core.outputs.atomic_write import WriteError
from ...core.outputs.geotiff.difference_file import write_difference
from ...core.outputs.stand_ins import put_here_or_beside
from ...core.reasons import Reason
from ...core.rendering.difference import IndexDifference
from ..texts.translation import tr
from .chip_layers import DIFFERENCE, PLACE, PLACE_ID, RUN, place_id, run_id
from .raster_layer import plain_layer, reopen_layer
from .styles import difference_style


@dataclass(frozen=True)
class DifferenceOrder:
    """The file to write.

    Attributes:
        place: names the group.
        difference: of two chips of one run.
        folder: of the run.
    """

    place: Place
    difference: IndexDifference = field(repr=False)
    folder: Path

    @property
    def run(self) -> str:
        """See `LayerOrder.run`."""
        return run_id(self.place, self.difference.first)

    @property
    def title(self) -> str:
        """The layer's name: both dates, the second first, as it is what the change led to."""
        first, second = self.difference.first.scene, self.difference.second.scene
        is_one_day = first.acquired.date() == second.acquired.date()
        pattern = "%Y-%m-%d %H:%M:%S" if is_one_day else "%Y-%m-%d"
        unknown = tr("date unknown")
        return tr("{second} minus {first} {index}").format(
            second=second.when(pattern) or unknown,
            first=first.when(pattern) or unknown,
            index=self.difference.index.name,
        )


def write_difference_layer(order: DifferenceOrder) -> Path:
    """Write the file; an equal one is kept, as a layer may have it open. Call it in a worker.

    Returns:
        Where it is: see `put_here_or_beside`.

    Raises:
        WriteError: when the file can't be written.
    """
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=order.folder) as staging:
            staged = write_difference(order.difference, Path(staging))
            return put_here_or_beside(staged, order.folder / staged.name)
    except OSError as error:
        raise WriteError(
            Reason("{folder} can't be written to: {error}", folder=order.folder, error=error)
        ) from error


def open_difference_layer(path: Path, order: DifferenceOrder) -> QgsRasterLayer:
    """The layer of the file; call it in the main thread. It has no time of its own."""
    layer = plain_layer(path, order.title)
    if layer.isValid():
        layer.setCustomProperty(RUN, order.run)
        layer.setCustomProperty(PLACE, order.place.name)
        layer.setCustomProperty(PLACE_ID, place_id(order.place))
        layer.setCustomProperty(DIFFERENCE, order.difference.name)
        layer.setRenderer(difference_style(layer, order.difference.limit))
    return layer


def refresh_difference_layer(layer: QgsRasterLayer, path: Path, order: DifferenceOrder) -> None:
    """Update a layer of the project: its pixels, its style, and its file if it was missing."""
    if layer.isValid():
        layer.dataProvider().reloadData()
    else:
        reopen_layer(layer, path)
    if layer.isValid():
        layer.setRenderer(difference_style(layer, order.difference.limit))
        layer.triggerRepaint()
