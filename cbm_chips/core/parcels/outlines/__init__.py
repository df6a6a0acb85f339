"""Parcels as they come: their outlines, what is wrong with them, what is left of them inside."""
