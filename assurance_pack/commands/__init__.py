"""What each command does, without a terminal: one file a command. `cli` parses the words and prints; these do the work."""
