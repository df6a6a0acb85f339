"""Whatever goes wrong on disk, whoever is at it too: what was put comes back, or nothing."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from cbm_chips.core.reading.block_cache.disk import BlockFolder
from tests.core.reading.block_cache.prefixes import (
    KEY,
    LIMIT,
    OTHER,
    data_of,
    files_of,
    many_keys,
    opened,
)
from tests.python_child import PythonChild


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_said(folder):
    folder.write_text("in the way")
    store = opened(folder)
    store.put(KEY, b"data")
    assert (store.get(KEY, 4), store.length(KEY)) == (b"", 0)
    store.invalidate(KEY.file)
    store.clear()
    assert folder.read_text() == "in the way"


def test_a_full_disk_keeps_what_fitted_and_no_halves(folder, store):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    keys = [KEY._replace(offset=number) for number in range(5)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, limits[1]))
    try:
        for key in keys:
            store.put(key, bytes(100_000))
        store.put(OTHER, bytes(300_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    later = opened(folder)
    found = [len(later.get(key, 100_000)) for key in keys]
    assert found == [later.length(key) for key in keys]
    assert sum(found) == 500_000
    assert later.length(OTHER) == 0
    assert len(files_of(folder)) == 5


def test_who_removes_everything_meanwhile_costs_speed_only(folder):
    store = opened(folder)
    store.put(KEY, b"data")
    opened(folder).clear()
    assert store.get(KEY, 4) == b""
    for key in (KEY, OTHER):
        store.put(key, b"data")
    later = opened(folder)
    assert (later.get(KEY, 4), later.get(OTHER, 4), later.use()[0]) == (b"data", b"data", 2)


def test_a_process_that_is_killed_leaves_nothing_that_is_believed_and_wrong(folder):
    code = (
        "import sys; from pathlib import Path;"
        "from tests.core.reading.block_cache import prefixes as t;"
        "t.put_for_ever(Path(sys.argv[1]))"
    )
    with PythonChild(code, folder) as process:
        assert process.line() == "written"
    store = opened(folder)
    found = [store.get(key, 100_000) for key in many_keys()]
    assert set(map(len, found)) <= {0, 100_000}
    assert all(one == data_of(number) for number, one in enumerate(found) if one)
    assert all(found[:10])


def test_processes_at_once_keep_what_all_of_them_put(folder):
    code = (
        "import sys; from pathlib import Path;"
        "from tests.core.reading.block_cache import prefixes as t;"
        "t.put_many(Path(sys.argv[1]), int(sys.argv[2]))"
    )
    for process in [PythonChild(code, folder, number) for number in range(2)]:
        process.outcome()
    store = opened(folder)
    for number in range(2):
        for offset in range(60):
            key = KEY._replace(offset=offset, version=str(number))
            assert store.get(key, 5000) == bytes([number]) * 5000
    assert store.use()[0] == 120


def test_threads_and_stores_of_their_own_share_a_folder(folder):
    data = np.random.default_rng(3).bytes(300_000)
    failures = []

    def work(store):
        for length in (1000, 300_000, 200_000) * 5:
            store.put(KEY, data[:length])
            store.preload([KEY.file])
            found = store.get(KEY, 300_000)  # nothing, where a longer one just came
            if found != data[: len(found)]:
                failures.append(len(found))

    stores = [BlockFolder(folder, limit_bytes=LIMIT) for _ in range(2)] * 2
    threads = [threading.Thread(target=work, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert opened(folder).get(KEY, 300_000) == data
