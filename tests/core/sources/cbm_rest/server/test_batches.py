"""The made CbM REST service: batches and result files, by case numbers."""

from __future__ import annotations

import pytest

from tests.cbm_client import (
    CLEAR_IDS,
    EMPTY,
    daily,
    is_empty_object,
    product,
)
from tests.servers.cbm.seed import CLEAR_TIMES


def test_c29_files_need_no_login_and_have_ranges(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    whole = seed.get(path)
    assert (whole.status, whole.media) == (200, "image/tiff")
    part = seed.get(path, Range="bytes=0-9")
    assert (part.status, part.body) == (206, whole.body[:10])
    assert part.headers["Content-Range"] == f"bytes 0-9/{len(whole.body)}"
    assert seed.get(path, Range="bytes=-4").body == whole.body[-4:]
    assert seed.get(path, Range=f"bytes={len(whole.body)}-").status == 416
    unknown = seed.get(path.replace("SCL.tif", "B04.tif"))
    assert (unknown.status, unknown.media) == (404, "text/html")
    head = seed.get(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")


def test_c29_a_file_that_is_known_is_not_sent_again(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    facts = seed.get(path).headers
    for condition in (
        {"If-None-Match": facts["ETag"]},
        {"If-Modified-Since": facts["Last-Modified"]},
    ):
        again = seed.get(path, **condition)
        assert (again.status, again.body) == (304, b"")
    assert seed.get(path, **{"If-None-Match": '"other"'}).status == 200


def test_c29_a_flush_takes_the_files(seed):
    path = seed.chips("2019-06-15", "2019-06-15").json["chips"][0]
    seed.server.switch(flush=True)
    assert seed.get(path).status == 404
    assert seed.chips("2019-06-15", "2019-06-15").json["chips"] == [path]
    assert seed.get(path).status == 200


def test_c32_a_batch_is_tiles_times_bands(seed):
    found = seed.batch(CLEAR_IDS, ["B08", "B04", "B11"])
    assert (found.status, found.media) == (200, "application/json")
    labels = [f"{time}_{band}" for time in CLEAR_TIMES for band in ("B04", "B08", "B11")]
    assert found.json["dates"] == labels
    folder = "static//tmp/5_66425_52_69444_2560_RAW/"
    assert [path.startswith(folder) for path in found.json["chips"]] == [True] * 9
    assert found.json["chips"][0] == f"{folder}{CLEAR_IDS[0]}.B04.tif"


def test_c33_a_doubled_slash_is_redirected(seed):
    path = "/" + seed.batch(CLEAR_IDS, ["B08"]).json["chips"][0]
    moved = seed.get(path)
    clean = path.replace("//", "/")
    assert seed.get("/query//info").headers["Location"] == f"{seed.server.url}/query/info"
    assert (moved.status, moved.headers["Location"]) == (308, seed.server.url + clean)
    assert seed.get(clean).status == 200


def test_c34_a_batch_lists_what_earlier_ones_left(seed):
    seed.batch(CLEAR_IDS, ["B08", "B04", "B11"])
    found = seed.batch(CLEAR_IDS, ["SCL"]).json
    assert len(found["chips"]) == 12
    assert sum(label.endswith("_SCL") for label in found["dates"]) == 3
    assert seed.batch([], []).json == found
    assert seed.batch([], [], chipsize=640).json == EMPTY


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"plevel": "LEVEL2A"}, "plevel not allowed as key"),
        ({"chipsize": None}, "4 parameters supplied, 5 required"),
    ],
)
def test_c35_a_batch_wants_exactly_five_keys(seed, change, error):
    body = {"lon": 5.66, "lat": 52.69, "tiles": [], "bands": [], "chipsize": 1280, **change}
    reply = seed.post("rawChipsBatch", {key: one for key, one in body.items() if one is not None})
    assert (reply.status, reply.json) == (200, {"error": error})


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b"{}", "text/plain", 500),
        (b"{no", "application/json", 400),
        (b"[]", "application/json", 500),
    ],
)
def test_c35_a_batch_that_is_no_json_object(seed, body, media, status):
    assert seed.post("rawChipsBatch", body, media=media).status == status


def test_c36_a_batch_makes_36_new_files(service):
    rows = daily(37)
    names = [row["id"] for row in rows]
    service.server.switch(products=rows)
    assert len(service.batch(names[:12], ["B02", "B03", "B04"]).json["chips"]) == 36
    assert is_empty_object(service.batch(names, ["B08"]))
    assert len(service.batch(names[:13], ["B02", "B03", "B04"]).json["chips"]) == 39
    service.server.switch(batch=False)
    assert service.batch(names[:1], ["B02"]).status == 404


def test_c37_of_two_tiles_with_one_time_one_is_listed(service):
    tails = [f"N0212_R051_{tile}_20190615T121337" for tile in ("T31UFT", "T31UFU")]
    names = [product("20190615", more=tail) for tail in tails]
    service.server.switch(products=[{"id": name} for name in names])
    found = service.batch(names, ["B04"]).json
    assert found["dates"] == ["20190615T105031_B04"]
    assert service.extracted() == 2
    folder = found["chips"][0].rpartition("/")[0].replace("//", "/")
    assert [service.get(f"/{folder}/{name}.B04.tif").status for name in names] == [200, 200]
