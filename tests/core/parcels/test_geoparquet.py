"""Parcels out of files as fiboa has them: GeoParquet with `id`, `crop:code` and `geometry`."""

from __future__ import annotations

import json
import sys

import numpy as np
import pytest

from cbm_chips.core.errors import MissingPackage, RequestError
from cbm_chips.core.parcels.files.geoparquet import read_geoparquet
from cbm_chips.core.parcels.outlines.layer import Parcels
from cbm_chips.core.parcels.outlines.oddities import Oddity
from tests.parcel_archive import a_square

OUTLINES = (a_square(), None, a_square(x_m=900))
ABOUT = {"encoding": "WKB", "geometry_types": ["Polygon"]}


def geo(**about):
    told = {"version": "1.1.0", "primary_column": "geometry"}
    return json.dumps({**told, "columns": {"geometry": {**ABOUT, **about}}})


def a_file(path, *, metadata, ids=("007", "8", "é")):
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    outlines = [shape and shape.wkb for shape in OUTLINES]
    columns = {"id": list(ids), "crop:code": ["1"] * 3, "hcat:code": ["33"] * 3}
    table = arrow.table({**columns, "geometry": arrow.array(outlines, arrow.binary())})
    told = {} if metadata is None else {"geo": metadata}
    pq.write_table(table.replace_schema_metadata(told), path)
    return path


def test_ids_and_outlines_are_those_of_the_file(tmp_path):
    found = read_geoparquet(a_file(tmp_path / "f.parquet", metadata=geo()))
    expected = Parcels.of(zip(("007", "8", "é"), OUTLINES))
    assert found.ids == expected.ids
    assert np.array_equal(found.points, expected.points)
    assert found.crs == "EPSG:4326"
    assert [(one.parcel, one.oddity) for one in found.remarks] == [(1, Oddity.NO_GEOMETRY)]


def test_numbers_are_ids_too_and_another_column_can_name_the_parcels(tmp_path):
    path = a_file(tmp_path / "f.parquet", metadata=geo(), ids=(1, None, 3))
    assert read_geoparquet(path).ids == ("1", "", "3")
    assert read_geoparquet(path, id_column="hcat:code").ids == ("33", "33", "33")


def test_the_crs_is_the_one_that_the_file_tells(tmp_path):
    from pyproj import CRS

    told = CRS.from_epsg(28992).to_json_dict()
    found = read_geoparquet(a_file(tmp_path / "f.parquet", metadata=geo(crs=told)))
    assert found.crs == "EPSG:28992"


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        (None, "metadata name a column"),
        ("{", "metadata name a column"),
        ("[]", "metadata name a column"),
        (json.dumps({"primary_column": "other", "columns": {"other": ABOUT}}), "WKB"),
        (geo(encoding="polygon"), "WKB"),
        (geo(crs=None), "known CRS"),
    ],
)
def test_what_is_no_geoparquet_is_refused_in_one_sentence(tmp_path, metadata, words):
    with pytest.raises(RequestError, match=words) as refused:
        read_geoparquet(a_file(tmp_path / "f.parquet", metadata=metadata))
    assert refused.value.field == "parcels"


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    path = a_file(tmp_path / "f.parquet", metadata=geo())
    with pytest.raises(RequestError, match="id, crop:code, hcat:code, geometry"):
        read_geoparquet(path, id_column="parcel")


@pytest.mark.parametrize("content", [None, b"", b"PAR1 and no more"])
def test_a_file_that_cannot_be_read_is_told(tmp_path, content):
    pytest.importorskip("pyarrow")
    path = tmp_path / "f.parquet"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RequestError, match="can be read"):
        read_geoparquet(path)


def test_without_pyarrow_one_sentence_says_so(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingPackage, match="pyarrow"):
        read_geoparquet(tmp_path / "f.parquet")
