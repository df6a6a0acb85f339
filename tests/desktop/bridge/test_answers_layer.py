"""The newest answers beside the user's parcels: joined, coloured, gone again without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.values import Outcome
from tests.core.inspection.entries import (
    IMPOSSIBLE,
    INCONCLUSIVE,
    NOT_CONFIRMED,
    an_entry,
    full_entry,
)

pytestmark = pytest.mark.usefixtures("clean_project")
COLOURS = {Outcome.CONFIRMED: "#1b7837", Outcome.NOT_CONFIRMED: "#c51b7d"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Open, as while an inspector works."""
    with Record.open(tmp_path / "record.gpkg", "Anna") as open_record:
        open_record.append([an_entry("0001"), an_entry("0001", "ANC", INCONCLUSIVE)])
        open_record.append([an_entry("17", outcome=NOT_CONFIRMED)])
        yield open_record


def parcels_with(kind: str, *ids: Any) -> Any:
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    source = f"Polygon?crs=EPSG:4326&field=id:{kind}&field=crop:string"
    layer = QgsVectorLayer(source, "parcels", "memory")
    rows = []
    for own in ids:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([own, "maize"])
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
        rows.append(feature)
    layer.dataProvider().addFeatures(rows)
    QgsProject.instance().addMapLayer(layer)
    return layer


def colours_of(layer: Any) -> dict[Any, str]:
    """Id -> colour of the outline in which it is drawn."""
    from qgis.core import QgsRenderContext

    renderer, context, found = layer.renderer().clone(), QgsRenderContext(), {}
    context.expressionContext().appendScopes(_scopes(layer))
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        found[feature["id"]] = symbol.symbolLayer(0).strokeColor().name()
    renderer.stopRender(context)
    return found


def _scopes(layer: Any) -> Any:
    from qgis.core import QgsExpressionContextUtils

    return QgsExpressionContextUtils.globalProjectLayerScopes(layer)


def shown(layer: Any, record: Record) -> Any:
    from cbm_chips.bridge.layers.answers_layer import show_answers

    return show_answers(layer, "id", record.path, COLOURS)


def test_each_parcel_has_its_newest_answer_and_its_colour(record: Record) -> None:
    layer = parcels_with("string", "0001", "17", "1")
    shown(layer, record)
    rows = {feature["id"]: feature for feature in layer.getFeatures()}
    assert rows["0001"]["answer_outcome"] == "inconclusive"
    assert rows["0001"]["answer_answers"] == "ANC: inconclusive; E5: confirmed"
    assert rows["17"]["answer_outcome"] == "not confirmed"
    assert not rows["1"]["answer_outcome"]
    assert colours_of(layer)["17"] == "#c51b7d"
    assert colours_of(layer)["1"] == "#b0b0b0"


def test_a_number_of_the_layer_is_the_same_id(record: Record) -> None:
    layer = parcels_with("integer", 17, 18)
    shown(layer, record)
    assert colours_of(layer) == {17: "#c51b7d", 18: "#b0b0b0"}


def test_what_is_answered_afterwards_is_shown_after_a_refresh(record: Record) -> None:
    from cbm_chips.bridge.layers.answers_layer import refresh_answers

    layer = parcels_with("string", "0001", "17")
    table = shown(layer, record)
    list(table.getFeatures())
    record.append([an_entry("17"), an_entry("0001", "ANC", None)])
    refresh_answers(layer)
    assert colours_of(layer) == {"0001": "#1b7837", "17": "#1b7837"}


def test_the_layers_data_have_no_column_more_and_its_look_comes_back(record: Record) -> None:
    from cbm_chips.bridge.layers.answers_layer import hide_answers

    layer = parcels_with("string", "17")
    before = layer.renderer().dump()
    shown(layer, record)
    assert layer.dataProvider().fields().names() == ["id", "crop"]
    shown(layer, record)  # again, as with another record
    assert len(layer.vectorJoins()) == 1
    hide_answers(layer)
    assert layer.fields().names() == ["id", "crop"]
    assert layer.renderer().dump() == before
    assert layer.customPropertyKeys() == []
    assert layer.project().count() == 1


def test_a_style_of_the_users_own_stays(record: Record) -> None:
    from qgis.core import QgsNullSymbolRenderer

    from cbm_chips.bridge.layers.answers_layer import hide_answers

    layer = parcels_with("string", "17")
    shown(layer, record)
    layer.setRenderer(QgsNullSymbolRenderer())
    hide_answers(layer)
    assert isinstance(layer.renderer(), QgsNullSymbolRenderer)


def test_a_look_that_can_not_be_read_any_more_is_let_go(record: Record) -> None:
    from cbm_chips.bridge.layers.answers_layer import LOOK_BEFORE, hide_answers

    layer = parcels_with("string", "17")
    for kept in ("", "no XML", "<other/>"):
        shown(layer, record)
        layer.setCustomProperty(LOOK_BEFORE, kept)
        hide_answers(layer)
        assert layer.fields().names() == ["id", "crop"]
        assert layer.renderer() is not None


def test_whoever_removes_the_table_gets_the_look_back_too(record: Record) -> None:
    from qgis.core import QgsProject

    from cbm_chips.bridge.layers.answers_layer import hide_answers

    layer = parcels_with("string", "17")
    before = layer.renderer().dump()
    QgsProject.instance().removeMapLayer(shown(layer, record).id())
    hide_answers(layer)
    assert layer.renderer().dump() == before


def test_a_saved_project_has_it_again(record: Record, tmp_path: Path) -> None:
    from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

    from cbm_chips.bridge.layers.answers_layer import answers_tables_of

    project, file = QgsProject.instance(), str(tmp_path / "parcels.geojson")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    made = parcels_with("string", "17")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, file, project.transformContext(), options)
    project.clear()
    layer = QgsVectorLayer(file, "parcels", "ogr")
    project.addMapLayer(layer)
    shown(layer, record)
    project.write(str(tmp_path / "project.qgz"))
    project.clear()
    project.read(str(tmp_path / "project.qgz"))
    (layer,) = project.mapLayersByName("parcels")
    assert len(answers_tables_of(layer)) == 1
    assert colours_of(layer) == {"17": "#c51b7d"}


def test_a_table_of_parcels_without_outlines_is_joined_alone(record: Record) -> None:
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("None?field=id:string", "parcels", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["17"])
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    shown(layer, record)
    assert [row["answer_outcome"] for row in layer.getFeatures()] == ["not confirmed"]


def test_another_file_is_refused_and_the_layer_stays_as_it_is(tmp_path: Path) -> None:
    from cbm_chips.bridge.layers.answers_layer import show_answers

    layer = parcels_with("string", "17")
    with pytest.raises(RequestError, match="a record of inspections"):
        show_answers(layer, "id", tmp_path / "gone.gpkg", COLOURS)
    assert layer.vectorJoins() == []


def test_the_record_is_written_while_the_table_is_being_read(record: Record) -> None:
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = parcels_with("string", "0001", "17")
    table = shown(layer, record)
    rows, feature = table.getFeatures(), QgsFeature()
    rows.nextFeature(feature)  # a reader in the middle of it
    record.append([full_entry(), an_entry("5", outcome=IMPOSSIBLE)])
    assert len(record.entries()) == 5
    for name in ("answers", "pictures", "newest_answers", "outlines", "queue"):
        other = QgsVectorLayer(f"{record.path}|layername={name}", name, "ogr")
        assert other.isValid(), name
        record.append([an_entry("6")])
        assert other.featureCount() == len(list(other.getFeatures())), name
    outlines = QgsVectorLayer(f"{record.path}|layername=outlines", "outlines", "ogr")
    (outline,) = outlines.getFeatures()
    assert outline.geometry().boundingBox().xMinimum() == 10.0
