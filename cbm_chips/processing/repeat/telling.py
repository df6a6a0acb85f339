"""How a run is made again, in the log of an algorithm."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.outputs.repeat.repetition import Repetition


def tell_repetition(repetition: Repetition, feedback: QgsProcessingFeedback) -> None:
    """Each way below its title; nothing where there is none."""
    blocks = {
        tr("Repeat this with qgis_process:"): repetition.posix,
        tr("At Windows' prompt:"): "" if repetition.cmd == repetition.posix else repetition.cmd,
        tr("With Python:"): repetition.python.rstrip("\n"),
        tr("By the service's own addresses:"): "\n".join(repetition.rest),
    }
    for title, text in blocks.items():
        if text:
            feedback.pushInfo(f"{title}\n{text}")
    for note in repetition.notes:
        feedback.pushInfo(worded(note))
