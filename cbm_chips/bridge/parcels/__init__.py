"""Features of layers as places and parcels."""
