"""What an algorithm says of how to repeat it gives the same pixels again."""

from __future__ import annotations

import json
import runpy
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from tests.desktop.running import (
    CENTRE,
    JUNE,
    feedback_class,
    memory_layer,
    parcels_of,
    run,
)
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")
SMALL = {"SIZE": 640, "BANDS": "B08,SCL"}
SQUARE = "POLYGON((5.662 52.692,5.666 52.692,5.666 52.696,5.662 52.696,5.662 52.692))"


def repeat_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["repeat"]


def pixels_of(folder: Path) -> dict[str, np.ndarray]:
    found = {}
    for file in sorted(folder.rglob("*.tif")):
        with rasterio.open(file) as opened:
            found[file.relative_to(folder).as_posix()] = opened.read()
    return found


def assert_same(one: Path, other: Path) -> None:
    first, second = pixels_of(one), pixels_of(other)
    assert first
    assert first.keys() == second.keys()
    assert all(np.array_equal(first[name], second[name]) for name in first)


def run_words(line: str, folder: Path) -> dict[str, Any]:
    """What `qgis_process` makes of its line, in the QGIS that is there already."""
    _, _, algorithm, dashes, *words = shlex.split(line)
    assert dashes == "--"
    given = dict(word.split("=", 1) for word in words)
    given["OUTPUT"] = str(folder / given["OUTPUT"])
    return run(algorithm.partition(":")[2], given)


def test_the_command_and_python_give_the_same_pixels(
    servers: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = parcels_of(servers, "315141", "315010")
    given = {"SOURCE": servers.api.url, "PARCELS": layer, "ID_FIELD": "id", **JUNE, **SMALL}
    feedback = feedback_class()()
    run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")}, feedback)
    repeat = repeat_of(tmp_path / "run")

    run_words(repeat["qgis_process"], tmp_path)
    assert_same(tmp_path / "run", tmp_path / "repeated")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "again.py").write_text(repeat["python"].replace("'repeated'", "'python'"))
    runpy.run_path("again.py")
    assert_same(tmp_path / "run", tmp_path / "python")

    told = "\n".join(feedback.infos)
    assert repeat["qgis_process"] in told
    assert repeat["python"].strip() in told
    assert "qgis_process_windows" in repeat


def test_pictures_come_again_with_their_look(servers: Served, tmp_path: Path) -> None:
    look = {"BANDS": "B04_B03_B02", "LUT": "2_98", "STRETCH": "chip"}
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, **look, "SIZE": 640}
    run("compositechips", {**given, "OUTPUT": str(tmp_path / "run")})

    line = repeat_of(tmp_path / "run")["qgis_process"]

    assert "LUT=2_98 STRETCH=chip" in line
    run_words(line, tmp_path)
    assert_same(tmp_path / "run", tmp_path / "repeated")


def test_a_place_may_be_said_by_its_outline(servers: Served, tmp_path: Path) -> None:
    given = {"SOURCE": servers.api.url, **JUNE, **SMALL, "PLACE_OUTLINE": SQUARE}

    results = run("rawchips", {**given, "PLACE_NAME": "mine", "OUTPUT": str(tmp_path / "run")})

    assert results["COUNT"] == 4
    assert {path.name for path in (tmp_path / "run").iterdir() if path.is_dir()} == {"mine"}
    listed = json.loads((tmp_path / "run" / "places.geojson").read_text())
    assert listed["features"][0]["geometry"]["type"] == "Polygon"


def test_several_parcels_that_no_file_holds_are_said_to_be_so(
    servers: Served, tmp_path: Path
) -> None:
    layer = memory_layer("EPSG:4326", a=SQUARE, b=SQUARE)
    given = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, **SMALL}

    run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})

    repeat = repeat_of(tmp_path / "run")
    assert "qgis_process" not in repeat
    assert any("temporary" in note for note in repeat["notes"])
    assert repeat["python"].count("outline=") == 2


def test_a_selection_is_said_by_the_numbers_of_its_features(
    clean_project: Any, servers: Served, tmp_path: Path
) -> None:
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = parcels_of(servers, "315141", "315010", "315020")
    layer.selectByExpression("id <> '315141'")  # one alone would be said by its outline
    clean_project.addMapLayer(layer)
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    given = {"SOURCE": servers.api.url, "PARCELS": chosen, **JUNE, **SMALL}

    run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})

    run_words(repeat_of(tmp_path / "run")["qgis_process"], tmp_path)
    assert_same(tmp_path / "run", tmp_path / "repeated")


@pytest.mark.parametrize(("limit", "expression"), [(1, ""), (-1, "id <> '315141'")])
def test_features_that_no_command_can_choose_are_said_to_be_so(
    clean_project: Any, servers: Served, limit: int, expression: str
) -> None:
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingFeatureSourceDefinition,
    )

    from cbm_chips.processing.repeat.layer import layer_text

    layer = parcels_of(servers, "315141", "315010")
    clean_project.addMapLayer(layer)
    part = QgsProcessingFeatureSourceDefinition(layer.id(), False, limit)
    part.filterExpression = expression  # in the dialogs since QGIS 3.32
    algorithm = QgsApplication.processingRegistry().algorithmById("cbmchips:rawchips")
    context = QgsProcessingContext()
    context.setProject(clean_project)

    told = layer_text(algorithm, {"PARCELS": part}, "PARCELS", context)

    assert (told.text, "Only some features" in told.note) == ("", True)


def test_tables_say_their_command_and_chips_beside_them_python(
    servers: Served, tmp_path: Path
) -> None:
    layer = parcels_of(servers, "315141")
    given = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, "INDICES": "NDWI"}
    feedback = feedback_class()()
    outputs = {"OUTPUT": str(tmp_path / "t.gpkg"), "CHIPS": str(tmp_path / "run")}

    run("parceltimeseries", {**given, **outputs, "CHIP_SIZE": 640}, feedback)

    told = "\n".join(feedback.infos)
    assert "cbmchips:parceltimeseries -- SOURCE=" in told
    assert "INDICES=NDWI" in told
    assert "OUTPUT=repeated.gpkg" in told
    assert "CHIPS=repeated_chips" in told
    assert "size_m=640" in repeat_of(tmp_path / "run")["python"]


def test_flags_are_repeated_by_the_rule_in_force(servers: Served, tmp_path: Path) -> None:
    feedback = feedback_class()()
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "CLOUD_RULE": "strict"}

    run("cloudflags", {**given, "OUTPUT": str(tmp_path / "flags.csv")}, feedback)

    told = "\n".join(feedback.infos)
    assert "BAD_CLASSES=1,2,3,7,8,9,10,11" in told
    assert "rule=CloudRule({1, 2, 3, 7, 8, 9, 10, 11}, 0.0)" in told


def test_a_sheet_is_repeated_from_its_folder(servers: Served, tmp_path: Path) -> None:
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "BANDS": "B08,B04,B03", "SIZE": 200}
    run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})
    feedback = feedback_class()()

    sheet = {"INPUT": str(tmp_path / "run"), "OUTPUT": str(tmp_path / "sheet.html")}
    run("chipsheet", sheet, feedback)

    line = f"qgis_process run cbmchips:chipsheet -- INPUT={tmp_path / 'run'} OUTPUT=repeated.html"
    assert line in "\n".join(feedback.infos)
