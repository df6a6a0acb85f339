"""A season as pictures that move: an animated GIF, and the same as numbered PNGs."""
