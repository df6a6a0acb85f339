"""One ground, many archives: a series across January 2022 shows the same NDVI throughout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Callable

import numpy as np
import pytest

from cbm_chips.core import Chip, ChipRequest, Grid, Place, extract_chips, open_source
from cbm_chips.core.model import OffsetState
from cbm_chips.core.outputs.geotiff.chip_files import ChipImage
from cbm_chips.core.reading.gdal.choice import raster_backend
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from tests.stac_items import a_c1_item, a_pc_item, an_es_l2a_item

PLACE = Place(lon=5.66425, lat=52.69444)
FILE_GRID = Grid(32631, 679000.0, 5842700.0, 10.0, 220, 220)
REFLECTANCE_DN = {"B04": 300, "B08": 3000}
KEYS = {"B04": ("red", "B04"), "B08": ("nir", "B08")}
NDVI = 0.818


@dataclass(frozen=True)
class Date:
    """One acquisition: who lists it, and what is added to the DN in its files."""

    day: str
    item: Callable[..., dict[str, Any]]
    added_dn: int
    told: dict[str, Any]


SERIES = (
    Date("20200704", a_c1_item, 1000, {"baseline": "05.00", "offset": -0.1}),
    Date("20210611", a_c1_item, 0, {"baseline": "03.01", "offset": 0}),
    Date("20210711", an_es_l2a_item, 0, {"baseline": "03.00", "offset": 0, "shifted": False}),
    Date("20210811", a_pc_item, 0, {"baseline": "02.12"}),
    Date("20220126", an_es_l2a_item, 1000, {"baseline": "04.00", "shifted": False}),
    Date("20220309", an_es_l2a_item, 0, {"baseline": "04.00", "shifted": True}),
    Date("20220411", an_es_l2a_item, 0, {"baseline": "04.00", "shifted": False}),
    Date("20220511", a_pc_item, 1000, {"baseline": "04.00"}),
    Date("20220611", a_c1_item, 1000, {"baseline": "04.00", "offset": -0.1}),
    Date("20230611", a_c1_item, 1000, {"baseline": "05.10", "offset": -0.1}),
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    root = tmp_path_factory.mktemp("series")
    links = []
    for number, date in enumerate(SERIES):
        item = _item(date, root, number)
        (root / f"{number}.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{number}.json"})
    path = root / "catalog.json"
    head = {"type": "Catalog", "stac_version": "1.0.0", "id": "series", "description": "series"}
    path.write_text(json.dumps({**head, "links": links}))
    return path


def _item(date: Date, root, number: int) -> dict[str, Any]:
    baseline = date.told["baseline"].replace(".", "")
    product = f"S2A_MSIL2A_{date.day}T105031_N{baseline}_R051_T31UFU_{date.day}T151515"
    iso = f"{date.day[:4]}-{date.day[4:6]}-{date.day[6:]}"
    item = date.item(
        f"item-{date.day}",
        **date.told,
        properties={
            "datetime": f"{iso}T10:50:31Z",
            "s2:product_uri": f"{product}.SAFE",
            "s2:datatake_id": f"GS2A_{date.day}T105031_0{number}_N{date.told['baseline']}",
            "s2:datastrip_id": f"S2A_OPER_MSI_L2A_DS_X_{date.day}T151515_S{date.day}T105033_N0",
        },
    )
    for band, keys in KEYS.items():
        path = root / f"{date.day}.{band}.tif"
        values = np.full((220, 220), REFLECTANCE_DN[band] + date.added_dn, dtype="uint16")
        raster_backend().write(path, ChipImage(FILE_GRID, (values,), (band,), {}))
        key = next(key for key in keys if key in item["assets"])
        item["assets"][key]["href"] = f"./{path.name}"
    item["assets"] = {
        key: asset for key, asset in item["assets"].items() if asset["href"].startswith("./")
    }
    return item


def test_ndvi_is_the_same_on_every_date(catalog):
    request = ChipRequest(PLACE, "2020-01-01", "2023-12-31", bands=("B08", "B04"))
    with open_source(str(catalog)) as source:
        results = list(extract_chips(request, source, cache=None))
    chips = {f"{chip.scene.acquired:%Y%m%d}": chip for chip in results if isinstance(chip, Chip)}
    assert sorted(chips) == [date.day for date in SERIES]
    for date in SERIES:
        chip = chips[date.day]
        ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
        assert float(ndvi.mean()) == pytest.approx(NDVI, abs=0.001), date
        assert chip.provenance.offset_state is OffsetState.KNOWN, date


def test_chips_keep_the_dn_of_the_file(catalog):
    request = ChipRequest(PLACE, "2022-06-01", "2022-06-30", bands=("B04",))
    with open_source(str(catalog)) as source:
        (chip,) = extract_chips(request, source, cache=None)
    assert set(np.unique(chip.bands["B04"])) == {1300}
    assert chip.scales["B04"] == (0.0001, -0.1)
