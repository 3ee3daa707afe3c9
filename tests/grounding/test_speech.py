"""Who speaks and who does not, what kind of utterance it is, and whether the article distances itself.

In six languages; of others the verification says that it could not judge.
"""

from __future__ import annotations

import pytest

from summarizer.grounding.ground import Grounded, ground
from tests.grounding.worlds import article, draft, refusals, statement


def said_by(who: str, text: str, language: str | None) -> Grounded:
    return ground(article(text, language=language), draft(statements=[statement(1, who)]))


ACTS = [
    ("en", "Petra Rau denied that it rains.", "denied"),
    ("en", "Petra Rau rejected the plan.", "rejected"),
    ("en", "Petra Rau refused to accept the plan.", "rejected"),
    ("en", "Petra Rau declined to comment.", "declined"),
    ("en", "Petra Rau did not say when talks resume.", "declined"),
    ("en", "Petra Rau would not confirm the visit.", "declined"),
    ("en", "Petra Rau has not commented on the plan.", "declined"),
    ("en", "Petra Rau never agreed to the plan.", "rejected"),
    ("en", "Petra Rau did not immediately respond to a request.", "declined"),
    ("en", "Petra Rau did not rule out talks.", "said"),
    ("en", "Petra Rau did not deny the visit.", "said"),
    ("en", "Petra Rau made no comment.", "declined"),
    ("en", "Petra Rau neither confirmed nor denied the visit.", "declined"),
    ("en", "Petra Rau gave no comment.", "declined"),
    ("en", "Petra Rau dismissed the claims as lies.", "rejected"),
    ("en", "Petra Rau does not agree with the plan.", "rejected"),
    ("en", "Petra Rau does not expect talks.", "expected"),
    ("en", "Petra Rau can't confirm it.", "declined"),
    ("en", "Petra Rau said it rains.", "said"),
    ("uk", "Петра Рау заперечила, що йде дощ.", "denied"),
    ("uk", "Петра Рау відкинула план.", "rejected"),
    ("uk", "Петра Рау відмовилася від коментарів.", "declined"),
    ("uk", "Петра Рау не сказала, коли будуть переговори.", "declined"),
    ("uk", "Петра Рау не підтвердила візит.", "declined"),
    ("uk", "Петра Рау не погодилася на план.", "rejected"),
    ("uk", "Петра Рау спростувала ці слова.", "denied"),
    ("uk", "Петра Рау не коментувала план.", "declined"),
    ("uk", "Петра Рау поки не прокоментувала план.", "declined"),
    ("uk", "Петра Рау не заперечує, що йде дощ.", "said"),
    ("uk", "Петра Рау відмовилася підписати угоду.", "rejected"),
    ("uk", "Петра Рау сказала, що йде дощ.", "said"),
    ("ru", "Петра Рау отрицала, что идёт дождь.", "denied"),
    ("ru", "Петра Рау отвергла план.", "rejected"),
    ("ru", "Петра Рау отказалась от комментариев.", "declined"),
    ("ru", "Петра Рау не сказала, когда будут переговоры.", "declined"),
    ("ru", "Петра Рау не подтвердила визит.", "declined"),
    ("ru", "Петра Рау не согласилась на план.", "rejected"),
    ("ru", "Петра Рау опровергла эти слова.", "denied"),
    ("ru", "Петра Рау не комментировала план.", "declined"),
    ("ru", "Петра Рау не стала комментировать план.", "declined"),
    ("ru", "Петра Рау отказалась подписать договор.", "rejected"),
    ("ru", "Петра Рау сказала, что идёт дождь.", "said"),
    ("es", "Petra Rau negó que llueva.", "denied"),
    ("es", "Petra Rau rechazó el plan.", "rejected"),
    ("es", "Petra Rau se negó a comentar el plan.", "declined"),
    ("es", "Petra Rau no dijo cuándo habrá reunión.", "declined"),
    ("es", "Petra Rau no confirmó la visita.", "declined"),
    ("es", "Petra Rau no aceptó el plan.", "rejected"),
    ("es", "Petra Rau desmintió esas palabras.", "denied"),
    ("es", "Petra Rau no quiso hacer comentarios.", "declined"),
    ("es", "Petra Rau declinó comentar el plan.", "declined"),
    ("es", "Petra Rau se negó a firmar el acuerdo.", "rejected"),
    ("es", "Petra Rau no ha comentado el plan.", "declined"),
    ("es", "Petra Rau dijo que llueve.", "said"),
    ("fr", "Petra Rau a nié qu’il pleuve.", "denied"),
    ("fr", "Petra Rau a rejeté le plan.", "rejected"),
    ("fr", "Petra Rau a refusé de commenter le plan.", "declined"),
    ("fr", "Petra Rau n’a pas dit quand aura lieu la réunion.", "declined"),
    ("fr", "Petra Rau n’a pas confirmé la visite.", "declined"),
    ("fr", "Petra Rau n’a pas accepté le plan.", "rejected"),
    ("fr", "Petra Rau a démenti ces propos.", "denied"),
    ("fr", "Petra Rau n’a pas souhaité commenter.", "declined"),
    ("fr", "Petra Rau a refusé de signer l’accord.", "rejected"),
    ("fr", "Petra Rau n’a pas commenté le plan.", "declined"),
    ("fr", "Petra Rau a dit qu’il pleut.", "said"),
    ("de", "Petra Rau bestritt, dass es regnet.", "denied"),
    ("de", "Petra Rau lehnte den Plan ab.", "rejected"),
    ("de", "Petra Rau wollte sich nicht äußern.", "declined"),
    ("de", "Petra Rau sagte nicht, wann die Gespräche beginnen.", "declined"),
    ("de", "Petra Rau bestätigte den Besuch nicht.", "declined"),
    ("de", "Petra Rau stimmte dem Plan nicht zu.", "rejected"),
    ("de", "Petra Rau dementierte die Berichte.", "denied"),
    ("de", "Petra Rau lehnte einen Kommentar ab.", "declined"),
    ("de", "Petra Rau weigerte sich, das Abkommen zu unterzeichnen.", "rejected"),
    ("de", "Petra Rau wies die Vorwürfe zurück.", "rejected"),
    ("de", "Petra Rau hat den Plan nicht kommentiert.", "declined"),
    ("de", "Petra Rau hat den Besuch nicht bestätigt.", "declined"),
    ("de", "Petra Rau sagte, es regne.", "said"),
    ("de", "Petra Rau sagte, dass das Abkommen gelten soll.", "said"),
    ("en", "No official said that it rains.", "declined"),
    ("es", "Nadie en Zenda dijo eso.", "declined"),
    ("de", "Kein Sprecher bestätigte den Besuch.", "declined"),
    ("en", "“I did not say it rains,” Petra Rau said.", "said"),
    ("de", "Petra Rau sagte, dass es nicht regnet.", "said"),
    ("de", "Petra Rau bestätigte nicht nur den Besuch.", "confirmed"),
]


@pytest.mark.parametrize(("language", "text", "act"), ACTS)
def test_the_verb_and_its_negation_tell_what_kind_of_utterance_it_is(language: str, text: str, act: str) -> None:
    who = next((name for name in ("Petra Rau", "Петра Рау") if name in text), "")
    others = {"No official said": "official", "Nadie en": "Nadie en Zenda", "Kein Sprecher": "Kein Sprecher"}
    who = who or next(words for start, words in others.items() if text.startswith(start))
    result = said_by(who, text, language)
    assert [s.act for s in result.statements] == [act]


HEDGED = [
    ("en", "Petra Rau reportedly said it rains.", True),
    ("en", "Petra Rau is believed to have said it rains.", True),
    ("en", "Petra Rau said it rains, the Herald reported, citing sources.", True),
    ("en", "Petra Rau allegedly threatened Moll.", True),
    ("en", "According to unconfirmed reports, Petra Rau said it rains.", True),
    ("en", "Petra Rau said it rains.", False),
    ("en", "Petra Rau is said to have warned Moll.", True),
    ("en", "Petra Rau said the alleged plan fails.", True),
    ("en", "Petra Rau claimed that it rains.", True),
    ("en", "Petra Rau said it rains, according to people familiar with the matter.", True),
    ("en", "Petra Rau said it apparently rains.", True),
    ("uk", "Петра Рау нібито сказала, що йде дощ.", True),
    ("uk", "За даними джерел, Петра Рау сказала, що йде дощ.", True),
    ("uk", "Петра Рау сказала, що йде дощ, повідомляє «Герольд» із посиланням на джерела.", True),
    ("uk", "Петра Рау, ймовірно, заявила, що йде дощ.", True),
    ("uk", "За даними «Герольда», Петра Рау сказала це.", True),
    ("uk", "Петра Рау сказала, що йде дощ.", False),
    ("ru", "Петра Рау якобы сказала, что идёт дождь.", True),
    ("ru", "По данным источников, Петра Рау сказала, что идёт дождь.", True),
    ("ru", "Петра Рау сказала, что идёт дождь, сообщает «Герольд» со ссылкой на источники.", True),
    ("ru", "Петра Рау, предположительно, заявила, что идёт дождь.", True),
    ("ru", "По неподтверждённым данным, Петра Рау сказала это.", True),
    ("ru", "Петра Рау сказала, что идёт дождь.", False),
    ("es", "Petra Rau supuestamente dijo que llueve.", True),
    ("es", "Según fuentes anónimas, Petra Rau dijo que llueve.", True),
    ("es", "Petra Rau dijo que llueve, informó el Herald citando fuentes.", True),
    ("es", "Petra Rau habría dicho que llueve.", True),
    ("es", "Petra Rau, al parecer, dijo que llueve.", True),
    ("es", "Petra Rau dijo que llueve.", False),
    ("fr", "Petra Rau aurait dit qu’il pleut.", True),
    ("fr", "Selon des sources, Petra Rau a dit qu’il pleut.", True),
    ("fr", "Petra Rau a dit qu’il pleut, a rapporté le Herald, citant des sources.", True),
    ("fr", "Petra Rau aurait déclaré qu’il pleut.", True),
    ("fr", "Petra Rau a prétendument dit qu’il pleut.", True),
    ("fr", "Petra Rau a dit qu’il pleut.", False),
    ("de", "Petra Rau sagte angeblich, es regne.", True),
    ("de", "Petra Rau soll gesagt haben, dass es regnet.", True),
    ("de", "Laut unbestätigten Berichten sagte Petra Rau, es regne.", True),
    ("de", "Petra Rau sagte dem Vernehmen nach, es regne.", True),
    ("de", "Petra Rau sagte, es regne.", False),
    ("de", "Petra Rau sagte mutmaßlich, es regne.", True),
    ("de", "Petra Rau sagte, dass das Abkommen gelten soll.", False),
    ("en", "Petra Rau dismissed the claims as lies.", False),
    ("en", "“They reportedly wait,” Petra Rau said.", False),
    ("en", "Petra Rau said it rains, according to Hentzau TV.", True),
]


@pytest.mark.parametrize(("language", "text", "hedged"), HEDGED)
def test_words_of_distance_and_accounts_of_others_are_hedges(language: str, text: str, hedged: bool) -> None:
    who = "Petra Rau" if "Petra Rau" in text else "Петра Рау"
    assert [s.hedged for s in said_by(who, text, language).statements] == [hedged]


SPEAKERS = [
    ("en", "Petra Rau said that Ilko Moll will resign.", "Ilko Moll", "Petra Rau"),
    ("en", "Petra Rau told Ilko Moll that it rains.", "Ilko Moll", "Petra Rau"),
    ("en", "Petra Rau criticised Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("en", "Petra Rau accused Ilko Moll of lying.", "Ilko Moll", "Petra Rau"),
    ("en", "Ilko Moll was accused by Petra Rau of lying.", "Ilko Moll", "Petra Rau"),
    ("en", "Ilko Moll was told by Petra Rau that it rains.", "Ilko Moll", "Petra Rau"),
    ("en", "Petra Rau said of Ilko Moll that he lies.", "Ilko Moll", "Petra Rau"),
    ("en", "In a letter to Ilko Moll, Petra Rau warned of rain.", "Ilko Moll", "Petra Rau"),
    ("en", "“It rains,” Petra Rau told Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("en", "Ilko Moll's visit was a success, Petra Rau said.", "Ilko Moll", "Petra Rau"),
    ("en", "Petra Rau, who met Ilko Moll, said it rains.", "Ilko Moll", "Petra Rau"),
    ("en", "After talks with Ilko Moll, Petra Rau said it rains.", "Ilko Moll", "Petra Rau"),
    ("en", "Asked about Ilko Moll, Petra Rau declined to comment.", "Ilko Moll", "Petra Rau"),
    ("en", "The terms of the Moll pact were not disclosed.", "The terms of the Moll pact", None),
    ("en", "Ilko Moll is expected in Zenda.", "Ilko Moll", None),
    ("en", "Ilko Moll will travel to Zenda.", "Ilko Moll", None),
    ("en", "Ilko Moll met Petra Rau in Zenda.", "Petra Rau", None),
    ("uk", "Петра Рау заявила, що Ілько Мольд піде.", "Ілько Мольд", "Петра Рау"),
    ("uk", "Петра Рау повідомила Ілька Мольда, що йде дощ.", "Ілько Мольд", "Петра Рау"),
    ("uk", "Петра Рау розкритикувала Ілька Мольда.", "Ілько Мольд", "Петра Рау"),
    ("uk", "Після зустрічі з Ільком Мольдом Петра Рау сказала, що йде дощ.", "Ілько Мольд", "Петра Рау"),
    ("uk", "«Іде дощ», — сказала Петра Рау Ількові Мольду.", "Ілько Мольд", "Петра Рау"),
    ("uk", "Про візит Ілька Мольда повідомила Петра Рау.", "Ілько Мольд", "Петра Рау"),
    ("uk", "Ілько Мольд прибув до Зенди.", "Ілько Мольд", None),
    ("ru", "Петра Рау заявила, что Илько Мольд уйдёт.", "Илько Мольд", "Петра Рау"),
    ("ru", "Петра Рау сообщила Ильку Мольду, что идёт дождь.", "Илько Мольд", "Петра Рау"),
    ("ru", "Петра Рау раскритиковала Илька Мольда.", "Илько Мольд", "Петра Рау"),
    ("ru", "После встречи с Ильком Мольдом Петра Рау сказала, что идёт дождь.", "Илько Мольд", "Петра Рау"),
    ("ru", "«Идёт дождь», — сказала Петра Рау Ильку Мольду.", "Илько Мольд", "Петра Рау"),
    ("ru", "О визите Илька Мольда сообщила Петра Рау.", "Илько Мольд", "Петра Рау"),
    ("ru", "Илько Мольд прибыл в Зенду.", "Илько Мольд", None),
    ("es", "Petra Rau dijo que Ilko Moll dimitirá.", "Ilko Moll", "Petra Rau"),
    ("es", "Petra Rau dijo a Ilko Moll que llueve.", "Ilko Moll", "Petra Rau"),
    ("es", "Petra Rau criticó a Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("es", "Tras reunirse con Ilko Moll, Petra Rau dijo que llueve.", "Ilko Moll", "Petra Rau"),
    ("es", "«Llueve», dijo Petra Rau a Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("es", "Ilko Moll llegó a Zenda.", "Ilko Moll", None),
    ("fr", "Petra Rau a dit qu’Ilko Moll démissionnera.", "Ilko Moll", "Petra Rau"),
    ("fr", "Petra Rau a dit à Ilko Moll qu’il pleut.", "Ilko Moll", "Petra Rau"),
    ("fr", "Petra Rau a critiqué Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("fr", "Après sa rencontre avec Ilko Moll, Petra Rau a dit qu’il pleut.", "Ilko Moll", "Petra Rau"),
    ("fr", "« Il pleut », a dit Petra Rau à Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("fr", "Ilko Moll est arrivé à Zenda.", "Ilko Moll", None),
    ("de", "Petra Rau sagte, dass Ilko Moll zurücktritt.", "Ilko Moll", "Petra Rau"),
    ("de", "Petra Rau sagte Ilko Moll, dass es regnet.", "Ilko Moll", "Petra Rau"),
    ("de", "Petra Rau kritisierte Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("de", "Nach einem Treffen mit Ilko Moll sagte Petra Rau, es regne.", "Ilko Moll", "Petra Rau"),
    ("de", "„Es regnet“, sagte Petra Rau zu Ilko Moll.", "Ilko Moll", "Petra Rau"),
    ("de", "Ilko Moll reiste nach Zenda.", "Ilko Moll", None),
]


@pytest.mark.parametrize(("language", "text", "other", "speaker"), SPEAKERS)
def test_who_is_spoken_of_or_to_does_not_speak(language: str, text: str, other: str, speaker: str | None) -> None:
    refused = said_by(other, text, language)
    assert refused.statements == []
    assert "/statements/0/speaker" in refusals(refused)
    if speaker is not None:
        assert len(said_by(speaker, text, language).statements) == 1


@pytest.mark.parametrize("language", ["pl", "tr", None])
def test_in_other_languages_nothing_is_told_of_act_and_distance(language: str | None) -> None:
    result = said_by("Petra Rau", "Petra Rau rzekła, że pada.", language)
    assert [(s.act, s.hedged) for s in result.statements] == [("said", False)]
