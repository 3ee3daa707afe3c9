"""How a briefing was checked and made, as lines of its outline: verification and provenance."""

from __future__ import annotations

import datetime as dt
import re

from summarizer.briefing import Briefing, Provenance
from summarizer.rendering.outline import Detail, Line, Mark, Piece, counted, date, ours, words
from summarizer.verdicts import Refusal, Unjudged, Verification
from summarizer.vocabulary import RefusalKind

_ONE = {
    "delegations": "delegation", "statements": "statement", "positions": "position",
    "agreements": "agreement", "documents": "document", "timeline": "timeline entry",
    "open_questions": "open question",
    "next_steps": "next step", "sources": "source", "meetings": "meeting", "parties": "party",
    "mediators": "mediator", "members": "member", "quotes": "quote", "reported_by": "outlet",
    "evidence": "evidence",
}  # fmt: skip
_REFUSALS: dict[RefusalKind, Mark] = {
    "altered": Mark("altered", "bad", "Close to the article's words, but changed."),
    "absent": Mark("not in the article", "bad"),
}
_ANSWERED = "answered"


def verdict(verification: Verification) -> str:
    """The verification in a few words: "12 facts, all supported; 2 refused"."""
    refused = f"{len(verification.refused):,} refused" if verification.refused else "nothing refused"
    return checked(verification.facts, verification.supported, len(verification.unjudged), refused)


def checked(facts: int, supported: int, unjudged: int, refused: str = "") -> str:
    """What a check found, in a few words: "12 facts, 11 supported; 1 not judged"."""
    share = f"{'all ' if facts > 1 else ''}supported" if facts and facts == supported else f"{supported:,} supported"
    parts = (f"{counted(facts, 'fact')}, {share}", refused, f"{unjudged:,} not judged" if unjudged else "")
    return "; ".join(filter(None, parts))


def verification_lines(briefing: Briefing) -> tuple[Line, ...]:
    """What the check found: the sum, everything refused with its reason, everything left unjudged."""
    found = briefing.verification
    return (
        Line("/verification", text=(ours(_sum(found)),), form="prose"),
        *(_refusal(f"/verification/refused/{index}", entry) for index, entry in enumerate(found.refused)),
        *(_unjudged(f"/verification/unjudged/{index}", entry) for index, entry in enumerate(found.unjudged)),
    )


def provenance_lines(briefing: Briefing) -> tuple[Line, ...]:
    """How the briefing came about: model, calls, tokens, cost, versions, and what the reader should know."""
    made = briefing.provenance
    notes = (
        Line(f"/provenance/notes/{index}", marks=(Mark("note", "caution"),), text=(words(note),))
        for index, note in enumerate(made.notes)
    )
    article = briefing.article
    details = [
        Detail("Model", (words(made.model),)),
        Detail("Made", (_moment(made.created_at), ours(f", in {_duration(made.seconds)}"))),
        Detail("Calls", _calls(made)),
        Detail("Tokens", (ours(f"{made.input_tokens:,} read, {made.output_tokens:,} written"),)),
    ]
    if made.cost_usd is not None:
        details.append(Detail("Cost", (ours(_cost(made.cost_usd)),)))
    details.append(
        Detail("Software", (ours("summarizer "), words(made.summarizer_version), ours(", format version 1")))
    )
    if made.prompt_versions:
        details.append(Detail("Prompts", _versions(made.prompt_versions)))
    size = f"{counted(article.characters, 'character')} in {counted(article.sentences, 'sentence')}"
    details.append(Detail("Article", (ours(f"{size}, SHA-256 {article.sha256}"),)))
    return (*notes, Line("/provenance", details=tuple(details)))


def place_in_words(path: str) -> str:
    """A JSON Pointer in words: "/statements/3/speaker/role" is "statement 4, speaker, role"."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")[1:]]
    places: list[str] = []
    for part in parts:
        if re.fullmatch(r"[0-9]{1,9}", part) and places:
            places[-1] = f"{places[-1]} {int(part) + 1}"
        else:
            places.append(_ONE.get(part, part.replace("_", " ")))
    return ", ".join(places) or path or "the whole briefing"


def _sum(found: Verification) -> str:
    facts, supported = found.facts, found.supported
    if facts == supported == 1:
        sentence = "The one fact is supported by the article's own words"
    elif facts and facts == supported:
        sentence = f"All {facts:,} facts are supported by the article's own words"
    else:
        verb = "is" if supported == 1 else "are"
        sentence = f"{supported:,} of {counted(facts, 'fact')} {verb} supported by the article's own words"
    if found.unjudged:
        sentence += f"; {counted(len(found.unjudged), 'line')} could not be judged"
    if not found.refused:
        return f"{sentence}. Nothing was refused."
    refused = counted(len(found.refused), "answer of the model was", "answers of the model were")
    return f"{sentence}. {refused} refused and left out."


def _refusal(path: str, refusal: Refusal) -> Line:
    details = [Detail("Model said", (words(refusal.value),))]
    if refusal.difference:
        details.append(Detail("Difference", (words(refusal.difference),)))
    return Line(
        path,
        lead=((ours("Draft "), words(place_in_words(refusal.path))),),
        marks=(_REFUSALS[refusal.kind],),
        text=(words(refusal.reason),),
        details=tuple(details),
    )


def _unjudged(path: str, unjudged: Unjudged) -> Line:
    where = place_in_words(unjudged.path)
    return Line(
        path,
        lead=((words(where[:1].upper() + where[1:]),),),
        marks=(Mark("not judged", "caution"),),
        text=(words(unjudged.reason),),
    )


def _calls(made: Provenance) -> tuple[Piece, ...]:
    failed = [attempt for attempt in made.attempts if attempt.outcome != _ANSWERED]
    pieces = [ours(f"{counted(len(made.attempts), 'call')} to the model")]
    if failed:
        pieces.append(ours(f", {len(failed):,} failed: "))
    for index, attempt in enumerate(failed):
        if index:
            pieces.append(ours("; "))
        pieces += [words(attempt.purpose), ours(", "), words(attempt.outcome.replace("_", " "))]
    return tuple(pieces)


def _versions(versions: dict[str, int]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for prompt in sorted(versions):
        if pieces:
            pieces.append(ours(", "))
        pieces += [words(prompt), ours(f" {versions[prompt]}")]
    return tuple(pieces)


def _moment(created_at: dt.datetime) -> Piece:
    utc = created_at.astimezone(dt.UTC) if created_at.tzinfo else created_at
    iso = utc.replace(tzinfo=None).isoformat(timespec="minutes") + ("Z" if created_at.tzinfo else "")
    return date(iso)


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 100 else f"{seconds / 60:.1f} min"


def _cost(dollars: float) -> str:
    return f"${dollars:,.2f}" if dollars >= 0.1 or dollars == 0 else f"${dollars:.4f}"
