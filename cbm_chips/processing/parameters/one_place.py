"""One place said by words alone: its outline and its name."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterString

from ...bridge.texts.translation import tr


def one_place(outline_name: str, place_name: str) -> tuple[QgsProcessingParameterDefinition, ...]:
    """What a parcel is without a layer: commands that repeat a run say it so."""
    outline = QgsProcessingParameterString(outline_name, tr("Outline of the place"))
    outline.setHelp(
        tr(
            "A polygon as WKT or GeoJSON, in longitude and latitude, in place of a layer of "
            "parcels. Without a place its centre is that of the chip."
        )
    )
    return outline, QgsProcessingParameterString(place_name, tr("Name of the place"))
