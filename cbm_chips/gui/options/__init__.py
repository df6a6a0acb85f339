"""The page of QGIS's options."""
