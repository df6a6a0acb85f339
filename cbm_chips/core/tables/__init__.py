"""Tables in files: texts with separators, texts for spreadsheets, tables of every GeoPackage."""
