"""A walk through the real QGIS with mouse and keys alone: map, arrows, Enter, layer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.qgis_desktop import walk

pytestmark = pytest.mark.skipif(
    not (shutil.which("xdotool") and shutil.which("Xvfb") and shutil.which("qgis.bin")),
    reason="needs xdotool, Xvfb and QGIS",
)


def test_a_click_on_the_map_arrow_keys_and_enter_put_a_layer_into_the_tree(
    sample_archive: Path, tmp_path: Path
) -> None:
    with walk(tmp_path, sample_archive) as desk:
        desk.xdotool("mousemove", *desk.told("parcel"), "click", 1)
        desk.xdotool("mousemove", *desk.told("series"), "click", 1)
        desk.xdotool("key", "Right")
        desk.xdotool("key", "Return")
        assert desk.told("layers") == ["2022-03-08 10:46:33 B08_B04_B03"]
