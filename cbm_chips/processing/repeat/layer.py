"""A layer as a command takes it: by its file or address, or why that can't be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...bridge.texts.plain_text import without_logins
from ...core.reasons import Reason
from ..parameters.chip_parameters import Given

MOST_SELECTED = 100
"""Features that a command names one by one."""


@dataclass(frozen=True)
class LayerText:
    """The value of a parameter, empty where no command can open the layer; `note` says why."""

    text: str = ""
    note: str = ""


def vector_layer(
    algorithm: QgsProcessingAlgorithm, given: Given, name: str, context: QgsProcessingContext
) -> QgsVectorLayer | None:
    """The layer given as the parameter `name`, of a part of it the whole one."""
    value = given.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        given = {**given, name: value.source}
    return algorithm.parameterAsVectorLayer(given, name, context)


def layer_text(
    algorithm: QgsProcessingAlgorithm, given: Given, name: str, context: QgsProcessingContext
) -> LayerText:
    """What is given as the parameter `name`; in the main thread."""
    value = given[name]
    layer = vector_layer(algorithm, given, name, context)
    if layer is None:  # a file that only pyarrow can open
        is_file = isinstance(value, str) and Path(value).is_file()
        return LayerText(str(Path(value).absolute())) if is_file else _temporary(name)
    is_definition = isinstance(value, QgsProcessingFeatureSourceDefinition)
    is_selection = is_definition and value.selectedFeaturesOnly
    if layer.providerType() == "memory" or str(QgsProcessingUtils.tempFolder()) in layer.source():
        return _temporary(layer.name())
    if is_definition and _is_cut(value):
        words = Reason(
            "Only some features of the layer {layer} were used, which no command can choose: "
            "save them as a file first.",
            layer=layer.name(),
        )
        return LayerText(note=words)
    told = _selected(layer) if is_selection else LayerText(_address(layer))
    if without_logins(told.text) != told.text:
        words = Reason("The address of the layer {layer} holds a login or a key.", layer=name)
        return LayerText(note=words)
    return told


def _is_cut(part: QgsProcessingFeatureSourceDefinition) -> bool:
    """By a number of features, or by an expression, which the dialogs have since QGIS 3.32."""
    return part.featureLimit >= 0 or bool(getattr(part, "filterExpression", ""))


def _temporary(layer: str) -> LayerText:
    words = Reason(
        "The layer {layer} is a temporary one, which no command can open: save it as a file first.",
        layer=layer,
    )
    return LayerText(note=words)


def _address(layer: QgsVectorLayer) -> str:
    """A path as it is; of other providers with their name."""
    if layer.providerType() != "ogr":
        return str(
            QgsProcessingUtils.encodeProviderKeyAndUri(layer.providerType(), layer.publicSource())
        )
    path, bar, rest = layer.source().partition("|")
    return f"{Path(path).absolute()}{bar}{rest}" if Path(path).exists() else layer.source()


def _selected(layer: QgsVectorLayer) -> LayerText:
    """A filter on the file's own numbers of features."""
    ids = sorted(layer.selectedFeatureIds())
    if layer.providerType() != "ogr" or len(ids) > MOST_SELECTED:
        words = Reason(
            "Only selected features of the layer {layer} were used, which no command can choose: "
            "save them as a file first.",
            layer=layer.name(),
        )
        return LayerText(note=words)
    fields, key = layer.fields(), layer.primaryKeyAttributes()
    column = f'"{fields.at(key[0]).name()}"' if key else "FID"
    wanted = f"{column} IN ({','.join(map(str, ids))})"
    before = layer.subsetString()
    whole = f"({before}) AND {wanted}" if before else wanted
    return LayerText(f"{_address(layer).partition('|subset=')[0]}|subset={whole}")
