"""A sheet to draw on, in points: words measured before they are set, and the marks that several figures share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from ..assets import Assets
from ..characters import Characters
from ..look import HANG_MM, INK, SHAPES, SIZES, STATUS, TEXT_MM, stroke_of

POINT = 72 / 25.4
"""Points in a millimetre."""
HANG = HANG_MM * POINT
WIDTH = (HANG_MM + TEXT_MM) * POINT
SIZE = SIZES["drawn"].pt
LINE = SIZES["drawn"].leading


class Canvas:
    """Parts of an SVG in the order they are painted. Coordinates are points from the top left."""

    def __init__(self, assets: Assets) -> None:
        """Draw with a Board's look and fonts."""
        self.look = assets.look
        self.fonts = assets.fonts
        self._characters = Characters(assets.fonts.held)
        self._parts: list[str] = []

    def text(self, x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False, fill: str = INK) -> None:
        """Words on the base line `y`, from `x` (`start`), around it (`middle`) or up to it (`end`)."""
        if not words.strip():
            return
        weight = ' font-weight="600"' if bold else ""
        placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
        said = escape(self._characters.printable(words).replace("\n", " "), quote=False)
        self._parts.append(f'<text x="{n(x)}" y="{n(y)}" font-size="{n(SIZE)}" fill="{fill}"{placed}{weight}>{said}</text>')

    def line(self, x1: float, y1: float, x2: float, y2: float, *, stroke: str = INK, width: float = 0.75, dash: str = "") -> None:
        """A straight line."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(f'<path d="M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}" fill="none" stroke="{stroke}" stroke-width="{n(width)}"{dashed}/>')

    def path(
        self, points: Sequence[tuple[float, float]], *, stroke: str = INK, width: float = 1.0, fill: str = "none", close: bool = False
    ) -> None:
        """A line through points, or with `close` a shape."""
        way = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("z" if close else "")
        outline = f' stroke="{stroke}" stroke-width="{n(width)}" stroke-linejoin="round"' if stroke else ""
        self._parts.append(f'<path d="{way}" fill="{fill}"{outline}/>')

    def rect(self, x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", round_: float = 0) -> None:
        """A filled rectangle."""
        outline = f' stroke="{stroke}" stroke-width="1.5"' if stroke else ""
        corners = f' rx="{n(round_)}"' if round_ else ""
        self._parts.append(f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}"{corners} fill="{fill}"{outline}/>')

    def circle(self, x: float, y: float, radius: float, *, fill: str = INK, stroke: str = "", width: float = 1.0) -> None:
        """A dot or a ring."""
        outline = f' stroke="{stroke}" stroke-width="{n(width)}"' if stroke else ""
        self._parts.append(f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" fill="{fill}"{outline}/>')

    def diamond(self, x: float, y: float, radius: float, *, fill: str, stroke: str, width: float = 0.9) -> None:
        """A square on its corner."""
        self.path([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], stroke=stroke, width=width, fill=fill, close=True)

    def mark(self, x: float, high: float, meaning: str, letter: str) -> None:
        """The mark of a status with its letter, from `x`, as high as this (13.6 points give a letter of 8.8, as beside words)."""
        mark, scale = STATUS[meaning], high / 32
        low = 23.6 if mark.shape == "triangle" else 21.1
        self._parts.append(
            f'<g transform="translate({n(x)} 0) scale({scale:.4f})"><g transform="translate(1 2)"><path d="{SHAPES[mark.shape]}" {stroke_of(mark)}/>'
            f'<text x="15" y="{low}" font-size="20.6" font-weight="600" text-anchor="middle" fill="{mark.letter}">{escape(letter)}</text></g></g>'
        )

    def width(self, words: str, *, bold: bool = False) -> float:
        """How wide words will be, in points."""
        face = self.fonts.semibold if bold else self.fonts.regular
        return face.width(self._characters.printable(words), SIZE)

    def wrapped(self, words: str, width: float, *, most: int = 3, bold: bool = False) -> list[str]:
        """Words broken to a width; after `most` lines the rest is left out and an ellipsis says so."""
        lines: list[str] = []
        for word in (part for whole in words.split() for part in self._fitting(whole, width, bold)):
            if lines and self.width(f"{lines[-1]} {word}", bold=bold) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        if len(lines) <= most:
            return lines
        last = lines[most - 1]
        while last and self.width(last + "…", bold=bold) > width:
            last = last[:-1]
        return [*lines[: most - 1], last.rstrip(" ,;.") + "…"]

    def _fitting(self, word: str, width: float, bold: bool) -> Iterable[str]:
        """A word, cut only where it alone is wider than the line."""
        while self.width(word, bold=bold) > width and len(word) > 1:
            cut = next((i for i in range(len(word) - 1, 0, -1) if self.width(word[:i], bold=bold) <= width), 1)
            yield word[:cut]
            word = word[cut:]
        yield word

    def finish(self, height: float, title: str, width: float = WIDTH) -> str:
        """The drawing as SVG, its title first so that it is the alternative text."""
        said = escape(self._characters.printable(title).replace("\n", " "), quote=False)
        family = escape(self.look.family)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {n(width)} {n(height)}" width="{n(width)}pt" '
            f'height="{n(height)}pt" font-family="{family}"><title>{said}</title>{"".join(self._parts)}</svg>'
        )


def n(value: float) -> str:
    """A number as short as it can be written to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0") if round(value, 2) else "0"


def spread(places: Sequence[float], apart: Sequence[float]) -> list[float]:
    """Centres moved as little as needed so that neighbours keep their distance; their order is kept.

    Args:
        places: where each would like to be.
        apart: the room each takes around its centre.
    """
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    groups: list[list[int]] = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _end(groups[-2], places, apart) > _start(groups[-1], places, apart) + 1e-9:
            groups[-2:] = [groups[-2] + groups[-1]]
    out = [0.0] * len(places)
    for group in groups:
        at = _start(group, places, apart)
        for i in group:
            out[i] = at + apart[i] / 2
            at += apart[i]
    return out


def _start(group: list[int], places: Sequence[float], apart: Sequence[float]) -> float:
    offsets, total = [], 0.0
    for i in group:
        offsets.append(places[i] - total - apart[i] / 2)
        total += apart[i]
    return sum(offsets) / len(offsets)


def _end(group: list[int], places: Sequence[float], apart: Sequence[float]) -> float:
    return _start(group, places, apart) + sum(apart[i] for i in group)


def within(places: Sequence[float], apart: Sequence[float], least: float, most: float) -> list[float]:
    """The same as `spread`, kept between two edges."""
    out = spread(places, apart)
    order = sorted(range(len(out)), key=lambda i: (out[i], i))
    for i in order:
        out[i] = max(out[i], least + apart[i] / 2)
    for a, b in pairwise(order):
        out[b] = max(out[b], out[a] + (apart[a] + apart[b]) / 2)
    edge = most
    for i in reversed(order):
        out[i] = min(out[i], edge - apart[i] / 2)
        edge = out[i] - apart[i] / 2
    return out
