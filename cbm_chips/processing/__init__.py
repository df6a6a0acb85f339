"""The Processing provider and its algorithms, each a thin shell around core."""
