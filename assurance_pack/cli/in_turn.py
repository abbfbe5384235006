"""`pack build` of very many rows goes on here, in the place of the process that read them: see `commands.in_turn`."""

from __future__ import annotations

import os
import sys

from ..commands.in_turn import go_on
from ..legible import make_legible
from ..terminal import guarded, progress, seldom_look_for_garbage
from .making import tell


def main(left: int, as_data: bool) -> int:
    """Do what is left to do, and tell of it as the command does."""

    def to_the_end() -> int:
        with os.fdopen(left, "rb") as pieces:
            ending, built = go_on(pieces, progress)
        return tell(built, ending.home, ending.settings, as_data=as_data)

    make_legible()
    seldom_look_for_garbage()
    return guarded(to_the_end)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), "--json" in sys.argv))
