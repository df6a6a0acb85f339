"""Gets the Python packages that are missing, as the dock does by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...bridge.packages.installing import InstallOrder, carry_out
from ...bridge.sources.dependencies import explain, missing, own_folder
from ...bridge.tasks.install_task import done_words
from ...bridge.texts.translation import tr
from ...core.cancellation import current_cancellation
from ..base.cancelling import cancelled_by
from ..base.error_boundary import GuardedAlgorithm
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import advanced, optional

if TYPE_CHECKING:
    from ...bridge.packages.wheels import Wheel

ACTION, WHEELS, INDEX, FOLDER = "ACTION", "WHEELS", "INDEX", "FOLDER"
REMOVES = 1
"""Its place among the actions."""


class InstallPackages(GuardedAlgorithm):
    """`cbmchips:installpackages`."""

    def name(self) -> str:
        return "installpackages"

    def displayName(self) -> str:
        return tr("Install missing Python packages")

    def group(self) -> str:
        return tr("Set-up")

    def groupId(self) -> str:
        return "setup"

    def tags(self) -> list[str]:
        return ["python", "packages", "install", "pip", "pystac", "diskcache", "offline"]

    def shortHelpString(self) -> str:
        return tr(
            "Gets pystac-client, pystac and diskcache into a folder of the plugin's own in the "
            "profile.\n"
            "Only what neither QGIS nor the system has is installed, and what is damaged or of "
            "another version is replaced. Each file is checked by its SHA-256; nothing that QGIS "
            "ships changes, and pip is not needed. Without a network, give a folder with the "
            "wheels (the files *.whl). Either all is installed or nothing is changed. QGIS need "
            "not be started anew."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        folder = QgsProcessingParameterFile.Behavior.Folder
        words = [tr("Install what is missing, repair what is damaged"), tr("Remove all of them")]
        action = QgsProcessingParameterEnum(ACTION, tr("What to do"), words, False, 0)
        wheels = QgsProcessingParameterFile(
            WHEELS, tr("Folder with wheels, in place of the network"), folder
        )
        index = QgsProcessingParameterString(
            INDEX, tr("Address of a package index, in place of that of the options")
        )
        for parameter in (action, optional(wheels), advanced(optional(index))):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Packages installed or removed")))
        self.addOutput(QgsProcessingOutputString(FOLDER, tr("Folder of the packages")))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        self._order_given(given, context)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        self._order = self._order_given(given, context)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        def tell(done: int, count: int, wheel: Wheel) -> None:
            feedback.setProgress(100 * done / count)
            if done < count:
                feedback.pushInfo(f"{wheel.file_name} (SHA-256 {wheel.sha256})")

        with cancelled_by(feedback):
            result = carry_out(self._order, current_cancellation(), tell)
        feedback.pushInfo(done_words(result))
        lacking = "" if self._order.removes else explain(missing())
        if lacking:
            feedback.pushWarning(lacking)
        return {names.COUNT: len(result.done), FOLDER: str(own_folder())}

    def _order_given(self, given: Given, context: QgsProcessingContext) -> InstallOrder:
        return InstallOrder.of(
            index=self.parameterAsString(given, INDEX, context),
            folder=self.parameterAsString(given, WHEELS, context),
            removes=self.parameterAsEnum(given, ACTION, context) == REMOVES,
        )
