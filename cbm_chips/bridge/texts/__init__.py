"""Sentences of the product in the language of QGIS."""
