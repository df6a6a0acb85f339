"""A QGIS that lacks Python packages asks the algorithms; the questions come as JSON on stdin.

Apart from the tests' own QGIS, as what Python has imported once can't be missing later.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from tests.desktop.new_qgis import begin
from tests.desktop.running import refusal, unchecked
from tests.hidden_packages import hidden


def main() -> None:
    """Write a list with the words of each question: before a run, and of a run unchecked."""
    asked = json.load(sys.stdin)
    os.environ.update(QGIS_CUSTOM_CONFIG_PATH=asked["profile"], CBM_CHIPS_CACHE=asked["cache"])
    with hidden(*asked["hidden"]):
        sys.stdout.write(json.dumps(_answers(asked["questions"])) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what QGIS does at its end is no matter here


def _answers(questions: list[tuple[str, dict[str, Any]]]) -> list[list[str]]:
    begin()
    return [[refusal(*question), unchecked(*question)] for question in questions]
