"""A store of prefixes as another process sees it, and what children of tests put into it."""

from __future__ import annotations

import sys

import numpy as np

from cbm_chips.core.reading.block_cache.disk import BlockFolder
from cbm_chips.core.reading.block_cache.record import BlockKey

KEY = BlockKey("https://host/B04.tif", 4096, '99 "etag"')
OTHER = KEY._replace(file="https://host/B03.tif")
LIMIT = 10 << 20


def opened(folder, limit_bytes=LIMIT):
    """As another process sees it that is about to read these."""
    store = BlockFolder(folder, limit_bytes=limit_bytes)
    store.preload([KEY.file, OTHER.file])
    return store


def files_of(folder):
    return sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime_ns)


def keep(folder, key=KEY, data=b"data"):
    store = BlockFolder(folder, limit_bytes=LIMIT)
    store.put(key, data)


def put_for_ever(folder):
    store = BlockFolder(folder, limit_bytes=LIMIT)
    for number, key in enumerate(many_keys()):
        store.put(key, data_of(number))
        if number == 10:
            sys.stdout.write("written\n")
            sys.stdout.flush()


def many_keys():
    return [KEY._replace(offset=offset) for offset in range(60)]


def data_of(number):
    return np.random.default_rng(number).bytes(100_000)


def put_many(folder, number):
    """What each of several processes does."""
    store = BlockFolder(folder, limit_bytes=LIMIT)
    for offset in range(60):
        store.put(KEY._replace(offset=offset, version=str(number)), bytes([number]) * 5000)
