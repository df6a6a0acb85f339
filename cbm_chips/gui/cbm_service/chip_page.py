"""The chip sheet a CbM server paints itself: pictures to look at, to copy and to save."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtGui import QGuiApplication

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import short_day, worded
from ...core.rendering.composites import parse_bands
from ..widgets.message_line import BAD, DOUBTFUL
from ..widgets.picture_file import write_picture
from ..widgets.place_label import name_of
from ..widgets.wrapped_label import wrapped_label
from .chip_page_view import ChipPageView, ServerPicture, ServerPictureModel, pictures_of
from .dialog import ServiceDialog

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from ...bridge.sources.providers import ProviderRow
    from ...bridge.tasks.cbm_service import ServiceQuery
    from ...core.model import ChipRequest, Place
    from ...core.sources.cbm_rest.chips.chip_pages import MissingPicture
    from ..session.form_values.form_state import FormState

SERVER_SIZE_M = 1280
"""The server's pictures have one size, whatever is asked for."""


@dataclass(frozen=True)
class ChipPageRequest:
    """What the sheet is about.

    Attributes:
        request: place, days and level.
        bands: red, green, blue.
        lut: numbers of the stretch, as the service writes them.
    """

    request: ChipRequest
    bands: tuple[str, str, str]
    lut: str

    @classmethod
    def of(cls, state: FormState, place: Place) -> ChipPageRequest:
        """What the form says.

        Raises:
            RequestError: naming the form's field that can't be.
        """
        return cls(state.request_for(place), parse_bands(state.composite), state.lut)

    @property
    def query(self) -> ServiceQuery:
        """For the server."""
        from ...core.sources.cbm_rest.chips.chip_pages import chip_page

        return lambda service: chip_page(service, self.request, bands=self.bands, lut=self.lut)

    @property
    def title(self) -> str:
        """In a sentence."""
        words = tr(
            "{place}: pictures without georeference, painted by the server, {metres} m across. "
            "Bands {bands}, stretch {lut}."
        )
        return words.format(
            place=name_of(self.request.place),
            metres=SERVER_SIZE_M,
            bands=" ".join(self.bands),
            lut=self.lut,
        )


class ChipPageDialog(ServiceDialog):
    """The pictures come all together."""

    def __init__(self, request: ChipPageRequest, source: ProviderRow, parent: QWidget) -> None:
        """Empty until `begin`."""
        super().__init__(tr("Chip sheet"), source, parent)
        self._request = request
        self._title = wrapped_label(request.title)
        self.model, self.view = ServerPictureModel(self), ChipPageView()
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(
            lambda current, former: self._offer(current.isValid())
        )
        self.save.setText(tr("Save picture…"))
        self.copy.setText(tr("Copy picture"))
        self._lay_out(self._title, self.view)
        edge = self.fontMetrics().height()
        self.resize(60 * edge, 40 * edge)

    def _query(self) -> ServiceQuery:
        return self._request.query

    def _show(self, value: Any) -> None:
        self.model.show_pictures(pictures_of(value.pictures))
        count = len(self.model.pictures)
        if not count:
            self.message.say(tr("The server has no picture here for these days."), DOUBTFUL)
            return
        told = [tr_count("{count} pictures, the oldest first.", count)]
        told += _missing(value.lost)
        self.message.say(" ".join(told), BAD if value.lost else DOUBTFUL)
        self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def current(self) -> ServerPicture | None:
        """The one with the frame."""
        index = self.view.currentIndex()
        return self.model.pictures[index.row()] if index.isValid() else None

    def _file(self) -> tuple[str, str]:
        picture = self.current()
        name = f"{picture.label}.png" if picture else ""
        return name, tr("Pictures ({0})").format("*.png *.jpg *.tif")

    def _writing(self, path: Path) -> Callable[[], str] | None:
        picture = self.current()
        return None if picture is None else partial(write_picture, picture.image, path)

    def _copy(self) -> None:
        picture = self.current()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture.image)


def _missing(lost: Iterable[MissingPicture]) -> list[str]:
    """`2022-06-14, 2022-06-19: 127.0.0.1 answered 503.`, a sentence for each reason."""
    days: dict[str, list[str]] = {}
    for one in lost:
        days.setdefault(worded(one.reason).rstrip(". "), []).append(short_day(one.acquired.date()))
    return [f"{', '.join(some)}: {reason}." for reason, some in days.items()]
