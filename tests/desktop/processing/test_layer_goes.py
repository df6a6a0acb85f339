"""A run reads its layer as it was when the run began, though the layer leaves the project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.processing.parcel_layers import given
from tests.desktop.running import feedback_class, memory_layer, parcels_of, rows_of
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")

SQUARE = "POLYGON((5 52, 5.001 52, 5.001 52.001, 5 52.001, 5 52))"


def run_without_its_project(algorithm_id: str, wanted: Mapping[str, Any]) -> None:
    """Prepared as QGIS does it in the main thread; then the project is closed."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsProject,
    )

    context, feedback = QgsProcessingContext(), feedback_class()()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    # QGIS's own: algorithms of ours have other methods of this name
    prepare = partial(QgsProcessingAlgorithm.prepare, algorithm)
    assert prepare(dict(wanted), context, feedback)
    QgsProject.instance().clear()
    assert algorithm.runPrepared(dict(wanted), context, feedback), feedback.errors


@pytest.mark.parametrize(
    ("is_selection", "limit", "expected"),
    [
        (False, -1, slice(None)),
        (True, -1, slice(1, None)),
        (False, 2, slice(2)),
        (True, 1, slice(1, 2)),
    ],
    ids=["all", "selected", "the first", "the first selected"],
)
def test_parcels_are_read_though_their_layer_is_gone(
    clean_project: Any,
    servers: Served,
    tmp_path: Path,
    is_selection: bool,
    limit: int,
    expected: slice,
) -> None:
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = parcels_of(servers, "315141", "315010", "315020")
    clean_project.addMapLayer(layer)
    features = list(layer.getFeatures())
    layer.selectByIds([one.id() for one in features[1:]])
    is_whole = not is_selection and limit < 0
    part = QgsProcessingFeatureSourceDefinition(layer.id(), is_selection, limit)
    parcels = layer.id() if is_whole else part
    names, output = [one["id"] for one in features], tmp_path / "series.csv"

    run_without_its_project("cbmchips:parceltimeseries", given(servers, parcels, output))

    assert {row["parcel"] for row in rows_of(str(output))} == set(names[expected])


@pytest.mark.parametrize(
    ("is_selection", "limit", "expected"),
    [(False, -1, ["a", "b"]), (True, -1, ["b"]), (False, 1, ["a"]), (True, 1, ["b"])],
)
def test_an_expression_of_the_dialog_still_holds(
    is_selection: bool, limit: int, expected: list[str]
) -> None:
    from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSourceDefinition

    from cbm_chips.processing.base.layer_snapshot import LayerSnapshot

    layer = memory_layer("EPSG:4326", a=SQUARE, b=SQUARE, c=SQUARE)
    layer.selectByExpression("name <> 'a'")
    part = QgsProcessingFeatureSourceDefinition(layer.id(), is_selection, limit)
    part.filterExpression = "name <> 'c' -- the last one"  # in the dialogs since QGIS 3.32

    features = LayerSnapshot(layer, part).getFeatures(QgsFeatureRequest())

    assert [one["name"] for one in features] == expected


def test_features_come_to_the_last_though_nothing_else_holds_the_snapshot() -> None:
    from qgis.core import QgsFeatureRequest

    from cbm_chips.processing.base.layer_snapshot import LayerSnapshot

    layer = memory_layer("EPSG:4326", a=SQUARE, b=SQUARE)

    features = LayerSnapshot(layer, layer.id()).getFeatures(QgsFeatureRequest())

    assert [one["name"] for one in features] == ["a", "b"]


def test_a_query_of_a_layer_that_is_gone_is_refused_instead_of_read_as_empty(
    clean_project: Any, servers: Served
) -> None:
    from qgis.core import QgsVectorLayer

    from cbm_chips.core.errors import RequestError
    from cbm_chips.processing.base.layer_snapshot import LayerSnapshot
    from cbm_chips.processing.base.places import ParcelLayer

    layer = parcels_of(servers, "315141", "315010")
    layer.setName("all")
    clean_project.addMapLayer(layer)
    query = QgsVectorLayer("?query=select%20*%20from%20%22all%22", "query", "virtual")
    clean_project.addMapLayer(query)
    parcels = ParcelLayer(LayerSnapshot(query, query.id()), "id")
    assert [one["id"] for one in parcels.features()]

    clean_project.clear()

    with pytest.raises(RequestError, match="at least one polygon"):
        list(parcels.features())


def test_a_plot_is_drawn_though_its_table_is_gone(clean_project: Any, tmp_path: Path) -> None:
    from qgis.core import QgsVectorLayer

    table = tmp_path / "series.csv"
    table.write_text(
        "parcel,date,flag,NDVI_mean,B04_count\n"
        "1,2022-06-01T10:56:21Z,clear,0.5,90\n"
        "1,2022-06-06T10:56:21Z,clear,0.6,90\n"
    )
    layer = QgsVectorLayer(str(table), "series", "ogr")
    clean_project.addMapLayer(layer)
    output = tmp_path / "plot.svg"

    wanted = {"INPUT": layer.id(), "SHOWN": "NDVI", "OUTPUT": str(output)}
    run_without_its_project("cbmchips:seriesplot", wanted)

    assert output.stat().st_size
