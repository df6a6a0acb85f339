"""The grid of thumbnails: its model, view and items."""
