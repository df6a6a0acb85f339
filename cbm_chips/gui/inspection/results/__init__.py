"""What an inspection gives: its answers on the map, as tables, as a copy of the record."""
