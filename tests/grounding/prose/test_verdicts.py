"""Every kind of change that a free text can make to its evidence, and what is no change."""

from __future__ import annotations

import pytest

from summarizer.grounding.prose import judge_prose
from summarizer.grounding.prose.judge import OTHER_LANGUAGE
from summarizer.grounding.scene import Scene
from summarizer.grounding.verdicts import Verdict
from tests.grounding.worlds import article

HELD = "The evidence holds each of its names, numbers, dates and words of meaning."
NAMES = "Foreign Minister Petra Rau of Ruritania met Ilko Moll in Hong Kong. The Strelsau envoy saw U.N. ships."
GERMAN = "Außenministerin Petra Rau sprach in Zenda über den Fisch. Die Regierung schwieg."
COUNTS = "Rau has 12 ships and 40 per cent of boats."
TWO_DAYS = "Rau came on 10 March, left on 11 March."


def verdict_on(evidence: str, text: str, language: str = "en", prose_language: str | None = None) -> Verdict:
    read = Scene(article(evidence, language=language), prose_language)
    return judge_prose(text, read.article.sentences, read)


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        # Names: forms of them, words of grammar, whole names beside each other.
        (NAMES, "Petra Rau met Moll."),
        (NAMES, "Ships met Moll."),
        (NAMES, "The Petra Rau."),
        (NAMES, "And Petra Rau"),
        (NAMES, "Strelsau's ships"),
        (NAMES, "Moll’s ships"),
        (NAMES, "UN ships"),
        (NAMES, "Ruritanian ships"),
        ("The Ruritanian ships rose.", "Ships of Ruritania rose."),
        (NAMES, "Hong Kong. Petra Rau met."),
        ("The UN ships rose.", "U.N. ships rose."),
        ("Nato ships rose.", "NATO ships rose."),
        ("Petra Rau met Ilko Moll. A herring was eaten.", "Herring was eaten by Rau."),
        # Quoted words: those of a single letter are not compared.
        ("Rau called it “a first step”.", "Rau called it “A”."),
        # Dates: a wider one, one end of a span, the same words.
        (TWO_DAYS, "Rau came in March."),
        (TWO_DAYS, "Rau came in 2031."),
        ("Rau came from 10 to 12 March.", "Rau came until 12 March."),
        ("Rau came on Thursday. On Thursday last week Moll came.", "Moll came on Thursday."),
        # Numbers: without what they count, as figures or words, beside a common word.
        ("Rau has 12 ships at sea.", "Rau has 12."),
        ("Rau has 2 ships.", "Rau has two ships."),
        ("Rau has 12 ships. Moll has 20 boats.", "Rau has 20 boats."),
        ("They meet at 13:00 on 3 March.", "They meet at 13:00."),
        # Polarity: of another sentence, in other words, only seemingly negated.
        ("Rau did not accept the plan, and Moll signed.", "Rau did not accept."),
        ("Rau may sign. Moll signed.", "Moll signed it."),
        ("Rau may sign.", "Rau could sign."),
        ("Rau signed.", "Rau did not only sign."),
        ("Rau signed the non-paper.", "Rau signed the non-paper again."),
        ("Prices declined, Rau signed.", "Rau signed."),
        ("Rau did not eat the old fish.", "Rau has no old fish."),
        # Speakers: a shorter name, a speaker without a name.
        ("Petra Rau said that fish is dear.", "Petra said that fish is dear."),
        ("Rau said that fish is dear. Moll said that nets are old.", "Moll said that fish is dear."),
        ("A fisherman said that Moll eats.", "Moll said he eats."),
        # Who does what to whom: passive for active, both ways round, a mark between, no verb, too far apart.
        ("Rau invited Moll.", "Moll was invited by Rau."),
        ("Rau invited Moll, and Moll invited Rau.", "Moll invited Rau."),
        ("Rau invited; Moll came.", "Moll invited Rau."),
        ("Rau of Zenda", "Zenda of Rau"),
        ("Rau attacked the very long and quite old and really rather rusty ships of Moll.", "Moll attacked Rau."),
        ("Rau met Moll. Rau smiled.", "Rau met Rau."),
        # Words for the same act or thing of negotiations.
        ("Rau held talks.", "Rau held negotiations."),
        ("The delegation slept.", "The team slept."),
        ("The plans were planned.", "The plan"),
    ],
)
def test_no_change(evidence: str, text: str) -> None:
    assert verdict_on(evidence, text) == Verdict("supported", HELD)


@pytest.mark.parametrize(
    ("evidence", "text", "difference"),
    [
        (NAMES, "King Rau", "“King” for “Kong”"),
        (NAMES, "Petra Rao met Moll.", "“Rao” for “Rau”"),
        ("Rau came from 10 to 12 March.", "Rau came from 10 to 13 March.",
            "“from 10 to 13 March” for “from 10 to 12 March”"),
        *(
            (TWO_DAYS, f"Rau came {words}.", f"“{date}” for “10 March” or “11 March”")
            for words, date in (
                ("on 12 March", "12 March"), ("on Tuesday", "Tuesday"), ("on 3 March 2030", "3 March 2030"),
                ("in 2030", "2030"), ("in April", "April"), ("next week", "next week"),
                ("10 to 12 March", "10 to 12 March"),
            )
        ),
        (COUNTS, "Rau has 13 ships.", "“13” for “12”"),
        (COUNTS, "Rau has 12% of ships.", "“12 %” for “12”"),
        (COUNTS, "Rau has 5% of ships.", "“5 %” for “40 %”"),
        (COUNTS, "Rau has 40 ships.", "“40” for “40 %”"),
        ("Rau freed 12 old grey ships.", "Rau freed 15 grey ships.", "“15” for “12”"),
        ("Rau has 12 ships. Moll has 20 boats.", "Moll has 12 boats.", "“12” for “20”"),
        (
            "Rau has 12 ships. Moll has 20 boats.",
            "Rau has 20 ships. Moll has 12 boats.",
            "“20” for “12”; “12” for “20”",
        ),
        ("Rau did not accept the plan, and Moll signed.", "Moll did not sign.", "“not” added"),
        ("Rau accepted. Moll did not sign.", "Moll signed.", "“not” left out"),
        ("Rau did not eat the old fish.", "Rau eats.", "“not” left out"),
        ("Rau may not sign.", "Rau signs.", "“may” left out"),
        ("Rau may eat and did not sign.", "Rau signs and eats.", "“not” left out; “may” left out"),
        ("Rau may sign.", "Rau will sign.", "“may” left out"),
        ("Rau declined to sign.", "Rau signed.", "“declined” left out"),
        ("“Fish is dear,” said Rau to Moll.", "Moll said fish is dear.", "“Moll” for “Rau” as the speaker"),
        ("Petra Rau invited Ilko Moll.", "Moll invited Rau.", "“Moll” and “Rau” changed places"),
        ("Ilko Moll invited Petra Rau.", "Petra Rau invited Ilko Moll.", "“Petra Rau” and “Ilko Moll” changed places"),
        ("Rau invited Moll.", "Rau was invited by Moll.", "“Rau” and “Moll” changed places"),
        ("Rau was invited by Moll.", "Moll was invited by Rau.", "“Moll” and “Rau” changed places"),
        ("Prices rose. Rau slept.", "Rau fell.", "“fell” for “rose”"),
    ],
)  # fmt: skip
def test_a_change_is_told(evidence: str, text: str, difference: str) -> None:
    assert verdict_on(evidence, text) == Verdict("altered", f"Changed from the evidence: {difference}.", difference)


@pytest.mark.parametrize(
    ("evidence", "text", "missing"),
    [
        (NAMES, "Petra Moll met them.", "Petra Moll"),
        (NAMES, "Hong Moll", "Hong Moll"),
        (NAMES, "Ruritania Hong Kong", "Ruritania Hong Kong"),
        (NAMES, "Queens Rau", "Queens"),
        (NAMES, "Petra-Maria Rau", "Petra-Maria"),
        ("They told us so.", "The US so.", "US"),
        ("They told us so.", "The U.S. so.", "U.S"),
        ("Rau spoke to Moll.", "Rau <b>spoke</b>.", "<, >"),
        ("Rau spoke to Moll.", "Rau spoke {{x}}.", "{{, }}"),
        ("Rau spoke to Moll.", "Rau spoke https://a.b", "https://a.b"),
        ("Rau spoke to Moll.", "Rau | Moll", "|"),
        ("Rau called it “a first step”.", "Rau called it “up”.", "up"),
        ("Rau came on 12 March, 14 March and 15 March.", "Rau came on 13 March.", "13 March"),
        ("Rau came in March.", "Rau came on 10 March.", "10 March"),
        ("Rau has 12 ships, 40 per cent of boats and 5 per cent of fish.", "Rau has 7% of fish.", "7"),
        ("They meet on 3 March.", "They are 3.", "3"),
        ("Rau freed 12 of the very old rotten grey ships.", "Rau freed 15 grey ships.", "15"),
        ("Rau said that fish is dear.", "Lavik said that fish is dear.", "Lavik"),
    ],
)
def test_what_is_not_there_is_named(evidence: str, text: str, missing: str) -> None:
    found = verdict_on(evidence, text)
    assert (found.kind, found.difference) == ("absent", None)
    assert found.reason.removeprefix("Not in the evidence: ").split(".")[0] == missing.split(".")[0]


def test_what_lacks_and_what_changed_are_told_together() -> None:
    assert verdict_on("Nobody signed.", "Rau signed, and Rau ate.") == Verdict(
        "absent", "Not in the evidence: Rau. Changed from the evidence: “Nobody” left out.", "“Nobody” left out"
    )


@pytest.mark.parametrize(
    ("evidence", "text", "words"),
    [
        (NAMES, "Minister Moll came, and Rau came.", "“came”"),
        ("Rau met Moll.", "Moll said so.", "“said”"),
        ("Rau accepted the plan.", "Rau accepted the plan secretly.", "“secretly”"),
        ("Rau has 12 ships.", "Rau has 12 big red ships.", "“big”, “red”"),
        ("Prices rose.", "Prices fell and rose.", "“fell”"),
        ("Rau told a newspaper.", "Rau told an agency.", "“agency”"),
        ("Rau said that fish is dear.", "Rau warned that fish is dear.", "“warned”"),
    ],
)
def test_words_of_meaning_beyond_the_evidence(evidence: str, text: str, words: str) -> None:
    reason = f"No verdict on {words}: the evidence has no such words."
    assert verdict_on(evidence, text) == Verdict("unjudged", reason)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Herring spoke.", "unjudged", "No verdict on “Herring”: the evidence has no such words."),
        ("Salmon spoke.", "absent", "Not in the evidence: Salmon."),
        ("Rau spoke, Herring spoke.", "absent", "Not in the evidence: Herring."),
    ],
)
def test_a_first_word_that_the_article_has_in_lower_case_may_be_no_name(text: str, kind: str, reason: str) -> None:
    read = Scene(article("Petra Rau spoke. A herring swam."))
    found = judge_prose(text, read.real([1]), read)
    assert (found.kind, found.reason) == (kind, reason)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Rau sprach über den Fisch.", "supported", ""),
        ("Rau schwieg.", "supported", ""),
        ("Rau sprach über Hoffnung.", "unjudged", "“Hoffnung”"),
        ("Petra sprach über eine Gans.", "unjudged", "“Gans”"),
        ("Rau sprach über Lavia.", "absent", "Lavia"),
        ("Die Lavia schwieg.", "absent", "Lavia"),
    ],
)
def test_where_nouns_are_capitalised_an_ending_or_article_tells_them_from_names(
    text: str, kind: str, words: str
) -> None:
    found = verdict_on(GERMAN, text, "de")
    assert (found.kind, words in found.reason) == (kind, True)


@pytest.mark.parametrize(
    ("language", "evidence", "text"),
    [
        ("fr", "Rau invite Moll.", "Moll invite Rau."),
        ("es", "Rau visita Moll.", "Moll visita Rau."),
        ("de", "Rau besucht Moll.", "Moll besucht Rau."),
    ],
)
def test_who_acts_is_told_by_the_order_in_some_languages(language: str, evidence: str, text: str) -> None:
    found = verdict_on(evidence, text, language)
    assert found.kind == ("supported" if language == "de" else "altered")


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Petra Rau und Zenda.", "unjudged", OTHER_LANGUAGE),
        ("Rau schwieg nicht.", "unjudged", OTHER_LANGUAGE),
        ("Es war „ein Schritt“.", "unjudged", "No verdict on “ein Schritt”: the evidence has no such words."),
        ("Rau sprach über Lavia.", "absent", "Not in the evidence: Lavia."),
        ("Rau sprach 12 mal.", "absent", "Not in the evidence: 12."),
        ("Rau sprach am 12. Mai.", "altered", "Changed from the evidence: “12. Mai” for “10 March”."),
        ("Rau sprach am 10. März.", "unjudged", OTHER_LANGUAGE),
    ],
)  # fmt: skip
def test_in_another_language_names_numbers_and_dates_count(text: str, kind: str, reason: str) -> None:
    found = verdict_on("Petra Rau spoke in Zenda of “fish” on 10 March.", text, "en", "de")
    assert (found.kind, found.reason) == (kind, reason)
