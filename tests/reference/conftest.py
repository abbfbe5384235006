"""The guides build the sample months, one after the other: what is the same for two of them is worked out once."""

from __future__ import annotations

from remembered import nothing_is_worked_out_twice

__all__ = ["nothing_is_worked_out_twice"]
