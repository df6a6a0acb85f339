"""Series of all or of the selected parcels of a layer: a task, its question, its table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu, QMessageBox, QWidget

from ...bridge import settings
from ...bridge.layers.chip_layers import chips_folder
from ...bridge.layers.raster_layer import put_into_group
from ...bridge.parcels.parcel_fields import id_field_of
from ...bridge.qt_alive import disconnect, end_task
from ...bridge.tasks.parcel_series import SeriesEnding, SeriesOrder, SeriesTask
from ...bridge.tasks.series_files import identity_of
from ...bridge.texts.plain_text import without_logins
from ...bridge.texts.translation import tr, tr_count
from ...core.errors import RequestError
from ...core.outputs.names import series_file_name
from ...core.reasons import Reason
from ...core.sentinel2.bands import LEVELS
from ...core.sentinel2.cloud_rules import rule_words
from ..map.picker import MapPicker
from ..session.form_values.form_state import ANYWHERE, SCL, FormState
from ..session.session import Session
from ..widgets.dialog_buttons import put_in_words
from ..widgets.menu import action

LONGEST_GOODBYE_MS = 3000


class ParcelSeries(QObject):
    """Belongs to one dock; one series at a time."""

    def __init__(self, session: Session, iface: Any, picker: MapPicker, window: QWidget) -> None:
        """`picker` knows the layers, `iface` opens tables, questions belong to `window`."""
        super().__init__(window)
        self._session, self._iface, self._picker = session, iface, picker
        self._window = window
        self._task: SeriesTask | None = None
        self.question: QMessageBox | None = None
        """Before a large plan is read, while it is open."""
        all_of_it, selected = (
            tr("Series of all parcels of this layer"),
            tr("Series of the selected parcels"),
        )
        self.of_all = action(self, "CbmChipsSeriesOfAll", all_of_it, self._read_all)
        self.of_selected = action(self, "CbmChipsSeriesOfSelected", selected, self._read_selected)
        self.stopping = action(self, "CbmChipsSeriesStop", tr("Stop the series"), self.stop)
        self.stopping.setVisible(False)
        self.actions = [self.of_all, self.of_selected, self.stopping]

    def fill(self, menu: QMenu) -> None:
        """The entries; that for stopping is there while a series is read."""
        menu.addSeparator()
        menu.addActions(self.actions)

    def stop(self) -> bool:
        """Read no further; what was read becomes the table. False if nothing is read."""
        if self._task is None:
            return False
        end_task(self._task)
        return True

    def unload(self) -> None:
        """Leave no task that could call back."""
        task = self._task
        self._forget()
        if task is None:
            return
        disconnect(task, "asked", self._ask)
        disconnect(task, "done", self._hear)
        disconnect(task, "taskTerminated", self._on_terminated)
        end_task(task, timeout_ms=LONGEST_GOODBYE_MS)

    def _read_all(self) -> None:
        layers = self._picker.parcel_layers()
        if layers:
            self._read(layers[0], layers[0].id(), is_all=True)
        else:
            self._session.remark(tr("No layer on the map has polygons: add one with your parcels."))

    def _read_selected(self) -> None:
        layer = self._picker.layer_with_selection()
        if layer is not None:
            self._read(layer, QgsProcessingFeatureSourceDefinition(layer.id(), True))
        else:
            self._session.remark(tr("No parcel is selected: select some in a polygon layer."))

    def _read(self, layer: QgsVectorLayer, parcels: Any, *, is_all: bool = False) -> None:
        """Of all parcels the table of before is continued, if it is of the same."""
        session = self._session
        if session.lacks_packages():
            return
        try:
            wanted = _of_form(session.form)
        except RequestError as error:
            session.refused.emit(error)
            return
        source, days = session.source, session.form.days
        given = {"SOURCE": source.source, "AUTH": source.authcfg, "PARCELS": parcels}
        given.update(wanted, ID_FIELD=id_field_of(layer))
        name, numbers = layer.name(), wanted["INDICES"] or wanted["BANDS"] or SCL
        folder = chips_folder(settings.load(), QgsProject.instance())
        file_name = series_file_name(name, days.start, days.end)
        identity = identity_of({**given, **_asked_of(layer)}) if is_all else ""
        order = SeriesOrder(name, numbers, given, folder, file_name, identity)
        self._begin(SeriesTask(order))

    def _begin(self, task: SeriesTask) -> None:
        self._task = task
        task.asked.connect(self._ask)
        task.done.connect(self._hear)
        task.taskTerminated.connect(self._on_terminated)
        self._show_state()
        text = tr("The series of “{layer}” is being read; QGIS's list of tasks shows how far.")
        self._session.remark(text.format(layer=task.order.parcels), until=())  # its end replaces it
        task.start()

    def _ask(self, plan: str) -> None:
        """Without blocking the window; the task waits."""
        task = self._task
        if task is None:
            return
        buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
        icon = QMessageBox.Icon.Question
        box = self.question = QMessageBox(
            icon, tr("Series of parcels"), f"{plan}.", buttons, self._window
        )
        box.setInformativeText(
            tr(
                "What is kept from earlier is not read again; what is read until you stop becomes "
                "the table."
            )
        )
        box.setObjectName("CbmChipsSeriesPlan")
        put_in_words(box)
        box.button(QMessageBox.StandardButton.Ok).setText(tr("Read it"))
        box.accepted.connect(lambda: task.answer(may_read=True))
        box.rejected.connect(lambda: task.answer(may_read=False))
        box.finished.connect(self._close_question)
        box.open()

    def _hear(self, result: SeriesEnding) -> None:
        task = self._task
        self._forget()
        if task is not None and result.layer is not None:
            self._show(result.layer, result.continues, task.order.parcels)
        self._session.remark(result.problem or " ".join(_sentences(result)))

    def _on_terminated(self) -> None:
        if self._task is not None and not self._task.has_begun:
            self._hear(SeriesEnding())

    def _show(self, layer: QgsVectorLayer, continues: Path | None, parcels: str) -> None:
        project = QgsProject.instance()
        known = _layer_of(project, continues) if continues else None
        if known is not None:
            known.setDataSource(layer.source(), layer.name(), "ogr")
            known.setName(layer.name())
            known.triggerRepaint()
            self._iface.showAttributeTable(known)
            return
        project.addMapLayer(layer)
        put_into_group(layer, project, tr("Series of {layer}").format(layer=parcels))
        self._iface.showAttributeTable(layer)

    def _forget(self) -> None:
        """QGIS deletes a task that has ended."""
        self._task = None
        self._close_question()
        self._show_state()

    def _close_question(self, *_: object) -> None:
        box, self.question = self.question, None
        if box is not None:
            box.deleteLater()

    def _show_state(self) -> None:
        is_reading = self._task is not None
        self.stopping.setVisible(is_reading)
        for entry in (self.of_all, self.of_selected):
            entry.setEnabled(not is_reading)


def _of_form(form: FormState) -> dict[str, Any]:
    """The form's part of the algorithm's parameters: the numbers of what is looked at.

    Raises:
        RequestError: naming the field that can't be.
    """
    request, look = form.request_for(ANYWHERE), form.look()
    if form.level != LEVELS[0]:
        only = Reason("{level} alone, which has SCL", level=LEVELS[0])
        raise RequestError("level", form.level, only)
    is_index = form.index not in ("", SCL)
    return {
        "START": request.first_day.isoformat(),
        "END": request.last_day.isoformat(),
        "BANDS": "" if form.index else ",".join(look.bands),
        "INDICES": form.index if is_index else "",
        "MAX_SCENE_CLOUD": form.max_scene_cloud_pct,
    }


def _asked_of(layer: QgsVectorLayer) -> dict[str, Any]:
    """What distinguishes a layer and its judgement from others, whatever project it is in."""
    source = without_logins(layer.publicSource()) if layer.publicSource() else layer.id()
    rule = rule_words(settings.load().rule)
    return {"PARCELS": source, "SUBSET": layer.subsetString(), "RULE": rule, "END": ""}


def _layer_of(project: QgsProject, table: Path) -> QgsVectorLayer | None:
    for layer in project.mapLayers().values():
        path, _, _ = layer.source().partition("|")
        if isinstance(layer, QgsVectorLayer) and path == str(table):
            return layer
    return None


def _sentences(result: SeriesEnding) -> list[str]:
    """What has come of it."""
    told = list(result.told)
    if result.layer is None:
        return told or [tr("Nothing was read.")]
    rows = tr_count("{count} rows are in “{table}”.", result.rows, table=result.layer.name())
    if result.failed:
        told.append(
            tr_count("{count} dates and parcels failed; the table says why.", result.failed)
        )
    return [rows, *told]
