"""The keys of the dock: what they do, the page that shows them, and the order of Esc."""
