"""Pictures of chips and all that is painted over and beside them."""
