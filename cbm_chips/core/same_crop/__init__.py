"""Neighbours of the same crop: which they are, how their values spread, and a parcel's rank."""
