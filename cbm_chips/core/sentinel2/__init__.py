"""What is true of the mission: bands, the scene classification, the names of products."""
