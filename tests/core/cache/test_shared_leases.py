"""Who reads a window: one at a time, for every thread and process."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import diskcache
import pytest

from cbm_chips.core.cache import (
    shared_leases,
)


@pytest.mark.parametrize(
    "record", [b"", b"{", b"[]", b"7", b'{"key": 1}', b'{"key": ["me", "soon"]}', b"\xff", "text"]
)
def test_a_record_of_leases_that_makes_no_sense_leases_nothing(cache, record):
    plain = diskcache.Cache(str(cache.folder))
    plain["claims"] = record
    plain.close()
    assert not cache.leases.held()
    assert cache.leases.take(["key", "other"]) == ["key", "other"]
    assert cache.leases.held() == {"key", "other"}


def test_of_what_others_lease_the_rest_is_free(cache):
    with ThreadPoolExecutor(1) as other:
        assert other.submit(cache.leases.take, ["a", "b"]).result() == ["a", "b"]
        assert cache.leases.take(["b", "c", "a", "d"]) == ["c", "d"]
        cache.leases.release(["a", "c"])
        assert cache.leases.held() == {"b", "d"}
        assert other.submit(cache.leases.take, ["a", "b", "d"]).result() == ["a", "b"]


def test_a_lease_is_exclusive_until_it_is_given_back_or_runs_out(cache, monkeypatch):
    with ThreadPoolExecutor(1) as other, ThreadPoolExecutor(1) as third:
        assert other.submit(cache.leases.take, ["key"]).result()
        assert not third.submit(cache.leases.take, ["key"]).result()
        assert "key" in cache.leases.held()
        cache.leases.release(["key"])
        assert third.submit(cache.leases.take, ["key"]).result()
        cache.leases.release(["key"])
        monkeypatch.setattr(shared_leases, "LEASE_S", 0.0)
        assert other.submit(cache.leases.take, ["key"]).result()
        assert third.submit(cache.leases.take, ["key"]).result()
