"""A cancelled run keeps what it has done, says how much that is, and its results are loaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import (
    CENTRE,
    JUNE,
    YEAR,
    feedback_class,
    parcels_of,
    rows_of,
    run,
)
from tests.desktop.window import wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")
PARCELS = ("315141", "315010")


def stopping_feedback(stops_at: Callable[[str], bool]) -> Any:
    """A feedback that is cancelled by what the run says."""

    class Stopping(feedback_class()):  # type: ignore[misc]
        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            if stops_at(info):
                self.cancel()

    return Stopping()


def in_second_parcel(info: str) -> bool:
    return info.startswith("315010:")


class TestATable:
    def test_has_the_parcels_that_were_judged(self, servers: Served, tmp_path: Path) -> None:
        output, feedback = str(tmp_path / "flags.csv"), stopping_feedback(in_second_parcel)
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **JUNE}

        results = run("cloudflags", {**given, "OUTPUT": output}, feedback)

        assert {row["parcel"] for row in rows_of(output)} == {"315141"}
        assert results["COUNT"] == 4
        assert feedback.warnings == ["Cancelled: 1 of 2 parcels are in the table."]

    def test_has_the_dates_of_a_place_that_were_judged(
        self, servers: Served, tmp_path: Path
    ) -> None:
        output, feedback = str(tmp_path / "flags.csv"), feedback_class()(cancel_after=5)

        run("cloudflags", {"SOURCE": servers.api.url, **CENTRE, **YEAR, "OUTPUT": output}, feedback)

        count = len(rows_of(output))
        assert 0 < count < 10
        (told,) = feedback.warnings
        assert told.startswith(f"Cancelled: {count} of ")
        assert told.endswith(" dates are in the table.")

    def test_says_what_a_parcel_lacks(self, servers: Served, tmp_path: Path) -> None:
        output, feedback = str(tmp_path / "flags.csv"), feedback_class()(cancel_after=5)
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **YEAR}

        run("cloudflags", {**given, "OUTPUT": output}, feedback)

        count = len(rows_of(output))
        (told,) = feedback.warnings
        assert told.startswith("Cancelled: 0 of 2 parcels are in the table. 315141 has only ")
        assert f"only {count} of its " in told


class TestAFolder:
    @pytest.mark.parametrize("algorithm", ["rawchips", "compositechips"])
    def test_has_what_was_written(self, servers: Served, tmp_path: Path, algorithm: str) -> None:
        feedback = stopping_feedback(in_second_parcel)
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **JUNE}

        results = run(algorithm, {**given, "OUTPUT": str(tmp_path / "run")}, feedback)

        listed = json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))["chips"]
        assert {path.partition("/")[0] for path in listed} == {"315141"}
        assert list((tmp_path / "run" / "315141").glob("*.tif"))
        assert feedback.warnings == ["Cancelled: 1 of 2 parcels are in the folder."]


class TestInTheWindow:
    """As the dialog runs it: in a task, whose results QGIS drops when it was cancelled."""

    @pytest.mark.parametrize("output", ["memory:", "flags.gpkg"])
    def test_the_table_is_loaded(
        self, servers: Served, tmp_path: Path, clean_project: Any, output: str
    ) -> None:
        target = output if output == "memory:" else str(tmp_path / output)
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **JUNE}

        feedback = run_in_task("cloudflags", given, target, clean_project)

        wait_for(lambda: bool(clean_project.mapLayers()))
        (layer,) = clean_project.mapLayers().values()
        assert layer.name() == "Cloud flags"
        assert {feature["parcel"] for feature in layer.getFeatures()} == {"315141"}
        assert feedback.warnings == ["Cancelled: 1 of 2 parcels are in the table."]

    def test_the_chips_are_loaded_in_their_group(
        self, servers: Served, tmp_path: Path, clean_project: Any
    ) -> None:
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **JUNE}
        given["BANDS"] = "SCL"

        run_in_task("rawchips", given, str(tmp_path / "run"), clean_project)

        written = len(list((tmp_path / "run").rglob("*.tif")))
        assert written == 4
        wait_for(lambda: len(clean_project.mapLayers()) == written)

    def test_a_step_of_a_model_keeps_its_part(
        self, servers: Served, tmp_path: Path, clean_project: Any
    ) -> None:
        target = str(tmp_path / "flags.gpkg")
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, *PARCELS), **JUNE}

        run_in_task(model_of("cloudflags", given), {}, target, clean_project)

        wait_for(lambda: bool(clean_project.mapLayers()))
        (layer,) = clean_project.mapLayers().values()
        assert {feature["parcel"] for feature in layer.getFeatures()} == {"315141"}


def model_of(name: str, given: dict[str, Any]) -> Any:
    """A model of one step, whose table is the model's."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
    )

    child = QgsProcessingModelChildAlgorithm(f"cbmchips:{name}")
    child.setChildId("step")
    for key, value in given.items():
        source = QgsProcessingModelChildParameterSource.fromStaticValue(value)
        child.addParameterSources(key, [source])
    output = QgsProcessingModelOutput("flags")
    output.setChildId("step")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"flags": output})
    model = QgsProcessingModelAlgorithm("steps")
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def run_in_task(algorithm: Any, given: dict[str, Any], target: str, project: Any) -> Any:
    """Run as the dialog does, cancelled in the second parcel; the feedback."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingOutputLayerDefinition,
    )

    if isinstance(algorithm, str):
        registry = QgsApplication.processingRegistry()
        algorithm = registry.createAlgorithmById(f"cbmchips:{algorithm}")
    name = algorithm.destinationParameterDefinitions()[0].name()
    is_sink = algorithm.destinationParameterDefinitions()[0].type() == "sink"
    where = QgsProcessingOutputLayerDefinition(target, project) if is_sink else target
    context, feedback = QgsProcessingContext(), stopping_feedback(in_second_parcel)
    context.setProject(project)
    ends: list[bool] = []
    task = QgsProcessingAlgRunnerTask(algorithm, {**given, name: where}, context, feedback)
    task.executed.connect(lambda is_done, results: ends.append(is_done))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: bool(ends))
    assert ends == [False]
    return feedback
