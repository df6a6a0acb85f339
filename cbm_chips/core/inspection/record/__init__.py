"""The record: a GeoPackage in which answers are only ever added, by one person at a time."""
