"""The table of cloud flags inside QGIS, against masks of the archive's own files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.features import geometry_mask

from tests.desktop.archive_pixels import (
    items_by_id,
)
from tests.desktop.running import (
    CENTRE,
    EARLY_SUMMER,
    JUNE,
    parcels_of,
    rows_of,
    run,
)
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


class TestCloudFlags:
    def test_counts_are_those_of_a_plain_mask(self, servers: Served, tmp_path: Path) -> None:
        output = str(tmp_path / "flags.csv")
        parcels = parcels_of(servers, "315141", "315010", "315020")
        given = {"SOURCE": servers.api.url, "PARCELS": parcels, "ID_FIELD": "id", **EARLY_SUMMER}

        results = run("cloudflags", {**given, "OUTPUT": output})

        rows = rows_of(output)
        judged = [row for row in rows if row["total_px"]]
        assert len(judged) == results["COUNT"] > 20
        for row in judged:
            assert_counted(servers.archive, row)

    def test_how_much_of_the_parcel_is_judged_stands_in_every_row(
        self, servers: Served, tmp_path: Path
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*", "kind": "404"}])
        output = str(tmp_path / "flags.csv")
        given = {"SOURCE": servers.api.url, **JUNE, "OUTPUT": output}
        of_parcel = {"PARCELS": parcels_of(servers, "315141"), "ID_FIELD": "id"}

        def shares(**more: Any) -> set[str]:
            run("cloudflags", {**given, **more})
            behind = ["parcel_in_chip_pct", "cloud_rule", "likely_cloud_fraction", "doubtful"]
            assert list(rows_of(output)[0])[-4:] == behind
            return {row["parcel_in_chip_pct"] for row in rows_of(output)}

        (part,) = shares(**of_parcel, SIZE=100)

        assert 5 < float(part) < 50
        bases = {row["outline_basis"] for row in rows_of(output) if row["total_px"]}
        assert all("% of the parcel is in the chip" in basis for basis in bases)
        assert set(map(float, shares(**of_parcel, SIZE=1280))) == {100.0}
        assert shares(**CENTRE) == {""}

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

    def test_a_second_opinion_marks_a_clear_date_that_it_doubts(
        self, servers: Served, tmp_path: Path
    ) -> None:
        output = str(tmp_path / "f.csv")
        hazy = {"START": "2022-05-30", "END": "2022-06-19", "SOURCE": servers.api.url}
        of_parcel = {"PARCELS": parcels_of(servers, "315130"), "ID_FIELD": "id"}

        run("cloudflags", {**hazy, **of_parcel, "SECOND_OPINION": True, "OUTPUT": output})

        told = {row["date"]: (row["flag"], row["doubtful"]) for row in rows_of(output)}
        assert told["2022-05-30"] == ("clear", "1")
        assert told["2022-06-19"] == ("clear", "0")

    def test_a_rule_goes_by_its_name_and_stands_in_every_row(
        self, servers: Served, tmp_path: Path
    ) -> None:
        output = str(tmp_path / "f.csv")
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": output}

        def told(**rule: Any) -> tuple[set[str], float]:
            run("cloudflags", {**given, **rule})
            rows = rows_of(output)
            return {row["cloud_rule"] for row in rows}, float(rows[0]["cloud_fraction"])

        as_always, lenient = told()
        assert as_always == {"default: bad 1 3 8 9 10, tolerance 0 %"}
        assert told(CLOUD_RULE="options") == (as_always, lenient)
        by_name, strict = told(CLOUD_RULE="strict", TOLERANCE_PCT=5)
        assert by_name == {"strict: bad 1 2 3 7 8 9 10 11, tolerance 5 %"}
        assert strict > lenient

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

    from cbm_chips.core.coordinates import with_coordinates

    features = json.loads((archive / "parcels.geojson").read_text())["features"]
    parcel = next(one for one in features if one["properties"]["id"] == row["parcel"])
    path = items_by_id(archive)[row["scene_id"]][0].parent / "SCL.tif"
    with rasterio.open(path) as file:
        to_utm = Transformer.from_crs(4326, file.crs, always_xy=True).transform
        outline = with_coordinates(shape(parcel["geometry"]), to_utm)
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
