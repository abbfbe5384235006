"""Starts a process of our own beside this one, that speaks over its standard input and output: pieces of bytes, each with its length before it.

Or in the place of this one.
"""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

LENGTH = struct.Struct("!I")
_ROOT = Path(__file__).parents[1]


def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Run a module of this package, from where this process has it. Its standard error leads nowhere; it should end when its input does.

    Raises:
        OSError: no further process can be started.
    """
    command = [sys.executable, "-X", "utf8", "-m", f"assurance_pack.{module}", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment())


def become(module: str, *arguments: str) -> None:
    """Run a module of this package in the place of what this process runs: with its number, its input and its output, and nothing of its memory.

    It comes back only where the machine knows no such thing (Windows does not), or does not allow it.
    """
    if os.name != "posix":
        return
    as_this_one = ("-X", "utf8") if sys.flags.utf8_mode else ()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(sys.executable, [sys.executable, *as_this_one, "-m", f"assurance_pack.{module}", *arguments], _environment())


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *(p for p in sys.path if p)])}


def send(stream: BinaryIO, content: bytes) -> None:
    """Send one piece."""
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes:
    """The next piece; empty where the other end is gone."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
