"""The SCL of dates already listed is read while the search runs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cbm_chips.core.pipeline.searching.prefetch import PREFETCH_THREAD_NAME
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.core.pipeline.sample_runs import HURRIED, a_request, chips_of, results_of
from tests.effort import in_turns
from tests.new_threads import NewThreads


class InPages(StacSource):
    """The rest of the answer comes when there is no more to be read of the first page."""

    def fetch_in_parts(self, request):
        *parts, whole = super().fetch_in_parts(request)
        self.parts = parts
        for part in parts:
            new_threads = NewThreads()
            yield part
            new_threads.join(PREFETCH_THREAD_NAME)
            self.seen = self.files.stats()
        yield whole


def a_paged_source(servers, *, page_limit):
    provider = replace(typed_provider(servers.api.url), page_limit=page_limit)
    source = InPages(provider=provider, network=HURRIED)
    source.files = servers.files
    return source


@pytest.mark.parametrize(
    ("changes", "is_cached"),
    in_turns([{}, {"clear_only": True}, {"one_per_date": True}], [False, True]),
    ids=str,
)
def test_the_first_pages_scl_is_read_while_the_next_page_loads_and_only_once(
    servers, parcel, cache, changes, is_cached
):
    request = a_request(parcel, bands=("B08", "B04"), **changes)
    kept = cache if is_cached else None
    with a_paged_source(servers, page_limit=100) as source:
        expected = chips_of(results_of(request, source))
        assert source.parts == []
    in_one_page = servers.files.stats()["by_path"]
    servers.reset()
    with a_paged_source(servers, page_limit=3) as source:
        chips = chips_of(results_of(request, source, kept))
    assert all("SCL" in path for path in source.seen["by_path"])
    assert 0 < len(source.seen["by_path"]) < len(in_one_page)
    requests = {path: row["requests"] for path, row in servers.files.stats()["by_path"].items()}
    assert requests == {path: row["requests"] for path, row in in_one_page.items()}
    assert [chip.scene for chip in chips] == [chip.scene for chip in expected]
    for one, other in zip(chips, expected):
        assert (one.flag, one.histogram) == (other.flag, other.histogram)
        np.testing.assert_array_equal(one.bands["B08"], other.bands["B08"])


def test_what_the_cache_holds_is_not_read_ahead(servers, parcel, cache, monkeypatch):
    with a_paged_source(servers, page_limit=3) as source:
        known = chips_of(results_of(a_request(parcel), source, cache))
        monkeypatch.setattr("cbm_chips.core.pipeline.searching.search.FRESH_SEARCH_S", 0.0)
        servers.reset()
        again = chips_of(results_of(a_request(parcel), source, cache))
    assert servers.pixel_requests() == 0
    assert [chip.scene for chip in again] == [chip.scene for chip in known]
