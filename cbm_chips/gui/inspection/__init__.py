"""The inspector's desk: the queue, the answers, and what is handed on."""
