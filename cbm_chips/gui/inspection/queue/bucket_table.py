"""The buckets of a sample: which are inspected, and how many parcels of each."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ....bridge.texts.translation import tr
from ....core.errors import RequestError
from ....core.inspection.queue.reserve import quassa_wanted
from ....core.inspection.values import InspectionQuestion
from ....core.reasons import Reason

BUCKET, COUNT, GROUP, WANTED = range(4)
_EDITABLE = Qt.ItemFlag.ItemIsEditable


class BucketTable(QTableWidget):
    """A row each; whoever enters the size of a group gets the number of the rule for it."""

    edited = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setAccessibleName(tr("Buckets"))
        self.setHorizontalHeaderLabels(
            [tr("Bucket"), tr("In the sample"), tr("Parcels of the group"), tr("To inspect")]
        )
        rule = tr(
            "With the number of parcels of the whole group: 5 % of fewer than 6,000, else 300. "
            "What stands behind them in the sample is the reserve."
        )
        own = tr("A number; empty inspects all, without a reserve.")
        self.horizontalHeaderItem(GROUP).setToolTip(rule)
        self.horizontalHeaderItem(WANTED).setToolTip(own)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(BUCKET, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.itemChanged.connect(self._on_changed)

    def show_buckets(self, buckets: Mapping[str, int]) -> None:
        """All of them ticked, all parcels of each; what was entered of the same ones stays."""
        before = {self._text(row, BUCKET): self._entered(row) for row in range(self.rowCount())}
        self.blockSignals(True)
        self.setRowCount(0)
        for code, count in buckets.items():
            is_on, group, wanted = before.get(code, (True, "", ""))
            self._add(code, QLocale().toString(count), group, wanted, is_on=is_on)
        self.blockSignals(False)
        self.edited.emit()

    def questions(self) -> dict[str, InspectionQuestion]:
        """Those that are ticked.

        Raises:
            RequestError: field `wanted`, for what is no number; `buckets`, where none is ticked.
        """
        found = {}
        for row in range(self.rowCount()):
            is_on, _, wanted = self._entered(row)
            if is_on:
                code = str(self.item(row, BUCKET).data(Qt.ItemDataRole.UserRole))
                found[code] = InspectionQuestion(code, wanted=_number(wanted))
        if not found:
            raise RequestError("buckets", "", Reason("at least one bucket"))
        return found

    def _add(self, code: str, count: str, group: str, wanted: str, *, is_on: bool) -> None:
        row = self.rowCount()
        self.insertRow(row)
        items = [QTableWidgetItem(text) for text in (code or "–", count, group, wanted)]
        items[BUCKET].setData(Qt.ItemDataRole.UserRole, code)
        items[BUCKET].setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        for column, item in enumerate(items):
            if column in (BUCKET, COUNT):
                item.setFlags(item.flags() & ~_EDITABLE)
            if column != BUCKET:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == GROUP:
            self._follow_rule(item)
        self.edited.emit()

    def _follow_rule(self, item: QTableWidgetItem) -> None:
        try:
            size = _number(item.text())
        except RequestError:
            return
        wanted = self.item(item.row(), WANTED)
        if wanted is not None:
            wanted.setText("" if size is None else str(quassa_wanted(size)))

    def _entered(self, row: int) -> tuple[bool, str, str]:
        is_on = self.item(row, BUCKET).checkState() == Qt.CheckState.Checked
        return is_on, self._text(row, GROUP), self._text(row, WANTED)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else str(item.text()).strip()


def _number(text: str) -> int | None:
    """None for nothing; blanks and separators of thousands may be within.

    Raises:
        RequestError: field `wanted`.
    """
    digits = "".join(one for one in text if not one.isspace() and one not in "’'.,")
    if not digits:
        return None
    if not digits.isdecimal():
        raise RequestError("wanted", text, Reason("a whole number, or nothing for all"))
    return int(digits)
