"""A run reads its layer as it was when the run began, though the layer leaves the project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.processing.parcel_layers import given
from tests.desktop.running import feedback_class, parcels_of, rows_of
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")


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


@pytest.mark.parametrize("is_selection", [False, True])
def test_an_expression_of_the_dialog_still_holds(
    clean_project: Any, servers: Served, tmp_path: Path, is_selection: bool
) -> None:
    from qgis.core import Qgis, QgsProcessingFeatureSourceDefinition

    if Qgis.versionInt() < 33200:
        pytest.skip("the dialogs of QGIS before 3.32 have no expression")
    layer = parcels_of(servers, "315141", "315010", "315020")
    clean_project.addMapLayer(layer)
    layer.selectByExpression("id <> '315010'")
    part = QgsProcessingFeatureSourceDefinition(
        layer.id(), is_selection, filterExpression="id <> '315020'"
    )
    output = tmp_path / "series.csv"

    run_without_its_project("cbmchips:parceltimeseries", given(servers, part, output))

    expected = {"315141"} if is_selection else {"315141", "315010"}
    assert {row["parcel"] for row in rows_of(str(output))} == expected


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
