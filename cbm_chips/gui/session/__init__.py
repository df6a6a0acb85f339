"""What is asked for and what is shown; no widgets."""
