"""QGIS types to ours and back; no widget, no iface."""
