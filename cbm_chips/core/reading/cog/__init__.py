"""Blocks of tiled GeoTIFFs: where they lie in the file and how their bytes become pixels."""
