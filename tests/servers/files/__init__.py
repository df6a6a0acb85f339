"""The parts of the file server."""
