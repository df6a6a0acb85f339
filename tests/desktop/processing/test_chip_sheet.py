"""The HTML sheet of a run's folder, made by the real algorithm."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import (
    CENTRE,
    JUNE,
    feedback_class,
    parcels_of,
    refusal,
    run,
)
from tests.html_pages import Page
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")


def raw_run(servers: Served, folder: Path, **others: Any) -> Path:
    where = {"PARCELS": parcels_of(servers, "315141", "315010"), "ID_FIELD": "id"}
    given = {"SOURCE": servers.api.url, **where, **JUNE, "BANDS": "B08,B04,B03,SCL", **others}
    run("rawchips", {**given, "OUTPUT": str(folder)})
    return folder


@pytest.fixture(scope="module")
def two(plugin: object, running_servers: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of two parcels; not written to."""
    return raw_run(running_servers, tmp_path_factory.mktemp("two") / "run")


def sheet_of(folder: Path, output: Path, **others: Any) -> Page:
    results = run("chipsheet", {"INPUT": str(folder), "OUTPUT": str(output), **others})
    page = Page.read(Path(results["OUTPUT"]))
    assert results["COUNT"] == len(page.cells)
    return page


def problem(**given: Any) -> str:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as caught:
        run("chipsheet", {"OUTPUT": "TEMPORARY_OUTPUT", **given})
    return str(caught.value)


class TestChipSheet:
    def test_a_run_of_two_parcels_is_one_page_of_two_sections(
        self, two: Path, tmp_path: Path
    ) -> None:
        listed = json.loads((two / "manifest.json").read_text())["dates"]

        page = sheet_of(two, tmp_path / "sheet.html", COLUMNS=3)

        assert page.headings == ["Image chips of 2 places", "315010", "315141"]
        assert len(page.pictures) == len(listed) / 4
        assert max(page.row_lengths) == 3
        assert not page.faults

    def test_composites_are_shown_as_the_run_made_them(
        self, servers: Served, tmp_path: Path
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "BANDS": "B04_B03_B02"}
        run("compositechips", {**given, "LUT": "2_98", "OUTPUT": str(tmp_path / "run")})

        page = sheet_of(tmp_path / "run", tmp_path / "sheet.html")

        assert page.pictures
        assert "True colour, B04_B03_B02" in page.text
        assert "LUT 2_98 (series)" in page.text

    def test_bands_that_the_folder_lacks_are_refused_by_name(
        self, servers: Served, tmp_path: Path
    ) -> None:
        folder = raw_run(servers, tmp_path / "run", BANDS="B08,SCL")
        assert "B08, SCL" in problem(INPUT=str(folder), BANDS="B08_B04_B03")
        assert "(BANDS): " in problem(INPUT=str(folder))

    def test_what_is_no_runs_folder_is_told(self, two: Path, tmp_path: Path) -> None:
        assert "manifest" in problem(INPUT=str(tmp_path))
        folder = shutil.copytree(two, tmp_path / "run")
        for place in ("315141", "315010"):
            shutil.rmtree(folder / place)
        assert "with its GeoTIFFs" in problem(INPUT=str(folder))
        (folder / "chips.csv").write_text("place\nx\n")
        assert re.search(r"chips\.csv, line 2", problem(INPUT=str(folder)))

    def test_a_run_that_is_stopped_leaves_no_page(self, two: Path, tmp_path: Path) -> None:
        from qgis.core import QgsProcessingException

        feedback = feedback_class()()
        feedback.cancel()
        output = tmp_path / "pages" / "sheet.html"
        with pytest.raises(QgsProcessingException, match="no page"):
            run("chipsheet", {"INPUT": str(two), "OUTPUT": str(output)}, feedback)
        assert not any(output.parent.iterdir())

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"BANDS": "B08_B04"}, "bands"),
            ({"LUT": "95_5"}, "lut"),
            ({"COLUMNS": 9}, "COLUMNS"),
        ],
    )
    def test_nonsense_is_refused_before_anything_runs(
        self, tmp_path: Path, given: dict[str, Any], words: str
    ) -> None:
        said = refusal("chipsheet", {"INPUT": str(tmp_path), "OUTPUT": "x.html", **given})
        assert words.lower() in said.lower()

    def test_asks_for_the_folder_and_the_page_and_nothing_else(self) -> None:
        from qgis.core import QgsApplication

        found = QgsApplication.processingRegistry().algorithmById("cbmchips:chipsheet")
        given = {row.name(): row.defaultValue() for row in found.parameterDefinitions()}
        assert given == {
            "INPUT": None,
            "COLUMNS": 8,
            "BANDS": None,
            "LUT": "5_95",
            "STRETCH": "series",
            "OUTPUT": None,
        }
        assert [row.name() for row in found.outputDefinitions()] == ["OUTPUT", "COUNT"]
        assert found.shortDescription() in found.shortHelpString()
