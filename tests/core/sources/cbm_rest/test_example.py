"""The service's documented example client, and ours, over the documented products."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from cbm_chips.core import ChipRequest, extract_chips
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Dataset, parcel_by_id
from tests.cbm import a_source, start_over
from tests.cbm_client import Asker
from tests.servers.cbm.seed import END, LAT, LON, PARCEL, START
from tests.servers.cbm.service import SEED
from tests.servers.cbm_rest import add_switches
from tests.servers.process import ServerProcess
from tests.zonal import class_counts

ogr = pytest.importorskip("osgeo.ogr")
osr = pytest.importorskip("osgeo.osr")
rasterio = pytest.importorskip("rasterio")

DOCUMENTED = """\
S2A_MSIL2A_20190615T105031_N0212_R051_T31UFU_20190615T121337.SCL.tif {9: 187}
S2A_MSIL2A_20190602T104031_N0212_R008_T31UFU_20190602T140340.SCL.tif {8: 187}
S2A_MSIL2A_20190605T105031_N0212_R051_T31UFU_20190605T152839.SCL.tif {9: 187}
S2B_MSIL2A_20190617T104029_N0212_R008_T31UFU_20190617T131553.SCL.tif {4: 187}
S2B_MSIL2A_20190607T104029_N0212_R008_T31UFU_20190607T135245.SCL.tif {8: 187}
S2A_MSIL2A_20190622T104031_N0212_R008_T31UFU_20190622T120726.SCL.tif {4: 1, 5: 44, 7: 42, 8: 63, \
9: 37}
S2B_MSIL2A_20190610T105039_N0212_R051_T31UFU_20190610T133632.SCL.tif {8: 26, 10: 161}
S2A_MSIL2A_20190612T104031_N0212_R008_T31UFU_20190612T133140.SCL.tif {8: 187}
S2A_MSIL2A_20190625T105031_N0212_R051_T31UFU_20190625T134744.SCL.tif {4: 186, 5: 1}
S2B_MSIL2A_20190627T104029_N0212_R008_T31UFU_20190627T135004.SCL.tif {9: 187}
S2B_MSIL2A_20190620T105039_N0212_R051_T31UFU_20190620T140845.SCL.tif {4: 187}
""".splitlines()
SIZE_M = 2560


@pytest.fixture(scope="module", autouse=True)
def exceptions() -> Iterator[None]:
    """GDAL warns of who does not say whether it raises any."""
    had_them = osr.GetUseExceptions()
    osr.UseExceptions()
    yield
    if not had_them:
        osr.DontUseExceptions()


@pytest.fixture(params=["head", "dump"])
def server(request: Any, server: ServerProcess) -> ServerProcess:
    return start_over(server, products=SEED, generation=request.param)


def located(service: Asker) -> tuple[Any, Any]:
    """The parcel at the place with its own CRS, and its centroid as the example has it.

    The example takes x of the result for the latitude, as EPSG:4326 of GDAL 3 has it first.
    """
    asked = {"aoi": "ms", "year": "2020", "lon": f"{LON}", "lat": f"{LAT}", "ptype": ""}
    found = service.query("parcelByLocation", **asked, withGeometry="True").json
    outline = ogr.CreateGeometryFromJson(found["geom"][0])
    outline.AssignSpatialReference(by_code(found["srid"][0]))
    centre = outline.Centroid()
    centre.Transform(osr.CoordinateTransformation(by_code(found["srid"][0]), by_code(4326)))
    return outline, centre


def by_code(epsg: int) -> Any:
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    return system


def histogram(outline: Any, chip: bytes) -> dict[int, int]:
    """Pixels per class in the parcel, which is drawn in the chip's own CRS."""
    with rasterio.MemoryFile(chip) as memory, memory.open() as opened:
        pixels, affine, epsg = opened.read(1), opened.transform, opened.crs.to_epsg()
    drawn, system = outline.Clone(), by_code(epsg)
    stored = outline.GetSpatialReference().Clone()
    for one in (system, stored):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    drawn.Transform(osr.CoordinateTransformation(stored, system))
    shape = json.loads(drawn.ExportToJson())
    return class_counts(shape, pixels, affine, nodata=0)


def test_the_documented_client_prints_the_documented_lines(server: ServerProcess) -> None:
    service = Asker(server)
    outline, centre = located(service)
    place = {"lon": f"{centre.GetY()}", "lat": f"{centre.GetX()}"}
    listed = service.chips(START, END, **place, band="SCL", chipsize=f"{SIZE_M}").json

    printed = []
    for path in listed["chips"]:
        counts = histogram(outline, service.get(path).body)  # without a login
        printed.append(f"{os.path.basename(path)} {counts}")

    assert sorted(printed) == sorted(DOCUMENTED)
    assert listed["dates"] == [line[11:26] for line in printed]


def test_ours_has_the_same_histograms_and_judges_them(server: ServerProcess) -> None:
    with a_source(server) as source:
        parcel = parcel_by_id(source.service, Dataset("ms", "2020"), PARCEL)
        assert parcel is not None
        request = ChipRequest(parcel.place, START, END, bands=("SCL",), size_m=SIZE_M)
        chips = list(extract_chips(request, source, cache=None))

    ours = [f"{chip.scene.id}.SCL.tif {dict(sorted(chip.histogram.items()))}" for chip in chips]
    assert sorted(ours) == sorted(DOCUMENTED)
    assert Counter(chip.flag.value for chip in chips) == {"clear": 3, "partly": 1, "cloudy": 7}


def test_the_products_are_an_option_of_the_server() -> None:
    parser = argparse.ArgumentParser()
    add_switches(parser)
    assert parser.parse_args(["--products", "seed"]).products == "seed"
    assert parser.parse_args([]).products == "archive"
