"""The built-in sample's parcels as a file of the user's and a layer of the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFillSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer

from ...core.outputs.atomic_write import replacing
from ...core.sample_archive import write_parcel_layer
from ..texts.translation import tr

SAMPLE = "cbm_chips/sample_parcels"
"""Custom property of the layer."""
FILE_NAME = "sample_parcels.gpkg"
_STYLE = {"color": "214,206,160,90", "outline_color": "90,80,40", "outline_width": "0.3"}


def write_sample_parcels(folder: Path) -> Path:
    """Their file in `folder`, written unless it is there; takes half a second.

    Raises:
        WriteError: when it can't be written.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        with replacing(path) as fresh:
            write_parcel_layer(fresh)
    return path


def sample_layer() -> QgsVectorLayer | None:
    """The layer in the project, if it is there and can be read."""
    layers = QgsProject.instance().mapLayers().values()
    return next((layer for layer in layers if layer.isValid() and is_sample_layer(layer)), None)


def is_sample_layer(layer: QgsVectorLayer) -> bool:
    """It holds the sample's parcels."""
    return bool(layer.customProperty(SAMPLE))


def add_sample_layer(path: Path) -> QgsVectorLayer:
    """The layer of the file, new on top of the project's tree."""
    layer = QgsVectorLayer(f"{path}|layername=parcels", tr("Sample parcels"), "ogr")
    layer.setCustomProperty(SAMPLE, True)
    layer.setDisplayExpression('"id" || \', \' || "crop_name"')
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_STYLE)))
    project = QgsProject.instance()
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)
    return layer
