"""Where the files that a catalogue lists may be opened, and how."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import PROVIDERS, typed_provider
from cbm_chips.core.sources.stac.static_catalog import absolute, read_path, web_self

NETWORK = Network(retries=2, retry_delay_s=0.01)


def a_source(provider, **others) -> StacSource:
    return StacSource(provider=provider, network=NETWORK, **others)


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
