"""Products of a CbM server, and the chips it makes of them."""
