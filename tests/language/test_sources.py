"""Speakers whom a sentence names behind, between or without its verbs of speech."""

from __future__ import annotations

import pytest

from summarizer.language import rules_for
from summarizer.language.attribution import Attribution, Span, find_attributions


def words(sentence: str, span: Span | None) -> str | None:
    return sentence[slice(*span)] if span is not None else None


def told(language: str, sentence: str) -> list[Attribution]:
    rules = rules_for(language)
    assert rules is not None
    return list(find_attributions(sentence, rules))


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "act"),
    [
        # Behind a clause with a verb of its own, and with an apposition at the end.
        ("en", "Lavia asked for rest, as its port was shut, said Nils Arp, the chief umpire.", "Nils Arp", "said"),
        ("fr", "La Lavie a demandé du repos, a dit Anne Brel, secrétaire d'État, qui la conduit.", "Anne Brel", "said"),
        ("en", "The clothes, which no one wore, were kept, said Ana Moss, of the museum.", "Ana Moss", "said"),
        ("en", "Lavia demands that its sailors be freed, said Nils Arp, the chief umpire, in Zenda.", "Nils Arp",
         "said"),
        ("fr", "Le groupe reprendra lundi les débats, qui ont cessé, a dit Anne Brel, ministre.", "Anne Brel", "said"),
        ("ru", "Пленных не было, заявил во вторник капитан Лев Торн.", "капитан Лев Торн", "said"),
        ("ru", "Пленные есть, заявил во вторник газете «Эхо» капитан Лев Торн.", "капитан Лев Торн", "said"),
        # Between commas.
        ("en", "Lavia demands 40 boats, a source in its team said, well above the 12 on offer.", "a source in its team",
         "said"),
        # Verbs of speech, also with a day in them.
        ("en", "Shipping Minister Ana Moss spoke on Tuesday of “an open window” at sea.", "Shipping Minister Ana Moss",
         "said"),
        ("en", "The chancellor, Ivo Brandt, gave no reason in his short note.", "Ivo Brandt", "declined"),
        ("en", "Lavia's army put the toll at 12, while Orm spoke of 15.", "Lavia's army", "said"),
        ("en", "The roof leaks, he specified.", "he", "said"),
        ("es", "El portavoz del Gobierno, Tomás Brand, habló de 90 heridos.", "Tomás Brand", "said"),
        # A name behind a role, behind "according to".
        ("fr", "Selon le porte-parole des marins, Jean Brel, les bateaux restent au port.", "Jean Brel", "said"),
        ("en", "According to the head of the fund, Anna Rau, it rained.", "Anna Rau", "said"),
        # A pronoun within "according to".
        ("ru", "По его словам, крыша течёт.", "его", "said"),
        ("uk", "За його словами, дах протікає.", "його", "said"),
    ],
)  # fmt: skip
def test_who_speaks(language: str, sentence: str, speaker: str, act: str) -> None:
    assert (speaker, act) in [(words(sentence, a.subject), a.act) for a in told(language, sentence)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "carrier"),
    [
        (
            "„Мы близки к цели“, — приводит слова посредника Ирмы Вельс агентство „Лоренская волна“.",
            "посредника Ирмы Вельс",
            "агентство „Лоренская волна“",
        ),
        (
            "«Мы близки к цели», — приводит агентство «Эхо Ланды» слова спецпосланника Пауля Орма.",
            "спецпосланника Пауля Орма",
            "агентство «Эхо Ланды»",
        ),
        (
            "Агентство «Эхо Ланды» приводит слова посредника Пауля Орма.",
            "посредника Пауля Орма",
            "Агентство «Эхо Ланды»",
        ),
    ],
)
def test_an_outlet_passes_on_the_words_of_another(sentence: str, speaker: str, carrier: str) -> None:
    (found,) = told("ru", sentence)
    assert (words(sentence, found.subject), words(sentence, found.carrier)) == (speaker, carrier)


@pytest.mark.parametrize("language_and_verb", [("ru", "заявил во вторник"), ("uk", "заявив")])
def test_an_outlet_in_quotation_marks_is_told_by_the_one_behind_it(language_and_verb: tuple[str, str]) -> None:
    language, verb = language_and_verb
    sentence = f"Ланда, {verb} «Радио Ланда» посол Лев Торн."
    (found,) = told(language, sentence)
    assert (words(sentence, found.subject), words(sentence, found.hearer)) == ("посол Лев Торн", "Радио Ланда")


@pytest.mark.parametrize(
    "sentence",
    [
        "The date was not specified.",
        "Moss gave no reason to doubt it.",
        "The bank put the rate at 3 per cent.",
        "Orm spoke on behalf of the union.",
    ],
)
def test_these_verbs_tell_of_no_speech(sentence: str) -> None:
    assert told("en", sentence) == []


def test_what_goes_on_behind_the_name_is_no_apposition() -> None:
    sentence = "Moss demanded that the boats leave, said Orm, the mayor, would be late."
    assert [words(sentence, a.subject) for a in told("en", sentence)] == ["Moss"]
