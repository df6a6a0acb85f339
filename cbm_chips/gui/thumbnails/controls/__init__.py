"""What stands around the grid: controls, information, messages, menu."""
