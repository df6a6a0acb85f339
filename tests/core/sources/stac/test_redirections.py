"""Redirections of a search: never away from TLS, and no login goes with them elsewhere."""

from __future__ import annotations

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.reading.origins import UnsafeRedirect, origin_of, redirect_target
from cbm_chips.core.sources.http.urls import as_asked
from cbm_chips.core.sources.registry import open_source
from tests.core.sources.stac.searching import (
    COLLECTIONS,
    NETWORK,
    a_request,
    landing,
    page_of,
    search,
)
from tests.servers.scripted import scripted


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("http://m.example/v1/", "https://m.example/v1/"),
        ("http://m.example:80/v1/?a=1", "https://m.example/v1/?a=1"),
        ("/v1/", "https://m.example/v1/"),
        ("https://o.example/v1/", "https://o.example/v1/"),
    ],
)
def test_a_server_behind_a_proxy_that_thinks_it_is_asked_by_http_is_asked_by_https(target, there):
    assert redirect_target("https://m.example/v1", target) == there


@pytest.mark.parametrize("target", ["http://o.example/v1", "http://m.example:8080/v1"])
def test_no_redirection_leads_away_from_tls(target):
    with pytest.raises(UnsafeRedirect, match="from https to http"):
        redirect_target("https://m.example/v1", target)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirection_has_another_server_posted_to(status):
    with scripted({}) as other:
        script = {
            "/": (200, {}, landing()),
            "/collections": (200, {}, COLLECTIONS),
            "/search": (status, {"Location": other.url + "/containers/create"}, ""),
        }
        with scripted(script) as home, pytest.raises(SourceError, match="give its address"):
            search(home.url)

    assert other.asked == []


@pytest.mark.parametrize("between", ["\\@", "\\\\@", "?@", "#@", "/@", "%5c@", "\t@", ";@"])
@pytest.mark.parametrize("scheme", ["", "cbm+"])
def test_no_way_to_write_an_address_leads_a_login_astray(between, scheme):
    script = {}
    with scripted({}) as other, scripted(script) as home:
        astray = f"{other.url}{between}127.0.0.1:{home.server_port}/x"
        redirection = (302, {"Location": astray}, "")
        script.update({"/": redirection, "/query/info": redirection})
        address = scheme + home.url.replace("://", "://me:secret@")
        with open_source(address, network=NETWORK) as source, pytest.raises(SourceError):
            source.service.info() if scheme else source.fetch(a_request())

    assert any("Authorization" in headers for _, headers in home.asked)
    assert not any("Authorization" in headers for _, headers in other.asked)


def test_a_host_beyond_ascii_is_whom_it_is_asked_as():
    asked = as_asked("https://fa\N{LATIN SMALL LETTER SHARP S}.example/v1")

    assert origin_of(asked) != origin_of("https://fass.example/v1")


def test_no_netrc_replaces_the_login_that_was_given(tmp_path, monkeypatch):
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", str(file))
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page_of("a")),
    }
    with scripted(script) as server:
        search(server.url, credentials={"Authorization": "Bearer mine"})

    assert {headers["Authorization"] for _, headers in server.asked} == {"Bearer mine"}
