"""Tells which return a file is: the sender, the month and the version of the form; and which sheet is which."""
