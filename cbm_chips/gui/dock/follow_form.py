"""What the dock does when its form says something else, or something that is not valid."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...bridge.qt_alive import disconnect
from ...core.errors import RequestError
from ..session.form_values import store
from ..session.form_values.form_state import problems
from ..session.topics import Topic
from .empty_state import empty_states as states
from .parts import DockParts


class FormFollower(QObject):
    """Belongs to one dock."""

    def __init__(self, parts: DockParts) -> None:
        super().__init__(parts)
        self._session, self._form, self._panel = parts.session, parts.form, parts.panel
        self._looks, self._line = parts.looks, parts.place_line
        self._empty_states = parts.empty_states
        self._connect()
        self._show_state()

    def unload(self) -> None:
        """Hear of no other project."""
        disconnect(QgsProject.instance(), "readProject", self._form.recall)

    def show_look(self) -> None:
        """Of the dates on show."""
        with suppress(RequestError):  # the form has marked it
            self._panel.set_look(self._session.look())

    def offer_update(self) -> None:
        """Beside the place, where the form asks for something else than what is on show."""
        is_valid = not problems(self._form.state())
        self._line.offer_update(self._session.is_outdated(), is_possible=is_valid)

    def _connect(self) -> None:
        session, form = self._session, self._form
        form.source.shown.connect(session.source_changed)
        form.changed.connect(self._remember)
        form.shown.connect(self._show_state)
        form.shown.connect(self.offer_update)
        form.shown.connect(partial(session.changed.emit, Topic.FORM))
        form.lookChanged.connect(self._on_look)
        self._looks.chosen.connect(form.choose_look)
        QgsProject.instance().readProject.connect(form.recall)
        session.change_wanted.connect(form.change)
        session.place_picked.connect(form.forget_source_error)
        session.stretch.changed.connect(self.show_look)
        session.refused.connect(self._refuse)

    def _show_state(self) -> None:
        self._looks.show_state(self._form.state())

    def _remember(self) -> None:
        store.remember(self._form.state(), self._session.project_texts)

    def _on_look(self) -> None:
        """Show it; what it needs and was never read is read, the rest comes from the cache."""
        try:
            look, _ = self._form.look(), self._form.state().bands
        except RequestError:
            return  # the form has marked it
        self.show_look()
        self._session.read_for(look)
        self._session.take_stretch()

    def _refuse(self, error: RequestError) -> None:
        """Beside the field it is about; what is on show stays."""
        if self._form.show_error(error):
            self._form.reveal(error.field)
            if not self._panel.entries():
                self._empty_states.say(states.invalid())
        else:
            self._empty_states.say(states.refused(error))
