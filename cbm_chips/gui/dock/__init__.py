"""The dock: it connects its parts."""
