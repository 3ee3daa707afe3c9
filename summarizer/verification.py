"""Judges a finished briefing against its article: ours, an older one, or another tool's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.briefing import Briefing
from summarizer.verdicts import FactVerdict, VerificationReport

if TYPE_CHECKING:
    from summarizer.grounding.verdicts import Verdict
    from summarizer.grounding.verification import Claim


def verify(
    briefing: Briefing, article: Article, *, language: str | None = None, strict: bool = False
) -> VerificationReport:
    """Judge each fact of a briefing by the article alone. Asks no model, and raises nothing.

    The day of publication and the language are the briefing's where the article does not know them. `language`
    (ISO 639-1) is that of the briefing's free texts, by default the article's: in another one, names, numbers
    and dates are judged, and the wording is not. With `strict` what could not be judged fails, too.
    """
    from summarizer.grounding.scene import Scene
    from summarizer.grounding.verification import judge_facts, verdicts_of_facts
    from summarizer.reading.language_detection import language_code

    known = {
        "published": article.published or briefing.article.published,
        "language": article.language or language_code(briefing.article.language or ""),
    }
    read = Article.model_validate({**article.model_dump(), **known})
    claims = list(judge_facts(briefing, Scene(read, language_code(language) if language else None)))
    worst = verdicts_of_facts(claims)
    counts = Counter(verdict.kind for verdict in worst.values())
    return VerificationReport(
        facts=len(worst),
        supported=counts["supported"],
        altered=counts["altered"],
        absent=counts["absent"],
        unjudged=counts["unjudged"],
        strict=strict,
        verdicts=[*_of_the_article(briefing, article), *_told(claims, worst)],
    )


def _told(claims: Sequence[Claim], worst: dict[str, Verdict]) -> Iterator[FactVerdict]:
    from summarizer.grounding.verification import fact_of

    told: set[str] = set()
    for claim in claims:
        fact, verdict = fact_of(claim.path), claim.verdict
        if worst[fact].kind == "supported" and fact not in told:
            told.add(fact)
            reason = "Every field stands in the evidence, and the evidence in the article."
            yield FactVerdict(path=fact, value=claim.value, kind="supported", reason=reason)
        elif verdict.kind != "supported":
            yield FactVerdict(
                path=claim.path,
                value=claim.value,
                kind=verdict.kind,
                difference=verdict.difference if verdict.kind == "altered" else None,
                reason=verdict.reason,
            )


def _of_the_article(briefing: Briefing, article: Article) -> Iterator[FactVerdict]:
    """Whether this is the article that was briefed, word by word, and of that day."""
    told = briefing.article
    if told.sha256 != article.sha256:
        difference = f"{told.characters} characters for {len(article.text)}"
        reason = "The briefing is of another text; each fact was judged by this one."
        yield FactVerdict(
            path="/article/sha256", value=told.sha256, kind="altered", difference=difference, reason=reason
        )
    if None not in (told.published, article.published) and told.published != article.published:
        yield FactVerdict(
            path="/article/published",
            value=str(told.published),
            kind="altered",
            difference=f"{told.published} for {article.published}",
            reason="The article says another day of publication.",
        )
