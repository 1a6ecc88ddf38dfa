"""Every rule hits and misses what its own entry says, and a line may have its genre in front."""

import pytest

from framing.document import from_text
from framing.document.rules import Rule, lexicon, load
from framing.document.shape import shape_of
from framing.types import ParagraphKind, Span

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


GATES = "Kenya said on Monday that it had shut the gates of the dam near the border, after three weeks of talks."


@pytest.mark.parametrize(
    ("above", "kind"),
    [("", ParagraphKind.HEADLINE), ("Kenya shuts the gates of its dam\n\n", ParagraphKind.BOILERPLATE)],
)
def test_a_line_that_begins_with_its_genre_is_the_headline_if_no_other_is(above: str, kind: ParagraphKind) -> None:
    text = f"{above}Analysis: what the shut gates mean for Kenya\n\n{GATES}\n\nExplainer: how dams work\n\n{GATES}"
    blocks = {text[b.start : b.end].partition(":")[0]: b.kind for b in from_text(text).blocks}
    assert blocks["Analysis"] is kind
    assert blocks["Explainer"] is ParagraphKind.BOILERPLATE
