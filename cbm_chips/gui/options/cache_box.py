"""The cache's part of the options: where it lies, how large it is, and emptying it."""

from __future__ import annotations

import os
from collections.abc import Callable

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QPushButton,
    QSpinBox,
    QWidget,
)

from ...bridge.settings import Settings, load
from ...bridge.sources.session import MB, open_cache
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.cache import CacheUse
from ...core.sample_archive import remove_sample, sample_bytes
from ..widgets.dialog_buttons import is_confirmed
from ..widgets.folder_field import folder_field
from ..widgets.message_line import BAD, BUSY, DOUBTFUL, GOOD, MessageLine
from ..widgets.wrapped_label import wrapped_label
from ..widgets.wrapping_layout import button_row

LARGEST_MB = 1024**2
_STEP_MB = 256


class CacheBox(QGroupBox):
    """Size and Clear refer to the cache in use, not to the folder being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Opens nothing before `look` is called."""
        super().__init__(tr("Cache"), parent)
        self.ask: Callable[[str], bool] = self._ask
        self._call = LatestCall(self)
        self._call.done.connect(self._show)
        self.folder: QgsFileWidget = folder_field(tr("Folder of the cache"))
        self.size_mb = _size_field()
        self.use = MessageLine()
        self.parts = wrapped_label()
        """A line for each kind of what the folder holds."""
        self.told = wrapped_label()
        """What was found in the folder, and beside it, when it was opened."""
        self.told.hide()
        self.clear = QPushButton(tr("Clear the cache…"))
        self.clear.setToolTip(tr("Pictures are then read again from their source when needed."))
        self.clear.clicked.connect(self._clear)
        self._own_place = wrapped_label()
        self._lay_out()

    def show_settings(self, settings: Settings) -> None:
        """Fill the fields."""
        self.folder.setFilePath(settings.cache_folder)
        self.folder.lineEdit().setPlaceholderText(str(Settings().cache_path))
        self.size_mb.setValue(settings.cache_size_mb)
        self._tell_if_elsewhere(settings)

    def look(self) -> None:
        """Find the size of the cache, in a worker thread."""
        settings = load()
        self._send(BackgroundCall(tr("Size of the cache"), lambda: _use_of(settings)))

    def _clear(self) -> None:
        question = tr(
            "Remove all of this? Your own files are not touched. Pictures are read again from "
            "their source when needed, and the built-in sample is made again."
        )
        if self.ask(f"{question}\n\n{self.parts.text()}"):
            settings = load()
            self._send(BackgroundCall(tr("Clearing the cache"), lambda: _emptied(settings)))

    def _send(self, call: BackgroundCall) -> None:
        self.clear.setEnabled(False)
        self.use.say(tr("Looking into the cache…"), BUSY)
        self._call.start(call)

    def _show(self, result: CallResult) -> None:
        if result.is_cancelled:
            self.use.say(result.problem, DOUBTFUL)
            self.clear.setEnabled(True)
            return
        sample, use = result.value or (0, None)
        self.parts.setText("\n".join(_parts(use, sample)))
        self.clear.setEnabled(bool(sample or (use is not None and use.entries)))
        if use is not None:
            self.use.say(_in_words(use), GOOD)
            self.use.setToolTip(plain_tip(str(use.folder)))
            self._tell(use.notes)
        else:
            reason = result.problem or tr("the package diskcache is missing")
            self.use.say(tr("No cache: {reason}").format(reason=reason), BAD)

    def _tell(self, notes: tuple[str, ...]) -> None:
        self.told.setText("\n".join(map(worded, notes)))
        self.told.setVisible(bool(notes))

    def _tell_if_elsewhere(self, settings: Settings) -> None:
        """The environment variable overrides the setting; say so instead of ignoring edits."""
        is_fixed = bool(os.environ.get("CBM_CHIPS_CACHE"))
        self.folder.setEnabled(not is_fixed)
        text = tr("The environment variable CBM_CHIPS_CACHE sets the folder: {folder}")
        self._own_place.setText(text.format(folder=settings.cache_path))
        self._own_place.setVisible(is_fixed)

    def _ask(self, question: str) -> bool:
        return is_confirmed(self, question)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Folder"), self.folder)
        form.addRow(self._own_place)
        form.addRow(tr("At most"), self.size_mb)
        form.addRow(self.use)
        form.addRow(self.parts)
        form.addRow(self.told)
        form.addRow(button_row(self.clear))


def _size_field() -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, LARGEST_MB)
    field.setSingleStep(_STEP_MB)
    field.setGroupSeparatorShown(True)
    field.setSuffix(tr(" MB"))
    field.setAccessibleName(tr("Most megabytes the cache may take"))
    return field


def _use_of(settings: Settings) -> tuple[int, CacheUse | None]:
    """Bytes of the built-in sample, and the cache's use; None without a cache."""
    sample, cache = sample_bytes(settings.cache_path), open_cache(settings)
    if cache is None:
        return sample, None
    try:
        return sample, cache.use()
    finally:
        cache.close()


def _emptied(settings: Settings) -> tuple[int, CacheUse | None]:
    remove_sample(settings.cache_path)
    cache = open_cache(settings)
    if cache is not None:
        try:
            cache.clear()
        finally:
            cache.close()
    return _use_of(settings)


def _in_words(use: CacheUse) -> str:
    limit = QLocale().toString(use.limit_bytes / MB, "f", 0)
    entries = tr_count("{count} entries", use.entries)
    text = tr("In use: {entries}, {size} MB of {limit} MB")
    return text.format(entries=entries, size=_megabytes(use.size_bytes), limit=limit)


def _parts(use: CacheUse | None, sample: int) -> list[str]:
    """A line for each kind."""
    lines = []
    if use is not None:
        windows = tr("Windows and answers of searches: {count}, {size} MB")
        blocks = tr("Parts of the files' compressed blocks: {count}, {size} MB")
        for words, part in ((windows, use.windows), (blocks, use.blocks)):
            size = _megabytes(part.size_bytes)
            lines.append(words.format(count=QLocale().toString(part.entries), size=size))
    words = tr("Built-in sample, beside this limit: {size} MB")
    return [*lines, words.format(size=_megabytes(sample))]


def _megabytes(size: int) -> str:
    return str(QLocale().toString(size / MB, "f", 1))
