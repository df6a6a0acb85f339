"""The sources in the options: add, change, remove, test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGroupBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...bridge.settings import load
from ...bridge.sources.providers import ProviderRow, new_id
from ...bridge.tasks.background_call import CallResult
from ...bridge.tasks.connection_test import ConnectionState, ConnectionTest, ConnectionTestResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ..widgets.message_line import BAD, BUSY, DOUBTFUL, GOOD, MessageLine
from ..widgets.wrapping_layout import button_row
from .provider_dialog import ProviderDialog

_KINDS = {
    ConnectionState.WORKS: GOOD,
    ConnectionState.DOUBTFUL: DOUBTFUL,
    ConnectionState.FAILS: BAD,
}
_MOST_ROWS_SHOWN = 8
_NAMES_MOST_PCT = 45
_CELL_MARGIN_PX = 8


class ProviderTable(QGroupBox):
    """Holds the rows until the options are applied; a test runs on the row as it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(tr("Sources"), parent)
        self._rows: list[ProviderRow] = []
        self._test = LatestCall(self)
        self._test.done.connect(self._show)
        self.table = _empty_table()
        self.message = MessageLine()
        self.add = QPushButton(tr("Add…"))
        self.edit = QPushButton(tr("Edit…"))
        self.remove = QPushButton(tr("Remove"))
        self.test = QPushButton(tr("Test connection"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(button_row(self.add, self.edit, self.remove, self.test))
        layout.addWidget(self.message)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.test.clicked.connect(self._start_test)
        self.table.itemDoubleClicked.connect(self._edit)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.itemChanged.connect(self._compare)

    def rows(self) -> tuple[ProviderRow, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def show_rows(self, rows: Iterable[ProviderRow], *, current: int = 0) -> None:
        """Fill the table and select a row."""
        self._rows = list(rows)
        with QSignalBlocker(self.table):
            self._fill()
        self.table.fit_names()
        self._fit_height()
        self.table.selectRow(min(current, len(self._rows) - 1))
        self._offer()

    def _fill(self) -> None:
        names = QgsApplication.authManager().availableAuthMethodConfigs()
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            known = names.get(row.authcfg)
            login = known.name() if known is not None else row.authcfg
            for column, text in enumerate((row.title, row.url or tr("on this computer"), login)):
                self.table.setItem(number, column, _cell(text, row))
            if row.is_comparable:
                _make_checkable(self.table.item(number, 0), row)

    def stop(self) -> None:
        """Cancel a running test."""
        self._test.stop()

    def _current(self) -> int:
        return int(self.table.currentRow())

    def _offer(self) -> None:
        number = self._current()
        is_one = 0 <= number < len(self._rows)
        self.edit.setEnabled(is_one)
        self.test.setEnabled(is_one)
        self.remove.setEnabled(is_one and self._rows[number].is_own)
        why = tr("Built-in sources stay; of theirs only the login can be changed.")
        self.remove.setToolTip("" if self.remove.isEnabled() else why)

    def _compare(self, cell: QTableWidgetItem) -> None:
        """The tick in front of a name was set or taken away."""
        row = self._rows[cell.row()]
        if cell.column() == 0 and row.is_comparable:
            is_ticked = cell.checkState() == Qt.CheckState.Checked
            self._rows[cell.row()] = replace(row, is_compared=is_ticked)

    def _add(self) -> None:
        row = self._asked(ProviderRow(id="", title="", is_own=True))
        if row is not None:
            named = replace(row, id=new_id(row.title, (one.id for one in self._rows)))
            self.show_rows([*self._rows, named], current=len(self._rows))

    def _edit(self) -> None:
        number = self._current()
        if not 0 <= number < len(self._rows):
            return
        row = self._asked(self._rows[number])
        if row is not None:
            self._rows[number] = row
            self.show_rows(self._rows, current=number)

    def _asked(self, row: ProviderRow) -> ProviderRow | None:
        """The row as edited in the dialog; None if that was cancelled."""
        dialog = ProviderDialog(row, self)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.row() if is_accepted else None

    def _remove(self) -> None:
        number = self._current()
        rows = [row for place, row in enumerate(self._rows) if place != number]
        self.show_rows(rows, current=number)

    def _start_test(self) -> None:
        self.stop()
        row = self._rows[self._current()]
        try:
            test = ConnectionTest(row, settings=load())
        except RequestError:
            text = tr("{title}: the login can't be opened. Was QGIS's master password given?")
            self.message.say(text.format(title=row.title), BAD)
            return
        self.message.say(tr("{title}: asking…").format(title=row.title), BUSY)
        self._tested = row.title
        self._test.start(test)

    def _show(self, result: CallResult) -> None:
        tested = result.value
        if isinstance(tested, ConnectionTestResult):
            text, kind = tested.text, _KINDS[tested.outcome]
        else:
            text, kind = result.problem, BAD
        self.message.say(f"{self._tested}: {text}", kind)

    def _fit_height(self) -> None:
        shown = max(3, min(len(self._rows), _MOST_ROWS_SHOWN))
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + shown * row + 2 * self.table.frameWidth())


class _SourcesTable(QTableWidget):
    """Three columns; names are as wide as needed, at most about half the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_names()

    def fit_names(self) -> None:
        most = self.viewport().width() * _NAMES_MOST_PCT // 100
        self.setColumnWidth(0, min(self.sizeHintForColumn(0) + _CELL_MARGIN_PX, most))


def _empty_table() -> _SourcesTable:
    table = _SourcesTable(0, 3)
    table.setHorizontalHeaderLabels([tr("Name"), tr("Address"), tr("Login")])
    table.setAccessibleName(tr("Sources with name, address and login"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(max(24, table.fontMetrics().height() + 8))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _cell(text: str, row: ProviderRow) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    compared = tr(
        "Ticked: it is asked for its newest date, too, where another source seems to be behind."
    )
    parts = (row.title, row.url, row.note, compared if row.is_comparable else "")
    tip = "\n".join(part for part in parts if part)
    item.setToolTip(plain_tip(tip))
    return item


def _make_checkable(cell: QTableWidgetItem, row: ProviderRow) -> None:
    cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    cell.setCheckState(Qt.CheckState.Checked if row.is_compared else Qt.CheckState.Unchecked)
