"""Parameters of the algorithms and how their values become requests."""
