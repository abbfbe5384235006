"""WHAT WE KEEP: the month as reported, frozen, with provenance; its versions and its seal."""
