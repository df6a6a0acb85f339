"""Statistics of a parcel over time, as a CbM server extracted them."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from cbm_chips.core import RequestError
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Dataset, time_series
from cbm_chips.core.sources.cbm_rest.wire.responses import ColumnTable
from tests.cbm import a_source, start_over

MS = Dataset("MS", "2020")


@pytest.fixture
def service(server):
    with a_source(server) as source:
        yield source.service


@pytest.fixture(scope="module")
def known(sample_archive):
    """The parcel in the sample's middle."""
    return sample_parcels(sample_archive)[0]


@pytest.mark.parametrize("column", ["date_part", "extract"])
def test_c11_a_series_by_time_with_class_counts(server, known, column):
    start_over(server, date_column=column)

    with a_source(server) as source:
        series = time_series(source.service, Dataset("ms", "2022"), known.id)

    assert series.kind == "s2"
    assert series.columns[:3] == ("acquired", "band", "count")
    times = [row[0] for row in series.rows]
    assert times == sorted(times)
    assert all(isinstance(time, datetime) and time.tzinfo is timezone.utc for time in times)
    counts = series.rows[0][series.columns.index("hist")]
    assert all(isinstance(key, int) and 0 <= key <= 11 for key in counts)


@pytest.mark.parametrize("kind", ["bs", "c6", "scl"])
def test_the_other_kinds_of_series(service, known, kind):
    series = time_series(service, Dataset("ms", "2022"), known.id, kind=kind)

    assert series.rows
    assert ("hist" in series.columns) == (kind == "scl")
    assert series.columns[0] == "acquired"
    assert {len(row) for row in series.rows} == {len(series.columns)}


def test_class_counts_are_dated_once_for_each_acquisition(service, known):
    bands = time_series(service, Dataset("ms", "2022"), known.id)
    counts = time_series(service, Dataset("ms", "2022"), known.id, kind="scl")

    place = bands.columns.index("hist")
    fullest = {}
    for row in bands.rows:
        before = fullest.get(row[0], {})
        fullest[row[0]] = max(before, row[place], key=lambda counts: sum(counts.values()))
    assert counts.columns == ("acquired", "hist")
    assert counts.rows == tuple(fullest.items())
    assert len(counts.rows) == 36
    assert counts.notes == ("2 observations of the same second, with fewer pixels, are left out",)
    apart = {(row[0], row[1], row[bands.columns.index("reference")]) for row in bands.rows}
    assert len(apart) == len(bands.rows) == 38 * 6


def test_class_counts_without_a_time_come_as_the_server_gives_them():
    class Undated:
        identity = "cbm+https://odd.example"

        def table(self, name, asked):
            if asked["tstype"] == "scl":
                return ColumnTable(("obsid", "hist"), ({"obsid": 1, "hist": {"4": 187}},))
            return ColumnTable(("date_part", "band", "hist"), ())

    series = time_series(Undated(), MS, "1", kind="scl")

    assert (series.columns, series.rows) == (("obsid", "hist"), ((1, {4: 187}),))


def test_c12_a_parcel_without_observations(service):
    series = time_series(service, Dataset("ms", "2022"), "nobody")

    assert series.rows == ()
    assert series.columns[0] == "acquired"


def test_a_kind_that_is_none(service):
    with pytest.raises(RequestError, match="s2, bs, c6, scl"):
        time_series(service, MS, "1", kind="S2")
