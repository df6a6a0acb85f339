"""Parcels of a CbM server: found, chosen, outlined; and the faults that are told."""

from __future__ import annotations

import pytest

from cbm_chips.core import RequestError, SourceError
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import (
    Dataset,
    offered_areas,
    parcel_by_id,
    parcels_at,
)
from cbm_chips.core.sources.cbm_rest.wire.responses import LoginRefused
from tests.cbm import a_source, asked, start_over

MS = Dataset("MS", "2020")


@pytest.fixture
def service(server):
    with a_source(server) as source:
        yield source.service


@pytest.fixture(scope="module")
def known(sample_archive):
    """The parcel in the sample's middle."""
    return sample_parcels(sample_archive)[0]


def inside(parcel) -> dict[str, float]:
    point = parcel.outline.representative_point()
    return {"lon": point.x, "lat": point.y}


def test_areas_are_offered_as_the_login_may_ask(service):
    areas = {area.aoi: area for area in offered_areas(service)}

    assert areas.keys() == {"ms", "nl"}
    assert "2020" in areas["ms"].years
    assert areas["ms"].ptypes == ("b",)
    assert {"s2", "bs"} <= set(areas["ms"].time_series)
    assert len(areas["ms"].id_examples) == 5


def test_c03_c07_a_parcel_at_a_point_with_its_outline(service, known):
    (parcel,) = parcels_at(service, MS, **inside(known))

    assert (parcel.pid, parcel.crop_name, parcel.crop_code) == (
        known.id,
        known.crop_name,
        known.crop_code,
    )
    assert parcel.area_m2 == pytest.approx(known.area_ha * 1e4, rel=0.02)
    assert parcel.place.label == known.id
    assert parcel.place.details == f"{known.crop_name}, {parcel.area_m2 / 1e4:.3g} ha"
    mine, theirs = to_grid_crs(parcel.place.outline, 32631), to_grid_crs(known.outline, 32631)
    assert mine.symmetric_difference(theirs).area < 0.01 * theirs.area


def test_a_parcel_by_its_id_is_the_same(service, known):
    assert parcel_by_id(service, MS, known.id) == parcels_at(service, MS, **inside(known))[0]


def test_c04_no_parcel_here_is_no_error(service):
    assert parcels_at(service, MS, lon=7.0, lat=51.0) == ()
    assert parcel_by_id(service, MS, "nobody") is None


def test_c06_parcels_that_overlap_all_come(service, known):
    blocks = Dataset("ms", "2020", "b")

    found = parcels_at(service, blocks, **inside(known))

    assert found
    assert all(parcel.place.outline.intersects(known.outline) for parcel in found)


def test_a_dataset_stored_in_utm_gives_degrees_as_well(service, known):
    (parcel,) = parcels_at(service, Dataset("nl", "2021"), **inside(known))

    assert parcel.place.outline.distance(known.outline) == 0.0
    assert parcel.crop_code == known.crop_code


def test_the_older_generation_is_understood(server, known):
    start_over(server, generation="dump")

    with a_source(server) as source:
        (parcel,) = parcels_at(source.service, MS, **inside(known))

    assert parcel.pid == known.id


def test_c55_the_point_is_sent_with_five_decimals(server, service):
    parcels_at(service, MS, lon=5.664251234, lat=52.694442345)

    assert "lon=5.66425&lat=52.69444" in asked(server, "parcelByLocation")[0]


def test_c08_a_dataset_that_is_not_there_is_told(service):
    with pytest.raises(SourceError, match="may have no parcels of ms 1999"):
        parcel_by_id(service, Dataset("ms", "1999"), "1")


def test_c05_a_failed_question_is_no_empty_answer(service):
    with pytest.raises(SourceError, match="could not carry out"):
        parcel_by_id(service, Dataset("ms", "2020", "zz"), "1")


def test_c02_an_area_of_somebody_else(service):
    with pytest.raises(SourceError, match="no right to this area"):
        parcel_by_id(service, Dataset("be", "2021"), "1")


def test_a_user_name_in_other_letters_gets_a_hint(server):
    login = {"Authorization": "Basic VGVzdGVyOnNlY3JldA=="}  # Tester:secret
    with a_source(server, credentials=login) as source, pytest.raises(SourceError, match="letters"):
        parcel_by_id(source.service, MS, "1")


def test_c01_no_login(server):
    with a_source(server, credentials=None) as source, pytest.raises(LoginRefused):
        offered_areas(source.service)


@pytest.mark.parametrize("fields", [("", "2020"), ("ms", "20"), ("ms", "2020", "b;")])
def test_c08_datasets_that_can_not_be_are_not_asked_for(fields):
    with pytest.raises(RequestError):
        Dataset(*fields)


def test_texts_that_could_be_commands_are_not_sent(server, service):
    with pytest.raises(RequestError, match="pid"):
        parcel_by_id(service, MS, "1' or '1'='1")
    with pytest.raises(RequestError, match="lat"):
        parcels_at(service, MS, lon=5.0, lat=95.0)

    assert server.stats()["queries"] == 0
