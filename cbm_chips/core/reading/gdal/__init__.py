"""The general reader: any raster, by rasterio or by the GDAL of QGIS."""
