"""What algorithms have in common: a run, its errors, how it is cancelled."""
