"""Work in the background as tasks of QGIS."""
