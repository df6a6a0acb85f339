"""Every reader says in the same words what is wrong with an answer or a file."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import replace

import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.failures import (
    HostUnreachable,
)
from cbm_chips.core.reading.http.connection import HttpResponse
from cbm_chips.core.reading.http.content_range import file_range_of
from tests.core.reading.faults.reads import (
    GRID,
    HURRIED,
    INSIDE,
    both,
    by_osgeo,
    by_rasterio,
    complete,
    error_of,
    free_port,
    outcomes,
    share_of,
    windows,
)
from tests.servers.scripted import scripted


@pytest.mark.parametrize("content", [None, "nonsense"])
def test_certificates_that_can_not_be_read_are_told_as_such(make, tmp_path, content):
    file = tmp_path / "trusted.pem"
    if content:
        file.write_text(content)
    error = error_of(make(replace(HURRIED, ca_file=str(file))), "https://127.0.0.1:9/a.tif")
    assert str(error).startswith(f"the certificates to be trusted can't be read from {file}")


PAGE = "<!DOCTYPE html><html><body>sign in</body></html>"
ANSWERS = {
    "a page": ((200, {"Content-Type": "text/html"}, PAGE), "gives a web page in place of the file"),
    "a page that calls itself a file": (
        (200, {"Content-Type": "image/tiff"}, PAGE),
        "gives a web page in place of the file",
    ),
    "a part that is a page": (
        (206, {"Content-Range": f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}"}, PAGE),
        "gives a web page in place of the file",
    ),
    "nothing": ((200, {}, ""), "the file is empty"),
    "no such part": ((416, {"Content-Range": "bytes */0"}, ""), "the file is empty"),
    "400": ((400, {}, "no"), "400, the request is refused"),
    "404": ((404, {}, "no"), "404, file missing"),
    "418": ((418, {}, "no"), "418, the request is refused"),
    "500": ((500, {}, "no"), "500, the server failed"),
    "407": ((407, {}, "no"), "407, the proxy needs a login (see QGIS's network options)"),
    "another part": (
        (206, {"Content-Range": "bytes 7-16/5000"}, "0123456789"),
        "gives another part of the file than asked for",
    ),
    "an unnamed part": ((206, {}, "0123456789"), "does not say which part of the file it gives"),
    "a shorter part": (
        (206, {"Content-Range": "bytes 0-9/10"}, "0123"),
        "gives another part of the file than asked for",
    ),
    "broken packing": (
        (200, {"Content-Encoding": "gzip"}, "0123"),
        "can't be used: it is packed, and broken",
    ),
    "unknown packing": (
        (200, {"Content-Encoding": "br"}, "0123"),
        "can't be used: it is packed in a way that nobody asked for",
    ),
}


def test_every_reader_says_in_the_same_words_what_is_wrong_with_an_answer(make):
    answers = dict(share_of(ANSWERS.items(), make))
    paths = {f"/{number}.tif": name for number, name in enumerate(answers)}
    with scripted({path: ANSWERS[name][0] for path, name in paths.items()}) as server:
        reads = outcomes(make(HURRIED), [f"{server.url}{path}" for path in paths])
        asked = Counter(path for path, _ in server.asked)
    said = dict(zip(answers, (str(read.error) for read in reads)))
    assert [name for name, (_, words) in answers.items() if not said[name].endswith(words)] == []
    assert max(asked.values()) <= 1 + HURRIED.retries


@pytest.mark.parametrize(
    "content", [b"II*\0 nothing more", b"{}", b"\x89PNG", b"II*\0" + bytes(300)]
)
def test_what_is_no_raster_is_told_so_and_is_not_asked_for_again_and_again(make, content):
    reader = complete(make)
    with scripted({"/a.tif": (200, {}, content)}) as server:
        error = error_of(reader, f"{server.url}/a.tif?sig=secret")
        assert "neither a GeoTIFF nor JPEG 2000" in str(error) or "a.tif" in str(error)
        assert "vsi" not in str(error) + repr(error)
        assert len(server.asked) <= 6


@pytest.mark.parametrize("name", ["lzw.tif", "jpeg.jp2"])
@pytest.mark.parametrize("grid", [GRID, replace(GRID, left=GRID.left + 4)], ids=["window", "warp"])
@pytest.mark.parametrize("is_remote", [False, True], ids=["local", "remote"])
def test_a_file_that_was_cut_short_is_told_so_and_no_path(
    make, folder, tmp_path, name, grid, is_remote
):
    if make is windows:
        make = both
    data = (folder / name).read_bytes()
    cut = tmp_path / name
    cut.write_bytes(data[: len(data) // 2])
    with scripted({f"/{name}": (200, {}, cut.read_bytes())}) as server:
        job = ReadJob(Asset("B04", f"{server.url}/{name}" if is_remote else str(cut)), grid)
        (read,) = filter(None, make(HURRIED).read_all([job], open_plainly))
    assert str(read.error).startswith("the file is damaged or cut short")
    assert str(tmp_path) not in str(read.error)


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "GZip", " identity , gzip"])
def test_an_answer_that_is_packed_is_unpacked(make, folder, packing):
    body = gzip.compress((folder / "deflate.tif").read_bytes())
    with scripted({"/a.tif": (200, {"Content-Encoding": packing}, body)}) as server:
        (read,) = outcomes(make(HURRIED), [f"{server.url}/a.tif"])
    assert (read.pixels.values == INSIDE).all()


def test_the_unit_of_a_part_has_no_case():
    answer = HttpResponse(
        206, {"content-range": "Bytes  0-9 / 5000"}, memoryview(b"0123456789"), True
    )
    piece = file_range_of(answer, (0, 10), "https://host/a.tif")
    assert (bytes(piece.data), piece.size_bytes) == (b"0123456789", 5000)


def test_a_proxy_that_is_down_is_told_as_the_proxy(make):
    proxy = f"http://127.0.0.1:{free_port()}"
    for scheme in ("http", "https"):
        error = error_of(make(replace(HURRIED, proxy_url=proxy)), f"{scheme}://host.invalid/a.tif")
        assert f"the proxy {proxy[7:]} did not answer" in str(error)


def test_what_the_process_tells_gdal_of_the_network_is_not_meant_for_us(
    folder, monkeypatch, request
):
    """Its proxy would be asked for this machine, its time-outs are not ours."""
    gdal = pytest.importorskip("osgeo.gdal")
    nobody = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setenv("http_proxy", nobody)
    for name, value in {
        "GDAL_HTTP_PROXY": nobody[7:],
        "GDAL_HTTP_HEADERS": "X: y",
        "CPL_VSIL_CURL_USE_HEAD": "NO",
        "GDAL_HTTP_LOW_SPEED_TIME": "1",
        "GDAL_HTTP_LOW_SPEED_LIMIT": "1000000000",
        "GDAL_HTTP_VERSION": "2PRIOR_KNOWLEDGE",
    }.items():
        gdal.SetConfigOption(name, value)
        request.addfinalizer(lambda name=name: gdal.SetConfigOption(name, None))
    body = (folder / "lzw.tif").read_bytes()
    network = replace(HURRIED, proxy_url=nobody, no_proxy="127.0.0.1")
    with scripted({"/a.tif": (200, {}, body)}) as server:
        for make in (by_osgeo, by_rasterio):
            (read,) = outcomes(make(network), [f"{server.url}/a.tif"])
            assert (read.pixels.values == INSIDE).all()
        assert not any("X" in headers for _, headers in server.asked)


def test_nobody_listening_is_told_as_such(make):
    error = error_of(make(HURRIED), f"http://127.0.0.1:{free_port()}/a.tif")
    assert isinstance(error, HostUnreachable)
    assert str(error).endswith("did not answer: Connection refused")
