"""The last places, and the one that a project was saved with."""
