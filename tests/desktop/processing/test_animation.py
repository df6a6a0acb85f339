"""Animations made by Processing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.desktop.running import CENTRE, feedback_class, parcels_of, run
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")
JUNE = {"START": "2022-06-01", "END": "2022-06-30", "SIZE": 640}


def frames(path: Path) -> int:
    with Image.open(path) as gif:
        return int(gif.n_frames)


def test_a_place_becomes_a_gif_and_numbered_pictures(servers: Served, tmp_path: Path) -> None:
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
    result = run("animation", given)
    assert (result["COUNT"], result["FAILED"]) == (1, 0)
    (gif,) = tmp_path.glob("*.gif")
    pictures = sorted(path.name for path in tmp_path.rglob("*.png"))
    assert pictures[0].startswith("0001_202206")
    assert frames(gif) == len(pictures)


def test_cloudy_dates_and_an_index_by_parameters(servers: Served, tmp_path: Path) -> None:
    layer = parcels_of(servers, "315141", "315010")
    few = {"SOURCE": servers.api.url, "PARCELS": layer, **JUNE, "PNGS": False, "EDGE_PX": 64}
    clear = run("animation", {**few, "INDEX": "NDVI", "OUTPUT": str(tmp_path / "clear")})
    both = run("animation", {**few, "CLOUDY": True, "OUTPUT": str(tmp_path / "all")})
    assert clear["COUNT"] == both["COUNT"] == 2
    assert not list(tmp_path.rglob("*.png"))
    for name in ("315141.gif", "315010.gif"):
        assert frames(tmp_path / "clear" / name) < frames(tmp_path / "all" / name)


def test_a_period_without_a_picture_costs_its_place_alone(servers: Served, tmp_path: Path) -> None:
    feedback = feedback_class()()
    none = {"START": "2019-06-01", "END": "2019-06-03", "SIZE": 640}
    given = {"SOURCE": servers.api.url, **CENTRE, **none, "OUTPUT": str(tmp_path)}
    result = run("animation", given, feedback)
    assert (result["COUNT"], result["FAILED"]) == (0, 1)
    assert any("1 to 1000 dates with a picture" in words for words, _ in feedback.errors)
