"""Requests to a CbM server and its responses: checked, queued, shared, parsed."""
