"""Whatever a place or a request is made of, it is valid or refused in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import MISSION_START, ChipRequest, Place
from cbm_chips.core.sentinel2.bands import BANDS, LEVELS

PLACE = Place(lon=5.2, lat=52.78)
REQUEST = {"start": "2020-03-01", "end": "2020-03-14", "bands": ("B04",)}
junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.binary(max_size=4),
    st.dates(),
    st.datetimes(),
    st.complex_numbers(),
    st.sampled_from([*BANDS, *LEVELS, "2020-01-01", "2020-02-30"]),
)
anything = st.recursive(junk, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner))


def made_or_refused(make, **fields):
    """What `make` makes of the fields, or the `RequestError` it refuses them with."""
    try:
        return make(**fields)
    except RequestError as error:
        return error


@given(lon=anything, lat=anything, outline=st.none() | anything)
def test_any_place_is_either_valid_or_refused_in_words(lon, lat, outline):
    place = made_or_refused(Place, lon=lon, lat=lat, outline=outline)
    if isinstance(place, RequestError):
        assert place.field in ("lon", "lat", "outline")
    else:
        assert -180 <= place.lon <= 180
        assert -90 <= place.lat <= 90


FIELDS = ("place", "start", "end", "bands", "size_m", "level", "max_scene_cloud_pct")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, anything)))
def test_any_request_is_either_valid_or_refused_in_words(fields):
    request = made_or_refused(ChipRequest, **{"place": PLACE, **REQUEST, **fields})
    if isinstance(request, RequestError):
        assert request.field in FIELDS
        assert request.allowed in str(request)
    else:
        assert request.first_day <= request.last_day
        assert request.size_m % 20 == 0
        assert set(request.bands) <= set(BANDS)
        assert request.level in LEVELS


DAYS = st.dates(min_value=MISSION_START)
BANDS_OF_2A = sorted(name for name, band in BANDS.items() if "LEVEL2A" in band.levels)


@given(
    lon=st.floats(-180, 180),
    lat=st.floats(-80, 84),
    days=st.tuples(DAYS, DAYS).map(sorted),
    twenties=st.integers(1, 256),
    bands=st.lists(st.sampled_from(BANDS_OF_2A), min_size=1, unique=True),
    cloud_pct=st.floats(0, 100),
)
def test_what_is_allowed_is_accepted_and_kept(lon, lat, days, twenties, bands, cloud_pct):
    request = ChipRequest(
        Place(lon=lon, lat=lat),
        start=str(days[0]),
        end=days[1],
        bands=bands,
        size_m=20 * twenties,
        max_scene_cloud_pct=cloud_pct,
    )
    assert (request.first_day, request.last_day) == tuple(days)
    assert request.bands == tuple(bands)
    assert (request.size_m, request.max_scene_cloud_pct) == (20 * twenties, cloud_pct)
