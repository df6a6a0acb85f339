"""What a run leaves on disk: GeoTIFFs, their manifest and table, an HTML page."""
