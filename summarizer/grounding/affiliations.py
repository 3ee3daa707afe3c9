"""Which side a speaker belongs to: where the article puts them into its delegation, and nothing nearer tells."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.briefing import Delegation, Statement


def with_sides(statements: Sequence[Statement], delegations: Sequence[Delegation]) -> list[Statement]:
    """The statements, those of a delegation's head or member with its side, and the sentences that tell so.

    A person whom the article puts into the delegations of two sides is given none.
    """
    return [_with_side(statement, delegations) for statement in statements]


def _with_side(statement: Statement, delegations: Sequence[Delegation]) -> Statement:
    speaker = statement.speaker
    if speaker.party is not None or speaker.kind != "person":
        return statement
    own = [d for d in delegations if any(p.name == speaker.name for p in (d.head, *d.members) if p is not None)]
    if len({d.party for d in own}) != 1:
        return statement
    cited = {e.sentence for e in statement.evidence}
    telling = [e for d in own for e in d.evidence if e.sentence not in cited]
    return statement.model_copy(
        update={
            "speaker": speaker.model_copy(update={"party": own[0].party}),
            "evidence": [*statement.evidence, *telling],
        }
    )
