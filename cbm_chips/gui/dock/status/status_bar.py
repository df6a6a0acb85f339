"""The dock's last line: how far the run is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.sources.sample import sample_words
from ....bridge.texts.translation import tr, tr_count
from ....core.pipeline.series import Counts

BAR_PX = 5
_SI = QLocale.DataSizeFormat.DataSizeSIFormat


class StatusBar(QWidget):
    """Says and offers; the dock decides."""

    cancelClicked = pyqtSignal()
    retryClicked = pyqtSignal()
    goOnClicked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._before: str | None = None
        """The line that another question than the run's stands for."""
        self._status, self._notes = _words(tr("Progress")), _words(tr("Remarks"))
        self.remark = _words(tr("Remarks"))
        """What is said once: it stands elsewhere, where nothing scrolls it out of sight."""
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remark.setContentsMargins(6, 0, 6, 0)
        self.remark.hide()
        self._notes.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_PX)
        self._bar.setAccessibleName(tr("Progress"))
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._retry = _button(tr("Retry"), tr("Read the failed dates again"))
        self._retry.clicked.connect(self.retryClicked)
        self._go_on = _button(tr("Go on"), tr("Read the dates that were not read"))
        self._go_on.clicked.connect(self.goOnClicked)
        self._cancel = _button(tr("Cancel"), tr("Stop reading; what is here stays (Esc)"))
        self._cancel.clicked.connect(self.cancelClicked)
        line = QHBoxLayout()
        line.addWidget(self._status, 1)
        line.addWidget(self._retry)
        line.addWidget(self._go_on)
        line.addWidget(self._cancel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 4)
        rows.setSpacing(2)
        rows.addWidget(self._notes)
        rows.addLayout(line)
        rows.addWidget(self._bar)
        self.rest("")

    @property
    def status(self) -> str:
        """The line as it is."""
        return str(self._status.text())

    @property
    def said(self) -> str:
        """Notes and remark, a line each."""
        return "\n".join(filter(None, (self._notes.text(), self.remark.text())))

    def searching(self, source: str) -> None:
        """Nothing is known yet, not even how many dates there are."""
        self._status.setText(tr("Asking {source} …").format(source=source))
        self._bar.setRange(0, 0)
        self._run()
        self.note(())
        self._before = None

    def making_sample(self, done: int, dates: int) -> None:
        """What the first run from the built-in sample waits for."""
        self._status.setText(sample_words(done, dates))
        self._advance(done, dates)

    def asking(self, server: str) -> None:
        """Something else than dates is asked for; `answered` brings the line back."""
        before = self.status
        self.searching(server)
        self._before = before

    def answered(self, counts: Counts) -> None:
        """Show the line that `asking` has replaced."""
        if self._before is not None:
            self.rest(self._before, counts=counts)
            self._before = None

    def reading(self, counts: Counts) -> None:
        """Some dates are there."""
        self._status.setText(progress_words(counts))
        self._advance(counts.done, max(counts.dates, 1))
        self._run()

    def rest(self, words: str, *, counts: Counts | None = None) -> None:
        """Nothing is under way; `counts` are of the dates on show."""
        counts = counts or Counts()
        self._status.setText(words)
        self._bar.hide()
        self._bar.setRange(0, 1)
        self._cancel.hide()
        self._retry.setText(tr("Retry {count}").format(count=counts.failed))
        self._retry.setVisible(counts.failed > 0)
        self._go_on.setVisible(counts.stopped > 0)

    def say(self, remark: str) -> None:
        """One remark; an empty one removes the last."""
        _show(self.remark, remark)

    def note(self, notes: Sequence[str]) -> None:
        """What else there is to know of the dates on show, above the line."""
        _show(self._notes, "\n".join(notes))

    def _advance(self, done: int, of: int) -> None:
        """In the next turn of the event loop.

        Qt would paint the bar at once, and with it all that waits in the window: the thumbnails,
        amid the news that change them.
        """
        self._bar.setUpdatesEnabled(False)
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)

    def _run(self) -> None:
        self._bar.show()
        self._cancel.show()
        self._retry.hide()
        self._go_on.hide()


def progress_words(counts: Counts) -> str:
    """`14 of 23 dates, 9 clear, 2 cloudy, 1 failed, 1.8 MB`."""
    dates = tr_count("{done} of {count} dates", counts.dates, done=counts.done)
    return ", ".join([dates, *_shares(counts), *_amount(counts)])


def final_words(counts: Counts, seconds: float) -> str:
    """`20 dates in 0.9 s, 12 clear, 1 partly, 6 cloudy, 1 failed, 6.0 MB, 14 from cache`."""
    dates = tr_count("{count} dates", counts.dates)
    spent = QLocale().toString(seconds, "f", 1)
    took = tr("{dates} in {seconds} s").format(dates=dates, seconds=spent)
    parts = [took, *_shares(counts), *_amount(counts)]
    if counts.from_cache:
        parts.append(tr("{count} from cache").format(count=counts.from_cache))
    return ", ".join(parts)


def stopped_words(counts: Counts) -> str:
    """`Stopped: 14 of 23 dates, ...`."""
    return tr("Stopped: {progress}").format(progress=progress_words(counts))


def _shares(counts: Counts) -> list[str]:
    parts = []
    if counts.clear:
        parts.append(tr("{count} clear").format(count=counts.clear))
    if counts.doubtful:
        parts.append(tr("{count} doubtful").format(count=counts.doubtful))
    if counts.partly:
        parts.append(tr("{count} partly").format(count=counts.partly))
    if counts.cloudy:
        parts.append(tr("{count} cloudy").format(count=counts.cloudy))
    if counts.failed:
        parts.append(tr("{count} failed").format(count=counts.failed))
    return parts


def _amount(counts: Counts) -> list[str]:
    """Nothing where no reader counted them, or nothing had to be read."""
    if not counts.bytes_read:
        return []
    return [QLocale().formattedDataSize(counts.bytes_read, 1, _SI)]


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setAccessibleName(name)
    return label


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
