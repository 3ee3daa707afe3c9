"""The story in French."""

from __future__ import annotations

from tests.languages.worlds import OwnWords, World

FRENCH = World(
    language="fr",
    text="""\
La Ruritanie et le Graustark reprendront leurs pourparlers sur les quotas de pêche à Zenda le mercredi 12 mars \
à 10 heures. La délégation ruritanienne est dirigée par la ministre des Affaires étrangères Petra Rau.

« Il faut partager les quotas », a déclaré Rau samedi. L’envoyé Ilko Moll dirige la délégation du Graustark.

Moll a dit au quotidien La Voix de Zenda que le Graustark apporterait une nouvelle proposition. Selon l’agence \
Hentzau, une source proche de la délégation a affirmé que les parties échangeraient 120 prisonniers.

L’Allemagne, qui joue le rôle de médiateur, a remis un mémorandum aux parties le 7 mars. Le Graustark exige que \
la flotte soit réduite de 12 %.

On ignore si les parties signeront l’accord.""",
    sides=("Ruritanie", "Graustark"),
    mediator="Allemagne",
    start="le mercredi 12 mars à 10 heures",
    city="Zenda",
    heads=("la ministre des Affaires étrangères Petra Rau", "L’envoyé Ilko Moll"),
    names=("Petra Rau", "Ilko Moll"),
    speakers=("Rau", "Moll", "une source proche de la délégation"),
    speaking=("Petra Rau", "Ilko Moll", "une source proche de la délégation"),
    said_on="samedi",
    newspaper="La Voix de Zenda",
    agency="Hentzau",
    memorandum="mémorandum",
    delivered="7 mars",
    own=OwnWords(
        bottom_line="La Ruritanie et le Graustark reprendront leurs pourparlers à Zenda le 12 mars.",
        subject="les quotas de pêche",
        contents=(
            "il faut partager les quotas",
            "le Graustark apporterait une nouvelle proposition",
            "les parties échangeraient 120 prisonniers",
        ),
        event="L’Allemagne a remis un mémorandum",
        issue="la flotte",
        stance="que la flotte soit réduite de 12 %",
        open_question="On ignore si les parties signeront l’accord.",
        mediated="L’Allemagne a remis un mémorandum aux parties.",
    ),
)
