"""What the dock says of a run: progress, messages."""
