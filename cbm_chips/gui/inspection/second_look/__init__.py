"""The second look: which questions come again, and how far both looks agree."""
