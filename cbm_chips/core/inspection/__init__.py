"""The inspector's day: a queue of questions, an answer to each, a record that proves them."""
