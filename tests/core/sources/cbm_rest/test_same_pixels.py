"""A chip is the same from the CbM service and from the archive itself."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core import Chip, ChipRequest, Place, open_source
from cbm_chips.core.sample_archive import sample_parcels
from tests.cbm import SAMPLE_PLACE, a_source, all_chips, daily, made_up, seed_request, start_over
from tests.effort import in_turns

BANDS = ("B04", "B08", "B11", "SCL")


def season(place=SAMPLE_PLACE, **others) -> ChipRequest:
    """The sample's change of baseline and what follows."""
    fields = {"start": "2022-01-01", "end": "2022-03-08", "bands": BANDS, "size_m": 1280}
    return ChipRequest(place, **{**fields, **others})


def assert_equal_chips(rest: list[Chip], stac: list[Chip]) -> None:
    assert len(rest) == len(stac) > 0
    for one, other in zip(rest, stac):
        assert one.scene.acquired.date() == other.scene.acquired.date()
        assert one.grid == other.grid
        assert (one.flag, one.histogram, one.cloud_fraction) == (
            other.flag,
            other.histogram,
            other.cloud_fraction,
        )
        assert one.scales == other.scales
        assert one.bands.keys() == other.bands.keys()
        for name, values in one.bands.items():
            assert values.dtype == other.bands[name].dtype
            np.testing.assert_array_equal(values, other.bands[name])
        assert one.provenance.methods == other.provenance.methods


def reflectance(chip: Chip, band: str):
    scale, offset = chip.scales[band]
    return chip.bands[band] * scale + offset


@pytest.mark.parametrize(("generation", "has_batch"), in_turns(["head", "dump"], [True, False]))
def test_c40_c56_a_chip_is_the_same_from_the_service_and_from_the_archive(
    server, sample_archive, generation, has_batch
):
    start_over(server, generation=generation, batch=has_batch)
    parcel = sample_parcels(sample_archive)[3]
    request = season(Place.of_parcel(parcel.outline, parcel.id))

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        rest, stac = all_chips(request, service), all_chips(request, archive)

    assert_equal_chips(rest, stac)
    assert {chip.scales["B04"][1] for chip in rest} == {0.0, -0.1}
    np.testing.assert_array_equal(reflectance(rest[0], "B04"), reflectance(stac[0], "B04"))
    assert all(set(chip.provenance.readers.values()) == {"cbm"} for chip in rest)
    assert all(chip.provenance.bytes_read > 10_000 for chip in rest)


@pytest.mark.parametrize(
    ("lon", "lat", "size_m"), [(5.651, 52.687, 920), (5.672, 52.705, 60), (5.664, 52.694, 5120)]
)
def test_every_size_and_place_gives_the_same_pixels(server, sample_archive, lon, lat, size_m):
    request = season(Place(lon=lon, lat=lat), start="2022-03-08", end="2022-03-13", size_m=size_m)

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        assert_equal_chips(all_chips(request, service), all_chips(request, archive))


def test_level_1c_is_the_same_by_both_ways(server, sample_archive):
    request = season(start="2022-01-01", end="2022-07-01", bands=("B04", "B11"), level="LEVEL1C")

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        assert_equal_chips(all_chips(request, service), all_chips(request, archive))


def test_c42_beyond_the_tiles_edge_there_is_no_data_and_the_shape_stays(server, sample_archive):
    request = season(Place(lon=5.6275, lat=52.694), start="2022-03-08", end="2022-03-08")

    with a_source(server) as service, open_source(str(sample_archive)) as archive:
        rest, stac = all_chips(request, service), all_chips(request, archive)

    assert_equal_chips(rest, stac)
    assert rest[0].bands["B08"].shape == (128, 128)
    assert not rest[0].bands["B08"][:, 0].any()


def test_c52_a_scene_of_the_neighbouring_zone_is_brought_onto_the_same_grid(server):
    far = daily(2, first="2019-06-01", tile="32ULD")
    server.switch(products=made_up(*daily(2, first="2019-06-05"), *far))
    request = seed_request(bands=("B08", "SCL"))

    with a_source(server) as source:
        dates = all_chips(request, source)

    assert len({chip.grid for chip in dates}) == 1
    assert [chip.provenance.methods["B08"] for chip in dates] == ["nearest"] * 2 + ["window"] * 2
    assert all(chip.bands["B08"].all() for chip in dates)
    assert {body["chipsize"] for body in server.stats()["bodies"]} > {1280}


def test_what_the_largest_chip_of_another_zone_does_not_cover_is_told(server):
    server.switch(products=made_up(*daily(1), *daily(1, first="2019-01-02", tile="32ULD")))
    request = seed_request(start="2019-01-01", end="2019-01-02", size_m=5120)

    with a_source(server) as source:
        notes = {chip.scene.tile: chip.provenance.notes for chip in all_chips(request, source)}

    assert "corners" in notes["32ULD"][0]
    assert not notes["31UFU"]
