"""Time series of the service as tables."""
