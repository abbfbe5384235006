"""The public summary in plain English: what the plan means for families, what was said, what was done about it, and what happens next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...english import many, month_name, sentence, short_day
from ...model import day
from ...position.budget import opened
from ...position.editions.public import Decided, HeardInPublic, PublicPosition, Reply, ToDecide
from ...position.whole import Position
from ...settings import Settings
from ...settings.board import Contact
from ..assemble import Front, meets
from ..blocks import Block, Bullets, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ..blocks.runs import Link, Run, Runs, Text, runs
from ..naming import with_names
from ..phrases import own_words_as_far, reached, stopped
from ..section import Section
from .in_short import in_short
from .plain_words import in_plain_words
from .promised import contested, families
from .spelt_out import spelt_out

TITLE = "Summary for families"
MARKING = "For publication"
SAID = {"working": "What is working", "not_working": "What is not working", "ask": "What we ask"}


def front(position: Position, settings: Settings) -> Front:
    """What a family wants to know first: how new this is, when the Board meets, whom to write to."""
    return Front(
        (
            ("Up to", day(position.at), 0.0),
            ("The Board next meets", meets(position), 5.0),
            ("Write to", _mail(settings) or settings.secretariat.name, 7.0),
        ),
        MARKING,
    )


def _mail(settings: Settings) -> Link | None:
    email = settings.secretariat.email
    return Link(email, f"mailto:{email}") if email else None


def sections(public: PublicPosition, position: Position, settings: Settings) -> tuple[Section, ...]:
    """The parts of the summary, each abbreviation spelt out where it first stands; one with nothing in it says so, or is left out where silence says nothing."""
    written = (
        ("short", "In short", tuple(in_short(public, position, settings))),
        ("families", "What this means for families", tuple(families(public, position))),
        ("disagree", "Where we do not agree", tuple(contested(public, position))),
        ("told", "What you told us", tuple(_told(public, settings))),
        ("answers", "You said, we did", tuple(_answers(public, position, settings))),
        ("decided", "What the Board decided", tuple(_decided(public, position))),
        ("to-decide", "What the Board will decide", tuple(_to_decide(public, position))),
    )
    say = tuple(_say(settings, in_plain_words(block for _, _, blocks in written for block in blocks)))
    parts = (
        Section(key, title, (Heading(2, title, anchor=key), *blocks))
        for key, title, blocks in (*written, ("say", "Have your say", say))
        if blocks
    )
    return spelt_out(with_names(parts, public.names, all_known=False), settings)


# ---------- what you told us ----------


def _told(public: PublicPosition, settings: Settings) -> Iterator[Block]:
    for group in public.groups:
        if group.words:
            yield Heading(3, group.name)
            yield Bullets(
                tuple((Text(f"{SAID[name]}: ", strong=True), *_once(group.name, words, public, settings)) for name, words in group.words)
            )
        if group.words and group.kept_back:
            yield Paragraph(runs("Some words are not printed here, so that nobody can be recognised."), style="note")
    rest = [said for group in public.groups if (said := _unquoted(group))]
    if rest:
        yield Paragraph(runs(" ".join(rest)))
    for partner in public.partners:
        asks: Runs = (Text(" It asks: "), *_as_far(partner.ask, settings)) if partner.ask else ()
        yield Paragraph((Text(f"{partner.name}: ", strong=True), *_as_far(partner.concern, settings), *asks))
    if public.partners_unquoted:
        yield Paragraph(
            runs(
                f"{many(public.partners_unquoted, 'more partner organisation').capitalize()} raised concerns with the Board, and "
                f"{'has' if public.partners_unquoted == 1 else 'have'} not agreed to be quoted."
            )
        )


def _once(who: str, words: str, public: PublicPosition, settings: Settings) -> Runs:
    """A group's words; where a card above has them already, where they stand."""
    if any((who, words) in one.words for one in public.contested):
        return (Text("these words stand above, under “Where we do not agree”.", quiet=True),)
    return _as_far(words, settings)


def _as_far(words: str, settings: Settings) -> Runs:
    """Somebody's words, of many the whole sentences they open with: the Board has all of them, and whoever wrote them has too."""
    return own_words_as_far(opened(words, settings.budgets.public.a_box), "what the Board was given")


def _unquoted(group: HeardInPublic) -> str:
    if group.words:
        return ""
    match group.state:
        case "nil" | "blank" if group.speaks:
            return f"The {group.name} will speak when the Board meets."
        case "blank":
            return f"The form of the {group.name} came without words this month."
        case "nil":
            return f"The {group.name} had nothing to tell us this month."
        case "silent":
            return f"We did not hear from the {group.name} this month."
    why = "its words are not printed here, so that nobody can be recognised" if group.agreed else "it has not agreed to be quoted"
    return f"The Board heard the {group.name} too; {why}."


# ---------- you said, we did ----------


def _answers(public: PublicPosition, position: Position, settings: Settings) -> Iterator[Block]:
    if public.replies:
        yield Table(
            caption="What was asked in earlier months, and what was done about it",
            caption_shown=False,
            columns=(TableColumn(runs("Who asked"), 0), TableColumn(runs("You said"), 4.5), TableColumn(runs("We did"), 4.5), TableColumn(runs("What changed"), 3)),
            rows=tuple(_reply(r, position, settings) for r in public.replies),
            summary="What groups and partners asked, what was done about it, and what changed.",
            style="long",
        )  # fmt: skip
    else:
        yield Paragraph(runs("No question of an earlier month is waiting to be answered here."))
    if more := sentence(
        f"{many(public.replies_more, 'more answer')} did not fit here" if public.replies_more else "",
        f"{many(public.replies_unquoted, 'other question')} {'was' if public.replies_unquoted == 1 else 'were'} answered; whoever asked has not agreed to be quoted"
        if public.replies_unquoted
        else "",
    ):
        yield Paragraph(runs(more), style="note")


def _reply(reply: Reply, position: Position, settings: Settings) -> TableRow:
    when = f", {month_name(reply.month, position.pack)}" if reply.month else ""
    did: list[Run] = []
    if reply.answer:
        did.append(Text(f"{reply.answer}. ", strong=True))
    did.append(Text(reply.did or ("" if reply.answer else "No answer yet.")))
    return TableRow((
        TableCell((Text(f"{reply.who}{when}", strong=True),)),
        TableCell(_as_far(reply.said, settings)),
        TableCell(tuple(did)),
        TableCell(runs(reply.impact) if reply.impact else (Text("Nothing yet", quiet=True),)),
    ))  # fmt: skip


# ---------- what was decided; how to have a say ----------


def _decided(public: PublicPosition, position: Position) -> Iterator[Block]:
    if public.decisions:
        yield Bullets(tuple(_decision(one, position) for one in public.decisions))
    elif not position.log.received:
        yield Paragraph(runs("We have not been told what the Board decided."))
    elif position.log.decided:
        yield Paragraph(runs("The Board has made decisions that cannot be told here."))
    else:
        yield Paragraph(runs("The Board has made no new decision since we last wrote."))


def _decision(one: Decided, position: Position) -> Runs:
    on = f" ({short_day(one.on, position.at)})" if one.on else ""
    return runs(f"{one.decision.rstrip('.')}{on}.", Text(f" {stopped(one.outcome)}", quiet=True) if one.outcome else "")


def _to_decide(public: PublicPosition, position: Position) -> Iterator[Block]:
    """What the secretariat has marked as public; where it has marked nothing, nothing is said."""
    if public.to_decide:
        yield Paragraph(
            runs(f"The Board meets on {meets(position)}. It is asked to decide:" if position.meeting else "The Board is asked to decide:")
        )
        yield Bullets(tuple(_asked(one) for one in public.to_decide))


def _asked(one: ToDecide) -> Runs:
    return runs(Text(stopped(one.asked), strong=True), f" {stopped(one.issue)}" if one.issue else "")


def _say(settings: Settings, meanings: Iterable[tuple[str, str]]) -> Iterator[Block]:
    office = settings.secretariat
    how = reached(office.email)
    at: Runs = (Text(" at "), *how) if how else ()
    yield Paragraph((Text(f"Tell us what you think, or ask for this in another form: write to the {office.name}"), *at, Text(".")))
    if settings.contacts:
        yield Heading(3, "Talk to somebody")
        yield Bullets(tuple(_contact(one) for one in settings.contacts))
    yield Heading(3, "What some words mean")
    yield Bullets(tuple((Text(f"{word}: ", strong=True), Text(said)) for word, said in meanings))


def _contact(one: Contact) -> Runs:
    how = reached(one.email, one.phone, one.web)
    about = f", {one.about}" if one.about else ""
    return (Text(one.name, strong=True), Text(f"{about}: " if how else f"{about}."), *how, *((Text("."),) if how else ()))
