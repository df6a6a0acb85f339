"""All dates of a place on one HTML page."""
