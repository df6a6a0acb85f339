"""What can't be is refused before anything runs, in core's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import (
    CENTRE,
    JUNE,
    refusal,
)

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


class TestRefusals:
    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"SIZE": 1290}, "size_m: 1290.0 is not possible; allowed: a multiple of 20"),
            ({"SIZE": "5140"}, "size_m: 5140.0 is not possible"),
            ({"START": "2022-07-01"}, "end: '2022-06-30' is not possible"),
            ({"START": "yesterday"}, "start: 'yesterday' is not possible"),
            ({"START": "2014-01-01"}, "start: '2014-01-01' is not possible"),
            ({"BANDS": "B8"}, "bands: 'B8' is not possible"),
            ({"BANDS": ""}, "bands: () is not possible"),
            ({"MAX_SCENE_CLOUD": 101}, "max_scene_cloud_pct: 101.0 is not possible"),
            ({"LEVEL": "LEVEL1C"}, "bands: 'SCL' is not possible; allowed: for LEVEL1C"),
            ({"SOURCE": "google"}, "source: 'google' is not possible"),
            ({"POINT": None}, "POINT, PARCELS: 'neither' is not possible"),
            ({"PARCELS": "x.gpkg"}, "POINT, PARCELS: 'both' is not possible"),
            ({"POINT": "somewhere"}, "POINT: 'somewhere' is not possible"),
            ({"POINT": "200,10"}, "lon: 200.0 is not possible"),
        ],
    )
    def test_say_cores_words(self, tmp_path: Path, wrong: dict[str, Any], words: str) -> None:
        given = {"SOURCE": "earth-search", **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal("rawchips", given) == ""
        assert words in refusal("rawchips", {**given, **wrong})

    @pytest.mark.parametrize(
        ("algorithm", "wrong", "words"),
        [
            ("compositechips", {"BANDS": "B08_SCL_B03"}, "bands: 'B08_SCL_B03' is not possible"),
            ("compositechips", {"LUT": "95_5"}, "lut: "),
            ("cloudflags", {"BAD_CLASSES": "clouds"}, "bad_classes: 'clouds' is not possible"),
            ("cloudflags", {"BAD_CLASSES": "0,12"}, "bad_classes: "),
            ("cloudflags", {"TOLERANCE_PCT": 101}, "tolerance_pct: "),
        ],
    )
    def test_say_cores_words_elsewhere(
        self, tmp_path: Path, algorithm: str, wrong: dict[str, Any], words: str
    ) -> None:
        given = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal(algorithm, {**given, **wrong}).startswith(words)
