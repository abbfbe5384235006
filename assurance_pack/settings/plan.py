"""The priorities of the plan, and the themes under which sources are compared."""

from pydantic import Field

from ..model import Frozen


class Priority(Frozen):
    """A priority of the plan, the outcome it is for, and the indicators that would show it."""

    code: str
    name: str
    outcome: str = ""
    indicators: tuple[str, ...] = ()


class Theme(Frozen):
    """A theme of the controlled list. One strong phrase, or two weak ones, suggest it, in whatever form; a person confirms.

    Of the themes the product ships with it knows many statements besides, by the theme's name (assess/theme_statements.txt).
    """

    id: str
    name: str
    short: str = ""
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    for_families: str = Field(default="", exclude_if=lambda words: not words)
    """What the summary for families calls it; its name where nothing is given."""
    statements: str = Field(default="", exclude_if=lambda words: not words)
    """The name the product ships it with, where it has been given another: so its statements still count."""

    @property
    def in_short(self) -> str:
        """Its name where room is short."""
        return self.short or self.name

    @property
    def heading(self) -> str:
        """The name under which the product knows statements of this theme, if it knows any."""
        return self.statements or self.name
