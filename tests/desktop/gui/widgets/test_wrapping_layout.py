"""Rows that wrap leave nothing behind, however their widgets go."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from typing import Any

import pytest

from tests.desktop.window import settle

ROWS, WIDGETS = 200, 10
ITEM_BYTES = 64
"""A layout's item of Qt takes more."""


class _Malloc(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


def bytes_in_use() -> int:
    """By malloc's own count."""
    told = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if told is None:
        pytest.skip("malloc does not tell")
    told.restype = _Malloc
    gc.collect()
    now = told()
    return int(now.uordblks + now.hblkhd)


def whole_row(row: Any, widgets: list[Any]) -> None:
    row.deleteLater()


def widgets_first(row: Any, widgets: list[Any]) -> None:
    for widget in widgets[::2]:
        widget.deleteLater()
    settle()
    assert row.layout().count() == len(widgets) // 2
    row.deleteLater()


def items_first(row: Any, widgets: list[Any]) -> None:
    while row.layout().count():
        row.layout().takeAt(0)
    row.deleteLater()


@pytest.mark.parametrize("go", [whole_row, widgets_first, items_first])
def test_items_go_with_their_layout(qgis_app: Any, go: Callable[[Any, list[Any]], None]) -> None:
    from qgis.PyQt.QtWidgets import QWidget

    from cbm_chips.gui.widgets.wrapping_layout import button_row

    def one() -> None:
        widgets = [QWidget() for _ in range(WIDGETS)]
        row = button_row(*widgets)
        row.resize(300, 100)
        row.layout().activate()
        go(row, widgets)
        settle()

    for _ in range(20):
        one()
    before = bytes_in_use()
    for _ in range(ROWS):
        one()
    assert bytes_in_use() - before < ROWS * WIDGETS * ITEM_BYTES // 4
