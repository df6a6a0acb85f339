"""Dates and parcels of runs whose lists grow, also for children of tests."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel


def parcels(count):
    first = a_parcel()
    return [replace(first, label=f"p{number}") for number in range(count)]


SMALL = a_grid(size_m=80)


def dates_of(number):
    """Not in order; the last of them has no chip."""
    days = (8, 5)
    return [
        *(
            a_chip(
                ("B08", "B04", "B03"), a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34"), SMALL
            )
            for day in days
        ),
        a_failed_chip("HTTP 503"),
    ]


@contextmanager
def no_file_larger_than(size):
    """As on a full disk: a write takes what fits, the next one nothing."""
    resource = pytest.importorskip("resource")  # not on Windows
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def full_disk(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")
