"""WHAT IT MEANS: signals by theme and lens, trends, and what changed since last time. Nothing here judges."""
