"""The parts of the STAC API."""
