"""Two dates against one another: marks, swipe on the map, both large, their difference."""
