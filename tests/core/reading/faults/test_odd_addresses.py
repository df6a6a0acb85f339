"""Malformed addresses, redirects and logins end in words, each for its own file alone."""

from __future__ import annotations

import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.contract import Access
from cbm_chips.core.reading.failures import (
    PermanentFailure,
)
from cbm_chips.core.reading.origins import host_of
from cbm_chips.core.reading.retries import ReadError
from tests.core.reading.faults.reads import (
    HURRIED,
    INSIDE,
    READERS,
    complete,
    error_of,
    outcomes,
    share_of,
)
from tests.servers.scripted import scripted

MALFORMED = (
    f"https://{'a' * 64}.example/x.tif",
    "https://a..b/x.tif",
    "https://.example/x.tif",
    "https://[bad/x.tif",
    "http://[::zz]/x.tif",
    "https://ex\u2100mple.com/x.tif",
    "https://\ud800.example/x.tif",
    "https://host.example:99999/x.tif",
    "https://host.example:x/x.tif",
    "https:///x.tif",
    "http://",
    "https://host .example/x.tif",
    "https://%zz/x.tif",
    "https://@/x.tif",
    "ftp://127.0.0.1/x.tif",
    "gs://bucket/x.tif",
    "s3://",
    "s3://bucket",
    "s3:///x.tif",
)


def test_a_malformed_address_fails_its_own_file_at_once_and_in_words(make, folder, caplog):
    # Whoever hands over an address of another kind gets the general reader's words.
    reader = complete(make)
    good = folder / "deflate.tif"
    first, *bad, last = outcomes(reader, [good, *share_of(MALFORMED, make), good])
    assert (first.pixels.values == INSIDE).all()
    assert (last.pixels.values == INSIDE).all()
    wrong = [read for read in bad if not isinstance(read.error, PermanentFailure)]
    assert [(read.job.asset.href, read.error) for read in wrong] == []
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    "href", ["\ud800.tif", "{url}/\ud800.tif", "{url}/a\0b.tif", "a\0b.tif"], ids=ascii
)
def test_half_a_character_in_an_address_fails_its_own_file_alone(make, folder, href):
    reader = complete(make)
    with scripted({}) as server:
        bad, good = outcomes(reader, [href.format(url=server.url), folder / "deflate.tif"])
    assert isinstance(bad.error, ReadError)
    assert (good.pixels.values == INSIDE).all()


SPELLINGS = (
    "/a b.tif",
    "/a%20b.tif",
    "/a%25b.tif",
    "/100%.tif",
    "/ä.tif",
    "/a+b.tif",
    "/a.tif?x=1 2&y=%C3%A4",
)


def test_every_reader_writes_an_address_in_the_same_way(folder):
    body = (folder / "deflate.tif").read_bytes()
    asked = []
    for make in READERS:
        with scripted(_Any(200, {}, body)) as server:
            reads = outcomes(make(HURRIED), [f"{server.url}{path}" for path in SPELLINGS])
            assert all((read.pixels.values == INSIDE).all() for read in reads)
            asked.append({path for path, _ in server.asked})
    assert asked[0] == asked[1] == asked[2]
    assert len(asked[0]) == len(SPELLINGS) - 1  # two are the same
    assert all(" " not in path and path.isascii() for path in asked[0])


class _Any(dict):
    """The same answer to every path."""

    def __init__(self, *answer):
        super().__init__()
        self._answer = answer

    def get(self, key, default=None):
        return self._answer


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://me:word@host.example:8443/a", "host.example:8443"),
        ("https://host.example/a", "host.example"),
        ("https://[::1]/a", "[::1]"),
        ("https://[::1]:8443/a", "[::1]:8443"),
        ("https://me:word/@host.example/a", ""),
        ("https://[bad/a", ""),
        ("/a/b.tif", ""),
    ],
)
def test_a_message_names_the_host_and_no_login(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "//",
        "http://[bad/x",
        f"http://{'a' * 64}.example/",
        "http://a..b/",
        "http://127.0.0.1:99999/",
        "javascript:x",
        "/loop.tif",
    ],
)
def test_a_redirect_that_leads_nowhere_is_final(make, location):
    """The block reader hands it to nobody, and nobody tries again."""
    with scripted({"/loop.tif": (302, {"Location": location}, "")}) as server:
        error = error_of(make(HURRIED), f"{server.url}/loop.tif?sig=secret")
        assert isinstance(error, PermanentFailure)
        assert "secret" not in str(error)
        assert len(server.asked) == (6 if location in ("/loop.tif", "//") else 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_login_stays_at_home_whoever_reads(make, folder, status):
    body = (folder / "deflate.tif").read_bytes()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": "Bearer t0ken"})

    with scripted({"/a.tif": (200, {}, body)}) as there:
        script = {"/a.tif": (status, {"Location": f"{there.url}/a.tif"}, "")}
        with scripted(script) as home:
            (read,) = outcomes(make(HURRIED), [f"{home.url}/a.tif"], access)
            assert (read.pixels.values == INSIDE).all()
            assert all("Authorization" in headers for _, headers in home.asked)
            assert not any("Authorization" in headers for _, headers in there.asked)
            assert home.asked
            assert there.asked


@pytest.mark.parametrize("login", ["a\r\nX-Evil: 1", "ä\u2100", "\0"])
def test_a_login_that_would_be_more_than_one_header_is_not_sent(make, login):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": login})

    with scripted({}) as server:
        (read,) = outcomes(make(HURRIED), [f"{server.url}/a.tif"], access)
        assert isinstance(read.error, PermanentFailure)
        assert server.asked == []
