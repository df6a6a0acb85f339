"""Chips as GeoTIFFs."""
