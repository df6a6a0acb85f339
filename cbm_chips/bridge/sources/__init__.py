"""Which sources there are, with what they need: packages, settings, logins."""
