"""A picker that tells what it heard."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from cbm_chips.core.model import Place


@pytest.fixture
def picker(iface: Any) -> Iterator[Any]:
    from cbm_chips.gui.map.picker import MapPicker

    picker = MapPicker(iface.canvas)
    picker.heard = SimpleNamespace(places=[], lists=[], problems=[])

    def take(place: Place) -> None:
        picker.heard.places.append(place)
        picker.show_place(place, 1280)

    picker.placePicked.connect(take)
    picker.placesPicked.connect(picker.heard.lists.append)
    picker.problem.connect(picker.heard.problems.append)
    yield picker
    picker.unload()
