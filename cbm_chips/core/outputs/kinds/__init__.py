"""What a run can write: one file for each kind of output, and the table of them."""
