"""Folders of the original CbM client: one is opened as a place, a run is saved as one."""
