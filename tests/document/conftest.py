"""The months built in ``tests/position`` serve here too: figures there, words here."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "position"))
