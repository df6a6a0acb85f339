"""The series of a parcel as a plot below its dates."""
