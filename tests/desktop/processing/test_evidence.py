"""Bundles of evidence, written by the real algorithm from a record, read back by other programs."""

from __future__ import annotations

import csv
import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from osgeo import gdal

from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.values import InspectionQuestion, QueueItem
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from tests.desktop.languages import needs_lrelease, spoken
from tests.desktop.running import feedback_class, parcels_of, refusal, run, unchecked
from tests.evidence import a_run, an_answer, chips_of, sample_place
from tests.open_files import held_open
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")
FIRST, SECOND = "315141", "315010"


@pytest.fixture(scope="module")
def answers(sample_archive: Path) -> list[Any]:
    """Of two parcels, the second one twice."""
    places = [sample_place(sample_archive, number) for number in (0, 1)]
    places[1] = replace(places[1], label=SECOND)
    runs = [a_run(str(sample_archive), place) for place in places]
    chips = [chips_of(one) for one in runs]
    return [
        an_answer(runs[0], chips[0]),
        an_answer(runs[1], chips[1], after_minutes=2),
        an_answer(runs[1], chips[1][:1], question="ANC", look=Look(INDICES["NDVI"])),
    ]


def record_of(answers: list[Any], folder: Path) -> str:
    """With the answers and a queue that has one question more."""
    path = folder / "Prüfung 2022.gpkg"
    with Record.open(path, "anna") as opened:
        opened.append(answers)
        items = [*(one.item for one in answers), QueueItem("000001", "E5")]
        opened.put_queue(items, [InspectionQuestion("E5")], "sample")
    return str(path)


@pytest.fixture
def record(answers: list[Any], tmp_path: Path) -> str:
    return record_of(answers, tmp_path)


class Written(NamedTuple):
    """One run that several tests look at."""

    folder: Path
    results: dict[str, Any]
    warnings: list[str]


@pytest.fixture(scope="module")
def whole(answers: list[Any], plugin: object, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Bundles of all parcels with answers, as pages and as PDF."""
    work, feedback = tmp_path_factory.mktemp("whole"), feedback_class()()
    given = {"RECORD": record_of(answers, work), "PDF": True, "OUTPUT": str(work / "evidence")}
    return Written(work / "evidence", run("evidence", given, feedback), feedback.warnings)


def index_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_checked(folder: Path) -> bool:
    command = ["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"]
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def test_all_parcels_with_answers_have_a_bundle_that_proves_them(whole: Written) -> None:
    folder, results, warnings = whole
    assert warnings == []
    assert (results["COUNT"], results["PROVED"], results["DIFFERENT"]) == (2, 5, 0)
    assert is_checked(folder)
    assert is_checked(folder / FIRST)
    rows = [(row["parcel"], row["question"], row["outcome"]) for row in index_of(folder)]
    assert rows == [
        (FIRST, "E5", "confirmed"),
        (SECOND, "E5", "confirmed"),
        (SECOND, "ANC", "confirmed"),
        ("000001", "E5", ""),
    ]
    assert Path(results["INDEX"]).is_file()
    sheets = [(folder / parcel / "sheet.html").read_text() for parcel in (FIRST, SECOND)]
    assert all('class="plot" src="data:image/svg+xml' in sheet for sheet in sheets)


def test_the_pdf_has_numbered_pages_of_a4_with_words_that_can_be_searched(whole: Written) -> None:
    path = whole.folder / FIRST / "sheet.pdf"
    page = gdal.OpenEx(f"PDF:1:{path}", open_options=["DPI=72"])
    assert (page.RasterXSize, page.RasterYSize) == pytest.approx((595, 842), abs=1)
    assert gdal.Open(f"PDF:2:{path}") is not None
    content = path.read_bytes()
    assert b"/Font" in content
    assert b"(D:20221102090042Z" in content


def test_zips_with_pixels_hold_all_of_it_and_the_same_pdf_as_ever(
    whole: Written, record: str, tmp_path: Path
) -> None:
    given = {"RECORD": record, "IDS": SECOND, "ZIP": True, "GEOTIFFS": True, "PDF": True}
    run("evidence", {**given, "OUTPUT": str(tmp_path / "evidence")})
    with zipfile.ZipFile(tmp_path / "evidence" / f"{SECOND}.zip") as packed:
        names = packed.namelist()
        told = json.loads(packed.read(f"{SECOND}/record.json"))
        pdf = packed.read(f"{SECOND}/sheet.pdf")
    assert len([name for name in names if name.endswith(".B08.tif")]) == 2
    assert {row["question"] for row in told["answers"]} == {"E5", "ANC"}
    assert pdf == (whole.folder / SECOND / "sheet.pdf").read_bytes()


def test_only_the_parcels_asked_for_are_written_and_who_has_no_answer_is_said(
    record: str, tmp_path: Path
) -> None:
    feedback = feedback_class()()
    given = {"RECORD": record, "IDS": f" {SECOND} , nobody", "OUTPUT": str(tmp_path / "e")}
    page = tmp_path / "e" / "index.html"
    page.parent.mkdir()
    page.write_text("an older one, on show in a browser")
    with held_open(page):
        results = run("evidence", given, feedback)
    assert results["INDEX"] == str(page.with_name("index-2.html"))
    assert results["COUNT"] == 1
    assert any("no answer in the record: nobody" in told for told in feedback.warnings)
    assert {row["parcel"] for row in index_of(tmp_path / "e")} == {SECOND}


def test_the_layer_says_which_parcels_and_lends_its_outlines(
    servers: Served, answers: list[Any], tmp_path: Path
) -> None:
    bare = replace(answers[0], parcel=replace(answers[0].parcel, geometry_wkb=b""))
    record = tmp_path / "bare.gpkg"
    with Record.open(record, "anna") as opened:
        opened.append([bare, answers[1]])
    layer = {"PARCELS": parcels_of(servers, FIRST), "ID_FIELD": "id"}
    folder = tmp_path / "e"
    results = run("evidence", {"RECORD": str(record), **layer, "OUTPUT": str(folder)})
    assert results["COUNT"] == 1
    assert (folder / FIRST / "parcel.geojson").is_file()


def test_another_source_proves_the_same_pictures(
    servers: Served, record: str, tmp_path: Path
) -> None:
    given = {"RECORD": record, "IDS": FIRST, "SOURCE": servers.api.url}
    results = run("evidence", {**given, "OUTPUT": str(tmp_path / "e")})
    assert (results["PROVED"], results["NOT_MADE"]) == (2, 0)


def test_a_source_that_is_away_is_told_and_the_answers_are_there(
    record: str, tmp_path: Path
) -> None:
    feedback = feedback_class()()
    given = {"RECORD": record, "IDS": FIRST, "SOURCE": "http://127.0.0.1:9/"}
    results = run("evidence", {**given, "OUTPUT": str(tmp_path / "e")}, feedback)
    assert (results["COUNT"], results["NOT_MADE"]) == (1, 2)
    assert any("127.0.0.1" in words for words in feedback.warnings)
    assert "127.0.0.1" in (tmp_path / "e" / FIRST / "sheet.html").read_text("utf-8")


def test_cancelled_it_leaves_whole_bundles_and_says_how_many(record: str, tmp_path: Path) -> None:
    class Stopping(feedback_class()):  # type: ignore[misc]
        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            self.cancel()

    feedback = Stopping()
    results = run("evidence", {"RECORD": record, "OUTPUT": str(tmp_path / "e")}, feedback)
    assert results["COUNT"] == 1
    assert feedback.warnings[-1] == "Cancelled: 1 bundle is in the folder."
    assert {path.name for path in (tmp_path / "e").iterdir()} == {
        FIRST,
        "index.html",
        "index.csv",
        "SHA256SUMS",
    }


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"RECORD": "/nowhere.gpkg"}, "RECORD"),
        ({"OUTPUT": "/dev/null/e"}, "OUTPUT"),
    ],
)
def test_what_is_not_possible_is_refused_in_words(
    record: str, tmp_path: Path, given: dict[str, str], words: str
) -> None:
    assert words in refusal("evidence", {"RECORD": record, "OUTPUT": str(tmp_path / "e"), **given})


def test_parcels_without_an_answer_are_said(record: str, tmp_path: Path) -> None:
    given = {"RECORD": record, "IDS": "nobody", "OUTPUT": str(tmp_path / "e")}
    assert "None of these parcels has an answer" in unchecked("evidence", given)


def test_it_reads_a_record_that_somebody_is_writing_to(record: str, tmp_path: Path) -> None:
    with Record.open(record, "anna"):
        results = run("evidence", {"RECORD": record, "IDS": FIRST, "OUTPUT": str(tmp_path / "e")})
    assert results["COUNT"] == 1


@needs_lrelease
def test_the_sheet_speaks_the_language_of_qgis_and_the_record_does_not(
    record: str, tmp_path: Path
) -> None:
    folder = tmp_path / "e"
    with spoken("de", tmp_path / "words"):
        run("evidence", {"RECORD": record, "IDS": FIRST, "OUTPUT": str(folder)})
    sheet = (folder / FIRST / "sheet.html").read_text("utf-8")
    assert "Bewiesen: dasselbe Bild wie bei der Antwort" in sheet
    assert "Nachweise zu Parzellen" in (folder / "index.html").read_text("utf-8")
    told = json.loads((folder / FIRST / "record.json").read_text("utf-8"))
    assert told["answers"][0]["outcome"] == "confirmed"
