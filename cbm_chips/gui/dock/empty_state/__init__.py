"""What the dock shows where there are no chips, and what can be done about it."""
