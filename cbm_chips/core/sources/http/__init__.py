"""JSON over HTTP, bounded in bytes and time, for every source."""
