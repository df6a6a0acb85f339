"""Tables that algorithms write."""
