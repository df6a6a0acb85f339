"""Answers of a search as they are kept: without secrets, and read again whatever is in them."""

from __future__ import annotations

import json
from contextlib import ExitStack, closing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceError
from cbm_chips.core.pipeline.searching.search import find
from tests.core.sources.stac.searching import a_request, a_source, api_of, ids
from tests.effort import examples
from tests.stac_items import TIFF, a_c1_item, a_pc_item

SIGNATURE = f"sv=2021-06-08&se=2030-01-01&sr=c&sp=rl&sig={'secret' * 7}x="


def test_addresses_are_absolute_and_those_that_open_a_door_are_not_kept(tmp_path):
    signed = {"href": f"https://a.blob.core.windows.net/b/B04.tif?{SIGNATURE}"}
    relative = {"href": "files/B08.tif"}
    item = a_pc_item(assets={"B04": {**signed, "type": TIFF}, "B08": {**relative, "type": TIFF}})
    with api_of([item], tmp_path) as server, a_source(server.url) as source:
        answer = source.fetch(a_request())
        (scene,) = source.parse(answer, a_request()).scenes

    assert scene.assets["B04"].href == signed["href"]
    assert scene.assets["B08"].href.startswith(server.url)
    assert scene.assets["B08"].href.endswith("/files/B08.tif")
    assert not source.may_keep(answer)


@pytest.mark.parametrize(
    ("end", "is_kept"),
    [
        ("", True),
        ("?id=S2A_MSIL2A_20220604T105031_N0400_R051_T31UFU_20220604T152311", True),
        ("?token=abc", False),
        ("?X-Amz-Signature=abc", False),
        (f"?{SIGNATURE}", False),
        ("?h=3f2a9c77d0b14e5d9b1c", False),
    ],
)
def test_what_is_kept_of_a_search_holds_no_secret(tmp_path, end, is_kept):
    item = a_c1_item(assets={"thumbnail": {"href": f"https://files.example/t.png{end}"}})
    request = a_request()
    with ExitStack() as opened:
        server = opened.enter_context(api_of([item], tmp_path))
        source = opened.enter_context(a_source(server.url))
        cache = opened.enter_context(closing(ChipCache(tmp_path)))
        find(request, source, cache)
        asked = server.stats()["searches"]
        find(request, source, cache)
        assert (server.stats()["searches"] == asked) is is_kept
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if "cache.db" in path.name)
    assert (b"thumbnail" in kept) is is_kept


def test_signatures_of_hosts_that_are_signed_here_are_not_kept(tmp_path):
    host = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2"
    files = {"B04": {"href": f"{host}/B04.tif?{SIGNATURE}", "type": TIFF}}
    picture = "https://made.example/tiles?collection=sentinel-2-l2a&assets=visual&nodata=0"
    item = a_pc_item(assets={**files, "tilejson": {"href": picture}})
    row = {"signing": "sas", "signed_hosts": (".blob.core.windows.net",)}
    with api_of([item], tmp_path) as server, a_source(server.url, **row) as source:
        answer = source.fetch(a_request())
    assert source.may_keep(answer)
    assert b"secret" not in answer


@pytest.mark.parametrize("answer", [b"", b"\xff\xfe", b"[]", b'{"items": 7}', b"<html>"])
def test_an_answer_of_somebody_else_is_refused(answer):
    with pytest.raises(SourceError, match="no answer of a STAC source"):
        a_source("/data").parse(answer, a_request())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=examples(100), deadline=None)
@given(
    strange=JSON,
    changes=st.dictionaries(st.sampled_from(sorted(a_c1_item())), JSON, min_size=1, max_size=4),
)
def test_malformed_items_never_break_the_reading_of_an_answer(strange, changes):
    items = [strange, {**a_c1_item(), **changes}, a_c1_item("good-item")]
    answer = json.dumps({"items": items, "notes": strange, "collections": strange}).encode()

    found = a_source("/data").parse(answer, a_request())

    assert "good-item" in ids(found)


@settings(max_examples=examples(50), deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_an_answer(answer):
    with suppress(SourceError):
        a_source("/data").parse(answer, a_request())
