"""Status or confidence month by month: the mark of each month, the last one with its direction."""

from __future__ import annotations

from ...document.blocks import History
from ..look import GREY, HAIR, INK
from .canvas import HANG, LINE, TWELFTH, WIDTH, Canvas, key_of

ROW, HEAD = 20.0, 17.0
ARROWS = {"better": "↑ better", "worse": "↓ worse", "same": "→ same", "new": "new", "": ""}


def draw(canvas: Canvas, history: History) -> float:
    """Draw a history; gives its height in points."""
    months = history.months
    left = HANG + 3 * TWELFTH
    room = WIDTH - left - 62
    pitch = min(40.0, room / max(len(months), 1))
    short = any(canvas.width(m) > pitch - 3 for m in months)
    labels = [canvas.wrapped(row.label, left - 10, bold=True) for row in history.rows]
    heights = [ROW + (max(len(lines), 1) - 1) * (LINE - 0.5) for lines in labels]
    bottom = HEAD + sum(heights)
    if months:
        canvas.rect(left + (len(months) - 1) * pitch, 2, pitch, bottom - 2, fill=canvas.look.column)
    for j, month in enumerate(months):
        last = j == len(months) - 1
        x = left + (j + 0.5) * pitch
        canvas.text(x, 11, month[:1] if short else month, anchor="middle", bold=last, fill=INK if last else GREY)
    top = HEAD
    for i, row in enumerate(history.rows):
        y = top + heights[i] / 2
        for line, words in enumerate(labels[i]):
            canvas.text(0, y + 3.5 + (line - (len(labels[i]) - 1) / 2) * (LINE - 0.5), words, bold=True)
        for j, month in enumerate(months):
            by_name = next((m for m in row.marks if m.month == month), None)
            mark = row.marks[j] if len(row.marks) == len(months) else by_name
            canvas.status(left + (j + 0.5) * pitch, y, mark.meaning if mark else "", mark.letter if mark else "")
        canvas.text(left + len(months) * pitch + 8, y + 3.5, ARROWS[row.direction])
        if i:
            canvas.line(0, top, WIDTH, top, stroke=HAIR, width=0.5)
        top += heights[i]
    canvas.line(0, HEAD, WIDTH, HEAD)
    canvas.line(0, bottom, WIDTH, bottom)
    key = canvas.wrapped(key_of(m for row in history.rows for m in row.marks), WIDTH, most=9)
    for i, words in enumerate(key):
        canvas.text(WIDTH, bottom + 13 + i * LINE, words, anchor="end", fill=GREY)
    return bottom + 5 + len(key) * LINE
