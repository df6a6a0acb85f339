"""The form: what is wanted."""
