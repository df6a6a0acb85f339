"""The folder of a run: its files and lists, written as dates come, and read back."""
