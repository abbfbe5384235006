"""Slip: where each milestone was to be, was forecast last time and is forecast now, its days late, and its status month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...document.blocks import Timeline, TimelineRow
from ..look import GREY, GRID, HAIR, INK, WHITE
from .canvas import HANG, LINE, TWELFTH, WIDTH, Canvas, key_of, within

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BEFORE, AFTER = timedelta(days=730), timedelta(days=1100)
"""How far from the position date the axis may reach; a date beyond it is named at the edge."""
ROW, HEAD = 20.0, 17.0
LABELS = 7.0
"""Room above the row on which the three marks are named."""


def draw(canvas: Canvas, timeline: Timeline) -> float:
    """Draw a timeline; gives its height in points."""
    return _Drawn(canvas, timeline).all()


class _Drawn:
    def __init__(self, canvas: Canvas, timeline: Timeline) -> None:
        self.c, self.t = canvas, timeline
        months = len(timeline.months)
        self.pitch = min(18.0, 190 / months) if months else 0.0
        self.history = WIDTH - self.pitch * months
        self.late = self.history - (8.2 if months else 0)
        self.left = HANG + 2 * TWELFTH
        self.right = self.late - 47
        self.label_x = max(54.0, max((canvas.width(r.ref, bold=True) for r in timeline.rows), default=0) + 5)
        self.labels = [canvas.wrapped(r.label, self.left - 2 - self.label_x) for r in timeline.rows]
        self.first, self.last = self._range()
        self.said = (("Baseline", False), (timeline.previous_label, False), ("Now", True))
        room = sum(canvas.width(words, bold=bold) + 5 for words, bold in self.said)
        self.named = self._row_to_name() if room <= self.right - self.left else -1
        self.tops = list(self._tops())
        self.bottom = self.tops[-1] if self.tops else HEAD

    def all(self) -> float:
        self._months()
        self._this_report()
        for i, row in enumerate(self.t.rows):
            self._row(i, row)
        self.c.line(0, HEAD, WIDTH, HEAD)
        self.c.line(0, self.bottom, WIDTH, self.bottom)
        return self._foot()

    def _tops(self) -> Iterator[float]:
        y = HEAD
        yield y
        for i, lines in enumerate(self.labels):
            y += ROW + (LABELS if i == self.named else 0) + (max(len(lines), 1) - 1) * (LINE - 0.5)
            yield y

    def _middle(self, i: int) -> float:
        return (self.tops[i] + self.tops[i + 1] + (LABELS if i == self.named else 0)) / 2

    # ---------- the axis ----------

    def _range(self) -> tuple[date, date]:
        here = self.t.position
        wanted = [d for r in self.t.rows for d in (r.baseline, r.previous, r.forecast, r.actual) if d] + [here]
        kept = [d for d in wanted if here - BEFORE <= d <= here + AFTER]
        first, last = min(kept), max(kept)
        start = first.year * 12 + first.month - 1
        end = max(last.year * 12 + last.month, start + 6)
        return date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, 1)

    def x(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def _months(self) -> None:
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        each = (self.right - self.left) / count
        step = next((s for s in (1, 2, 3, 4, 6, 12) if s * each >= 27), 12)
        free = 0.0
        for i in range(count + 1):
            year, month = divmod(self.first.year * 12 + self.first.month - 1 + i, 12)
            starts = self.x(date(year, month + 1, 1))
            if each >= 7 or month % step == 0 or i == count:
                self.c.line(starts, HEAD, starts, self.bottom, stroke=GRID, width=0.5)
            if i < count and month % step == 0:
                free = self._month_name(starts + each / 2, year, month, step * each, free)

    def _month_name(self, middle: float, year: int, month: int, room: float, free: float) -> float:
        """The month's name, January with or as its year; gives where the next name may start."""
        names = (MONTHS[month],) if month else (f"Jan {year}", str(year))
        edge = self.late - self.c.width("Days late") - 6
        for words in names:
            half = self.c.width(words) / 2
            if middle - half >= free and middle + half <= edge and half <= room - 12:
                self.c.text(middle, 11, words, anchor="middle", fill=GREY)
                return middle + half + 3
        return free

    def _this_report(self) -> None:
        x = self.x(self.t.position)
        self.c.line(x, HEAD, x, self.bottom + 3, stroke=self.c.look.accent, width=1.1)

    # ---------- a row ----------

    def _row(self, i: int, row: TimelineRow) -> None:
        y = self._middle(i)
        top = y - (len(self.labels[i]) - 1) * (LINE - 0.5) / 2
        self.c.text(0, top + 3.5, row.ref, bold=True)
        for line, words in enumerate(self.labels[i]):
            self.c.text(self.label_x, top + 3.5 + line * (LINE - 0.5), words, fill=GREY)
        if i == self.named:
            self._names(row, y)
        self._track(row, y)
        self._late(row, y)
        self._statuses(row, y, self.tops[i], self.tops[i + 1])
        if i:
            self.c.line(0, self.tops[i], WIDTH, self.tops[i], stroke=HAIR, width=0.5)

    def _track(self, row: TimelineRow, y: float) -> None:
        now = row.actual or row.forecast
        if row.baseline and now:
            self.c.line(self.x(row.baseline), y, self.x(now), y, width=1.2)
        if row.baseline:
            self.c.diamond(self.x(row.baseline), y, 3.6, fill=WHITE, stroke=INK)
        if row.previous:
            self.c.line(self.x(row.previous), y - 4, self.x(row.previous), y + 4, width=1.2)
        if now:
            self.c.circle(self.x(now), y, 3.8)
        self._beside(row, now, y)

    def _beside(self, row: TimelineRow, now: date | None, y: float) -> None:
        """What the marks alone would not say: done, no forecast, or a date beyond the axis."""
        if now and (now >= self.last or now < self.first):
            said = f"{MONTHS[now.month - 1]} {now.year}"
        elif row.actual:
            said = "done"
        elif now:
            return
        else:
            said = "No forecast date"
        dates = [self.x(d) for d in (row.baseline, row.previous, now) if d]
        width = self.c.width(said)
        after, before = max(dates, default=self.left) + 7, (self.x(now) if now else min(dates, default=self.left)) - 8 - width
        between = (min(dates, default=self.left) + max(dates, default=self.left) - width) / 2
        start = next((s for s in (after, before) if self.left <= s and s + width <= self.right + 4), max(between, self.left))
        self.c.rect(start - 2, y - 5.5, width + 4, 11, fill=WHITE)
        self.c.text(start, y + 3.5, said, fill=GREY)

    def _late(self, row: TimelineRow, y: float) -> None:
        if row.days_late is not None:
            self.c.text(self.late, y + 3.5, str(row.days_late).replace("-", "−"), anchor="end", bold=True)

    def _statuses(self, row: TimelineRow, y: float, top: float, bottom: float) -> None:
        for j, month in enumerate(self.t.months):
            x = self.history + (j + 0.5) * self.pitch
            if j == len(self.t.months) - 1:
                self.c.rect(x - self.pitch / 2, top, self.pitch, bottom - top, fill=self.c.look.column)
            mark = next((m for m in row.history if m.month == month), None) if not _in_order(row, self.t) else row.history[j]
            self.c.status(x, y, mark.meaning if mark else "", mark.letter if mark else "")

    # ---------- the marks named once, on one of them ----------

    def _row_to_name(self) -> int:
        """The row on which the three marks can be told apart best: most marks, then most room, then the first."""
        best, chosen = (0, 0.0), -1
        for i, row in enumerate(self.t.rows):
            places = [self.x(d) for d in (row.baseline, row.previous, row.forecast) if d]
            room = min((abs(a - b) for k, a in enumerate(places) for b in places[k + 1 :]), default=0.0)
            score = (len(places), min(room, 14.0))
            if row.actual is None and score > best:
                best, chosen = score, i
        return chosen

    def _names(self, row: TimelineRow, y: float) -> None:
        named = [
            (self.x(day), words, bold)
            for day, (words, bold) in zip((row.baseline, row.previous, row.forecast), self.said, strict=True)
            if day
        ]
        widths = [self.c.width(words, bold=bold) + 5 for _, words, bold in named]
        centres = within([x for x, _, _ in named], widths, self.left, self.right + 4)
        for (_, words, bold), x, width in zip(named, centres, widths, strict=True):
            self.c.rect(x - width / 2 + 1, y - 14.6, width - 2, 10, fill=WHITE)
            self.c.text(x, y - 6.6, words, anchor="middle", bold=bold, fill=INK if bold else GREY)

    def _key(self, y: float) -> None:
        """The three marks with their words, in a line of their own: where no row has room for the words."""
        x = 4.0
        for i, (words, bold) in enumerate(self.said):
            if i == 0:
                self.c.diamond(x, y - 3.5, 3.6, fill=WHITE, stroke=INK)
            elif i == 1 and words:
                self.c.line(x, y - 7.5, x, y + 0.5, width=1.2)
            elif i == 2:
                self.c.circle(x, y - 3.5, 3.8)
            if words:
                self.c.text(x + 7, y, words, bold=bold, fill=INK if bold else GREY)
                x += self.c.width(words, bold=bold) + 22

    # ---------- beneath ----------

    def _foot(self) -> float:
        y = self.bottom + 13
        half = self.c.width(self.t.position_label, bold=True) / 2
        x = min(max(self.x(self.t.position), half), WIDTH - half)
        self.c.text(x, y, self.t.position_label, anchor="middle", bold=True, fill=self.c.look.accent)
        if self.t.months:
            self._month_letters()
            key = key_of(m for r in self.t.rows for m in r.history)
            for i, line in enumerate(self.c.wrapped(key, WIDTH, most=9)):
                if i == 0 and x + half + 10 > WIDTH - self.c.width(line):
                    y += LINE
                self.c.text(WIDTH, y + i * LINE, line, anchor="end", fill=GREY)
                bottom = y + i * LINE
            y = max(y, bottom) if key else y
        self.c.text(self.late, 11, "Days late", anchor="end", fill=GREY)
        if self.named < 0 and any(r.baseline or r.previous or r.forecast for r in self.t.rows):
            y += LINE
            self._key(y)
        return y + 4

    def _month_letters(self) -> None:
        short = any(self.c.width(m) > self.pitch - 2 for m in self.t.months)
        for j, month in enumerate(self.t.months):
            last = j == len(self.t.months) - 1
            x = self.history + (j + 0.5) * self.pitch
            if last:
                self.c.rect(x - self.pitch / 2, 2, self.pitch, HEAD - 2, fill=self.c.look.column)
            self.c.text(x, 11, month[:1] if short else month, anchor="middle", bold=last, fill=INK if last else GREY)


def _in_order(row: TimelineRow, timeline: Timeline) -> bool:
    return len(row.history) == len(timeline.months)
