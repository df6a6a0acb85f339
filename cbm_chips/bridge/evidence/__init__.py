"""Evidence through QGIS: sheets on paper, and bundles as a task."""
