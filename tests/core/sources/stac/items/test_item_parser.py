"""Items of all dialects become scenes; nonsense in one never breaks the reading."""

from __future__ import annotations

from datetime import timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.model import Scene, Unusable
from cbm_chips.core.sources.stac.items.item_parser import Item, is_sentinel_2, read_item
from tests.core.sources.stac.items.reading import DIALECTS, scene_of
from tests.effort import examples
from tests.stac_items import EPSG, JP2, TIFF, a_c1_item, a_cdse_item, a_pc_item


@pytest.mark.parametrize("an_item", DIALECTS)
def test_every_dialect_tells_the_same_of_one_acquisition(an_item):
    scene = scene_of(an_item())

    assert (scene.platform, scene.tile, scene.epsg) == ("S2A", "31UFU", EPSG)
    assert (scene.level, scene.relative_orbit) == ("LEVEL2A", 108)
    assert scene.datatake == "S2A_20200305T103021"
    assert scene.strip == "20200305T103210"
    assert scene.tile_bounds == (600_000, 5_790_240, 709_800, 5_900_040)
    assert (scene.scene_cloud_pct, scene.nodata_pct) == (12.5, 3.25)
    assert scene.acquired.tzinfo is timezone.utc
    assert scene.acquired.date().isoformat() == "2020-03-05"
    assert scene.footprint.bounds == (4.5, 52.2, 6.2, 53.3)


def test_reprocessings_are_ordered_by_time_and_by_the_end_of_the_product_name():
    scene = scene_of(a_pc_item())

    assert scene.generated == "20200912T211417.030000"
    assert scene.discriminator == "20200912T211417"
    assert scene.product == "S2A_MSIL2A_20200305T103021_N0212_R108_T31UFU_20200912T211417"
    assert scene_of(a_c1_item()).sequence == "0"


def test_one_band_missing_leaves_the_others():
    scene = scene_of(a_c1_item(assets={"red": None}))

    assert "B04" not in scene.assets
    assert "B08" in scene.assets


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["Polygon", "EPSG:32631", "2020-03-05T10:36:34Z", JP2, TIFF, "S2A", "B04"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(max_size=4) | st.sampled_from(["type", "coordinates", "href", "B04", "red"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
FIELDS = sorted({*a_c1_item()["properties"], *a_cdse_item()["properties"], "proj:code"})
OF_ASSET = ["href", "type", "roles", "eo:bands", "raster:bands", "proj:transform", "proj:shape"]


@settings(max_examples=examples(200), deadline=None)
@given(
    top=st.dictionaries(st.sampled_from(sorted(a_c1_item())), JSON, max_size=3),
    properties=st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6),
    red=st.dictionaries(st.sampled_from([*OF_ASSET, "proj:bbox", "proj:projjson"]), JSON),
)
def test_nonsense_in_an_item_never_breaks_the_reading(top, properties, red):
    item = a_c1_item(properties=properties)
    item["assets"]["red"].update(red)

    outcome = read_item(Item.of({**item, **top}), provider="made", level="LEVEL2A")

    assert isinstance(outcome, (Scene, Unusable))
    assert is_sentinel_2({**item, **top}) in (True, False)
