"""What a careful model would say of the articles of the second week, from the first round to the accord."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.draft import Draft
from tests.dossier.drafting import agreed, dated, draft, lead, meet, paper, point, said, source, talks, team, wants

SIDES = ("Tarvonia", "Khelmar")

SECOND: Mapping[str, Draft] = {
    "a09": draft(
        lead("Khelmar could accept joint control of the Orvel dam, Envoy Arsen Tovlin said.", 1),
        talks("the Orvel dam", ["Khelmar", "Tarvonia"], [], "under_way", 1, 4),
        meetings=[meet([], "11:00 on Monday, 10 May", "planned", 5, city="Port Elsin")],
        delegations=[team("Khelmar", "Tovlin", 4)],
        statements=[
            said(
                1,
                "Envoy Arsen Tovlin",
                "said",
                "Khelmar could accept joint control of the Orvel dam",
                on="on Saturday",
            ),
            said(2, "Tovlin", "said", "a dam can be run by two, if both can count"),
            said(5, "Tovlin", "said", "the second round of the talks will begin on Monday"),
            said(6, "The envoy", "rejected", "the Tarvonian proposal of a joint customs post at Halvik"),
            said(7, "Tovlin", "said", "the Tarvonian army must leave the Dren valley"),
            said(8, "The envoy", "said", "140 prisoners were to be exchanged"),
            said(9, "President Lev Yamrik", "said", "he stood behind his envoy", on="on Saturday"),
        ],
        positions=[
            wants("Khelmar", "the Orvel dam", "could accept joint control of the Orvel dam", 1),
            wants("Khelmar", "customs post", "rejected the proposal of a joint customs post at Halvik", 6, 4),
            wants("Khelmar", "the Dren valley", "the Tarvonian army must leave the Dren valley", 7),
            wants("Khelmar", "prisoners", "140 prisoners were to be exchanged", 8, 4),
        ],
        events=[
            dated("Monday, 10 May", "the second round of the talks begins", 5),
        ],
        open_questions=[
            point("It is not clear whether Irena Kaldren will travel to Port Elsin again.", 10),
        ],
        next_steps=[point("The second round of the talks on Monday, 10 May, in Port Elsin", 5)],
    ),
    "a10": draft(
        lead("Tarvonia has replaced the head of its delegation a day before the second round of talks.", 1),
        talks("the dam", SIDES, [], "under_way", 1),
        meetings=[meet([], "11:00 on Monday", "planned", 10, city="Port Elsin")],
        delegations=[team("Tarvonia", "Deputy Prime Minister Tomas Redvik", 2)],
        statements=[
            said(
                2,
                "government spokesman Pavel Odrin",
                "announced",
                "Tomas Redvik now leads the Tarvonian delegation",
                on="on Sunday",
            ),
            said(3, "Odrin", "said", "Irena Kaldren has fallen ill"),
            said(4, "Odrin", "confirmed", "the two sides had agreed on a ceasefire of 72 hours"),
            said(5, "Odrin", "said", "the ceasefire began on Saturday"),
            said(6, "Odrin", "said", "our gunners have their orders"),
            said(
                7,
                "Envoy Arsen Tovlin",
                "said",
                "Khelmar could accept joint control of the dam",
                by=["Norvane Wire", "Khelmar News Agency"],
                on="on Saturday",
            ),
            said(8, "Redvik", "said", "the offer is a beginning"),
            said(
                9,
                "Redvik",
                "said",
                "Tarvonia has withdrawn its proposal of a joint customs post",
                on="on Sunday",
            ),
        ],
        positions=[
            wants("Khelmar", "the dam", "could accept joint control of the dam", 7),
            wants("Tarvonia", "customs post", "has withdrawn its proposal of a joint customs post at Halvik", 9),
        ],
        agreements=[agreed("a ceasefire of 72 hours at the Orvel dam", [], "agreed", 4)],
        documents=[paper("memorandum", "Tarvonia", None, "awaited", None, 11)],
        events=[
            dated("on Saturday", "the ceasefire began", 5),
            dated("on Monday", "the second round", 10),
        ],
        open_questions=[point("It is unclear whether Tarvonia will bring its memorandum.", 11)],
        next_steps=[point("The second round is planned for Monday in Port Elsin.", 10)],
        sources=[source("Norvane Wire", 7), source("Khelmar News Agency", 7)],
    ),
    "a11": draft(
        lead("Отменён второй раунд переговоров с Тарвонией, который должен был пройти 10 мая в Порт-Элсине.", 1),
        talks("прекращение огня", ["Хелмар", "Тарвония"], [], "under_way", 1, 9),
        meetings=[meet(["Тарвония"], "понедельник, 10 мая", "cancelled", 1, city="Порт-Элсине")],
        delegations=[
            team("Хелмар", "посланник Арсен Товлин", 7),
            team("Тарвония", "вице-премьер Томас Редвик", 8),
        ],
        statements=[
            said(
                2,
                "Денис Опрак, официальный представитель МИД Хелмара",
                "said",
                "второй раунд переговоров отменён",
                on="в воскресенье",
            ),
            said(3, "Опрак", "said", "мы не поедем к тем, кто меняет послов, как перчатки"),
            said(4, "Опрак", "denied", "стороны договорились о прекращении огня на 72 часа"),
            said(5, "Опрак", "said", "никакого перемирия нет", by=["Хелмар Ньюс"]),
            said(6, "Генерал Виктор Калдрен", "said", "на фронте снова стреляют"),
            said(8, "Тарвония", "said", "делегацию возглавит Томас Редвик", on="В воскресенье"),
        ],
        positions=[wants("Хелмар", "долина Дрен", "вывод армии Тарвонии из долины Дрен", 9)],
        events=[dated("10 мая", "второй раунд переговоров отменён", 1)],
        open_questions=[point("Неизвестно, состоится ли третий раунд.", 10)],
        sources=[source("Хелмар Ньюс", 5)],
    ),
    "a12": draft(
        lead("Tarvonia and Khelmar held the second round of their talks after all in Port Elsin on Monday.", 1),
        talks("joint control of the Orvel dam", SIDES, [], "under_way", 1, 10),
        meetings=[meet(SIDES, "19:00 on Monday", "past", 1, venue="Maritime Academy", city="Port Elsin")],
        delegations=[team("Tarvonia", "Deputy Prime Minister Tomas Redvik", 4)],
        statements=[
            said(
                3,
                "Osmerian Foreign Minister Selma Haugrin",
                "said",
                "she had telephoned both capitals through the night",
                on="on Tuesday",
            ),
            said(5, "Haugrin", "confirmed", "Redvik handed over a memorandum to Envoy Arsen Tovlin on Monday"),
            said(6, "Haugrin", "said", "I saw the memorandum change hands"),
            said(7, "Nadia Feltrin", "said", "Khelmar would answer the memorandum by Thursday"),
            said(10, "Redvik", "said", "Tarvonia could live with joint control of the Orvel dam"),
        ],
        positions=[wants("Tarvonia", "the Orvel dam", "could live with joint control of the Orvel dam", 10)],
        documents=[paper("memorandum", "Redvik", "Arsen Tovlin", "delivered", "on Monday", 5, 6, 7)],
        events=[
            dated("on Monday", "the second round of their talks", 1),
            dated("on Sunday", "Khelmar called the round off", 2),
            dated("on Monday", "Redvik handed over a memorandum", 5),
            dated("on Monday", "Feltrin replaced Denis Oprak", 8),
        ],
        open_questions=[point("It is not clear where the third round will be held.", 11)],
        next_steps=[point("Khelmar would answer the memorandum by Thursday.", 7)],
    ),
    "a13": draft(
        lead("У понеділок у Порт-Елсіні таки відбувся другий раунд переговорів Тарвонії та Хелмару.", 1),
        talks("розподіл води", ["Тарвонія", "Хелмар"], [], "under_way", 1, 3, 6, 9),
        meetings=[meet(["Тарвонія", "Хелмар"], "У понеділок", "past", 1, city="Порт-Елсіні")],
        delegations=[team("Тарвонія", "віцепрем'єр Томас Редвік", 2)],
        statements=[
            said(4, "Редвік", "said", "тепер папір у них, і відмовлятися пізно", on="у вівторок"),
            said(5, "Міністерка закордонних справ Осмерії Сельма Гаугрін", "confirmed", "бачила меморандум"),
            said(
                6,
                "Надія Фельтрін, нова речниця МЗС Хелмару",
                "said",
                "Хелмар відповість до четверга, 13 травня",
                by=["Норвейн Ваєр"],
            ),
            said(7, "генерал Віктор Калдрен", "said", "його війська залишаться біля греблі"),
            said(8, "Речник уряду Тарвонії Павел Одрін", "said", "сторони говорили про 120 полонених"),
        ],
        positions=[wants("Тарвонія", "гребля", "погоджується на спільний контроль над греблею", 9)],
        documents=[paper("меморандум про розподіл води", "Редвік", "Арсену Товліну", "delivered", "У понеділок", 3, 5)],
        events=[
            dated("У понеділок", "другий раунд переговорів Тарвонії та Хелмару", 1),
            dated("У понеділок", "Редвік передав меморандум про розподіл води", 3),
        ],
        open_questions=[point("Невідомо, де відбудеться третій раунд.", 10)],
        next_steps=[point("Хелмар відповість до четверга, 13 травня.", 6)],
        sources=[source("Норвейн Ваєр", 6)],
    ),
    "a14": draft(
        lead("Nadia Feltrine a déclaré que son pays n'exigeait plus le départ de l'armée tarvonienne.", 1),
        talks("le contrôle du barrage", ["Tarvonie", "Khelmar"], [], "under_way", 3, 8),
        meetings=[meet(["Tarvonie", "Khelmar"], "vendredi 14 mai", "planned", 3, city="Halvik")],
        delegations=[
            team("Tarvonie", "Tomas Redvik, vice-premier ministre", 4),
            team("Khelmar", "émissaire Arsen Tovline", 5),
        ],
        statements=[
            said(
                1,
                "Nadia Feltrine, porte-parole de la diplomatie du Khelmar",
                "said",
                "son pays n'exigeait plus le départ de l'armée tarvonienne de la vallée du Dren",
                on="mercredi",
            ),
            said(2, "Nadia Feltrine", "said", "nous retirons cette exigence pour sauver la récolte"),
            said(
                3,
                "Pavel Odrine, porte-parole du gouvernement tarvonien",
                "announced",
                "le troisième tour des pourparlers se tiendra vendredi 14 mai à Halvik",
            ),
            said(6, "La ministre osmérienne des Affaires étrangères, Selma Haugrin", None, "un geste courageux"),
            said(7, "Selma Haugrin", "proposed", "envoyer des observateurs osmériens au barrage d'Orvel"),
        ],
        positions=[
            wants("Khelmar", "la vallée du Dren", "n'exigeait plus le départ de l'armée tarvonienne", 1),
            wants("Tarvonie", "le contrôle du barrage", "que le contrôle du barrage soit commun", 8),
        ],
        events=[dated("vendredi 14 mai", "le troisième tour des pourparlers", 3)],
        open_questions=[point("Le nombre de prisonniers à échanger reste inconnu.", 9)],
        next_steps=[point("Le troisième tour des pourparlers se tiendra vendredi 14 mai à Halvik.", 3)],
    ),
    "a15": draft(
        lead("Khelmar handed over its answer to the Tarvonian memorandum on Thursday.", 1),
        talks("the Orvel dam", ["Khelmar", "Tarvonia"], [], "under_way", 2, 4, 6),
        meetings=[meet([], "on Friday", "planned", 4, city="Port Elsin")],
        delegations=[
            team("Khelmar", "Envoy Arsen Tovlin", 5),
            team("Tarvonia", "Deputy Prime Minister Tomas Redvik", 6),
        ],
        statements=[
            said(
                1,
                "Foreign Ministry spokeswoman Nadia Feltrin",
                "said",
                "Khelmar handed over its answer to the Tarvonian memorandum on Thursday",
            ),
            said(2, "Nadia Feltrin", "said", "Khelmar accepts Osmerian observers at the Orvel dam"),
            said(3, "Feltrin", "said", "the observers may count every litre"),
            said(
                4,
                "Nadia Feltrin",
                "said",
                "the third round of talks will be held on Friday in Port Elsin",
                by=["Khelmar News Agency"],
            ),
            said(7, "General Viktor Kaldren", "warned", "no ceasefire at the dam would hold without observers"),
            said(8, "Feltrin", "said", "Kaldren will not travel to the third round"),
            said(10, "President Lev Yamrik", "said", "140 prisoners must come home", on="on Thursday"),
        ],
        positions=[
            wants("Khelmar", "the Orvel dam", "accepts Osmerian observers at the Orvel dam", 2),
            wants("Khelmar", "prisoners", "140 prisoners must come home", 10),
        ],
        documents=[
            paper("answer", "Khelmar", None, "delivered", "on Thursday", 1),
            paper("Tarvonian memorandum", None, None, None, None, 1),
        ],
        events=[
            dated("on Thursday", "Khelmar handed over its answer", 1),
            dated("on Friday", "the third round of talks", 4),
        ],
        next_steps=[point("The third round of talks will be held on Friday in Port Elsin.", 4)],
        sources=[source("Khelmar News Agency", 4)],
    ),
    "a16": draft(
        lead("Tarvonia and Khelmar agreed on Friday on joint control of the Orvel dam.", 1),
        talks("joint control of the Orvel dam", SIDES, [], "concluded", 1),
        meetings=[
            meet(SIDES, "09:00 on Friday", "past", 2, city="Halvik"),
        ],
        delegations=[
            team("Tarvonia", "Deputy Prime Minister Tomas Redvik", 4),
            team("Khelmar", "Envoy Arsen Tovlin", 4),
        ],
        statements=[
            said(3, "Osmerian Foreign Minister Selma Haugrin", "said", "the dam will have two keys"),
            said(5, "Haugrin", "announced", "the two sides will sign the accord on Monday, 17 May, in Port Elsin"),
            said(6, "Redvik", "said", "Tarvonia would release its prisoners in two stages"),
            said(7, "Tovlin", "confirmed", "Khelmar no longer demands a Tarvonian withdrawal"),
            said(9, "Viktor Kaldren", "criticised", "the accord"),
            said(10, "Viktor Kaldren", "said", "two keys open a door for thieves", by=["Vintra Herald"]),
        ],
        positions=[
            wants("Tarvonia", "prisoners", "would release its prisoners in two stages", 6),
            wants("Khelmar", "the Dren valley", "no longer demands a Tarvonian withdrawal", 7),
        ],
        agreements=[
            agreed("joint control of the Orvel dam under Osmerian observers", SIDES, "agreed", 1),
        ],
        documents=[paper("accord", None, None, "promised", "Monday, 17 May", 5, 9)],
        events=[
            dated("on Friday", "Tarvonia and Khelmar agreed on joint control of the Orvel dam", 1),
            dated("Monday, 17 May", "the two sides will sign the accord in Port Elsin", 5),
        ],
        open_questions=[point("It remains unclear how many prisoners will be exchanged.", 11)],
        next_steps=[point("The two sides will sign the accord on 17 May in Port Elsin.", 5)],
        sources=[source("Vintra Herald", 10)],
    ),
}
