"""What was said and marked of parcels, kept with the project."""
