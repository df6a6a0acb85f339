"""What the views of two dates show of them: pictures, titles, values at a spot."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF

from ...bridge.texts.translation import tr
from ...core.rendering.indices import Index
from ...core.rendering.pixel_values import PixelValues, values_at
from ..session.session import Session
from ..thumbnails.controls.info_line import DOT, value_words
from ..thumbnails.large.chip_canvas import CanvasContent
from ..thumbnails.large.large_view import content_of
from ..thumbnails.panel import ThumbnailPanel
from ..thumbnails.pictures.texts import date_of
from .change_call import Change, ChangeOrder
from .chip_pane import PaneTitle
from .words import MINUS, signed

_DIGITS = 3


class Compared:
    """Asks the session and the series whenever it is asked; keeps nothing."""

    def __init__(self, session: Session, panel: ThumbnailPanel) -> None:
        """`panel` has the pictures, the session the marks."""
        self._session, self._panel = session, panel

    def picture(self, number: int) -> CanvasContent | None:
        """Of the first or the second date."""
        entry = self._session.compared.entry(number)
        index = self._panel.model.index_of(entry.scene.id) if entry is not None else None
        return content_of(index) if index is not None and index.isValid() else None

    def change_picture(self, change: Change | None, problem: str) -> CanvasContent:
        """What differs; `problem` says why there is none."""
        image = change.image if change is not None else None
        return CanvasContent(image, self._panel.model.overlay, problem)

    def title(self, number: int) -> PaneTitle | None:
        """Of the first or the second date."""
        entry = self._session.compared.entry(number)
        return PaneTitle.of(entry, number) if entry is not None else None

    def change_title(self, index: Index) -> PaneTitle | None:
        """Both dates, second minus first."""
        pair = self._session.compared.pair
        if pair is None:
            return None
        first, second = map(date_of, pair)
        return PaneTitle(f"{index.name}: {second} {MINUS} {first}")

    def order(self, index: Index) -> ChangeOrder | None:
        """The difference of an index between both; None while one of them is not there."""
        chips, shown = self._session.compared.chips, self._session.shown
        if chips is None or shown is None:
            return None
        return ChangeOrder(index, *chips, shown.request.place)

    def bands(self) -> set[str]:
        """Those that both dates have."""
        chips = self._session.compared.chips
        return set(chips[0].bands) & set(chips[1].bands) if chips is not None else set()

    def step(self) -> float:
        """A pixel of the first date in fractions of its chip."""
        chips = self._session.compared.chips
        return 1.0 / chips[0].grid.width_px if chips is not None else 0.01

    def words(self, spot: QPointF | None) -> tuple[str, str]:
        """The values of both dates at a spot; those of the second begin with the change."""
        chips = self._session.compared.chips
        if chips is None or spot is None:
            return "", ""
        look = self._panel.look
        first, second = (values_at(chip, look, x=spot.x(), y=spot.y()) for chip in chips)
        words = [value_words(values, look) for values in (first, second)]
        return words[0], DOT.join(filter(None, (_change_words(first, second), words[1])))

    def change_words(self, change: Change | None, spot: QPointF | None) -> str:
        """The difference at a spot."""
        if change is None or spot is None:
            return ""
        value = change.comparison.difference.at(spot.x(), spot.y())
        told = tr("no data, or clouds") if value is None else signed(value, _DIGITS)
        return f"{change.order.index.name} {told}"


def _change_words(first: PixelValues, second: PixelValues) -> str:
    if first.index is None or second.index is None:
        return ""
    return tr("change {value}").format(value=signed(second.index - first.index, _DIGITS))
