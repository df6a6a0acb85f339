"""The next and the previous parcel of a layer, from the one that is on show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.parcels.feature_access import is_quick_by_id, is_small
from ...bridge.texts.translation import tr
from ...core.model import Place
from .layer_search import LayerSearch
from .parcel_search import SearchedLayer, beside, listed, neighbour, state_of


@dataclass(frozen=True)
class _Answer:
    """What came of a search.

    Attributes:
        layer: that of the parcel.
        feature_id: None where there is no further parcel.
        is_lost: the place on show is in none of the layers.
        ids: all of the layer, as far as they were listed.
    """

    layer: SearchedLayer
    feature_id: int | None
    is_lost: bool
    ids: Sequence[int]


class ParcelWalk(QObject):
    """Knows which feature is on show; looks for it where somebody else chose the place."""

    reached = pyqtSignal(object, object)
    """The layer and the id of the feature."""
    problem = pyqtSignal(str)
    """A sentence; an empty one takes the last back."""

    def __init__(
        self, layers: Callable[[QgsVectorLayer | None], list[QgsVectorLayer]], parent: QObject
    ) -> None:
        """`layers` gives those with parcels, the likeliest first; it gets the one on show."""
        super().__init__(parent)
        self._layers = layers
        self._place: Place | None = None
        self._layer_id = ""
        self._feature_id: int | None = None
        self._ids: dict[tuple[str, str, int], Sequence[int]] = {}
        """Of the one layer whose ids were listed last."""
        self._search = LayerSearch(self)
        self._search.told.connect(self.problem)
        self._waiting = 0
        """Steps asked for while the parcel is looked for."""

    @property
    def layer(self) -> QgsVectorLayer | None:
        """That of the last parcel, if it is still there."""
        return QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None

    def stand_in(self, layer: QgsVectorLayer) -> None:
        """The places to come are features of this layer."""
        self.stop()
        self._layer_id, self._feature_id = layer.id(), None

    def stand_at(self, layer: QgsVectorLayer, feature_id: int) -> None:
        """Go on from this feature, be it of use or not."""
        self.stop()
        self._layer_id, self._feature_id = layer.id(), feature_id

    def show(self, place: Place, *, is_here: bool = False) -> None:
        """This place is on show; `is_here` says that it is the feature that was given last."""
        if is_here:
            self._place = place
        elif place != self._place:
            self.stop()
            self._place, self._feature_id = place, None

    def step(self, step: int) -> None:
        """To the next (1) or the previous (-1) parcel."""
        if self._search.is_under_way:
            self._waiting += step
            return
        layers = self._layers(self.layer)
        if not layers:
            self.problem.emit(tr("No layer on the map has polygons: add one with your parcels."))
            return
        if layers[0].id() != self._layer_id:
            self._feature_id = None
        if not self._goes_next_door(layers[0], step):
            self._look_for(layers, step)

    def stop(self) -> bool:
        """Look no further; False if nothing was looked for."""
        self._waiting = 0
        return self._search.stop()

    def _goes_next_door(self, layer: QgsVectorLayer, step: int) -> bool:
        """The usual way: the parcel is known, and so is its neighbour or its id is near."""
        if self._feature_id is None and self._place is not None:
            return False
        if self._known_ids(layer):
            wanted = beside(self._known_ids(layer), self._feature_id, step)
        elif is_quick_by_id(layer):
            wanted = neighbour(layer, self._feature_id, step)
        else:
            return False
        if wanted is None:
            return False
        self._reach(layer, wanted)
        return True

    def _reach(self, layer: QgsVectorLayer, feature_id: int) -> None:
        """Steps from now on go on from here, even if reading the feature takes a while."""
        self._layer_id, self._feature_id = layer.id(), feature_id
        self.reached.emit(layer, feature_id)

    def _look_for(self, layers: Sequence[QgsVectorLayer], step: int) -> None:
        start, place = self._feature_id, self._place
        if start is not None:
            layers, place = layers[:1], None
        searched = tuple(SearchedLayer.of(one, place, self._known_ids(one)) for one in layers)
        look = partial(_look, searched, start, step)
        self._waiting = 0
        if all(map(is_small, layers)):
            self._arrive(look())
        else:
            self._search.begin(searched[0].name, look, self._arrive_and_go_on)

    def _arrive_and_go_on(self, answer: _Answer) -> None:
        waiting, self._waiting = self._waiting, 0
        self._arrive(answer)
        for _ in range(abs(waiting)):
            self.step(1 if waiting > 0 else -1)

    def _arrive(self, answer: _Answer) -> None:
        layer = QgsProject.instance().mapLayer(answer.layer.state[0])
        if layer is None:
            return
        if answer.ids and not layer.isEditable():
            self._ids = {answer.layer.state: answer.ids}
        if answer.feature_id is None:
            text = tr("“{layer}” has no further parcel in this direction.")
            self.problem.emit(text.format(layer=answer.layer.name))
            return
        former = self._place
        self._reach(layer, answer.feature_id)
        if answer.is_lost and former is not None:
            text = tr("“{layer}” has no parcel where {place} lies: this is one of its ends.")
            self.problem.emit(text.format(layer=answer.layer.name, place=former.name))

    def _known_ids(self, layer: QgsVectorLayer) -> Sequence[int]:
        return () if layer.isEditable() else self._ids.get(state_of(layer), ())


def _look(layers: Sequence[SearchedLayer], start: int | None, step: int) -> _Answer:
    """In any thread; `start` is in the first layer, or has to be found."""
    layer, is_lost = layers[0], False
    if start is None:
        layer, start = _found(layers)
        is_lost = start is None
    ids = layer.ids
    is_near = layer.finds_ids and not ids
    wanted = neighbour(layer.features, start, step) if is_near else None
    if wanted is None:
        ids = ids or listed(layer.features)
        wanted = beside(ids, start, step)
    return _Answer(layer, wanted, is_lost, ids)


def _found(layers: Sequence[SearchedLayer]) -> tuple[SearchedLayer, int | None]:
    """The first layer with the place, and its feature there; else the first layer."""
    for layer in layers:
        feature_id = layer.find_place()
        if feature_id is not None:
            return layer, feature_id
    return layers[0], None
