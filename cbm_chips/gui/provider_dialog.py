"""Adding or changing one source: name, address, login."""

from __future__ import annotations

from dataclasses import replace

from qgis.gui import QgsAuthConfigSelect, QgsScrollArea
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..bridge.providers import ProviderRow, check_provider
from ..bridge.words import tr
from ..core.errors import RequestError
from .verdict_line import BAD, VerdictLine


class ProviderDialog(QDialog):
    """Of a built-in row only the login can be changed."""

    def __init__(self, row: ProviderRow, parent: QWidget | None = None) -> None:
        """`row` is what is shown first; `row()` is what became of it."""
        super().__init__(parent)
        self._row = row
        self.setWindowTitle(tr("Source") if row.is_own else row.title)
        self.title, self.url = QLineEdit(row.title), QLineEdit(row.url)
        self.url.setPlaceholderText("https://")
        self.login = QgsAuthConfigSelect()
        self.login.setConfigId(row.authcfg)
        self._problems = {"title": VerdictLine(), "url": VerdictLine()}
        for field, name in ((self.title, tr("Name")), (self.url, tr("Address or path"))):
            field.setEnabled(row.is_own)
            field.setAccessibleName(name)
        self.login.setAccessibleName(tr("Login"))
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height())

    def row(self) -> ProviderRow:
        """The row as it is typed now."""
        if not self._row.is_own:
            return replace(self._row, authcfg=self.login.configId())
        typed = {"title": self.title.text().strip(), "url": self.url.text().strip()}
        return replace(self._row, authcfg=self.login.configId(), **typed)

    def accept(self) -> None:
        """Close, unless something is wrong: then say it beside the field."""
        problem = self._problem()
        for name, line in self._problems.items():
            line.say(BAD, problem.allowed if problem and problem.field == name else "")
        if problem is None:
            super().accept()

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
            form.addRow(_wrapped(self._row.note))
        form.addRow(tr("Name"), self.title)
        form.addRow(self._problems["title"])
        form.addRow(tr("Address or path"), self.url)
        form.addRow(self._problems["url"])
        form.addRow(tr("Login"), self.login)
        form.addRow(_wrapped(_about_logins()))
        area = QgsScrollArea()  # the wheel turns the page, not the field below it
        area.setWidgetResizable(True)
        area.setFrameShape(QgsScrollArea.Shape.NoFrame)
        area.setWidget(content)
        choices = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choices.Ok | choices.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)


def _about_logins() -> str:
    return tr(
        "Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. "
        "S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3."
    )


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
