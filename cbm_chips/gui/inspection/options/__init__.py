"""The inspection's part of QGIS's options: who answers, with which buttons, to which questions."""
