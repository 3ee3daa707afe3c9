"""Chinese and Arabic have no grammar here: a few telling words, and the marks of the script, have to do."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer import Article
from summarizer.extraction.speakers import may_hold_speech
from summarizer.grounding.figures import figures
from summarizer.grounding.ground import ground
from summarizer.grounding.kinds import kind_by_words
from summarizer.grounding.parties import party_of
from summarizer.grounding.quotes import locate
from summarizer.language import may_tell_of_talks
from summarizer.language.bare_cues import speaks_not
from summarizer.language.standpoints import tells_of_a_wish, tells_what_is_open
from tests.briefing_by_script import SMALL, Start, brief
from tests.draft_answers import answers_from
from tests.grounding.worlds import draft, statement
from tests.languages.arabic import ARABIC
from tests.languages.chinese import CHINESE
from tests.languages.worlds import World
from tests.scripted_model import Answer, Request

BARE = pytest.mark.parametrize("world", [CHINESE, ARABIC], ids=lambda world: world.language)


@BARE
def test_only_sentences_with_a_telling_word_are_asked_about(world: World) -> None:
    sentences = world.article.sentences
    assert [s.number for s in sentences if may_hold_speech(s, None, world.language)] == [3, 5, 6, 8]
    assert [s.number for s in sentences if may_tell_of_talks(s.text, world.language)] == [1]
    assert [s.number for s in sentences if tells_of_a_wish(s.text, world.language)] == [8]
    assert [s.number for s in sentences if tells_what_is_open(s.text, world.language)] == [9]


def test_every_sentence_is_asked_about_where_no_word_of_the_language_is_known() -> None:
    sentences = Article.from_text("Rau powiedziała, że nie. Molla nie było.", language="pl").sentences
    assert all(may_hold_speech(s, None, "pl") and may_tell_of_talks(s.text, "pl") for s in sentences)


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        ("zh", "莫尔", "person"),
        ("zh", "格劳斯塔克", "organisation"),
        ("zh", "德国", "organisation"),
        ("zh", "外交部", "organisation"),
        ("zh", "亨曹通讯社", "outlet"),
        ("zh", "一名接近代表团的消息人士", "anonymous"),
        ("ar", "مول", "person"),
        ("ar", "ألمانيا", "organisation"),
        ("ar", "وزارة الخارجية", "organisation"),
        ("ar", "وكالة هنتزاو للأنباء", "outlet"),
        ("ar", "مصدر مقرب من الوفد", "anonymous"),
        ("pl", "Rau", "organisation"),
        ("pl", "Petra Rau", "person"),
    ],
)
def test_what_sort_of_speaker_a_name_is(language: str, name: str, kind: str) -> None:
    assert kind_by_words(name, None, ["格劳斯塔克"], language) == kind


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("غراوستارك", "روريتانيا وغراوستارك", "غراوستارك"),
        ("زندا", "وبزندا", "زندا"),
        ("غراوستارك", "والغراوستارك", None),
        ("لد", "ولد", None),
        ("莫尔", "特使伊尔科·莫尔率领", "莫尔"),
    ],
)
def test_a_name_with_a_joined_word_before_it_is_found_and_half_a_word_is_not(
    words: str, text: str, found: str | None
) -> None:
    places = locate(words, text)
    assert [text[start:end] for start, end in places] == ([found] if found else [])
    assert party_of(text, [words]) == (words if found else None)


def test_numbers_beside_chinese_signs_and_arabic_hundredths() -> None:
    assert [(f.value, f.percent) for f in figures("将交换120名战俘，缩减12%", None)] == [(120, False), (12, True)]
    assert [(f.value, f.percent) for f in figures("بنسبة 12 في المئة و٣ سفن", None)] == [(12, True)]


GLUED = {
    "StatementAnswer": {"words": "表示", "speaker": "劳星期六"},
    "PlaceAnswer": {"building": "曾达", "city": "卢里塔尼亚", "country": "格劳斯塔克"},
}
"""What a small model said of Chinese sentences: a name with its day, and the sides for places."""


def test_a_day_is_no_part_of_a_name_and_a_side_no_place(scripted: Start) -> None:
    read_well = answers_from(CHINESE.article, CHINESE.draft(CHINESE.own))

    def script(request: Request) -> Answer:
        glued = GLUED.get(request.question)
        about = request.question == "PlaceAnswer" or "劳星期六" in request.user
        return glued if glued is not None and about else read_well(request)

    briefing = brief(scripted(script).base_url, SMALL, CHINESE.article)
    assert briefing.statements[0].speaker.name == "劳"
    (meeting,) = briefing.meetings
    assert (meeting.venue, meeting.city, meeting.country) == ("曾达", None, None)


@BARE
def test_the_small_plan_reads_it_with_a_model_that_reads_well(scripted: Start, world: World) -> None:
    endpoint = scripted(answers_from(world.article, world.draft(world.own)))
    briefing = brief(endpoint.base_url, SMALL, world.article)
    assert [s.speaker.name for s in briefing.statements] == [*world.speaking]
    assert [m.city for m in briefing.meetings] == [world.city]
    assert "2031-03-12T10:00" in [e.date for e in briefing.timeline]
    assert [p.party for p in briefing.positions] == [world.sides[1]]
    assert [q.text for q in briefing.open_questions] == [world.article.sentences[8].text]


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("zh", "会谈何时开始？没有人知道！劳说：「配额必须分享。」莫尔拒绝评论。", 4),
        ("ar", "متى تبدأ المحادثات؟ لا أحد يعرف! قالت راو: «الحصص يجب أن تقسم». رفض مول التعليق.", 4),
    ],
)
def test_sentences_end_at_the_marks_of_the_script(language: str, text: str, sentences: int) -> None:
    assert len(Article.from_text(text, language=language).sentences) == sentences


@pytest.mark.parametrize(
    ("language", "text", "words", "reason"),
    [
        ("zh", "莫尔对《曾达之声报》表示，将开会。", "曾达之声报", "It is told these words."),
        ("zh", "莫尔告诉亨曹通讯社，将开会。", "亨曹通讯社", "It is told these words."),
        ("zh", "莫尔对《曾达之声报》表示，将开会。", "莫尔", None),
        ("zh", "据亨曹通讯社报道，一名消息人士称，将开会。", "亨曹通讯社", "It carries another's words."),
        ("zh", "据亨曹通讯社报道，将开会。", "亨曹通讯社", None),
        ("zh", "劳表示：“配额必须分享。”", "配额", "It stands in quotation marks, as what was said."),
        ("ar", "وقال مول لصحيفة «صوت زندا» إن الأمر انتهى.", "صحيفة «صوت زندا»", "It is told these words."),
        ("ar", "وقال مول لصحيفة «صوت زندا» إن الأمر انتهى.", "مول", None),
        ("ar", "وقالت صحيفة «صوت زندا» إن الأمر انتهى.", "صوت زندا", None),
        ("ar", "وقالت راو إن «الحصص يجب أن تُقسَّم».", "الحصص", "It stands in quotation marks, as what was said."),
        ("pl", "Rau powiedziała: „Kwoty”.", "Kwoty", None),
    ],
)
def test_a_few_marks_tell_who_does_not_speak(language: str, text: str, words: str, reason: str | None) -> None:
    start = text.index(words)
    assert speaks_not(text, start, start + len(words), language) == reason


def test_a_day_and_its_hour_are_one_event() -> None:
    read = Article.from_text("会谈3月12日上午10时在曾达举行。", language="zh", published=dt.date(2031, 3, 9))
    events = ground(read, draft("德国")).timeline
    assert [e.date for e in events] == ["2031-03-12T10:00"]


def test_one_who_is_told_is_refused_as_the_speaker() -> None:
    read = Article.from_text("莫尔对《曾达之声报》表示，将开会。", language="zh")
    result = ground(read, draft(statements=[statement(1, "曾达之声报"), statement(1, "莫尔")]))
    assert [s.speaker.name for s in result.statements] == ["莫尔"]
    assert [(r.refusal.path, r.refusal.reason) for r in result.refused] == [
        ("/statements/0/speaker", "It is told these words.")
    ]
