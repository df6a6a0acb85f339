"""A file that has several addresses is read from the first that has it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from cbm_chips.core import ChipRequest, FailedChip, Place, extract_chips, open_source
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.alternate_addresses import AlternatesReader
from cbm_chips.core.reading.contract import Pixels, Read, ReadJob, open_plainly
from cbm_chips.core.reading.network import Network
from tests.builders import a_grid, write_tile
from tests.servers.process import ServerProcess
from tests.stac_items import a_c1_item

PLACE = Place(4.541, 53.21)
REQUEST = ChipRequest(PLACE, "2020-03-01", "2020-03-31", bands=("B04",), level="LEVEL2A")
HURRIED = Network(retries=0, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)


class Shelf:
    """Reads what lies at some addresses."""

    def __init__(self, *there):
        self.there, self.asked = there, []

    def read_all(self, jobs, access):
        for job in jobs:
            yield None
            self.asked.append(job.asset.href)
            if job.asset.href in self.there:
                yield Read(job, Pixels(np.ones((1, 1)), "window", job.asset.href))
            else:
                yield Read(job, error=ReadError(f"{job.asset.href} is not there"))


def a_job(*hrefs):
    return ReadJob(Asset("B04", hrefs[0], alternates=tuple(hrefs[1:])), a_grid())


def test_further_addresses_are_asked_only_where_the_first_fails():
    jobs = [a_job("a", "b", "c"), a_job("d", "e"), a_job("f"), a_job("g", "h")]
    shelf = Shelf("c", "d", "h")

    reads = [read for read in AlternatesReader(shelf).read_all(jobs, open_plainly) if read]

    assert shelf.asked == ["a", "d", "f", "g", "b", "h", "c"]
    found = {jobs.index(read.job): read.pixels and read.pixels.reader for read in reads}
    assert found == {0: "c", 1: "d", 2: None, 3: "h"}


def test_where_all_fail_the_first_failure_is_told():
    (read,) = filter(None, AlternatesReader(Shelf()).read_all([a_job("a", "b")], open_plainly))

    assert str(read.error) == "a is not there"


FIRST = [
    "s3://nobody-has-such-a-bucket/B04.tif",
    "s3://eodata/B04.tif",
    "gs://box/B04.tif",
    "file:///any/B04.tif",
    "/vsicurl/http://127.0.0.1:9/B04.tif",
    "{url}/gone/B04.tif",
    "http://127.0.0.1:9/B04.tif",
    "https://[half/B04.tif",
    "https://a..b/B04.tif",
]


def an_item_of(day, first, url):
    """Of its own date, with one wrong address and a right one."""
    date = f"202003{day:02}"
    item = json.loads(json.dumps(a_c1_item("one")).replace("20200305", date))
    told = {"datetime": f"2020-03-{day:02}T10:36:34Z"}
    asset = {"href": first.format(url=url), "alternate": {"any": {"href": f"{url}/B04.tif"}}}
    asset["alternate"]["odd"] = 7
    return {
        **item,
        "id": f"{day}",
        "properties": {**item["properties"], **told},
        "assets": {"B04": asset},
    }


@pytest.mark.parametrize("with_cache", [False, True])
def test_an_open_alternate_is_read_whatever_is_wrong_with_the_first(tmp_path, with_cache):
    write_tile(tmp_path / "B04.tif", np.full((600, 600), 700, np.uint16))
    with ServerProcess("range_files", tmp_path) as server:
        items = [an_item_of(day, first, server.url) for day, first in enumerate(FIRST, start=1)]
        catalog = {"type": "FeatureCollection", "features": items}
        (tmp_path / "catalog.json").write_text(json.dumps(catalog))
        cache = ChipCache(tmp_path / "cache") if with_cache else None
        with open_source(server.url + "/catalog.json", network=HURRIED) as source:
            results = list(extract_chips(REQUEST, source, cache=cache))

    assert [one.reason for one in results if isinstance(one, FailedChip)] == []
    assert len(results) == len(FIRST)
    assert {value for one in results for value in np.unique(one.bands["B04"])} == {700}


def test_an_alternate_that_asks_for_a_login_of_its_own_is_not_tried(tmp_path):
    guarded = {"https": {"href": "https://m.example/B04.tif", "auth:refs": ["oidc"]}}
    asset = {"href": "s3://eodata/B04.jp2", "alternate": guarded}
    item = {**a_c1_item("one"), "assets": {"B04": asset}}
    (tmp_path / "items.json").write_text(json.dumps(item))

    with open_source(str(tmp_path / "items.json")) as source:
        (scene,) = source.parse(source.fetch(REQUEST), REQUEST).scenes

    assert scene.assets["B04"].alternates == ()
