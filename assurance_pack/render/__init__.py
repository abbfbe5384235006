"""HOW IT LOOKS: the writers. Each takes blocks and gives bytes; none counts, decides or knows anything else of ours."""
