"""The illustrative months: a story in plain text, and the returns people would have sent, written from it by `python -m samples`."""
