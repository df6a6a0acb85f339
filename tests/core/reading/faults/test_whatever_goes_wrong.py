"""Whatever goes wrong with one file costs no other, and the log tells no secret."""

from __future__ import annotations

import logging
import struct
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Access
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.retries import ReadError
from tests.core.reading.faults.reads import HURRIED, INSIDE, Never, kind_of, outcomes, share_of
from tests.servers.scripted import scripted

ANYTHING = (
    UnicodeEncodeError("idna", "x", 0, 1, "label too long"),
    ValueError("Invalid IPv6 URL"),
    OverflowError("date value out of range"),
    MemoryError(),
    RecursionError(),
    AssertionError(),
    struct.error("unpack"),
    KeyError("x"),
    IndexError(),
    TypeError(),
    ZeroDivisionError(),
    StopIteration(),
    EOFError(),
    OSError(5, "Input/output error"),
    SourceError("no key for this bucket"),
    ReadError("404, file missing", http_status=404),
)
NOT_OURS = [error for error in ANYTHING if not isinstance(error, (ReadError, SourceError))]


def test_whatever_a_source_raises_fails_its_own_file_alone(make, folder):
    raised = {f"/{number}.tif": error for number, error in enumerate(share_of(ANYTHING, make))}

    def access(asset: Asset, *, renew: bool = False) -> Access:
        error = raised.get(urlsplit(asset.href).path)
        if error is not None:
            raise error
        return Access(asset.href)

    with scripted({"/deflate.tif": (200, {}, (folder / "deflate.tif").read_bytes())}) as server:
        good = f"{server.url}/deflate.tif"
        bad = [f"{server.url}{path}?sig=secret" for path in raised]
        first, *failed, last = outcomes(make(HURRIED), [good, *bad, good], access)
    assert (first.pixels.values == INSIDE).all()
    assert (last.pixels.values == INSIDE).all()
    assert all(isinstance(read.error, ReadError) for read in failed)


@pytest.mark.parametrize("is_behind", [False, True], ids=["alone", "behind the fast reader"])
def test_whatever_goes_wrong_in_a_reader_fails_its_own_file_alone(folder, is_behind, caplog):
    raised = {f"bad-{number}.tif": error for number, error in enumerate(ANYTHING)}

    class Broken(RasterioBackend):
        def read(self, path, grid, options, asset=None):
            if error := raised.get(Path(path).name):
                raise error
            return super().read(path, grid, options, asset)

    for name in raised:
        (folder / name).write_bytes((folder / "lzw.tif").read_bytes())
    reader = RasterReader(HURRIED, backend=Broken())
    if is_behind:
        reader = WindowReader(HURRIED, general=reader)
    *failed, good = outcomes(reader, [*(folder / name for name in raised), folder / "lzw.tif"])
    assert all(isinstance(read.error, ReadError) for read in failed)
    assert (good.pixels.values == INSIDE).all()
    told = [one.getMessage() for one in caplog.records if "Traceback" in one.getMessage()]
    assert len(told) == len(NOT_OURS)
    assert all(any(kind_of(error) in text for text in told) for error in NOT_OURS)


def test_a_general_reader_that_fails_as_a_whole_costs_the_files_it_was_asked_for(folder, caplog):
    caplog.set_level(logging.CRITICAL)
    reader = WindowReader(HURRIED, general=Never())
    bad, good = outcomes(reader, [folder / "lzw.tif", folder / "deflate.tif"])
    assert "AssertionError" in str(bad.error)
    assert (good.pixels.values == INSIDE).all()


def test_the_log_tells_the_mistake_and_no_signature(make, caplog):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        raise KeyError(f"{asset.href}")

    (read,) = outcomes(make(HURRIED), ["http://127.0.0.1:9/a.tif?sig=secret"], access)
    assert "KeyError" in str(read.error)
    assert "Traceback" in caplog.text
    assert "secret" not in caplog.text + str(read.error)


def test_the_log_tells_the_mistake_and_no_login(make, caplog):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        raise KeyError("https://user:secret@host.example/a.tif, http://secret@host.example")

    outcomes(make(HURRIED), ["http://127.0.0.1:9/a.tif"], access)
    assert "https://host.example/a.tif" in caplog.text
    assert "secret" not in caplog.text
