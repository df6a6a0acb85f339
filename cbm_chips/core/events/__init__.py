"""Something that happened on a parcel: between which dates, and whether in a legal window."""
