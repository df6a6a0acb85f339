"""What a CbM server knows of parcels: where they are, their statistics, whose login sees them."""
