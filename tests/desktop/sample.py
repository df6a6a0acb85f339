"""The built-in sample: its parcels, and a few dates only, so that it is made in a moment."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from cbm_chips.core.sample_archive.parcels import SampleParcel, sample_parcels
from tests.conftest import kept_archive

DATES = (date(2022, 6, 14), date(2022, 6, 19))


@cache
def declared_parcels() -> tuple[SampleParcel, ...]:
    """Of the sample, the one in the centre first."""
    return tuple(sample_parcels(kept_archive()))


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the sample is made of one product of each of `DATES`, of Level-2A."""
    from cbm_chips.core.sample_archive import archive
    from cbm_chips.core.sample_archive.passes import products

    groups = [group[:1] for group in products() if group[0].acquisition.day in DATES]
    monkeypatch.setattr(archive, "products", lambda: groups)
    monkeypatch.delitem(archive.COLLECTIONS, "LEVEL1C")  # it would have nothing


def choose(dock: Any, source: str) -> None:
    """In the list of sources, as a person does."""
    box = dock.form.source
    box.setCurrentIndex(box.findData(source))
    box.activated.emit(box.currentIndex())
