"""Makes the briefings of the invented negotiations out of the drafts: `python -m tests.dossier.make`.

The whole way of a briefing is gone, by a scripted model that says what the draft says, so each is what the code
of the day makes of it.
"""

from __future__ import annotations

from summarizer import Briefing
from summarizer.draft import Draft
from tests.briefing_by_script import LARGE, brief
from tests.dossier.drafts import DRAFTS
from tests.dossier.world_files import HOME, READ_BLIND, World
from tests.draft_answers import answers_from
from tests.scripted_model import ScriptedModel


def made(name: str, world: World = HOME) -> Briefing:
    """The briefing of one article, by its draft."""
    article = world.articles[name]
    with ScriptedModel(answers_from(article, _draft(name, world))) as model:
        return brief(model.base_url, LARGE, article)


def _draft(name: str, world: World) -> Draft:
    return DRAFTS[name] if world is HOME else world.drafts[name]


def as_file(briefing: Briefing) -> str:
    """The briefing as it stands in its file."""
    return briefing.model_dump_json(indent=1) + "\n"


def main() -> None:
    """Write all of them, and show what was refused."""
    for world in (HOME, *READ_BLIND.values()):
        (world.folder / "briefings").mkdir(exist_ok=True)
        for name in world.articles:
            briefing = made(name, world)
            world.file(name).write_text(as_file(briefing), encoding="utf-8")
            verdicts = briefing.verification
            print(f"{world.folder.name} {name}: {verdicts.supported} of {verdicts.facts} facts supported")
            for refusal in verdicts.refused:
                print(f"  {refusal.path}: {refusal.value!r}: {refusal.difference or refusal.reason}")


if __name__ == "__main__":
    main()
