"""An invented world: the article and the briefings that the rendering tests draw.

`BRIEFING` of `ARTICLE` shows every section. `filled` puts a text of a test's choice into every place that
holds words of an article or a model. `BARE` holds as little as a briefing can.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from summarizer.article import Article
from summarizer.briefing import (
    Agreement,
    ArticleInfo,
    Attempt,
    BottomLine,
    Briefing,
    Delegation,
    Document,
    Event,
    Evidence,
    Meeting,
    Person,
    Point,
    Position,
    Provenance,
    Source,
    Speaker,
    Statement,
    Talks,
)
from summarizer.verdicts import Refusal, Unjudged, Verification

TEXT = """\
The delegations of Karsovia and the Meldane Islands will meet again on Monday at the Salt Hall in Port \
Hessen, the Aruunian Foreign Ministry announced on Saturday. The session is to begin at 10:30.

It will be the third round of talks on a ceasefire in the Strait of Ilmar since the fighting began in \
February. The second round ended on 4 March without a joint text.

The Karsovian delegation is again led by Deputy Prime Minister Ilse Varga and includes Admiral Tomas \
Brandt. The Islands will send Foreign Secretary Noa Ben-Ami, who did not attend the earlier rounds.

"We come with a text, not with a slogan," Varga told Tern Wire before she left. She said that Karsovia \
would withdraw its patrol boats to the twelve-mile line if the harbour of Lissa is reopened to its \
freighters. Karsovia has long rejected any inspection of its ships by third parties.

Ben-Ami said on Friday that the Islands had not received the Karsovian draft. \
נועה בן-עמי אמרה לרדיו מלדן: "בלי פיקוח אין הסכם". \
وقال المتحدث باسم وزارة الخارجية الأرونية إن الوساطة ستستمر "حتى آخر يوم".

A person close to the mediators, who asked not to be named, told the Harbour Post that the two sides \
had reportedly agreed on a list of 214 prisoners. The pro-government daily Karsov Tribune, citing \
"circles in the admiralty", claimed that the list was longer. Meldane's Coast Guard denied that it had \
fired on a freighter on 6 March.

In the week before, both sides exchanged letters through Aruun 🕊️. The Islands handed over a paper on \
inspections, known as the "Lissa Protocol", on 28 February. Karsovia promised its answer for March. \
Who would guard the harbour after a withdrawal remains open. The admirals are to speak on a direct line \
from Wednesday. A fourth round is pencilled in for April.
"""

ARTICLE = Article.from_text(
    TEXT,
    title="Third round in Port Hessen: Karsovia and the Meldane Islands to talk about Ilmar ceasefire",
    outlet="The Aruun Courier",
    url="https://courier.example/world/ilmar?id=7&lang=en",
    published=dt.date(2031, 3, 8),
    language="en",
)


def evidence(*passages: str) -> list[Evidence]:
    """Evidence for each passage: the part of the article that reads so; with "…" at its end, the whole
    sentence that holds it."""
    found = []
    for passage in passages:
        words = passage.removesuffix("…")
        start = ARTICLE.text.index(words)
        sentence = next(one for one in ARTICLE.sentences if one.start <= start < one.end)
        if words != passage:
            start, words = sentence.start, sentence.text
        found.append(Evidence(sentence=sentence.number, start=start, end=start + len(words), text=words))
    return found


BRIEFING = Briefing(
    article=ArticleInfo(
        title=ARTICLE.title,
        outlet=ARTICLE.outlet,
        url=ARTICLE.url,
        published=ARTICLE.published,
        language=ARTICLE.language,
        sha256=ARTICLE.sha256,
        characters=len(ARTICLE.text),
        sentences=len(ARTICLE.sentences),
    ),
    bottom_line=BottomLine(
        text="Karsovia and the Meldane Islands meet on Monday in Port Hessen for a third round of talks on a "
        "ceasefire in the Strait of Ilmar. Karsovia offers to withdraw its patrol boats if the harbour of "
        "Lissa is reopened; inspection of its ships it rejects.",
        evidence=evidence("The delegations of…", "It will be the third…", "She said that…", "Karsovia has long…"),
    ),
    talks=Talks(
        subject="Ceasefire in the Strait of Ilmar",
        parties=["Karsovia", "Meldane Islands"],
        mediators=["Aruun"],
        status="under_way",
        evidence=evidence("It will be the third…", "The delegations of…"),
    ),
    meetings=[
        Meeting(
            parties=["Karsovia", "Meldane Islands"],
            start="2031-03-10T10:30",
            venue="Salt Hall",
            city="Port Hessen",
            status="planned",
            evidence=evidence("The delegations of…", "The session is to begin at 10:30."),
        ),
        Meeting(end="2031-03-04", status="past", evidence=evidence("The second round ended on 4 March")),
        Meeting(start="2031-04", status="planned", evidence=evidence("A fourth round…")),
    ],
    delegations=[
        Delegation(
            party="Karsovia",
            head=Person(name="Ilse Varga", role="Deputy Prime Minister"),
            members=[Person(name="Tomas Brandt", role="Admiral")],
            evidence=evidence("The Karsovian delegation…"),
        ),
        Delegation(
            party="Meldane Islands",
            head=Person(name="Noa Ben-Ami", role="Foreign Secretary"),
            note="who did not attend the earlier rounds",
            evidence=evidence("The Islands will send…"),
        ),
    ],
    statements=[
        Statement(
            id="s1",
            speaker=Speaker(name="Aruunian Foreign Ministry", party="Aruun", kind="organisation"),
            act="announced",
            said_on="2031-03-08",
            content="The delegations will meet again on Monday at the Salt Hall",
            evidence=evidence("The delegations of…"),
        ),
        Statement(
            id="s2",
            speaker=Speaker(name="Ilse Varga", role="Deputy Prime Minister", party="Karsovia", kind="person"),
            reported_by=["Tern Wire"],
            act="said",
            content="We come with a text, not with a slogan",
            quotes=["We come with a text, not with a slogan,"],
            evidence=evidence('"We come with a text…', "The Karsovian delegation…"),
        ),
        Statement(
            id="s3",
            speaker=Speaker(name="Ilse Varga", role="Deputy Prime Minister", party="Karsovia", kind="person"),
            addressed_to="Meldane Islands",
            act="proposed",
            content="Karsovia would withdraw its patrol boats to the twelve-mile line if the harbour of Lissa "
            "is reopened to its freighters",
            evidence=evidence("She said that…", '"We come with a text…'),
        ),
        Statement(
            id="s4",
            speaker=Speaker(name="Noa Ben-Ami", role="Foreign Secretary", party="Meldane Islands", kind="person"),
            act="said",
            said_on="2031-03-07",
            content="the Islands had not received the Karsovian draft",
            evidence=evidence("Ben-Ami said on Friday…", "The Islands will send…"),
        ),
        Statement(
            id="s5",
            speaker=Speaker(name="נועה בן-עמי", party="Meldane Islands", kind="person"),
            reported_by=["רדיו מלדן"],
            act="demanded",
            content="בלי פיקוח אין הסכם",
            quotes=["בלי פיקוח אין הסכם"],
            evidence=evidence("נועה בן-עמי…"),
        ),
        Statement(
            id="s6",
            speaker=Speaker(name="المتحدث باسم وزارة الخارجية الأرونية", party="Aruun", kind="person"),
            act="said",
            content="الوساطة ستستمر",
            quotes=["حتى آخر يوم"],
            evidence=evidence("وقال المتحدث…"),
        ),
        Statement(
            id="s7",
            speaker=Speaker(name="A person close to the mediators", kind="anonymous"),
            reported_by=["the Harbour Post"],
            act="claimed",
            content="the two sides had reportedly agreed on a list of 214 prisoners",
            hedged=True,
            evidence=evidence("A person close…"),
        ),
        Statement(
            id="s8",
            speaker=Speaker(name="Karsov Tribune", kind="outlet"),
            act="claimed",
            content="the list was longer",
            quotes=["circles in the admiralty"],
            hedged=True,
            evidence=evidence("The pro-government daily…", "A person close…"),
        ),
        Statement(
            id="s9",
            speaker=Speaker(name="Coast Guard", party="Meldane Islands", kind="organisation"),
            act="denied",
            content="that it had fired on a freighter on 6 March",
            evidence=evidence("Meldane's Coast Guard denied"),
        ),
    ],
    positions=[
        Position(
            party="Karsovia",
            issue="patrol boats",
            stance="withdrawal to the twelve-mile line if the harbour of Lissa is reopened",
            evidence=evidence("withdraw its patrol boats to the twelve-mile line if the harbour of Lissa"),
        ),
        Position(
            party="Karsovia",
            issue="inspections",
            stance="rejects any inspection of its ships by third parties",
            evidence=evidence("Karsovia has long…"),
        ),
        Position(
            party="Meldane Islands",
            issue="inspections",
            stance="no agreement without inspections",
            evidence=evidence("בלי פיקוח אין הסכם"),
        ),
    ],
    agreements=[
        Agreement(
            text="a list of 214 prisoners",
            parties=["Karsovia", "Meldane Islands"],
            status="tentative",
            evidence=evidence("agreed on a list of 214 prisoners"),
        )
    ],
    documents=[
        Document(
            name="Lissa Protocol",
            author="Meldane Islands",
            recipient="Karsovia",
            status="delivered",
            date="2031-02-28",
            evidence=evidence("The Islands handed over…"),
        ),
        Document(
            name="Karsovian draft",
            author="Karsovia",
            status="awaited",
            date="2031-03",
            evidence=evidence("the Karsovian draft", "Karsovia promised…"),
        ),
    ],
    timeline=[
        Event(
            date="2031-02",
            event="the fighting began",
            status="past",
            evidence=evidence("the fighting began in February"),
        ),
        Event(
            date="2031-02-28",
            event="The Islands handed over a paper on inspections",
            status="past",
            evidence=evidence("The Islands handed over…"),
        ),
        Event(
            date="2031-W09",
            event="both sides exchanged letters through Aruun 🕊️",
            status="past",
            evidence=evidence("In the week before…"),
        ),
        Event(
            date="2031-03-10T10:30",
            event="third round in Port Hessen",
            status="planned",
            evidence=evidence("on Monday at the Salt Hall in Port Hessen", "The session is to begin at 10:30."),
        ),
    ],
    open_questions=[
        Point(
            text="Who would guard the harbour after a withdrawal",
            evidence=evidence("Who would guard the harbour after a withdrawal"),
        )
    ],
    next_steps=[
        Point(text="The admirals are to speak on a direct line from Wednesday", evidence=evidence("The admirals…")),
        Point(text="A fourth round in April", evidence=evidence("A fourth round…")),
    ],
    sources=[
        Source(name="Tern Wire", evidence=evidence("Tern Wire")),
        Source(
            name="Karsov Tribune",
            description="pro-government daily",
            evidence=evidence("The pro-government daily Karsov Tribune"),
        ),
    ],
    verification=Verification(
        facts=31,
        supported=30,
        refused=[
            Refusal(
                path="/statements/6/content",
                value="the two sides agreed on a list of 241 prisoners",
                kind="altered",
                difference='"214" became "241"',
                reason="The number is not the one in the sentence.",
            ),
            Refusal(
                path="/statements/8/reported_by/0",
                value="Reuters",
                kind="absent",
                reason="No cited sentence names this outlet.",
            ),
        ],
        unjudged=[
            Unjudged(
                path="/positions/2/stance",
                reason="The evidence is in another language than the line, so that its words can't be compared.",
            )
        ],
    ),
    provenance=Provenance(
        model="embedded/qwen2.5-coder-1.5b",
        prompt_versions={"statements": 3, "bottom_line": 1},
        summarizer_version="0.1.0",
        created_at=dt.datetime(2031, 3, 8, 17, 42, 11, tzinfo=dt.UTC),
        seconds=48.6,
        attempts=[
            Attempt(purpose="statements", model="m", seconds=24.1, outcome="answered"),
            Attempt(purpose="timeline", model="m", seconds=11.0, outcome="answer_truncated"),
            Attempt(purpose="timeline", model="m", seconds=13.5, outcome="answered"),
        ],
        input_tokens=4920,
        output_tokens=1069,
        cost_usd=0.0123,
        notes=["The question for members of the delegations was asked once only: the time allowed was short."],
    ),
)

BARE = Briefing(
    article=ArticleInfo(sha256=ARTICLE.sha256, characters=len(ARTICLE.text), sentences=len(ARTICLE.sentences)),
    bottom_line=BottomLine(text="Talks go on.", evidence=evidence("The session is to begin at 10:30.")),
    talks=Talks(),
    verification=Verification(facts=1, supported=1),
    provenance=Provenance(
        model="m", summarizer_version="0.1.0", created_at=dt.datetime(2031, 3, 8, tzinfo=dt.UTC), seconds=0
    ),
)

# Fields whose values have a form of their own, and those that are not drawn.
_FORMED = {
    "sha256", "published", "language", "start", "end", "said_on", "date", "status", "act", "kind",
    "created_at", "schema_version", "evidence", "id", "attempts",
}  # fmt: skip


def filled(text: Callable[[int], str], article: Article = ARTICLE) -> Briefing:
    """The sample with `text(0)`, `text(1)`, … in the places that hold words, as a briefing of `article`.

    Each line's evidence is the article's last sentence, the whole text, and its first sentence.
    """
    count = iter(range(10_000))
    spans = [(article.sentences[-1].number, article.sentences[-1].start, article.sentences[-1].end)]
    spans += [(1, 0, len(article.text)), (1, article.sentences[0].start, article.sentences[0].end)]
    evidence = [
        {"sentence": number, "start": start, "end": end, "text": article.text[start:end]}
        for number, start, end in spans
    ]

    def fill(value: Any, field: str) -> Any:
        if field == "evidence":
            return evidence
        if isinstance(value, dict):
            return {
                text(next(count)) if field == "prompt_versions" else key: fill(entry, key)
                for key, entry in value.items()
            }
        if isinstance(value, list):
            return [fill(entry, field) for entry in value] if field not in _FORMED else value
        return text(next(count)) if isinstance(value, str) and field not in _FORMED else value

    dump = fill(BRIEFING.model_dump(mode="json"), "")
    dump["article"]["sha256"] = article.sha256
    return Briefing.model_validate(dump)


HOSTILE = (
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>",
    "https://evil.example www.evil.example a@evil.example", "[x]: https://evil.example", "{{ 7*7 }} {% raw %}",
    "| a | b |\n|---|---|\n| 1 | 2 |", "**a** _b_ `c` ~~d~~ $e$", "```\ncode\n```", "    code", "# heading",
    "- item", "+ item", "1. item", "12) item", "> quote", "---", "===", "a\n===\n", "a  \nb", "a\\",
    "&lt;b&gt; &amp; &#60;",
    "[bold red]x[/]", ":warning:", "\x1b[31mred\x1b[0m\x1b]0;title\x07", "\x9b31m", "a\rb\x08c\x00d",
    "\u202egnp.exe\u202c", "\u2067x\u2066y", "\ufeff", " \t\u00a0 ", "\u200b", "נועה *בן*", "🕊️ 👩‍👩‍👧", "a" * 400,
    "[7]", "[^1]", "@everyone", "x\u2028y\u2029z", "%s {0}", "trailing #", "a\u0301\u0301\u0301",
)  # fmt: skip
"""Texts that would break out of a rendering which lets them."""
