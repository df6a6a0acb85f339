"""First bytes of blocks that were fetched, in memory and on disk."""
