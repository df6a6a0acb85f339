"""A run's dates as a grid of pictures: model, delegate, view, and the panel around them."""

from .panel import ThumbnailPanel

__all__ = ["ThumbnailPanel"]
