"""From a draft to a verified briefing: facts grounded, asked about again where that can help, looked at once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.briefing import ArticleInfo, Briefing, Provenance
from summarizer.draft import Draft
from summarizer.events import Fact
from summarizer.turns import in_turn
from summarizer.verdicts import Refusal, Verification
from summarizer.vocabulary import Model

if TYPE_CHECKING:
    from summarizer.extraction.asking import Asking
    from summarizer.grounding.ground import Grounded
    from summarizer.grounding.scene import Scene

LISTS = (
    "meetings", "delegations", "statements", "positions", "agreements", "documents", "timeline",
    "open_questions", "next_steps", "sources",
)  # fmt: skip
"""The sections of a briefing that are lists of facts, in the order of the format."""


@dataclass(frozen=True)
class Checking:
    """How the drafts of one briefing are checked."""

    article: Article
    language: str | None
    """The language of the draft's free texts, where it is not the article's."""
    strict: bool
    provenance: Callable[[], Provenance]
    """What the briefing says of how it was made, once all is known."""

    async def briefing(self, draft: Draft, asking: Asking) -> Briefing:
        """The draft's facts, verified. A draft whose refused lines could be mended is corrected once by the model."""
        size = len(self.article.text)
        made = await in_turn(size, self._first, draft)
        if isinstance(made, Briefing):
            return made
        from summarizer.extraction.corrections import correct

        corrected = await correct(self.article, draft, made.again, asking)
        return await in_turn(size, self._second, made, draft, corrected)

    def _first(self, draft: Draft) -> Briefing | _Open:
        """The briefing in one go where nothing is to be asked again: each turn would have to be waited for."""
        from summarizer.grounding.ground import ground_in
        from summarizer.grounding.scene import Scene

        # The article is read once for all of it.
        scene = Scene(self.article, self.language, strict=self.strict)
        grounded = ground_in(scene, draft)
        again = [(r.refusal, r.sentences) for r in grounded.refused if r.ask_again]
        return _Open(scene, grounded, again) if again else self._settled(scene, grounded)

    def _second(self, made: _Open, draft: Draft, corrected: Draft) -> Briefing:
        from summarizer.grounding.ground import ground_in

        if corrected == draft:
            return self._settled(made.scene, made.grounded)
        return self._settled(made.scene, ground_in(made.scene, corrected).with_earlier(made.grounded.refused))

    def _settled(self, scene: Scene, grounded: Grounded) -> Briefing:
        from summarizer.grounding.verification import settle

        return settle(self._unsettled(grounded), scene)

    def _unsettled(self, grounded: Grounded) -> Briefing:
        """The facts as a briefing whose verdicts are still to be summed up."""
        article = self.article
        entries = {name: getattr(grounded, name) for name in ("bottom_line", "talks", *LISTS)}
        return Briefing(
            article=ArticleInfo(
                title=article.title,
                outlet=article.outlet,
                url=article.url,
                published=article.published,
                language=article.language,
                sha256=article.sha256,
                characters=len(article.text),
                sentences=len(article.sentences),
            ),
            verification=Verification(facts=0, supported=0, refused=[r.refusal for r in grounded.refused]),
            provenance=self.provenance(),
            **entries,
        )


@dataclass(frozen=True)
class _Open:
    """A draft that was grounded, with refused lines that the model may mend."""

    scene: Scene
    grounded: Grounded
    again: Sequence[tuple[Refusal, tuple[int, ...]]]


def facts_of(briefing: Briefing) -> Iterator[Fact]:
    """Each fact of a briefing with its place, in the order of the format."""
    singles: tuple[tuple[str, Model], ...] = (("/bottom_line", briefing.bottom_line), ("/talks", briefing.talks))
    yield from (Fact(path, entry) for path, entry in singles)
    for name in LISTS:
        for at, entry in enumerate(getattr(briefing, name)):
            yield Fact(f"/{name}/{at}", entry)
