"""What the form says, as values: read from texts, kept, and told in a line."""
