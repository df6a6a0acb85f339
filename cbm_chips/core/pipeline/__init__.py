"""One request on its way: search, plan, SCL first, bands, chip or failure."""
