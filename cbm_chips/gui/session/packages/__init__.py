"""Python packages that a source lacks: installed once at a time, noticed when they come."""
