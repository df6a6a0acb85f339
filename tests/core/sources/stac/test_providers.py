"""The rows of the provider table, and how their files are opened."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import SourceError, SourceUnreachable
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
from cbm_chips.core.sources.stac.sas_tokens import SasTokens, unsigned
from cbm_chips.core.sources.stac.static_catalog import absolute, read_path, web_self
from tests.builders import a_request
from tests.servers.process import ServerProcess
from tests.servers.scripted import trickling
from tests.stac_items import a_c1_item

NETWORK = Network(retries=2, retry_delay_s=0.01)
ON_AZURE = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2/31/U/FU/B04.tif"


def a_source(provider, **others) -> StacSource:
    return StacSource(provider=provider, network=NETWORK, **others)


def a_clock(now=1_000_000.0):
    """A clock that a test sets by hand."""
    time = {"now": now}

    def clock() -> float:
        return time["now"]

    clock.set = lambda value: time.update(now=value)
    return clock


def an_office(*, clock, lifetime_s=2700):
    """Hands out numbered tokens and remembers who asked."""
    from datetime import datetime, timezone

    asked: list[str] = []

    def ask(url):
        asked.append(url)
        expiry = datetime.fromtimestamp(clock() + lifetime_s, timezone.utc)
        return {"token": f"sig=number-{len(asked)}", "msft:expiry": expiry.isoformat()}

    return ask, asked


# --- rows


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


# --- signatures


def test_one_token_serves_all_files_of_a_container_until_five_minutes_before_its_end():
    clock = a_clock()
    ask, asked = an_office(clock=clock)
    tokens = SasTokens(ask, token_url="https://office/token", clock=clock)

    def sign():
        return tokens.sign("https://a/1.tif", ("account", "box"), renew=False)

    assert sign() == "https://a/1.tif?sig=number-1"
    tokens.sign("https://a/2.tif", ("account", "box"), renew=False)
    clock.set(clock() + 2700 - 301)
    assert sign().endswith("number-1")
    clock.set(clock() + 2)
    assert sign().endswith("number-2")
    assert asked == ["https://office/token/account/box"] * 2


def test_many_threads_that_are_refused_together_renew_once():
    clock = a_clock()
    ask, asked = an_office(clock=clock)
    tokens = SasTokens(ask, token_url="https://office", clock=clock)
    files = [f"https://a/{number}.tif" for number in range(16)]
    for file in files:
        tokens.sign(file, ("account", "box"), renew=False)

    signed = []
    threads = [
        threading.Thread(
            target=lambda file=file: signed.append(
                tokens.sign(file, ("account", "box"), renew=True)
            )
        )
        for file in files
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(asked) == 2
    assert all(url.endswith("number-2") for url in signed)


def test_an_office_that_does_not_answer_costs_all_files_what_it_costs_the_first():
    clock, asked = a_clock(), []

    def ask(url):
        asked.append(url)
        clock.set(clock() + 60)
        raise SourceUnreachable("no answer within 60 s")

    tokens = SasTokens(ask, token_url="https://office", clock=clock)

    def fails(container):
        with pytest.raises(SourceUnreachable, match="60 s"):
            tokens.sign("https://a/1.tif", ("account", container), renew=False)

    began = clock()
    for _ in range(70):
        fails("box")
    assert (len(asked), clock() - began) == (1, 60)
    fails("another")
    assert len(asked) == 2
    clock.set(clock() + 61)
    fails("box")
    assert len(asked) == 3


def test_a_signature_that_one_run_gave_up_is_asked_for_by_the_next():
    clock, stop = a_clock(), Cancellation()

    def ask(url):
        if not stop.is_cancelled:
            stop.cancel()
            clock.set(clock() + 60)
            raise SourceUnreachable("given up")
        return {"token": "sig=x"}

    tokens = SasTokens(ask, token_url="https://office", clock=clock)
    with stop.for_this_thread(), pytest.raises(SourceUnreachable):
        tokens.sign("https://a/1.tif", ("account", "box"), renew=False)
    assert tokens.sign("https://a/1.tif", ("account", "box"), renew=False).endswith("?sig=x")


@pytest.mark.parametrize("lifetime_s", [-3600, 0, 4, 60])
def test_a_short_lived_token_does_not_flood_the_server(lifetime_s):
    clock = a_clock()
    ask, asked = an_office(clock=clock, lifetime_s=lifetime_s)
    tokens = SasTokens(ask, token_url="https://office", clock=clock)

    for number in range(50):
        tokens.sign(f"https://a/{number}.tif", ("account", "box"), renew=False)

    assert len(asked) == 1


@pytest.mark.parametrize("answer", [None, [], {}, {"token": 7.5j}, {"token": ""}, "text"])
def test_an_answer_without_a_token_is_an_error_in_words(answer):
    tokens = SasTokens(lambda url: answer, token_url="https://office")

    with pytest.raises(SourceError, match="signature"):
        tokens.sign("https://a/1.tif", ("account", "box"), renew=False)


SIGNED = f"sv=2021-06-08&st=2030-01-01&se=2030-01-02&sr=c&sp=rl&sig={'a' * 43}="


def test_a_signature_the_catalogue_put_in_is_taken_out_where_we_sign_ourselves():
    assert unsigned("https://a/B04.tif?st=1&se=2&sv=3&sig=abc") == "https://a/B04.tif"
    assert unsigned("https://a/B04.tif?version=2") == "https://a/B04.tif?version=2"
    kept = "https://a/B04.tif?snapshot=2020-01-01"
    assert unsigned(f"{kept}&{SIGNED}") == kept
    openers = a_source(PROVIDERS["planetary-computer"])._asset_access
    others = "https://meadow.example/B04.tif"
    item = {
        "assets": {"B04": {"href": f"{ON_AZURE}?{SIGNED}"}, "B08": {"href": f"{others}?{SIGNED}"}}
    }
    assets = openers.unsigned(item)["assets"]
    assert assets["B04"]["href"] == ON_AZURE
    assert assets["B08"]["href"] == f"{others}?{SIGNED}"


def test_tokens_remember_who_had_the_present_one_only():
    tokens = SasTokens(
        lambda url: {"token": "sig=1", "msft:expiry": "1970-01-01T00:00:01Z"},
        token_url="https://office",
        clock=iter(range(0, 10**6, 1000)).__next__,
    )
    for number in range(100):
        tokens.sign(f"https://a/{number}.tif", ("account", "box"), renew=False)
    assert [len(token.holders) for token in tokens._tokens.values()] == [1]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    empty = tmp_path_factory.mktemp("office") / "items.json"
    empty.write_text(json.dumps([]))
    with ServerProcess("stac_api", empty) as server:
        yield server


@pytest.fixture
def planetary(office):
    office.reset()
    office.switch(sas_token="first/+=", sas_fail_first_n=0, sas_lifetime_s=2700)
    row = PROVIDERS["planetary-computer"]
    row = replace(row, url=office.url, token_url=f"{office.url}/api/sas/v1/token")
    return replace(row, signed_hosts=("127.0.0.1", *row.signed_hosts))


def test_files_are_signed_just_before_they_are_opened(office, planetary):
    with a_source(planetary) as source:
        asset = Asset("B04", ON_AZURE)
        assert source.access(asset).url == f"{ON_AZURE}?sig=first%2F%2B%3D"
        office.switch(sas_token="second")
        assert source.access(asset).url.endswith("first%2F%2B%3D")
        assert source.access(asset, renew=True).url == f"{ON_AZURE}?sig=second"
        assert "sig" not in asset.href + asset.identity + repr(source) + source.identity

    assert office.stats()["tokens_by_container"] == {"sentinel2l2a01/sentinel2-l2": 2}


def test_a_file_that_names_no_container_has_the_row_s(office, planetary):
    with a_source(planetary) as source:
        source.access(Asset("B04", "http://127.0.0.1:1/31/U/FU/B04.tif"))

    assert office.stats()["tokens_by_container"] == {"sentinel2l2a01/sentinel2-l2": 1}


def test_strangers_get_no_signature(office, planetary):
    with a_source(planetary) as source:
        url = source.access(Asset("B04", "https://meadow.example/B04.tif")).url

    assert url == "https://meadow.example/B04.tif"
    assert office.stats()["tokens"] == 0


def test_a_signature_that_nobody_waits_for_is_given_up():
    patient = replace(NETWORK, read_timeout_s=600)
    with trickling(b"", b"") as url:
        row = replace(PROVIDERS["planetary-computer"], url=url, token_url=url)
        source = StacSource(provider=row, network=patient)
        threading.Timer(0.2, source.close).start()
        for _ in range(2):  # nor is the next one asked for
            with pytest.raises(SourceError, match="given up"):
                source.access(Asset("B04", ON_AZURE))


def test_throttling_is_waited_for(office, planetary):
    office.switch(sas_fail_first_n=1, sas_fail_status=429)

    with a_source(planetary) as source:
        assert "sig=" in source.access(Asset("B04", ON_AZURE)).url

    assert office.stats()["tokens"] == 2


def test_a_refused_token_is_an_error_with_the_status(office, planetary):
    office.switch(sas_fail_first_n=1, sas_fail_status=401)

    with a_source(planetary) as source, pytest.raises(SourceError, match="401"):
        source.access(Asset("B04", ON_AZURE))


# --- S3


def test_copernicus_files_need_keys_and_get_their_end_point():
    asset = Asset("B04", "s3://eodata/Sentinel-2/B04_10m.jp2", media="jp2")
    keys = {"AWS_ACCESS_KEY_ID": "me", "AWS_SECRET_ACCESS_KEY": "word"}

    with pytest.raises(SourceError, match="AWS_SECRET_ACCESS_KEY"):
        a_source(PROVIDERS["copernicus"]).access(asset)
    access = a_source(PROVIDERS["copernicus"], credentials=keys).access(asset)

    assert access.url == asset.href
    assert access.options == {
        "AWS_S3_ENDPOINT": "eodata.dataspace.copernicus.eu",
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_HTTPS": "YES",
        **keys,
    }
    assert "word" not in repr(access)


def test_requester_pays_is_explained():
    asset = Asset("B04", "s3://sentinel-s2-l1c/tiles/31/U/FU/B04.jp2", media="jp2")

    with pytest.raises(SourceError, match="requester-pays"):
        a_source(PROVIDERS["earth-search"]).access(asset)


def test_public_buckets_need_no_keys():
    meadow = typed_provider("https://meadow.example/stac")

    known = a_source(meadow).access(Asset("B04", "s3://deafrica-sentinel-2/a b/B04.tif"))
    unknown = a_source(meadow).access(Asset("B04", "s3://meadow/B04.tif"))

    assert known.url == "https://deafrica-sentinel-2.s3.af-south-1.amazonaws.com/a%20b/B04.tif"
    assert (unknown.url, dict(unknown.options)) == (
        "s3://meadow/B04.tif",
        {"AWS_NO_SIGN_REQUEST": "YES"},
    )


def test_a_key_of_a_bucket_is_no_url():
    meadow = typed_provider("https://meadow.example/stac")

    known = a_source(meadow).access(Asset("B04", "s3://deafrica-sentinel-2/a#1/b?c%20/B04.tif"))
    unknown = a_source(meadow).access(Asset("B04", "S3://meadow/a#1/b?c/B04.tif"))

    host = "https://deafrica-sentinel-2.s3.af-south-1.amazonaws.com"
    assert known.url == f"{host}/a%231/b%3Fc%2520/B04.tif"
    assert unknown.url == "s3://meadow/a#1/b?c/B04.tif"


@pytest.mark.parametrize("href", ["abfs://box/B04.tif", "ftp://meadow.example/B04.tif"])
def test_other_addresses_are_refused_in_words(href):
    with pytest.raises(SourceError, match="open such an address"):
        a_source(typed_provider("/data")).access(Asset("B04", href))


@pytest.mark.parametrize("href", ["https://[half/B04.tif", "s3://[half/B04.tif"])
def test_broken_addresses_are_refused_in_words(href):
    with pytest.raises(SourceError, match="no address"):
        a_source(PROVIDERS["planetary-computer"]).access(Asset("B04", href))


@pytest.mark.parametrize("path", ["/data/B04.tif", r"C:\data\B04.tif", "https://m.example/B04.tif"])
def test_anything_else_is_opened_as_it_is(path):
    assert a_source(typed_provider("/data")).access(Asset("B04", path)).url == path


# --- what a server lists is on the web

ON_THIS_COMPUTER = [
    "/any/local.tif",
    "//host/share/x.tif",
    r"\\host\share\x.tif",
    "C:/secret.tif",
    r"C:\secret.tif",
    "file:///any.tif",
    "file://host/share/x.tif",
    "FILE:/any.tif",
    "/vsicurl/http://other.example/x.tif",
    "/vsizip/any.zip/x.tif",
    "vrt:///any.tif",
    "urn:any",
    "gs://box/x.tif",
    "data:image/tiff;base64,SUkqAA==",
    "ftp://m.example/x.tif",
    "relative.tif",
    "",
]


@pytest.mark.parametrize("href", ON_THIS_COMPUTER)
def test_a_source_on_the_web_opens_nothing_of_this_computer(href):
    for provider in (typed_provider("https://m.example/stac"), PROVIDERS["planetary-computer"]):
        with pytest.raises(SourceError, match=r"address|opened"):
            a_source(provider).access(Asset("B04", href))


@pytest.mark.parametrize("href", ON_THIS_COMPUTER[:-1])
@pytest.mark.parametrize("own", ["urn:x", "file:///x/item.json", "/x/item.json", "C:/x/i.json", ""])
@pytest.mark.parametrize("base", ["https://m.example/stac/item.json", "https://m.example/stac"])
def test_whatever_a_server_says_of_itself_its_files_are_on_the_web(href, own, base):
    item = {"links": [{"rel": "self", "href": own}], "assets": {"B04": {"href": href}}}
    asset = absolute(item, *web_self(item), base)["assets"]["B04"]

    for url in (asset["href"], *asset.get("cbm-chips:alternates", ())):
        for source in (a_source(typed_provider(base)), a_source(typed_provider("/data"))):
            try:
                opened = source.access(Asset("B04", url)).url
            except SourceError:
                continue
            assert urlsplit(opened)[:2] in (("https", "m.example"), ("https", "host"))


@pytest.mark.parametrize(
    "href",
    [
        f"https://{'a' * 64}.example/x.tif",
        "https://a..b/x.tif",
        "https://.example/x.tif",
        "https:///x.tif",
        "https://[bad/x",
        "http://[::zz]/x",
        "https://ex\u2100mple.com/x",
        "https://m.example:port/x",
        "https://m.example:99999/x",
        "https://m.exa mple/x",
        "s3://",
        "s3://bucket",
        "s3://bucket/",
        "s3:///key.tif",
        "s3://user:word@bucket/key.tif",
        "s3://-/key.tif",
        "s3://[half/key.tif",
    ],
)
def test_an_address_that_can_lead_nowhere_is_refused_before_anybody_is_asked(href):
    with pytest.raises(SourceError, match="no address"):
        a_source(typed_provider("https://m.example/stac")).access(Asset("B04", href))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "B04.tif")

    for path in (tmp_path / "B04.tif", os.devnull):
        with pytest.raises(SourceError, match="pipe or a device"):
            a_source(typed_provider("/data")).access(Asset("B04", str(path)))
    with pytest.raises(SourceError, match="no file"):
        read_path(str(tmp_path / "B04.tif"))
