"""Two dates of a place against one another: what may be compared, and what changed."""
