"""Pixels to pictures: composites, indices, stretch, colours."""
