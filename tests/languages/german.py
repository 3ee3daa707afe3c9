"""The story in German."""

from __future__ import annotations

from tests.languages.worlds import OwnWords, World

GERMAN = World(
    language="de",
    text="""\
Ruritanien und Graustark nehmen ihre Gespräche über Fischquoten am Mittwoch, dem 12. März, um 10 Uhr in Zenda \
wieder auf. Die ruritanische Delegation wird von Außenministerin Petra Rau geleitet.

„Die Quoten müssen geteilt werden“, sagte Rau am Samstag. Der Gesandte Ilko Moll leitet die Delegation von Graustark.

Moll sagte der Zeitung „Zendaer Bote“, Graustark werde einen neuen Vorschlag mitbringen. Nach Angaben der \
Nachrichtenagentur Hentzau erklärte eine der Delegation nahestehende Quelle, die Seiten \
würden 120 Gefangene austauschen.

Deutschland, das zwischen den Seiten vermittelt, übergab am 7. März ein Memorandum. Graustark fordert, die \
Flotte um 12 Prozent zu verkleinern.

Unklar ist, ob die Seiten das Abkommen unterzeichnen.""",
    sides=("Ruritanien", "Graustark"),
    mediator="Deutschland",
    start="am Mittwoch, dem 12. März, um 10 Uhr",
    city="Zenda",
    heads=("Außenministerin Petra Rau", "Der Gesandte Ilko Moll"),
    names=("Petra Rau", "Ilko Moll"),
    speakers=("Rau", "Moll", "eine der Delegation nahestehende Quelle"),
    speaking=("Petra Rau", "Ilko Moll", "eine der Delegation nahestehende Quelle"),
    said_on="am Samstag",
    newspaper="Zendaer Bote",
    agency="Hentzau",
    memorandum="Memorandum",
    delivered="7. März",
    own=OwnWords(
        bottom_line="Ruritanien und Graustark nehmen ihre Gespräche am 12. März in Zenda wieder auf.",
        subject="Fischquoten",
        contents=(
            "Die Quoten müssen geteilt werden",
            "Graustark werde einen neuen Vorschlag mitbringen",
            "die Seiten würden 120 Gefangene austauschen",
        ),
        event="Deutschland übergab ein Memorandum",
        issue="die Flotte",
        stance="die Flotte um 12 Prozent zu verkleinern",
        open_question="Unklar ist, ob die Seiten das Abkommen unterzeichnen.",
        mediated="Deutschland übergab ein Memorandum.",
    ),
)
