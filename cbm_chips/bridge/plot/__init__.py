"""Paints a plot that core laid out: on the screen, into pictures and files."""
