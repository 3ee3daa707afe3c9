"""Sentences: what counts as one, in many languages, and that none of the text is lost."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.sentences import LONGEST_SENTENCE, Sentence, split_sentences

LANGUAGES = (None, "en", "de", "fr", "es", "ru", "uk", "pl", "zh", "ja", "ko", "th", "ar", "hi", "tr", "xx")
WORDS = "The_envoy said Mr. U.S. M. B. 2. 5 2031 г. ё é www.a.Ru 会谈 سلام डॉ สวัสดี 😀".replace("_", " ").split(" ")
MARKS = [*".!?\"“”«»„‘’'()—,:。「」，؟।", "...", "- ", "• "]
SPACES = [" ", "  ", "\n", "\n\n", "\t", "\r", "\u2028", "\xa0", "\u0301", "\0", "\ud800"]
FRAGMENTS = [*WORDS, *MARKS, *SPACES]


def texts(language: str | None, text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text, language)]


def assert_exact(text: str, sentences: Iterable[Sentence]) -> None:
    behind = 0
    for number, sentence in enumerate(sentences, start=1):
        assert sentence.number == number
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip() != ""
        assert not text[behind : sentence.start].strip(), "characters between two sentences belong to none"
        assert behind <= sentence.start
        behind = sentence.end
    assert not text[behind:].strip(), "characters behind the last sentence belong to none"


class TestNothingIsLost:
    @given(st.text(alphabet=st.characters()), st.sampled_from(LANGUAGES))
    def test_any_text(self, text: str, language: str | None) -> None:
        assert_exact(text, split_sentences(text, language))

    @settings(max_examples=400)
    @given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.sampled_from(LANGUAGES))
    def test_text_of_difficult_parts(self, parts: list[str], language: str | None) -> None:
        text = "".join(parts)
        assert_exact(text, split_sentences(text, language))

    @given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=10), st.integers(1, 60))
    def test_long_text(self, parts: list[str], times: int) -> None:
        text = "".join(parts) * times
        sentences = split_sentences(text, "en")
        assert_exact(text, sentences)
        assert all(len(sentence.text) <= LONGEST_SENTENCE for sentence in sentences)

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\xa0"])
    def test_white_space_holds_no_sentence(self, text: str) -> None:
        assert split_sentences(text, "en") == ()


# One sentence a line; a text is the lines of a case joined by a space (Chinese and Japanese: by nothing).
BY_LANGUAGE = {
    "en": [
        """
        Mr. Roy met U.S. officials and Gen. Voss at No. 5 Holm Street.
        They spoke at 3 p.m. and parted at 5 p.m. on 2 June.
        J. R. Lind, of Acme Inc., came with Amb. Jo Hale and Lt. Col. Anna Berg.
        The price rose by 3.5 percent to $1,000.50 on Jan. 3.
        """,
        """
        The talks were led by the U.S.
        The envoy of the U.N. left for Washington, D.C.
        The U.S. President Hale and U.N. Secretary-General Roy stayed.
        There is no plan B.
        He left at 10 a.m. Holm time.
        She came at 5 p.m. Monday.
        """,
        """
        The proposal was late.
        al-Noor called it void.
        Lind (Keld Corp.) Monday met Roy.
        """,
        """
        They met.[1]
        Nobody spoke (the U.S. envoy was ill).
        (It had rained. The road was closed.)
        Then they left...
        The rest is silence.
        """,
    ],
    "de": [
        """
        Am 2. Juni traf Dr. Lind, z. B. mit Hrn. K. Voss, ca. 30 Gäste in St. Holm.
        Der 3. Weltgipfel begann um 13.00 Uhr.
        Er dauert bis zum 3.
        Die Gespräche kosten 3,5 Mio. Euro.
        „Kommen sie?“, fragte er.
        """
    ],
    "fr": [
        """
        M. Roy a rencontré Mme Lind, MM. Voss et Berg, et le Dr. Hale.
        L’art. 5 du traité est clair.
        J.-C. Lind est parti à 13 h.
        « Viendront-ils ? » a demandé M. Roy.
        « Non ! »
        Il est resté.
        """
    ],
    "es": [
        """
        El Sr. Roy y la Dra. Lind hablaron con el Gral. Voss.
        EE. UU. respondió con el núm. 3 de la lista.
        ¿Cuándo vendrán?
        ¡Mañana!
        «No».
        Se fueron.
        """
    ],
    "it": [
        """
        Il Sig. Roy e l’On. Neri hanno parlato con il Gen. Gallo.
        L’art. 5 e il n. 7 restano.
        «Verranno?» ha chiesto.
        """
    ],
    "ru": [
        """
        А. Б. Линд и И.И. Рой приехали в г. Хольм 2 июня 2031 г. вместе с ген. Воссом.
        Это стоило 5 млн. рублей, т. е. много.
        «Приедут?» — спросил Рой.
        — Мы готовы, — сказал он.
        Делегация осталась в городе до 3 июня 2031 г.
        Переговоры начались.
        """,
        """
        2 июня 2031 г. Линд прибыл в Хольм.
        Он уехал.
        """,
    ],
    "uk": [
        """
        А. Б. Лінд приїхав у м. Хольм із проф. Роєм.
        Переговори тривали до 2 червня 2031 р.
        Потім усі поїхали.
        """
    ],
    "pl": [
        """
        Gen. Nowak, prof. Lind i płk. Berg przyjechali na ul. Długą.
        Rozmowy, tzn. spotkania, trwają.
        """
    ],
    "tr": [
        """
        Dr. Lind ve Sn. Roy 2. turda Holm’a geldi.
        “Gelecek mi?” diye sordu.
        Toplantı bitti.
        """
    ],
    "ar": ["قال المبعوث إنه سيأتي.\nهل يأتي غدا؟\nنعم."],
    "ur": ["اس نے کہا۔\nوہ گیا۔"],
    "hi": ["डॉ. वर्मा होल्म आए।\nवार्ता शुरू हुई।\n“हाँ।”\nउसने कहा।"],
    "el": ["Ο κ. Παπάς ήρθε.\nΠότε;\nΑύριο."],
    "zh": ["会谈在霍尔姆举行。\n“他会来吗？”林德问。\n他表示，谈判很难！\n“会的。”发言人说。"],
    "ja": ["会談は終わった。\n「来ますか？」と彼は聞いた。\n「はい。」\n彼は帰った。"],
    "ko": ["그는 말했다.\n“협상합니다.”라고 밝혔다.\n끝났다."],
}


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in BY_LANGUAGE.items() for case in cases]
)
def test_sentences_by_language(language: str, case: str) -> None:
    expected = [line.strip() for line in case.strip().split("\n")]
    text = ("" if language in ("zh", "ja") else " ").join(expected)
    assert texts(language, text) == expected


class TestQuotations:
    def test_a_short_quotation_stays_with_its_speaker(self) -> None:
        assert texts("en", "“It takes time. It is hard,” he said. She nodded.") == [
            "“It takes time. It is hard,” he said.",
            "She nodded.",
        ]

    @pytest.mark.parametrize("quotation", ['"It takes time. It is hard",', "«Нужно время. Это трудно», —"])
    def test_the_mark_may_stand_before_the_comma(self, quotation: str) -> None:
        assert texts("ru", f"{quotation} сказал Рой. Он ушёл.") == [f"{quotation} сказал Рой.", "Он ушёл."]

    def test_a_long_quotation_is_split_at_its_sentences(self) -> None:
        text = "“We have waited for an answer for three weeks now. We will not wait for another three,” Lind said."
        assert texts("en", text) == [
            "“We have waited for an answer for three weeks now.",
            "We will not wait for another three,” Lind said.",
        ]

    @pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "«»", "„“", "»«", "‘’"])
    def test_closing_marks_stay_with_their_sentence(self, opening: str, closing: str) -> None:
        expected = [
            f"{opening}We will talk,{closing} Mr. Roy said.",
            f"{opening}It takes time.{closing}",
            f"{opening}It takes more than that.{closing}",
            "He left.",
        ]
        assert texts("en", " ".join(expected)) == expected

    @pytest.mark.parametrize("end", ['."', '".', ".”", "”.", "?”", "!»", ".'", ".)"])
    def test_a_sentence_ends_behind_its_last_mark(self, end: str) -> None:
        opening = {'"': '"', "”": "“", "»": "«", "'": "'", ")": "("}[end.strip(".?!")]
        expected = [f"Lind wrote of {opening}a plain no{end}", "The envoy left."]
        assert texts("en", " ".join(expected)) == expected

    @pytest.mark.parametrize(
        "text",
        [
            '"Is it?" he asked.',
            "“Will they come?” President Berg asked.",
            "“No!” Anna Lind said.",
            "„Kommen sie?“ fragte er.",
            "«Вы придёте?» — спросил он.",
        ],
    )
    def test_the_speaker_behind_a_question_stays(self, text: str) -> None:
        assert texts("en", text) == [text]

    def test_a_quotation_that_never_closes_does_no_harm(self) -> None:
        text = "“We go on. He left. She stayed. They met again in Holm."
        assert texts("en", text) == ["“We go on.", "He left.", "She stayed.", "They met again in Holm."]

    def test_an_opening_mark_goes_with_the_next_sentence(self) -> None:
        text = 'They met in Holm. "The talks go on without an end in sight.'
        assert texts("en", text) == ["They met in Holm.", '"The talks go on without an end in sight.']

    def test_no_is_a_word(self) -> None:
        assert texts("en", "He said “No.” She left.") == ["He said “No.”", "She left."]


class TestMissingSpaces:
    @pytest.mark.parametrize(
        "parts",
        [
            ("They spoke of the plan.", "Despite the rain, all came."),
            ("It was 2031.", "The talks began."),
            ("He called it “void”.", "The envoy left."),
            ("The reply came from NATO.", "The envoy left."),
        ],
    )
    def test_a_missing_space_ends_a_sentence(self, parts: tuple[str, str]) -> None:
        assert texts("en", "".join(parts)) == list(parts)

    @pytest.mark.parametrize(
        "text",
        [
            "The site Holm.ru and the site Holm.Ru reported it.",
            "See https://www.Holm.Example/Talks.Html for more.",
            "Write to Anna.Berg@Holm.Example today.",
            "Version 2.0 of No.5 came from Mr.Roy of the U.S.Senate.",
        ],
    )
    def test_an_address_is_not_split(self, text: str) -> None:
        assert texts("en", text) == [text]


class TestLines:
    def test_a_blank_line_ends_a_sentence(self) -> None:
        assert texts("en", "Talks in Holm\n\nthe envoys met\n \t\nagain") == [
            "Talks in Holm",
            "the envoys met",
            "again",
        ]

    def test_a_heading_a_caption_and_a_byline(self) -> None:
        text = "Talks go on in Holm\nBy Anna Berg\nThe envoys met on Monday.\nThey will meet again:\nOn Friday."
        assert texts("en", text) == text.split("\n")

    def test_a_line_that_goes_on_is_joined(self) -> None:
        text = "The envoys met in the old\ntown hall of Holm,\nBerg said, and will meet again. They left."
        assert texts("en", text) == [text[:-11], "They left."]

    @pytest.mark.parametrize("width", [45, 60, 72, 80])
    @pytest.mark.parametrize("blank_lines", [True, False])
    def test_wrapped_text_is_joined(self, width: int, blank_lines: bool) -> None:
        paragraphs = [
            [
                "The envoys of Keldria and Morvania met in the old town hall of Holm on Monday.",
                "Both stay, said Mr. Roy.",
            ],
            ["He spoke on the steps of the building after Berg had left.", "They meet again on 4 June at the latest."],
            ["The hall is closed until then.", "Nobody knows what Keldria will say about the border to Morvania."],
        ]
        text = ("\n\n" if blank_lines else "\n").join(textwrap.fill(" ".join(part), width) for part in paragraphs)
        expected = [sentence for part in paragraphs for sentence in part]
        assert [" ".join(sentence.split()) for sentence in texts("en", text)] == expected

    def test_chinese_is_wrapped_between_any_characters(self) -> None:
        lines = [
            "代表团星期一在霍尔姆的旧市政厅举行了会谈",
            "并就边界问题交换了意见。双方表示会谈将继",
            "续下去，直到达成协议为止。",
        ]
        assert ["".join(sentence.split()) for sentence in texts("zh", "\n".join(lines))] == [
            "代表团星期一在霍尔姆的旧市政厅举行了会谈并就边界问题交换了意见。",
            "双方表示会谈将继续下去，直到达成协议为止。",
        ]

    @pytest.mark.parametrize(
        "marks", ["---", "•••", "***", "–––", ("1.", "2.", "3."), ("1)", "2)", "3)"), ("a)", "b)", "c)")]
    )
    def test_list_items_are_sentences(self, marks: Iterable[str]) -> None:
        items = [
            f"{mark} {words}" for mark, words in zip(marks, ["A truce", "Free roads", "Talks in Holm"], strict=True)
        ]
        assert texts("en", "They agreed on this:\n" + "\n".join(items) + "\nNo more.") == [
            "They agreed on this:",
            *items,
            "No more.",
        ]

    def test_a_mark_on_a_line_of_its_own_belongs_to_the_next_line(self) -> None:
        assert texts("en", "They agreed.\n•\nThe truce holds.") == ["They agreed.", "•\nThe truce holds."]

    def test_a_list_within_wrapped_text(self) -> None:
        text = textwrap.fill("The envoys of Keldria met in the old town hall of Holm. " * 3, 45)
        text += "\n\n- Free roads\n- Open seas\n- Calm skies"
        assert texts("en", text)[3:] == ["- Free roads", "- Open seas", "- Calm skies"]

    def test_a_list_on_one_line_keeps_its_numbers(self) -> None:
        assert texts("en", "1. The truce holds. 2. The roads open.") == ["1. The truce holds.", "2. The roads open."]


def test_a_no_break_space_is_white_space(caplog: pytest.LogCaptureFixture) -> None:
    expected = ["Am 2.\xa0Juni sprach J.\xa0Lind.", "Er nannte es Plan A\xa0."]
    assert texts("de", " ".join(expected)) == expected
    assert not caplog.records, "the library failed"


class TestLongSentences:
    def test_without_stops_it_is_cut_between_words(self) -> None:
        text = "the envoys met, and " * 200
        sentences = texts("en", text)
        assert all(100 < len(sentence) <= LONGEST_SENTENCE for sentence in sentences[:-1])
        assert all(sentence.startswith("and") and sentence.endswith(",") for sentence in sentences[1:-1])

    def test_thai_is_kept_whole_up_to_a_length(self) -> None:
        paragraph = "ทูตกล่าวว่าการเจรจาจะดำเนินต่อไป ที่โฮล์ม ในวันจันทร์"
        assert texts("th", paragraph) == [paragraph]
        long = texts("th", " ".join([paragraph] * 20))
        assert all(150 < len(sentence) <= 300 for sentence in long[:-1])

    def test_a_text_without_any_space(self) -> None:
        assert "".join(texts("zh", "会谈很难。" * 3000)) == "会谈很难。" * 3000


def test_small_letters_only() -> None:
    assert texts("en", "they met. they left.") == ["they met.", "they left."]


def test_a_line_of_signs_is_kept() -> None:
    assert texts("en", "They met.\n\n***\n\nThey left.") == ["They met.", "***", "They left."]
