"""The pipeline of a request: search, plan, SCL first, bands, chip or failure."""
