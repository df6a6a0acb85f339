"""What the dates on show agree on: current and compared ones, one stretch, one cloud rule."""
