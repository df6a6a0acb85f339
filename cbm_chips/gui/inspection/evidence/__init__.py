"""Evidence to hand on, from the dock: which parcels, where to, in which files."""
