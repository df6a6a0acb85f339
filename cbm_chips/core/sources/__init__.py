"""Who lists scenes. Each source is a room of its own; `registry` knows them by name."""
