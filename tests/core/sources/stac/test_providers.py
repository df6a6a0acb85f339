"""The rows of the provider table, and addresses that people type."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sentinel2.bands import LEVELS
from cbm_chips.core.sources.registry import open_source
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import (
    PROVIDERS,
    preferred_order,
    typed_provider,
    without_secrets,
)
from tests.builders import a_request
from tests.stac_items import a_c1_item

NETWORK = Network(retries=2, retry_delay_s=0.01)


def a_source(provider, **others) -> StacSource:
    return StacSource(provider=provider, network=NETWORK, **others)


def test_the_first_choice_is_collection_1():
    assert PROVIDERS["earth-search"].collections["LEVEL2A"] == (
        "sentinel-2-c1-l2a",
        "sentinel-2-pre-c1-l2a",
        "sentinel-2-l2a",
    )


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=lambda row: row.id)
def test_every_row_has_words_for_people_and_a_sane_page(provider):
    assert provider.title
    assert provider.note
    assert 1 <= provider.page_limit <= 100
    assert provider.levels
    assert set(provider.levels) | set(provider.refused) == set(LEVELS)


def test_connections_opened_ahead_go_to_https_hosts_of_known_catalogues_alone():
    hosts = {name: row.pixel_hosts for name, row in PROVIDERS.items()}
    assert all(host.startswith("https://") for row in hosts.values() for host in row)
    assert ON_AZURE.startswith(hosts["planetary-computer"])
    assert hosts["sample"] == typed_provider("https://stac.example/v1").pixel_hosts == ()


def test_a_refused_level_says_why_and_what_there_is():
    with pytest.raises(SourceError, match=r"requester-pays.*LEVEL2A"):
        PROVIDERS["earth-search"].check_level("LEVEL1C")


def test_slowness_is_told_beforehand():
    assert "slowly" in PROVIDERS["copernicus"].note


@pytest.mark.parametrize("known", ["https://earth-search.aws.element84.com/v1", "/v1/"])
def test_the_address_of_a_known_catalogue_is_its_row(known):
    url = known if known.startswith("http") else f"https://earth-search.aws.element84.com{known}"

    assert typed_provider(url) is PROVIDERS["earth-search"]


def test_a_typed_address_is_a_row_like_any_other():
    row = typed_provider("https://meadow.example/stac")

    assert (row.id, row.collections, row.signing) == ("https://meadow.example/stac", {}, "plain")
    assert row.levels == LEVELS
    assert typed_provider("/data/catalog.json", id="sample").title == PROVIDERS["sample"].title


def test_known_collections_come_first_in_an_unknown_catalogue():
    listed = ["zz-meadow", "sentinel-2-l2a", "sentinel-2-c1-l2a"]

    assert preferred_order(listed, "LEVEL2A") == (
        "sentinel-2-c1-l2a",
        "sentinel-2-l2a",
        "zz-meadow",
    )


def test_login_and_query_of_a_typed_address_are_shown_nowhere():
    source = a_source(typed_provider("https://me:secret@meadow.example/stac?key=secret"))

    shown = f"{source!r} {source.identity} {source._provider!r}"

    assert "secret" not in shown
    assert source.identity.startswith("https://meadow.example/stac?")


def test_catalogues_that_differ_in_their_query_are_two():
    ones = (a_source(typed_provider(f"https://meadow.example/stac{end}")) for end in ENDS)
    assert len({one.identity for one in ones}) == len(ENDS)


ENDS = ("", "?set=a", "?set=b", "?set=a&key=1")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("cbm+https://me:sec/ret@host/cbm", "cbm+https://host/cbm"),
        ("https://me:sec?r/et@host/stac", "https://host/stac"),
        ("https://host:8080/@me/a@b", "https://host:8080/@me/a@b"),
        ("https://[::1]:8080/a@b", "https://[::1]:8080/a@b"),
    ],
)
def test_a_login_with_odd_signs_is_shown_nowhere_and_a_path_stays_whole(typed, shown):
    assert without_secrets(typed) == shown


def test_login_and_query_of_a_typed_address_come_into_no_scene():
    source = a_source(typed_provider("https://me:secret@meadow.example/stac?key=secret"))
    answer = json.dumps({"items": [a_c1_item()], "collections": [], "notes": []}).encode()

    (scene,) = source.parse(answer, a_request(5.664, 52.694)).scenes

    assert scene.provider == "https://meadow.example/stac"
    assert "secret" not in repr(scene)


def test_a_login_opens_the_files_of_the_catalogues_own_host_and_no_others():
    typed = a_source(typed_provider("https://me:se%40cret@meadow.example/stac"))
    given = a_source(
        typed_provider("https://meadow.example/stac"),
        credentials={"authorization": "Basic bWU6c2VAY3JldA=="},
    )
    bearer = a_source(
        typed_provider("https://meadow.example/stac"), credentials={"Authorization": "Bearer t0"}
    )

    for source in (typed, given):
        own = source.access(Asset("B04", "https://meadow.example/B04.tif"))
        other = source.access(Asset("B04", "https://hill.example/B04.tif"))
        assert own.headers == {"Authorization": "Basic bWU6c2VAY3JldA=="}
        assert own.url == "https://meadow.example/B04.tif"
        assert dict(other.headers) == {}
        assert "se@cret" not in repr(own) + repr(source)
    own = bearer.access(Asset("B04", "https://meadow.example/B04.tif"))
    assert own.headers == {"Authorization": "Bearer t0"}


def test_a_proxys_login_is_in_no_text():
    network = Network(proxy_url="http://me:secret@proxy:8080", proxy_userpwd="me:secret")

    assert "secret" not in repr(network)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("HTTPS://meadow.example/stac", "HTTPS://meadow.example/stac"),
        ("file:///tmp", "file:///tmp"),
    ],
)
def test_a_url_is_known_as_one_however_it_is_written(typed, url):
    assert open_source(typed)._provider.url == url


ON_AZURE = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/31/U/FU/B04.tif"
