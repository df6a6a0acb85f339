"""Evidence to hand on: of each parcel its answers, its pictures and their proof, as files."""
