"""A month is understood for every fault: what the fault leaves alone is worked out once."""

from __future__ import annotations

from remembered import nothing_is_worked_out_twice

__all__ = ["nothing_is_worked_out_twice"]
