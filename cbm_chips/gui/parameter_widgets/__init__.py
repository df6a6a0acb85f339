"""Widgets of our own in Processing's dialogs."""
