"""What only a CbM server can do, in windows and fields."""
