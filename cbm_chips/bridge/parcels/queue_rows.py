"""Rows of layers for the queue, and the join of a sample to a layer of parcels, in any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...core.errors import RequestError
from ...core.inspection.queue.join import JoinedSample, joined
from ...core.inspection.queue.sample import ParcelSample, sample_of
from ...core.inspection.queue.sample_columns import SampleColumns, columns_of
from ...core.inspection.queue.table import SampleTable, table_of
from ...core.reasons import Reason
from .feature_access import is_quick_by_id, until_cancelled
from .parcel_fields import text_of

MOST_IN_MEMORY = 50_000
"""Parcels of a layer that finds none by its id at once: they are kept in memory."""


@dataclass(frozen=True)
class LayerRows:
    """The features of a layer as a thread may read them; make it in the main thread.

    Attributes:
        name: of the layer.
        features, fields: as they were when this was made.
        ids: of the features that are meant, in no order; None for all.
        is_quick: a feature is found at once by its id.
    """

    name: str
    features: QgsVectorLayerFeatureSource = field(repr=False)
    fields: QgsFields = field(repr=False)
    ids: tuple[int, ...] | None = field(default=None, repr=False)
    is_quick: bool = True

    @classmethod
    def of(cls, layer: QgsVectorLayer, *, only_selected: bool = False) -> LayerRows:
        """All features of a layer, or those that are selected."""
        ids = tuple(layer.selectedFeatureIds()) if only_selected else None
        source = QgsVectorLayerFeatureSource(layer)
        return cls(str(layer.name()), source, layer.fields(), ids, is_quick_by_id(layer))

    def rows(self, names: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Id of each feature and the texts of some fields; without geometry."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(list(names), self.fields)
        for feature in self._meant(request):
            yield feature.id(), tuple(text_of(feature, name) for name in names)

    def with_ids(self, ids: Iterable[int], names: Sequence[str]) -> dict[int, QgsFeature]:
        """Whole features by their ids; looks at all of them."""
        wanted, request = set(ids), QgsFeatureRequest()
        request.setSubsetOfAttributes(list(names), self.fields)
        return {one.id(): one for one in self._meant(request) if one.id() in wanted}

    def _meant(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
        wanted = None if self.ids is None else set(self.ids)
        if wanted is not None and self.is_quick:
            request.setFilterFids(list(wanted))
        for feature in until_cancelled(self.features.getFeatures(request)):
            if wanted is None or feature.id() in wanted:
                yield feature


@dataclass(frozen=True)
class JoinOrder:
    """What is joined to what.

    Attributes:
        sample: the questions.
        parcels: the layer; `id_field`: of it; `names`: fields that name a parcel.
        takes_similar: see `joined`.
    """

    sample: ParcelSample
    parcels: LayerRows
    id_field: str
    names: tuple[str, ...] = ()
    takes_similar: bool = False

    def join(self) -> tuple[JoinedSample, dict[int, QgsFeature] | None]:
        """The join, and the parcels themselves where the layer would look at all for each.

        Raises:
            RequestError: field `PARCELS`, for too many of those.
        """
        ids = ((texts[0], number) for number, texts in self.parcels.rows([self.id_field]))
        found = joined(self.sample, ids, takes_similar=self.takes_similar)
        return found, kept_features(self.parcels, found.features.values(), self.names)


def kept_features(
    parcels: LayerRows, ids: Iterable[int], names: Sequence[str]
) -> dict[int, QgsFeature] | None:
    """None where the layer finds a feature by its id at once.

    Raises:
        RequestError: field `PARCELS`, where there are more than `MOST_IN_MEMORY`.
    """
    if parcels.is_quick:
        return None
    wanted = set(ids)
    if len(wanted) > MOST_IN_MEMORY:
        allowed = Reason(
            "at most {most} of a layer of this kind; any number of a GeoPackage",
            most=MOST_IN_MEMORY,
        )
        raise RequestError("PARCELS", len(wanted), allowed)
    return parcels.with_ids(wanted, names)


def table_of_layer(layer: LayerRows) -> SampleTable:
    """A table that is a layer of the project already; rows count from 1."""
    names = layer.fields.names()
    rows = (texts for _, texts in layer.rows(names))
    return table_of(layer.name, names, enumerate(rows, 1))


def joined_layer(
    layer: LayerRows, id_field: str, names: Sequence[str] = ()
) -> tuple[JoinedSample, dict[int, QgsFeature] | None]:
    """The parcels of a layer as a sample that is joined to itself; by feature id, else as sorted.

    Raises:
        RequestError: see `kept_features`.
    """
    columns = columns_of_layer(layer, id_field)
    wanted = [name for name in _names_of(columns) if name]
    rows = sorted(layer.rows(wanted))
    sample = sample_of(table_of(layer.name, wanted, rows), columns)
    items = tuple(replace(item, cells=()) for item in sample.items)
    features: dict[str, int] = {}
    for item, row in zip(items, sample.rows):
        features.setdefault(item.parcel, row)
    found = JoinedSample(items, features, sample.left_out)
    return found, kept_features(layer, features.values(), names)


def columns_of_layer(layer: LayerRows, id_field: str) -> SampleColumns:
    """What its fields say of a sample, where it is one; the id is known."""
    guess = columns_of(layer.fields.names())
    if guess.parcel != id_field or not guess.title:
        guess = SampleColumns(id_field)
    return guess


def _names_of(columns: SampleColumns) -> list[str]:
    told = (
        columns.parcel,
        columns.question,
        columns.holding,
        columns.ranking,
        columns.covered,
        columns.order,
    )
    return list(dict.fromkeys(told))
