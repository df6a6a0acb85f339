"""The plot as plain numbers: what it shows, where all of it lies, what is under the mouse."""
