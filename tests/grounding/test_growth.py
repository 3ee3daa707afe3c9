"""The time of grounding grows with the length of article and draft, and not with its square."""

from __future__ import annotations

import time

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


def test_time_grows_with_the_number_of_statements_and_not_with_its_square() -> None:
    def seconds(count: int) -> float:
        """The best of two, since other processes slow some of them."""
        pairs = [(text.format(at), who.format(at)) for at in range(count // 11) for text, who in _SAID]
        read = article(" ".join(text for text, _ in pairs))
        wanted = draft("Ruritania", "Graustark", statements=[statement(n, who) for n, (_, who) in enumerate(pairs, 1)])
        taken = []
        for _ in range(2):
            started = time.process_time()
            result = ground(read, wanted)
            taken.append(time.process_time() - started)
        assert len(read.sentences) == count
        assert len(result.statements) == count * 10 / 11
        return min(taken)

    # Eight times the statements: a square would be 64 times the time.
    assert seconds(1_760) < 24 * max(seconds(220), 0.02)
