"""The place over the pictures of an HTML page: where it is, to a hundredth of a pixel."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from cbm_chips.core.model import Place
from cbm_chips.core.outputs.html.outline import Outlines
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.projection import to_wgs84
from tests.builders import a_grid, a_request, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.html_pages import Page

BANDS = ("B08", "B04", "B03")


def on_the_ground(shape_px, grid):
    """A shape in pixels of the chip, x to the right, y down, as a place on the globe."""

    def ring(points):
        x, y = np.asarray(points.coords).T
        return np.column_stack(
            [grid.left + grid.resolution_m * x, grid.top - grid.resolution_m * y]
        )

    parts = [
        Polygon(ring(part.exterior), [ring(hole) for hole in part.interiors])
        for part in getattr(shape_px, "geoms", [shape_px])
    ]
    return Place.of_parcel(to_wgs84(MultiPolygon(parts), grid.epsg), "p")


def lines_of(page):
    """The lines drawn, each [n, 2] of x, y."""
    (written,) = page.lines.values()
    texts = (re.findall(r"[-+.e\d]+", line) for line in written.split("M")[1:])
    return [np.array(text, dtype=float).reshape(-1, 2) for text in texts]


def drawn(place, grid):
    outlines = Outlines(place)
    return lines_of(Page.of(outlines.over(grid) + outlines.drawings()))


def rings_of(shape):
    for part in getattr(shape, "geoms", [shape]):
        yield from (part.exterior, *part.interiors)


def test_holes_and_parts_are_drawn_where_they_are_to_a_hundredth_of_a_pixel():
    grid = a_grid()
    field = box(10.123, 20.456, 60.789, 90.5).difference(Point(30.25, 50.75).buffer(7.5))
    shape = MultiPolygon([field, box(100.004, -30.5, 140.25, 12.996)])

    lines = drawn(on_the_ground(shape, grid), grid)

    expected = [np.asarray(ring.coords) for ring in rings_of(shape)]
    assert len(lines) == len(expected) == 3
    for line, ring in zip(lines, expected):
        assert line.shape == ring.shape
        assert np.abs(line - ring).max() <= 0.01


@given(
    middle=st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
    radius=st.floats(0.2, 3000),
    size_m=st.sampled_from([20, 1280, 5120]),
)
def test_any_parcel_is_drawn_where_it_is(middle, radius, size_m):
    grid = a_grid(size_m=size_m)
    shape = Point(middle).buffer(radius, 3)

    (line,) = drawn(on_the_ground(shape, grid), grid)

    assert np.abs(line - np.asarray(shape.exterior.coords)).max() <= 0.01


def test_a_point_is_a_cross_whose_middle_is_free():
    grid = a_grid()
    centre = a_parcel()

    lines = drawn(Place(centre.lon, centre.lat), grid)

    assert len(lines) == 4
    assert np.mean(lines, axis=(0, 1)) == pytest.approx([64, 64], abs=0.02)
    distances = [np.hypot(*(line - 64).T) for line in lines]
    assert np.ravel(distances) == pytest.approx([128 / 48, 128 / 16] * 4, abs=0.02)


def test_what_is_too_far_for_the_zone_is_not_drawn():
    far = Place.of_parcel(box(-178.0, -1.0, -177.9, -0.9), "antipodes")

    assert all(np.isfinite(line).all() for line in drawn(far, a_grid()))


def test_it_lies_over_every_picture_and_is_on_the_page_once_for_each_grid(tmp_path):
    wide = a_grid(size_m=2560)
    dates = [
        a_chip(BANDS, scene=a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34"), grid=grid)
        for day, grid in ((1, a_grid()), (2, a_grid()), (3, wide))
    ]
    request = replace(a_request(), place=a_parcel(), bands=BANDS)
    path = tmp_path / "sheet.html"

    write_html_sheet([Section.of([*dates, a_failed_chip()], request)], path, names=["p"])

    page = Page.read(path)
    assert not page.faults
    assert sorted(page.lines) == ["outline-1-line", "outline-2-line"]
    boxes = [value for name, value in page.attributes if name == "viewbox" and "128" in value]
    assert boxes == ["0 0 128 128"] * 2
    assert page.attributes.count(("class", "outline")) == 3


def test_two_places_on_a_page_do_not_mix_their_outlines(tmp_path):
    requests = [
        replace(a_request(), place=a_parcel(name, grid), bands=BANDS)
        for name, grid in (("a", a_grid()), ("b", a_grid(size_m=640)))
    ]
    sections = [Section.of([a_chip(BANDS)], request) for request in requests]
    path = tmp_path / "sheet.html"

    page = Page.read(write_html_sheet(sections, path, names=["a", "b"]))

    assert not page.faults
    first, second = page.lines.values()
    assert first != second
