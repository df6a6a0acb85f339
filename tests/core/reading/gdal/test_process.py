"""What GDAL is in a process stays as it is, and which GDAL a process uses."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec

import pytest

from cbm_chips.core.errors import MissingPackage
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.choice import (
    choose,
    has_rasterio,
    raster_backend,
)
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.core.reading.gdal.windows import FOREIGN, HURRIED, INSIDE, a_geotiff, pixels_of, read_one


def test_gdals_options_of_the_process_stay_as_they_were(reader, backend, server, tmp_path):
    gdal = pytest.importorskip("osgeo.gdal")
    watched = ("GDAL_DISABLE_READDIR_ON_OPEN", "GDAL_HTTP_TIMEOUT", "GDAL_PAM_ENABLED", "VSI_CACHE")
    gdal.SetConfigOption("GDAL_HTTP_TIMEOUT", "77")
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "YES")
    try:
        before = {name: gdal.GetConfigOption(name) for name in watched}
        list(
            reader.read_all([ReadJob(Asset("B08", f"{server.url}/B08.tif"), INSIDE)], open_plainly)
        )
        backend.write(tmp_path / "new.tif", a_geotiff())
        assert {name: gdal.GetConfigOption(name) for name in watched} == before
        assert before["GDAL_DISABLE_READDIR_ON_OPEN"] is None
    finally:
        gdal.SetConfigOption("GDAL_HTTP_TIMEOUT", None)
        gdal.SetConfigOption("GDAL_PAM_ENABLED", None)


@pytest.mark.parametrize("name", ["broken.tif", "none.tif"])
def test_failures_read_alike_whether_or_not_the_process_has_gdals_exceptions_on(
    folder, tmp_path, name
):
    gdal = pytest.importorskip("osgeo.gdal")
    (tmp_path / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    reader = RasterReader(HURRIED, backend=OsgeoBackend())
    had_exceptions = gdal.GetUseExceptions()
    try:
        statuses = []
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            statuses.append(read_one(reader, tmp_path / name).error.http_status)
            assert pixels_of(read_one(reader, folder / "B04.tif", FOREIGN)).values.any()
    finally:
        (gdal.UseExceptions if had_exceptions else gdal.DontUseExceptions)()
    assert statuses[0] == statuses[1]


def test_gdals_exceptions_stay_on_or_off_as_the_process_has_them():
    gdal = pytest.importorskip("osgeo.gdal")
    had_exceptions = gdal.GetUseExceptions()
    try:
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            before = gdal.GetUseExceptions()
            OsgeoBackend()
            assert gdal.GetUseExceptions() == before
    finally:
        (gdal.UseExceptions if had_exceptions else gdal.DontUseExceptions)()


@pytest.mark.parametrize(
    ("has_osgeo", "has_rasterio", "chosen"),
    [(True, True, "osgeo"), (True, False, "osgeo"), (False, True, "rasterio")],
)
def test_never_two_gdals_in_one_process(has_osgeo, has_rasterio, chosen):
    assert choose(has_osgeo=has_osgeo, has_rasterio=has_rasterio) == chosen


def test_without_any_gdal_the_missing_package_is_named():
    with pytest.raises(MissingPackage, match="rasterio"):
        choose(has_osgeo=False, has_rasterio=False)


def test_a_rasterio_too_old_to_read_files_of_python_counts_as_none(monkeypatch, tmp_path):
    (tmp_path / "rasterio").mkdir()
    (tmp_path / "rasterio" / "__init__.py").touch()
    spec = PathFinder.find_spec("rasterio", [str(tmp_path)])
    monkeypatch.setitem(sys.modules, "rasterio", module_from_spec(spec))
    monkeypatch.delitem(sys.modules, "rasterio._filepath", raising=False)
    assert not has_rasterio()


def test_the_backend_of_this_process_reads(folder):
    assert raster_backend().read(str(folder / "B04.tif"), INSIDE, {}).values.shape == (128, 128)
