"""What is to be inspected, in which order: out of a sample's file or a layer, joined to parcels."""
