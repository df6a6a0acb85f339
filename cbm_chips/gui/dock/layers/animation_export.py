"""The dates on show as an animated GIF and numbered PNGs: options, a file, a task, a message."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.tasks.all_calls import AllCalls
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.texts.translation import tr, tr_count
from ....core.outputs.animation.options import AnimationOptions
from ....core.outputs.animation.write import WrittenAnimation, write_animation
from ....core.pipeline.series import results_of
from ...session.session import Session
from ...widgets.file_question import ask_where_to_save
from ...widgets.menu import action
from ...widgets.open_message import OpenMessage
from .animation_dialog import AnimationDialog, options_as_left
from .html_export import existing_folder, sheet_name


class AnimationExport(QObject):
    """Belongs to one dock; one animation at a time."""

    def __init__(self, session: Session, iface: Any, parent: QWidget) -> None:
        """`iface` has the message bar; questions belong to `parent`."""
        super().__init__(parent)
        self._session, self._window = session, parent
        self._message = OpenMessage(iface, session.remark, self)
        self._writing = AllCalls(self)
        self._writing.done.connect(self._tell)
        self.action = action(self, "CbmChipsGif", tr("Save as animation …"), self.ask)

    @property
    def is_writing(self) -> bool:
        """One is under way."""
        return self._writing.is_running

    def ask(self) -> None:
        """For its options, without blocking the window."""
        if self._session.shown is None or not self._session.entries():
            self._session.remark(tr("There are no dates to save yet."))
            return
        dialog = AnimationDialog(options_as_left(), self._window)
        dialog.chosen.connect(self._ask_for_file)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def save(self, path: Path, options: AnimationOptions) -> None:
        """Write what is on show now, in a worker thread; `path` ends in `.gif`."""
        shown, look = self._session.shown, self._session.marked_look()
        if shown is None or look is None:
            return
        place, results = shown.request.place, results_of(self._session.entries())
        bare = path.with_suffix("") if path.suffix.lower() == ".gif" else path
        self._session.remark(tr("Writing the animation …"), until=())  # its end replaces it
        work = partial(write_animation, bare, place, results, look, options)
        self._writing.start(BackgroundCall(tr("CbM Chips: animation"), work))

    def stop(self) -> None:
        """Hear no more of what is being written."""
        self._writing.stop()

    def _ask_for_file(self, options: AnimationOptions) -> None:
        shown = self._session.shown
        if shown is None:
            return
        ask_where_to_save(
            self._window,
            tr("Save as animation"),
            str((existing_folder() / sheet_name(shown.request)).with_suffix(".gif")),
            filters=[tr("Animations ({0})").format("*.gif")],
            then=partial(self.save, options=options),
            name="CbmChipsAnimationFile",
        )

    def _tell(self, result: CallResult) -> None:
        if result.problem:
            self._session.remark(result.problem)
            return
        made: WrittenAnimation = result.value
        self._session.remark(result.with_remarks(_words(made)))
        if made.gif is not None:
            self._message.show(tr("The animation is saved."), made.gif)


def _words(made: WrittenAnimation) -> str:
    told = [tr_count("{count} frames are in {path}.", made.shown, path=made.gif)]
    if made.cloudy:
        told.append(tr_count("{count} cloudy dates are left out.", made.cloudy))
    if made.without_picture:
        told.append(tr_count("{count} dates have no picture.", made.without_picture))
    return " ".join(told)
