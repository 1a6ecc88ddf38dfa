"""Every rule hits and misses what its own entry says."""

import pytest

from framing.document.rules import Rule, lexicon, load
from framing.document.shape import shape_of
from framing.types import Span

RULES = load()
HITS = [(rule, sentence) for rule in RULES for sentence in rule.hits]
MISSES = [(rule, sentence) for rule in RULES for sentence in rule.misses]


def found(rule: Rule, sentence: str) -> bool:
    shape = shape_of(sentence, Span(0, len(sentence)))
    return rule.finds(shape.core if rule.weight is None else shape.own, shape.words)


@pytest.mark.parametrize(("rule", "sentence"), HITS, ids=lambda value: getattr(value, "id", value))
def test_rule_hits(rule: Rule, sentence: str) -> None:
    assert found(rule, sentence)


@pytest.mark.parametrize(("rule", "sentence"), HITS, ids=lambda value: getattr(value, "id", value))
def test_cheap_tests_let_every_hit_pass(rule: Rule, sentence: str) -> None:
    shape = shape_of(sentence, Span(0, len(sentence)))
    assert rule.end_only or rule in lexicon().candidates(shape.core)


@pytest.mark.parametrize(("rule", "sentence"), MISSES, ids=lambda value: getattr(value, "id", value))
def test_rule_misses(rule: Rule, sentence: str) -> None:
    assert not found(rule, sentence)
