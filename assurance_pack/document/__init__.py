"""WHAT WE SAY: the pack without a format. Sections return blocks and the fate of every row; writers know blocks alone."""
