"""A stand-in for the package `qgis` over PyQt6: as much of it as widgets need that draw themselves.

`qgis.PyQt` is PyQt6, laid out as QGIS 4 lays it out. Of `qgis.core` and `qgis.gui` there are the
parts that those widgets call; every other name is a class that does nothing, so that modules can
be imported. It shows how the code gets on with Qt 6; it shows nothing of QGIS 4 itself.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any, ClassVar

from PyQt6 import QtCore, QtGui, QtWidgets, sip

MOVED_TO_GUI = ("QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoGroup", "QUndoStack")
"""What QGIS 4's `qgis.PyQt.QtWidgets` takes from Qt 6's `QtGui`, where it lies now."""
QT = (
    *("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets", "QtXml"),
    "sip",
)


class QgsTask(QtCore.QObject):
    """Work in a thread of Qt's pool, ended in the main thread, as QGIS's."""

    class Flag:
        """As bits."""

        CanCancel, Silent, Hidden = 2, 16, 8

    Flags = int
    taskCompleted, taskTerminated = QtCore.pyqtSignal(), QtCore.pyqtSignal()
    progressChanged = QtCore.pyqtSignal(float)
    _over = QtCore.pyqtSignal(bool)

    def __init__(self, description: str = "", flags: int = 0) -> None:
        """Not started yet."""
        super().__init__()
        self._description, self._is_cancelled = description, False
        self._over.connect(self._end)

    def description(self) -> str:
        """As in QGIS's list of tasks."""
        return self._description

    def isCanceled(self) -> bool:
        """As QGIS says it."""
        return self._is_cancelled

    def cancel(self) -> None:
        """The work looks at `isCanceled` now and then."""
        self._is_cancelled = True

    def waitForFinished(self, timeout_ms: int = 30_000) -> bool:
        """The work, not its end in the main thread."""
        pool = QtCore.QThreadPool.globalInstance()
        return pool is not None and pool.waitForDone(timeout_ms)

    def setProgress(self, progress: float) -> None:
        """Per cent."""
        self.progressChanged.emit(progress)

    def run(self) -> bool:
        """The work."""
        return True

    def finished(self, result: bool) -> None:
        """After it, in the main thread."""

    def _end(self, result: bool) -> None:
        TASKS.running.remove(self)
        self.finished(result)
        (self.taskCompleted if result else self.taskTerminated).emit()


class _Run(QtCore.QRunnable):
    def __init__(self, task: QgsTask) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task._over.emit(self._task.run())


class _TaskManager:
    def __init__(self) -> None:
        self.running: list[QgsTask] = []

    def addTask(self, task: QgsTask) -> None:
        self.running.append(task)
        pool = QtCore.QThreadPool.globalInstance()
        assert pool is not None
        pool.start(_Run(task))

    def activeTasks(self) -> list[QgsTask]:
        return list(self.running)

    def countActiveTasks(self) -> int:
        return len(self.running)


TASKS = _TaskManager()


class QgsApplication(QtWidgets.QApplication):
    """The one application, with its tasks."""

    @staticmethod
    def taskManager() -> _TaskManager:
        """Of all tasks."""
        return TASKS

    @staticmethod
    def getThemeIcon(name: str) -> QtGui.QIcon:
        """A plain square."""
        pixmap = QtGui.QPixmap(16, 16)
        pixmap.fill(QtGui.QColor("gray"))
        return QtGui.QIcon(pixmap)

    @staticmethod
    def locale() -> str:
        """Of the user."""
        return "en"

    @staticmethod
    def qgisSettingsDirPath() -> str:
        """No file is written there by what runs here."""
        return ""


class QgsSettings:
    """Kept as long as the process."""

    _kept: ClassVar[dict[str, Any]] = {}

    def value(self, key: str, default: Any = None, **_: Any) -> Any:
        """As stored."""
        return self._kept.get(key, default)

    def setValue(self, key: str, value: Any) -> None:
        """Store it."""
        self._kept[key] = value

    def remove(self, key: str) -> None:
        """With all below it."""
        for name in [name for name in self._kept if name == key or name.startswith(f"{key}/")]:
            del self._kept[name]


class _Nothing:
    """Whatever is asked of it: for names that are imported and not used here."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __call__(self, *_: Any, **__: Any) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()


class _AnyName(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()


class QgsFileWidget(QtWidgets.QWidget):
    """A path in a line."""

    StorageMode = QtWidgets.QFileDialog.FileMode
    fileChanged = QtCore.pyqtSignal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._line = QtWidgets.QLineEdit(self)
        self._line.textChanged.connect(self.fileChanged)

    def lineEdit(self) -> QtWidgets.QLineEdit:
        """Where it is typed."""
        return self._line

    def filePath(self) -> str:
        """As typed."""
        return self._line.text()

    def setFilePath(self, path: str) -> None:
        """Show it."""
        self._line.setText(path)

    def setDialogTitle(self, title: str) -> None:
        """Of the chooser, which is not here."""

    setFilter = setDialogTitle

    def setStorageMode(self, mode: object) -> None:
        """Of the chooser, too."""


WIDGETS = {
    "QgsAuthConfigSelect": QtWidgets.QWidget,
    "QgsCollapsibleGroupBox": QtWidgets.QGroupBox,
    "QgsDockWidget": QtWidgets.QDockWidget,
    "QgsFilterLineEdit": QtWidgets.QLineEdit,
    "QgsMapCanvas": QtWidgets.QGraphicsView,
    "QgsMapTool": QtCore.QObject,
    "QgsMapToolEmitPoint": QtCore.QObject,
    "QgsMessageBar": QtWidgets.QFrame,
    "QgsOptionsPageWidget": QtWidgets.QWidget,
    "QgsScrollArea": QtWidgets.QScrollArea,
}
OWN = {kind.__name__: kind for kind in (QgsApplication, QgsFileWidget, QgsSettings, QgsTask)}


class _Package(ModuleType):
    """`qgis.core` and the like: any name that begins with Qgs is there."""

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("Qgs") and name != "Qgis":
            raise AttributeError(name)
        kind = {**WIDGETS, **OWN}.get(name) or _AnyName(name, (), {"__init__": _Nothing.__init__})
        setattr(self, name, kind)
        return kind


class _Wrappers(ModuleType):
    """Processing's own dialogs, of which one class is imported."""

    WidgetWrapper = QtCore.QObject


def install() -> None:
    """Put the stand-in where `import qgis` finds it; before anything of the product is imported."""
    for name in ("qgis", "qgis.core", "qgis.gui", "qgis.analysis", "qgis.utils", "qgis.PyQt"):
        module = _Package(name)
        module.__path__ = []
        sys.modules[name] = module
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)
    for name in QT:
        module = sip if name == "sip" else importlib.import_module(f"PyQt6.{name}")
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(sys.modules["qgis.PyQt"], name, module)
    for name in ("processing", "processing.gui"):
        sys.modules[name] = ModuleType(name)
    sys.modules["processing.gui.wrappers"] = _Wrappers("processing.gui.wrappers")
    for name in MOVED_TO_GUI:
        setattr(QtWidgets, name, getattr(QtGui, name))
