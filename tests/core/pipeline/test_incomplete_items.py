"""Items with half of their assets: the same acquisition in the second collection gives the date."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import Chip, ChipRequest, FailedChip, Place, extract_chips
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import Provider
from tests.core.pipeline.test_twins import LAT, LON, an_item
from tests.core.pipeline.test_twins import NEW as FIRST
from tests.core.pipeline.test_twins import OLD as SECOND
from tests.servers.process import ServerProcess

COLLECTIONS = {FIRST: "sentinel-2-c1-l2a", SECOND: "sentinel-2-l2a"}
BANDS = ("B04", "B08", "SCL")


@pytest.fixture
def listed(tmp_path):
    """What an API lists of one acquisition, of each collection; files lie on this computer."""
    return {name: an_item(tmp_path, name) for name in (FIRST, SECOND)}


@pytest.fixture
def date_of(tmp_path):
    """The one date of a server that lists these items."""

    def read(items, **asked):
        for name, item in items.items():
            item["collection"] = COLLECTIONS[name]
        (tmp_path / "items.json").write_text(json.dumps(list(items.values())))
        request = ChipRequest(
            Place(LON, LAT), start="2022-06-01", end="2022-06-30", size_m=640, bands=BANDS, **asked
        )
        with (
            ServerProcess("range_files", tmp_path) as files,
            ServerProcess(
                "stac_api", tmp_path / "items.json", "--asset-base", f"{files.url}/"
            ) as api,
            StacSource(
                provider=Provider(
                    "made", "Made", api.url, {"LEVEL2A": tuple(COLLECTIONS.values())}
                ),
                network=Network(retries=0),
            ) as source,
        ):
            (found,) = extract_chips(request, source, cache=None)
        return found

    return read


def without(item, *bands):
    return {**item, "assets": {k: one for k, one in item["assets"].items() if k not in bands}}


def test_the_first_collection_is_read_where_it_is_complete(listed, date_of):
    chip = date_of(listed)
    assert chip.scene.id == FIRST
    assert not chip.scene.note


@pytest.mark.parametrize("lost", [("B04",), ("SCL",), ("B08", "SCL")])
def test_an_item_without_files_is_replaced_and_that_is_told(listed, date_of, lost):
    chip = date_of({**listed, FIRST: without(listed[FIRST], *lost)})
    assert isinstance(chip, Chip)
    assert (chip.scene.id, set(chip.bands), chip.failures) == (SECOND, set(BANDS), {})
    (note,) = [one for one in chip.provenance.notes if FIRST in one]
    assert note == (
        f"{FIRST} of sentinel-2-c1-l2a lists no file of {', '.join(sorted(lost, key=_order))}: "
        f"{SECOND} of the same acquisition is read"
    )


def _order(band):
    return ("SCL", "B04", "B08").index(band)


@pytest.mark.parametrize("lost", [BANDS, ("B04", "B08", "SCL")])
def test_an_item_without_any_file_is_no_second_date(listed, date_of, lost):
    chip = date_of({**listed, FIRST: without(listed[FIRST], *lost)})
    assert isinstance(chip, Chip)
    assert chip.scene.id == SECOND
    assert any(FIRST in note and SECOND in note for note in chip.provenance.notes)


def test_an_item_without_any_file_and_without_a_twin_says_why(listed, date_of):
    only = {FIRST: without(listed[FIRST], *BANDS)}
    found = date_of(only)
    assert isinstance(found, FailedChip)
    assert "no file of a band" in found.reason


def test_what_another_band_lacks_does_not_matter(listed, date_of):
    listed[FIRST]["assets"]["B11"] = dict(listed[FIRST]["assets"]["B08"])
    del listed[SECOND]["assets"]["B08"]
    assert date_of(listed).scene.id == FIRST


def test_of_two_incomplete_items_the_one_with_more_is_read(listed, date_of):
    chip = date_of(
        {FIRST: without(listed[FIRST], "B04", "SCL"), SECOND: without(listed[SECOND], "B04")}
    )
    assert chip.scene.id == SECOND
    assert set(chip.failures) == {"B04"}
