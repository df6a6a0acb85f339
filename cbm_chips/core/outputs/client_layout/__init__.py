"""A run in the folders of the original CbM client, which its notebooks open."""
