"""Every rule is run over and over here, and says much the same: each sentence is looked through by the guard once."""

from __future__ import annotations

from remembered import no_sentence_is_looked_through_twice

__all__ = ["no_sentence_is_looked_through_twice"]
