"""The grammar engine, with rules of its own: shorthands, layers, and which of several matches wins."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.dates.grammar import Found, Layer, Made, Rule, apply
from summarizer.grounding.dates.tokens import Kind, Token


def tokens_of(*kinds: Kind) -> list[Token]:
    """Tokens of two characters each, numbered from 1, with a blank between them."""
    return [Token(kind, 3 * place, 3 * place + 2, number=place + 1) for place, kind in enumerate(kinds)]


def dated(found: Found) -> Made:
    return found.made(Kind.DATE, None, number=len(found.tokens), code="made")


def refused(found: Found) -> Made:
    return None


def kinds_after(layer: Layer, *kinds: Kind) -> list[Kind]:
    return [token.kind for token in apply(layer, tokens_of(*kinds))]


def test_a_match_becomes_one_token_that_covers_its_words() -> None:
    word, made, last = apply(Layer(Rule("month day", dated)), tokens_of(Kind.WORD, Kind.MONTH, Kind.DAY, Kind.WORD))
    assert (word.kind, last.kind) == (Kind.WORD, Kind.WORD)
    assert made == Token(Kind.DATE, 3, 8, number=2, code="made")


def test_a_shorthand_stands_for_each_of_its_kinds_and_for_no_part_of_a_longer_name() -> None:
    layer = Layer(Rule("any_month (comma any_year)?", dated))
    assert kinds_after(layer, Kind.MONTH, Kind.COMMA, Kind.SHORT_YEAR) == [Kind.DATE]
    assert kinds_after(layer, Kind.MAYBE_MONTH, Kind.COMMA, Kind.YEAR) == [Kind.DATE]
    assert kinds_after(layer, Kind.MAYBE_MONTH, Kind.COMMA, Kind.DAY) == [Kind.DATE, Kind.COMMA, Kind.DAY]


def test_what_stands_beside_a_match_may_be_asked_for_without_being_taken() -> None:
    layer = Layer(Rule("(?<=in) month (?!day)", dated))
    assert kinds_after(layer, Kind.IN, Kind.MONTH) == [Kind.IN, Kind.DATE]
    assert kinds_after(layer, Kind.AT, Kind.MONTH) == [Kind.AT, Kind.MONTH]
    assert kinds_after(layer, Kind.IN, Kind.MONTH, Kind.DAY) == [Kind.IN, Kind.MONTH, Kind.DAY]


def test_the_longest_match_wins_and_of_two_of_one_length_the_first_rule() -> None:
    def numbered(number: int) -> Rule:
        return Rule("month day" if number else "month", lambda found: found.made(Kind.DATE, None, number=number))

    for layer in (Layer(numbered(0), numbered(1), numbered(2)), Layer(numbered(1), numbered(0), numbered(2))):
        (made,) = apply(layer, tokens_of(Kind.MONTH, Kind.DAY))
        assert made.number == 1


def test_where_the_longest_match_is_refused_the_next_one_is_tried_and_else_the_token_stays() -> None:
    layer = Layer(Rule("month day", refused), Rule("month", dated))
    assert kinds_after(layer, Kind.MONTH, Kind.DAY) == [Kind.DATE, Kind.DAY]
    tokens = tokens_of(Kind.MONTH, Kind.DAY, Kind.MONTH)
    assert apply(Layer(Rule("month day", refused)), tokens) == tokens


def test_matches_follow_each_other_and_layers_can_be_joined() -> None:
    layer = Layer(Rule("month", dated)) + Layer(Rule("weekday", dated))
    assert kinds_after(layer, Kind.MONTH, Kind.WEEKDAY, Kind.DAY, Kind.MONTH) == [
        Kind.DATE, Kind.DATE, Kind.DAY, Kind.DATE,
    ]  # fmt: skip


def test_what_was_found_gives_its_tokens_by_kind() -> None:
    first, comma, last = tokens_of(Kind.DAY, Kind.COMMA, Kind.DAY)
    last = replace(last, number=31)
    found = Found((first, comma, last))
    assert found.first(Kind.MONTH, Kind.DAY) is first
    assert found.first(Kind.MONTH) is None
    assert found.one(Kind.COMMA, Kind.DASH) is comma
    assert found.all(Kind.DAY) == [first, last]
    assert (found.number(Kind.DAY), found.number(Kind.MONTH)) == (1, None)
    assert (found.has(Kind.COMMA), found.has(Kind.MONTH)) == (True, False)
