"""What is to be read for many parcels, as a value, before anything is read."""
