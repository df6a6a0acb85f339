"""Many parcels: a plan of what is read, and tables of numbers per parcel and date."""
