"""One chip large."""
