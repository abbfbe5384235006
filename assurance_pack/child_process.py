"""Starts a process of our own beside this one, that speaks over its standard input and output: pieces of bytes, each with its length before it."""

from __future__ import annotations

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
    path = os.pathsep.join([str(_ROOT), *(p for p in sys.path if p)])
    env = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)


def send(stream: BinaryIO, content: bytes) -> None:
    """Send one piece."""
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes:
    """The next piece; empty where the other end is gone."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
