"""How many of the answered questions come up again, and which: a share and a seed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.translation import tr, tr_count
from ....core.inspection.queue.second_look import DEFAULT_SHARE_PCT, SecondLook
from ...session.inspection import settings
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.message_line import DOUBTFUL, GOOD, MessageLine
from ...widgets.wrapped_label import wrapped_label

DEFAULT_SEED = "1"


class SecondLookDialog(QDialog):
    """`chosen` brings what comes up again, and who looks."""

    chosen = pyqtSignal(object, str)
    """A `SecondLook`, and the inspector's name."""

    def __init__(
        self,
        choose: Callable[[str, float], SecondLook],
        kept: SecondLook | None,
        parent: QWidget | None = None,
    ) -> None:
        """`choose` takes seed and share in percent; `kept` is gone on with by the same."""
        super().__init__(parent)
        self.setObjectName("CbmChipsSecondLook")
        self.setWindowTitle(tr("Second look"))
        self._choose, self._kept = choose, kept
        self.share, self.seed, self.inspector = QDoubleSpinBox(), QLineEdit(), QLineEdit()
        self.share.setRange(0.1, 100.0)
        self.share.setDecimals(1)
        self.share.setSuffix(" %")
        self.share.setValue(DEFAULT_SHARE_PCT if kept is None else kept.share_pct)
        self.seed.setText(DEFAULT_SEED if kept is None else kept.seed)
        self.inspector.setText(settings.inspector())
        self.message = MessageLine()
        self._buttons = dialog_buttons(self, "Ok", "Cancel")
        self._lay_out()
        self.share.valueChanged.connect(self._show)
        self.seed.textChanged.connect(self._show)
        self._show()
        self.resize(self.fontMetrics().averageCharWidth() * 64, self.sizeHint().height())

    def look(self) -> SecondLook:
        """As entered: the kept one where it is the same."""
        kept, share, seed = self._kept, round(self.share.value(), 1), self.seed.text().strip()
        if kept is not None and (kept.seed, round(kept.share_pct, 1)) == (seed, share):
            return kept
        return self._choose(seed, share)

    def accept(self) -> None:
        """Begin, or go on."""
        self.chosen.emit(self.look(), self.inspector.text().strip())
        super().accept()

    def _show(self, *_: object) -> None:
        look = self.look()
        count = len(look.keys)
        if look is self._kept:
            words = tr_count("{count} questions were chosen before: they go on.", count)
        else:
            words = tr_count("{count} questions come up again.", count)
        self.message.say(words, GOOD if count else DOUBTFUL)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(count > 0)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for text, field in (
            (tr("Share of the answered questions"), self.share),
            (tr("Seed"), self.seed),
            (tr("Inspector"), self.inspector),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped_label(
                tr(
                    "These questions are answered again without what was said of them. The same "
                    "seed chooses the same ones; they are kept in the record."
                )
            )
        )
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons)
