"""The page of pictures."""

from __future__ import annotations

from collections.abc import Sequence

_PER_ROW = 8


def chips_page(chips: Sequence[tuple[str, str]]) -> str:
    """The page as the original writes it, in one line: time and address of each picture.

    A row is closed after every 8th picture, and once more at the end.
    """
    cells = []
    for number, (time, address) in enumerate(chips):
        opening = "<tr>" if number % _PER_ROW == 0 else ""
        closing = "</tr><br/>" if number % _PER_ROW == _PER_ROW - 1 else ""
        cell = f'<td><label><img id = "{time}" src="{address}"/><br/>{time}</label></td>'
        cells.append(opening + cell + closing)
    return (
        "<!DOCTYPE html><html><head><style>table { border-spacing: 10px; }</style></head>"
        f'<body><table style="width:100%">{"".join(cells)}</tr></table></body></html>'
    )
