"""The fast reader over TLS, directly and through a proxy's tunnel."""

from __future__ import annotations

import select
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.certificate import make_certificate
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Read, ReadJob, open_plainly
from cbm_chips.core.reading.failures import ForbiddenAddress, PermanentFailure
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP, write_tile
from tests.servers.local_server import LocalHandler, LocalServer
from tests.servers.range_files import RangeFileServer
from tests.servers.scripted import scripted

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
GRID = Grid(32631, LEFT + 200, TOP - 300, 10.0, 64, 64)
LOGIN = "Basic bWU6c2VjcmV0"


class Nobody:
    """A general reader that must not be asked."""

    def read_all(self, jobs, access):
        raise AssertionError("handed over")
        yield


class Tunnels(LocalHandler):
    """A proxy for CONNECT that wants a login."""

    asked: list[str] = []  # noqa: RUF012
    refuses = 0

    def do_CONNECT(self) -> None:
        """Relay bytes until one side hangs up."""
        self.asked.append(self.path)
        if self.headers.get("Proxy-Authorization") != LOGIN:
            self.send_head(407, 0, {})
            return
        if self.refuses:
            self.send_head(self.refuses, 0, {})
            return
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port))) as there:
            self.send_head(200, 0, {})
            self.wfile.flush()
            ends = {self.connection: there, there: self.connection}
            while True:
                for end in select.select(list(ends), [], [], 10)[0]:
                    data = end.recv(1 << 16)
                    if not data:
                        self.close_connection = True
                        return
                    ends[end].sendall(data)


@contextmanager
def running(server: Any) -> Iterator[Any]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def values():
    return np.random.default_rng(5).integers(1, 9000, (256, 256)).astype("uint16")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def site(tmp_path_factory, values, certificate):
    folder: Path = tmp_path_factory.mktemp("files")
    write_tile(folder / "B04.tif", values, predictor=2)
    server = RangeFileServer(folder, latency_s=0)
    server.socket = certificate.context().wrap_socket(server.socket, server_side=True)
    with running(server):
        yield f"https://127.0.0.1:{server.server_port}"


@pytest.fixture
def plain_site(site):
    with scripted({}) as server:
        yield server.url


def read(network: Network, site: str) -> Read:
    reader = WindowReader(network, general=Nobody())
    jobs = [ReadJob(Asset("B04", f"{site}/B04.tif"), GRID)]
    (found,) = filter(None, reader.read_all(jobs, open_plainly))
    return found


def test_a_trusted_certificate_opens_the_way(site, values, certificate):
    found = read(replace(HURRIED, ca_file=str(certificate.authority)), site)
    assert found.error is None
    np.testing.assert_array_equal(found.pixels.values, values[30:94, 20:84])


def test_searches_trust_it_too_whatever_the_environment_says(site, certificate, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate.file))
    with replace(HURRIED, ca_file=str(certificate.authority)).session() as session:
        assert session.get(f"{site}/B04.tif").status_code == 200


def test_a_certificate_that_nobody_trusts_is_refused(site):
    found = read(HURRIED, site)
    assert str(found.error).startswith("127.0.0.1 shows a certificate that is not trusted: ")
    assert isinstance(found.error, PermanentFailure)  # nothing is tried again


def test_a_server_without_tls_is_told_as_such(plain_site):
    found = read(HURRIED, plain_site.replace("http:", "https:"))
    assert "does not speak TLS" in str(found.error)


def test_no_redirect_leads_away_from_tls(site, plain_site, certificate):
    """Nor is anybody else asked to follow it."""
    network = replace(HURRIED, ca_file=str(certificate.authority))
    with scripted({"/B04.tif": (302, {"Location": f"{plain_site}/B04.tif"}, "")}) as server:
        server.socket = certificate.context().wrap_socket(server.socket, server_side=True)
        found = read(network, server.url.replace("http:", "https:"))
    assert isinstance(found.error, ForbiddenAddress)
    assert "from https to http" in str(found.error)


@pytest.mark.parametrize("status", [403, 502])
def test_what_the_proxy_refuses_is_told_as_the_proxys(site, certificate, status):
    """And no signature is renewed for it."""
    network = replace(HURRIED, ca_file=str(certificate.authority), proxy_userpwd="me:secret")
    with running(LocalServer(type("Refusing", (Tunnels,), {"refuses": status}))) as proxy:
        found = read(replace(network, proxy_url=proxy.url), site)
    assert str(found.error) == f"the proxy opens no way to 127.0.0.1: {status}"
    assert found.error.http_status == (502 if status == 502 else None)


def test_a_proxys_tunnel_leads_there_with_the_proxys_login(site, values, certificate):
    network = replace(HURRIED, ca_file=str(certificate.authority), proxy_userpwd="me:secret")
    Tunnels.asked.clear()
    with running(LocalServer(Tunnels)) as proxy:
        found = read(replace(network, proxy_url=proxy.url), site)
    np.testing.assert_array_equal(found.pixels.values, values[30:94, 20:84])
    assert set(Tunnels.asked) == {site.removeprefix("https://")}


def test_a_proxy_that_refuses_is_told_in_words_and_no_login(site, certificate):
    network = replace(HURRIED, ca_file=str(certificate.authority), proxy_userpwd="me:wrong")
    with running(LocalServer(Tunnels)) as proxy:
        found = read(replace(network, proxy_url=proxy.url), site)
    assert found.error.http_status == 407
    assert "407" in str(found.error)
    assert "wrong" not in str(found.error)


def test_hands_are_shaken_ahead_through_the_tunnel_and_the_read_finds_it(site, values, certificate):
    network = replace(HURRIED, ca_file=str(certificate.authority), proxy_userpwd="me:secret")
    Tunnels.asked.clear()
    with running(LocalServer(Tunnels)) as proxy:
        reader = WindowReader(
            replace(network, proxy_url=proxy.url), general=Nobody(), connections=1
        )
        reader.preconnect([site])
        jobs = [ReadJob(Asset("B04", f"{site}/B04.tif"), GRID)]
        (found,) = filter(None, reader.read_all(jobs, open_plainly))
    np.testing.assert_array_equal(found.pixels.values, values[30:94, 20:84])
    assert Tunnels.asked == [site.removeprefix("https://")]


def test_hands_that_cannot_be_shaken_are_told_when_something_is_read(site):
    reader = WindowReader(HURRIED, general=Nobody(), connections=2)
    reader.preconnect([site])
    jobs = [ReadJob(Asset("B04", f"{site}/B04.tif"), GRID)]
    (found,) = filter(None, reader.read_all(jobs, open_plainly))
    assert "certificate" in str(found.error).lower()
