"""One rule, for searches and pixels: what a server is, where its login may go, what is followed."""

from base64 import b64encode
from urllib.parse import SplitResult

import pytest

from cbm_chips.core.reading.file_urls import local_path
from cbm_chips.core.reading.origins import (
    UnsafeRedirect,
    ascii_host,
    is_same_origin,
    is_same_server,
    login_apart,
    may_have_login,
    redirect_target,
)

HOME = "https://home.example/v1"


@pytest.mark.parametrize(
    "place",
    ["[::zz]", "[::1", "[::1]home", "[\u0661::1]", "[home.example]", "[fe80::1%é]", "[127.0.0.1]"],
)
def test_in_brackets_there_is_an_ipv6_address_whatever_python_takes(place):
    with pytest.raises(ValueError, match="no host"):
        ascii_host(SplitResult("http", place, "/", "", ""))


@pytest.mark.parametrize("place", ["[::1]", "me:word@[::1]:8080", "[FE80::1%25]:"])
def test_an_ipv6_address_is_a_host(place):
    assert ascii_host(SplitResult("http", place, "/", "", "")) in {"::1", "fe80::1%25"}


@pytest.mark.parametrize(
    "url",
    [
        "https://home.example/other",
        "https://HOME.example:443/v1?key=1",
        "https://home.example",
    ],
)
def test_a_login_goes_to_its_own_origin(url):
    assert may_have_login(url, HOME)


@pytest.mark.parametrize(
    "url",
    [
        "http://home.example/v1",
        "https://home.example:8443/v1",
        "https://data.home.example/v1",
        "https://home.example@other.example/v1",
        "https://other.example\\@home.example/v1",
        "s3://home.example/v1",
        "/v1",
        "",
    ],
)
def test_a_login_goes_nowhere_else(url):
    assert not may_have_login(url, HOME)


def test_a_login_for_http_goes_to_https_of_the_same_host_and_not_back():
    assert may_have_login("https://home.example/", "http://home.example/")
    assert not may_have_login("https://home.example/", "http://home.example:8080/")
    assert not may_have_login("http://home.example/", "https://home.example/")


def test_http_and_https_are_one_server_on_their_own_ports_only():
    assert is_same_server(HOME, "http://home.example/")
    assert not is_same_origin(HOME, "http://home.example/")
    assert not is_same_server(HOME, "http://home.example:8080/")
    assert not is_same_server("/v1", "/v1")


@pytest.mark.parametrize("location", ["", "ftp://home.example/a", "file:///etc/passwd", "http://["])
def test_a_redirect_leads_to_the_web_or_nowhere(location):
    with pytest.raises(UnsafeRedirect):
        redirect_target("ftp://home.example" if location == "" else HOME, location)


def test_a_login_in_an_address_becomes_a_header():
    url, headers = login_apart("https://me:wo%2Frd@home.example/v1")

    assert url == "https://home.example/v1"
    assert headers == {"Authorization": f"Basic {b64encode(b'me:wo/rd').decode()}"}
    assert login_apart("https://home.example/me@home") == ("https://home.example/me@home", {})


def test_a_file_url_is_a_path_quoted_or_not(tmp_path):
    quoted, plain = tmp_path / "a b.tif", tmp_path / "a%20c.tif"
    for file in (quoted, plain):
        file.write_bytes(b"II")

    assert local_path(quoted.as_uri()) == str(quoted)
    assert local_path(f"FILE://localhost{tmp_path}/a%20b.tif") == str(quoted)
    assert local_path(f"file://{plain}") == str(plain)
    assert local_path("file:///C:/a.tif") == "C:/a.tif"
    assert local_path(str(plain)) == str(plain)
