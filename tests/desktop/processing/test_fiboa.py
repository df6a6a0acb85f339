"""Field boundaries of fiboa: GeoParquet by its path, where QGIS's own GDAL does not read it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import JUNE, feedback_class, refusal, rows_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")
SQUARE = "POLYGON((5.663 52.693, 5.665 52.693, 5.665 52.695, 5.663 52.695, 5.663 52.693))"


@pytest.fixture
def fiboa(tmp_path: Path) -> Path:
    """Two fields, one of them of two parts, and one without an outline."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq
    from shapely import wkt
    from shapely.affinity import translate
    from shapely.geometry import MultiPolygon

    square = wkt.loads(SQUARE)
    parts = MultiPolygon([translate(square, 0.01), translate(square, 0.02)])
    about = {"encoding": "WKB", "geometry_types": []}
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": about}}
    table = pa.table(
        {
            "id": [9007199254740993, 2, 3],
            "crop:code": ["101", "102", None],
            "hcat:code": [33, 33, 33],
            "determination_details": [{"a": 1}, {"a": 2}, None],
            "area": [1.5, 2.5, None],
            "geometry": [square.wkb, parts.wkb, None],
        }
    )
    path = tmp_path / "fields.parquet"
    pq.write_table(table.replace_schema_metadata({b"geo": json.dumps(geo).encode()}), path)
    return path


def given(servers: Served, path: Path, output: Path, **more: Any) -> dict[str, Any]:
    return {"SOURCE": servers.api.url, "PARCELS": str(path), **JUNE, "OUTPUT": str(output), **more}


def test_a_path_is_parcels_with_their_ids_as_they_are(
    servers: Served, fiboa: Path, tmp_path: Path
) -> None:
    feedback = feedback_class()()
    output = tmp_path / "observability.csv"

    run("observability", given(servers, fiboa, output), feedback)

    told = {row["parcel"]: row["remark"] for row in rows_of(str(output))}
    assert told["9007199254740993"] == ""
    assert told["2"] == "it has 2 parts"
    assert told["3"] == "it has no geometry"
    assert "Parcels are called by the field id." in feedback.infos


@pytest.mark.parametrize(("algorithm", "name"), [("rawchips", "2"), ("cloudflags", "102")])
def test_chips_and_flags_take_the_path_too(
    servers: Served, fiboa: Path, tmp_path: Path, algorithm: str, name: str
) -> None:
    output = tmp_path / ("flags.csv" if algorithm == "cloudflags" else "chips")
    more = {"BANDS": "SCL"} if algorithm == "rawchips" else {"ID_FIELD": "crop:code"}

    run(algorithm, given(servers, fiboa, output, SIZE=400, **more))

    if algorithm == "rawchips":
        assert (output / name).is_dir()
    else:
        assert name in {row["parcel"] for row in rows_of(str(output))}


def test_a_field_that_is_not_there_is_told_with_those_that_are(
    servers: Served, fiboa: Path, tmp_path: Path
) -> None:
    told = refusal("observability", given(servers, fiboa, tmp_path / "o.csv", ID_FIELD="parcel"))
    assert "(ID_FIELD)" in told
    assert "id, crop:code, hcat:code, area" in told


def test_without_pyarrow_a_sentence_says_what_to_do(
    servers: Served, fiboa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    told = refusal("parceltimeseries", given(servers, fiboa, tmp_path / "o.csv"))
    assert "Install the Python package pyarrow" in told
    assert "(PARCELS)" in told


def test_what_is_no_geoparquet_is_refused_in_words(servers: Served, tmp_path: Path) -> None:
    path = tmp_path / "broken.parquet"
    path.write_bytes(b"PAR1 and no more")
    told = refusal("observability", given(servers, path, tmp_path / "o.csv"))
    assert "a GeoParquet file that can be read" in told
    missing = refusal("observability", given(servers, tmp_path / "none.parquet", tmp_path / "o"))
    assert "a layer of polygons that can be opened" in missing
