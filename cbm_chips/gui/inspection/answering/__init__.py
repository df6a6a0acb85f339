"""Answers: the bar with its keys, many at once, and where the record is."""
