"""One stretch for all parcels of the queue, by a switch, so that they compare."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.pipeline.series import Entry, State
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.chips import a_chip
from tests.desktop.running import parcels_of
from tests.desktop.window import CENTRE, click, settle, wait_for, wait_for_tasks
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def queue(iface: Any, dock: Any, servers: Served, clean_project: Any) -> Any:
    """Of three of the sample's parcels; the first is read."""
    layer = parcels_of(servers, "315141")
    layer.setSubsetString("")
    names = sorted(feature["id"] for feature in layer.getFeatures())[:2]
    layer = parcels_of(servers, *names, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    layer.selectAll()
    dock.picker.selectedAction.trigger()
    ready(dock)
    return dock.queue


def ready(dock: Any) -> None:
    wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())


def switch(dock: Any) -> None:
    dock.queue.bar._stretch.click()


def shared(dock: Any) -> None:
    """Wait for the limits."""
    wait_for(lambda: isinstance(dock.panel.look.lut, Absolute))
    ready(dock)


def test_is_that_of_the_parcel_on_show_for_all_that_follow(dock: Any, queue: Any) -> None:
    first = dock.session.place.label
    chips = [entry.chip for entry in dock.panel.entries()]
    switch(dock)
    assert "first parcel with clear dates" in queue.bar.stretch_text
    shared(dock)
    assert dock.panel.look == dock.form.look().fixed_to(chips)
    assert queue.bar.stretch_text == f"Stretch of {first} for all"

    before = dock.panel.look
    for _ in range(2):
        dock.picker.nextAction.trigger()
        ready(dock)
        assert dock.session.place.label != first
        assert dock.panel.look == before
        assert first in queue.bar.stretch_text


def test_is_that_of_the_first_parcel_with_clear_dates(qgis_app: object) -> None:
    from cbm_chips.gui.session.dates.held_stretch import HeldStretch

    entries: list[Entry] = []
    stretch = HeldStretch(lambda: entries, None)
    stretch.switch(is_on=True)
    for name, flag in (("under clouds", CloudFlag.CLOUDY), ("clear", CloudFlag.CLEAR)):
        chip = replace(a_noisy_chip(), flag=flag)
        entries[:] = [Entry(chip.scene, State.CHIP, chip=chip)]
        stretch.take(Look(), name)
        wait_for_tasks()
        settle()
    assert stretch.giver(Look()) == "clear"
    entries.clear()
    stretch.take(Look(), "the next")
    assert stretch.giver(Look()) == "clear"


def test_of_each_look_is_its_own_and_of_the_same_parcel(dock: Any, queue: Any) -> None:
    switch(dock)
    shared(dock)
    former = dock.panel.look
    first = queue.bar.stretch_text
    dock.form.choose_look(look_choice("B03_B04_B08"))
    wait_for(lambda: dock.panel.look.shows != former.shows)
    shared(dock)
    limits, swapped = former.lut.pairs, dock.panel.look.lut.pairs
    assert swapped == limits[::-1]
    assert queue.bar.stretch_text == first

    dock.picker.nextAction.trigger()
    ready(dock)
    dock.form.choose_look(look_choice("B08_B04_B03"))
    assert dock.panel.look == former


def test_of_bands_that_are_read_later_is_that_of_the_parcel_on_show(dock: Any, queue: Any) -> None:
    switch(dock)
    shared(dock)
    dock.picker.nextAction.trigger()
    ready(dock)
    second = dock.session.place.label
    dock.form.choose_look(look_choice("B04_B03_B02"))
    shared(dock)
    assert queue.bar.stretch_text == f"Stretch of {second} for all"


def test_is_that_of_the_layers_too(dock: Any, queue: Any) -> None:
    switch(dock)
    shared(dock)
    dock.picker.nextAction.trigger()
    ready(dock)
    loaded: list[Any] = []
    dock.layers.loader.loaded.connect(loaded.extend)
    dock.layers.load([entry for entry in dock.panel.entries() if entry.chip][:1])
    wait_for(lambda: loaded)
    renderer = loaded[0].renderer()
    parts = (
        renderer.redContrastEnhancement(),
        renderer.greenContrastEnhancement(),
        renderer.blueContrastEnhancement(),
    )
    found = [(part.minimumValue(), part.maximumValue()) for part in parts]
    limits = dock.panel.look.lut.pairs
    expected = [[value / 10_000 for value in pair] for pair in limits]
    assert found == [pytest.approx(pair) for pair in expected]


def test_ends_with_the_switch_and_with_the_queue(iface: Any, dock: Any, queue: Any) -> None:
    switch(dock)
    shared(dock)
    switch(dock)
    assert queue.bar.stretch_text == ""
    assert dock.panel.look == dock.form.look()

    switch(dock)
    shared(dock)
    click(iface, dock, CENTRE)
    assert dock.panel.look == dock.form.look()
    assert not queue.bar._stretch.isChecked()


def test_changes_nothing_about_an_index(dock: Any, queue: Any) -> None:
    dock.form.choose_look(look_choice(index="NDVI"))
    ready(dock)
    switch(dock)
    wait_for(lambda: "315" in queue.bar.stretch_text)
    assert dock.panel.look == dock.form.look()


def a_noisy_chip() -> Any:
    chip = a_chip()
    chance = np.random.default_rng(7)
    bands = {
        name: chance.integers(2000, 3000, values.shape).astype(values.dtype)
        for name, values in chip.bands.items()
    }
    return replace(chip, bands=bands)


def look_choice(composite: str = "", index: str = "") -> Any:
    from cbm_chips.gui.session.form_values.look_choice import LookChoice

    return LookChoice(composite, index)
