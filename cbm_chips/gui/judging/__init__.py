"""What a person says of a parcel: events in windows, the machine's markers, a crop's band."""
