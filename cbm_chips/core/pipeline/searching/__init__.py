"""How a run finds its scenes: the source, or what is kept of former searches; the nearest dates."""
