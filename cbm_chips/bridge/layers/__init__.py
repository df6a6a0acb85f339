"""Chips as raster layers of QGIS: file, style, time, group."""
