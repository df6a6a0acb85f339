"""Adding or changing one source: name, kind, address, login."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsAuthConfigSelect, QgsScrollArea
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...bridge.sources.providers import CBM, ProviderRow, check_provider
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ..widgets.dialog_buttons import dialog_buttons
from ..widgets.message_line import BAD, MessageLine
from ..widgets.wrapped_label import wrapped_label

STAC = ""
"""The kind of an address without `CBM` before it."""


class ProviderDialog(QDialog):
    """Of a built-in row only the login can be changed."""

    def __init__(self, row: ProviderRow, parent: QWidget | None = None) -> None:
        """Shows `row`; `row()` returns it as edited."""
        super().__init__(parent)
        self._row = row
        self.setWindowTitle(tr("Source") if row.is_own else row.title)
        self.title, self.url = QLineEdit(row.title), QLineEdit(row.address)
        self.url.setPlaceholderText("https://")
        self.kind = _kinds()
        self.kind.setCurrentIndex(self.kind.findData(CBM if row.is_cbm else STAC))
        self.login = QgsAuthConfigSelect()
        self.login.setConfigId(row.authcfg)
        self._problems = {"title": MessageLine(), "url": MessageLine()}
        for field, name in ((self.title, tr("Name")), (self.url, tr("Address or path"))):
            field.setAccessibleName(name)
        for field in (self.title, self.kind, self.url):
            field.setEnabled(row.is_own)
        self.login.setAccessibleName(tr("Login"))
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height())

    def row(self) -> ProviderRow:
        """The row as it is typed now."""
        if not self._row.is_own:
            return replace(self._row, authcfg=self.login.configId())
        typed = {"title": self.title.text().strip(), "url": self._typed_url()}
        return replace(self._row, authcfg=self.login.configId(), **typed)

    def accept(self) -> None:
        """Close, unless a field is refused: then say why below it."""
        problem = self._problem()
        for name, line in self._problems.items():
            line.say(worded(problem.allowed) if problem and problem.field == name else "", BAD)
        if problem is None:
            super().accept()

    def _typed_url(self) -> str:
        """With its kind in front, unless the typed address has it already."""
        url = str(self.url.text().strip())
        kind = str(self.kind.currentData())
        return url if url.lower().startswith(CBM) or not url else f"{kind}{url}"

    def _problem(self) -> RequestError | None:
        if not self._row.is_own:
            return None
        try:
            check_provider(self.row())
        except RequestError as error:
            return error
        return None

    def _lay_out(self) -> None:
        content = QWidget()
        form = QFormLayout(content)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        if self._row.note:
            form.addRow(wrapped_label(self._row.note))
        form.addRow(tr("Name"), self.title)
        form.addRow(self._problems["title"])
        form.addRow(tr("Kind"), self.kind)
        form.addRow(tr("Address or path"), self.url)
        form.addRow(self._problems["url"])
        form.addRow(tr("Login"), self.login)
        form.addRow(wrapped_label(_about_logins()))
        area = QgsScrollArea()  # the wheel scrolls the page, not the value below it
        area.setWidgetResizable(True)
        area.setFrameShape(QgsScrollArea.Shape.NoFrame)
        area.setWidget(content)
        buttons = dialog_buttons(self, "Ok", "Cancel")
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)


def _kinds() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(tr("Kind of source"))
    for text, kind, tip in (
        (tr("STAC catalogue"), STAC, tr("A STAC API, or a catalogue by its address or path.")),
        (tr("CbM service"), CBM, tr("A JRC CbM RESTful service: chips, and parcels by click.")),
    ):
        box.addItem(text, kind)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
    return box


def _about_logins() -> str:
    return tr(
        "Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. "
        "A CbM service takes user name and password as Basic. "
        "S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3."
    )
