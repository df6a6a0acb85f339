"""Raw chips inside QGIS, of points and parcels, against a STAC API and a file server."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
import rasterio

from cbm_chips.core.outputs.run_folder.read_back import read_run
from tests.desktop.archive_pixels import (
    assert_same_pixels,
)
from tests.desktop.running import (
    CENTRE,
    JUNE,
    YEAR,
    feedback_class,
    memory_layer,
    parcels_of,
    rows_of,
    run,
)
from tests.desktop.window import SLOW_S
from tests.new_threads import NewThreads
from tests.open_files import held_open
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


WINTER = {"START": "2021-12-01", "END": "2022-04-15"}
"""On the 25th of January the numbers in the files were raised by 1000."""


class TestRawChips:
    def test_every_pixel_of_every_file_is_the_archives(
        self, servers: Served, tmp_path: Path
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **WINTER, "BANDS": "B04,B8A,B11,SCL"}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        files = sorted(tmp_path.rglob("*.tif"))
        assert len(files) == 4 * results["COUNT"] > 16
        for file in files:
            assert_same_pixels(servers.archive, file)

    def test_the_manifest_lists_what_is_there(self, servers: Served, tmp_path: Path) -> None:
        results = run(
            "rawchips", {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
        )

        text = json.dumps(json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8")))
        assert all(path.name in text for path in tmp_path.rglob("*.tif"))
        assert len(rows_of(results["TABLE"])) == results["COUNT"] == 4

    def test_a_file_that_a_program_has_open_costs_its_date_and_is_named(
        self, servers: Served, tmp_path: Path
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "BANDS": "SCL"}
        run("rawchips", {**given, "OUTPUT": str(tmp_path)})
        held = min(tmp_path.rglob("*.tif"))
        held.write_bytes(b"something else")
        feedback = feedback_class()()

        with held_open(held):
            results = run("rawchips", {**given, "OUTPUT": str(tmp_path)}, feedback)

        assert (results["COUNT"], results["FAILED"]) == (3, 1)
        assert [words for words, _ in feedback.errors if held.name in words]

    def test_a_table_that_a_spreadsheet_has_open_is_beside_it_and_read_back(
        self, servers: Served, tmp_path: Path
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "BANDS": "SCL"}
        held = tmp_path / "chips.csv"
        held.write_text("of an earlier run", encoding="utf-8")
        feedback = feedback_class()()

        with held_open(held):
            results = run("rawchips", {**given, "OUTPUT": str(tmp_path)}, feedback)

        assert (results["COUNT"], results["FAILED"]) == (4, 0)
        assert results["TABLE"] == str(tmp_path / "chips-2.csv")
        assert [words for words, _ in feedback.errors if "chips-2.csv" in words]
        (place,) = read_run(tmp_path)
        assert len(place.dates) == 4

    def test_level_1c_has_no_flags(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **YEAR, "LEVEL": "LEVEL1C", "BANDS": "B03"}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        assert results["COUNT"] > 0
        assert {row["flag"] for row in rows_of(results["TABLE"])} == {"no_scl"}
        for file in tmp_path.rglob("*.tif"):
            assert_same_pixels(servers.archive, file)

    def test_only_clear_dates_are_read_when_asked_so(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "CLEAR_ONLY": True}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        flags = [row["flag"] for row in rows_of(results["TABLE"]) if row["state"] == "chip"]
        assert results["COUNT"] == len(flags) == 2
        assert set(flags) == {"clear"}
        assert results["FAILED"] == 0

    def test_dates_come_in_many_dresses(self, servers: Served, tmp_path: Path) -> None:
        from qgis.PyQt.QtCore import QDate, QDateTime, QTime

        dresses = [
            ("2022-06-14", "2022-06-14T23:00:00"),
            (QDate(2022, 6, 14), QDateTime(QDate(2022, 6, 14), QTime(0, 0))),
        ]
        for start, end in dresses:
            given = {"SOURCE": servers.api.url, **CENTRE, "START": start, "END": end}
            assert run("rawchips", {**given, "OUTPUT": str(tmp_path)})["COUNT"] == 1

    def test_numbers_may_come_as_text(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "SIZE": "200", "BANDS": "B08"}
        given["MAX_SCENE_CLOUD"] = "100"

        run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        with rasterio.open(next(tmp_path.rglob("*.tif"))) as chip:
            assert chip.shape == (20, 20)

    def test_a_point_in_another_crs_is_the_same_place(
        self, servers: Served, tmp_path: Path
    ) -> None:
        from pyproj import Transformer

        x, y = Transformer.from_crs(4326, 3035, always_xy=True).transform(5.664, 52.694)
        given = {"SOURCE": servers.api.url, **JUNE, "BANDS": "SCL"}

        run("rawchips", {**given, **CENTRE, "OUTPUT": str(tmp_path / "a")})
        point = {"POINT": f"{x},{y} [EPSG:3035]"}
        run("rawchips", {**given, **point, "OUTPUT": str(tmp_path / "b")})

        bounds = {rasterio.open(path).bounds for path in tmp_path.rglob("*.tif")}
        assert len(bounds) == 1

    def test_a_failed_date_is_told_and_the_others_go_on(
        self, servers: Served, tmp_path: Path
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*", "kind": "404"}])
        feedback = feedback_class()()
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        results = run("rawchips", given, feedback)

        assert (results["COUNT"], results["FAILED"]) == (3, 1)
        assert [fatal for text, fatal in feedback.errors if "2022-06-14" in text] == [False]

    def test_a_date_that_lacks_a_band_is_written_and_has_failed(
        self, servers: Served, tmp_path: Path
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B04", "kind": "404"}])
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        results = run("rawchips", given)

        assert (results["COUNT"], results["FAILED"]) == (4, 1)
        assert list(tmp_path.rglob("20220614*.B08.tif"))

    def test_nothing_done_is_an_error(self, tmp_path: Path) -> None:
        from qgis.core import QgsProcessingException

        given = {"SOURCE": "http://127.0.0.1:9/nobody", **CENTRE, **JUNE}

        with pytest.raises(QgsProcessingException):
            run("rawchips", {**given, "OUTPUT": str(tmp_path)})

    def test_cancelling_stops_and_keeps_what_is_written(
        self, servers: Served, tmp_path: Path
    ) -> None:
        from qgis.core import QgsApplication, QgsProcessingContext

        feedback = feedback_class()(cancel_after=5)
        algorithm = QgsApplication.processingRegistry().algorithmById("cbmchips:rawchips")
        given = {"SOURCE": servers.api.url, **CENTRE, **YEAR, "OUTPUT": str(tmp_path)}

        results, _ = algorithm.run(given, QgsProcessingContext(), feedback)

        assert 0 < results["COUNT"] <= 5
        assert len(list(tmp_path.rglob("*.tif"))) == 3 * results["COUNT"]
        assert Path(results["MANIFEST"]).exists()

    def test_cancelling_does_not_wait_for_a_server_that_hangs(
        self, servers: Served, tmp_path: Path, new_threads: NewThreads
    ) -> None:
        from qgis.core import QgsApplication, QgsProcessingContext

        servers.files.set_faults([{"match": ".*", "kind": "stall", "seconds": SLOW_S}])
        feedback = feedback_class()()
        algorithm = QgsApplication.processingRegistry().algorithmById("cbmchips:rawchips")
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        def cancel_soon() -> None:
            while not servers.files.stats()["requests"]:
                time.sleep(0.05)
            feedback.cancel()

        canceller = threading.Thread(target=cancel_soon, daemon=True)
        canceller.start()
        results, _ = algorithm.run(given, QgsProcessingContext(), feedback)

        canceller.join()
        assert results["COUNT"] == 0
        servers.reset()
        new_threads.join("cbm-chips-read")  # inside GDAL, which QGIS takes down at its end

    def test_progress_rises_to_the_end(self, servers: Served, tmp_path: Path) -> None:
        feedback = feedback_class()()
        parcels = parcels_of(servers, "315141", "315010")
        given = {"SOURCE": servers.api.url, "PARCELS": parcels, "ID_FIELD": "id", **JUNE}

        run("rawchips", {**given, "OUTPUT": str(tmp_path)}, feedback)

        assert feedback.progress == sorted(feedback.progress)
        assert feedback.progress[-1] == pytest.approx(100)


class TestParcels:
    def test_one_broken_parcel_spoils_no_other(self, servers: Served, tmp_path: Path) -> None:
        layer = memory_layer(
            "EPSG:4326",
            good="POLYGON((5.662 52.692,5.666 52.692,5.666 52.696,5.662 52.696,5.662 52.692))",
            empty="",
            bowtie="POLYGON((5.662 52.692,5.666 52.696,5.666 52.692,5.662 52.696,5.662 52.692))",
            polar="POLYGON((5 88,6 88,6 88.5,5 88.5,5 88))",
        )
        feedback = feedback_class()()
        given = {"SOURCE": servers.api.url, "PARCELS": layer, "ID_FIELD": "name", **JUNE}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path)}, feedback)

        assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"good", "bowtie"}
        assert (results["COUNT"], results["FAILED"]) == (8, 2)
        told = "\n".join(text for text, _ in feedback.errors)
        assert "empty: " in told
        assert "polar: " in told
        for file in tmp_path.rglob("*.tif"):
            assert_same_pixels(servers.archive, file)

    def test_all_broken_is_an_error(self, servers: Served, tmp_path: Path) -> None:
        from qgis.core import QgsProcessingException

        layer = memory_layer("EPSG:4326", empty="")
        given = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, "OUTPUT": str(tmp_path)}

        with pytest.raises(QgsProcessingException, match="empty geometry"):
            run("rawchips", given)

    def test_without_a_field_that_looks_like_a_name_parcels_are_called_by_their_number(
        self, servers: Served, tmp_path: Path
    ) -> None:
        square = "Polygon((5.664 52.694, 5.666 52.694, 5.666 52.695, 5.664 52.694))"
        layer = memory_layer("EPSG:4326", a=square)
        layer.dataProvider().renameAttributes({0: "remark"})
        layer.updateFields()
        given = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, "BANDS": "SCL"}

        run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["1"]
