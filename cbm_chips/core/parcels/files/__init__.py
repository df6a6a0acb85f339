"""Tables of many parcels on disk: written in whole pieces, read back, continued."""
