"""Who says what in a sentence: tables of invented sentences, a language each, and properties of any sentence."""

from __future__ import annotations

import itertools
import time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language import rules_for
from summarizer.language.attribution import Span, find_attributions, quoted_spans


class Said(NamedTuple):
    """What a sentence is expected to attribute, in its own words."""

    cue: str
    act: str
    subject: str | None
    hearer: str | None = None
    carrier: str | None = None


ENGLISH: list[tuple[str, list[Said]]] = [
    # The plain order, with titles, adverbs, auxiliaries.
    ("Rau said the talks had failed.", [Said("said", "said", "Rau")]),
    ("President Ilse Rau said that Lirren would sign.", [Said("said", "said", "President Ilse Rau")]),
    ("Rau later said the border was open.", [Said("said", "said", "Rau")]),
    ("The ministry has repeatedly denied the claim.", [Said("denied", "denied", "The ministry")]),
    ("Rau on Monday announced a pause.", [Said("announced", "announced", "Rau")]),
    ("On Monday, Rau announced a pause.", [Said("announced", "announced", "Rau")]),
    ("On 3 May Rau announced a pause.", [Said("announced", "announced", "Rau")]),
    ("In a statement the ministry rejected the plan.", [Said("rejected", "rejected", "the ministry")]),
    ("Two officials in Lirren said the deal was close.", [Said("said", "said", "Two officials in Lirren")]),
    ("The United States said it would not attend.", [Said("said", "said", "The United States")]),
    ("The Saint-Orme delegation said it was ready.", [Said("said", "said", "The Saint-Orme delegation")]),
    ("Vell-based analyst Mara Tohl said nobody was surprised.", [Said("said", "said", "Vell-based analyst Mara Tohl")]),
    ("Rep. Ana Moss (R-Ohm.) said the vote was fair.", [Said("said", "said", "Rep. Ana Moss")]),
    ("Norland, Chell and Kembe said they would sign.", [Said("said", "said", "Norland, Chell and Kembe")]),
    ("Rau and her deputy said they would stay.", [Said("said", "said", "Rau and her deputy")]),
    ("It says the terms are unfair.", [Said("says", "said", "It")]),
    ("The ban could start this week, said Ana Moss, an adviser.", [Said("said", "said", "Ana Moss")]),
    ("Ana Moss, who led it until this year, said Rau fell.", [Said("said", "said", "Ana Moss")]),
    ("Rau is said to have warned that it would fail.", [Said("warned", "warned", "Rau")]),
    ("No official confirmed the visit.", [Said("confirmed", "declined", "No official")]),
    ("Neither side denied it.", [Said("denied", "said", "side")]),
    ("Rau did not rule out talks.", [Said("rule out", "said", "Rau")]),
    # Appositions and relative clauses.
    ("Rau, the mayor of Lirren, said the road was closed.", [Said("said", "said", "Rau")]),
    ("Ilse Rau, 61, said she was tired.", [Said("said", "said", "Ilse Rau")]),
    ("Rau, the mayor of Lirren, Norland, said the road was closed.", [Said("said", "said", "Rau")]),
    ("Ilse Rau, head of the mission, said the road was closed.", [Said("said", "said", "Ilse Rau")]),
    ("On Monday, Rau, who has led the team since May, warned of war.", [Said("warned", "warned", "Rau")]),
    ("The official who led the team said it was over.", [Said("said", "said", "The official")]),
    ("The envoy met Ilse Rau, who said the road was closed.", [Said("said", "said", "Ilse Rau")]),
    ("The spokesman of the union, Jon Lind, said the strike was on.", [Said("said", "said", "Jon Lind")]),
    ("Rau — the mayor of Lirren — said the road was closed.", [Said("said", "said", "Rau")]),
    ("Rau, however, said the road was closed.", [Said("said", "said", "Rau")]),
    ("Rau, speaking to farmers in Lirren, said prices would fall.", [Said("said", "said", "Rau")]),
    # Quotes, and the order turned around.
    ("“We will sign,” Rau said.", [Said("said", "said", "Rau")]),
    ("“We will sign,” said Rau.", [Said("said", "said", "Rau")]),
    ("“We will sign,” said Ilse Rau, the mayor of Lirren.", [Said("said", "said", "Ilse Rau")]),
    ('"We will sign," said the head of the delegation.', [Said("said", "said", "the head of the delegation")]),
    ("‘We will sign,’ Rau told reporters.", [Said("told", "said", "Rau", "reporters")]),
    ("“We agreed,” Rau said, “and they claimed otherwise.”", [Said("said", "said", "Rau")]),
    ("We claimed nothing,” said Rau.", [Said("said", "said", "Rau")]),
    ('It is over," he said.', [Said("said", "said", "he")]),
    ("“We will sign,” she said, adding that Chell had warned her.", [Said("said", "said", "she")]),
    ("The road is closed, said Rau.", [Said("said", "said", "Rau")]),
    # Behind what was said, and in the middle of it.
    ("The talks will go on for a week, officials said.", [Said("said", "said", "officials")]),
    ("The talks, which Chell had demanded, will go on, officials said on Friday.", [Said("said", "said", "officials")]),
    ("The talks, Rau said, will go on.", [Said("said", "said", "Rau")]),
    (
        "The road was closed by rebels, the mayor told the Vell Herald on Friday.",
        [Said("told", "said", "the mayor", "the Vell Herald")],
    ),
    # Told, asked, in an interview.
    ("Rau told the Vell Herald that Chell would sign.", [Said("told", "said", "Rau", "the Vell Herald")]),
    ("Rau told Congress the road was closed.", [Said("told", "said", "Rau", "Congress")]),
    ("Lind urged Chell to stop.", [Said("urged", "asked", "Lind", "Chell")]),
    ("Rau said in an interview with Radio Vell that she would sign.", [Said("said", "said", "Rau", "Radio Vell")]),
    ("Rau wrote on social media that the road was closed.", [Said("wrote", "said", "Rau")]),
    # According to.
    ("The road is closed, according to Rau.", [Said("according to", "said", "Rau")]),
    ("According to two diplomats, Chell will sign.", [Said("According to", "said", "two diplomats")]),
    (
        "According to a statement issued by the Lirren Mission, it is over.",
        [Said("According to", "said", "the Lirren Mission")],
    ),
    # Passed on by an outlet.
    (
        "The Vell Herald quoted an aide as saying the road was closed.",
        [Said("as saying", "said", "an aide", None, "The Vell Herald")],
    ),
    (
        "Lind was quoted by the Vell Herald as saying it was over.",
        [Said("as saying", "said", "Lind", None, "the Vell Herald")],
    ),
    ("Lind was quoted as saying it was over.", [Said("as saying", "said", "Lind")]),
    (
        "Rau said in a statement that Chell had signed, the Vell Herald reported.",
        [Said("said", "said", "Rau", None, "the Vell Herald")],
    ),
    (
        "The Vell Herald reported, citing a senior official, that it was over.",
        [Said("citing", "said", "a senior official", None, "The Vell Herald")],
    ),
    # Passives and impersonal forms leave the speaker open, or name him behind "by".
    ("It was reported that the road was closed.", [Said("reported", "said", None)]),
    ("Rau is believed to be ill.", [Said("believed", "expected", None)]),
    ("Rau was told that the road was closed.", [Said("told", "said", None)]),
    ("A pause was announced by the mayor of Lirren.", [Said("announced", "announced", "the mayor of Lirren")]),
    # Silence and negation.
    ("Rau refused to comment.", [Said("refused to comment", "declined", "Rau")]),
    ("The ministry did not immediately respond.", [Said("did not immediately respond", "declined", "The ministry")]),
    ("Rau did not say when she would leave.", [Said("say", "declined", "Rau")]),
    ("Rau didn’t confirm the report.", [Said("confirm", "declined", "Rau")]),
    ("Rau has not accepted the terms.", [Said("accepted", "rejected", "Rau")]),
    # What was said holds verbs of its own.
    ("Rau said Chell had warned Lind and demanded a pause.", [Said("said", "said", "Rau")]),
    (
        "Rau said the road was closed, and Lind denied it.",
        [Said("said", "said", "Rau"), Said("denied", "denied", "Lind")],
    ),
    (
        "Rau said the road was open, while Lind warned of mines.",
        [Said("said", "said", "Rau"), Said("warned", "warned", "Lind")],
    ),
    ("Rau said she would sign; Lind said he would not.", [Said("said", "said", "Rau"), Said("said", "said", "Lind")]),
    (
        "Rau rejected the plan, which Chell proposed.",
        [Said("rejected", "rejected", "Rau"), Said("proposed", "proposed", "Chell")],
    ),
    ("Rau met the rebels in Lirren and said the road was closed.", [Said("said", "said", "Rau")]),
    ("The talks failed and Rau warned of war.", [Said("warned", "warned", "Rau")]),
    ("Rau left the hall, saying the offer was thin.", [Said("saying", "said", "Rau")]),
    # Forms that report nothing here.
    ("Rau dropped its demands.", []),
    ("The proposed deal is dead.", []),
    ("Chell's claims are old.", []),
    ("The self-proclaimed mayor left.", []),
    ("Rau wants to announce a pause.", []),
    ("The convoy left Lirren on Friday.", []),
    # Lines of a list.
    ("- Rau said the road was closed.", [Said("said", "said", "Rau")]),
    ("• Officials say the road is closed.", [Said("say", "said", "Officials")]),
]

RUSSIAN: list[tuple[str, list[Said]]] = [
    ("Министр Иван Орлов заявил, что дорога закрыта.", [Said("заявил", "said", "Министр Иван Орлов")]),
    ("Норландия передала сторонам меморандум.", []),
    ("«Мы подпишем», – заявил Орлов.", [Said("заявил", "said", "Орлов")]),
    ("«Мы подпишем», — сказала глава делегации Вера Линд.", [Said("сказала", "said", "глава делегации Вера Линд")]),
    ("Об этом сообщил Орлов.", [Said("сообщил", "said", "Орлов")]),
    ("Об этом сообщил журналистам Орлов.", [Said("сообщил", "said", "Орлов", "журналистам")]),
    ("По словам Орлова, дорога закрыта.", [Said("По словам", "said", "Орлова")]),
    ("Дорога закрыта, пишет газета «Полюс».", [Said("пишет", "said", "газета «Полюс»")]),
    (
        "Дорога закрыта, сообщает агентство «Полюс» со ссылкой на источник в штабе.",
        [Said("со ссылкой на", "said", "источник", None, "агентство «Полюс»")],
    ),
    ("Как сообщает портал Полюс, дорога закрыта.", [Said("сообщает", "said", "портал Полюс")]),
    ("В заявлении министерства говорится, что дорога закрыта.", [Said("говорится", "said", "министерства")]),
    ("Дорога закрыта, говорится в заявлении министерства.", [Said("говорится", "said", "министерства")]),
    ("Орлов отказался от комментариев.", [Said("отказался от комментариев", "declined", "Орлов")]),
    ("Орлов не подтвердил эти сведения.", [Said("подтвердил", "declined", "Орлов")]),
    ("В понедельник Орлов предупредил о минах.", [Said("предупредил", "warned", "Орлов")]),
    ("Орлов, который возглавляет делегацию, отверг план.", [Said("отверг", "rejected", "Орлов")]),
    ("Орлов заявил, что Линд обвинил его во лжи.", [Said("заявил", "said", "Орлов")]),
    (
        "Орлов потребовал паузы, а Линд призвал к миру.",
        [Said("потребовал", "demanded", "Орлов"), Said("призвал", "demanded", "Линд")],
    ),
    ("Линд опроверг это, добавив, что дорога открыта.", [Said("опроверг", "denied", "Линд")]),
    ("Конвой вышел из Лиррена.", []),
]

UKRAINIAN: list[tuple[str, list[Said]]] = [
    ("Міністр Іван Орленко заявив, що дорога закрита.", [Said("заявив", "said", "Міністр Іван Орленко")]),
    ("Норландія передала сторонам меморандум.", []),
    ("«Ми підпишемо», – заявив Орленко.", [Said("заявив", "said", "Орленко")]),
    ("«Ми підпишемо», — сказала голова делегації Віра Лінд.", [Said("сказала", "said", "голова делегації Віра Лінд")]),
    ("Про це повідомив Орленко.", [Said("повідомив", "said", "Орленко")]),
    ("Про це повідомив журналістам Орленко.", [Said("повідомив", "said", "Орленко", "журналістам")]),
    ("За словами Орленка, дорога закрита.", [Said("За словами", "said", "Орленка")]),
    ("Дорога закрита, пише газета «Полюс».", [Said("пише", "said", "газета «Полюс»")]),
    (
        "Дорога закрита, повідомляє агентство «Полюс» з посиланням на джерело у штабі.",
        [Said("з посиланням на", "said", "джерело", None, "агентство «Полюс»")],
    ),
    ("У заяві міністерства йдеться, що дорога закрита.", [Said("йдеться", "said", "міністерства")]),
    ("Дорога закрита, йдеться у заяві міністерства.", [Said("йдеться", "said", "міністерства")]),
    ("Орленко відмовився від коментарів.", [Said("відмовився від коментарів", "declined", "Орленко")]),
    ("Орленко не підтвердив ці дані.", [Said("підтвердив", "declined", "Орленко")]),
    ("У понеділок Орленко попередив про міни.", [Said("попередив", "warned", "Орленко")]),
    ("Орленко, який очолює делегацію, відкинув план.", [Said("відкинув", "rejected", "Орленко")]),
    ("Орленко заявив, що Лінд звинуватив його у брехні.", [Said("заявив", "said", "Орленко")]),
    ("Лінд спростував це, додавши, що дорога відкрита.", [Said("спростував", "denied", "Лінд")]),
    ("Колона вийшла з Ліррена.", []),
]

SPANISH: list[tuple[str, list[Said]]] = [
    ("El ministro Juan Rau dijo que la ruta está cerrada.", [Said("dijo", "said", "El ministro Juan Rau")]),
    ("«Vamos a firmar», dijo Rau.", [Said("dijo", "said", "Rau")]),
    ("“Vamos a firmar”, afirmó la jefa de la delegación.", [Said("afirmó", "claimed", "la jefa de la delegación")]),
    ("Según Rau, la ruta está cerrada.", [Said("Según", "said", "Rau")]),
    ("La ruta está cerrada, según dijo Rau.", [Said("dijo", "said", "Rau")]),
    ("Así lo anunció el lunes el portavoz del Gobierno.", [Said("anunció", "announced", "el portavoz del Gobierno")]),
    ("Dijo que la ruta está cerrada.", [Said("Dijo", "said", None)]),
    ("Como informó la agencia Polo, la ruta está cerrada.", [Said("informó", "said", "la agencia Polo")]),
    (
        "La agencia Polo informó, citando a un diplomático, que la ruta está cerrada.",
        [Said("citando a", "said", "un diplomático", None, "La agencia Polo")],
    ),
    ("Rau no confirmó la noticia.", [Said("confirmó", "declined", "Rau")]),
    ("Rau no quiso comentar.", [Said("no quiso comentar", "declined", "Rau")]),
    ("Rau, quien dirige la delegación, rechazó el plan.", [Said("rechazó", "rejected", "Rau")]),
    (
        "Rau exigió una pausa, mientras Lind advirtió de minas.",
        [Said("exigió", "demanded", "Rau"), Said("advirtió", "warned", "Lind")],
    ),
    ("El acuerdo fue anunciado por el alcalde de Lirren.", [Said("anunciado", "announced", "el alcalde de Lirren")]),
    ("Rau dijo a los periodistas que la ruta está cerrada.", [Said("dijo", "said", "Rau", "los periodistas")]),
    ("El lunes Rau anunció una pausa.", [Said("anunció", "announced", "Rau")]),
    ("Rau dijo que Lind había acusado a Chell.", [Said("dijo", "said", "Rau")]),
    ("La columna salió de Lirren.", []),
]

FRENCH: list[tuple[str, list[Said]]] = [
    ("Le ministre Jean Rau a déclaré que la route était fermée.", [Said("déclaré", "said", "Le ministre Jean Rau")]),
    ("« Nous signerons », a déclaré Rau.", [Said("déclaré", "said", "Rau")]),
    ("« Nous signerons », a-t-il dit.", [Said("dit", "said", "il")]),
    ("« Nous signerons », affirme-t-elle.", [Said("affirme", "claimed", "elle")]),
    (
        "« Nous signerons », a indiqué mardi le porte-parole du gouvernement.",
        [Said("indiqué", "said", "le porte-parole du gouvernement")],
    ),
    ("Selon Rau, la route est fermée.", [Said("Selon", "said", "Rau")]),
    ("D’après l’agence Pôle, la route est fermée.", [Said("D’après", "said", "l’agence Pôle")]),
    ("La route est fermée, a annoncé lundi le maire de Lirren.", [Said("annoncé", "announced", "le maire de Lirren")]),
    ("Rau n’a pas confirmé la nouvelle.", [Said("confirmé", "declined", "Rau")]),
    ("Rau a refusé de commenter.", [Said("refusé de commenter", "declined", "Rau")]),
    ("Rau, qui dirige la délégation, a rejeté le plan.", [Said("rejeté", "rejected", "Rau")]),
    ("L’accord a été annoncé par le maire de Lirren.", [Said("annoncé", "announced", "le maire de Lirren")]),
    (
        "Rau a exigé une pause, tandis que Lind a averti Chell.",
        [Said("exigé", "demanded", "Rau"), Said("averti", "warned", "Lind", "Chell")],
    ),
    ("Lundi, Rau a proposé une pause.", [Said("proposé", "proposed", "Rau")]),
    (
        "Le journal Pôle rapporte, citant un diplomate, que la route est fermée.",
        [Said("citant", "said", "un diplomate", None, "Le journal Pôle")],
    ),
    ("Rau a dit que Lind avait accusé Chell.", [Said("dit", "said", "Rau")]),
    ("La colonne a quitté Lirren.", []),
]

GERMAN: list[tuple[str, list[Said]]] = [
    ("Minister Jan Rau sagte, die Straße sei gesperrt.", [Said("sagte", "said", "Minister Jan Rau")]),
    ("„Wir unterschreiben“, sagte Rau.", [Said("sagte", "said", "Rau")]),
    (
        "„Wir unterschreiben“, sagte die Sprecherin der Regierung.",
        [Said("sagte", "said", "die Sprecherin der Regierung")],
    ),
    ("»Wir unterschreiben«, sagte Rau der Zeitung „Polblatt“.", [Said("sagte", "said", "Rau")]),
    ("Am Montag sagte Rau, die Straße sei gesperrt.", [Said("sagte", "said", "Rau")]),
    ("Das Ministerium teilte mit, die Straße sei gesperrt.", [Said("teilte", "said", "Das Ministerium")]),
    ("Dies teilte das Ministerium am Montag mit.", [Said("teilte", "said", "das Ministerium")]),
    ("Laut Rau ist die Straße gesperrt.", [Said("Laut", "said", "Rau")]),
    ("Nach Angaben des Ministeriums ist die Straße gesperrt.", [Said("Nach Angaben des", "said", "Ministeriums")]),
    ("Die Straße sei gesperrt, so der Sprecher.", [Said("so", "said", "der Sprecher")]),
    ("Dem Ministerium zufolge ist die Straße gesperrt.", [Said("zufolge", "said", "Dem Ministerium")]),
    ("Rau hat am Montag gesagt, die Straße sei gesperrt.", [Said("gesagt", "said", "Rau")]),
    ("Rau lehnte den Plan ab.", [Said("lehnte", "rejected", "Rau")]),
    ("Rau, der die Delegation leitet, warnte vor Minen.", [Said("warnte", "warned", "Rau")]),
    ("Er sei bereit.", [Said("sei", "said", None)]),
    (
        "Rau forderte eine Pause, während Lind vor Minen warnte.",
        [Said("forderte", "demanded", "Rau"), Said("warnte", "warned", "Lind")],
    ),
    (
        "Die Straße ist gesperrt, hieß es in einer Erklärung des Ministeriums.",
        [Said("hieß es", "said", "Ministeriums")],
    ),
    ("Der Konvoi verließ Lirren.", []),
]

LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN, "es": SPANISH, "fr": FRENCH, "de": GERMAN}


def said_in(sentence: str, language: str) -> list[Said]:
    rules = rules_for(language)
    assert rules is not None

    def words(span: Span | None) -> str | None:
        return None if span is None else sentence[slice(*span)]

    return [
        Said(sentence[slice(*found.cue)], found.act, words(found.subject), words(found.hearer), words(found.carrier))
        for found in find_attributions(sentence, rules)
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [(language, sentence, said) for language, table in LANGUAGES.items() for sentence, said in table],
)
def test_finds_who_says_what(language: str, sentence: str, expected: list[Said]) -> None:
    assert said_in(sentence, language) == expected


_PIECES = """Rau Lind said told that who , . “ ” " « » „ ( ) — - ; : and by in a the was quoted as saying
according to citing заявил что Орлов по словам йдеться dijo según a déclaré dit-il a-t-il selon sagte teilte mit
zufolge sei ’s ‘ ’ ''"""
_WORDS = st.sampled_from([*_PIECES.split(), "\n", "according to", "as saying", "по словам"])
_SENTENCES = st.one_of(st.lists(_WORDS, max_size=40).map(" ".join), st.text(max_size=80))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@given(sentence=_SENTENCES)
def test_spans_lie_in_any_sentence_and_the_subject_is_not_the_cue(language: str, sentence: str) -> None:
    rules = rules_for(language)
    assert rules is not None
    found = find_attributions(sentence, rules)
    assert [a.cue for a in found] == sorted(a.cue for a in found)
    for attribution in found:
        for span in (attribution.cue, attribution.subject, attribution.hearer, attribution.carrier):
            assert span is None or 0 <= span[0] < span[1] <= len(sentence)
        if attribution.subject is not None:
            assert attribution.subject[1] <= attribution.cue[0] or attribution.cue[1] <= attribution.subject[0]


@given(sentence=_SENTENCES)
def test_quoted_spans_do_not_overlap(sentence: str) -> None:
    spans = quoted_spans(sentence)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


_LONG = {
    "prose": "Rau, the mayor of Lirren, said that Lind “had warned” her (R-Ohm.), and Chell, who led, told Moe; ",
    "verbs": "said ",
    "open quotes": "“said Rau ",
    "straight quotes": '" said ',
    "commas": "Rau, ",
    "names": "Rau ",
}


@pytest.mark.parametrize("piece", sorted(_LONG))
def test_time_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    rules = rules_for("en")
    assert rules is not None

    def seconds(characters: int) -> float:
        """The best of three, since other processes slow some of them."""
        text = (_LONG[piece] * (characters // len(_LONG[piece]) + 1))[:characters]
        taken = []
        for _ in range(3):
            started = time.process_time()
            find_attributions(text, rules)
            taken.append(time.process_time() - started)
        return min(taken)

    # Eight times the length: a square would be 64 times the time.
    assert seconds(40_000) < 44 * max(seconds(5_000), 0.01)
