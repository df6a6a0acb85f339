"""Ranges of files over HTTP, by asyncio: connections, routes, limits."""
