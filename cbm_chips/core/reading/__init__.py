"""Pixels: how a window of a file comes onto a grid."""
