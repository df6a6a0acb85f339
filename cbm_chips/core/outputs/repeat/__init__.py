"""How a run is made again: as a command line, as Python, by the address of a service, as text."""
