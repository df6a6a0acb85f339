"""GDAL by `osgeo`: the process has after a call what it had before."""

from __future__ import annotations

import pytest

from cbm_chips.core.reading.gdal.osgeo_calls import thread_options

gdal = pytest.importorskip("osgeo.gdal")


def test_no_option_stays_where_one_of_them_is_refused():
    refused = pytest.raises((TypeError, RuntimeError))  # the latter from GDAL 3.13 on
    with refused, thread_options({"CBM_SECRET": "hunter2", "CBM_BAD": object()}):
        raise AssertionError("it is not set")
    assert gdal.GetThreadLocalConfigOption("CBM_SECRET") is None
