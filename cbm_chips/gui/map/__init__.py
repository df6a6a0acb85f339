"""Pointing at places on the map, one or many."""
