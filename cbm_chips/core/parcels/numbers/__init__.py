"""From the pixels of a piece to rows of numbers."""
