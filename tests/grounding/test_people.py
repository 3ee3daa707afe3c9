"""Whom pronouns, titles, initials, cases and short descriptions mean, in six languages."""

from __future__ import annotations

import pytest

from summarizer.briefing import Statement
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.names import mentions
from summarizer.language import rules_for
from tests.grounding.worlds import article, draft, refusals, statement


def briefed(language: str, text: str, said: list[tuple[int, str]], *parties: str) -> Grounded:
    read = article(text, language=language)
    return ground(read, draft(*parties, statements=[statement(number, who) for number, who in said]))


def told(statement: Statement) -> tuple[str, str | None, list[int]]:
    speaker = statement.speaker
    return speaker.name, speaker.role, [evidence.sentence for evidence in statement.evidence]


MINISTER: dict[str, tuple[str, str, str, list[str | None]]] = {
    "en": (
        "Foreign Minister Petra Rau said it rains. She added that it snows. The minister denied more. "
        "Ms. Rau left. P. Rau warned of hail.",
        "Petra Rau", "Foreign Minister", ["Petra Rau", "She", "The minister", None, "P. Rau"],
    ),
    "uk": (
        "Міністр оборони Рустем Друмов заявив, що йде дощ. Він додав, що йде сніг. Міністр заперечив інше. "
        "За словами Друмова, йде туман. Пан Друмов пояснив чому. Р. Друмов попередив про бурю.",
        "Рустем Друмов", "Міністр оборони", ["Рустем Друмов", "Він", "Міністр", "Друмов", "Пан Друмов", "Р. Друмов"],
    ),
    "ru": (
        "Министр обороны Рустем Друмов заявил, что идёт дождь. Он добавил, что идёт снег. Министр отрицал остальное. "
        "По словам Друмова, идёт град. Господин Друмов объяснил почему. Р. Друмов предупредил о буре.",
        "Рустем Друмов", "Министр обороны",
        ["Рустем Друмов", "Он", "Министр", "Друмов", "Господин Друмов", "Р. Друмов"],
    ),
    "es": (
        "El ministro de Defensa Rustem Drumov dijo que llueve. Él añadió que nieva. El ministro negó lo demás. "
        "El Sr. Drumov advirtió de granizo. Drumov explicó por qué.",
        "Rustem Drumov", "ministro de Defensa", ["Rustem Drumov", "Él", "El ministro", "El Sr. Drumov", "Drumov"],
    ),
    "fr": (
        "Le ministre de la Défense Rustem Drumov a déclaré qu’il pleut. Il a ajouté qu’il neige. "
        "Le ministre a nié le reste. M. Drumov a averti de la grêle. Drumov a expliqué pourquoi.",
        "Rustem Drumov", "ministre de la Défense", ["Rustem Drumov", "Il", "Le ministre", "M. Drumov", "Drumov"],
    ),
    "de": (
        "Verteidigungsminister Rustem Drumov sagte, es regne. Er betonte, es schneie. Der Minister bestritt alles. "
        "Herr Drumov warnte vor Hagel. Nach Angaben Drumovs hagelt es.",
        "Rustem Drumov", "Verteidigungsminister", ["Rustem Drumov", "Er", "Der Minister", "Herr Drumov", "Drumov"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", MINISTER)
def test_each_short_form_is_the_person_with_the_role_and_the_sentence_that_tells(language: str) -> None:
    text, name, role, words = MINISTER[language]
    said = [(number, who) for number, who in enumerate(words, 1) if who]
    result = briefed(language, text, said)
    expected = [(name, role, [1] if number == 1 else [number, 1]) for number, _ in said]
    assert [told(s) for s in result.statements] == expected


SOURCE = {
    "en": "A source in the palace said it rains. The source added that it snows. The source denied more.",
    "uk": "Джерело в палаці повідомило, що йде дощ. Джерело додало, що йде сніг. Це джерело заперечило інше.",
    "ru": "Источник во дворце сообщил, что идёт дождь. Источник добавил, что идёт снег. Этот источник отрицал иное.",
    "es": "Una fuente del palacio dijo que llueve. La fuente añadió que nieva. Esta fuente negó lo demás.",
    "fr": "Une source du palais a déclaré qu’il pleut. La source a ajouté qu’il neige. Cette source a nié le reste.",
    "de": "Eine Quelle im Palast sagte, es regne. Die Quelle betonte, es schneie. Diese Quelle bestritt alles andere.",
}
MINISTRY = {
    "en": "The Zenda Foreign Ministry said it rains. The ministry added that it snows. The ministry denied more.",
    "uk": "Міністерство оборони Зенди заявило, що йде дощ. Міністерство додало інше. Це міністерство заперечило решту.",
    "ru": "Министерство обороны Зенды заявило, что идёт дождь. Министерство добавило иное. Это министерство отрицало.",
    "es": "El Ministerio de Defensa dijo que llueve. El ministerio añadió que nieva. Este ministerio negó lo demás.",
    "fr": "Le ministère de la Défense a déclaré qu’il pleut. Le ministère a ajouté le reste. Ce ministère a nié tout.",
    "de": "Das Zendaer Außenministerium erklärte, es regne. Das Ministerium betonte es. Dieses Ministerium bestritt.",
}


@pytest.mark.parametrize(("language", "text"), [*SOURCE.items(), *MINISTRY.items()])
def test_the_source_and_the_ministry_are_those_named_before(language: str, text: str) -> None:
    sentences = article(text, language=language).sentences
    verbs = ("said", "повід", "сооб", "dijo", "a décl", "sagte", "заяв", "erklärte")
    full = sentences[0].text[: next(at for verb in verbs if (at := sentences[0].text.find(verb)) > 0)].strip()
    short = [" ".join(s.text.split()[: 1 if s.text.split()[0] in _BARE else 2]) for s in sentences[1:]]
    result = briefed(language, text, [(1, full), (2, short[0]), (3, short[1])])
    assert [s.speaker.name for s in result.statements] == [result.statements[0].speaker.name] * 3
    assert result.statements[0].speaker.name in full
    assert [told(s)[2][:1] for s in result.statements] == [[1], [2], [3]]
    assert all(1 in told(s)[2] for s in result.statements)


_BARE = ("Джерело", "Источник", "Міністерство", "Министерство")


@pytest.mark.parametrize(
    ("language", "party", "text", "words", "name"),
    [
        ("en", "Zenda", "Zenda waits. The Zenda delegation came. The delegation said so.", "The delegation",
         "Zenda delegation"),
        ("uk", "Зенда", "Зенда чекає. Делегація Зенди прибула. Делегація заявила це.", "Делегація", "Делегація Зенди"),
        ("ru", "Зенда", "Зенда ждёт. Делегация Зенды прибыла. Делегация заявила это.", "Делегация", "Делегация Зенды"),
        ("es", "Zenda", "Zenda espera. La delegación de Zenda llegó. La delegación dijo eso.", "La delegación",
         "delegación de Zenda"),
        ("fr", "Zenda", "Zenda attend. La délégation de Zenda est venue. La délégation a dit cela.", "La délégation",
         "délégation de Zenda"),
        ("de", "Ruritanien", "Ruritanien wartet. Die ruritanische Delegation kam an. Die Delegation sagte das.",
         "Die Delegation", "ruritanische Delegation"),
    ],
)  # fmt: skip
def test_the_delegation_is_that_of_the_side_named_before(
    language: str, party: str, text: str, words: str, name: str
) -> None:
    result = briefed(language, text, [(3, words)], party)
    assert [told(s) for s in result.statements] == [(name, None, [3, 2])]
    assert result.statements[0].speaker.party == party


@pytest.mark.parametrize(
    ("language", "text", "number", "words", "name"),
    [
        ("en", "Mrs. Petra Rau came. Mr. Otto Rau left. Ms. Rau warned them.", 3, "Ms. Rau", "Petra Rau"),
        ("en", "Mrs. Petra Rau came. Mr. Otto Rau left. Rau warned them.", 3, "Rau", "Rau"),
        ("en", "Mayor Petra Rau came. Envoy Otto Rau left. Envoy Rau warned them.", 3, "Envoy Rau", "Otto Rau"),
        ("en", "Mr. Otto Rau said so. Mrs. Petra Lind came. He warned them.", 3, "He", "Otto Rau"),
        ("en", "Petra Rau came. Otto Rau left. O. Rau warned them.", 3, "O. Rau", "Otto Rau"),
        ("uk", "Іван Друмов прилетів. Анна Друмова прилетіла. І.Друмов заявив це.", 3, "І.Друмов", "Іван Друмов"),
        ("uk", "Іван Друмов прилетів. Анна Друмова прилетіла. Друмова заявила це.", 3, "Друмова", "Анна Друмова"),
        ("uk", "Іван Друмов прилетів. Анна Друмова прилетіла. Друмов заявив це.", 3, "Друмов", "Іван Друмов"),
        ("uk", "Речниця Олена Зеліцька заявила це. Ілько Мольд мовчав. Вона додала інше.", 3, "Вона", "Олена Зеліцька"),
        ("ru", "Иван Друмов прилетел. Друмова заявила это.", 2, "Друмова", "Друмова"),
        ("de", "Frau Petra Rau kam. Herr Otto Rau ging. Frau Rau sagte das.", 3, "Frau Rau", "Petra Rau"),
        ("fr", "Mme Petra Rau est venue. M. Otto Rau est parti. M. Rau a dit cela.", 3, "M. Rau", "Otto Rau"),
        ("es", "La Sra. Petra Rau vino. El Sr. Otto Rau salió. La Sra. Rau dijo eso.", 3, "La Sra. Rau", "Petra Rau"),
    ],
)  # fmt: skip
def test_two_people_with_one_surname_are_told_apart_or_stay_two(
    language: str, text: str, number: int, words: str, name: str
) -> None:
    before = {"He": [(1, "Otto Rau")], "Вона": [(1, "Олена Зеліцька")]}.get(words, [])
    result = briefed(language, text, [*before, (number, words)])
    assert result.statements[-1].speaker.name == name


def test_a_name_in_an_oblique_case_stands_in_the_nominative_where_the_article_has_it() -> None:
    text = "За словами міністра оборони Рустема Друмова, йде дощ. Рустем Друмов додав, що йде сніг."
    result = briefed("uk", text, [(1, "Рустем Друмов"), (2, "Друмов")])
    assert [told(s) for s in result.statements] == [
        ("Рустем Друмов", "міністра оборони", [1, 2]),
        ("Рустем Друмов", "міністра оборони", [2, 1]),
    ]
    alone = briefed("uk", "За словами Друмова, йде дощ.", [(1, "Друмов")])
    assert [s.speaker.name for s in alone.statements] == ["Друмова"]


def test_another_spelling_of_a_name_is_the_name_as_the_article_has_it() -> None:
    text = "Envoy Rustem Drumyerov came. Drumyerov said it rains."
    assert [told(s) for s in briefed("en", text, [(2, "Drumerov")]).statements] == [
        ("Rustem Drumyerov", "Envoy", [2, 1])
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("uk", "Рустем Друмов заявив, що йде дощ.", "Друменко"),
        ("uk", "Рустем Друмов заявив, що йде дощ.", "Іван Друмов"),
        ("uk", "Рустем Друмов заявив, що йде дощ.", "Друмова Анна"),
        ("de", "Petra Rau sagte, es regne.", "Otto Rau"),
        ("fr", "Petra Rau a dit cela à Moll.", "Moll"),
        ("es", "Petra Rau habló de Moll y dijo que llueve.", "Moll"),
        ("ru", "Рустем Друмов заявил, что Илько Мольд уехал.", "Илько Мольд"),
    ],
)
def test_who_does_not_speak_in_the_sentence_is_refused(language: str, text: str, words: str) -> None:
    result = briefed(language, text, [(1, words)])
    assert result.statements == []
    assert "/statements/0/speaker" in refusals(result)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The mayor of Zenda, Anna Rau, said it rains.", "mayor of Zenda"),
        ("Yesterday the former head of the Zenda court, Anna Rau, left.", None),
        ("The mayor of Zenda, Anna Rau remembers, left early.", None),
        ("After meeting the president, Anna Rau said it rains.", None),
        ("The president said that Moll, Anna Rau, and Lind left.", None),
    ],
)
def test_a_role_before_a_name_and_a_comma(text: str, role: str | None) -> None:
    (found,) = [m for m in mentions(text, rules_for("en")) if m.name == "Anna Rau"]
    assert found.role == role
