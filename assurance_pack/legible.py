"""The one way out to a terminal, a pipe or a log, whatever letters it knows.

A console of Windows, or a file something is redirected to there, may know only the letters of one code page (cp1252, cp437) or only ASCII.
What it lacks is written as it would be typed; nothing that can be said stops a command.
"""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

AS_TYPED = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "←": "<-", "↑": "up", "↓": "down", "›": ">", "×": "x",
    "≤": "<=", "≥": ">=", "−": "-", "±": "+/-", "½": "1/2", "£": "GBP ", "€": "EUR ", "•": "*", "·": "-", "✓": "yes", "§": "section ",
    "▲": "^", "▼": "v", "■": "*", "◆": "*", "●": "*", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
"""What is typed on a keyboard that has no such sign."""
_HANDLER = "as-typed"
_PLAIN = "plain-ascii"


def make_legible() -> None:
    """From now on standard output and error take every letter: what their encoding lacks is written as it would be typed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_PLAIN if codecs.lookup(stream.encoding).name == "ascii" else None, errors=_HANDLER)


def takes_every_letter() -> bool:
    """Whether what is printed goes out as it is: whether standard output is some form of Unicode."""
    return codecs.lookup(getattr(sys.stdout, "encoding", None) or "ascii").name.startswith("utf")


def _as_typed(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(map(_typed, fault.object[fault.start : fault.end])), fault.end


def _typed(letter: str) -> str:
    """A sign as it is typed, a letter without its accent, anything else as a question mark."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if c.isascii())
    return AS_TYPED.get(letter) or bare or "?"


def _plain(name: str) -> codecs.CodecInfo | None:
    """ASCII by a name of ours: by its own, click would take the setting for a mistake and write UTF-8 to what asked for ASCII."""
    if name.replace("_", "-") != _PLAIN:
        return None
    known = codecs.lookup("ascii")
    return codecs.CodecInfo(
        known.encode, known.decode, known.streamreader, known.streamwriter, known.incrementalencoder, known.incrementaldecoder, name=_PLAIN
    )


codecs.register_error(_HANDLER, _as_typed)
codecs.register(_plain)
