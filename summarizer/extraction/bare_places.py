"""Where a meeting is, in languages without rules: only places that the sentence puts something in or at.

A small model that is asked for building, city and country fills all three, with the sides where there is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article import Article
from summarizer.draft import DraftMeeting
from summarizer.language.bare_cues import bare_cues


def only_placed(meetings: Sequence[DraftMeeting], article: Article) -> list[DraftMeeting]:
    """The meetings without the places behind no word for "in"; as they are where such words are not known."""
    bare = bare_cues(article.language)
    if bare is None:
        return list(meetings)
    found = []
    for meeting in meetings:
        text = " ".join(article.sentences[n - 1].text for n in meeting.sentences)
        kept: dict[str, str | None] = {}
        # The same words are one place: the town, which is told most often.
        for field in ("city", "country", "venue"):
            name = getattr(meeting, field)
            placed = name and name not in kept.values() and re.search(f"(?:{bare.inside}){re.escape(name)}", text)
            kept[field] = name if placed else None
        found.append(meeting.model_copy(update=kept))
    return found
