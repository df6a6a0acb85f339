"""One chip large: zoom at the mouse, drag, the dates at the same spot."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chips import a_parcel
from tests.desktop.gestures import key, move_to, wheel
from tests.desktop.gui.thumbnails.six_dates import (
    DAYS,
    batch,
    canvas,
    chip,
    found,
    pixels,
    scene,
    wait_for,
)
from tests.effort import examples

SIDES = st.floats(80, 4000)
SHARES = st.floats(0, 1)


@pytest.fixture
def large(panel: Any) -> Any:
    panel.pages.toggle_large()
    return panel.pages.large


class TestTheSpotUnderTheMouse:
    @settings(max_examples=examples(300), deadline=None)
    @given(width=SIDES, height=SIDES, x=SHARES, y=SHARES, factor=st.floats(1, 4))
    def test_stays_where_it_is_while_zooming_in(
        self, width: float, height: float, x: float, y: float, factor: float
    ) -> None:
        from qgis.PyQt.QtCore import QPointF, QRectF

        from cbm_chips.gui.thumbnails.pictures.viewpoint import Viewpoint

        room = QRectF(0, 0, width, height)
        # so near that the chip is larger than the room in both directions
        near = Viewpoint(4 * max(width, height) / min(width, height))
        at = QPointF(x * width, y * height)
        if near.zoom * factor > 32:
            return

        after = near.zoomed(factor, at=at, room=room)

        before, now = near.spot_at(at, room), after.spot_at(at, room)
        assert (now.x(), now.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)

    @settings(max_examples=examples(300), deadline=None)
    @given(
        width=SIDES,
        height=SIDES,
        moves=st.lists(st.tuples(st.floats(0.1, 8), SHARES, SHARES), max_size=6),
    )
    def test_is_always_of_the_chip_where_the_chip_fills_the_room(
        self, width: float, height: float, moves: list[tuple[float, float, float]]
    ) -> None:
        from qgis.PyQt.QtCore import QPointF, QRectF

        from cbm_chips.gui.thumbnails.pictures.viewpoint import MOST_ZOOM, Viewpoint

        room, seen = QRectF(0, 0, width, height), Viewpoint()
        for factor, x, y in moves:
            at = QPointF(x * width, y * height)
            seen = seen.zoomed(factor, at=at, room=room).moved(at - room.center(), room)

        area = seen.area(room)
        assert 1 <= seen.zoom <= MOST_ZOOM
        for low, high, first, last in (
            (area.left(), area.right(), 0, width),
            (area.top(), area.bottom(), 0, height),
        ):
            assert (low <= first + 1e-6 and high >= last - 1e-6) or (
                low >= first - 1e-6 and high <= last + 1e-6
            )

    def test_is_zoomed_at_by_the_wheel(self, large: Any) -> None:
        from qgis.PyQt.QtCore import QPointF

        seen, room = canvas(large), canvas(large).room
        at = QPointF(room.width() * 0.5, room.height() * 0.4)
        wheel(seen, at.x(), at.y(), 4)
        before = seen.viewpoint.spot_at(at, room)

        wheel(seen, at.x(), at.y(), 2)

        after = seen.viewpoint.spot_at(at, room)
        assert seen.viewpoint.zoom > 2
        assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)

    def test_follows_the_hand(self, large: Any) -> None:
        from qgis.PyQt.QtCore import QPoint, QPointF, Qt
        from qgis.PyQt.QtTest import QTest

        seen = canvas(large)
        key(large, "Plus")
        key(large, "Plus")
        key(large, "Plus")
        start, end = QPoint(200, 200), QPoint(190, 185)
        before = seen.viewpoint.spot_at(QPointF(start), seen.room)

        QTest.mousePress(seen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        move_to(seen, end)
        QTest.mouseRelease(seen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

        after = seen.viewpoint.spot_at(QPointF(end), seen.room)
        assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)


class TestTheKeys:
    def test_open_and_close_it_and_the_list_has_the_date_it_left(self, panel: Any) -> None:
        panel.go_to(scene(DAYS[1]).id)

        panel.pages.toggle_large()
        assert panel.pages.is_large
        assert panel.pages.currentWidget() is panel.pages.large
        key(panel.pages.large, "Right")
        assert panel.pages.close_large()

        assert panel.pages.currentWidget() is panel.view
        assert panel.current().scene.id == scene(DAYS[2]).id
        assert not panel.pages.close_large()

    def test_begin_at_the_first_date_where_none_is_current(self, panel: Any) -> None:
        assert panel.current() is None

        panel.pages.toggle_large()

        assert panel.current().scene.id == scene(DAYS[0]).id

    def test_step_through_the_dates_at_the_same_spot(self, large: Any, panel: Any) -> None:
        wheel(canvas(large), 100, 100, 5)
        seen, told = large.viewpoint, []
        panel.currentChanged.connect(lambda entry: told.append(entry.scene.id))

        for name in ("Right", "Down", "Left", "End", "Right", "Home"):
            key(large, name)

        rows = [DAYS.index(scene_id[4:]) for scene_id in told]
        assert rows == [1, 2, 1, 5, 0]
        assert large.viewpoint == seen

    def test_zoom_and_fit(self, large: Any) -> None:
        key(large, "Plus")
        assert large.viewpoint.zoom > 1
        key(large, "Minus")
        assert large.viewpoint.zoom == pytest.approx(1)
        key(large, "Plus")
        key(large, "0")
        assert large.viewpoint.zoom == 1

    def test_load_and_tick_as_in_the_list(self, large: Any, panel: Any) -> None:
        loaded = []
        panel.loadRequested.connect(loaded.extend)

        key(large, "Space")
        key(large, "Right")
        key(large, "Return")

        assert [entry.scene.id for entry in panel.selected()] == [scene(DAYS[0]).id]
        assert [entry.scene.id for entry in loaded] == [scene(DAYS[1]).id]


def test_it_stays_open_for_the_next_place(large: Any, panel: Any) -> None:
    wheel(canvas(large), 100, 100, 3)
    seen = large.viewpoint

    panel.begin(2, a_parcel("next"), 1280)
    panel.take(batch(found(*DAYS), chip(DAYS[0]), run=2))

    assert panel.pages.currentWidget() is large
    assert panel.current().scene.id == scene(DAYS[0]).id
    assert large.viewpoint == seen


def test_a_message_comes_before_it_and_it_comes_back(large: Any, panel: Any) -> None:
    panel.show_message("Nothing there")
    assert panel.pages.currentWidget() is panel._message

    panel.show_message("")
    assert panel.pages.currentWidget() is large


def test_its_pixels_are_sharp_and_its_outline_lies_where_it_is(large: Any, panel: Any) -> None:
    from qgis.PyQt.QtCore import QPointF

    from cbm_chips.gui.thumbnails.grid.model import Role

    seen = canvas(large)
    panel.model._overlay = type(panel.model.overlay)()  # no line over the pixels
    wheel(seen, seen.width() / 2, seen.height() / 2, 8)

    painted = pixels(seen.grab().toImage())
    image = pixels(panel.view.currentIndex().data(int(Role.PICTURE)))

    rng = np.random.default_rng(1)
    for x, y in rng.uniform(10, [seen.width() - 10, seen.height() - 10], (40, 2)):
        spot = seen.viewpoint.spot_at(QPointF(int(x) + 0.5, int(y) + 0.5), seen.room)
        column, row = spot.x() * image.shape[1], spot.y() * image.shape[0]
        if min(column % 1, row % 1, 1 - column % 1, 1 - row % 1) < 0.15:
            continue  # on the edge of a pixel
        assert painted[int(y), int(x), :3].tolist() == image[int(row), int(column), :3].tolist()


def test_a_date_without_picture_says_why(large: Any, panel: Any) -> None:
    for _ in range(3):
        key(large, "Right")

    assert panel.current().reason == "HTTP 503"
    large.grab()


def test_a_date_that_was_stopped_is_not_awaited(large: Any, panel: Any) -> None:
    panel.begin(2, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), run=2))
    wait_for(panel.is_idle)
    awaited = pixels(canvas(large).grab().toImage())
    panel.stop_waiting()
    wait_for(panel.is_idle)
    assert (pixels(canvas(large).grab().toImage()) != awaited).any()
