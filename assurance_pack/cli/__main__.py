"""`python -m assurance_pack.cli` is `pack`."""

from . import main

main()
