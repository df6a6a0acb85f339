"""Parcels of the same crop around one, as a CbM server names them."""

from __future__ import annotations

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import Dataset
from cbm_chips.core.sources.cbm_rest.parcel_data.peers import parcel_peers
from cbm_chips.core.sources.cbm_rest.wire.responses import ColumnTable
from tests.cbm import a_source

MS = Dataset("MS", "2020")


@pytest.fixture
def service(server):
    with a_source(server) as source:
        yield source.service


def test_the_nearest_of_the_crop_come_first(service, sample_archive):
    parcels = {one.id: one for one in sample_parcels(sample_archive)}
    own = next(iter(parcels.values()))
    peers = parcel_peers(service, MS, own.id, within_m=1000, most=5)
    assert 0 < len(peers) <= 5
    assert {parcels[one.pid].crop_name for one in peers} == {own.crop_name}
    assert own.id not in {one.pid for one in peers}
    far = [one.distance_m for one in peers]
    assert far == sorted(far)
    assert far[-1] <= 1000


def test_a_parcel_that_the_server_has_not_has_none(service):
    assert parcel_peers(service, MS, "0", within_m=1000, most=5) == ()


class Answering:
    """As much of a service as is asked, with rows of a server of another mind."""

    identity = "server"

    def __init__(self, *rows):
        self._rows = rows
        self.asked = {}

    def table(self, name, asked):
        self.asked = {"name": name, **asked}
        columns = tuple(dict.fromkeys(name for row in self._rows for name in row))
        return ColumnTable(columns, self._rows)


def test_rows_without_sense_and_those_too_far_are_left_out():
    odd = Answering(
        {"pids": "007", "distance": "12.5"},
        {"pids": None, "distance": 3},
        {"pids": "b", "distance": "far"},
        {"pids": "c", "distance": 5000},
        {"pids": "own", "distance": 0},
        {"ogc_fid": 9, "distance": 4},
    )
    peers = parcel_peers(odd, MS, "own", within_m=1000, most=10)
    assert [(one.pid, one.distance_m) for one in peers] == [("9", 4.0), ("007", 12.5)]
    assert odd.asked["distance"] == "1000"
    assert odd.asked["max"] == "10"


def test_nothing_but_odd_rows_is_an_odd_answer():
    with pytest.raises(SourceError, match="odd neighbours"):
        parcel_peers(Answering({"x": 1}), MS, "own", within_m=1000, most=10)
