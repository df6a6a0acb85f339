"""Chips of the dock -> dated layers in a group of the project, and away again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....bridge.layers.chip_layers import (
    RUN,
    Content,
    LayerFile,
    LayerOrder,
    Written,
    fix_times,
    open_layer,
    refresh,
    run_id,
    write_layers,
)
from ....bridge.layers.groups import (
    folder_of_run,
    group_of,
    groups,
    insert,
    is_dated,
    layers_by_file,
    layers_of_place,
    layers_with,
    new_group,
    remove,
    series_shown,
    show_only,
    swap,
)
from ....bridge.qt_alive import disconnect, end_task, is_alive
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.model import Chip, Place
from ....core.pipeline.series import Entry
from ....core.rendering.look import Look
from .temporal import play


@dataclass
class _Arrival:
    """Files that are written, on their way into the project."""

    order: LayerOrder
    files: Sequence[LayerFile]
    opened: list[QgsRasterLayer] = field(default_factory=list)
    done: int = 0

    def is_next_done(self) -> bool:
        """Open one more layer, or bring it up to date if the project has it; False after all."""
        if self.done == len(self.files):
            return False
        item = self.files[self.done]
        self.done += 1
        layer = layers_by_file(self.order.run).get(item.file.path.name)
        if layer is None:
            self.opened.append(open_layer(item, self.order))
        else:
            refresh(layer, item)
        return True


class LayerLoader(QObject):
    """Writes chips in a task, then adds their layers in one go."""

    loaded = pyqtSignal(object)
    """The list of layers asked for, new ones and those that were there already, newest first."""
    failed = pyqtSignal(str)
    """What could not be loaded and why, as a sentence; the rest is loaded all the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Works on the project that is open when it is used."""
        super().__init__(parent)
        self._calls: set[BackgroundCall] = set()
        self._arrivals: deque[_Arrival] = deque()
        self._opener = QTimer(self)
        self._opener.setInterval(0)
        self._opener.timeout.connect(self._go_on)
        self._latest_run = ""
        self._last_two: tuple[str, ...] = ()
        """Ids of layers, those of the newest load first."""
        QgsProject.instance().cleared.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Files are being written or opened."""
        return bool(self._calls or self._arrivals)

    def load(
        self,
        entries: Iterable[Entry],
        look: Look,
        place: Place,
        *,
        series: Iterable[Entry] = (),
        contents: Sequence[Content] = (Content.PICTURE,),
    ) -> None:
        """Load the chips of `entries`; `loaded` or `failed` is emitted at the end.

        Args:
            entries: dates; those without a chip are passed over.
            look: how the pictures are styled.
            place: names the group.
            series: the dates a shared stretch may come from; by default the loaded ones.
            contents: what of each date is loaded; the first is what is seen.
        """
        chips = _chips_of(entries)
        if not chips:
            self.failed.emit(tr("None of these dates has a picture to load."))
            return
        others = _chips_of(series) or chips
        folder = folder_of_run(place, chips[0])
        order = LayerOrder(place, look, chips, others, folder, tuple(contents))
        call = BackgroundCall(
            tr("CbM Chips: layers of {place}").format(place=place.name), lambda: write_layers(order)
        )
        call.done.connect(partial(self._hear, call, order))
        call.cancelled.connect(partial(self._hear_cancelled, call))
        self._calls.add(call)
        call.start()

    def remove_place(self, place: Place, chips: Iterable[Chip] = ()) -> list[Path]:
        """Take the layers loaded of a place, and their groups, out of the project; the files stay.

        Args:
            place: the very place, not only its name.
            chips: of the place, by whose ground layers of earlier versions are known.

        Returns:
            The folders they are in; empty if nothing of the place was loaded.
        """
        return remove(layers_of_place(place, {run_id(place, chip) for chip in chips}))

    def play_in_temporal_controller(self, iface: Any) -> bool:
        """Let QGIS's temporal controller step through the run loaded last, date by date.

        Returns:
            False if there is no run, or no controller.
        """
        group = group_of(self._latest_run) or next(groups(), None)
        layers = series_shown(group)
        if not layers or not play(iface, layers):
            return False
        show_only(group, layers)
        return True

    def swap_last_two(self) -> tuple[QgsRasterLayer, QgsRasterLayer] | None:
        """Of the two layers loaded last, hide the one that is shown and show the other.

        Returns:
            The one that is shown now and the one that is hidden; None if there are no two.
        """
        return swap(*self._last_two) if len(self._last_two) > 1 else None

    def cancel(self) -> None:
        """Add nothing of what is still being written: as when another project is opened."""
        if is_alive(self._opener):
            self._opener.stop()
        self._arrivals.clear()
        calls = list(self._calls)
        self._calls.clear()
        for call in calls:
            end_task(call)

    def unload(self) -> None:
        """Let go of the project; what is loaded stays. Once only."""
        self.cancel()
        disconnect(QgsProject.instance(), "cleared", self.cancel)

    def _hear(self, call: BackgroundCall, order: LayerOrder, result: CallResult) -> None:
        """Qt does not cut this connection, which names more than a method of ours."""
        if is_alive(self):
            self._take(call, order, result)

    def _hear_cancelled(self, call: BackgroundCall) -> None:
        """Not by `cancel`, which forgets it first."""
        if is_alive(self) and call in self._calls:
            self._calls.discard(call)
            self.failed.emit(CallResult.cancelled().problem)

    def _take(self, call: BackgroundCall, order: LayerOrder, result: CallResult) -> None:
        self._calls.discard(call)
        if result.problem:
            self.failed.emit(result.problem)
            return
        written: Written = result.value
        if written.files:
            self._arrivals.append(_Arrival(order, written.files))
            self._opener.start()
        if written.lacking:
            text = tr("{count} of {all} could not be loaded: bands are missing that were not read.")
            count, all_ = len(written.lacking), len(written.lacking) + len(written.files)
            self.failed.emit(text.format(count=count, all=all_))
        if written.in_use:
            self.failed.emit("\n".join(map(worded, written.in_use)))

    def _go_on(self) -> None:
        """One layer, which takes some milliseconds; in between the window lives on."""
        arrival = self._arrivals[0]
        if arrival.is_next_done():
            return
        self._arrivals.popleft()
        if not self._arrivals:
            self._opener.stop()
        self._add(arrival)

    def _add(self, arrival: _Arrival) -> None:
        order = arrival.order
        fresh = [layer for layer in arrival.opened if layer.isValid()]
        QgsProject.instance().addMapLayers(fresh, False)
        insert(group_of(order.run) or new_group(order), fresh)
        fix_times(filter(is_dated, layers_with(RUN, order.run)))
        self._latest_run = order.run
        self._tell(order, arrival.files)

    def _tell(self, order: LayerOrder, files: Sequence[LayerFile]) -> None:
        there = {n: layer for n, layer in layers_by_file(order.run).items() if layer.isValid()}
        names = [item.file.path.name for item in _newest_first(files)]
        layers = [there[name] for name in names if name in there]
        broken = [name for name in names if name not in there]
        if broken:
            text = tr("Written, but QGIS can't open: {names}")
            self.failed.emit(text.format(names=", ".join(broken)))
        if layers:
            ids = [layer.id() for layer in layers]
            self._last_two = tuple(dict.fromkeys([*ids, *self._last_two]))[:2]
            show_only(group_of(order.run), [layers[0]])
            self.loaded.emit(layers)


def _chips_of(entries: Iterable[Entry]) -> tuple[Chip, ...]:
    return tuple(entry.chip for entry in entries if entry.chip is not None)


def _newest_first(files: Sequence[LayerFile]) -> list[LayerFile]:
    """The kind asked for first comes first, then the others."""
    kinds = list(dict.fromkeys(item.content for item in files))
    by_time = sorted(files, key=lambda item: item.file.acquired, reverse=True)
    return sorted(by_time, key=lambda item: kinds.index(item.content))
