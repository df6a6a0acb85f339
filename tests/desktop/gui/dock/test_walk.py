"""A walk through the real QGIS with mouse and keys alone: map, arrows, Enter, layer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.qgis_desktop import Walk, walk

DATES_ON = 3
"""From 8 Mar 2022, the first clear date, to 10 May, which is clear everywhere."""

pytestmark = pytest.mark.skipif(
    not (shutil.which("xdotool") and shutil.which("Xvfb") and shutil.which("qgis.bin")),
    reason="needs xdotool, Xvfb and QGIS",
)


@pytest.fixture(scope="module")
def desk(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """QGIS with the parcel tool in hand; one for both walks."""
    with walk(tmp_path_factory.mktemp("desk"), sample_archive) as started:
        yield started


def click_parcel(desk: Walk) -> dict[str, Any]:
    """Where its dates are, and what else is seen."""
    desk.xdotool("mousemove", *desk.parcel, "click", 1)
    series: dict[str, Any] = desk.told("series")
    return series


def test_a_click_on_the_map_arrow_keys_and_enter_put_a_layer_into_the_tree(desk: Walk) -> None:
    desk.xdotool("mousemove", *click_parcel(desk)["first"], "click", 1)
    desk.xdotool("key", "Right")
    desk.xdotool("key", "Return")
    assert desk.told("layers") == ["2022-03-08 10:46:33 B08_B04_B03"]


def test_twenty_parcels_are_looked_at_with_a_key_each_and_nothing_is_lost_on_the_way(
    desk: Walk,
) -> None:
    kept = ("is_filtered", "date", "fits", "picture_px", "scale")
    series = click_parcel(desk)
    assert series["place"] == "315141"
    desk.xdotool("mousemove", *series["filter"], "click", 1, "key", "c", "Return")
    assert desk.told("filter") == "clear"
    desk.xdotool("mousemove", *series["first"], "click", 1, "key", *DATES_ON * ["Right"])
    desk.xdotool("key", "n")
    before = desk.told("series")
    assert (before["is_filtered"], before["date"]) == ("clear", "2022-05-10")
    seen = ["315141", before["place"]]
    while len(seen) < 20:
        desk.xdotool("key", "n")
        now = desk.told("series")
        assert {name: now[name] for name in kept} == {name: before[name] for name in kept}
        assert (now["is_in_sight"], now["is_on_map"]) == (True, True)
        seen.append(now["place"])
    assert len(set(seen)) == 20
