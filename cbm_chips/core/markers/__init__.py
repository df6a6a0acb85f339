"""What a machine found on parcels: markers of Sen4CAP and JRC, read, joined, checked by people."""
