"""The algorithms inside QGIS, against a STAC API and a file server."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.features import geometry_mask

from tests.desktop.archive_pixels import (
    assert_same_pixels,
    items_by_id,
    scene_and_content,
    window_of,
)
from tests.desktop.running import CENTRE, JUNE, feedback_class, refusal, run
from tests.served import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")
YEAR = {"START": "2021-11-01", "END": "2022-12-31"}


def rows_of(table: str) -> list[dict[str, str]]:
    with open(table, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def parcels_of(servers: Served, *ids: str) -> Any:
    """Some of the sample's parcels as a layer."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{servers.archive / 'parcels.gpkg'}|layername=parcels", "p", "ogr")
    assert layer.isValid()
    layer.setSubsetString(f"id in ({', '.join(repr(one) for one in ids)})")
    return layer


def memory_layer(crs: str, **geometries: str) -> Any:
    """A layer of polygons by their names; empty text is an empty geometry."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string", "made", "memory")
    for name, wkt in geometries.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


class TestRawChips:
    def test_every_pixel_of_every_file_is_the_archives(
        self, servers: Served, tmp_path: Path
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **YEAR, "BANDS": "B04,B8A,B11,SCL"}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        files = sorted(tmp_path.rglob("*.tif"))
        assert len(files) == 4 * results["COUNT"] > 100
        for file in files:
            assert_same_pixels(servers.archive, file)

    def test_the_manifest_lists_what_is_there(self, servers: Served, tmp_path: Path) -> None:
        results = run(
            "rawchips", {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
        )

        text = json.dumps(json.loads(Path(results["MANIFEST"]).read_text()))
        assert all(path.name in text for path in tmp_path.rglob("*.tif"))
        assert len(rows_of(results["TABLE"])) == results["COUNT"] == 4

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

    def test_without_a_field_parcels_are_called_by_their_number(
        self, servers: Served, tmp_path: Path
    ) -> None:
        layer = parcels_of(servers, "315141")
        number = next(layer.getFeatures()).id()
        given = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, "BANDS": "SCL"}

        run("rawchips", {**given, "OUTPUT": str(tmp_path)})

        assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [str(number)]


class TestCompositeChips:
    @pytest.mark.parametrize("stretch", ["chip", "series"])
    def test_pictures_are_the_archives_percentiles(
        self, servers: Served, tmp_path: Path, stretch: str
    ) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **YEAR, "STRETCH": stretch, "SIZE": 640}

        run("compositechips", {**given, "OUTPUT": str(tmp_path)})

        files = sorted(tmp_path.rglob("*.tif"))
        assert len(files) > 30
        stacks = [reflectances(servers.archive, file) for file in files]
        groups = [[stack] for stack in stacks] if stretch == "chip" else [stacks] * len(stacks)
        for file, stack, group in zip(files, stacks, groups):
            with rasterio.open(file) as picture:
                assert picture.dtypes == ("uint8",) * 4
                np.testing.assert_array_equal(picture.read(), rendered(stack, group))

    def test_absolute_values_are_reflectance(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "LUT": "0_5100_0_5100_0_5100"}

        run("compositechips", {**given, "OUTPUT": str(tmp_path)})

        for file in tmp_path.rglob("*.tif"):
            stack = reflectances(servers.archive, file)
            expected = (np.clip(stack.filled(0), 0, 5100) * 255 / 5100).astype(np.uint8)
            with rasterio.open(file) as picture:
                np.testing.assert_array_equal(picture.read((1, 2, 3)), expected)


def reflectances(archive: Path, file: Path) -> np.ma.MaskedArray:
    """The three bands x 10 000 from the archive, offset applied, masked where any has no data."""
    scene, content = scene_and_content(file)
    item = items_by_id(archive)[scene][1]
    late = float(item["properties"]["s2:processing_baseline"]) >= 4
    with rasterio.open(file) as picture:
        bounds = picture.bounds
    stack = np.stack([window_of(archive, scene, band, bounds) for band in content.split("_")])
    gaps = np.broadcast_to((stack == 0).any(axis=0), stack.shape)
    return np.ma.MaskedArray(stack.astype(float) - 1000 * late, gaps)


def rendered(stack: np.ma.MaskedArray, group: list[np.ma.MaskedArray]) -> np.ndarray:
    channels = []
    for number, layer in enumerate(stack):
        pool = np.concatenate([one[number].compressed() for one in group])
        if not pool.size:
            channels.append(np.zeros(layer.shape, np.uint8))
            continue
        low, high = np.percentile(pool, (5, 95))
        values = np.clip(layer.filled(low), low, high)
        scaled = np.where(values >= high, 255, 255 * (values - low) / (high - low))
        channels.append(scaled.astype(np.uint8))
    alpha = np.where(stack.mask[0], 0, 255).astype(np.uint8)
    return np.stack([np.where(stack.mask[0], 0, band) for band in channels] + [alpha])


class TestCloudFlags:
    def test_counts_are_those_of_a_plain_mask(self, servers: Served, tmp_path: Path) -> None:
        output = str(tmp_path / "flags.csv")
        parcels = parcels_of(servers, "315141", "315010", "315020")
        given = {"SOURCE": servers.api.url, "PARCELS": parcels, "ID_FIELD": "id", **YEAR}

        results = run("cloudflags", {**given, "OUTPUT": output})

        rows = rows_of(output)
        judged = [row for row in rows if row["total_px"]]
        assert len(judged) == results["COUNT"] > 90
        for row in judged:
            assert_counted(servers.archive, row)

    def test_only_the_classification_is_read(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path / "f.csv")}

        run("cloudflags", given)

        asked = servers.files.stats()["by_path"]
        assert asked
        assert all(path.endswith("/SCL.tif") for path in asked)

    def test_the_rule_can_be_chosen(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE}

        def flags(**rule: Any) -> list[str]:
            run("cloudflags", {**given, **rule, "OUTPUT": str(tmp_path / "f.csv")})
            return [row["flag"] for row in rows_of(str(tmp_path / "f.csv"))]

        assert flags() == ["partly", "clear", "clear", "cloudy"]
        assert flags(TOLERANCE_PCT="100") == ["clear"] * 4
        assert flags(BAD_CLASSES="4,5,6")[1:3] == ["cloudy"] * 2

    def test_failed_dates_have_a_row_with_the_reason(self, servers: Served, tmp_path: Path) -> None:
        servers.files.set_faults([{"match": "20220614.*", "kind": "404"}])
        output = str(tmp_path / "flags.csv")

        results = run("cloudflags", {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": output})

        failed = [row for row in rows_of(output) if row["date"] == "2022-06-14"]
        assert [row["flag"] for row in failed] == ["no_scl"]
        assert "404" in failed[0]["reason"]
        assert (results["COUNT"], results["FAILED"]) == (3, 1)

    @pytest.mark.parametrize("output", ["memory:", "flags.gpkg"])
    def test_the_table_goes_anywhere(self, servers: Served, tmp_path: Path, output: str) -> None:
        from qgis.core import QgsVectorLayer

        target = output if output == "memory:" else str(tmp_path / output)
        results = run("cloudflags", {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": target})

        table = results["OUTPUT"]
        table = table if output == "memory:" else QgsVectorLayer(table, "t", "ogr")
        assert [feature["date"] for feature in table.getFeatures()] == [
            "2022-06-09",
            "2022-06-14",
            "2022-06-19",
            "2022-06-24",
        ]
        assert not table.isSpatial()


def assert_counted(archive: Path, row: dict[str, str]) -> None:
    """The row's counts against rasterio's own polygon mask of the whole SCL file."""
    from pyproj import Transformer
    from shapely.geometry import shape
    from shapely.ops import transform

    features = json.loads((archive / "parcels.geojson").read_text())["features"]
    parcel = next(one for one in features if one["properties"]["id"] == row["parcel"])
    path = items_by_id(archive)[row["scene_id"]][0].parent / "SCL.tif"
    with rasterio.open(path) as file:
        to_utm = Transformer.from_crs(4326, file.crs, always_xy=True).transform
        outline = transform(to_utm, shape(parcel["geometry"]))
        inside = geometry_mask([outline], file.shape, file.transform, invert=True)
        codes, counts = np.unique(file.read(1)[inside], return_counts=True)
    expected = dict(zip(codes.tolist(), counts.tolist()))
    names = [name for name in row if name.startswith("scl_")]
    assert {code: int(row[name]) for code, name in enumerate(names) if row[name] != "0"} == expected
    total, empty = sum(expected.values()), expected.get(0, 0)
    assert (int(row["total_px"]), int(row["valid_px"])) == (total, total - empty)
    bad = sum(expected.get(code, 0) for code in (1, 3, 8, 9, 10))
    if total > empty:
        assert float(row["cloud_fraction"]) == pytest.approx(bad / (total - empty))


class TestRefusals:
    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"SIZE": 1290}, "size_m: 1290.0 is not possible; allowed: a multiple of 20"),
            ({"SIZE": "5140"}, "size_m: 5140.0 is not possible"),
            ({"START": "2022-07-01"}, "end: '2022-06-30' is not possible"),
            ({"START": "yesterday"}, "start: 'yesterday' is not possible"),
            ({"START": "2014-01-01"}, "start: '2014-01-01' is not possible"),
            ({"BANDS": "B8"}, "bands: 'B8' is not possible"),
            ({"BANDS": ""}, "bands: () is not possible"),
            ({"MAX_SCENE_CLOUD": 101}, "max_scene_cloud_pct: 101.0 is not possible"),
            ({"LEVEL": "LEVEL1C"}, "bands: 'SCL' is not possible; allowed: for LEVEL1C"),
            ({"SOURCE": "google"}, "source: 'google' is not possible"),
            ({"POINT": None}, "POINT, PARCELS: 'neither' is not possible"),
            ({"PARCELS": "x.gpkg"}, "POINT, PARCELS: 'both' is not possible"),
            ({"POINT": "somewhere"}, "POINT: 'somewhere' is not possible"),
            ({"POINT": "200,10"}, "lon: 200.0 is not possible"),
        ],
    )
    def test_say_cores_words(self, tmp_path: Path, wrong: dict[str, Any], words: str) -> None:
        given = {"SOURCE": "earth-search", **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal("rawchips", given) == ""
        assert words in refusal("rawchips", {**given, **wrong})

    @pytest.mark.parametrize(
        ("algorithm", "wrong", "words"),
        [
            ("compositechips", {"BANDS": "B08_SCL_B03"}, "bands: 'B08_SCL_B03' is not possible"),
            ("compositechips", {"LUT": "95_5"}, "lut: "),
            ("cloudflags", {"BAD_CLASSES": "clouds"}, "bad_classes: 'clouds' is not possible"),
            ("cloudflags", {"BAD_CLASSES": "0,12"}, "bad_classes: "),
            ("cloudflags", {"TOLERANCE_PCT": 101}, "tolerance_pct: "),
        ],
    )
    def test_say_cores_words_elsewhere(
        self, tmp_path: Path, algorithm: str, wrong: dict[str, Any], words: str
    ) -> None:
        given = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal(algorithm, {**given, **wrong}).startswith(words)
