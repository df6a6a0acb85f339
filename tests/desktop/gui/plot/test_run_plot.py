"""The plot in the dock: shown and hidden, filled by a run, one current date for all."""

from __future__ import annotations

from typing import Any


def test_a_key_shows_and_hides_it_and_the_next_dock_knows(dock: Any) -> None:
    from cbm_chips.gui.plot.options import recall_options
    from cbm_chips.gui.session import store

    assert dock.plot_place.isHidden()

    dock.plot.action.trigger()
    assert not dock.plot_place.isHidden()
    assert store.recall_grid("plot", "off") == "on"

    dock.plot.action.trigger()
    assert dock.plot_place.isHidden()
    assert recall_options() == dock.plot.panel.options


def test_its_key_is_one_of_the_docks_and_works_in_the_plot_too(dock: Any) -> None:
    assert dock.plot.action.shortcut().toString() == "G"
    assert dock.plot.action in dock.keys.actions
    assert dock.plot.action in dock.plot.panel.view.actions()
