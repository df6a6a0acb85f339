"""Gets the pure Python packages that are missing, into a folder of the plugin's own."""
