"""The story in Chinese."""

from __future__ import annotations

from tests.languages.worlds import OwnWords, World

CHINESE = World(
    language="zh",
    text="""\
卢里塔尼亚和格劳斯塔克将于3月12日星期三上午10时在曾达恢复关于渔业配额的会谈。卢里塔尼亚代表团由外交部长佩特拉·劳率领。

劳星期六表示：“配额必须分享。”格劳斯塔克代表团由特使伊尔科·莫尔率领。

莫尔对《曾达之声报》表示，格劳斯塔克将带来新的提案。据亨曹通讯社报道，一名接近代表团的消息人士称，双方将交换120名战俘。

担任调解方的德国3月7日向双方递交了一份备忘录。格劳斯塔克要求将船队缩减12%。

目前尚不清楚双方是否会签署协议。""",
    sides=("卢里塔尼亚", "格劳斯塔克"),
    mediator="德国",
    start="3月12日星期三上午10时",
    city="曾达",
    heads=("外交部长佩特拉·劳", "特使伊尔科·莫尔"),
    names=("佩特拉·劳", "伊尔科·莫尔"),
    speakers=("劳", "莫尔", "一名接近代表团的消息人士"),
    speaking=("劳", "莫尔", "一名接近代表团的消息人士"),
    said_on="星期六",
    newspaper="曾达之声报",
    agency="亨曹通讯社",
    memorandum="备忘录",
    delivered="3月7日",
    own=OwnWords(
        bottom_line="卢里塔尼亚和格劳斯塔克将于3月12日在曾达恢复会谈。",
        subject="渔业配额",
        contents=("配额必须分享", "格劳斯塔克将带来新的提案", "双方将交换120名战俘"),
        event="德国向双方递交了一份备忘录",
        issue="船队",
        stance="将船队缩减12%",
        open_question="尚不清楚双方是否会签署协议",
        mediated="德国向双方递交了一份备忘录",
    ),
)
