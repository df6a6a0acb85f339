"""How the grid of pictures was left: order, size, whether it fits."""

from __future__ import annotations

from ...session.form_values import store
from ...thumbnails.controls.control_row import ControlRow
from ...thumbnails.controls.view_button import GRID

USUAL_DPI = 96
"""Sizes are kept as pixels of such a screen, so that a finer one shows them as large."""


def keep_grid(controls: ControlRow) -> None:
    """Show it as it was left, and keep what is changed; at first all dates are in sight."""
    dpi = controls.logicalDpiX()
    size = store.recall_grid("size", "")
    if size.isdecimal():
        controls.show_size(round(int(size) * dpi / USUAL_DPI))
    controls.choose_order(store.recall_grid("order", "oldest first"))
    fits = store.recall_grid("fit", "no" if size else "yes") == "yes"
    controls.show_fit(fits)
    controls.size_chosen.connect(
        lambda px: store.remember_grid("size", round(px * USUAL_DPI / dpi))
    )
    controls.choose_view(store.recall_grid("view", GRID))
    controls.view_chosen.connect(lambda name: store.remember_grid("view", name))
    controls.order_chosen.connect(lambda order: store.remember_grid("order", order))
    controls.fit_chosen.connect(lambda on: store.remember_grid("fit", "yes" if on else "no"))
