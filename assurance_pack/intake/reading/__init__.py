"""Reads a return, once it is known which it is: columns, rows and values; and every piece of text, for the guard."""
