"""The dates by month and week, each with its picture, classes and index."""
