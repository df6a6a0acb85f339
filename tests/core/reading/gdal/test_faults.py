"""Faults that pass are got over, those that stay end in words, and no word tells a signature."""

from __future__ import annotations

import os
import re

import pytest

from cbm_chips.core.errors import ReadError, SourceError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.contract import Access, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import UNREADABLE, RasterReader
from cbm_chips.core.reading.network import Network
from tests.core.reading.gdal.windows import HURRIED, IMPATIENT, INSIDE, direct, pixels_of, read_one
from tests.effort import IS_THOROUGH
from tests.signer import Signer

PASSING = [
    {"kind": "503"},
    {"kind": "503", "method": "GET"},
    {"kind": "503", "after": 2},
    {"kind": "429"},
    {"kind": "502", "times": 2},
    {"kind": "cut", "after": 1},
    {"kind": "cut"},
    {"kind": "garbage"},
    {"kind": "reset"},
    {"kind": "reset", "after": 2},
    {"kind": "html"},
    {"kind": "html", "method": "GET"},
    {"kind": "ignore_range"},
]


def test_passing_faults_are_got_over_and_the_pixels_are_right(reader, server, folder, request):
    faults = PASSING if IS_THOROUGH else PASSING["osgeo" in request.node.name :: 2]
    paths = [folder / f"{request.node.name}-{number}.tif" for number in range(len(faults))]
    for path in paths:
        os.link(folder / "B04.tif", path)
    server.set_faults(
        [{"match": re.escape(path.name), "times": 1, **fault} for path, fault in zip(paths, faults)]
    )
    jobs = [ReadJob(Asset("B04", f"{server.url}/{path.name}"), INSIDE) for path in paths]
    reads = {id(read.job): read for read in reader.read_all(jobs, open_plainly) if read}
    found = [reads[id(job)] for job in jobs]
    assert [(fault, read.error) for fault, read in zip(faults, found) if read.error] == []
    assert all((one.pixels.values == direct(folder / "B04.tif", INSIDE)).all() for one in found)


def test_a_stalled_connection_is_given_up_and_tried_again(backend, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "stall", "times": 1, "after": 1, "seconds": 20}])
    pixels = pixels_of(read_one(RasterReader(IMPATIENT, backend=backend), fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_what_once_failed_for_good_is_read_when_the_server_is_well_again(
    reader, server, folder, fresh_url
):
    server.set_faults([{"match": "tif", "kind": "503"}])
    error = read_one(reader, fresh_url).error
    assert error.http_status == 503
    assert "503" in str(error)
    server.set_faults([])
    pixels = pixels_of(read_one(reader, fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_a_fault_that_stays_ends_after_the_agreed_tries(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "503"}])
    assert read_one(reader, fresh_url).error.http_status == 503
    assert server.stats()["requests"] == 1 + HURRIED.retries


def test_a_missing_file_is_asked_for_once(reader, server):
    error = read_one(reader, f"{server.url}/no/B04-{type(reader).__name__}.tif?sig=secret").error
    assert error.http_status == 404
    assert str(error) == "404, file missing"
    assert server.stats()["requests"] <= 2


def test_a_file_that_has_come_since_is_found_by_the_next_run(backend, server, folder, fresh_url):
    once = Network(retries=0)
    server.set_faults([{"match": "tif", "kind": "404"}])
    assert read_one(RasterReader(once, backend=backend), fresh_url).error.http_status == 404
    server.set_faults([])
    pixels = pixels_of(read_one(RasterReader(once, backend=backend), fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_a_missing_local_file_counts_as_missing_too(reader, tmp_path):
    assert read_one(reader, tmp_path / "no.tif").error.http_status == 404


def test_a_broken_local_file_is_not_tried_twice(backend, tmp_path):
    (tmp_path / "broken.tif").write_bytes(b"II*\0 this is not a picture")
    patient = Network(retries=4, retry_delay_s=1000)
    error = read_one(RasterReader(patient, backend=backend), tmp_path / "broken.tif").error
    assert error.http_status == UNREADABLE


def test_an_expired_signature_is_renewed_once_and_then_works(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh"}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_signature_that_expires_halfway_is_renewed_as_well(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh", "after": 2}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_fault_after_the_renewal_does_not_renew_again(reader, server, folder, fresh_url):
    server.set_faults(
        [
            {"match": "tif", "kind": "require_query", "token": "fresh"},
            {"match": "tif", "kind": "503", "times": 1},
        ]
    )
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert signer.renewals == 1


def test_a_refusal_that_stays_is_403_without_the_signature(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "unknown"}])
    signer = Signer(["old-secret", "new-secret"])
    error = read_one(reader, fresh_url, access=signer).error
    assert error.http_status == 403
    assert "403" in str(error)
    assert signer.renewals == 1
    assert "secret" not in all_words_of(error)


@pytest.mark.parametrize("kind", ["html", "garbage", "cut", "503", "404", "reset"])
def test_no_error_tells_a_signature(reader, server, fresh_url, kind):
    server.set_faults([{"match": "tif", "kind": kind, "head": True} if kind == "garbage"
                       else {"match": "tif", "kind": kind}])  # fmt: skip
    error = read_one(reader, fresh_url, access=Signer(["top-secret"])).error
    assert isinstance(error, ReadError)
    assert "secret" not in all_words_of(error)


def all_words_of(error: BaseException | None) -> str:
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__cause__ or error.__context__
    return " ".join(words)


def test_a_source_that_gives_no_access_fails_its_job_in_its_own_words(reader, folder):
    def refuse(asset: Asset, *, renew: bool = False) -> Access:
        raise SourceError("no key for this bucket")

    assert (
        str(read_one(reader, folder / "B04.tif", access=refuse).error) == "no key for this bucket"
    )


def test_keys_for_object_storage_go_along_with_the_one_file(reader, server, folder, request):
    name = f"key-{request.node.callspec.id}.tif"
    (folder / name).write_bytes((folder / "B04.tif").read_bytes())
    endpoint = {
        "AWS_S3_ENDPOINT": server.url.split("//")[1],
        "AWS_HTTPS": "NO",
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_ACCESS_KEY_ID": "me",
        "AWS_SECRET_ACCESS_KEY": "secret",
    }
    (folder / "bucket").mkdir(exist_ok=True)
    (folder / name).rename(folder / "bucket" / name)

    def with_keys(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, endpoint)

    pixels = pixels_of(read_one(reader, f"s3://bucket/{name}", access=with_keys))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert "secret" not in repr(with_keys(Asset("B04", "x")))
