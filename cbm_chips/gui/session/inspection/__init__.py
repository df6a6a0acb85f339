"""An inspection without its widgets: the open record, answers, and what they rest on."""
