"""The parts of the form that are more than one widget: days, bands, stretch, size."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...bridge.texts.translation import tr
from ...core import periods
from ...core.model import SNAP_M
from ...core.rendering.composites import COMPOSITES
from ...core.sentinel2.bands import BANDS
from ..session.form_values.form_state import ABSOLUTE, DEFAULT_LUTS, PER_CHIP, SHARED
from ..widgets.wrapping_layout import FieldRow

OWN = ""
FINEST_M = 10
HIGHEST_SIZE_M = 99_999
"""More than is allowed, so that the request's own check explains the limit."""


class PeriodField(QWidget):
    """Two days, and names for the usual spans."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.presets = QComboBox()
        self.start, self.end = _day_edit(tr("First day")), _day_edit(tr("Last day"))
        self._fill()
        rows = _column(self)
        rows.addWidget(FieldRow(self.start, self.end))
        rows.addWidget(self.presets)
        self.presets.activated.connect(self._choose)
        self.start.dateChanged.connect(self._edited)
        self.end.dateChanged.connect(self._edited)

    def period(self) -> str:
        """Id of the moving period, empty for fixed days."""
        chosen = self.presets.currentData()
        return chosen if isinstance(chosen, str) else OWN

    def set_period(self, name: str, days: periods.Period) -> None:
        """Show a moving period, or fixed days for the empty name."""
        self._show(days)
        row = self.presets.findData(name)
        if name == OWN:
            row = self._season_row(days)
        self.presets.setCurrentIndex(max(row, 0))

    def days(self) -> periods.Period:
        """As shown."""
        iso = Qt.DateFormat.ISODate
        return periods.Period(self.start.date().toString(iso), self.end.date().toString(iso))

    def _fill(self) -> None:
        self.presets.setAccessibleName(tr("Usual periods"))
        self.presets.addItem(tr("Days as given"), OWN)
        self.presets.addItem(tr("Last 3 months"), periods.LAST_3_MONTHS)
        self.presets.addItem(tr("Last 12 months"), periods.LAST_12_MONTHS)
        for year in periods.seasons(periods.today()):
            self.presets.addItem(tr("Season of {year}").format(year=year), year)
        may_shrink(self.presets)

    def _choose(self, row: int) -> None:
        chosen = self.presets.itemData(row)
        days = periods.season(chosen) if isinstance(chosen, int) else periods.period_called(chosen)
        if days is not None:
            self._show(days)
        self.changed.emit()

    def _edited(self) -> None:
        self.presets.setCurrentIndex(self._season_row(self.days()))
        self.changed.emit()

    def _season_row(self, days: periods.Period) -> int:
        """The row of the season these days are, else that of days as given."""
        year = days.start[:4]
        if year.isdecimal() and days == periods.season(int(year)):
            return max(self.presets.findData(int(year)), 0)
        return 0

    def _show(self, days: periods.Period) -> None:
        for edit, text in ((self.start, days.start), (self.end, days.end)):
            edit.blockSignals(True)
            edit.setDate(QDate.fromString(text, Qt.DateFormat.ISODate))
            edit.blockSignals(False)


class CompositeField(QWidget):
    """A named choice of three bands, or any three."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.presets = QComboBox()
        self.presets.setAccessibleName(tr("Composite"))
        for name, row in COMPOSITES.items():
            self.presets.addItem(tr(row.title), name)
            tip = f"{' '.join(row.bands)}: {tr(row.good_for)}"
            self.presets.setItemData(self.presets.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.presets.addItem(tr("Three bands of your own"), OWN)
        may_shrink(self.presets)
        channels = (tr("Red"), tr("Green"), tr("Blue"))
        self.bands = tuple(_band_box(channel) for channel in channels)
        rows = _column(self)
        rows.addWidget(self.presets)
        rows.addWidget(FieldRow(*self.bands))
        self.presets.activated.connect(self._choose)
        for box in self.bands:
            box.activated.connect(self._edited)

    def composite(self) -> str:
        """`B08_B04_B03`."""
        return "_".join(box.currentText() for box in self.bands)

    def set_composite(self, name: str) -> None:
        """Show three bands, and their name if they have one."""
        for box, band in zip(self.bands, name.split("_")):
            box.setCurrentIndex(max(box.findText(band), 0))
        self._name()

    def _choose(self, row: int) -> None:
        name = self.presets.itemData(row)
        if name != OWN:
            self.set_composite(name)
        self.changed.emit()

    def _edited(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        row = self.presets.findData(self.composite())
        self.presets.setCurrentIndex(row if row >= 0 else self.presets.findData(OWN))


class StretchField(QWidget):
    """Kind of stretch and its numbers."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.lut = QComboBox(), QLineEdit()
        self.kinds.addItem(tr("One for all dates"), SHARED)
        self.kinds.addItem(tr("Each date its own"), PER_CHIP)
        self.kinds.addItem(tr("Fixed values"), ABSOLUTE)
        self.kinds.setAccessibleName(tr("Stretch"))
        may_shrink(self.kinds)
        self.lut.setAccessibleName(tr("Numbers of the stretch"))
        self.lut.setToolTip(
            tr(
                "Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high "
                "for red, green and blue."
            )
        )
        self.lut.setMinimumWidth(self.fontMetrics().horizontalAdvance("00_000"))
        _column(self).addWidget(FieldRow(self.kinds, self.lut))
        self.kinds.activated.connect(self._choose)
        self.lut.textEdited.connect(self.changed)

    def stretch(self) -> str:
        """One of DEFAULT_LUTS."""
        return str(self.kinds.currentData())

    def set_stretch(self, kind: str, lut: str) -> None:
        """Show both."""
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))
        self.lut.setText(lut)

    def _choose(self) -> None:
        wanted = DEFAULT_LUTS[self.stretch()]
        if wanted.count("_") != self.lut.text().count("_"):
            self.lut.setText(wanted)
        self.changed.emit()


class SizeField(QWidget):
    """Metres, and the pixels they give."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.metres, self._pixels = QSpinBox(), QLabel()
        self.metres.setAccessibleName(tr("Edge of the chip in metres"))
        self.metres.setRange(0, HIGHEST_SIZE_M)
        self.metres.setSingleStep(2 * SNAP_M)
        self.metres.setSuffix(" m")
        _column(self).addWidget(FieldRow(self.metres, self._pixels))
        self.metres.valueChanged.connect(self._edited)
        self._edited()

    def _edited(self) -> None:
        pixels = self.metres.value() // FINEST_M
        words = tr("{pixels} × {pixels} px").format(pixels=pixels)
        self._pixels.setText(words)
        self._pixels.setToolTip(tr("Pixels of 10 m; bands of 20 m have half as many each way."))
        self.changed.emit()


def _day_edit(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setAccessibleName(name)
    return edit


def _band_box(channel: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(channel)
    box.setToolTip(channel)
    box.addItems(name for name, band in BANDS.items() if band.reflective)
    may_shrink(box)
    return box


def may_shrink(box: QComboBox) -> None:
    """In a narrow dock a list may show less than its longest row."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(3)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _column(widget: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(4)
    return rows
