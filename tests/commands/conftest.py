"""The sample months are built over and over here: what no test changed is worked out once."""

from __future__ import annotations

from remembered import nothing_is_remembered, nothing_is_worked_out_twice

__all__ = ["nothing_is_remembered", "nothing_is_worked_out_twice"]
