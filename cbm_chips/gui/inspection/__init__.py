"""The inspector's day: a queue of questions, a bar to answer them, a record of what was said."""
