"""The writer of pack for the same pages: from the blocks of the document to the finished file."""

import pickle
import sys
from pathlib import Path

from assurance_pack.render.engines import ENGINES

Path(sys.argv[2]).write_bytes(ENGINES["typst"].write(*pickle.loads(Path(sys.argv[1]).read_bytes())).data)
