"""A season as an animated GIF and numbered PNGs."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PIL import Image

from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import MissingPackage, RequestError
from cbm_chips.core.model import Place
from cbm_chips.core.outputs.animation.options import AnimationOptions
from cbm_chips.core.outputs.animation.write import AnimationStopped, write_animation
from cbm_chips.core.rendering.look import Look, find_one_band
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene, utc
from tests.chips import a_chip, a_failed_chip, a_parcel

START = utc("2022-06-01T10:50:31")
PLAIN = AnimationOptions(has_outline=False, has_date=False, edge_px=128)


def on_day(number):
    return a_scene(f"S2A_{number}", START + timedelta(days=5 * number))


def a_flat_chip(number, dn, flag=CloudFlag.CLEAR):
    """Grey, brighter from date to date."""
    grid = a_grid()
    bands = {name: np.full((128, 128), dn, np.uint16) for name in ("B08", "B04", "B03")}
    return a_chip(bands, on_day(number), grid, flag=flag)


@pytest.fixture
def season():
    flags = (CloudFlag.CLEAR, CloudFlag.CLOUDY, CloudFlag.PARTLY, CloudFlag.CLEAR)
    chips = [a_flat_chip(n, 2000 + 1000 * n, flag) for n, flag in enumerate(flags)]
    return [*chips[::-1], a_failed_chip(scene=on_day(7))]


def frames_of(path):
    with Image.open(path) as gif:
        frames = []
        for number in range(gif.n_frames):
            gif.seek(number)
            frames.append((np.asarray(gif.convert("RGB")), gif.info["duration"]))
        return frames


def test_a_season_becomes_a_gif_and_numbered_pictures_oldest_first(tmp_path, season):
    written = write_animation(tmp_path / "season", a_parcel(), season, Look(), PLAIN)
    assert written.gif == tmp_path / "season.gif"
    assert [path.name for path in written.pngs] == [
        "0001_20220601T105031.png",
        "0002_20220611T105031.png",
        "0003_20220616T105031.png",
    ]
    assert (written.shown, written.cloudy, written.without_picture) == (3, 1, 1)
    shown = frames_of(written.gif)
    assert [duration for _, duration in shown] == [500, 500, 500]
    middles = [int(pixels[64, 64, 0]) for pixels, _ in shown]
    assert middles == sorted(middles)
    assert len(set(middles)) == 3
    for path, (pixels, _) in zip(written.pngs, shown):
        with Image.open(path) as png:
            assert np.array_equal(np.asarray(png), pixels)


def test_cloudy_dates_are_frames_where_they_are_wanted(tmp_path, season):
    wanted = replace(PLAIN, has_cloudy=True, has_pngs=False)
    written = write_animation(tmp_path / "season", a_parcel(), season, Look(), wanted)
    assert (written.shown, written.cloudy, written.pngs) == (4, 0, ())
    assert len(frames_of(written.gif)) == 4


def test_all_frames_have_one_stretch_even_where_the_look_has_one_of_each_date(tmp_path, season):
    look = Look(is_shared=False)
    written = write_animation(tmp_path / "season", a_parcel(), season, look, PLAIN)
    first, *_, last = (pixels[64, 64] for pixels, _ in frames_of(written.gif))
    assert (first < last).all()


def test_an_index_keeps_its_colours(tmp_path):
    chips = [a_chip(scene=on_day(n), flag=CloudFlag.CLEAR) for n in range(2)]
    look = Look(find_one_band("NDVI"))
    written = write_animation(tmp_path / "ndvi", a_parcel(), chips, look, PLAIN)
    expected = look.renderer(()).rgba_of(chips[0])
    with Image.open(written.pngs[0]) as png:
        shown = np.asarray(png)
    opaque = expected[..., 3] == 255
    assert np.array_equal(shown[opaque], expected[..., :3][opaque])


def test_the_outline_lies_where_the_parcel_is(tmp_path, season):
    bare = write_animation(tmp_path / "bare", a_parcel(), season, Look(), PLAIN)
    options = replace(PLAIN, has_outline=True)
    drawn = write_animation(tmp_path / "drawn", a_parcel(), season, Look(), options)
    with Image.open(bare.pngs[0]) as one, Image.open(drawn.pngs[0]) as other:
        changed = (np.asarray(one) != np.asarray(other)).any(axis=2)
    rows, cols = np.nonzero(changed)
    for found in (rows, cols):
        assert 28 <= found.min() <= 33
        assert 95 <= found.max() <= 100
    assert not changed[40:88, 40:88].any()


def test_the_date_stands_below_the_picture(tmp_path, season):
    options = replace(PLAIN, has_date=True, edge_px=512)
    place = replace(a_parcel(), label="Feld Ω 17 with a name far too long for any such line " * 3)
    written = write_animation(tmp_path / "dated", place, season, Look(), options)
    with Image.open(written.pngs[0]) as one, Image.open(written.pngs[1]) as other:
        assert one.size == other.size == (512, 544)
        changed = (np.asarray(one) != np.asarray(other)).any(axis=2)[512:]
    assert changed[:, :256].any()


def test_a_point_has_a_cross(tmp_path):
    place = Place(5.2, 52.78)
    chips = [a_flat_chip(0, 3000)]
    options = replace(PLAIN, has_outline=True)
    assert write_animation(tmp_path / "p", place, chips, Look(), options).shown == 1


def test_frames_of_a_longer_season_before_go_and_nothing_else(tmp_path, season):
    write_animation(tmp_path / "s", a_parcel(), season, Look(), PLAIN)
    (tmp_path / "s_frames" / "0001_notes.png").write_bytes(b"mine")
    clear = [chip for chip in season if chip.flag is CloudFlag.CLEAR]
    written = write_animation(tmp_path / "s", a_parcel(), clear, Look(), PLAIN)
    there = {path.name for path in (tmp_path / "s_frames").iterdir()}
    assert there == {path.name for path in written.pngs} | {"0001_notes.png"}


def test_nothing_to_show_is_refused(tmp_path):
    with pytest.raises(RequestError) as refused:
        write_animation(tmp_path / "s", a_parcel(), [a_failed_chip()], Look(), PLAIN)
    assert refused.value.field == "dates"
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_stopped_leaves_no_gif(tmp_path, season):
    stop = Cancellation()
    stop.cancel()
    with stop.for_this_thread(), pytest.raises(AnimationStopped):
        write_animation(tmp_path / "s", a_parcel(), season, Look(), PLAIN)
    assert list(tmp_path.glob("*.gif")) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"frame_ms": 10}, "frame_ms"),
        ({"edge_px": 5000}, "edge_px"),
        ({"has_gif": False, "has_pngs": False}, "has_gif"),
    ],
)
def test_what_is_no_animation_is_refused_by_its_field(values, field):
    with pytest.raises(RequestError) as refused:
        AnimationOptions(**values)
    assert refused.value.field == field


def test_without_pillow_a_sentence_says_so(tmp_path, season, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(MissingPackage, match="Pillow"):
        write_animation(tmp_path / "s", a_parcel(), season, Look(), PLAIN)


def test_without_a_font_of_the_system_pillow_writes_with_its_own(tmp_path, season, monkeypatch):
    from cbm_chips.core.outputs.animation import drawing

    monkeypatch.setattr(drawing, "_FONTS", ())
    drawing._font.cache_clear()
    place = replace(a_parcel(), label="Ω 17")
    options = replace(PLAIN, has_date=True, edge_px=256)
    assert write_animation(tmp_path / "s", place, season, Look(), options).shown == 3
    drawing._font.cache_clear()
