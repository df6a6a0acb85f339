"""Fields for the parcels of a CbM server: area, year, type, and one parcel by its id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ..session.form_values.dataset_state import DatasetState
from ..widgets.icon_button import icon_button
from ..widgets.message_line import MessageLine
from ..widgets.wrapping_layout import FIELD_GAP_PX, FieldRow

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import Area


class ServiceParcelsBox(QWidget):
    """What the server offers can be chosen, anything else typed."""

    edited = pyqtSignal()
    """The user changed area, year or type."""
    idGiven = pyqtSignal(str)
    """A parcel is asked for by its id; never empty."""
    offersAsked = pyqtSignal()
    """What is not known is to be asked again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: dict[str, Area] = {}
        self.aoi = _list(tr("Area"), tr("Area of the server's parcels; empty: layers of the map"))
        self.year = _list(tr("Year"), tr("Year of the server's parcels"))
        self.ptype = _list(tr("Type"), tr("Type of the server's parcels; mostly empty"))
        self.offers = icon_button("mActionRefresh", tr("Ask the server what it offers"))
        self.pid = QLineEdit()
        self.pid.setAccessibleName(tr("Id of a parcel"))
        self.show_parcel = QToolButton()
        self.show_parcel.setText(tr("Show"))
        self.show_parcel.setToolTip(tr("Show the parcel with this id (Enter)"))
        self.message = MessageLine()
        self._lay_out()
        self.say_unknown("")
        self._connect()
        self._suggest_id()

    def state(self) -> DatasetState:
        """As typed."""
        aoi, year, ptype = (box.currentText().strip() for box in self._lists)
        return DatasetState(aoi, year, ptype)

    def set_state(self, state: DatasetState) -> None:
        """Show them; nothing is said to have changed."""
        blocker = QSignalBlocker(self)
        for box, text in zip(self._lists, (state.aoi, state.year, state.ptype)):
            box.setEditText(text)
        self._offer_of_area()
        del blocker

    def offer(self, areas: Iterable[Area]) -> None:
        """What can be chosen; what is typed stays, and so does what was offered before."""
        for area in areas:
            before = self._areas.get(area.aoi)
            self._areas[area.aoi] = area if before is None else before.and_more(area)
        _refill(self.aoi, self._areas)
        self._offer_of_area()

    def forget_offers(self) -> None:
        """They were another server's."""
        self._areas = {}
        self.offer(())

    def say_unknown(self, reason: str) -> None:
        """What the server offers could not be had; an empty reason takes that back."""
        text = tr("What the server offers is not known ({reason}). Area and year can be typed.")
        self.say_refused(text.format(reason=reason.rstrip(". ")) if reason else "")

    def say_refused(self, sentence: str) -> None:
        """The same where typing helps as little."""
        self.message.say(sentence)
        self.offers.setVisible(bool(sentence))

    def area(self) -> Area | None:
        """What the server said of the area that stands there."""
        return self._areas.get(self.state().aoi.lower())

    def _edit_area(self) -> None:
        """An area that was chosen brings its newest year, unless it has the one that is there."""
        self._offer_of_area()
        area = self.area()
        if area is not None and area.years and self.year.currentText() not in area.years:
            self.year.setEditText(max(area.years))
        if area is not None and self.ptype.currentText() not in area.ptypes:
            self.ptype.setEditText("")
        self.edited.emit()

    def _offer_of_area(self) -> None:
        area = self.area()
        _refill(self.year, area.years if area else ())
        _refill(self.ptype, ("", *area.ptypes) if area and area.ptypes else ())
        self._suggest_id()

    def _suggest_id(self) -> None:
        """One of the table that is chosen; an id of another one would not be found."""
        area, state = self.area(), self.state()
        example = area.example(state.year, state.ptype) if area is not None else ""
        words = tr("Parcel id, such as {id}").format(id=example) if example else tr("Parcel id")
        self.pid.setPlaceholderText(words)
        self.pid.setToolTip(plain_tip(words))

    def _give_id(self) -> None:
        text = self.pid.text().strip()
        if text:
            self.idGiven.emit(text)

    @property
    def _lists(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.aoi, self.year, self.ptype

    def _lay_out(self) -> None:
        dataset, one = QWidget(), QWidget()
        for widget, parts in (
            (dataset, (self.aoi, self.year, self.ptype)),
            (one, (self.pid, self.show_parcel, self.offers)),
        ):
            line = QHBoxLayout(widget)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(FIELD_GAP_PX)
            for part in parts:
                line.addWidget(part, 0 if isinstance(part, QToolButton) else 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(2)
        rows.addWidget(FieldRow(dataset, one))
        rows.addWidget(self.message)

    def _connect(self) -> None:
        self.aoi.activated.connect(self._edit_area)
        self.aoi.lineEdit().editingFinished.connect(self._offer_of_area)
        for box in self._lists:
            box.lineEdit().textEdited.connect(self.edited)
        for box in (self.year, self.ptype):
            box.activated.connect(self.edited)
            box.editTextChanged.connect(self._suggest_id)
        self.pid.returnPressed.connect(self._give_id)
        self.show_parcel.clicked.connect(self._give_id)
        self.offers.clicked.connect(self.offersAsked)


def _list(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.lineEdit().setPlaceholderText(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(3)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    # QGIS's lists complete words; a code is typed as it is
    box.completer().setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
    return box


def _refill(box: QComboBox, rows: Iterable[str]) -> None:
    """Other rows, the same text."""
    text = box.currentText()
    blocker = QSignalBlocker(box)
    box.clear()
    box.addItems(rows)
    box.setCurrentIndex(box.findText(text))
    box.setEditText(text)
    del blocker
