"""What a head sees: its spans, what they look at, and nothing of the padding."""

import pytest
import torch

from models.asking import Ask, describe, sees
from models.heads import HeadKind

WIDTH, LENGTH = 4, 7
SEEN = torch.tensor([[True] * 5 + [False] * 2])
SPANS = torch.tensor([[[1, 2], [3, 5]], [[3, 5], [1, 2]], [[2, 4], [2, 4]]])  # apart, the other way round, the same
# Parts of WIDTH numbers each that a kind sees, and numbers beside them.
FEATURES = {
    HeadKind.SENTENCE: (2, 0),  # [CLS], mean
    HeadKind.SPAN: (5, 0),  # and the span, two looks
    HeadKind.PAIR: (7, 1),  # and both spans, one look, product, what is between; which comes first
    HeadKind.WORDS: (1, 0),
    HeadKind.ROLES: (3, 3),  # the word, the cue, product; before, after, inside
    HeadKind.CLAIMS: (6, 0),  # and both means, product, distance
}
KINDS = pytest.mark.parametrize("kind", HeadKind)


def states(rows=1, seed=0):
    return torch.randn(rows, LENGTH, WIDTH, generator=torch.Generator().manual_seed(seed))


def ask_for(kind):
    torch.manual_seed(5)
    return Ask(kind.spans * WIDTH, WIDTH, sees(kind)) if sees(kind) else None


def described(kind, hidden, *, seen=SEEN, spans=SPANS):
    """A single sentence is asked about all spans."""
    if len(hidden) == 1:
        hidden, seen = hidden.repeat(len(spans), 1, 1), seen.repeat(len(spans), 1)
    with torch.no_grad():
        return describe(kind, hidden, seen, spans[:, : kind.spans], ask_for(kind))


# Looking


def test_equal_interest_in_all_pieces_is_their_mean():
    ask = Ask(WIDTH, WIDTH, 2)
    torch.nn.init.zeros_(ask.question.weight)
    hidden = states()
    assert torch.allclose(ask(torch.ones(1, WIDTH), hidden, SEEN), hidden[:, :5].mean(dim=1).repeat(1, 2))


def test_a_span_finds_the_piece_that_it_asks_for():
    ask = Ask(WIDTH, WIDTH, 1)
    with torch.no_grad():
        ask.question.weight.copy_(torch.eye(WIDTH) * 100)
    hidden = torch.eye(WIDTH).unsqueeze(0)
    for place in range(WIDTH):
        found = ask(hidden[:, place], hidden, torch.ones(1, WIDTH, dtype=torch.bool))
        assert torch.allclose(found, hidden[:, place])


def test_only_seen_pieces_are_looked_at():
    ask, hidden = ask_for(HeadKind.SPAN), states()
    other = hidden.clone()
    other[:, 5:] = 1000.0
    vectors = torch.ones(1, WIDTH)
    assert torch.equal(ask(vectors, hidden, SEEN), ask(vectors, other, SEEN))
    assert not torch.equal(ask(vectors, other, SEEN), ask(vectors, other, torch.ones_like(SEEN)))


# Describing


@KINDS
def test_every_kind_has_its_features(kind):
    parts, beside = FEATURES[kind]
    shape = (len(SPANS), LENGTH) if kind.wordwise else (len(SPANS),)
    assert described(kind, states()).shape == (*shape, parts * WIDTH + beside)


@KINDS
def test_what_stands_in_padding_does_not_matter(kind):
    hidden = states()
    other = hidden.clone()
    other[:, 5:] = 1000.0
    one, two = described(kind, hidden), described(kind, other)
    if kind.wordwise:
        one, two = one[:, :5], two[:, :5]
    assert torch.equal(one, two)


@KINDS
def test_sentences_do_not_see_each_other(kind):
    hidden, seen = states(rows=len(SPANS)), SEEN.repeat(len(SPANS), 1)
    whole = described(kind, hidden, seen=seen)
    for place in range(len(SPANS)):
        alone = described(kind, hidden[place : place + 1], seen=SEEN, spans=SPANS[place : place + 1])
        assert torch.allclose(whole[place : place + 1], alone, atol=1e-6)


@pytest.mark.parametrize("kind", [kind for kind in HeadKind if kind.spans])
def test_a_span_without_pieces_is_refused(kind):
    with pytest.raises(ValueError, match="no pieces"):
        described(kind, states(), spans=torch.tensor([[[3, 3], [1, 2]]]))


def test_a_pair_says_which_comes_first_and_what_stands_between():
    hidden = states()
    forward, backward, same = described(HeadKind.PAIR, hidden)
    assert (forward[-1], backward[-1], same[-1]) == (1, 0, 0)
    between = [one[-1 - WIDTH : -1] for one in (forward, backward, same)]
    assert torch.allclose(between[0], hidden[0, 2])
    assert torch.equal(between[0], between[1])
    assert not between[2].any()  # nothing is between what overlaps


def test_claims_differ_by_direction_only_in_their_order():
    one, other, _ = described(HeadKind.CLAIMS, states())
    first, second = slice(2 * WIDTH, 3 * WIDTH), slice(3 * WIDTH, 4 * WIDTH)
    assert torch.equal(one[first], other[second])
    assert torch.equal(one[second], other[first])
    assert torch.equal(one[4 * WIDTH :], other[4 * WIDTH :])


def test_a_word_is_told_from_its_mirror_image_on_the_other_side_of_the_cue():
    hidden = torch.ones(1, LENGTH, WIDTH)
    (features,) = described(HeadKind.ROLES, hidden, spans=torch.tensor([[[2, 4]]]))
    before, after, inside = features[:, -3:].T
    steps = torch.log1p(torch.tensor([0.0, 1.0, 2.0, 3.0]))
    assert torch.allclose(before, steps[[2, 1, 0, 0, 0, 0, 0]])
    assert torch.allclose(after, steps[[0, 0, 0, 0, 1, 2, 3]])
    assert inside.tolist() == [0, 0, 1, 1, 0, 0, 0]
    assert torch.equal(features[1, :-3], features[4, :-3])  # but for its place a word is the same word
