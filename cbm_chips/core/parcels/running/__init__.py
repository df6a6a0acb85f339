"""The pieces of a plan here, in processes or on a cluster."""
