"""Addresses of CbM servers as people type them, and the paths of their files."""

from __future__ import annotations

import pytest

from cbm_chips.core import ReadError, RequestError, open_source
from cbm_chips.core.sources.cbm_rest import CbmSource
from cbm_chips.core.sources.cbm_rest.wire.address import ServerAddress, read_address


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("cbm+https://cbm.example", "https://cbm.example"),
        ("cbm+https://CBM.example/", "https://cbm.example"),
        ("cbm+https://cbm.example:8443/cbm/", "https://cbm.example:8443/cbm"),
        ("cbm+http://cbm.example//cbm//query/", "http://cbm.example/cbm"),
    ],
)
def test_c54_an_address_ends_without_slash_and_query(typed, root):
    address, login = read_address(typed)

    assert (address.root, login) == (root, {})
    assert address.endpoint("info") == f"{root}/query/info"


def test_a_login_in_the_address_is_taken_apart_and_never_shown():
    source = open_source("cbm+https://tester:s%40cret@cbm.example/p?key=1")

    assert isinstance(source, CbmSource)
    assert source.identity == "cbm+https://cbm.example/p"
    assert "cret" not in repr(source) + repr(source.service) + repr(vars(source.service.address))
    assert read_address("cbm+https://a:b@c.example")[1] == {"Authorization": "Basic YTpi"}


@pytest.mark.parametrize(
    "typed",
    ["cbm+", "cbm+https://", "cbm+ftp://u:pw@h", "cbm+https://u:pw@h:x/", "cbm+https://u:1/pw@h"],
)
def test_an_address_that_is_none_is_refused_without_its_login(typed):
    with pytest.raises(RequestError) as caught:
        open_source(typed)
    assert "pw" not in str(caught.value)


@pytest.mark.parametrize(
    "path",
    ["/static/tmp/E5_6/a.tif", "static//tmp/E5_6/a.tif", "https://h.example/static/tmp/E5_6/a.tif"],
)
def test_c33_paths_come_down_to_one_address(path):
    assert (
        ServerAddress("https://h.example").file(path) == "https://h.example/static/tmp/E5_6/a.tif"
    )


@pytest.mark.parametrize("path", ["/static/a.tif", "/cbm/static/a.tif"])
def test_c54_files_lie_below_the_prefix(path):
    assert ServerAddress("https://h.example/cbm").file(path) == "https://h.example/cbm/static/a.tif"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "http://other.example/static/a.tif",
        "https://h.example:444/a.tif",
        "http://h.example/a.tif",
        "https://u:p@other.example/a.tif",
        "file:///etc/passwd",
        "/static/../../etc/passwd",
        "/static/%2e%2e/a.tif",
        "/static/..%2Fa.tif",
        "/static/..\\a.tif",
        "/static/a.tif?x=1",
        "/static/a.tif#x",
        "/static/a\r\nHost: x/a.tif",
        "/static/ a.tif",
        "https://[::1/a.tif",
    ],
)
def test_evil_paths_are_refused(path):
    with pytest.raises(ReadError):
        ServerAddress("https://h.example").file(path)


def test_two_slashes_do_not_name_another_host():
    assert (
        ServerAddress("https://h.example")
        .file("//evil.example/a.tif")
        .startswith("https://h.example/")
    )
