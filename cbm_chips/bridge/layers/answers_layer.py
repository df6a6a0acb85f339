"""The newest answers of a record beside the user's parcels: a table that is joined to their layer.

A join is virtual: the layer's data have no column more. The layer's own look is kept, and comes
back with `hide_answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsProject,
    QgsReadWriteContext,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import RequestError
from ...core.inspection.values import Outcome
from ...core.reasons import Reason
from ..texts.inspection_words import outcome_words
from ..texts.translation import tr

ANSWERS = "cbm_chips/answers"
"""Custom property of the table of answers: id of the layer of parcels."""
LOOK_BEFORE = "cbm_chips/look_before_answers"
"""Custom property of the layer of parcels: its renderer as XML."""
PREFIX = "answer_"
_VIEW, _KEY = "newest_by_parcel", "parcel"
_JOINED = ("outcome", "reason", "question", "decided", "inspector", "answers")
_OPEN_COLOUR = "#b0b0b0"
_LINES: Mapping[str, str] = {
    Outcome.CONFIRMED: "solid",
    Outcome.NOT_CONFIRMED: "dash",
    Outcome.INCONCLUSIVE: "dot",
    Outcome.CANNOT_BE_INSPECTED: "dash dot",
}
"""By form as well as by colour; what is open is hollow."""


def show_answers(
    parcels: QgsVectorLayer, id_field: str, record: Path, colours: Mapping[Outcome, str]
) -> QgsVectorLayer:
    """Join the newest answers to a layer of parcels, and colour it by them.

    Args:
        parcels: a layer of the project.
        id_field: its column that holds the ids of the answers.
        record: the file; whoever has it open may go on writing.
        colours: `#rrggbb` by outcome.

    Returns:
        The table of answers, in the project.

    Raises:
        RequestError: field `record`, if it can't be read.
    """
    hide_answers(parcels)
    table = QgsVectorLayer(f"{record}|layername={_VIEW}", tr("Newest answers"), "ogr")
    if not table.isValid():
        raise RequestError("record", record.name, Reason("a record of inspections"))
    table.setReadOnly(True)
    table.setCustomProperty(ANSWERS, parcels.id())
    project = QgsProject.instance()
    project.addMapLayer(table, False)
    project.layerTreeRoot().addLayer(table)
    parcels.addJoin(_join(table, id_field))
    if parcels.isSpatial():
        _keep_look(parcels)
        parcels.setRenderer(_renderer(parcels, colours))
        parcels.triggerRepaint()
    return table


def hide_answers(parcels: QgsVectorLayer) -> None:
    """Take the join and the table away; the layer looks as before, unless it was styled anew."""
    is_ours = _is_coloured(parcels)
    for table in answers_tables_of(parcels):
        parcels.removeJoin(table.id())
        QgsProject.instance().removeMapLayer(table.id())
    kept = str(parcels.customProperty(LOOK_BEFORE) or "")
    parcels.removeCustomProperty(LOOK_BEFORE)
    before = _renderer_of(kept) if is_ours else None
    if before is not None:
        parcels.setRenderer(before)
        parcels.triggerRepaint()


def refresh_answers(parcels: QgsVectorLayer) -> None:
    """Show what was answered since."""
    for table in answers_tables_of(parcels):
        table.dataProvider().reloadData()
        table.layerModified.emit()  # joins read their tables again
    parcels.triggerRepaint()


def answers_tables_of(parcels: QgsVectorLayer) -> list[QgsVectorLayer]:
    """The table that is joined to it; also of a project that was saved with it."""
    layers = QgsProject.instance().mapLayers().values()
    return [one for one in layers if one.customProperty(ANSWERS) == parcels.id()]


def _join(table: QgsVectorLayer, id_field: str) -> QgsVectorLayerJoinInfo:
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName(_KEY)
    join.setTargetFieldName(id_field)
    join.setPrefix(PREFIX)
    join.setJoinFieldNamesSubset(list(_JOINED))
    # Only then a number of the layer and a text of the record are the same id.
    join.setUsingMemoryCache(True)
    return join


def _renderer(
    parcels: QgsVectorLayer, colours: Mapping[Outcome, str]
) -> QgsCategorizedSymbolRenderer:
    rows = [
        (outcome.value, colours.get(outcome, _OPEN_COLOUR), _LINES[outcome], outcome_words(outcome))
        for outcome in Outcome
    ]
    rows.append(("", _OPEN_COLOUR, "", tr("No answer yet")))
    categories = [
        QgsRendererCategory(value, _symbol(parcels, colour, line), title)
        for value, colour, line, title in rows
    ]
    return QgsCategorizedSymbolRenderer(f"{PREFIX}outcome", categories)


def _symbol(parcels: QgsVectorLayer, colour: str, line: str) -> QgsSymbol:
    symbol = QgsSymbol.defaultSymbol(parcels.geometryType())
    own = QColor(colour)
    if parcels.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        fill = f"{own.red()},{own.green()},{own.blue()},90"
        told = {"color": fill, "outline_color": colour, "outline_style": line or "solid"}
        told["style"] = "solid" if line else "no"
        symbol = type(symbol).createSimple({**told, "outline_width": "0.6"})
    else:
        symbol.setColor(own)
    return symbol


def _is_coloured(parcels: QgsVectorLayer) -> bool:
    renderer = parcels.renderer()
    is_categorized = isinstance(renderer, QgsCategorizedSymbolRenderer)
    return is_categorized and renderer.classAttribute() == f"{PREFIX}outcome"


def _keep_look(parcels: QgsVectorLayer) -> None:
    renderer = parcels.renderer()
    if renderer is None:
        return
    document = QDomDocument()
    document.appendChild(renderer.save(document, QgsReadWriteContext()))
    parcels.setCustomProperty(LOOK_BEFORE, document.toString())


def _renderer_of(kept: str) -> QgsFeatureRenderer | None:
    document = QDomDocument()
    document.setContent(kept)  # what it returns depends on the version of PyQt
    root = document.documentElement()
    return None if root.isNull() else QgsFeatureRenderer.load(root, QgsReadWriteContext())
