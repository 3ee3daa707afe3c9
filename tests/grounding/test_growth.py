"""The time of grounding grows with the length of article and draft, and not with its square."""

from __future__ import annotations

import time

import pytest

from summarizer.grounding.ground import ground
from tests.grounding.worlds import article, draft, statement

_SAID = [
    ("Foreign Minister Petra Rau said on Monday that the offer of Graustark fails.", "Petra Rau"),
    ("She told the Zenda Herald that it rains in Strelsau.", "She"),
    ("A source close to the court told Hentzau News that talks resume on 12 March.", "A source close to the court"),
    ("The source added that nothing is settled.", "The source"),
    ("Ilko Moll{0}ov, head of the Zenda delegation, warned that there was no time left.", "Ilko Moll{0}ov"),
    ("The minister denied that she would travel.", "The minister"),
    ("The Ministry of Rain{0} rejected it, according to the news agency Post{0}.", "The Ministry of Rain{0}"),
    ("The ministry said no more.", "The ministry"),
    ("Otto Hals{0} insisted that Rau left.", "Otto Hals{0}"),
    ("Envoy Rupert Sapt argued that it rains.", "Mayor Rupert Sapt"),
    ("He declined to say why.", "Somebody Else{0}"),
]
"""Short names of one person, of many, outlets, what is refused: each once in eleven sentences."""

_NAMESAKES = [
    ("Ana{0} Rau told the Post{0} that it rains.", "Ana{0} Rau"),
    ("The Ministry of Rain{0} denied it.", "The Ministry of Rain{0}"),
    ("Minister Ana{0} Rau added that it snows.", "Ana{0} Rau"),
    ("Rau said that it hails.", "Rau"),
]
"""As many people with one surname, ministries of one kind and outlets as there are statements."""


@pytest.mark.parametrize(("said", "refused"), [(_SAID, 1), (_NAMESAKES, 0)], ids=["names of all sorts", "one surname"])
def test_time_grows_with_the_number_of_statements_and_not_with_its_square(
    said: list[tuple[str, str]], refused: int
) -> None:
    def seconds(count: int) -> float:
        """The best of two, since other processes slow some of them."""
        pairs = [(text.format(at), who.format(at)) for at in range(count // len(said)) for text, who in said]
        read = article(" ".join(text for text, _ in pairs))
        wanted = draft("Ruritania", "Graustark", statements=[statement(n, who) for n, (_, who) in enumerate(pairs, 1)])
        taken = []
        for _ in range(2):
            started = time.process_time()
            result = ground(read, wanted)
            taken.append(time.process_time() - started)
        assert len(read.sentences) == count
        assert len(result.statements) == count * (1 - refused / len(said))
        return min(taken)

    # Ten times the statements: a square would be 100 times the time.
    assert seconds(1_320) < 33 * max(seconds(132), 0.02)
