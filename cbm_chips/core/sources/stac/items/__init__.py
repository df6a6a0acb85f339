"""One STAC item, whatever its dialect, becomes a scene."""
