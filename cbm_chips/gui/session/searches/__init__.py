"""Small questions to a source beside the run: newest and nearest dates, other days."""
