"""The newest date of a source at a place: two servers, one behind, one that fails."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date, timedelta

import pytest

from cbm_chips.core import ChipRequest, Place
from cbm_chips.core.errors import SourceError
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.freshness import (
    BEHIND_DAYS,
    EXPECTED_DAYS,
    REACHES_DAYS,
    Newest,
    freshest_beyond,
    is_overdue,
    newest_date,
)
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.servers.process import ServerProcess
from tests.stac_items import a_c1_item

TODAY = date(2026, 11, 30)
REQUEST = ChipRequest(
    Place(5.6, 52.7), "2026-11-01", "2026-11-30", ("B04",), max_scene_cloud_pct=10
)


def item_of(day):
    return a_c1_item(
        f"S2A_T31UFU_{day:%Y%m%d}T103210_L2A",
        properties={
            "datetime": f"{day}T10:36:34Z",
            "eo:cloud_cover": 99.0,
            "s2:product_uri": None,
            "s2:datatake_id": None,
            "s2:datastrip_id": None,
        },
    )


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """Catalogues whose newest dates are some days old."""
    with ExitStack() as stack:

        def serve(name, *ages):
            path = tmp_path_factory.mktemp(name) / "items.json"
            items = [item_of(TODAY - timedelta(days=age)) for age in ages]
            path.write_text(json.dumps(items))
            return stack.enter_context(ServerProcess("stac_api", path))

        yield {
            "fresh": serve("fresh", 3, 8, 13, -2),
            "behind": serve("behind", 18, 23),
            "far": serve("far", 60),
            "empty": serve("empty", 400),
        }


def newest_of(server):
    with StacSource(provider=typed_provider(server.url), network=Network(retries=0)) as source:
        return newest_date(REQUEST, source, until=TODAY)


@pytest.mark.parametrize(
    ("name", "age", "searches"),
    [("fresh", 3, 1), ("behind", 18, 1), ("far", 60, 2), ("empty", None, 2)],
)
def test_is_asked_in_few_small_searches_whatever_the_clouds(servers, name, age, searches):
    servers[name].reset()
    assert newest_of(servers[name]) == (None if age is None else TODAY - timedelta(days=age))
    assert servers[name].stats()["searches"] == searches


def test_of_a_server_that_fails_is_not_known(servers):
    servers["far"].switch(fail_first_n=99, fail_status=501)
    with pytest.raises(SourceError):
        newest_of(servers["far"])
    servers["far"].switch(fail_first_n=0)


@pytest.mark.parametrize(
    ("age", "is_so"), [(0, False), (EXPECTED_DAYS, False), (EXPECTED_DAYS + 1, True)]
)
def test_is_overdue_when_both_satellites_must_have_passed(age, is_so):
    assert is_overdue(TODAY - timedelta(days=age), until=TODAY) is is_so


def test_nothing_at_all_is_overdue():
    assert is_overdue(None, until=TODAY)


def aged(source, age):
    return Newest(source, None if age is None else TODAY - timedelta(days=age))


@pytest.mark.parametrize(
    ("own", "others", "ahead"),
    [
        (18, {"b": 3}, "b"),
        (18, {"b": 9, "c": 3}, "c"),
        (3 + BEHIND_DAYS, {"b": 3}, None),
        (4 + BEHIND_DAYS, {"b": 3}, "b"),
        (3, {"b": 18}, None),
        (18, {"b": None}, None),
        (None, {"b": sum(REACHES_DAYS) - 1}, "b"),
        (18, {"a": 3}, None),
    ],
)
def test_a_source_is_behind_by_more_than_a_few_days(own, others, ahead):
    found = freshest_beyond(aged("a", own), [aged(name, age) for name, age in others.items()])
    assert (found.source if found else None) == ahead
