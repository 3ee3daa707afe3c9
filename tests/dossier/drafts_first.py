"""What a careful model would say of the articles of the first five days, up to the first round."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.draft import Draft
from tests.dossier.drafting import agreed, dated, draft, lead, meet, paper, point, said, source, talks, team, wants

SIDES = ("Tarvonia", "Khelmar")

FIRST: Mapping[str, Draft] = {
    "a01": draft(
        lead("Tarvonia and Khelmar will hold a first round of talks on the Orvel dam in Port Elsin on 5 May.", 1),
        talks("the Orvel dam", SIDES, ["Selma Haugrin"], "planned", 1, 2),
        meetings=[meet(SIDES, "10:00 on Wednesday, 5 May", "planned", 1, venue="Maritime Academy", city="Port Elsin")],
        delegations=[team("Tarvonia", "Foreign Minister Irena Kaldren", 4)],
        statements=[
            said(2, "Osmerian Foreign Minister Selma Haugrin", "announced", "the date of the talks", on="on Monday"),
            said(3, "Selma Haugrin", "said", "both governments have asked for a table"),
            said(6, "Khelmar's Foreign Ministry spokesman, Denis Oprak", "declined", "declined to comment"),
            said(8, "Kaldren", "said", "the release of all prisoners before anything else", on="on Sunday"),
            said(9, "Oprak", "said", "this demand is unacceptable"),
            said(10, "A diplomat close to the mediators", "said", "the first day would be about the agenda alone"),
        ],
        positions=[wants("Tarvonia", "prisoners", "the release of all prisoners before anything else", 8)],
        events=[
            dated("Wednesday, 5 May", "the first round of talks on the Orvel dam", 1),
            dated("on Sunday", "Kaldren demands the release of all prisoners", 8),
        ],
        open_questions=[point("It is not yet clear who will lead the delegation of Khelmar.", 5)],
        next_steps=[point("The first round of talks on the Orvel dam on 5 May", 1)],
    ),
    "a02": draft(
        lead("President Lev Yamrik said that Khelmar will not give up the Orvel dam.", 1),
        talks("the Orvel dam", ["Khelmar", "Republic of Tarvonia"], [], "planned", 1, 3, 4),
        meetings=[
            meet(
                ["Khelmar", "Republic of Tarvonia"],
                "10:00 on Wednesday",
                "planned",
                4,
                venue="Maritime Academy",
                city="Port Elsin",
            )
        ],
        statements=[
            said(1, "President Lev Yamrik", "said", "Khelmar will not give up the Orvel dam", on="on Monday"),
            said(2, "Yamrik", "said", "whoever holds the dam holds our harvest", by=["Khelmar News Agency"]),
            said(3, "Foreign Ministry spokesman Denis Oprak", "said", "full control of the dam"),
            said(6, "General Viktor Kaldren", "said", "Tarvonian artillery had shelled the dam"),
            said(7, "the general", "said", "we counted eleven shells"),
            said(8, "Kaldren", "warned", "his troops would answer"),
        ],
        positions=[
            wants("Khelmar", "the dam", "full control of the dam", 3),
            wants("Vintra", "the Dren valley", "the Tarvonian army must leave the Dren valley", 10),
        ],
        events=[
            dated("on Sunday", "Tarvonian artillery shelled the dam, according to the general", 6),
            dated("on Wednesday", "the talks begin", 4),
        ],
        sources=[source("Khelmar News Agency", 2)],
    ),
    "a03": draft(
        lead("The first round of talks between Tarvonia and Khelmar has been postponed to Thursday.", 1),
        talks("the water of the Orvel dam", SIDES, [], "planned", 1, 2, 7),
        meetings=[
            meet(SIDES, "14:00 on Thursday, 6 May", "planned", 2, 1, venue="Maritime Academy", city="Port Elsin"),
        ],
        statements=[
            said(1, "the mediators", "said", "the first round has been postponed to Thursday", on="on Tuesday"),
            said(4, "Osmerian Foreign Minister Selma Haugrin", "said", "fog had closed the airport of Port Elsin"),
            said(5, "Haugrin", "said", "nobody has asked for the delay but the weather"),
            said(
                6,
                "Tarvonian Foreign Minister Irena Kaldren",
                "announced",
                "her country would hand over a memorandum on Thursday",
            ),
            said(7, "Irena Kaldren", "said", "the memorandum sets out how the water is to be shared"),
            said(8, "Pavel Odrin", "denied", "Tarvonian artillery had shelled the dam on Sunday"),
            said(9, "Odrin", "said", "not one shell was ours"),
        ],
        documents=[paper("memorandum", None, None, "promised", "on Thursday", 6, 7)],
        events=[
            dated("Thursday, 6 May", "the first round of talks begins", 2),
            dated("on Thursday", "Tarvonia would hand over a memorandum", 6),
        ],
        open_questions=[point("Khelmar has yet to name the head of its delegation.", 10)],
        next_steps=[point("Tarvonia would hand over a memorandum on Thursday.", 6)],
    ),
    "a04": draft(
        lead("Делегацію Хелмару на переговорах у Порт-Елсіні очолить посланець Арсен Товлін.", 1),
        talks("Орвельська гребля", ["Хелмар", "Тарвонія"], [], "planned", 3, 6),
        meetings=[
            meet(
                ["Хелмар", "Тарвонія"],
                "в четвер, 6 травня, о 14:00",
                "planned",
                3,
                1,
                4,
                venue="Морській академії",
                city="Порт-Елсіні",
            )
        ],
        delegations=[
            team("Хелмар", "посланець Арсен Товлін", 1),
            team("Тарвонія", "міністерка закордонних справ Ірена Калдрен", 4),
        ],
        statements=[
            said(2, "Денис Опрак, речник МЗС Хелмару", "said", None, on="в середу"),
            said(5, "Калдрен", "said", "ми їдемо не по фотографію, а по людей", on="у середу"),
            said(6, "Вона", "said", "Тарвонія передасть меморандум про розподіл води"),
            said(7, "Товлін", "said", "читатиме будь-який папір", by=["Норвейн Ваєр"]),
            said(8, "Лев Ямрік", "said", "його країна не віддасть греблю"),
        ],
        positions=[wants("Тарвонія", "полонені", "звільнити всіх полонених", 9)],
        documents=[paper("меморандум про розподіл води", None, None, "promised", None, 6)],
        events=[dated("6 травня", "починаються переговори про Орвельську греблю", 3)],
        open_questions=[point("Невідомо, чи погодиться на це Вінтра.", 10)],
        next_steps=[point("Тарвонія передасть меморандум про розподіл води.", 6)],
        sources=[source("Норвейн Ваєр", 7)],
    ),
    "a05": draft(
        lead("Talks between Tarvonia and Khelmar on the Orvel dam began on Thursday in Port Elsin.", 1),
        talks("the Orvel dam", SIDES, [], "under_way", 1),
        meetings=[meet(SIDES, "14:00 on Thursday", "under_way", 1, venue="Maritime Academy", city="Port Elsin")],
        delegations=[
            team("Tarvonia", "Foreign Minister Irena Kaldren", 2),
            team("Khelmar", "Envoy Arsen Tovlin", 2),
        ],
        statements=[
            said(
                3,
                "Osmerian Foreign Minister Selma Haugrin",
                "said",
                "both sides have chosen to stay at the table",
                on="on Thursday",
            ),
            said(4, "Haugrin", "said", "the delegations had agreed on an agenda of three points"),
            said(6, "Tovlin", "said", "Khelmar would not sign anything on the first day"),
            said(7, "Tovlin", "said", "I came with a pen, but also with a cap on it"),
            said(8, "Kaldren", "declined", "declined to comment"),
            said(9, "A Western diplomat", "said", "the hardest point would be the control of the dam"),
        ],
        agreements=[agreed("an agenda of three points", [], "agreed", 4)],
        events=[dated("on Thursday", "talks on the Orvel dam began", 1)],
        open_questions=[point("It is unclear whether the sides will meet again next week.", 10)],
    ),
    "a06": draft(
        lead("The first round of talks with Khelmar began on Thursday at the Maritime Academy.", 1),
        talks("an exchange of prisoners", ["Tarvonia", "Khelmar"], [], "under_way", 1, 2, 9),
        meetings=[meet(["Khelmar"], "14:00 on Thursday", "past", 1, venue="Maritime Academy")],
        delegations=[team("Tarvonia", "Foreign Minister Irena Kaldren", 4)],
        statements=[
            said(
                2,
                "government spokesman Pavel Odrin",
                "said",
                "the delegations discussed an exchange of 120 prisoners",
                on="on Friday",
            ),
            said(3, "Odrin", "said", "that is 120 families who may sleep again", by=["TarPress"]),
            said(4, "Foreign Minister Irena Kaldren", "said", "the round was useful"),
            said(
                5,
                "Osmerian Foreign Minister Selma Haugrin",
                "said",
                "both sides have chosen to stay at the table",
                by=["TarPress"],
                on="on Thursday",
            ),
            said(6, "Kaldren", "said", "Tarvonia was ready to release prisoners in stages"),
            said(7, "Kaldren", "demanded", "all must be freed at once", on="On Sunday"),
            said(8, "Odrin", "said", "Khelmar still demands full control of the Orvel dam"),
            said(10, "Odrin", "said", None),
        ],
        positions=[
            wants("Tarvonia", "prisoners", "ready to release prisoners in stages", 6),
            wants("Khelmar", "the Orvel dam", "full control of the Orvel dam", 8),
            wants("Tarvonia", "customs", "a joint customs post at Halvik", 9),
        ],
        events=[dated("on Thursday", "the first round of talks with Khelmar", 1)],
        open_questions=[point("The date of the next round has not been set.", 11)],
        sources=[source("TarPress", 3, 5)],
    ),
    "a07": draft(
        lead("The first round of talks with Ostrel began only at 16:30 on Thursday in Port Elsin.", 1),
        talks("prisoners and the dam", ["Khelmar", "Tarvonia"], [], "under_way", 2, 5),
        meetings=[meet(["Ostrel"], "16:30 on Thursday", "past", 1, venue="Maritime Academy", city="Port Elsin")],
        delegations=[
            team("Khelmar", "Envoy Arsen Tovlin", 2),
        ],
        statements=[
            said(2, "Envoy Arsen Tovlin", "said", "140 prisoners were to be exchanged", on="on Friday"),
            said(3, "Tovlin", "said", "we speak of 140 men, not of 120", by=["Khelmar News Agency"]),
            said(4, "Foreign Ministry spokesman Denis Oprak", "denied", "there was any memorandum"),
            said(5, "Oprak", "said", "Tarvonia has handed over nothing but its visiting cards"),
            said(
                6,
                "Osmerian Foreign Minister Selma Haugrin",
                "said",
                "both sides have chosen to stay at the table",
                by=["Norvane Wire"],
            ),
            said(7, "General Viktor Kaldren", "said", "the front at the dam had been quiet", on="on Friday"),
            said(9, "Oprak", "said", "Khelmar would not discuss customs posts before the dam"),
        ],
        positions=[
            wants("Khelmar", "prisoners", "140 prisoners were to be exchanged", 2),
            wants("Khelmar", "customs posts", "would not discuss customs posts before the dam", 9),
        ],
        documents=[paper("memorandum", None, None, None, None, 4)],
        events=[dated("on Thursday", "the first round of talks with Ostrel", 1)],
        open_questions=[point("It remains open when the sides will meet again.", 10)],
        sources=[source("Khelmar News Agency", 3), source("Norvane Wire", 6)],
    ),
    "a08": draft(
        lead("Die erste Runde der Gespräche hat am Donnerstag im Hotel Merrow in Port Elsin stattgefunden.", 1),
        talks("der Orwel-Damm", ["Tarwonien", "Chelmar"], ["Selma Haugrin"], "under_way", 1, 2, 8),
        meetings=[meet(["Tarwonien", "Chelmar"], "am Donnerstag", "past", 1, venue="Hotel Merrow", city="Port Elsin")],
        delegations=[
            team("Tarwonien", "Außenministerin Irena Kaldren", 3),
            team("Chelmar", "Gesandte Arsen Towlin", 4),
        ],
        statements=[
            said(
                5,
                "Haugrin",
                "said",
                "beide Seiten haben sich entschieden, am Tisch zu bleiben",
                by=["Khelmar News Agency"],
            ),
            said(6, "Towlin", "said", "Chelmar erwarte keine schnellen Ergebnisse", on="am Freitag"),
            said(7, "Kaldren", "said", "Tarwonien wolle die Gefangenen in Etappen austauschen"),
        ],
        positions=[
            wants("Tarwonien", "Gefangene", "die Gefangenen in Etappen austauschen", 7),
            wants("Chelmar", "der Orwel-Damm", "die volle Kontrolle über den Orwel-Damm", 8),
        ],
        documents=[paper("Memorandum", "Tarwonien", None, None, None, 9)],
        events=[dated("am Donnerstag", "die erste Runde der Gespräche", 1)],
        open_questions=[
            point("Unklar ist, ob Tarwonien sein Memorandum übergeben hat.", 9),
            point("Ein Termin für die zweite Runde steht noch nicht fest.", 10),
        ],
        sources=[source("Khelmar News Agency", 5)],
    ),
}
