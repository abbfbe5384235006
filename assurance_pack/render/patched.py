"""Something in a library replaced while it does one thing for us, and only then: the one way in which its inside is touched.

In WeasyPrint, `line_ends` mends a fault of version 70 and `read_out` adds what it has no setting for; `measured_once` and `without_notes` spare it work it would do for nothing: its version is pinned for them. Of what
python-docx writes nothing is packed, because it is packed by us (`word.walk`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any


@contextlib.contextmanager
def patched(where: Any, name: str, other: Callable[[Any], Any]) -> Iterator[None]:
    """While this lasts, `where.name` is what `other` makes of it."""
    own = getattr(where, name)
    setattr(where, name, other(own))
    try:
        yield
    finally:
        setattr(where, name, own)
