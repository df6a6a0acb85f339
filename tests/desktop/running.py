"""Running the algorithms the ways QGIS does."""

from __future__ import annotations

import csv
from typing import Any

from tests.headless import REPOSITORY, Headless, qgis_process_is_here
from tests.sample_servers import Served

__all__ = ["REPOSITORY", "Headless", "qgis_process_is_here"]

YEAR = {"START": "2021-11-01", "END": "2022-12-31"}
EARLY_SUMMER = {"START": "2022-05-20", "END": "2022-07-20"}
JUNE = {"START": "2022-06-01", "END": "2022-06-30"}
CENTRE = {"POINT": "5.664,52.694"}


def feedback_class() -> type:
    """A feedback that remembers; made late, as QGIS must not be imported with the module."""
    from qgis.core import QgsProcessingFeedback

    class Remembering(QgsProcessingFeedback):
        def __init__(self, cancel_after: int = 10**9) -> None:
            super().__init__(False)
            self.errors: list[tuple[str, bool]] = []
            self.infos: list[str] = []
            self.warnings: list[str] = []
            self.progress: list[float] = []
            self.progressChanged.connect(self.progress.append)
            self._left = cancel_after

        def pushInfo(self, info: str) -> None:
            self.infos.append(info)
            self._left -= 1
            if self._left <= 0:
                self.cancel()

        def pushWarning(self, warning: str) -> None:
            self.warnings.append(warning)

        def reportError(self, error: str, fatal: bool = False) -> None:
            self.errors.append((error, fatal))

    return Remembering


def run(algorithm: str, parameters: dict[str, Any], feedback: Any = None) -> dict[str, Any]:
    import processing

    feedback = feedback or feedback_class()()
    return processing.run(f"cbmchips:{algorithm}", parameters, feedback=feedback)


def refusal(algorithm: str, parameters: dict[str, Any]) -> str:
    """What is said before anything runs; empty if nothing is."""
    from qgis.core import QgsApplication, QgsProcessingContext

    found = QgsApplication.processingRegistry().algorithmById(f"cbmchips:{algorithm}")
    accepted, message = found.checkParameterValues(parameters, QgsProcessingContext())
    assert accepted == (not message)
    return message


def unchecked(algorithm: str, given: dict[str, Any]) -> str:
    """What ends a run in a model, where nobody asks whether the parameters are right."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

    found = QgsApplication.processingRegistry().algorithmById(f"cbmchips:{algorithm}")
    context, feedback = QgsProcessingContext(), feedback_class()()
    context.setProject(QgsProject.instance())
    try:
        _, is_done = found.run(given, context, feedback, {}, False)
    except QgsProcessingException as error:
        return str(error)
    return "" if is_done else "\n".join(text for text, _ in feedback.errors)


def rows_of(table: str) -> list[dict[str, str]]:
    with open(table, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def parcels_of(servers: Served, *ids: str) -> Any:
    """Some of the sample's parcels as a layer."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{servers.archive / 'parcels.gpkg'}|layername=parcels", "p", "ogr")
    assert layer.isValid()
    layer.setSubsetString(f"id in ({', '.join(repr(one) for one in ids)})")
    return layer


def memory_layer(crs: str, **geometries: str) -> Any:
    """A layer of polygons by their names; empty text is an empty geometry."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string", "made", "memory")
    for name, wkt in geometries.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer
