"""Which scene of an acquisition is used, on which grid, and what its numbers mean."""
