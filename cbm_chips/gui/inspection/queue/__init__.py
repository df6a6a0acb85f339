"""Opening a queue, going through it, looking a second time."""
