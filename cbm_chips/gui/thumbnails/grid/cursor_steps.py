"""How many dates each key of the cursor goes on, where dates flow in rows."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QAbstractItemView

_Action = QAbstractItemView.CursorAction


def steps_of(
    columns: int, page: int, count: int, *, is_mirrored: bool
) -> dict[QAbstractItemView.CursorAction, int]:
    """By action; `page` rows are in sight, `count` dates are there."""
    forward = -1 if is_mirrored else 1
    return {
        _Action.MoveLeft: -forward,
        _Action.MoveRight: forward,
        _Action.MovePrevious: -1,
        _Action.MoveNext: 1,
        _Action.MoveUp: -columns,
        _Action.MoveDown: columns,
        _Action.MovePageUp: -page * columns,
        _Action.MovePageDown: page * columns,
        _Action.MoveHome: -count,
        _Action.MoveEnd: count,
    }
