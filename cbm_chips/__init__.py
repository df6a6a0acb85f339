"""CbM Chips: image chips of farm parcels from Sentinel-2, for QGIS and for plain Python."""
