"""Series out of chips, runs, tables of parcels, and a service's own statistics."""
