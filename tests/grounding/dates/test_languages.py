"""Date words in the other languages, in sentences of an invented world, published on Sunday 1 June 2025."""

from __future__ import annotations

import pytest

from summarizer.grounding.dates import find_dates, supported_languages
from tests.grounding.dates.finder import values

SENTENCES: dict[str, dict[str, dict[str, str | None]]] = {
    "uk": {
        "О 10:00 за Гринвічем 2 червня почнуть.": {"10:00 за Гринвічем 2 червня": "2025-06-02T10:00Z"},
        "О 13.00 2 червня почнуть.": {"13.00 2 червня": "2025-06-02T13:00"},
        "Навесні посли зустрінуться.": {"Навесні": "2026"},
        "Через тиждень посли зустрінуться.": {"Через тиждень": "2025-W23"},
        "У понеділок, 2-го, посли зустрінуться.": {"понеділок, 2-го": "2025-06-02"},
        "У пʼятницю посли обмінялися листами.": {"пʼятницю": "2025-05-30"},
        "Переговори між понеділком і середою тривали.": {"між понеділком і середою": "2025-05-26/2025-05-28"},
        "Переговори тривали з 30 травня до 2 червня.": {"з 30 травня до 2 червня": "2025-05-30/2025-06-02"},
        "Посли зустрілися торік у травні.": {"торік у травні": "2024-05"},
        "Посли зустрілися 2 травня торік.": {"2 травня торік": "2024-05-02"},
        "Торік 2 травня посли зустрілися.": {"Торік 2 травня": "2024-05-02"},
        "Цими вихідними посли говорили.": {"Цими вихідними": "2025-05-31/2025-06-01"},
        "Напередодні переговорів посли говорили.": {},
        "Угода від 2 черв. 2025 р. діє.": {"2 черв. 2025 р.": "2025-06-02"},
        "Першого понеділка травня посли говорили.": {"Першого понеділка травня": "2025-05-05"},
        "Це буде о 13:00 за Києвом 2 червня.": {"13:00 за Києвом 2 червня": "2025-06-02T13:00"},
        "Вони зустрілися 31 червня.": {"31 червня": None},
        "Угоду підписали 05.06.2014.": {"05.06.2014": "2014-06-05"},
        "Посли зустрілися 28 травня.": {"28 травня": "2025-05-28"},
        "У неділю, 1 червня 2025 року, о 13:00 почалася нарада.": {
            "неділю, 1 червня 2025 року, о 13:00": "2025-06-01T13:00"
        },
        "Делегація прибуде в понеділок вранці.": {"понеділок вранці": "2025-06-02"},
        "Посол прибув у п'ятницю.": {"п'ятницю": "2025-05-30"},
        "Посол сказав це вчора ввечері.": {"вчора ввечері": "2025-05-31"},
        "Вони говорили минулого тижня.": {"минулого тижня": "2025-W21"},
        "Вони говорили три дні тому.": {"три дні тому": "2025-05-29"},
        "Переговори триватимуть з 3 по 5 червня.": {"з 3 по 5 червня": "2025-06-03/2025-06-05"},
        "Угоду підписали наприкінці травня.": {"наприкінці травня": "2025-05"},
        "Угоду підписали навесні 2014 року.": {"навесні 2014 року": "2014"},
        "Зустріч о 9 годині вечора 2 червня.": {"о 9 годині вечора 2 червня": "2025-06-02T21:00"},
        "Тому загинуло 2000 солдатів.": {},
    },
    "ru": {
        "В 10:00 по Гринвичу 2 июня начнут.": {"10:00 по Гринвичу 2 июня": "2025-06-02T10:00Z"},
        "В выходные послы говорили.": {"выходные": "2025-05-31/2025-06-01"},
        "Через неделю послы встретятся.": {"Через неделю": "2025-W23"},
        "Переговоры пройдут с понедельника по среду.": {"с понедельника по среду": "2025-06-02/2025-06-04"},
        "Переговоры между понедельником и средой шли.": {"между понедельником и средой": "2025-05-26/2025-05-28"},
        "Послы встретились в прошлом году в мае.": {"прошлом году в мае": "2024-05"},
        "Накануне переговоров послы говорили.": {},
        "В среде послов говорят об этом.": {},
        "Сделка от 2 авг. 2024 г. действует.": {"2 авг. 2024 г.": "2024-08-02"},
        "Это будет в 13:00 мск 2 июня.": {"13:00 мск 2 июня": "2025-06-02T13:00"},
        "Они встретились 31 июня.": {"31 июня": None},
        "В начале мая всё было тихо.": {"начале мая": "2025-05"},
        "Послы встретились 28 мая.": {"28 мая": "2025-05-28"},
        "Делегация прибудет в понедельник утром.": {"понедельник утром": "2025-06-02"},
        "Посол прибыл в пятницу.": {"пятницу": "2025-05-30"},
        "Они говорили на прошлой неделе.": {"прошлой неделе": "2025-W21"},
        "Они говорили три дня назад.": {"три дня назад": "2025-05-29"},
        "Переговоры пройдут с 3 по 5 июня.": {"с 3 по 5 июня": "2025-06-03/2025-06-05"},
        "Сделку подписали в июне 2014 года.": {"июне 2014 года": "2014-06"},
        "Он сослался на резолюцию № 2014.": {},
    },
    "es": {
        "El enviado llegó el lunes pasado.": {"lunes pasado": "2025-05-26"},
        "Se vieron a finales del mes pasado.": {"finales del mes pasado": "2025-05"},
        "El lunes 2 se reunirán.": {"lunes 2": "2025-06-02"},
        "Será a las 13:00 horas GMT del 2 de junio.": {"13:00 horas GMT del 2 de junio": "2025-06-02T13:00Z"},
        "Se reunirán el día 8.": {"día 8": "2025-06-08"},
        "Firmarán el próximo día 9 de julio.": {"próximo día 9 de julio": "2025-07-09"},
        "Se vieron el 24 del mes pasado.": {"el 24 del mes pasado": "2025-05-24"},
        "El año pasado en mayo se vieron.": {"El año pasado en mayo": "2024-05"},
        "En el mes de mayo se vieron.": {"el mes de mayo": "2025-05"},
        "Se vieron el 31 de junio.": {"31 de junio": None},
        "La carta es del 05/06/2014.": {"05/06/2014": "2014-06-05"},
        "Los enviados se reunieron el 28 de mayo.": {"28 de mayo": "2025-05-28"},
        "Se reunirán el lunes 2 de junio de 2025 a las 13:00 horas.": {
            "lunes 2 de junio de 2025 a las 13:00 horas": "2025-06-02T13:00"
        },
        "El enviado llegará el lunes por la mañana.": {"lunes por la mañana": "2025-06-02"},
        "El enviado llegó el viernes.": {"viernes": "2025-05-30"},
        "Hablarán mañana por la mañana.": {"mañana por la mañana": "2025-06-02"},
        "Hablaron la semana pasada.": {"la semana pasada": "2025-W21"},
        "Hablaron hace tres días.": {"hace tres días": "2025-05-29"},
        "Hablaron el pasado día 16.": {"pasado día 16": "2025-05-16"},
        "Habrá diálogo del 3 al 5 de junio.": {"del 3 al 5 de junio": "2025-06-03/2025-06-05"},
        "Firmaron a finales de mayo.": {"finales de mayo": "2025-05"},
        "Salió a las 13.00 GMT del lunes.": {"a las 13.00 GMT del lunes": "2025-05-26T13:00Z"},
        "Será a las 10 de la noche del 3 de junio.": {"a las 10 de la noche del 3 de junio": "2025-06-03T22:00"},
        "Murieron 2000 soldados.": {},
    },
    "fr": {
        "Ils se sont vus à la fin du mois dernier.": {"la fin du mois dernier": "2025-05"},
        "Le lundi 2 ils se verront.": {"lundi 2": "2025-06-02"},
        "Le 2 juin à 9 heures du soir ils parleront.": {"2 juin à 9 heures du soir": "2025-06-02T21:00"},
        "À 10 heures GMT le 2 juin ils parleront.": {"À 10 heures GMT le 2 juin": "2025-06-02T10:00Z"},
        "C'était au début du mois de mai.": {"début du mois de mai": "2025-05"},
        "Ils se sont vus l'année dernière en mai.": {"l'année dernière en mai": "2024-05"},
        "Ils se sont vus le 24 du mois dernier.": {"le 24 du mois dernier": "2025-05-24"},
        "Ils se sont vus le 31 juin.": {"31 juin": None},
        "Entre lundi et mercredi ils parleront.": {"Entre lundi et mercredi": "2025-06-02/2025-06-04"},
        "Les émissaires se sont vus le 28 mai.": {"28 mai": "2025-05-28"},
        "Ils parleront le lundi 2 juin 2025 à 13h30.": {"lundi 2 juin 2025 à 13h30": "2025-06-02T13:30"},
        "C'était le 1er juin.": {"1er juin": "2025-06-01"},
        "L'émissaire arrivera lundi matin.": {"lundi matin": "2025-06-02"},
        "L'émissaire est arrivé vendredi.": {"vendredi": "2025-05-30"},
        "Ils ont parlé hier soir.": {"hier soir": "2025-05-31"},
        "Ils ont parlé la semaine dernière.": {"la semaine dernière": "2025-W21"},
        "Ils ont parlé il y a trois jours.": {"il y a trois jours": "2025-05-29"},
        "Il y aura des pourparlers du 3 au 5 juin.": {"du 3 au 5 juin": "2025-06-03/2025-06-05"},
        "Rien n'a bougé ces derniers mois.": {"ces derniers mois": None},
        "La paix a été signée.": {},
    },
    "de": {
        "Am Wochenende trafen sie sich.": {"Wochenende": "2025-05-31/2025-06-01"},
        "Am Montag, dem 2., werden sie sprechen.": {"Montag, dem 2.": "2025-06-02"},
        "Am 2. Juni um 9 Uhr abends werden sie sprechen.": {"2. Juni um 9 Uhr abends": "2025-06-02T21:00"},
        "Sie trafen sich am 24. des vergangenen Monats.": {"24. des vergangenen Monats": "2025-05-24"},
        "Im vergangenen Jahr im Mai trafen sie sich.": {"vergangenen Jahr im Mai": "2024-05"},
        "Sie trafen sich am 31. Juni.": {"31. Juni": None},
        "Es wird am 2. Juni um 13 Uhr MESZ beginnen.": {"2. Juni um 13 Uhr MESZ": "2025-06-02T13:00"},
        "Zwischen Montag und Mittwoch wird verhandelt.": {"Zwischen Montag und Mittwoch": "2025-06-02/2025-06-04"},
        "Die Gesandten trafen sich am 28. Mai.": {"28. Mai": "2025-05-28"},
        "Am Montag, dem 2. Juni 2025, um 13.00 Uhr beginnt es.": {
            "Montag, dem 2. Juni 2025, um 13.00 Uhr": "2025-06-02T13:00"
        },
        "Der Gesandte wird am Montagmorgen landen.": {"Montagmorgen": "2025-06-02"},
        "Der Gesandte landete am Freitag.": {"Freitag": "2025-05-30"},
        "Sie sprachen gestern Abend.": {"gestern Abend": "2025-05-31"},
        "Sie werden morgen sprechen.": {"morgen": "2025-06-02"},
        "Sie sprachen letzte Woche.": {"letzte Woche": "2025-W21"},
        "Sie sprachen vor drei Tagen.": {"vor drei Tagen": "2025-05-29"},
        "Es wird vom 3. bis 5. Juni verhandelt.": {"vom 3. bis 5. Juni": "2025-06-03/2025-06-05"},
        "Ende Mai war alles still.": {"Ende Mai": "2025-05"},
    },
    "zh": {
        "代表团将于周一抵达。": {"周一": "2025-06-02"},
        "代表团于2025年6月2日下午3点抵达。": {"2025年6月2日下午3点": "2025-06-02T15:00"},
        "代表团上周五抵达。": {"上周五": "2025-05-23"},
        "会谈6月3日至5日举行。": {"6月3日至5日": "2025-06-03/2025-06-05"},
        "会谈2024年6月3日至5日举行。": {"2024年6月3日至5日": "2024-06-03/2024-06-05"},
        "共有13月3日至5日。": {},
    },
    "ar": {
        "وصل الوفد يوم الاثنين 2 يونيو 2025.": {"يوم الاثنين 2 يونيو 2025": "2025-06-02"},
        "وصل الوفد في ٢ حزيران ٢٠٢٥.": {"٢ حزيران ٢٠٢٥": "2025-06-02"},
        "وصل الوفد أمس.": {"أمس": "2025-05-31"},
    },
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [(language, *case) for language, cases in SENTENCES.items() for case in cases.items()],
)
def test_dates(language: str, sentence: str, expected: dict[str, str | None]) -> None:
    assert values(sentence, language=language) == expected


NEED_THE_PUBLICATION = [
    ("uk", "Посли говорили вчора."),
    ("uk", "Посли говорили в понеділок."),
    ("uk", "Посли говорили три дні тому."),
    ("ru", "Послы говорили вчера."),
    ("ru", "Послы говорили на прошлой неделе."),
    ("es", "Hablaron ayer."),
    ("es", "Hablaron hace tres días."),
    ("fr", "Ils ont parlé hier."),
    ("fr", "Ils ont parlé lundi dernier."),
    ("de", "Sie sprachen gestern."),
    ("de", "Sie sprachen am Montag."),
]


@pytest.mark.parametrize(("language", "sentence"), NEED_THE_PUBLICATION)
def test_without_a_day_of_publication_relative_words_are_refused(language: str, sentence: str) -> None:
    (mention,) = find_dates(sentence, published=None, language=language)
    assert (mention.value, mention.reason) == (None, "relative words need a day of publication")


def test_every_supported_language_has_its_sentences() -> None:
    assert set(supported_languages()) == {*SENTENCES, "en"}


@pytest.mark.parametrize("language", [None, "ja", "xx", ""])
def test_without_words_for_a_language_figures_are_still_read(language: str | None) -> None:
    sentence = "A 2025-06-02, b 02.06.2025, c 2025年6月2日, lundi 3 foo."
    assert values(sentence, language=language) == {
        "2025-06-02": "2025-06-02",
        "02.06.2025": "2025-06-02",
        "2025年6月2日": "2025-06-02",
    }


def test_a_language_may_be_given_with_its_region() -> None:
    assert values("Sie sprachen gestern.", language="de-AT") == {"gestern": "2025-05-31"}
