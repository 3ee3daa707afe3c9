# ruff: noqa: E501 - the snapshots are what render_markdown writes, which does not wrap lines.
from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.rendering.markdown import escaped, render_markdown
from summarizer.rendering.plain import isolated, plain_text
from tests.rendering.sample import ARTICLE, BARE, BRIEFING, HOSTILE, filled

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Texts made of what forms markup are found out sooner.
TEXTS = st.lists(
    st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~=&;:/'\"\n\t 1aé\u00a0"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=25,
).map("".join)  # fmt: skip


def test_the_sample_reads_so() -> None:
    assert render_markdown(BRIEFING) == snapshot("""\
# Third round in Port Hessen: Karsovia and the Meldane Islands to talk about Ilmar ceasefire

**The Aruun Courier** · Sat 8 March 2031

https\\://courier\\.example/world/ilmar?id=7\\&lang=en

*31 facts, 30 supported; 2 refused; 1 not judged*

## Bottom line

Karsovia and the Meldane Islands meet on Monday in Port Hessen for a third round of talks on a ceasefire in the Strait of Ilmar. Karsovia offers to withdraw its patrol boats if the harbour of Lissa is reopened; inspection of its ships it rejects. [1] [3] [8] [9]

## Talks

- **Ceasefire in the Strait of Ilmar** (under way) [3] [1]
  - Parties: Karsovia and Meldane Islands
  - Mediators: Aruun

## Meetings

- **Mon 10 March 2031, 10:30**, Salt Hall, Port Hessen (planned) [1] [2]
  - Parties: Karsovia and Meldane Islands
- **Until Tue 4 March 2031** (past) [4]
- **April 2031** (planned) [21]

## Delegations

- **Karsovia** [5]
  - Led by: Ilse Varga, Deputy Prime Minister
  - Members: Tomas Brandt, Admiral
- **Meldane Islands** [6]
  - Led by: Noa Ben-Ami, Foreign Secretary
  - Note: who did not attend the earlier rounds

## Statements

- **Aruunian Foreign Ministry** (Aruun) announced, 8 March 2031: The delegations will meet again on Monday at the Salt Hall [1]
- **Ilse Varga** (Deputy Prime Minister, Karsovia) said, via Tern Wire: “We come with a text, not with a slogan” [7] [5]
- **Ilse Varga** (Deputy Prime Minister, Karsovia) proposed, addressing Meldane Islands: Karsovia would withdraw its patrol boats to the twelve-mile line if the harbour of Lissa is reopened to its freighters [8] [7]
- **Noa Ben-Ami** (Foreign Secretary, Meldane Islands) said, 7 March 2031: the Islands had not received the Karsovian draft [10] [6]
- **\u2068נועה בן-עמי\u2069** (Meldane Islands) demanded, via \u2068רדיו מלדן\u2069: “\u2068בלי פיקוח אין הסכם\u2069” [11]
- **\u2068المتحدث باسم وزارة الخارجية الأرونية\u2069** (Aruun) said: \u2068الوساطة ستستمر\u2069 [12]
  - “\u2068حتى آخر يوم\u2069”
- **A person close to the mediators** claimed, via the Harbour Post (anonymous, hedged): the two sides had reportedly agreed on a list of 214 prisoners [13]
- **Karsov Tribune** claimed (hedged): the list was longer [14] [13]
  - “circles in the admiralty”
- **Coast Guard** (Meldane Islands) denied: that it had fired on a freighter on 6 March [15]

## Positions

- **Karsovia**, patrol boats: withdrawal to the twelve-mile line if the harbour of Lissa is reopened [8]
- **Karsovia**, inspections: rejects any inspection of its ships by third parties [9]
- **Meldane Islands**, inspections: no agreement without inspections (not judged) [11]

## Agreements

- **Karsovia** and **Meldane Islands**: a list of 214 prisoners (tentative) [13]

## Documents

- **Lissa Protocol**, from Meldane Islands, to Karsovia, 28 February 2031 (delivered) [17]
- **Karsovian draft**, from Karsovia, March 2031 (awaited) [10] [18]

## Timeline

- **February 2031**: the fighting began [3]
- **Fri 28 February 2031**: The Islands handed over a paper on inspections [17]
- **Week of 24 February 2031**: both sides exchanged letters through Aruun 🕊️ [16]
- **Mon 10 March 2031, 10:30**: third round in Port Hessen (planned) [1] [2]

## Open questions

- Who would guard the harbour after a withdrawal [19]

## Next steps

- The admirals are to speak on a direct line from Wednesday [20]
- A fourth round in April [21]

## Sources

- **Tern Wire** [7]
- **Karsov Tribune**: pro-government daily [14]

## Evidence

The article's own words, by sentence number.

- **[1]** The delegations of Karsovia and the Meldane Islands will meet again on Monday at the Salt Hall in Port Hessen, the Aruunian Foreign Ministry announced on Saturday.
- **[2]** The session is to begin at 10:30.
- **[3]** It will be the third round of talks on a ceasefire in the Strait of Ilmar since the fighting began in February.
- **[4]** The second round ended on 4 March
- **[5]** The Karsovian delegation is again led by Deputy Prime Minister Ilse Varga and includes Admiral Tomas Brandt.
- **[6]** The Islands will send Foreign Secretary Noa Ben-Ami, who did not attend the earlier rounds.
- **[7]** "We come with a text, not with a slogan," Varga told Tern Wire before she left.
- **[8]** She said that Karsovia would withdraw its patrol boats to the twelve-mile line if the harbour of Lissa is reopened to its freighters.
- **[9]** Karsovia has long rejected any inspection of its ships by third parties.
- **[10]** Ben-Ami said on Friday that the Islands had not received the Karsovian draft.
- **[11]** \u2068נועה בן-עמי אמרה לרדיו מלדן: "בלי פיקוח אין הסכם".\u2069
- **[12]** \u2068وقال المتحدث باسم وزارة الخارجية الأرونية إن الوساطة ستستمر "حتى آخر يوم".\u2069
- **[13]** A person close to the mediators, who asked not to be named, told the Harbour Post that the two sides had reportedly agreed on a list of 214 prisoners.
- **[14]** The pro-government daily Karsov Tribune, citing "circles in the admiralty", claimed that the list was longer.
- **[15]** Meldane's Coast Guard denied
- **[16]** In the week before, both sides exchanged letters through Aruun 🕊️.
- **[17]** The Islands handed over a paper on inspections, known as the "Lissa Protocol", on 28 February.
- **[18]** Karsovia promised its answer for March.
- **[19]** Who would guard the harbour after a withdrawal
- **[20]** The admirals are to speak on a direct line from Wednesday.
- **[21]** A fourth round is pencilled in for April.

## Verification

30 of 31 facts are supported by the article's own words; 1 line could not be judged. 2 answers of the model were refused and left out.

- Draft statement 7, content: The number is not the one in the sentence. (altered)
  - Model said: the two sides agreed on a list of 241 prisoners
  - Difference: "214" became "241"
- Draft statement 9, outlet 1: No cited sentence names this outlet. (not in the article)
  - Model said: Reuters
- Position 3, stance: The evidence is in another language than the line, so that its words can't be compared. (not judged)

## Provenance

- The question for members of the delegations was asked once only: the time allowed was short. (note)
- Model: embedded/qwen2.5-coder-1.5b
- Made: 8 March 2031, 17:42 UTC, in 48.6 s
- Calls: 3 calls to the model, 1 failed: timeline, answer truncated
- Tokens: 4,920 read, 1,069 written
- Cost: $0.0123
- Software: summarizer 0.1.0, format version 1
- Prompts: bottom\\_line 1, statements 3
- Article: 1,762 characters in 21 sentences, SHA-256 b51b7c96654b4c76aa1bc3e102d5288c3c9ae68010a0717a17a901b7c527df17
""")


def test_as_little_as_there_can_be() -> None:
    assert render_markdown(BARE) == snapshot("""\
# Briefing of an untitled article

*1 fact, supported; nothing refused*

## Bottom line

Talks go on. [2]

## Evidence

The article's own words, by sentence number.

- **[2]** The session is to begin at 10:30.

## Verification

The one fact is supported by the article's own words. Nothing was refused.

## Provenance

- Model: m
- Made: 8 March 2031, 00:00 UTC, in 0.0 s
- Calls: 0 calls to the model
- Tokens: 0 read, 0 written
- Software: summarizer 0.1.0, format version 1
- Article: 1,762 characters in 21 sentences, SHA-256 b51b7c96654b4c76aa1bc3e102d5288c3c9ae68010a0717a17a901b7c527df17
""")


def test_every_word_of_the_briefing_is_there() -> None:
    briefing = filled(lambda index: f"W{index}W")
    text = render_markdown(briefing)
    words = re.findall(r"W\d+W", briefing.model_dump_json())
    assert len(words) > 80
    assert [word for word in words if word not in text] == []


def test_every_number_leads_to_a_note() -> None:
    text = render_markdown(BRIEFING)
    body, notes = text.split("## Evidence")
    cited = set(re.findall(r"\[(\d+)\]", body))
    assert cited == set(re.findall(r"^- \*\*\[(\d+)\]\*\* ", notes, re.MULTILINE))
    assert len(cited) == len(ARTICLE.sentences)


@pytest.mark.parametrize("text", HOSTILE)
def test_data_forms_no_markup(text: str) -> None:
    assert _structure(render_markdown(filled(lambda index: f"{text}{index}"))) == _harmless()


@settings(deadline=None)
@given(TEXTS)
def test_no_data_forms_markup(text: str) -> None:
    assert _structure(render_markdown(filled(lambda index: f"{text}{index}"))) == _harmless()


@settings(deadline=None)
@given(TEXTS)
def test_no_data_alone_forms_markup(text: str) -> None:
    tokens = [token for kind, token in _structure(render_markdown(filled(lambda _: text)))]
    assert set(tokens) <= {"", "h1", "h2", "p", "ul", "li", "strong", "em"}


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_reads_as_the_same_characters(text: str) -> None:
    assert _read(escaped(text)) == isolated(plain_text(text))


@given(TEXTS)
def test_any_escaped_text_reads_as_the_same_characters(text: str) -> None:
    assert _read(escaped(text)) == isolated(plain_text(text))


def test_addresses_do_not_become_links_on_their_own() -> None:
    for bare in ("https://evil.example", "www.evil.example", "evil.example", "mailto:a@evil.example"):
        assert bare not in escaped(f"see {bare} now")


@cache
def _harmless() -> list[tuple[str, str]]:
    return _structure(render_markdown(filled(lambda index: f"word{index}")))


def _structure(markdown: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def walk(tokens: list[Token]) -> None:
        for token in tokens:
            if token.type not in ("text", "text_special"):
                found.append((token.type, token.tag))
            walk(token.children or [])

    walk(MARKDOWN.parse(markdown))
    return found


def _read(markdown: str) -> str:
    # Inside of a paragraph, behind a word of ours, as data stands in a rendering.
    environment: dict[str, Any] = {}
    (_, inline, _) = MARKDOWN.parse(f"x {markdown}", environment)
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    assert environment == {}
    return "".join(child.content for child in inline.children or []).removeprefix("x ")
