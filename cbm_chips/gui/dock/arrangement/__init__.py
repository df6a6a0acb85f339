"""Where the parts of the dock stand, narrow or wide, and what of it is remembered."""
