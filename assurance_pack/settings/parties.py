"""Who sends returns and speaks to the Board."""

from typing import Literal

from pydantic import Field

from ..model import Frozen, Lens


class Party(Frozen):
    """Somebody who sends a return; `aliases` are read, `name` is printed, `contact` is written to.

    `form` is what a group is sent: a Word form where nothing is said. Everybody else fills in registers, for which there is Excel alone.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    contact: str = ""
    form: Literal["word", "excel", "both"] | None = Field(default=None, exclude_if=lambda form: form is None)

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens; none where it is that of its kind of return."""
        return None


class Workspace(Party):
    """A Workspace."""

    chair: str = ""
    sponsor: str = ""


class Group(Party):
    """A group that speaks to the Board. Family-led and young people's groups are lived experience; school-led groups are professional."""

    lens: Lens
    kind: Literal["families", "young_people", "settings"]

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens."""
        return self.lens


class Partner(Party):
    """A partner organisation that may escalate a concern."""


class OtherSender(Party):
    """A sender of a kind of return that has no list of its own in `pack.toml`."""

    kind: str
    lens: Lens | None = None

    @property
    def speaks_as(self) -> Lens | None:
        """Its own lens, if it has one."""
        return self.lens


class DeliveryGroup(Frozen):
    """The Reform Delivery Group, by the name a Board has for it.

    Forms, pages and messages say RDG, as the terms of reference do; where they first do, this name stands beside it. `short` is another
    name people use: a return that calls itself so is known by it.
    """

    name: str = "Reform Delivery Group"
    short: str = "RDG"
    chair: str = ""
    contact: str = ""
