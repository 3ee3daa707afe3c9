"""The story in Spanish."""

from __future__ import annotations

from tests.languages.worlds import OwnWords, World

SPANISH = World(
    language="es",
    text="""\
Ruritania y Graustark reanudarán las conversaciones sobre las cuotas de pesca en Zenda el miércoles 12 de marzo \
a las 10:00. La delegación de Ruritania está encabezada por la ministra de Exteriores Petra Rau.

«Hay que repartir las cuotas», dijo Rau el sábado. El enviado Ilko Moll encabeza la delegación de Graustark.

Moll dijo al diario La Voz de Zenda que Graustark traerá una nueva propuesta. Según la agencia Hentzau, una \
fuente cercana a la delegación afirmó que las partes canjearán 120 prisioneros.

Alemania, que actúa como mediadora, entregó a las partes un memorando el 7 de marzo. Graustark exige que la \
flota se reduzca un 12 por ciento.

No está claro si las partes firmarán el acuerdo.""",
    sides=("Ruritania", "Graustark"),
    mediator="Alemania",
    start="el miércoles 12 de marzo a las 10:00",
    city="Zenda",
    heads=("la ministra de Exteriores Petra Rau", "El enviado Ilko Moll"),
    names=("Petra Rau", "Ilko Moll"),
    speakers=("Rau", "Moll", "una fuente cercana a la delegación"),
    speaking=("Petra Rau", "Ilko Moll", "una fuente cercana a la delegación"),
    said_on="el sábado",
    newspaper="La Voz de Zenda",
    agency="Hentzau",
    memorandum="memorando",
    delivered="7 de marzo",
    own=OwnWords(
        bottom_line="Ruritania y Graustark reanudarán las conversaciones en Zenda el 12 de marzo.",
        subject="cuotas de pesca",
        contents=(
            "hay que repartir las cuotas",
            "Graustark traerá una nueva propuesta",
            "las partes canjearán 120 prisioneros",
        ),
        event="Alemania entregó un memorando",
        issue="la flota",
        stance="que la flota se reduzca un 12 por ciento",
        open_question="No está claro si las partes firmarán.",
        mediated="Alemania entregó a las partes un memorando.",
    ),
)
