"""Comparing two dates, joined to the parts of the dock that it needs."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QWidget

from ..compare.compare import Compare
from ..session.session import Session
from ..thumbnails.panel import ThumbnailPanel
from .layers.layer_actions import LayerActions
from .layers.map_preview import MapPreview


def comparing(
    session: Session,
    canvas: QgsMapCanvas,
    panel: ThumbnailPanel,
    layers: LayerActions,
    preview: MapPreview,
    dock: QWidget,
) -> Compare:
    """The swipe has its layers from `layers`; what is seen on the map, `preview` does not cover."""
    made = Compare(session, canvas, panel, dock)
    made.layer_shown.connect(preview.stand_back)
    made.swipe.switched.connect(preview.hold)
    made.swipe.layers_wanted.connect(layers.load)
    layers.loader.loaded.connect(made.swipe.take)
    layers.loader.failed.connect(made.swipe.forget)
    return made
