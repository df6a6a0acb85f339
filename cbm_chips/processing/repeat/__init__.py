"""How a run of an algorithm is called again: layers and parameters as texts, told in the log."""
