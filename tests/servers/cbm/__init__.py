"""The parts of the made CbM REST service, see `tests.servers.cbm_rest`."""
