"""A parcel's values over time: states, gaps, years, smoothing, and the plot as plain numbers."""
