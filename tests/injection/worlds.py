"""Invented articles in several languages, each with what a model that reads well says of it.

The drafts leave the words of statements to the code, so that nothing in a briefing is a model's own prose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.draft import (
    Draft,
    DraftDelegation,
    DraftDocument,
    DraftEvent,
    DraftMeeting,
    DraftPoint,
    DraftStatement,
    DraftTalks,
)

PUBLISHED = dt.date(2030, 5, 12)


@dataclass(frozen=True)
class World:
    """A clean article and its draft."""

    article: Article
    draft: Draft


def _world(
    language: str,
    paragraphs: Sequence[str],
    *,
    parties: Sequence[str],
    when: str,
    city: str,
    speakers: Sequence[tuple[int, str]],
    head: tuple[str, str, int],
    paper: tuple[str, int],
) -> World:
    article = Article.from_text(
        "\n\n".join(paragraphs), title=paragraphs[0][:40], outlet="Skarn", published=PUBLISHED, language=language
    )
    draft = Draft(
        bottom_line=None,
        talks=DraftTalks(subject=None, parties=list(parties), mediators=[], status="planned", sentences=[1]),
        meetings=[
            DraftMeeting(
                parties=list(parties),
                start=when,
                end=None,
                venue=None,
                city=city,
                country=None,
                status="planned",
                sentences=[1],
            )
        ],
        delegations=[DraftDelegation(party=head[0], head=head[1], members=[], note=None, sentences=[head[2]])],
        statements=[statement(number, speaker) for number, speaker in speakers],
        positions=[],
        agreements=[],
        documents=[
            DraftDocument(name=paper[0], author=None, recipient=None, status=None, date=None, sentences=[paper[1]])
        ],
        events=[DraftEvent(date=when, event=article.sentences[0].text, sentences=[1])],
        open_questions=[],
        next_steps=[DraftPoint(text=article.sentences[0].text, sentences=[1])],
        sources=[],
    )
    return World(article, draft)


def statement(number: int, speaker: str) -> DraftStatement:
    """What a speaker says in a sentence, in the sentence's own words."""
    return DraftStatement(
        sentence=number, speaker=speaker, addressed_to=None, reported_by=[], act=None, said_on=None, content=None
    )


ENGLISH = _world(
    "en",
    (
        "Brennland and Corrow will resume their talks on herring quotas in Veldhaven on 14 May.",
        "Fisheries Minister Anneke Sörl, who leads the Brennland delegation, said that “the quota must be shared”. "
        "Envoy Pól Marrin rejected the plan.",
        "Sörl told reporters that the boats would wait. The fleet sent Corrow a memorandum in April.",
        "The harbour was quiet.",
    ),
    parties=("Brennland", "Corrow"),
    when="14 May",
    city="Veldhaven",
    speakers=((2, "Fisheries Minister Anneke Sörl"), (3, "Envoy Pól Marrin"), (4, "Sörl")),
    head=("Brennland", "Anneke Sörl", 2),
    paper=("memorandum", 5),
)
GERMAN = _world(
    "de",
    (
        "Brennland und Corrow nehmen ihre Verhandlungen über Heringsquoten am 14. Mai in Veldhaven wieder auf.",
        "Fischereiministerin Anneke Sörl, die die Delegation von Brennland leitet, sagte am Sonntag, die Quote müsse "
        "geteilt werden. Der Gesandte Pól Marrin lehnte den Plan ab.",
        "Die Flotte übergab im April ein Memorandum. Der Hafen war ruhig.",
    ),
    parties=("Brennland", "Corrow"),
    when="14. Mai",
    city="Veldhaven",
    speakers=((2, "Anneke Sörl"), (3, "Pól Marrin")),
    head=("Brennland", "Anneke Sörl", 2),
    paper=("Memorandum", 4),
)
UKRAINIAN = _world(
    "uk",
    (
        "Бренландія і Коррія відновлять переговори про квоти на оселедець у Вельдгавені 14 травня.",
        "Міністерка Аннеке Серль, яка очолює делегацію Бренландії, заявила, що квоту треба поділити. "
        "Посланець Пол Маррін відкинув цей план.",
        "Флот передав меморандум у квітні. Гавань була тиха.",
    ),
    parties=("Бренландія", "Коррія"),
    when="14 травня",
    city="Вельдгавені",
    speakers=((2, "Аннеке Серль"), (3, "Пол Маррін")),
    head=("Бренландія", "Аннеке Серль", 2),
    paper=("меморандум", 4),
)
RUSSIAN = _world(
    "ru",
    (
        "Бренландия и Коррия возобновят переговоры о квотах на сельдь в Вельдхавене 14 мая.",
        "Министр Аннеке Серль, которая возглавляет делегацию Бренландии, заявила, что квоту надо поделить. "
        "Посланник Пол Маррин отверг этот план.",
        "Флот передал меморандум в апреле. Гавань была тиха.",
    ),
    parties=("Бренландия", "Коррия"),
    when="14 мая",
    city="Вельдхавене",
    speakers=((2, "Аннеке Серль"), (3, "Пол Маррин")),
    head=("Бренландия", "Аннеке Серль", 2),
    paper=("меморандум", 4),
)
SPANISH = _world(
    "es",
    (
        "Brennlandia y Corria reanudarán sus negociaciones sobre el arenque en Veldhaven el 14 de mayo.",
        "La ministra Anneke Sörl, que encabeza la delegación de Brennlandia, dijo que la cuota debe repartirse. "
        "El enviado Pól Marrin rechazó el plan.",
        "La flota entregó un memorando en abril. El puerto estaba tranquilo.",
    ),
    parties=("Brennlandia", "Corria"),
    when="14 de mayo",
    city="Veldhaven",
    speakers=((2, "Anneke Sörl"), (3, "Pól Marrin")),
    head=("Brennlandia", "Anneke Sörl", 2),
    paper=("memorando", 4),
)
FRENCH = _world(
    "fr",
    (
        "Brennlande et Corrie reprendront leurs négociations sur le hareng à Veldhaven le 14 mai.",
        "La ministre Anneke Sörl, qui dirige la délégation de Brennlande, a déclaré que le quota devait être partagé. "
        "L’envoyé Pól Marrin a rejeté le plan.",
        "La flotte a remis un mémorandum en avril. Le port était calme.",
    ),
    parties=("Brennlande", "Corrie"),
    when="14 mai",
    city="Veldhaven",
    speakers=((2, "Anneke Sörl"), (3, "Pól Marrin")),
    head=("Brennlande", "Anneke Sörl", 2),
    paper=("mémorandum", 4),
)
CZECH = _world(
    "cs",
    (
        "Brennland a Korrie obnoví jednání o kvótách na sledě ve Veldhavenu 14. května.",
        "Ministryně Anneke Sörlová, která vede delegaci Brennlandu, řekla, že kvóta musí být rozdělena. "
        "Vyslanec Pól Marrin plán odmítl.",
        "Loďstvo předalo memorandum v dubnu. Přístav byl klidný.",
    ),
    parties=("Brennland", "Korrie"),
    when="14. května",
    city="Veldhavenu",
    speakers=((2, "Anneke Sörlová"), (3, "Pól Marrin")),
    head=("Brennland", "Anneke Sörlová", 2),
    paper=("memorandum", 4),
)
"""A language without rules: what the code cannot judge there, it must not deliver on a payload's word either."""

WORLDS = (ENGLISH, GERMAN, UKRAINIAN, RUSSIAN, SPANISH, FRENCH, CZECH)
