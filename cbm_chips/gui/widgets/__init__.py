"""Small widgets that several parts of the dock use."""
