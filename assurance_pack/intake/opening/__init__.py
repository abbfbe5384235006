"""Opens what was sent, safely: one bounded child process looks at a file of any kind and hands back a grid of cells, or says why it cannot."""
