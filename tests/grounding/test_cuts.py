"""Verbatim words whose cut changes what the article says: altered, and told what was lost."""

from __future__ import annotations

import pytest

from summarizer.grounding.quotes import judge_quote


@pytest.mark.parametrize(
    ("language", "text", "words", "lost"),
    [
        ("en", "Ruritania will not sign the treaty.", "sign the treaty", "“will” left out"),
        ("en", "Ruritania did not sign the treaty.", "sign the treaty", "“not” left out"),
        ("en", "He said it wouldn’t sign the treaty.", "sign the treaty", "“wouldn’t” left out"),
        ("en", "Graustark may send 300 men.", "send 300 men", "“may” left out"),
        ("en", "The offer was accepted by nobody.", "The offer was accepted", "“nobody” left out"),
        ("en", "It rose by 12 per cent.", "It rose by 12", "“per cent” cut off from the number"),
        ("en", "It cost 1.5 million crowns.", "million crowns", "“1.5” cut off from the number"),
        ("en", "the cease-fire holds", "fire holds", "cut inside a word"),
        ("de", "Sie könne die Forderung annehmen.", "die Forderung annehmen", "“könne” left out"),
        ("de", "Graustark unterschreibt den Vertrag nicht.", "Graustark unterschreibt den Vertrag", "“nicht” left out"),
        (
            "de",
            "Zenda unterschreibt den Vertrag bis Freitag nicht.",
            "Zenda unterschreibt den Vertrag",
            "“nicht” left out",
        ),
        ("uk", "Зенда не підпише після переговорів угоду.", "угоду", "“не” left out"),
        ("de", "Zenda müsse die Zölle senken.", "die Zölle senken", "“müsse” left out"),
        ("fr", "Le pays ne signera pas le traité.", "le traité", "“ne” left out"),
        ("es", "Zenda no quiso firmar el tratado.", "firmar el tratado", "“no” left out"),
        ("es", "Zenda tuvo que firmar el tratado.", "firmar el tratado", "“tuvo que” left out"),
        ("uk", "Зенда не підпише угоду.", "підпише угоду", "“не” left out"),
        ("uk", "Сторони мусили підписати угоду.", "підписати угоду", "“мусили” left out"),
        ("ru", "Зенде придётся подписать договор.", "подписать договор", "“придётся” left out"),
        ("cs", "Zenda nebude jednat o míru.", "jednat o míru", "“nebude” left out"),
        ("cs", "Zenda nepodepsala smlouvu.", "smlouvu", "“nepodepsala” left out"),
        ("ar", "قد يوقع الوزير الاتفاق", "يوقع الوزير الاتفاق", "“قد” left out"),
        ("ar", "ولم يوقع الوزير الاتفاق", "يوقع الوزير الاتفاق", "“ولم” left out"),
        ("zh", "该国不会签署和平条约。", "签署和平条约", "“不” left out"),
        ("en", "Rau will not, he said, sign the treaty.", "sign the treaty", "“will” left out"),
        ("en", "Rau did not (yet) sign the treaty.", "(yet) sign the treaty", "“not” left out"),
        ("en", "Rau did not — as planned — sign it.", "— as planned — sign it", "“not” left out"),
        ("en", "Rau “never” signed the treaty.", "signed the treaty", "“never” left out"),
        ("en", "Rau called “the old treaty” worthless and not binding.", "Rau called", "“not” left out"),
        ("en", "Rau will not pay 1.5 crowns a day.", "a day", "“will” left out"),
        ("en", "Rau will not leave at 10:30 and go home.", "go home", "“will” left out"),
        ("en", "They will not; the cease-fire of Zenda holds", "They will not; the cease", "cut inside a word"),
        ("en", "It was −5 degrees at dawn.", "5 degrees at dawn", "“−” cut off from the number"),
        ("en", "It took 1/2 of the men.", "2 of the men", "“1/” cut off from the number"),
        ("fr", "Ils ont 10 000 soldats.", "Ils ont 10", "“000” cut off from the number"),
    ],
)
def test_a_lost_operator_number_or_half_word_is_told(language: str, text: str, words: str, lost: str) -> None:
    verdict = judge_quote(words, text, language)
    assert (verdict.kind, verdict.difference) == ("altered", lost)
    assert verdict.places == ()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Ruritania will not sign the treaty.", "will not sign the treaty"),
        ("en", "It will not rain, and Rau signed the treaty.", "Rau signed the treaty"),
        ("en", "He did not say that Rau signed the treaty.", "Rau signed the treaty"),
        ("en", "He would not repeat “we sign today”.", "we sign today"),
        ("en", "Rau signed the treaty. It was not read.", "Rau signed the treaty"),
        ("en", "He would not repeat “we sign today”.", "“we sign today”"),
        ("en", "He could not wait and said: “we sign today” and left.", "we sign today"),
        ("en", "Rau would not “sign the treaty” today.", "sign the treaty"),
        ("en", "Rau signed, not Moll.", "Rau signed,"),
        ("en", "Rau signed - not Moll.", "Rau signed"),
        ("en", "Rau would not wait, l’accord is signed.", "l’accord is signed"),
        ("en", "No, Rau said, the treaty is signed.", "the treaty is signed"),
        ("en", "Moll did not sign (Rau did).", "Rau did"),
        ("en", "They could, and Moll signed.", "and Moll signed"),
        ("en", "From 10-12 March, 300 men stood there.", "300 men stood there"),
        ("en", "In May 2031 Rau signed the treaty.", "Rau signed the treaty"),
        ("de", "Rau kann warten, bis Moll den Vertrag unterschreibt.", "Moll den Vertrag unterschreibt"),
        ("de", "Moll wartet, bis Rau nicht mehr zögert.", "Moll wartet"),
        ("fr", "Le ministre signe l’accord de paix.", "accord de paix"),
        ("cs", "V německé delegaci jsou tři ministři.", "delegaci jsou tři ministři"),
        ("cs", "Největší sál je v neděli plný.", "plný"),
        ("ar", "وقد وقع الوزير الاتفاق", "وقع الوزير الاتفاق"),
        ("xx", "Zu nod segne treti.", "segne treti"),
    ],
)
def test_what_stands_in_another_clause_or_turns_nothing_is_not_lost(language: str, text: str, words: str) -> None:
    verdict = judge_quote(words, text, language)
    assert verdict.kind == "supported"
    assert [text[start:end] for start, end in verdict.places] == [words]


def test_the_same_words_twice_are_supported_where_one_place_has_lost_nothing() -> None:
    text = "Rau will not sign the treaty. Moll wants to sign the treaty."
    verdict = judge_quote("sign the treaty", text, "en")
    assert verdict.kind == "supported"
    assert len(verdict.places) == 2
