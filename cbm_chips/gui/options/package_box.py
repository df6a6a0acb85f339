"""The options' part about Python packages: what is missing, installing, repairing, removing."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ...bridge.packages.installing import InstallOrder
from ...bridge.packages.origins import PUBLIC_INDEX, check_index
from ...bridge.packages.own_packages import lacking_wheels, own_wheels
from ...bridge.sources.dependencies import explain, missing
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.install_task import result_words
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import ChipsError
from ..session.packages.package_install import PackageInstall
from ..widgets.dialog_buttons import is_confirmed
from ..widgets.message_line import BAD, BUSY, GOOD, MessageLine
from ..widgets.wrapped_label import wrapped_label
from ..widgets.wrapping_layout import button_row


@dataclass(frozen=True)
class _PackageState:
    """What is so now.

    Attributes:
        advice: which packages are missing and what to do; empty if none is.
        can_install, can_remove: there is something to install or repair, and something of ours.
        reader: whose GDAL reads pixels.
    """

    advice: str
    can_install: bool = False
    can_remove: bool = False
    reader: str = ""


class PackageBox(QGroupBox):
    """Works at once, whatever becomes of the page: nothing here waits for OK but the address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Looks at nothing before `look` is called."""
        super().__init__(tr("Python packages"), parent)
        self.message, self.told = MessageLine(), MessageLine()
        self.reader = wrapped_label()
        """Whose GDAL reads pixels."""
        self.install = QPushButton(tr("Install or repair"))
        self.from_folder = QPushButton(tr("From a folder of wheels…"))
        self.remove = QPushButton(tr("Remove…"))
        self.stop = QPushButton(tr("Cancel"))
        self.index = _index_field()
        self.installation, self._looking = PackageInstall(self), LatestCall(self)
        self._connect()
        self._lay_out()
        self._allow(installs=False, removes=False)

    def look(self) -> None:
        """Find what is missing, in a worker thread."""
        self.message.say(tr("Looking for Python packages…"), BUSY)
        self._looking.start(BackgroundCall(tr("Python packages"), _state))

    def show_index(self, address: str) -> None:
        """Fill the field."""
        self.index.setText(address)

    def index_typed(self, stored: str) -> str:
        """The address, or the one that is stored where it can't be used: it may hold a login."""
        address = self.index.text().strip()
        try:
            check_index(address)
        except ChipsError:
            return stored
        return address

    def begin(self, *, folder: str = "", removes: bool = False) -> None:
        """Install, from a folder if one is given, or remove."""
        try:
            order = InstallOrder.of(index=self.index.text(), folder=folder, removes=removes)
        except ChipsError as error:
            self.told.say(worded(error), BAD)
            return
        self._allow(installs=False, removes=False)
        self.stop.show()
        self.told.say(tr("Looking for Python packages…"), BUSY)
        self.installation.start(order)

    def _show(self, result: CallResult) -> None:
        state: _PackageState = result.value or _PackageState(result.problem)
        kind = BAD if state.advice else GOOD
        self.message.say(state.advice or tr("All packages are there."), kind)
        self.reader.setText(state.reader)
        self.reader.setVisible(bool(state.reader))
        if not self.installation.is_running:
            self._allow(installs=state.can_install, removes=state.can_remove)

    def _on_end(self, result: CallResult) -> None:
        self.stop.hide()
        self.told.say(result_words(result), BAD if result.value is None else GOOD)
        self.look()

    def _allow(self, *, installs: bool, removes: bool) -> None:
        self.install.setEnabled(installs)
        self.from_folder.setEnabled(installs)
        self.remove.setEnabled(removes)

    def _install(self) -> None:
        self.begin()

    def _choose_folder(self) -> None:
        title = tr("Folder with wheels, in place of the network")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.begin(folder=folder)

    def _remove(self) -> None:
        question = tr("Remove the packages that the plugin has installed into this profile?")
        if is_confirmed(self, question):
            self.begin(removes=True)

    def _check_index(self) -> None:
        try:
            check_index(self.index.text())
            self.told.say("")
        except ChipsError as error:
            self.told.say(worded(error), BAD)

    def _connect(self) -> None:
        self.install.clicked.connect(self._install)
        self.from_folder.clicked.connect(self._choose_folder)
        self.remove.clicked.connect(self._remove)
        self.stop.clicked.connect(self.installation.cancel)
        self.index.editingFinished.connect(self._check_index)
        self.installation.step.connect(lambda words: self.told.say(words, BUSY))
        self.installation.ended.connect(self._on_end)
        self._looking.done.connect(self._show)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.message)
        form.addRow(tr("Package index"), self.index)
        form.addRow(button_row(self.install, self.from_folder, self.remove, self.stop))
        form.addRow(self.told)
        form.addRow(self.reader)
        self.stop.hide()


def _index_field() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(PUBLIC_INDEX)
    name = tr("Address of the index that missing packages are fetched from")
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _state() -> _PackageState:
    """In a worker thread."""
    lacking = missing()
    has_gdal = not any("osgeo" in package.modules for package in lacking)
    reader = _reader_words() if has_gdal else ""
    return _PackageState(explain(lacking), bool(lacking_wheels()), bool(own_wheels()), reader)


def _reader_words() -> str:
    from ...core.reading.gdal.choice import raster_backend

    if raster_backend().name.startswith("rasterio"):
        return tr("rasterio reads what the fast reader can't, as QGIS's own GDAL is missing.")
    return tr("QGIS's own GDAL reads what the fast reader can't; rasterio is not needed.")
