"""Painted thumbnails are kept, not too many of them, and not too many are painted at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.chips import a_parcel
from tests.desktop.gui.thumbnails.six_dates import batch, chip, found, look, wait_for

DAYS = tuple(f"2022-04-{day:02d}" for day in range(1, 25))


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    from cbm_chips.gui.thumbnails import ThumbnailPanel

    made = ThumbnailPanel()
    made.resize(500, 400)
    made.show()
    made.begin(1, a_parcel(), 1280)
    made.take(batch(found(*DAYS), *map(chip, DAYS)))
    wait_for(made.is_idle)
    yield made
    made.stop()
    made.close()
    made.deleteLater()


def cache(panel: Any) -> Any:
    return panel.view.itemDelegate()._cache


def painted(panel: Any) -> Any:
    return panel.view.viewport().grab().toImage()


def with_time(panel: Any, most_s: float) -> None:
    from cbm_chips.gui.thumbnails.pictures.thumbnail_cache import ThumbnailCache

    panel.view.itemDelegate()._cache = ThumbnailCache(most_s=most_s)


def test_what_has_no_time_is_painted_in_the_next_turns(panel: Any) -> None:
    with_time(panel, 9)
    whole = painted(panel)

    with_time(panel, 0)
    assert painted(panel) != whole
    assert panel.view._rest.isActive()

    wait_for(lambda: not panel.view._rest.isActive() and not cache(panel).is_behind)
    assert painted(panel) == whole


def test_no_more_are_kept_than_was_said(panel: Any) -> None:
    from cbm_chips.gui.thumbnails.pictures.thumbnail_cache import ThumbnailCache

    panel.view.itemDelegate()._cache = ThumbnailCache(most_bytes=500_000, most_s=9)
    bar = panel.view.verticalScrollBar()
    for place in range(0, bar.maximum(), 100):
        bar.setValue(place)
        painted(panel)

    kept = cache(panel)
    sizes = [one.width() * one.height() * 4 for _, one in kept._kept.values()]
    assert kept.bytes == sum(sizes) <= 500_000


CHANGES = {
    "another look": lambda panel: panel.set_look(look("NDVI")),
    "another size": lambda panel: panel.view.set_thumbnail_size(200),
    "news of a date": lambda panel: panel.take(
        batch(replace(chip(DAYS[0]), cloud_fraction=0.5), replace(chip(DAYS[1]), cloud_fraction=1))
    ),
    "a tick": lambda panel: panel.view.selectAll(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_painted_anew(panel: Any, change: str) -> None:
    with_time(panel, 9)
    before = painted(panel)

    CHANGES[change](panel)
    wait_for(panel.is_idle)

    with_kept = painted(panel)
    assert with_kept != before
    with_time(panel, 9)
    assert painted(panel) == with_kept
