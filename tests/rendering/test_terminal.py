from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.cells import cell_len

from summarizer.rendering.terminal import render_terminal
from tests.rendering.sample import BARE, BRIEFING, HOSTILE, filled

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_the_sample_reads_so() -> None:
    assert render_terminal(BRIEFING, color=False) == snapshot("""\
Third round in Port Hessen: Karsovia and the Meldane Islands to talk about Ilmar
ceasefire
The Aruun Courier · Sat 8 March 2031
https://courier.example/world/ilmar?id=7&lang=en
31 facts, 30 supported; 2 refused; 1 not judged

Bottom line
  Karsovia and the Meldane Islands meet on Monday in Port Hessen for a third round of
  talks on a ceasefire in the Strait of Ilmar. Karsovia offers to withdraw its patrol
  boats if the harbour of Lissa is reopened; inspection of its ships it rejects. [1] [3]
  [8] [9]

Talks
  Ceasefire in the Strait of Ilmar (under way) [3] [1]
    Parties    Karsovia and Meldane Islands
    Mediators  Aruun

Meetings
  Mon 10 March 2031, 10:30, Salt Hall, Port Hessen (planned) [1] [2]
    Parties  Karsovia and Meldane Islands
  Until Tue 4 March 2031 (past) [4]
  April 2031 (planned) [21]

Delegations
  Karsovia [5]
    Led by   Ilse Varga, Deputy Prime Minister
    Members  Tomas Brandt, Admiral
  Meldane Islands [6]
    Led by  Noa Ben-Ami, Foreign Secretary
    Note    who did not attend the earlier rounds

Statements
  Aruunian Foreign Ministry (Aruun) announced, 8 March 2031
    The delegations will meet again on Monday at the Salt Hall [1]

  Ilse Varga (Deputy Prime Minister, Karsovia) said, via Tern Wire
    “We come with a text, not with a slogan” [7] [5]

  Ilse Varga (Deputy Prime Minister, Karsovia) proposed, addressing Meldane Islands
    Karsovia would withdraw its patrol boats to the twelve-mile line if the harbour of
    Lissa is reopened to its freighters [8] [7]

  Noa Ben-Ami (Foreign Secretary, Meldane Islands) said, 7 March 2031
    the Islands had not received the Karsovian draft [10] [6]

  \u2068נועה בן-עמי\u2069 (Meldane Islands) demanded, via \u2068רדיו מלדן\u2069
    “\u2068בלי פיקוח אין הסכם\u2069” [11]

  \u2068المتحدث باسم وزارة الخارجية الأرونية\u2069 (Aruun) said
    \u2068الوساطة ستستمر\u2069 [12]
      “\u2068حتى آخر يوم\u2069”

  A person close to the mediators claimed, via the Harbour Post (anonymous, hedged)
    the two sides had reportedly agreed on a list of 214 prisoners [13]

  Karsov Tribune claimed (hedged)
    the list was longer [14] [13]
      “circles in the admiralty”

  Coast Guard (Meldane Islands) denied
    that it had fired on a freighter on 6 March [15]

Positions
  Karsovia, patrol boats: withdrawal to the twelve-mile line if the harbour of Lissa
    is reopened [8]
  Karsovia, inspections: rejects any inspection of its ships by third parties [9]
  Meldane Islands, inspections: no agreement without inspections (not judged) [11]

Agreements
  Karsovia and Meldane Islands: a list of 214 prisoners (tentative) [13]

Documents
  Lissa Protocol, from Meldane Islands, to Karsovia, 28 February 2031 (delivered) [17]
  Karsovian draft, from Karsovia, March 2031 (awaited) [10] [18]

Timeline
  February 2031: the fighting began [3]
  Fri 28 February 2031: The Islands handed over a paper on inspections [17]
  Week of 24 February 2031: both sides exchanged letters through Aruun 🕊️ [16]
  Mon 10 March 2031, 10:30: third round in Port Hessen (planned) [1] [2]

Open questions
  Who would guard the harbour after a withdrawal [19]

Next steps
  The admirals are to speak on a direct line from Wednesday [20]
  A fourth round in April [21]

Sources
  Tern Wire [7]
  Karsov Tribune: pro-government daily [14]

Evidence  the article's own words, by sentence number
   [1] The delegations of Karsovia and the Meldane Islands will meet again on
       Monday at the Salt Hall in Port Hessen, the Aruunian Foreign Ministry announced
       on Saturday.
   [2] The session is to begin at 10:30.
   [3] It will be the third round of talks on a ceasefire in the Strait of Ilmar
       since the fighting began in February.
   [4] The second round ended on 4 March
   [5] The Karsovian delegation is again led by Deputy Prime Minister Ilse Varga
       and includes Admiral Tomas Brandt.
   [6] The Islands will send Foreign Secretary Noa Ben-Ami, who did not attend the
       earlier rounds.
   [7] "We come with a text, not with a slogan," Varga told Tern Wire before she
       left.
   [8] She said that Karsovia would withdraw its patrol boats to the twelve-mile
       line if the harbour of Lissa is reopened to its freighters.
   [9] Karsovia has long rejected any inspection of its ships by third parties.
  [10] Ben-Ami said on Friday that the Islands had not received the Karsovian
       draft.
  [11] \u2068נועה בן-עמי אמרה לרדיו מלדן: "בלי פיקוח אין הסכם".\u2069
  [12] \u2068وقال المتحدث باسم وزارة الخارجية الأرونية إن الوساطة ستستمر "حتى آخر يوم".\u2069
  [13] A person close to the mediators, who asked not to be named, told the Harbour
       Post that the two sides had reportedly agreed on a list of 214 prisoners.
  [14] The pro-government daily Karsov Tribune, citing "circles in the admiralty",
       claimed that the list was longer.
  [15] Meldane's Coast Guard denied
  [16] In the week before, both sides exchanged letters through Aruun 🕊️.
  [17] The Islands handed over a paper on inspections, known as the "Lissa
       Protocol", on 28 February.
  [18] Karsovia promised its answer for March.
  [19] Who would guard the harbour after a withdrawal
  [20] The admirals are to speak on a direct line from Wednesday.
  [21] A fourth round is pencilled in for April.

Verification
  30 of 31 facts are supported by the article's own words; 1 line could not be judged. 2
  answers of the model were refused and left out.
  Draft statement 7, content: The number is not the one in the sentence. (altered)
    Model said  the two sides agreed on a list of 241 prisoners
    Difference  "214" became "241"
  Draft statement 9, outlet 1: No cited sentence names this outlet. (not in the
    article)
    Model said  Reuters
  Position 3, stance: The evidence is in another language than the line, so that its
    words can't be compared. (not judged)

Provenance
  The question for members of the delegations was asked once only: the time allowed
    was short. (note)
  Model     embedded/qwen2.5-coder-1.5b
  Made      8 March 2031, 17:42 UTC, in 48.6 s
  Calls     3 calls to the model, 1 failed: timeline, answer truncated
  Tokens    4,920 read, 1,069 written
  Cost      $0.0123
  Software  summarizer 0.1.0, format version 1
  Prompts   bottom_line 1, statements 3
  Article   1,762 characters in 21 sentences, SHA-256
            b51b7c96654b4c76aa1bc3e102d5288c3c9ae68010a0717a17a901b7c527df17
""")


def test_as_little_as_there_can_be() -> None:
    assert render_terminal(BARE, color=False) == snapshot("""\
Briefing of an untitled article
1 fact, supported; nothing refused

Bottom line
  Talks go on. [2]

Evidence  the article's own words, by sentence number
  [2] The session is to begin at 10:30.

Verification
  The one fact is supported by the article's own words. Nothing was refused.

Provenance
  Model     m
  Made      8 March 2031, 00:00 UTC, in 0.0 s
  Calls     0 calls to the model
  Tokens    0 read, 0 written
  Software  summarizer 0.1.0, format version 1
  Article   1,762 characters in 21 sentences, SHA-256
            b51b7c96654b4c76aa1bc3e102d5288c3c9ae68010a0717a17a901b7c527df17
""")


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in render_terminal(BRIEFING, color=False)


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = render_terminal(BRIEFING, color=True)
    assert "\x1b[1;36mBottom line\x1b[0m" in coloured
    assert "\x1b[2mParties    \x1b[0mKarsovia and Meldane Islands\n" in coloured
    assert "\x1b[36m [2] \x1b[0mThe session is to begin at 10:30.\n" in coloured
    assert COLOUR.sub("", coloured) == render_terminal(BRIEFING, color=False)


def test_the_environment_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = render_terminal(BRIEFING, color=True)
    for variable, value in {"NO_COLOR": "1", "COLUMNS": "20", "TERM": "dumb"}.items():
        monkeypatch.setenv(variable, value)
    assert render_terminal(BRIEFING, color=True) == expected


@pytest.mark.parametrize("width", [1, 30, 47, 80, 100, 400])
def test_rows_keep_to_the_width(width: int) -> None:
    rows = render_terminal(filled(lambda index: HOSTILE[index % len(HOSTILE)]), width=width, color=False)
    assert max(cell_len(row) for row in rows.splitlines()) <= min(max(width, 30), 100)


def test_every_word_of_the_briefing_is_there() -> None:
    briefing = filled(lambda index: f"W{index}W")
    text = render_terminal(briefing, color=False)
    words = re.findall(r"W\d+W", briefing.model_dump_json())
    assert len(words) > 80
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("color", [False, True])
def test_nothing_steers_the_terminal(text: str, color: bool) -> None:
    _check(text, color)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), st.booleans())
def test_no_text_steers_the_terminal(text: str, color: bool) -> None:
    _check(text, color)


def _check(text: str, color: bool) -> None:
    out = render_terminal(filled(lambda index: f"{text}{index}"), color=color)
    acting = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\u2028\u2029]")
    assert acting.findall(COLOUR.sub("", out) if color else out) == []
    assert out.count("\u2068") == out.count("\u2069")


def test_markup_of_the_terminal_library_is_text() -> None:
    assert "[bold red]x[/]" in render_terminal(filled(lambda _: "[bold red]x[/]"), color=False)
