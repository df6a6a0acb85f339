"""What a run leaves on disk: GeoTIFFs, their manifest and table, a contact sheet."""
