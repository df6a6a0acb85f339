"""Chips as layers: made, shown before, removed, exported."""
