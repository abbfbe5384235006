"""The coloured rules of a sheet as its XML goes by: where each is laid, what it sets, and on what condition.

A rule as Excel has long written it points at a setting in the workbook's list, and says first where it is laid. A rule that looks at another
sheet stands in the part for extensions: it has its setting within it, its condition in ``f``, and says last where it is laid.
"""

from __future__ import annotations

from .coloured_rules import ColouredRule, is_white, sets
from .out_of_sight import shows


class RulesSeen:
    """What the stream has told of the rules so far."""

    def __init__(self) -> None:
        """Nothing has gone by; `open` while what goes by is of a rule."""
        self.found: list[ColouredRule] = []
        self.open = False
        self._over = ""
        self._rule: ColouredRule | None = None
        self._own: list[ColouredRule] = []
        self._marks: set[str] | None = None
        self._words: list[str] | None = None

    def start(self, name: str, said: dict[str, str]) -> None:
        """An element begins."""
        match name:
            case "conditionalFormatting":
                self._over, self._own, self.open = said.get("sqref", ""), [], True
            case "cfRule":
                self._begin(said)
            case "formula" | "f" | "sqref" if self._rule:
                self._words = []
            case "dxf":
                self._marks = set()
            case _ if self._marks is not None:
                self._marks.update(_mark(name, said))

    def text(self, data: str) -> None:
        """Words go by."""
        if self._words is not None:
            self._words.append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        said, self._words = "".join(self._words or ()), None if name in ("formula", "f", "sqref") else self._words
        if name in ("formula", "f") and self._rule:
            self._rule.formula = self._rule.formula or said  # a second one is the other end of a range
        elif name == "sqref":
            for rule in self._own:
                rule.over = said
        elif name == "dxf" and self._marks is not None:
            if self._rule:
                self._rule.hides = bool(self._marks & {"strike", "unseen"}) or self._marks & {"white", "fill"} == {"white"}
            self._marks = None
        elif name == "conditionalFormatting":
            self._rule, self.open = None, False

    def _begin(self, said: dict[str, str]) -> None:
        kind, operator, text, number = (said.get(key, "") for key in ("type", "operator", "text", "dxfId"))
        self._rule = ColouredRule(self._over, kind, operator, text, int(number) if number.isdecimal() else -1)
        self.found.append(self._rule)
        if not self._over:
            self._own.append(self._rule)


def _mark(name: str, said: dict[str, str]) -> set[str]:
    """What one mark of a setting comes to."""
    if name == "strike":
        return {"strike"} if sets(said) else set()
    if name == "color":
        return {"white"} if is_white(said) else set()
    if name == "numFmt":
        return set() if shows(said.get("formatCode", ""), "words") else {"unseen"}
    return {"fill"} if name == "fill" else set()
